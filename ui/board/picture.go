package board

import (
	"slices"

	"fyne.io/fyne/v2"

	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/ui/guard"
	"ninefold/ui/kit"
)

// How pale pictures are made, as a share of their ink: what has been lifted off
// the board, and what the user does not want to see now.
const (
	liftedFade = 0.55
	hiddenFade = 0.72
)

// A sprite is the picture of an item. It takes no input.
type sprite struct {
	kit.Picture
	label string
}

var _ fyne.Accessible = (*sprite)(nil)

func newSprite() *sprite {
	s := &sprite{}
	s.Raster = kit.NewRaster(s.Draw)
	s.ExtendBaseWidget(s)
	return s
}

// fade makes the picture paler without drawing it anew.
func (s *sprite) fade(share float64) { s.Raster.Translucency = share }

// AccessibilityLabel says what the item is.
func (s *sprite) AccessibilityLabel() string { return s.label }

// AccessibilityRole says that the item is a text.
func (s *sprite) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// awaitScale learns that the board is drawn on a screen with other pixels: what
// is drawn first says so when it is.
func (b *Board) awaitScale() {
	if kit.Pixels(b, b.scale) != b.scale {
		fyne.Do(func() { guard.Run(b.sync) })
	}
}

// show puts a whole picture at a place.
func show(p *kit.Picture, of Picture, at geometry.Rect, scale float64) {
	p.Put(of.Stamp, of.Page, at, kit.Snap(at, scale))
}

// sync brings the screen to what the surface says lies on it. Pictures whose
// stamps are as before are only moved.
func (b *Board) sync() {
	if b.size.W <= 0 || b.size.H <= 0 {
		return
	}
	b.scale = kit.Pixels(b, b.scale)
	all := b.view()
	b.floor.show(b.surface.Ground(), all, b.scale)

	b.items = b.surface.Items()
	clear(b.index)
	clear(b.offers)
	objects := make([]fyne.CanvasObject, 0, len(b.items))
	for i, item := range b.items {
		b.index[item.Key] = i
		if item.Offer != "" {
			b.offers[item.Offer] = item
			continue
		}
		visible := b.visible(item)
		s := b.sprites[item.Key]
		if visible.Empty() || item.Picture.Page == nil {
			continue // not hidden but left out: what is not in the tree costs nothing
		}
		if s == nil {
			s = newSprite()
			b.sprites[item.Key] = s
		}
		s.label = item.Label
		s.Put(item.Picture.Stamp, item.Picture.Page, item.Rect, kit.Snap(visible, b.scale))
		s.fade(b.fading(item))
		objects = append(objects, s)
	}
	for key := range b.sprites {
		if _, ok := b.index[key]; !ok {
			delete(b.sprites, key)
		}
	}
	b.layers.items.Objects = objects
	b.mark()
	b.env.Laid()
}

// Fade makes the items of these notes pale, and no others.
func (b *Board) Fade(notes map[canvas.ID]bool) {
	b.faded = notes
	for key, s := range b.sprites {
		if item, ok := b.item(key); ok {
			s.fade(b.fading(item))
		}
	}
	b.repaint()
}

// fadeAgain makes items as pale as they are to be now.
func (b *Board) fadeAgain(keys []Key) {
	for _, key := range keys {
		if item, ok := b.item(key); ok && b.sprites[key] != nil {
			b.sprites[key].fade(b.fading(item))
		}
	}
	b.repaint()
}

// fading is how pale an item is.
func (b *Board) fading(item Item) float64 {
	switch {
	case item.Note == "":
		return 0
	case b.drag != nil && !b.drag.copied && slices.Contains(b.drag.keys, item.Key):
		return liftedFade
	case b.faded[item.Note]:
		return hiddenFade
	}
	return 0
}

// Pale reports whether an item that can be seen is drawn pale.
func (b *Board) Pale(key Key) bool {
	s := b.sprites[key]
	return s != nil && s.Raster.Translucency > 0
}
