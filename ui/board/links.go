package board

import (
	"fmt"
	"math"

	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/ui/kit"
)

// Links is for the board: curves that run on the ground, under the notes.
func (c *Canvas) Links(id canvas.ID) (Picture, geometry.Rect) {
	links := c.layout.Links(c.doc.Project(), id)
	if len(links) == 0 {
		return Picture{}, geometry.Rect{}
	}
	bounds := whole(geometry.LinksBounds(links).Inset(-scene.LinkRoom))
	for i := range links {
		links[i] = links[i].Moved(geometry.Point{X: -bounds.X, Y: -bounds.Y})
	}
	size := geometry.Size{W: bounds.W, H: bounds.H}
	return Picture{
		Stamp: fmt.Sprint(links), // the same as long as the notes lie the same way to each other
		Page:  func() *scene.Page { return scene.Links(links, size, c.look) },
	}, bounds
}

// whole moves the edges of a place outwards onto whole units.
func whole(r geometry.Rect) geometry.Rect {
	x, y := math.Floor(r.X), math.Floor(r.Y)
	return geometry.Rect{X: x, Y: y, W: math.Ceil(r.Right()) - x, H: math.Ceil(r.Bottom()) - y}
}

// Links is for the board: here rows and cells say what belongs together.
func (r *Relationships) Links(canvas.ID) (Picture, geometry.Rect) {
	return Picture{}, geometry.Rect{}
}

// markLinks shows what the one selected note is linked with. While something is
// dragged, a note or the rubber band, that is hidden, since it would have to be
// drawn again and again.
func (b *Board) markLinks() {
	var picture Picture
	var bounds geometry.Rect
	dragging := b.drag != nil || b.layers.band.Visible()
	if selection := b.env.Doc.Selection(); len(selection) == 1 && !dragging {
		picture, bounds = b.surface.Links(selection[0])
	}
	l := b.layers.links
	visible := bounds.Intersect(b.view())
	if visible.Empty() {
		if l.Visible() {
			l.Hide()
		}
		return
	}
	l.Put(picture.Stamp, picture.Page, bounds, kit.Snap(visible, b.scale))
	if !l.Visible() {
		l.Show()
	}
}
