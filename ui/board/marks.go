package board

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"

	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/ui/kit"
)

// Widths of what is drawn around things, in units of the board.
const (
	ringWidth  = 2
	ringRadius = 7
	ringSpace  = 2.5 // between an item and its ring
)

// layers are what a board draws beside its ground, from back to front.
type layers struct {
	links  *kit.Picture          // from the selected note to those linked with it
	items  *fyne.Container       // the sprites
	found  *fyne.Container       // over what was looked for
	area   *fynecanvas.Rectangle // around the area where the keyboard is
	marker *kit.Picture          // over an area that a drop would go to
	offer  *kit.Picture          // what the area shows that the pointer is in
	hover  *fynecanvas.Rectangle // around what the pointer is over
	rings  *fyne.Container       // around what is selected
	line   *fynecanvas.Rectangle // where a drop would go between items
	band   *fynecanvas.Rectangle // the rubber band
	ghost  *ghost                // follows the pointer
	place  *kit.Picture          // beneath the ghost: where it would come to stand
	dirty  *fynecanvas.Rectangle // nothing to see: see [Board.repaint]
	look   *scene.Look
}

func newLayers(look *scene.Look) *layers {
	l := &layers{
		items: &fyne.Container{}, found: &fyne.Container{}, rings: &fyne.Container{},
		area: outline(alpha(look.Accent, 0xd0), 1.5), hover: outline(alpha(look.Accent, 0x60), 1),
		line: fynecanvas.NewRectangle(look.Accent), band: outline(look.Accent, 1),
		links: kit.NewPicture(), offer: kit.NewPicture(), marker: kit.NewPicture(), place: kit.NewPicture(), ghost: newGhost(look), dirty: fynecanvas.NewRectangle(color.Transparent),
		look: look,
	}
	l.area.CornerRadius, l.hover.CornerRadius = 4, ringRadius-1
	l.line.CornerRadius = 1.5
	l.band.FillColor = alpha(look.Accent, 0x18)
	for _, o := range []fyne.CanvasObject{l.area, l.hover, l.line, l.band, l.links, l.offer, l.marker, l.ghost, l.place} {
		o.Hide()
	}
	return l
}

func outline(c color.Color, width float32) *fynecanvas.Rectangle {
	r := fynecanvas.NewRectangle(color.Transparent)
	r.StrokeColor, r.StrokeWidth = c, width
	return r
}

func alpha(c color.NRGBA, a uint8) color.NRGBA {
	c.A = a
	return c
}

// mark draws anew what is drawn around things: what is selected, where the
// keyboard and the pointer are.
func (b *Board) mark() {
	rings := b.layers.rings.Objects[:0]
	for _, item := range b.items {
		visible := b.visible(item)
		chosen := b.selected(item)
		if b.Editing() { // only one is worked on then
			chosen = b.editor.box.Key == item.Key
		}
		if visible.Empty() || b.drag != nil || !chosen {
			continue
		}
		rings = append(rings, b.ring(len(rings), visible.Inset(-ringSpace)))
	}
	b.layers.rings.Objects = rings
	b.markLinks()
	b.markFound()

	area, ok := b.surface.Areas()[b.cursor]
	if b.placing != nil || !b.focused || b.Editing() {
		ok = false
	}
	showAt(b.layers.area, area.Intersect(b.view()).Inset(2.5), ok)

	b.markOffer()
	over, ok := b.item(b.hovered)
	ok = ok && b.drag == nil && !b.selected(over) && !b.Editing()
	showAt(b.layers.hover, b.visible(over).Inset(-1.5), ok)
	b.repaint()
}

// markOffer shows what the area offers that the pointer is in.
func (b *Board) markOffer() {
	area := b.hovered
	if item, ok := b.item(area); ok && item.Offer != "" {
		area = item.Offer
	}
	item, ok := b.offers[area]
	ok = ok && b.drag == nil && b.placing == nil && !b.Editing() && b.visible(item) == item.Rect
	if ok {
		show(b.layers.offer, item.Picture, item.Rect, b.scale)
	}
	if b.layers.offer.Visible() != ok {
		b.layers.offer.Hidden = !ok
	}
}

// ring returns the ring number i, put at a place.
func (b *Board) ring(i int, at geometry.Rect) fyne.CanvasObject {
	r := again(b.layers.rings.Objects, i, func() fyne.CanvasObject {
		r := outline(b.env.Look.Accent, ringWidth)
		r.CornerRadius = ringRadius
		return r
	})
	put(r, at)
	return r
}

// showAt puts an object at a place, or hides it.
func showAt(o fyne.CanvasObject, at geometry.Rect, shown bool) {
	if !shown {
		if o.Visible() {
			o.Hide()
		}
		return
	}
	put(o, at)
	if !o.Visible() {
		o.Show()
	}
}

// markDrop shows where a drop would go.
func (b *Board) markDrop(d Drop, ok bool) {
	l := b.layers
	d.Marker = d.Marker.Intersect(b.view())
	if d.Style == DropLine {
		d.Line = d.Marker
	}
	showAt(l.line, d.Line, ok && !d.Line.Empty())
	if !ok || d.Style != DropArea {
		showAt(l.marker, d.Marker, false)
		return
	}
	size := geometry.Size{W: d.Marker.W, H: d.Marker.H}
	full := !d.Line.Empty() // there are things in it, which shine through
	show(l.marker, Picture{Stamp: targetStamp{size, full}, Page: func() *scene.Page { return l.target(size, full) }}, d.Marker, b.scale)
	l.marker.Show()
}

// targetStamp says what the picture of an area for a drop shows.
type targetStamp struct {
	size geometry.Size
	full bool
}

// target is the picture of an area that a drop would go to.
func (l *layers) target(size geometry.Size, full bool) *scene.Page {
	cover := uint8(0xc0)
	if full {
		cover = 0x50
	}
	p := &scene.Page{W: size.W, H: size.H}
	p.Add(scene.Rect{
		X: 1, Y: 1, W: size.W - 2, H: size.H - 2, Radii: scene.Round(6),
		Paint: scene.Paint{Fill: alpha(l.look.AccentDim, cover), Stroke: l.look.Accent, Width: 1.5, Dash: 5},
	})
	return p
}
