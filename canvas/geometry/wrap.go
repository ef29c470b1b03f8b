package geometry

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// Measure is the width of a text on one line, in the units of its size.
type Measure func(text string, size float64, bold bool) float64

// Wrap breaks a text into lines no wider than width. Lines break where the
// rules of Unicode allow, at the text's own line breaks always, and within a
// word only where the word alone is too wide, between characters as a reader
// sees them. White space at a break is left out; nothing else is. A character
// wider than the line stands on a line alone, so there may be lines that are
// too wide but never one that is missing. There is always at least one line.
func Wrap(text string, width float64, measure func(string) float64) []string {
	lines, _ := wrap(text, func(int) float64 { return width }, measure)
	return lines
}

// Shorten keeps at most so many lines (0 keeps all) and ends the last in an
// ellipsis where some are left out.
func Shorten(lines []string, most int, width float64, measure func(string) float64) []string {
	if most == 0 || len(lines) <= most {
		return lines
	}
	lines = slices.Clone(lines[:most])
	last := strings.TrimRight(lines[most-1], " ")
	for last != "" && measure(last+"…") > width {
		last = withoutLastGrapheme(last)
	}
	lines[most-1] = last + "…"
	return lines
}

func withoutLastGrapheme(s string) string {
	end, at := 0, 0
	for g := uniseg.NewGraphemes(s); g.Next(); {
		end = at
		_, at = g.Positions()
	}
	return strings.TrimRight(s[:end], " ")
}

// wrap is [Wrap] with a width for each line, counted from 0. It also reports
// whether a word had to be broken.
func wrap(text string, width func(line int) float64, measure func(string) float64) (lines []string, broken bool) {
	w := wrapper{width: width, measure: measure}
	state, rest := -1, text
	for rest != "" {
		var seg string
		var must bool
		seg, rest, must, state = uniseg.FirstLineSegmentInString(rest, state)
		w.add(seg)
		if must && (rest != "" || endsLine(seg)) {
			w.end()
		}
	}
	w.end()
	return w.lines, w.broken
}

// A wrapper collects the lines of a text.
type wrapper struct {
	width   func(line int) float64
	measure func(string) float64
	lines   []string
	broken  bool // a word was broken

	line  string  // the line that is being filled, with the space at its end
	used  float64 // its width without that space
	space float64 // the width of that space
}

// add puts a piece of text, which may not be broken if it fits on a line and
// which may end in white space, on the line or else on the next one.
func (w *wrapper) add(seg string) {
	word := strings.TrimRightFunc(seg, isSpace)
	room := w.width(len(w.lines))
	need := w.measure(word)
	if w.line != "" && w.used+w.space+need > room {
		w.end()
		room = w.width(len(w.lines))
	}
	if need > room {
		w.addBroken(word)
	} else {
		w.line += word
		w.used += w.space + need
	}
	w.space = 0
	if len(word) < len(seg) {
		gap := strings.TrimRightFunc(seg[len(word):], isBreak)
		w.line += gap
		w.space = w.measure(gap)
	}
}

// addBroken fills lines with a word that is too wide for one.
func (w *wrapper) addBroken(word string) {
	w.used += w.space
	start := len(w.line)
	text := w.line + word
	begin, end := 0, start
	state, rest := -1, word
	for rest != "" {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		need := w.measure(cluster)
		if end > begin && w.used+need > w.width(len(w.lines)) {
			w.lines = append(w.lines, text[begin:end])
			w.broken = w.broken || end > start
			begin, w.used = end, 0
		}
		end += len(cluster)
		w.used += need
	}
	w.line = text[begin:end]
}

// end closes the line that is being filled.
func (w *wrapper) end() {
	w.lines = append(w.lines, strings.TrimRightFunc(w.line, isSpace))
	w.line, w.used, w.space = "", 0, 0
}

// isSpace reports whether a character may be left out at the end of a line.
// Spaces that forbid a break are not among them.
func isSpace(r rune) bool {
	switch r {
	case '\u00a0', '\u2007', '\u202f':
		return false
	}
	return unicode.IsSpace(r)
}

// isBreak reports whether a character ends a line.
func isBreak(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

func endsLine(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return isBreak(r)
}
