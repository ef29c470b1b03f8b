package text

import (
	"math"
	"unicode/utf8"

	"github.com/go-text/typesetting/di"
	"github.com/rivo/uniseg"
)

// RightToLeft reports whether a line of text is read from right to left.
func RightToLeft(s string) bool { return direction([]rune(s)) == di.DirectionRTL }

// Caret is where a cursor stands on a line, from the line's beginning, at a
// place of its text, in bytes, that is between two characters. Where the text
// changes its direction there are two: behind the character before the place,
// which after asks for, and before the one that follows.
func Caret(s string, at int, bold, after bool) float64 {
	place := utf8.RuneCountInString(Clean(s[:at]))
	line := Layout(s, bold)
	x, ok := line.caret(place, bold, after)
	if !ok {
		x, _ = line.caret(place, bold, !after) // the beginning or the end of the line
	}
	return x
}

// caret is Caret at a place in characters, if such a character is there.
func (l *Line) caret(place int, bold, after bool) (float64, bool) {
	for i := range l.Runs {
		run := &l.Runs[i]
		text := []rune(run.Text)
		in := place - run.Start
		if after && (in < 1 || in > len(text)) || !after && (in < 0 || in >= len(text)) {
			continue
		}
		way := math.Min(Measure(string(text[:in]), 1, bold), run.Width)
		if len(run.Clusters) > 0 { // from right to left
			way = run.Width - way
		}
		return run.X + way, true
	}
	return 0, false
}

// At is the place of a line's text, in bytes and between two characters, that is
// nearest to an x from the line's beginning.
func At(s string, x float64, bold bool) int {
	best, least := 0, math.Inf(1)
	try := func(at int, after bool) {
		if away := math.Abs(Caret(s, at, bold, after) - x); away < least {
			best, least = at, away
		}
	}
	at := 0
	for rest, state := s, -1; rest != ""; {
		var c string
		c, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		try(at, false)
		at += len(c)
		try(at, true)
	}
	return best
}
