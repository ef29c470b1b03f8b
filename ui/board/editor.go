package board

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/ui/guard"
	"ninefold/ui/theme"
)

// editor is the one text entry of a board. It is laid over the item that is
// edited, with the text where the item's picture has it.
type editor struct {
	widget.Entry
	board *Board
	frame *fyne.Container // what is shown and hidden
	clip  *container.Clip
	dress *theme.Inline
	over  *container.ThemeOverride
	box   EditBox
	shown bool
	left  trail
}

// A trail is where typing left the cursor: the row and column that Fyne then
// gave it, and the place in the text where it belongs.
type trail struct{ row, column, offset int }

// noTrail is no place at all: the cursor is where it is.
var noTrail = trail{row: -1}

// Room around the text: what is seen, for the cursor, and what is clipped away,
// with the entry's border in it.
const (
	editorPad  = 3
	editorTrim = 3
)

func newEditor(b *Board, look *scene.Look) *editor {
	e := &editor{board: b, dress: &theme.Inline{Look: look, Text: 12, Pad: editorPad + editorTrim}}
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapWord
	e.ExtendBaseWidget(e)
	e.OnChanged = e.typed
	e.over = container.NewThemeOverride(e, e.dress)
	// The entry's border is clipped away: the item's ring is border enough.
	e.clip = container.NewClip(container.NewWithoutLayout(e.over))
	e.clip.ExtendBaseWidget(e.clip) // else it is no part of the tree before it was drawn, and the entry cannot be focused
	e.frame = container.NewWithoutLayout(e.clip)
	e.frame.Hide()
	return e
}

// Editing reports whether a text is being edited in its place.
func (b *Board) Editing() bool { return b.editor.shown }

// Commit keeps the text that is being edited, if any, as one step.
func (b *Board) Commit() {
	if !b.Editing() {
		return
	}
	b.editor.commit()
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil && c.Focused() == fyne.Focusable(b.editor) {
		c.Focus(b)
	}
}

// edit begins to edit an item, or a new one in an area, and types the first
// character of it unless that is zero.
func (b *Board) edit(key Key, first rune) {
	if key == "" {
		return
	}
	b.Commit()
	if b.surface.Reveal(key) {
		b.sync()
	}
	box, ok := b.surface.Edit(key)
	if !ok {
		return
	}
	b.sync()
	b.editor.open(box)
	if first != 0 {
		b.editor.TypedRune(first)
	}
}

func (e *editor) open(box EditBox) {
	e.shown, e.box, e.left = true, box, noTrail
	e.dress.Text, e.dress.Fill = float32(box.Size), box.Fill
	typed := e.OnChanged
	e.OnChanged = nil
	// A new text begins with an empty history of its own: Ctrl+Z in it must not
	// bring back what was typed into another note.
	e.SetText(box.Text)
	e.OnChanged = typed
	e.over.Refresh()
	e.place()
	e.frame.Show()
	e.CursorRow = math.MaxInt32
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	if c := fyne.CurrentApp().Driver().CanvasForObject(e.board); c != nil {
		c.Focus(e)
	}
	e.board.mark()
}

// typed follows the text: the note grows with it.
func (e *editor) typed(text string) {
	if !e.shown {
		return
	}
	e.left.offset = e.CursorTextOffset()
	if e.box.Typed != nil {
		e.box.Rect = e.box.Typed(text)
		e.board.sync()
	}
	e.place()
}

// place lays the entry over the text.
func (e *editor) place() {
	if !e.shown {
		return
	}
	r := e.box.Rect
	outer := r.Inset(-editorPad)
	whole := geometry.Rect{W: outer.W, H: outer.H}
	// Fyne's lines are a little higher, and break a little earlier or later:
	// with room to spare, out of sight, the text never scrolls under the eye.
	spare := whole.Inset(-editorTrim)
	spare.W += 2
	spare.H += 1.5 * e.box.Size
	put(e.over, spare)
	put(e.clip, whole)
	put(e.frame, outer)
}

// TypedRune types a character.
func (e *editor) TypedRune(r rune) {
	defer guard.Catch()
	e.resume()
	e.Entry.TypedRune(r)
	e.left.row, e.left.column = e.CursorRow, e.CursorColumn
}

// resume puts the cursor back where typing left it. Where a space is typed at
// the end of a full line, Fyne shows the cursor before the space and would
// glue the next letter to the word.
func (e *editor) resume() {
	if e.left.row == e.CursorRow && e.left.column == e.CursorColumn && e.left.offset <= len([]rune(e.Text)) {
		e.CursorColumn += e.left.offset - e.CursorTextOffset()
	}
}

// TypedKey ends the editing by Enter and Escape. Shift+Enter breaks the line.
func (e *editor) TypedKey(key *fyne.KeyEvent) {
	defer guard.Catch()
	if e.box.Line && (key.Name == fyne.KeyUp || key.Name == fyne.KeyDown) {
		e.commit()
		e.board.takeFocus()
		return
	}
	switch key.Name {
	case fyne.KeyEscape:
		e.discard()
		e.board.takeFocus()
	case fyne.KeyReturn, fyne.KeyEnter:
		if e.board.env.Modifiers()&fyne.KeyModifierShift == 0 {
			e.commit()
			e.board.takeFocus()
			return
		}
		e.Entry.TypedRune('\n')
	default:
		e.resume()
		at, one := e.CursorTextOffset(), e.SelectedText() == ""
		e.Entry.TypedKey(key)
		e.left = noTrail
		if key.Name == fyne.KeyBackspace && one && at > 0 {
			e.left = trail{e.CursorRow, e.CursorColumn, at - 1}
		}
	}
}

// TypedShortcut keeps the text and begins the next note at Ctrl+Enter; all
// other shortcuts are the entry's.
func (e *editor) TypedShortcut(s fyne.Shortcut) {
	defer guard.Catch()
	if isNext(s) {
		e.board.TypedShortcut(s)
		return
	}
	e.Entry.TypedShortcut(s)
}

// isNext reports whether a shortcut is Ctrl+Enter.
func isNext(s fyne.Shortcut) bool {
	c, ok := s.(*desktop.CustomShortcut)
	return ok && c.Modifier == fyne.KeyModifierShortcutDefault && (c.KeyName == fyne.KeyReturn || c.KeyName == fyne.KeyEnter)
}

// AcceptsTab lets Tab lead out of the entry, which keeps the text.
func (e *editor) AcceptsTab() bool { return false }

// FocusLost keeps the text, a moment later: Fyne does not allow the focus to
// be changed from within. A menu or dialog over the window ends nothing.
func (e *editor) FocusLost() {
	e.Entry.FocusLost()
	edited := e.box.Key
	fyne.Do(func() {
		c := fyne.CurrentApp().Driver().CanvasForObject(e.board)
		if e.shown && e.box.Key == edited && (c == nil || c.Overlays().Top() == nil) {
			e.commit()
		}
	})
}

// FocusGained passes the keyboard on when the window comes back after the text
// was kept.
func (e *editor) FocusGained() {
	e.Entry.FocusGained()
	if !e.shown {
		fyne.Do(e.board.takeFocus)
	}
}

// commit keeps the text.
func (e *editor) commit() {
	box := e.end()
	key, err := box.Commit(e.Text)
	e.board.report(err)
	e.board.sync()
	if key != "" {
		e.board.pick([]Key{key})
	}
}

// discard drops the text.
func (e *editor) discard() {
	e.end().Discard()
	e.board.sync()
}

// end closes the entry.
func (e *editor) end() EditBox {
	box := e.box
	e.shown, e.box = false, EditBox{}
	e.frame.Hide()
	return box
}
