package handout

import (
	"math"

	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/export/text"
)

// A form is a page that is filled in by hand while it is being drawn.
type form struct {
	*handout
	page *scene.Page
}

// wrap breaks a text into lines.
func (h *handout) wrap(s string, width, size float64, bold bool) []string {
	return geometry.Wrap(s, width, func(t string) float64 { return text.Measure(t, size, bold) })
}

// rulePitch is the distance between lines to write on: that of ruled paper.
const rulePitch = 16.5

// rules draws lines to write on, as many as an area has room for.
func (f *form) rules(r geometry.Rect) {
	pitch := rulePitch * f.unit
	n := math.Floor((r.H + 0.01) / pitch)
	if n < 1 {
		return
	}
	pitch = r.H / n
	for i := 1.0; i <= n; i++ {
		f.line(r.X, r.Y+i*pitch, r.Right())
	}
}

// line draws a line to write on.
func (f *form) line(x1, y, x2 float64) {
	f.page.Add(scene.Line{X1: x1, Y1: y, X2: x2, Y2: y, Paint: scene.Paint{Stroke: f.soft.Line, Width: f.soft.Rule}})
}

// write writes a text into a width from the upper edge y on and returns where
// it ends.
func (f *form) write(s string, x, y, width float64, st style) float64 {
	for _, line := range f.wrap(s, width, st.size, st.bold) {
		f.page.Add(scene.Text{X: x, Y: y + st.size*1.02, Size: st.size, Bold: st.bold, Color: st.color, Text: line})
		y += st.line()
	}
	return y
}

// part writes the heading of a part with its explanation, and returns the
// area below.
func (f *form) part(r geometry.Rect, title, about string) geometry.Rect {
	y := f.write(title, r.X, r.Y, r.W, f.lead())
	if about != "" {
		y = f.write(about, r.X, y, r.W, f.aside())
	}
	return gapAbove(r, y-r.Y+2*f.unit)
}

// tick draws a box to tick, ticked or not, around a point.
func (f *form) tick(c geometry.Point, ticked bool) {
	side := 8.5 * f.unit
	r := geometry.Rect{X: c.X - side/2, Y: c.Y - side/2, W: side, H: side}
	f.page.Box(r, side*0.12, f.look.Sheet, f.look.Muted, f.look)
	if ticked {
		at := func(x, y float64) scene.Point { return scene.Point{X: r.X + x*side, Y: r.Y + y*side} }
		f.page.Add(scene.Polyline{
			Points: []scene.Point{at(0.2, 0.52), at(0.43, 0.75), at(0.82, 0.24)},
			Paint:  scene.Paint{Stroke: f.look.Ink, Width: side * 0.13},
		})
	}
}

// A column is one of a table: its heading and its share of the width.
type column struct {
	title string
	share float64
	align alignment
}

// An alignment is where in its column a heading stands.
type alignment float64

const (
	middle alignment = 0.5
	end    alignment = 1
)

// grid draws the head of a table and as many empty rows as the area has room
// for, each about as high as the pitch says, and returns the rows' cells.
func (f *form) grid(r geometry.Rect, columns []column, pitch float64) [][]geometry.Rect {
	st := f.aside()
	st.bold = true
	sum := 0.0
	for _, c := range columns {
		sum += c.share
	}
	pad := 3 * f.unit
	edges := []float64{r.X}
	heads := make([][]string, len(columns))
	high := 0.0
	for i, c := range columns {
		width := r.W * c.share / sum
		edges = append(edges, edges[i]+width)
		heads[i] = f.wrap(c.title, width-2*pad, st.size, true)
		high = math.Max(high, float64(len(heads[i]))*st.line())
	}
	for i, lines := range heads {
		y := r.Y + high - float64(len(lines))*st.line()
		for _, s := range lines {
			free := edges[i+1] - edges[i] - 2*pad - text.Measure(s, st.size, true)
			x := edges[i] + pad + float64(columns[i].align)*free
			f.page.Add(scene.Text{X: x, Y: y + st.size*1.02, Size: st.size, Bold: true, Color: st.color, Text: s})
			y += st.line()
		}
	}
	body := gapAbove(r, high+1.5*f.unit)
	n := int(math.Max(1, math.Floor(body.H/pitch)))
	pitch = body.H / float64(n)
	var rows [][]geometry.Rect
	for row := range n {
		y := body.Y + float64(row)*pitch
		f.line(r.X, y, r.Right())
		var cells []geometry.Rect
		for i := range columns {
			cells = append(cells, geometry.Rect{X: edges[i] + pad, Y: y, W: edges[i+1] - edges[i] - 2*pad, H: pitch})
		}
		rows = append(rows, cells)
	}
	f.line(r.X, body.Bottom(), r.Right())
	for _, x := range edges[1 : len(edges)-1] {
		f.page.Add(scene.Line{X1: x, Y1: body.Y, X2: x, Y2: body.Bottom(), Paint: scene.Paint{Stroke: f.soft.Line, Width: f.soft.Rule}})
	}
	return rows
}

// into writes a text in the middle of a cell's height, shortened to its width.
func (f *form) into(cell geometry.Rect, s string, st style) {
	lines := scene.Shorten(s, cell.W, st.size, st.bold, max(1, int(cell.H/st.line())))
	y := cell.Y + (cell.H-float64(len(lines))*st.line())/2
	for _, line := range lines {
		f.page.Add(scene.Text{X: cell.X, Y: y + st.size*1.02, Size: st.size, Bold: st.bold, Color: st.color, Text: line})
		y += st.line()
	}
}
