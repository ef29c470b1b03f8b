package board

import (
	"slices"

	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/export/text"
)

// Zoom is how large everything is drawn; 1 is the natural size.
func (r *Relationships) Zoom() float64 { return r.zoom }

// SetZoom changes how large everything is drawn, between half and twice the
// natural size. The board keeps its width: its columns give way as far as they
// can be read.
func (r *Relationships) SetZoom(zoom float64, at geometry.Point) {
	zoom = min(max(zoom, minZoom), 2)
	by := zoom / r.zoom
	r.zoom = zoom
	if r.layout == nil {
		return
	}
	top := r.layout.Body.Y
	r.scroll.Rows = (r.scroll.Rows+at.Y-top)*by - (at.Y - top)
	r.scroll.Palette *= by
	r.scroll.Columns *= by
	r.Arrange(r.size)
}

// Fit is the largest zoom at which all rows and columns are in sight.
func (r *Relationships) Fit() float64 {
	engine := geometry.BoardEngine{Measure: text.Measure} // the board's own keeps what it remembers
	for _, zoom := range slices.Backward(zoomSteps) {
		if zoom > 1 {
			continue
		}
		b := engine.Board(r.doc.Project(), geometry.Rect{W: r.size.W, H: r.size.H}, geometry.BoardScreen(zoom), r.text, geometry.BoardScroll{})
		if b.Most.Rows == 0 && b.Most.Columns == 0 {
			return zoom
		}
	}
	return minZoom
}

// Drift is for the board: rows scroll at the upper and lower edge, columns at
// the left and right one.
func (r *Relationships) Drift(at geometry.Point) func() {
	body, table, most := r.layout.Body, r.layout.Table, r.layout.Most
	dy := edge(at.Y, body.Y, body.Bottom(), r.scroll.Rows > 0, r.scroll.Rows < most.Rows)
	dx := edge(at.X, table.X, table.Right(), r.scroll.Columns > 0, r.scroll.Columns < most.Columns)
	if at.X < body.X || dx == 0 && dy == 0 {
		return nil
	}
	return func() { r.ScrollBy(body.Center(), dx, dy) }
}

// Pan is for the board.
func (r *Relationships) Pan(dx, dy float64) bool { return r.ScrollBy(r.layout.Body.Center(), -dx, -dy) }

// Areas returns the parts of the cells that are in sight.
func (r *Relationships) Areas() map[Key]geometry.Rect {
	areas := map[Key]geometry.Rect{}
	for _, row := range r.layout.Rows {
		for _, c := range row.Cells {
			if seen := c.Rect.Intersect(r.layout.Table); !seen.Empty() {
				areas[cellKey(c.Cell)] = seen
			}
		}
	}
	return areas
}

// Here is the cell that the user works in.
func (r *Relationships) Here() Key {
	if r.things[r.here].cell == nil {
		return ""
	}
	return r.here
}

// Enter makes a cell the one that the user works in.
func (r *Relationships) Enter(area Key) {
	r.here = area
	r.doc.SelectBlock(canvas.CustomerRelationships)
}

// Reveal scrolls the rows, or the palette, until a thing is in sight, and
// unfolds the row that a card is hidden in.
func (r *Relationships) Reveal(key Key) bool {
	unfolded := r.unfoldFor(key)
	t, ok := r.things[key]
	if !ok {
		return unfolded
	}
	before := r.scroll
	switch {
	case t.token != nil:
		r.scroll.Palette += need(t.rect, r.layout.PaletteBody.Inset(r.layout.Metrics.Tight))
	case !r.layout.Palette.Overlaps(t.rect):
		r.scroll.Rows += need(t.rect, r.layout.Body)
		if t.cell != nil || t.card != nil || t.part != nil && t.part.kind == partFigure {
			r.scroll.Columns += need(turned(t.rect), turned(r.layout.Table))
		}
	}
	r.Arrange(r.size)
	return unfolded || r.scroll != before
}

// turned is a place with its sides and its axes exchanged.
func turned(r geometry.Rect) geometry.Rect { return geometry.Rect{X: r.Y, Y: r.X, W: r.H, H: r.W} }

// need is how far what lies at a place must go up to lie in a window; its
// upper end counts where both do not fit.
func need(at, window geometry.Rect) float64 {
	if down := at.Bottom() - window.Bottom(); down > 0 && at.Y-down >= window.Y {
		return down
	}
	return min(0, at.Y-window.Y) + max(0, at.Y-max(window.Y, window.Bottom()-at.H))
}

// ScrollBy scrolls the palette, or the rows and columns.
func (r *Relationships) ScrollBy(at geometry.Point, dx, dy float64) bool {
	before := r.scroll
	if r.layout.Palette.Contains(at) {
		r.scroll.Palette += dy
	} else {
		r.scroll.Rows += dy
		r.scroll.Columns += dx
	}
	r.Arrange(r.size)
	return r.scroll != before
}

// Grip is for the board: a press beside the thumb brings it under the pointer.
func (r *Relationships) Grip(bar Key, at geometry.Point) (slide func(geometry.Point), back func()) {
	bars := r.layout.Bars()
	held, scroll := &bars.Rows, &r.scroll.Rows
	switch bar {
	case paletteBar:
		held, scroll = &bars.Palette, &r.scroll.Palette
	case columnsBar:
		held, scroll = &bars.Columns, &r.scroll.Columns
	}
	set, before := func(to float64) {
		*scroll = to
		r.Arrange(r.size)
	}, *scroll
	follow, jumps := held.Hold(at)
	slide = func(to geometry.Point) { set(follow(to)) }
	if jumps {
		slide(at)
	}
	return slide, func() { set(before) }
}

// Menu lists the actions for a thing.
func (r *Relationships) Menu(key Key) []string {
	switch t := r.things[key]; {
	case t.card != nil:
		return []string{
			"edit_text", "edit_duplicate", "-", ":type", ":status", ":segments", ":standing", "-",
			"edit_cut", "edit_copy", "edit_paste", "-", "edit_delete",
		}
	case t.head != nil:
		return []string{"edit_text", "insert_segment", "edit_copy", "-", "view_fold", "view_fold_all", "view_unfold_all", "-", "edit_delete"}
	case t.part != nil:
		return []string{"view_fold", "view_fold_all", "view_unfold_all"}
	case r.isOwn(t.token):
		return []string{"type_edit", "type_remove", "-", "insert_type"}
	case t.token != nil:
		return []string{"insert_type"}
	case t.cell != nil:
		return []string{"insert_relationship", "edit_paste", "-", "view_fold", "view_fold_all", "view_unfold_all"}
	default:
		return []string{"insert_segment", "view_fold_all", "view_unfold_all"}
	}
}

// CellHere is the cell in which a relationship would be added now: that of the
// selected card, else the one that the user works in, else the first; empty
// where there is none.
func (r *Relationships) CellHere() Key {
	if cell, ok := r.cellHere(); ok {
		return cellKey(cell)
	}
	return r.cellAt(0, 0)
}
