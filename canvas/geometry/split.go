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
	hyphen    float64 // what is wider where the line ends behind it
	must      bool    // the line ends behind it
}

// split takes a text apart. The measure is for size 1.
func split(text string, measure func(string) float64) []piece {
	if plain(text) {
		return splitPlain(text, measure)
	}
	return splitByRules(text, measure)
}

// plain reports whether a text is of Latin letters, digits, spaces and the usual
// signs in their usual places. Such a text, as most are, breaks behind its spaces
// and hyphens and nowhere else, which takes no table of rules to find.
func plain(text string) bool {
	const (
		space = iota
		word
		stop  // at the end of a word, or within a number
		money // before a number or behind it
		quote // within a word or behind it
		open
		closed
		hyphen // between a word and a letter
		ask    // at the end of a word and before a space
	)
	last := space
	for _, r := range text {
		now, fits := word, last < closed || last == hyphen && r > '9'
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r >= 'À' && r <= 'ſ' && r != '×' && r != '÷':
		case r == ' ':
			now, fits = space, last != open && last != hyphen
		case r == ',', r == '.', r == ':', r == ';':
			now, fits = stop, last != space && last != open && last < hyphen
		case r == '€', r == '$', r == '£', r == '%':
			now, fits = money, last <= word || last == open
		case r == '\'', r == '’':
			now, fits = quote, last == word
		case r == '(':
			now, fits = open, last == space
		case r == ')':
			now, fits = closed, last == word || last == stop || last == money
		case r == '-':
			now, fits = hyphen, last == word
		case r == '?', r == '!':
			now, fits = ask, last == word
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
		p := piece{word: begin + len(word), end: end, must: line.IsMandatoryBreak && (end < len(text) || endsLine(seg))}
		whole := strings.TrimSuffix(word, softHyphen)
		p.wide = measure(whole)
		if whole != word {
			p.hyphen = measure(word) - p.wide
		}
		if gap := strings.TrimRightFunc(seg[len(word):], isBreak); gap != "" {
			p.gap = measure(gap)
		}
		pieces = append(pieces, p)
	}
	return pieces
}

// segmenters are those that are not in use: one keeps what it needs for a text.
var segmenters = sync.Pool{New: func() any { return new(segmenter.Segmenter) }}
