package geometry

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// Measure is the width of a text on one line, in the units of its size. Twice the
// size is twice the width.
type Measure func(text string, size float64, bold bool) float64

// Wrap breaks a text into lines no wider than width. Lines break where the
// rules of Unicode allow, at the text's own line breaks always, and within a
// word only where the word alone is too wide, between characters as a reader
// sees them. White space at a break is left out; nothing else is. A character
// wider than the line stands on a line alone, so there may be lines that are
// too wide but never one that is missing. There is always at least one line.
func Wrap(text string, width float64, measure func(string) float64) []string {
	lines, _ := wrap(text, room{whole: width}, measure)
	return lines
}

// ellipsis says that something is left out.
const ellipsis = "…"

// Shorten keeps at most so many lines (0 keeps all) and ends the last in an
// ellipsis where some are left out.
func Shorten(lines []string, most int, width float64, measure func(string) float64) []string {
	if most == 0 || len(lines) <= most {
		return lines
	}
	lines = slices.Clone(lines[:most])
	last := strings.TrimRight(lines[most-1], " ")
	for last != "" && measure(last+ellipsis) > width {
		last = withoutLastGrapheme(last)
	}
	lines[most-1] = last + ellipsis
	return lines
}

// Clip puts as much of a text into one line as it can hold, and ends that in an
// ellipsis where something is left out.
func Clip(text string, width float64, measure func(string) float64) string {
	lines := Wrap(text, width, measure)
	if len(lines) == 1 {
		return lines[0]
	}
	clipped := Shorten(lines, 1, width, measure)[0]
	line, rest := lines[0], strings.TrimPrefix(text, lines[0])
	for g := uniseg.NewGraphemes(rest); g.Next() && !strings.ContainsAny(g.Str(), "\r\n"); {
		if line += g.Str(); measure(line+ellipsis) > width {
			break
		}
		clipped = strings.TrimRight(line, " ") + ellipsis
	}
	return clipped
}

func withoutLastGrapheme(s string) string {
	end, at := 0, 0
	for g := uniseg.NewGraphemes(s); g.Next(); {
		end = at
		_, at = g.Positions()
	}
	return strings.TrimRight(s[:end], " ")
}

// A room is how wide lines may be: some of them, from the first one on, may be
// less wide than the others.
type room struct {
	whole, beside float64
	narrow        int // how many
}

// width is that of a line, counted from 0.
func (r *room) width(line int) float64 {
	if line < r.narrow {
		return r.beside
	}
	return r.whole
}

// wrap is [Wrap] in a room. It also reports whether a word had to be broken.
func wrap(text string, in room, measure func(string) float64) (lines []string, broken bool) {
	_, broken = fold(text, split(text, measure), 1, in, measure, &lines)
	return lines, broken
}

// fold puts the pieces of a text into lines, appends them to lines unless that
// is nil, and returns how many they are and whether a word had to be broken. The
// measure is for size 1.
func fold(text string, pieces []piece, size float64, in room, measure func(string) float64, lines *[]string) (high int, broken bool) {
	w := wrapper{text: text, size: size, room: in, measure: measure, lines: lines}
	for i := range pieces {
		w.add(&pieces[i])
		if pieces[i].must {
			w.end()
		}
	}
	w.end()
	return w.high, w.broken
}

// A wrapper collects the lines of a text. What is on a line follows each other
// in the text too, so that a line is a part of it.
type wrapper struct {
	room
	text    string
	size    float64
	measure func(string) float64
	lines   *[]string // nil where only their number is asked for
	high    int       // how many lines are full
	broken  bool      // a word was broken

	begin int     // where the line that is being filled begins
	done  int     // where what has been added ends
	used  float64 // the width of the line without the space at its end
	space float64 // the width of that space
}

// add puts a piece on the line or else on the next one.
func (w *wrapper) add(p *piece) {
	room := w.width(w.high)
	need := p.wide * w.size
	hyphen := p.hyphen * w.size
	if w.done > w.begin && w.used+w.space+need+hyphen > room {
		w.end()
		room = w.width(w.high)
	}
	if need+hyphen > room {
		w.addBroken(w.text[w.done:p.word])
		w.used -= hyphen
	} else {
		w.used += w.space + need
	}
	w.done = p.end
	w.space = p.gap * w.size
}

// addBroken fills lines with a word that is too wide for one.
func (w *wrapper) addBroken(word string) {
	w.used += w.space
	start := w.done
	end := start
	state, rest := -1, word
	for rest != "" {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if strings.HasPrefix(rest, softHyphen) { // of which the line may end with this one
			cluster, rest, state = cluster+softHyphen, rest[len(softHyphen):], -1
		}
		need := w.measure(cluster) * w.size
		if end > w.begin && w.used+need > w.width(w.high) {
			w.keep(w.text[w.begin:end])
			w.broken = w.broken || end > start
			w.begin, w.used = end, 0
		}
		end += len(cluster)
		w.used += need
	}
}

// end closes the line that is being filled.
func (w *wrapper) end() {
	line := w.text[w.begin:w.done]
	if w.lines != nil {
		line = strings.TrimRightFunc(line, isSpace)
	}
	w.keep(line)
	w.begin, w.used, w.space = w.done, 0, 0
}

// keep puts a line to the others.
func (w *wrapper) keep(line string) {
	w.high++
	if w.lines != nil {
		*w.lines = append(*w.lines, line)
	}
}

// softHyphen is where a word may be broken. Who measures and draws lines shows it
// at the end of a line and nowhere else.
const softHyphen = "\u00ad"

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
