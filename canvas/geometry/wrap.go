package geometry

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
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

// wrap is [Wrap] with a width for each line, counted from 0. It also reports
// whether a word had to be broken.
func wrap(text string, width func(line int) float64, measure func(string) float64) (lines []string, broken bool) {
	w := wrapper{width: width, measure: measure}
	if line := strings.TrimRightFunc(text, isSpace); !strings.ContainsFunc(text, isBreak) && measure(line) <= width(0) {
		return []string{line}, false // as most texts are
	}
	rules := segmenters.Get().(*segmenter.Segmenter)
	defer segmenters.Put(rules)
	rules.Init([]rune(text))
	begin, end := 0, 0
	for it := rules.LineIterator(); it.Next(); begin = end {
		line := it.Line()
		for range line.Text {
			_, size := utf8.DecodeRuneInString(text[end:])
			end += size
		}
		w.add(text[begin:end])
		if line.IsMandatoryBreak && (end < len(text) || endsLine(text[begin:end])) {
			w.end()
		}
	}
	w.end()
	return w.lines, w.broken
}

// segmenters are those that are not in use: one keeps what it needs for a text.
var segmenters = sync.Pool{New: func() any { return new(segmenter.Segmenter) }}

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
