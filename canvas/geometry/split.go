package geometry

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

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
	if plain(text) {
		return splitPlain(text, measure)
	}
	return splitByRules(text, measure)
}

// plain reports whether there is nothing in a text but words and numbers of
// Latin letters, with apostrophes and hyphens in them and points, commas and the
// like behind them, and spaces. Such a text, as most are, breaks behind its spaces
// and hyphens and nowhere else, which takes no table of rules to find.
func plain(text string) bool {
	before := ' '
	for at, r := range text {
		next := at + utf8.RuneLen(r)
		switch {
		case r == ' ' || isWord(r):
		case !isWord(before):
			return false
		case strings.ContainsRune(",.:;", r):
			if after, _ := utf8.DecodeRuneInString(text[next:]); next < len(text) && after != ' ' && !isWord(after) {
				return false
			}
		case r == '?' || r == '!':
			if next < len(text) && text[next] != ' ' {
				return false
			}
		case r == '\'' || r == '’' || r == '-':
			if after, _ := utf8.DecodeRuneInString(text[next:]); !isWord(after) || after <= '9' {
				return false
			}
		default:
			return false
		}
		before = r
	}
	return true
}

// isWord reports whether a character is a digit or a common Latin letter.
func isWord(r rune) bool {
	switch {
	case r < 0x80:
		return '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	default:
		return 'À' <= r && r <= 'ſ' && r != '×' && r != '÷'
	}
}

// splitPlain is split for a plain text.
func splitPlain(text string, measure func(string) float64) []piece {
	pieces := make([]piece, 0, strings.Count(text, " ")+1)
	for end := 0; end < len(text); {
		p := piece{word: len(text)}
		if at := strings.IndexAny(text[end:], " -"); at >= 0 {
			p.word = end + at
			if text[p.word] == '-' {
				p.word++
			}
		}
		p.wide = measure(text[end:p.word])
		for end = p.word; end < len(text) && text[end] == ' '; {
			end++
		}
		if end > p.word {
			p.gap = measure(text[p.word:end])
		}
		p.end = end
		pieces = append(pieces, p)
	}
	return pieces
}

// splitByRules is split for any text, by the rules of Unicode.
func splitByRules(text string, measure func(string) float64) []piece {
	pieces := make([]piece, 0, len(text)/5+1)
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

// segmenters are those that are not in use: one keeps what it needs for a text.
var segmenters = sync.Pool{New: func() any { return new(segmenter.Segmenter) }}
