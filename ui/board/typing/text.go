package typing

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// A Text is a text that is being typed. The zero value is an empty one.
type Text struct {
	state
	past, future []state
	last         kind // of the step that was made last
}

// A state is all that undo brings back.
type state struct {
	text           string
	cursor, anchor int // what lies between them is selected
}

// A kind of step. Steps of one kind that follow each other are undone together.
type kind int

const (
	other kind = iota
	letters
	erasing
)

// New returns a text with the cursor at its end and no history.
func New(text string) *Text {
	text = strings.ToValidUTF8(text, "\uFFFD")
	return &Text{state: state{text, len(text), len(text)}}
}

// String is the text as it is now.
func (t *Text) String() string { return t.text }

// Cursor is the place of the cursor.
func (t *Text) Cursor() int { return t.cursor }

// Selection is from where to where the text is selected; both are the cursor's
// place where nothing is.
func (t *Text) Selection() (from, to int) {
	return min(t.cursor, t.anchor), max(t.cursor, t.anchor)
}

// Selected is the part of the text that is selected.
func (t *Text) Selected() string {
	from, to := t.Selection()
	return t.text[from:to]
}

// Insert puts a text in place of what is selected. Line breaks of any system
// become ours, other control characters are left out.
func (t *Text) Insert(s string) {
	s = clean(s)
	if s == "" {
		return
	}
	r, size := utf8.DecodeRuneInString(s)
	single := size == len(s) && t.cursor == t.anchor
	if single && !unicode.IsSpace(r) {
		t.step(letters)
	} else {
		t.step(other)
	}
	if single { // a word and the space before it are one step
		t.last = letters
	}
	from, to := t.Selection()
	t.text = t.text[:from] + s + t.text[to:]
	at := from + len(s)
	if t.cursor = t.boundary(at); t.cursor < at { // it has joined what stands behind it
		t.cursor = t.character(true)
	}
	t.anchor = t.cursor
}

// clean makes of a text what may be typed.
func clean(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\t", " ").Replace(strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' {
			return -1
		}
		return r
	}, s)
}

// Erase deletes what is selected, or else what lies between the cursor and
// where a movement leads.
func (t *Text) Erase(m Move) {
	if t.cursor == t.anchor {
		to := t.after(m)
		if to == t.cursor {
			return
		}
		t.step(erasing)
		t.anchor = to
	} else {
		t.step(other)
	}
	from, to := t.Selection()
	t.text = t.text[:from] + t.text[to:]
	t.cursor = t.boundary(from)
	t.anchor = t.cursor
}

// Go moves the cursor; with extend what it passes is selected. Without it, a
// selection ends at the side that the movement leads to.
func (t *Text) Go(m Move, extend bool) {
	if from, to := t.Selection(); !extend && from != to && (m == Back || m == Forward) {
		if m == Back {
			to = from
		}
		t.Place(to, false)
		return
	}
	t.Place(t.after(m), extend)
}

// Place puts the cursor to a place, or to the nearest one before it that is
// between two characters.
func (t *Text) Place(at int, extend bool) {
	t.cursor = t.boundary(min(max(at, 0), len(t.text)))
	if !extend {
		t.anchor = t.cursor
	}
	t.last = other
}

// SelectAll selects the whole text.
func (t *Text) SelectAll() {
	t.anchor, t.cursor = 0, len(t.text)
	t.last = other
}

// SelectWord selects the word, or the space, at a place.
func (t *Text) SelectWord(at int) {
	t.anchor, t.cursor = 0, 0
	for rest, state := t.text, -1; rest != ""; {
		var word string
		word, rest, state = uniseg.FirstWordInString(rest, state)
		t.anchor, t.cursor = t.cursor, t.cursor+len(word)
		if at < t.cursor {
			break
		}
	}
	t.anchor, t.cursor = t.boundary(t.anchor), t.boundary(t.cursor)
	t.last = other
}

// Undo takes the last step back and reports whether there was one.
func (t *Text) Undo() bool { return t.swap(&t.past, &t.future) }

// Redo repeats the step undone last and reports whether there was one.
func (t *Text) Redo() bool { return t.swap(&t.future, &t.past) }

func (t *Text) swap(from, to *[]state) bool {
	n := len(*from) - 1
	if n < 0 {
		return false
	}
	*to = append(*to, t.state)
	t.state, *from = (*from)[n], (*from)[:n]
	t.last = other
	return true
}

// step remembers the text as it is before a step.
func (t *Text) step(k kind) {
	if k == other || k != t.last || len(t.past) == 0 {
		t.past = append(t.past, t.state)
	}
	t.future = nil
	t.last = k
}
