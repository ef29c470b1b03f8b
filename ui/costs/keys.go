package costs

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ninefold/ui/costs/grid"
	"ninefold/ui/guard"
)

// FocusGained is for Fyne.
func (s *Sheet) FocusGained() {
	s.focused = true
	s.mark()
}

// FocusLost is for Fyne.
func (s *Sheet) FocusLost() {
	s.focused = false
	s.mark()
}

// AcceptsTab keeps Tab for going through the cells; at their end it leads on.
func (s *Sheet) AcceptsTab() bool { return true }

func (s *Sheet) takeFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		c.Focus(s)
	}
}

// TypedKey works the sheet by the keyboard.
func (s *Sheet) TypedKey(e *fyne.KeyEvent) {
	defer guard.Catch()
	shift := s.env.Modifiers()&fyne.KeyModifierShift != 0
	switch e.Name {
	case fyne.KeyUp:
		s.down(-1)
	case fyne.KeyDown:
		s.down(1)
	case fyne.KeyPageUp:
		s.down(-s.page())
	case fyne.KeyPageDown:
		s.down(s.page())
	case fyne.KeyLeft:
		s.side(-1)
	case fyne.KeyRight:
		s.side(1)
	case fyne.KeyHome:
		s.side(-grid.Columns)
	case fyne.KeyEnd:
		s.side(grid.Columns)
	case fyne.KeyTab:
		s.tab(shift)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF2:
		s.Edit()
	case fyne.KeySpace:
		if shift {
			s.wholeRows()
		} else {
			s.choose()
		}
	case fyne.KeyDelete, fyne.KeyBackspace:
		s.Delete()
	case fyne.KeyEscape:
		if s.anchor == s.cursor {
			s.pass(e)
		} else {
			s.goTo(s.cursor, false)
		}
	default:
		s.pass(e)
	}
}

// pass tells the window of a key that the sheet has no use for: a widget that
// has the focus hides its keys from it.
func (s *Sheet) pass(e *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(e)
	}
}

// TypedRune begins to type into the cell.
func (s *Sheet) TypedRune(r rune) {
	defer guard.Catch()
	if unicode.IsGraphic(r) && !unicode.IsSpace(r) {
		s.begin(r)
	}
}

// isAdd reports whether a shortcut is Ctrl+Enter, which adds a line.
func isAdd(sh fyne.Shortcut) bool {
	c, ok := sh.(*desktop.CustomShortcut)
	return ok && c.Modifier == fyne.KeyModifierShortcutDefault && (c.KeyName == fyne.KeyReturn || c.KeyName == fyne.KeyEnter)
}

// TypedShortcut carries out the shortcuts that are the sheet's own and passes
// the others on.
func (s *Sheet) TypedShortcut(sh fyne.Shortcut) {
	defer guard.Catch()
	if isAdd(sh) {
		s.Add()
		return
	}
	if _, ok := sh.(*fyne.ShortcutSelectAll); ok {
		s.SelectAll()
		return
	}
	if c, ok := sh.(*desktop.CustomShortcut); ok && s.own(c) {
		return
	}
	// A widget that hears shortcuts hides them from the window.
	if s.env.Shortcut(sh) {
		return
	}
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(s).(fyne.Shortcutable); ok {
		c.TypedShortcut(sh)
	}
}

// own carries out a shortcut that is the sheet's own, and reports whether it is.
func (s *Sheet) own(c *desktop.CustomShortcut) bool {
	switch {
	case c.Modifier == fyne.KeyModifierAlt && c.KeyName == fyne.KeyUp:
		s.shift(-1)
	case c.Modifier == fyne.KeyModifierAlt && c.KeyName == fyne.KeyDown:
		s.shift(1)
	case c.Modifier != fyne.KeyModifierShortcutDefault:
		return false
	case c.KeyName == fyne.KeyDelete:
		s.removeLines("edit.remove_cost")
	case c.KeyName == fyne.KeyHome:
		s.down(-len(s.table.Rows))
	case c.KeyName == fyne.KeyEnd:
		s.down(len(s.table.Rows))
	case c.KeyName == fyne.KeyD:
		s.Duplicate()
	default:
		return false
	}
	return true
}

// page is how many rows are in sight.
func (s *Sheet) page() int { return max(1, int(s.plan.body.H/s.plan.height)-1) }

// down moves the cursor by rows; with Shift the selection grows.
func (s *Sheet) down(by int) {
	if s.there {
		s.goTo(s.table.Down(s.cursor, by), s.env.Modifiers()&fyne.KeyModifierShift != 0 && !s.editor.shown)
	}
}

// side moves the cursor by columns; with Shift the selection grows.
func (s *Sheet) side(by int) {
	if s.there {
		s.goTo(s.table.Side(s.cursor, by), s.env.Modifiers()&fyne.KeyModifierShift != 0)
	}
}

// tab goes to the next cell that can be typed into, or to the one before; from
// the last one out of the sheet.
func (s *Sheet) tab(back bool) {
	if s.there {
		to, ok := s.table.Next(s.cursor)
		if back {
			to, ok = s.table.Previous(s.cursor)
		}
		if ok {
			s.goTo(to, false)
			return
		}
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(s)
	switch {
	case c == nil:
	case back:
		c.FocusPrevious()
	default:
		c.FocusNext()
	}
}

// wholeRows selects the rows of the selection in all their columns.
func (s *Sheet) wholeRows() {
	if s.there {
		s.anchor.Column, s.cursor.Column = grid.Label, grid.Monthly
		s.mark()
	}
}
