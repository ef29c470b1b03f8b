package typing

import (
	"unicode"

	"github.com/rivo/uniseg"
)

// A Move is a way from the cursor through the text, in the order in which it
// is read.
type Move int

// The movements.
const (
	Back        Move = iota // by a character
	Forward                 //
	WordBack                // to the beginning of a word
	WordForward             // to the beginning of the next one
	Start                   // of the text
	End                     //
)

// after is where a movement leads from the cursor.
func (t *Text) after(m Move) int {
	switch m {
	case Start:
		return 0
	case End:
		return len(t.text)
	case Back, Forward:
		return t.character(m == Forward)
	default:
		return t.boundary(t.word(m == WordForward)) // words of odd flags may end within one
	}
}

// character is where the character before or after the cursor begins or ends.
func (t *Text) character(forward bool) int {
	at := 0
	for rest, state := t.text, -1; rest != ""; {
		var c string
		c, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		next := at + len(c)
		switch {
		case forward && next > t.cursor:
			return next
		case !forward && next >= t.cursor:
			return at
		}
		at = next
	}
	return at
}

// word is the beginning of a word before or after the cursor, or the end that
// lies there.
func (t *Text) word(forward bool) int {
	at, before := 0, 0
	for rest, state := t.text, -1; rest != ""; {
		var w string
		w, rest, state = uniseg.FirstWordInString(rest, state)
		begins := at
		at += len(w)
		if isSpace(w) {
			continue
		}
		switch {
		case forward && begins > t.cursor:
			return begins
		case !forward && begins >= t.cursor:
			return before
		}
		before = begins
	}
	if forward {
		return len(t.text)
	}
	return before
}

func isSpace(s string) bool {
	for _, r := range s {
		if !unicode.IsSpace(r) {
			return false
		}
	}
	return true
}

// boundary is the last place between two characters that is not after a place.
func (t *Text) boundary(at int) int {
	end := 0
	for rest, state := t.text, -1; rest != ""; {
		var c string
		c, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if end+len(c) > at {
			break
		}
		end += len(c)
	}
	return end
}
