package chart

import (
	"image/color"
	"math"

	"ninefold/canvas/geometry"
	"ninefold/export/scene"
)

// barShare is the part of a place's width that its bar takes, and widestBar, in
// ems, what it takes at most.
const (
	barShare  = 0.68
	widestBar = 5
)

// bars draws the bars of a place, one on another.
func (d *drawer) bars(place int) {
	w := math.Min(d.Inner.W/float64(len(d.chart.Places))*barShare, widestBar*d.size)
	for _, b := range d.chart.piles(place) {
		d.bar(geometry.Rect{X: d.X(place) - w/2, Y: d.Y(math.Max(b.from, b.to)), W: w, H: math.Abs(d.Y(b.from) - d.Y(b.to))}, b.series)
	}
}

// A texture is how the bars of a series are told from others without their
// colour.
type texture int

const (
	solid texture = iota
	pale
	slanted
	lying
	textures
)

// bar draws one bar of a series.
func (d *drawer) bar(r geometry.Rect, series int) {
	if r.H <= 0 {
		return
	}
	c := d.colour(d.chart.Bars[series].Colour)
	kind := texture(series % int(textures))
	fill := c
	switch {
	case d.look.Hollow && kind == solid: // to save ink
		fill = scene.Mix(c, d.look.Sheet, 0.6)
	case d.look.Hollow:
		fill = d.look.Sheet
	case kind != solid:
		fill = scene.Mix(c, d.look.Sheet, 0.78)
	}
	edge := d.thin()
	d.page.Add(scene.Rect{X: r.X, Y: r.Y, W: r.W, H: r.H, Paint: scene.Paint{Fill: fill}})
	switch kind {
	case slanted:
		d.slant(r, c)
	case lying:
		for y := r.Bottom() - d.size/3; y > r.Y; y -= d.size / 3 {
			d.hatch(geometry.Point{X: r.X, Y: y}, geometry.Point{X: r.Right(), Y: y}, c)
		}
	}
	d.page.Add(scene.Rect{X: r.X, Y: r.Y, W: r.W, H: r.H, Paint: scene.Paint{Stroke: c, Width: edge}})
}

func (d *drawer) hatch(a, b geometry.Point, c color.NRGBA) {
	d.page.Add(scene.Line{X1: a.X, Y1: a.Y, X2: b.X, Y2: b.Y, Paint: scene.Paint{Stroke: c, Width: d.thin()}})
}

// slant hatches a rectangle with lines that rise to the right and end at its
// edges. They are counted from the page's corner, so that bars on each other
// share them.
func (d *drawer) slant(r geometry.Rect, c color.NRGBA) {
	gap := d.size * 0.6
	for k := math.Ceil((r.X + r.Y) / gap); k*gap < r.Right()+r.Bottom(); k++ {
		sum := k * gap // x + y along the line
		from := geometry.Point{X: math.Max(r.X, sum-r.Bottom())}
		to := geometry.Point{X: math.Min(r.Right(), sum-r.Y)}
		from.Y, to.Y = sum-from.X, sum-to.X
		d.hatch(from, to, c)
	}
}
