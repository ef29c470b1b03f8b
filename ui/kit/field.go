package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// An Entry is a line to type in a dialog, where Enter answers and Escape
// leaves.
type Entry struct {
	widget.Entry
	// OnEscape is what Escape does; it may be nil.
	OnEscape func()
}

// NewEntry returns an entry; either function may be nil.
func NewEntry(enter, escape func()) *Entry {
	e := &Entry{OnEscape: escape}
	e.ExtendBaseWidget(e)
	if enter != nil {
		e.OnSubmitted = func(string) { enter() }
	}
	return e
}

// TypedKey adds Escape to what an entry knows.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape && e.OnEscape != nil {
		e.OnEscape()
		return
	}
	e.Entry.TypedKey(k)
}

// A Select is a list in a dialog to choose one thing from, where Escape leaves.
type Select struct {
	widget.Select
	// OnEscape is what Escape does; it may be nil.
	OnEscape func()
}

// NewSelect returns a list that shows the choice at a place.
func NewSelect(choices []string, selected int, escape func()) *Select {
	s := &Select{OnEscape: escape}
	s.ExtendBaseWidget(s)
	s.Options = choices
	s.SetSelectedIndex(selected)
	return s
}

// TypedKey adds Escape to what a list knows.
func (s *Select) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape && s.OnEscape != nil {
		s.OnEscape()
		return
	}
	s.Select.TypedKey(k)
}

// A Check is a tick in a dialog, where Escape leaves.
type Check struct {
	widget.Check
	// OnEscape is what Escape does; it may be nil.
	OnEscape func()
}

// NewCheck returns a tick with a text.
func NewCheck(text string, ticked bool, escape func()) *Check {
	c := &Check{OnEscape: escape}
	c.ExtendBaseWidget(c)
	c.Text, c.Checked = text, ticked
	return c
}

// TypedKey adds Escape to what a tick knows.
func (c *Check) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape && c.OnEscape != nil {
		c.OnEscape()
		return
	}
	c.Check.TypedKey(k)
}
