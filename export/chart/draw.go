package chart

import (
	"image/color"
	"math"

	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/export/scene"
)

// Draw adds the plot to a page.
func (p *Plot) Draw(page *scene.Page, look *scene.Look) {
	d := drawer{p, page, look}
	d.grid()
	if p.empty {
		none := p.chart.Words.T("chart.empty")
		c := p.Inner.Center()
		d.text(label{x: c.X - p.measure(none)/2, y: c.Y, text: none}, look.Muted)
		return
	}
	for i := range p.chart.Places {
		d.bars(i)
	}
	d.pointOut()
	for i := range p.chart.Lines {
		d.line(i)
	}
	d.legend()
}

type drawer struct {
	*Plot
	page *scene.Page
	look *scene.Look
}

func (d *drawer) text(l label, c color.NRGBA) {
	d.page.Add(scene.Text{X: l.x, Y: l.y, Size: d.size, Color: c, Text: l.text})
}

// thin is the width of thin lines.
func (d *drawer) thin() float64 { return math.Max(0.5, d.size/12) }

// faint is the colour of lines that only guide the eye.
func (d *drawer) faint() color.NRGBA { return scene.Mix(d.look.Muted, d.look.Sheet, 0.72) }

// grid draws the axes: a line at each tick, a stronger one at zero.
func (d *drawer) grid() {
	r := d.Inner
	for _, t := range d.axis.ticks {
		paint := scene.Paint{Stroke: d.faint(), Width: d.thin()}
		if t.at == 0 {
			paint.Stroke = scene.Mix(d.look.Muted, d.look.Sheet, 0.2)
		}
		y := d.Y(t.at)
		d.page.Add(scene.Line{X1: r.X, Y1: y, X2: r.Right(), Y2: y, Paint: paint})
		if d.empty {
			continue // there is nothing that figures would measure
		}
		s := d.tickText(t)
		d.text(label{x: r.X - d.size*tickGap - d.measure(s), y: y + d.size*0.36, text: s}, d.look.Muted)
	}
	for _, l := range d.names {
		d.text(l, d.look.Muted)
	}
	if !d.empty {
		d.text(d.unit, d.look.Muted)
	}
	if d.across.text != "" {
		d.text(d.across, d.look.Muted)
	}
}

// pointOut draws the marks.
func (d *drawer) pointOut() {
	paint := scene.Paint{Stroke: d.look.Muted, Width: d.thin(), Dash: d.size / 4}
	for _, m := range d.marks {
		x := d.X(m.at)
		d.page.Add(scene.Line{X1: x, Y1: d.Inner.Y, X2: x, Y2: d.Inner.Bottom(), Paint: paint})
		d.text(m, d.look.Ink)
	}
}

// colour is that of a series. In the dark it is lighter, so that thin lines are
// seen.
func (d *drawer) colour(c canvas.Colour) color.NRGBA {
	if c == "" {
		return d.look.Accent
	}
	if d.look.Dark {
		return scene.Mix(d.look.Segment(c), d.look.Ink, 0.35)
	}
	return d.look.Segment(c)
}

// A stroke is how the line of a series is told from others without its colour.
// Lengths are in ems.
type stroke struct {
	width, dash float64
	marker      func(c geometry.Point, size float64, paint scene.Paint) scene.Item
}

func roundMarker(c geometry.Point, size float64, paint scene.Paint) scene.Item {
	return scene.Circle{X: c.X, Y: c.Y, R: size, Paint: paint}
}

func squareMarker(c geometry.Point, size float64, paint scene.Paint) scene.Item {
	return scene.Rect{X: c.X - size, Y: c.Y - size, W: 2 * size, H: 2 * size, Paint: paint}
}

func triangleMarker(c geometry.Point, size float64, paint scene.Paint) scene.Item {
	up := size * 1.2
	return scene.Polygon{Points: []scene.Point{{X: c.X, Y: c.Y - up}, {X: c.X + up, Y: c.Y + size}, {X: c.X - up, Y: c.Y + size}}, Paint: paint}
}

// strokes are taken in turn.
var strokes = []stroke{
	{width: 0.2},
	{width: 0.13, marker: roundMarker},
	{width: 0.15, dash: 0.42},
	{width: 0.13, marker: squareMarker},
	{width: 0.13, dash: 0.2},
	{width: 0.13, marker: triangleMarker},
}

// markersAcross is about how many markers a line has, however many values.
const markersAcross = 7

// line draws a series as a stroke, broken where values are missing.
func (d *drawer) line(i int) {
	s, k := d.chart.Lines[i], strokes[i%len(strokes)]
	paint := scene.Paint{Stroke: d.colour(s.Colour), Width: k.width * d.size, Dash: k.dash * d.size}
	every := max(1, len(s.Values)/markersAcross)
	var run []scene.Point
	end := func() {
		if len(run) > 1 {
			d.page.Add(scene.Polyline{Points: run, Paint: paint})
		}
		run = nil
	}
	var markers []scene.Item
	for place, a := range s.Values {
		v, ok := value(a)
		if !ok {
			end()
			continue
		}
		at := geometry.Point{X: d.X(place), Y: d.Y(v)}
		run = append(run, scene.Point(at))
		if k.marker != nil && place%every == every/2 || len(s.Values) == 1 {
			markers = append(markers, d.marker(k, at, paint))
		}
	}
	end()
	d.page.Add(markers...)
}

func (d *drawer) marker(k stroke, at geometry.Point, paint scene.Paint) scene.Item {
	if k.marker == nil {
		k.marker = roundMarker
	}
	return k.marker(at, d.size*0.27, scene.Paint{Fill: d.look.Sheet, Stroke: paint.Stroke, Width: d.size * 0.12})
}

// legend draws a sample of each series beside its name.
func (d *drawer) legend() {
	for _, e := range d.Plot.legend {
		w := d.size * sampleWidth
		middle := e.y - d.size*0.34
		if e.bar {
			d.bar(geometry.Rect{X: e.x + w*0.25, Y: e.y - d.size*0.85, W: w * 0.7, H: d.size}, e.series)
		} else {
			s, k := d.chart.Lines[e.series], strokes[e.series%len(strokes)]
			paint := scene.Paint{Stroke: d.colour(s.Colour), Width: k.width * d.size, Dash: k.dash * d.size}
			d.page.Add(scene.Line{X1: e.x, Y1: middle, X2: e.x + w, Y2: middle, Paint: paint})
			if k.marker != nil {
				d.page.Add(d.marker(k, geometry.Point{X: e.x + w/2, Y: middle}, paint))
			}
		}
		d.text(label{x: e.x + w + d.size*sampleGap, y: e.y, text: e.text}, d.look.Ink)
	}
}
