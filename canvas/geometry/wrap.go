package geometry

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
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
	lines, _ := wrap(text, func(int) float64 { return width }, measure)
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
		if line += g.Str(); measure(line+"…") > width {
			break
		}
		clipped = strings.TrimRight(line, " ") + "…"
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

// wrap is [Wrap] with a width for each line, counted from 0. It also reports
// whether a word had to be broken.
func wrap(text string, width func(line int) float64, measure func(string) float64) (lines []string, broken bool) {
	return fold(text, split(text, measure), 1, width, measure)
}

// A piece is a part of a text that is not broken if a line can hold it, with
// the white space behind it. Which they are and how wide they are in size 1
// does not depend on where a text is shown, so that they are worth keeping.
type piece struct {
	word, end int     // where its word and the piece end in the text
	wide, gap float64 // the widths of the word and of the white space
	must      bool    // the line ends behind it
}

// split takes a text apart. The measure is for size 1.
func split(text string, measure func(string) float64) []piece {
	pieces := make([]piece, 0, len(text)/5+1)
	if isPlain(text) {
		for begin := 0; begin < len(text); {
			p := piece{word: len(text), end: len(text)}
			if space := strings.IndexByte(text[begin:], ' '); space >= 0 {
				p.word = begin + space
				for p.end = p.word + 1; p.end < len(text) && text[p.end] == ' '; p.end++ {
				}
				p.gap = measure(text[p.word:p.end])
			}
			p.wide = measure(text[begin:p.word])
			pieces = append(pieces, p)
			begin = p.end
		}
		return pieces
	}
	rules := segmenters.Get().(*segmenter.Segmenter)
	defer segmenters.Put(rules)
	rules.Init([]rune(text))
	end := 0
	for it := rules.LineIterator(); it.Next(); {
		line, begin := it.Line(), end
		for range line.Text {
			_, size := utf8.DecodeRuneInString(text[end:])
			end += size
		}
		seg := text[begin:end]
		word := strings.TrimRightFunc(seg, isSpace)
		p := piece{word: begin + len(word), end: end, wide: measure(word), must: line.IsMandatoryBreak && (end < len(text) || endsLine(seg))}
		if gap := strings.TrimRightFunc(seg[len(word):], isBreak); gap != "" {
			p.gap = measure(gap)
		}
		pieces = append(pieces, p)
	}
	return pieces
}

// isPlain reports whether a text is of Latin letters, digits, spaces and the
// usual signs in their usual places. Its lines break behind spaces and nowhere
// else, and the rules of Unicode, which take long, need not be asked.
func isPlain(text string) bool {
	const (
		space = iota
		word
		stop  // at the end of a word
		money // before a number or behind it
		quote // within a word or behind it
		open
		closed
	)
	last := space
	for _, r := range text {
		now, fits := word, last != closed
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r >= 0xc0 && r < 0x180 && r != '×' && r != '÷':
		case r == ' ':
			now, fits = space, last != open
		case r == ',', r == '.', r == ':', r == ';':
			now, fits = stop, last != space && last != open
		case r == '€', r == '$', r == '£', r == '%':
			now, fits = money, last <= word || last == open
		case r == '\'', r == '’':
			now, fits = quote, last == word
		case r == '(':
			now, fits = open, last == space
		case r == ')':
			now, fits = closed, last == word || last == stop || last == money
		default:
			return false
		}
		if !fits {
			return false
		}
		last = now
	}
	return true
}

// segmenters are those that are not in use: one keeps what it needs for a text.
var segmenters = sync.Pool{New: func() any { return new(segmenter.Segmenter) }}

// fold puts the pieces of a text into lines. The measure is for size 1.
func fold(text string, pieces []piece, size float64, width func(line int) float64, measure func(string) float64) (lines []string, broken bool) {
	w := wrapper{text: text, size: size, width: width, measure: measure}
	for i := range pieces {
		w.add(&pieces[i])
		if pieces[i].must {
			w.end()
		}
	}
	w.end()
	return w.lines, w.broken
}

// A wrapper collects the lines of a text. What is on a line follows each other
// in the text too, so that a line is a part of it.
type wrapper struct {
	text    string
	size    float64
	width   func(line int) float64
	measure func(string) float64
	lines   []string
	broken  bool // a word was broken

	begin int     // where the line that is being filled begins
	done  int     // where what has been added ends
	used  float64 // the width of the line without the space at its end
	space float64 // the width of that space
}

// add puts a piece on the line or else on the next one.
func (w *wrapper) add(p *piece) {
	room := w.width(len(w.lines))
	need := p.wide * w.size
	if w.done > w.begin && w.used+w.space+need > room {
		w.end()
		room = w.width(len(w.lines))
	}
	if need > room {
		w.addBroken(w.text[w.done:p.word])
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
		need := w.measure(cluster) * w.size
		if end > w.begin && w.used+need > w.width(len(w.lines)) {
			w.lines = append(w.lines, w.text[w.begin:end])
			w.broken = w.broken || end > start
			w.begin, w.used = end, 0
		}
		end += len(cluster)
		w.used += need
	}
}

// end closes the line that is being filled.
func (w *wrapper) end() {
	w.lines = append(w.lines, strings.TrimRightFunc(w.text[w.begin:w.done], isSpace))
	w.begin, w.used, w.space = w.done, 0, 0
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
