package board

import (
	"image"
	"image/draw"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"ninefold/canvas"
	"ninefold/canvas/geometry"
	raster "ninefold/export/image"
	"ninefold/export/scene"
)

// A picture shows a scene as one texture. It is drawn when the screen first
// needs it, at the screen's own scale, and then kept until its stamp changes.
type picture struct {
	widget.BaseWidget
	raster *fynecanvas.Raster
	stamp  any
	page   func() *scene.Page
	render func(scale float64) *image.RGBA // the whole page, if it is not drawn anew
	whole  geometry.Size                   // of the page
	crop   geometry.Rect                   // the part of the page that is shown
}

func newPicture() *picture {
	p := &picture{}
	p.raster = fynecanvas.NewRaster(p.draw)
	p.raster.ScaleMode = fynecanvas.ImageScalePixels
	p.ExtendBaseWidget(p)
	return p
}

// show puts the part of a scene that lies in visible on the screen, where full
// is the place of the whole scene. It reports whether the texture must be made
// anew; otherwise it is only moved.
func (p *picture) show(of Picture, full, visible geometry.Rect) (anew bool) {
	crop := geometry.Rect{X: visible.X - full.X, Y: visible.Y - full.Y, W: visible.W, H: visible.H}
	whole := geometry.Size{W: full.W, H: full.H}
	same := p.stamp == of.Stamp && p.crop == crop && p.whole == whole
	p.stamp, p.page, p.crop, p.whole = of.Stamp, of.Page, crop, whole
	pos, size := rect(visible)
	p.Move(pos)
	if size != p.Size() {
		p.Resize(size) // draws anew by itself
	} else if !same {
		p.raster.Refresh()
	} else {
		return false
	}
	return true
}

// draw makes the texture, w times h pixels of the screen.
func (p *picture) draw(w, h int) image.Image {
	if p.page == nil || w <= 0 || h <= 0 || p.crop.W <= 0 {
		return image.NewRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	}
	scale := float64(w) / p.crop.W
	var img *image.RGBA
	if p.render != nil {
		img = p.render(scale)
	} else {
		img = raster.Render(p.page(), scale)
	}
	at := image.Pt(int(math.Round(p.crop.X*scale)), int(math.Round(p.crop.Y*scale)))
	if size := img.Bounds().Size(); at == (image.Point{}) && size == image.Pt(w, h) {
		return img
	}
	part := image.NewRGBA(image.Rect(0, 0, w, h)) // a texture takes no part of an image
	draw.Draw(part, part.Rect, img, at, draw.Src)
	return part
}

// How pale pictures are made, as a share of their ink: what has been lifted off
// the board, and what the user does not want to see now.
const (
	liftedFade = 0.55
	hiddenFade = 0.72
)

// fade makes the picture paler without drawing it anew.
func (p *picture) fade(share float64) { p.raster.Translucency = share }

// CreateRenderer is for Fyne.
func (p *picture) CreateRenderer() fyne.WidgetRenderer { return &pictureRenderer{p.raster} }

type pictureRenderer struct{ raster *fynecanvas.Raster }

func (r *pictureRenderer) Layout(size fyne.Size)        { r.raster.Resize(size) }
func (r *pictureRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *pictureRenderer) Refresh()                     {}
func (r *pictureRenderer) Destroy()                     {}
func (r *pictureRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.raster} }

// A sprite is the picture of an item. It takes no input.
type sprite struct {
	picture
	label string
}

var _ fyne.Accessible = (*sprite)(nil)

func newSprite() *sprite {
	s := &sprite{}
	s.raster = fynecanvas.NewRaster(s.draw)
	s.raster.ScaleMode = fynecanvas.ImageScalePixels
	s.ExtendBaseWidget(s)
	return s
}

// AccessibilityLabel says what the item is.
func (s *sprite) AccessibilityLabel() string { return s.label }

// AccessibilityRole says that the item is a text.
func (s *sprite) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// pixels is how many pixels of the screen a unit of the board has.
func (b *Board) pixels() float64 {
	c := fyne.CurrentApp().Driver().CanvasForObject(b)
	if c == nil {
		return b.scale
	}
	const far = 10000
	x, _ := c.PixelCoordinateForPosition(fyne.NewPos(far, 0))
	return float64(x) / far
}

// snap moves the edges of a place onto whole pixels of the screen, since a
// texture that is stretched by part of a pixel is blurred.
func snap(r geometry.Rect, scale float64) geometry.Rect {
	whole := func(v float64) float64 { return math.Round(v*scale) / scale }
	x, y := whole(r.X), whole(r.Y)
	return geometry.Rect{X: x, Y: y, W: whole(r.Right()) - x, H: whole(r.Bottom()) - y}
}

// awaitScale learns that the board is drawn on a screen with other pixels: what
// is drawn first says so when it is.
func (b *Board) awaitScale() {
	if b.pixels() != b.scale {
		fyne.Do(b.sync)
	}
}

// sync brings the screen to what the surface says lies on it. Pictures whose
// stamps are as before are only moved.
func (b *Board) sync() {
	if b.size.W <= 0 || b.size.H <= 0 {
		return
	}
	b.scale = b.pixels()
	all := b.view()
	b.floor.show(b.surface.Ground(), all, b.scale)

	b.items = b.surface.Items()
	clear(b.index)
	objects := make([]fyne.CanvasObject, 0, len(b.items))
	for i, item := range b.items {
		b.index[item.Key] = i
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
		s.show(item.Picture, item.Rect, snap(visible, b.scale))
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
	return s != nil && s.raster.Translucency > 0
}
