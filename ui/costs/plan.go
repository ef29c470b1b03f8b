package costs

import (
	fynetheme "fyne.io/fyne/v2/theme"

	"ninefold/canvas/geometry"
	"ninefold/ui/costs/grid"
	"ninefold/ui/theme"
)

// A plan is where the parts of the sheet lie, in its own units.
type plan struct {
	size    geometry.Size
	card    geometry.Rect // the table with its frame
	head    geometry.Rect // the names of the columns
	body    geometry.Rect // where rows are seen
	foot    geometry.Rect // the total
	add     geometry.Rect // adds a line
	stage   geometry.Rect // chooses a stage
	columns [grid.Columns]span
	text    float64 // size
	height  float64 // of a row
}

// A span is where a column lies, from the left edge of the rows.
type span struct{ x, w float64 }

// Lengths at the usual size of text.
const (
	margin     = 16 // around the card
	padding    = 12 // at the sides of the rows
	gap        = 10 // between columns
	rowHeight  = 31
	headHeight = 36
	footHeight = 38
	barWidth   = 5
)

// sizes are widths of the rows, in a table as small as it can be, in a narrow
// one and in a wide one; fixed are the widths of columns there that do not share
// in what is left.
var (
	sizes = [...]float64{480, 630, 880}
	fixed = map[grid.Column][len(sizes)]float64{
		grid.Segments: {46, 64, 90}, grid.Stage: {68, 82, 92}, grid.Amount: {74, 84, 104}, grid.Monthly: {74, 84, 112},
	}
)

// labelShare is the share of what is left that labels have.
const labelShare = 0.56

// between is the width for a table with rows of a width.
func between(widths [len(sizes)]float64, row float64) float64 {
	for k := range len(sizes) - 1 {
		if row < sizes[k+1] {
			share := max(0, (row-sizes[k])/(sizes[k+1]-sizes[k]))
			return widths[k] + (widths[k+1]-widths[k])*share
		}
	}
	return widths[len(sizes)-1]
}

func scaled(v float64) float64 { return float64(theme.Scaled(float32(v))) }

func newPlan(size geometry.Size) plan {
	p := plan{size: size, text: float64(fynetheme.TextSize()), height: scaled(rowHeight)}
	p.card = geometry.Rect{W: size.W, H: size.H}.Inset(margin)
	p.card.W += margin / 2 // what stands beside has a margin of its own
	inner := p.card.Inset(1)
	p.head = geometry.Rect{X: inner.X, Y: inner.Y, W: inner.W, H: scaled(headHeight)}
	p.foot = geometry.Rect{X: inner.X, Y: inner.Bottom() - scaled(footHeight), W: inner.W, H: scaled(footHeight)}
	p.body = geometry.Rect{X: inner.X, Y: p.head.Bottom(), W: inner.W, H: p.foot.Y - p.head.Bottom()}

	room := p.body.W - 2*padding - (grid.Columns-1)*gap
	var widths [grid.Columns]float64
	for c, w := range fixed {
		widths[c] = scaled(between(w, p.body.W))
		room -= widths[c]
	}
	widths[grid.Label], widths[grid.Behaviour] = room*labelShare, room*(1-labelShare)
	x := float64(padding)
	for c := range p.columns {
		p.columns[c] = span{x, widths[c]}
		x += widths[c] + gap
	}
	p.stage = geometry.Rect{X: p.head.X + p.columns[grid.Stage].x - gap/2, Y: p.head.Y, W: widths[grid.Stage] + gap, H: p.head.H}
	p.add = geometry.Rect{X: p.foot.X, Y: p.foot.Y, W: p.columns[grid.Label].w + padding, H: p.foot.H}
	return p
}

// row is where a row lies when the rows are scrolled so far.
func (p *plan) row(i int, top float64) geometry.Rect {
	return geometry.Rect{X: p.body.X, Y: p.body.Y + float64(i)*p.height - top, W: p.body.W, H: p.height}
}

// cell is where a cell of a row lies, with half of the gaps at its sides.
func (p *plan) cell(i int, c grid.Column, top float64) geometry.Rect {
	r := p.row(i, top)
	s := p.columns[c]
	r.X, r.W = p.body.X+s.x-gap/2, s.w+gap
	return r
}

// at is the row at a height, which may be beyond the last, and the column at a
// place across.
func (p *plan) at(at geometry.Point, top float64) (row int, c grid.Column) {
	row = int((at.Y - p.body.Y + top) / p.height)
	for i, s := range p.columns {
		if at.X >= p.body.X+s.x-gap/2 {
			c = grid.Column(i)
		}
	}
	return row, c
}
