package board

import (
	"time"

	"fyne.io/fyne/v2"

	"ninefold/canvas/geometry"
	"ninefold/ui/guard"
)

// edgeZone is how near an edge something must be dragged for what lies there to
// scroll, in units of the board.
const edgeZone = 26

// driftDelay is for how many moments the pointer must be at an edge before
// anything scrolls: most drags only pass by.
const driftDelay = 15

// drift scrolls, while something is dragged, what the pointer is at the edge of.
func (b *Board) drift() {
	d := b.drag
	if d == nil {
		return
	}
	scroll := b.surface.Drift(d.at)
	if scroll == nil {
		d.rest = 0
		return
	}
	if d.rest++; d.rest < driftDelay {
		return
	}
	scroll()
	b.sync()
	b.carry(d.at, d.copied)
}

// moments calls a function in the window's goroutine, sixty times a second.
func moments(each func()) (stop func()) {
	ticker, done := time.NewTicker(time.Second/60), make(chan struct{})
	go func() {
		defer ticker.Stop()
		for {
			select {
			case <-ticker.C:
				fyne.Do(func() { guard.Run(each) })
			case <-done:
				return
			}
		}
	}()
	return func() { close(done) }
}

// edge is how far to scroll for a place between a first and a last one: more
// the nearer it is to an edge beyond which there is more.
func edge(at, first, last float64, before, after bool) float64 {
	zone := min(edgeZone, (last-first)/3)
	most := 12.0
	switch {
	case before && at < first+zone:
		return -min(most, 2+most*(first+zone-at)/edgeZone)
	case after && at > last-zone:
		return min(most, 2+most*(at-last+zone)/edgeZone)
	}
	return 0
}

// Drift is for the board: a full block scrolls at its edges, and a sheet that
// is larger than its place at those of the place.
func (c *Canvas) Drift(at geometry.Point) func() {
	view := geometry.Rect{W: c.size.W, H: c.size.H}
	sheet := c.sheet(c.zoom)
	dx := edge(at.X, 0, view.W, c.pan.X < 0, sheet.Right() > view.W-margin)
	dy := edge(at.Y, 0, view.H, c.pan.Y < 0, sheet.Bottom() > view.H-margin)
	if dx != 0 || dy != 0 {
		return func() { c.Pan(-dx, -dy) }
	}
	block, _ := c.layout.At(at)
	b := c.layout.Block(block)
	if b == nil {
		return nil
	}
	seen := b.Body.Intersect(view)
	dy = edge(at.Y, seen.Y, seen.Bottom(), b.Scroll > 0, b.Scroll < b.ContentH-b.Body.H)
	if dy == 0 {
		return nil
	}
	return func() { c.scrollBlock(b, dy) }
}
