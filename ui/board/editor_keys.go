package board

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ninefold/export/text"
	"ninefold/ui/board/typing"
	"ninefold/ui/guard"
)

// TypedRune types a character.
func (e *editor) TypedRune(r rune) {
	defer guard.Catch()
	e.text.Insert(string(r))
	e.typed()
}

// TypedKey moves the cursor, deletes, and ends the editing by Enter and Escape.
// Shift+Enter breaks the line.
func (e *editor) TypedKey(key *fyne.KeyEvent) {
	defer guard.Catch()
	if e.box.Line && (key.Name == fyne.KeyUp || key.Name == fyne.KeyDown) {
		e.commit()
		e.board.takeFocus()
		return
	}
	extend := e.board.env.Modifiers()&fyne.KeyModifierShift != 0
	switch key.Name {
	case fyne.KeyEscape:
		e.discard()
		e.board.takeFocus()
	case fyne.KeyReturn, fyne.KeyEnter:
		if !extend || e.box.Line {
			e.enter()
			return
		}
		e.text.Insert("\n")
		e.typed()
	case fyne.KeyBackspace:
		e.erase(typing.Back)
	case fyne.KeyDelete:
		e.erase(typing.Forward)
	case fyne.KeyLeft, fyne.KeyRight:
		e.sideways(key.Name, typing.Back, typing.Forward, extend)
	case fyne.KeyUp:
		e.vertical(-1, extend)
	case fyne.KeyDown:
		e.vertical(1, extend)
	case fyne.KeyHome:
		e.lineEnd(false, extend)
	case fyne.KeyEnd:
		e.lineEnd(true, extend)
	case fyne.KeyPageUp:
		e.move(typing.Start, extend)
	case fyne.KeyPageDown:
		e.move(typing.End, extend)
	}
}

// enter keeps the text and, after a new one, begins the next. One that is left
// empty ends that.
func (e *editor) enter() {
	next := e.box.Next
	if strings.TrimSpace(e.text.String()) == "" {
		next = ""
	}
	e.commit()
	e.board.takeFocus()
	e.board.edit(next, 0)
}

func (e *editor) erase(m typing.Move) {
	e.text.Erase(m)
	e.typed()
}

func (e *editor) move(m typing.Move, extend bool) {
	e.text.Go(m, extend)
	e.moved()
}

// sideways moves the cursor to the side of an arrow: in a line that is read from
// right to left, the right is where one comes from.
func (e *editor) sideways(key fyne.KeyName, back, forward typing.Move, extend bool) {
	m := back
	if len(e.spans) > 0 && (key == fyne.KeyRight) != text.RightToLeft(e.on(e.at()).all) {
		m = forward
	}
	e.move(m, extend)
}

// TypedShortcut carries out the shortcuts of typing. Ctrl+Enter keeps the text
// and begins the next note; all that is not about typing is the window's.
func (e *editor) TypedShortcut(s fyne.Shortcut) {
	defer guard.Catch()
	switch s := s.(type) {
	case *fyne.ShortcutUndo:
		e.recall(e.text.Undo())
	case *fyne.ShortcutRedo:
		e.recall(e.text.Redo())
	case *fyne.ShortcutCopy:
		e.copy(s.Clipboard)
	case *fyne.ShortcutCut:
		e.copy(s.Clipboard)
		if e.SelectedText() != "" {
			e.erase(typing.Back)
		}
	case *fyne.ShortcutPaste:
		pasted := s.Clipboard.Content()
		if e.box.Line {
			pasted = strings.Join(strings.Fields(pasted), " ")
		}
		e.text.Insert(pasted)
		e.typed()
	case *fyne.ShortcutSelectAll:
		e.text.SelectAll()
		e.moved()
	case *desktop.CustomShortcut:
		if !e.withCtrl(s) {
			e.board.TypedShortcut(s)
		}
	default:
		e.board.TypedShortcut(s)
	}
}

// recall shows the text after a step was taken back or repeated.
func (e *editor) recall(done bool) {
	if done {
		e.typed()
	}
}

// withCtrl moves and deletes by words, and reports whether a shortcut means that.
func (e *editor) withCtrl(s *desktop.CustomShortcut) bool {
	if s.Modifier&^fyne.KeyModifierShift != fyne.KeyModifierShortcutDefault {
		return false
	}
	extend := s.Modifier&fyne.KeyModifierShift != 0
	switch s.KeyName {
	case fyne.KeyLeft, fyne.KeyRight:
		e.sideways(s.KeyName, typing.WordBack, typing.WordForward, extend)
	case fyne.KeyHome:
		e.move(typing.Start, extend)
	case fyne.KeyEnd:
		e.move(typing.End, extend)
	case fyne.KeyBackspace:
		e.erase(typing.WordBack)
	case fyne.KeyDelete:
		e.erase(typing.WordForward)
	case fyne.KeyZ: // with Shift; without, it has a name of its own
		e.recall(e.text.Redo())
	default:
		return false
	}
	return true
}

func (e *editor) copy(to fyne.Clipboard) {
	if s := e.SelectedText(); s != "" {
		to.SetContent(s)
	}
}

// SelectedText is the part of the text that is selected.
func (e *editor) SelectedText() string { return e.text.Selected() }

// isNext reports whether a shortcut is Ctrl+Enter.
func isNext(s fyne.Shortcut) bool {
	c, ok := s.(*desktop.CustomShortcut)
	return ok && c.Modifier == fyne.KeyModifierShortcutDefault && (c.KeyName == fyne.KeyReturn || c.KeyName == fyne.KeyEnter)
}

// FocusLost keeps the text, a moment later: Fyne does not allow the focus to
// be changed from within. A menu or dialog over the window ends nothing.
func (e *editor) FocusLost() {
	if e.pulled {
		return // see DragEnd
	}
	edited := e.text
	fyne.Do(func() {
		defer guard.Catch()
		c := fyne.CurrentApp().Driver().CanvasForObject(e.board)
		if e.shown && e.text == edited && (c == nil || c.Overlays().Top() == nil) {
			e.commit()
		}
	})
}

// FocusGained passes the keyboard on when the window comes back after the text
// was kept.
func (e *editor) FocusGained() {
	if !e.shown {
		fyne.Do(e.board.takeFocus)
	}
}
