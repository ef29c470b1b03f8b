package locale

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Fold returns a text as it is compared: without accents, capitals and spaces
// that make no difference.
func Fold(text string) string {
	if isPlain(text) {
		text = strings.ToLower(text)
	} else {
		text = strings.Map(letter, norm.NFKD.String(cases.Fold().String(text)))
	}
	return strings.Join(strings.Fields(text), " ")
}

// letter drops the marks that stand over or under letters.
func letter(r rune) rune {
	if unicode.Is(unicode.Mn, r) {
		return -1
	}
	return r
}

// isPlain reports whether a text has ASCII alone, as most have: such a one is
// folded many times faster.
func isPlain(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}

// A Query is what somebody looks for: its words, folded. The empty Query is in
// every text.
type Query []string

// NewQuery returns the query that somebody has typed.
func NewQuery(typed string) Query { return strings.Fields(Fold(typed)) }

// In reports whether a text holds every word of the query, be it within another
// word.
func (q Query) In(text string) bool {
	text = Fold(text)
	for _, w := range q {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// Begins reports whether every word of the query begins a word of the text. The
// end of a longer word makes no difference, so that plurals are found, too.
func (q Query) Begins(text string) bool {
	all := spaced(Fold(text))
	for _, w := range q {
		if !strings.Contains(all, stem(spaced(w))) {
			return false
		}
	}
	return true
}

// spaced is a text with one space before each word and nothing else between
// them.
func spaced(text string) string {
	words := strings.FieldsFunc(text, isMark)
	return " " + strings.Join(words, " ")
}

// isMark reports whether a character stands between words.
func isMark(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// stem is a word, with the space before it, without its ending of number or
// gender, as the four languages have them; short words are left whole.
func stem(word string) string {
	const long = len(" forum")
	if len(word) >= long {
		word = strings.TrimSuffix(word, "s")
	}
	if last := len(word) - 1; len(word) >= long && strings.IndexByte("aeio", word[last]) >= 0 {
		word = word[:last]
	}
	return word
}
