package chart

import (
	"math"

	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/export/text"
)

// Readout draws what is said of a place when somebody points at it: a line
// through it, its values, and a box with its name and the figures in full. The
// page is as large as the plot's area, its origin the area's corner, and clear
// but for that.
func (p *Plot) Readout(place int, look *scene.Look) *scene.Page {
	page := &scene.Page{W: p.Area.W, H: p.Area.H}
	d := drawer{p, page, look}
	x := p.X(place) - p.Area.X
	top, bottom := p.Inner.Y-p.Area.Y, p.Inner.Bottom()-p.Area.Y
	page.Add(scene.Line{X1: x, Y1: top, X2: x, Y2: bottom, Paint: scene.Paint{Stroke: look.Ink, Width: d.thin()}})
	var rows [][2]string
	for i := range p.chart.Bars {
		s := &p.chart.Bars[i]
		rows = append(rows, [2]string{s.Name, p.chart.Write(s.Values[place])})
	}
	for i := range p.chart.Lines {
		s := &p.chart.Lines[i]
		rows = append(rows, [2]string{s.Name, p.chart.Write(s.Values[place])})
		if v, ok := value(s.Values[place]); ok {
			page.Add(scene.Circle{X: x, Y: p.Y(v) - p.Area.Y, R: p.size * 0.32, Paint: scene.Paint{Fill: d.colour(s.Colour)}})
		}
	}
	d.box(p.chart.Head(place), rows, x, top)
	return page
}

// box draws the figures beside a line at x, on the side where there is room.
func (d *drawer) box(head string, rows [][2]string, x, top float64) {
	pad, line := d.size*0.7, d.size*lineHeight
	names, figures := 0.0, 0.0
	for _, r := range rows {
		names, figures = math.Max(names, d.measure(r[0])), math.Max(figures, d.measure(r[1]))
	}
	inner := math.Max(names+d.size*1.2+figures, text.Measure(head, d.size, true))
	box := geometry.Rect{X: x + d.size, Y: top + d.size*0.4, W: inner + 2*pad, H: float64(len(rows)+1)*line + 2*pad*0.8}
	if box.Right() > d.Area.W {
		box.X = math.Max(0, x-d.size-box.W)
	}
	d.page.Add(scene.Rect{
		X: box.X, Y: box.Y, W: box.W, H: box.H, Radii: scene.Round(d.size * 0.35),
		Paint: scene.Paint{Fill: d.look.Sheet, Stroke: d.look.Frame, Width: d.thin()},
	})
	y := box.Y + pad*0.8 + d.size*baseline
	d.page.Add(scene.Text{X: box.X + pad, Y: y, Size: d.size, Bold: true, Color: d.look.Ink, Text: head})
	for _, r := range rows {
		y += line
		d.text(label{x: box.X + pad, y: y, text: r[0]}, d.look.Muted)
		d.text(label{x: box.Right() - pad - d.measure(r[1]), y: y, text: r[1]}, d.look.Ink)
	}
}
