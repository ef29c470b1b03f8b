package costs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ninefold/canvas/geometry"
	"ninefold/ui/costs/grid"
	"ninefold/ui/guard"
)

var (
	_ desktop.Mouseable      = (*Sheet)(nil)
	_ fyne.Draggable         = (*Sheet)(nil)
	_ fyne.Scrollable        = (*Sheet)(nil)
	_ fyne.DoubleTappable    = (*Sheet)(nil)
	_ fyne.SecondaryTappable = (*Sheet)(nil)
)

func point(p fyne.Position) geometry.Point { return geometry.Point{X: float64(p.X), Y: float64(p.Y)} }

// MouseDown moves the cursor; with Shift the selection grows. It happens here
// and not on release, because Fyne tells of no tap once the pointer has moved a
// little.
func (s *Sheet) MouseDown(e *desktop.MouseEvent) {
	defer guard.Catch()
	s.Commit()
	s.takeFocus()
	at := point(e.Position)
	s.pulling = pullsNothing
	if s.barRect().Inset(-6).Contains(at) && e.Button == desktop.MouseButtonPrimary {
		s.pulling = pullsBar
		return
	}
	c, ok := s.hit(at)
	s.clicked, s.before = c, s.clicked
	if !ok || e.Button == desktop.MouseButtonSecondary && s.selected().Has(c.Row, c.Column) {
		return
	}
	s.pulling = pullsSelection
	s.goTo(c, e.Modifier&fyne.KeyModifierShift != 0)
}

// MouseUp is for Fyne.
func (s *Sheet) MouseUp(*desktop.MouseEvent) { s.pulling = pullsNothing }

// hit is the cell at a place where the cursor can be.
func (s *Sheet) hit(at geometry.Point) (grid.Cursor, bool) {
	if !s.plan.body.Contains(at) {
		return grid.Cursor{}, false
	}
	row, column := s.plan.at(at, s.top)
	if row < 0 || row >= len(s.table.Rows) || s.table.Rows[row].Kind == grid.Block {
		return grid.Cursor{}, false
	}
	return grid.Cursor{Row: row, Column: column}, true
}

// Dragged selects cells, or scrolls by the bar.
func (s *Sheet) Dragged(e *fyne.DragEvent) {
	defer guard.Catch()
	switch s.pulling {
	case pullsBar:
		b := s.plan.body
		s.scroll(float64(e.Dragged.DY) * s.longest() / max(1, b.H-s.barRect().H))
	case pullsSelection:
		if c, ok := s.hit(point(e.Position)); ok && c != s.cursor {
			s.goTo(c, true)
		}
	}
}

// DragEnd is for Fyne.
func (s *Sheet) DragEnd() { s.pulling = pullsNothing }

// Scrolled scrolls the rows.
func (s *Sheet) Scrolled(e *fyne.ScrollEvent) {
	defer guard.Catch()
	s.scroll(-float64(e.Scrolled.DY))
}

func (s *Sheet) scroll(by float64) {
	before := s.top
	if s.top = min(max(s.top+by, 0), s.longest()); s.top != before {
		s.sync()
	}
}

// DoubleTapped begins to type into the cell. Fyne counts two clicks in quick
// succession wherever they are.
func (s *Sheet) DoubleTapped(e *fyne.PointEvent) {
	defer guard.Catch()
	if c, ok := s.hit(point(e.Position)); ok && c == s.before && c == s.clicked {
		s.Edit()
	}
}

// menu are the actions that make sense for a row.
var menu = []string{
	"edit_text", "insert_cost", "edit_duplicate", "costs_move", "-", "edit_cut", "edit_copy", "edit_paste", "-", "edit_delete",
}

// TappedSecondary shows the menu of the row.
func (s *Sheet) TappedSecondary(e *fyne.PointEvent) {
	defer guard.Catch()
	if _, ok := s.hit(point(e.Position)); ok {
		s.env.Menu(e.AbsolutePosition, menu)
	}
}
