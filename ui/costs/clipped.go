package costs

import (
	"strings"

	"fyne.io/fyne/v2/driver/desktop"

	"ninefold/canvas/geometry"
	"ninefold/export/text"
	"ninefold/ui/costs/grid"
	"ninefold/ui/guard"
)

var _ desktop.Hoverable = (*Sheet)(nil)

// MouseIn is for Fyne.
func (s *Sheet) MouseIn(e *desktop.MouseEvent) { s.MouseMoved(e) }

// MouseOut takes away what was said.
func (s *Sheet) MouseOut() { s.tip.hide() }

// A cellAt is a cell that is pointed at, with what is said of it.
type cellAt struct {
	row    string
	column grid.Column
	said   string
}

// MouseMoved says all of a cell that has no room for what it says.
func (s *Sheet) MouseMoved(e *desktop.MouseEvent) {
	defer guard.Catch()
	at := point(e.Position)
	row, column := s.plan.at(at, s.top)
	if s.editor.shown || s.pulling != pullsNothing || !s.plan.body.Contains(at) || row < 0 || row >= len(s.table.Rows) {
		s.tip.hide()
		return
	}
	r := &s.table.Rows[row]
	cell := s.plan.cell(row, column, s.top)
	if r.Kind != grid.Line {
		column, cell = grid.Label, s.plan.row(row, s.top)
	}
	said := s.clipped(r, column)
	if said == "" {
		s.tip.hide()
		return
	}
	under := geometry.Point{X: cell.X, Y: cell.Bottom() - tipGap + 3}
	box, page := sentence(said, under, false, s.plan.size, s.plan.text-1, s.env.Look)
	s.tip.show(cellAt{r.Key(), column, said}, box, page)
}

// Said is what is said of the cell that is pointed at; empty where nothing is.
func (s *Sheet) Said() string { return s.tip.said() }

// clipped is what a cell says where it has no room for all of it.
func (s *Sheet) clipped(r *grid.Row, column grid.Column) string {
	wide := func(said string, bold bool) float64 { return text.Measure(said, s.plan.text, bold) }
	room := s.plan.columns[column].w
	switch {
	case r.Kind != grid.Line:
		amount := s.plan.columns[grid.Amount]
		return ifWider(s.table.Title(r), wide(s.table.Title(r), r.Kind == grid.Block), amount.x+amount.w-s.plan.columns[grid.Label].x)
	case column == grid.Segments:
		served := s.table.Served(r)
		width := -float64(badgeGap)
		var names []string
		for _, n := range served {
			width += geometry.BadgeSize(n.Segment.Letter, scaled(badgeSize)).W + badgeGap
			names = append(names, n.Segment.Letter+" "+n.SegmentName())
		}
		return ifWider(strings.Join(names, ", "), width, room)
	case column == grid.Label:
		said, width := s.table.Title(r), wide(s.table.Title(r), false)
		if r.Note.IsRelationship() {
			room -= padding
		}
		if under := s.under(r); under != "" {
			said += " · " + under
			width += padding + text.Measure(under, s.underSize(), false)
		}
		return ifWider(said, width, room)
	}
	said := s.table.Text(r, column)
	return ifWider(said, wide(said, false), room)
}

// ifWider is a text that is wider than its room.
func ifWider(said string, width, room float64) string {
	if width <= room {
		return ""
	}
	return said
}
