package board

import (
	"math"
	"slices"

	"ninefold/canvas/geometry"
	"ninefold/export/scene"
)

// The smallest and the largest zoom of the canvas.
const minZoom, maxZoom = 0.5, 4

// Zoom is for the board.
func (c *Canvas) Zoom() float64 { return c.zoom }

// SetZoom is for the board. Beyond the natural size the sheet grows larger
// than its place; below it, the sheet keeps filling its place and the notes on
// it become smaller, so that more of them are in sight.
func (c *Canvas) SetZoom(zoom float64, at geometry.Point) {
	zoom = min(max(zoom, minZoom), maxZoom)
	if zoom == c.zoom || c.layout == nil {
		c.zoom = zoom
		return
	}
	before := c.sheet(c.zoom)
	across, down := (at.X-before.X)/before.W, (at.Y-before.Y)/before.H
	for block := range c.scroll {
		c.scroll[block] *= zoom / c.zoom
	}
	after := c.sheet(zoom)
	c.zoom = zoom
	c.pan.X += at.X - (after.X + across*after.W)
	c.pan.Y += at.Y - (after.Y + down*after.H)
	c.Arrange(c.size)
}

// Fit is for the board.
func (c *Canvas) Fit() float64 {
	area := geometry.Rect{W: c.size.W, H: c.size.H}.Inset(margin)
	engine := scene.NewEngine(c.words) // the board's own keeps what it remembers
	engine.Warn = c.doc.Warned()
	scene.SetTotals(engine, c.totals)
	for _, zoom := range slices.Backward(zoomSteps) {
		if zoom > 1 {
			continue
		}
		if engine.FitScrolled(c.doc.Project(), area, geometry.Screen(zoom), nil).Hidden() == 0 {
			return zoom
		}
	}
	return minZoom
}

// Pan is for the board.
func (c *Canvas) Pan(dx, dy float64) bool {
	before := c.pan
	c.pan.X += dx
	c.pan.Y += dy
	c.hold()
	if c.pan == before {
		return false
	}
	c.Arrange(c.size)
	return true
}

// sheet is where the whole sheet lies at a zoom.
func (c *Canvas) sheet(zoom float64) geometry.Rect {
	grow := max(zoom, 1)
	return geometry.Rect{
		X: margin + c.pan.X, Y: margin + c.pan.Y,
		W: math.Round((c.size.W - 2*margin) * grow), H: math.Round((c.size.H - 2*margin) * grow),
	}
}

// hold keeps the sheet from being moved further than its edges. It lies on
// whole units, so that moving it moves its notes and changes nothing of them.
func (c *Canvas) hold() {
	s := c.sheet(c.zoom)
	c.pan.X = math.Round(min(0, max(c.pan.X, c.size.W-2*margin-s.W)))
	c.pan.Y = math.Round(min(0, max(c.pan.Y, c.size.H-2*margin-s.H)))
}

// panTo moves the sheet as little as it takes for a place on it to be in
// sight; of one that is too large, the beginning.
func (c *Canvas) panTo(r geometry.Rect) bool {
	view := geometry.Rect{W: c.size.W, H: c.size.H}.Inset(margin)
	return c.Pan(into(r.X, r.Right(), view.X, view.Right()), into(r.Y, r.Bottom(), view.Y, view.Bottom()))
}

// into is how far what reaches from one place to another must go to lie within
// a window.
func into(from, to, first, last float64) float64 {
	by := 0.0
	if to > last {
		by = last - to
	}
	if from+by < first {
		by = first - from
	}
	return by
}
