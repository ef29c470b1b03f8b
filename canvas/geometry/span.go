package geometry

import "unicode/utf8"

// A Span is the part of a wrapped text that stands on a line, in bytes: with the
// white space that is left out at its end, without its line break.
type Span struct{ Start, End int }

// Spans returns which part of a text stands on each of the lines that [Wrap]
// made of it.
func Spans(text string, lines []string) []Span {
	spans := make([]Span, len(lines))
	at := 0
	for i, line := range lines {
		spans[i] = Span{at, min(at+len(line), len(text))}
		at = spans[i].End
		for at < len(text) {
			r, size := utf8.DecodeRuneInString(text[at:])
			if !isSpace(r) {
				break
			}
			at += size
			if !isBreak(r) {
				spans[i].End = at
				continue
			}
			if r == '\r' && at < len(text) && text[at] == '\n' {
				at++
			}
			break
		}
	}
	return spans
}

// LineAt returns the line on which a place of a text stands: of two, the later.
func LineAt(spans []Span, at int) int {
	line := 0
	for i, s := range spans {
		if s.Start <= at {
			line = i
		}
	}
	return line
}
