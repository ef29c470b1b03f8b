package board

import (
	"image"
	"math"

	"fyne.io/fyne/v2"

	"ninefold/canvas/geometry"
	raster "ninefold/export/image"
	"ninefold/export/scene"
	"ninefold/ui/kit"
)

// A floor shows what lies under the items. Without a graphics card every pixel
// that is filled takes its time in every frame, so that the parts in which
// there is nothing but the sheet, whose colour the window's background has
// already, are left out: the picture is drawn once and cut into pieces.
type floor struct {
	object *fyne.Container // the pieces
	page   func() *scene.Page
	sheet  *image.RGBA // the whole picture, until all pieces have theirs
	left   int         // how many have not
	drawn  func()      // is called when a piece is drawn
}

func newFloor() *floor { return &floor{object: &fyne.Container{}} }

// show shows a picture that fills a place.
func (f *floor) show(of Picture, all geometry.Rect, scale float64) {
	f.page, f.sheet = of.Page, nil
	pieces := f.object.Objects[:0]
	for i, part := range cut(all, of.Bare, scale) {
		p := again(f.object.Objects, i, func() fyne.CanvasObject { return f.piece() }).(*kit.Picture)
		p.Put(of.Stamp, of.Page, all, kit.Snap(part, scale))
		pieces = append(pieces, p)
	}
	f.object.Objects = pieces
}

// piece is a picture that takes its part of the whole one.
func (f *floor) piece() *kit.Picture {
	p := kit.NewPicture()
	p.Whole = func(scale float64) *image.RGBA {
		f.drawn()
		if f.sheet == nil {
			f.sheet, f.left = raster.Render(f.page(), scale), len(f.object.Objects)
		}
		sheet := f.sheet
		if f.left--; f.left <= 0 {
			f.sheet = nil
		}
		return sheet
	}
	return p
}

// cut divides a place into rectangles that cover all of it but its bare parts.
func cut(all geometry.Rect, bare []geometry.Rect, scale float64) []geometry.Rect {
	parts := []geometry.Rect{all}
	for _, b := range bare {
		b = within(b, scale)
		var next []geometry.Rect
		for _, p := range parts {
			hole := p.Intersect(b)
			if hole.Empty() {
				next = append(next, p)
				continue
			}
			for _, rest := range []geometry.Rect{
				{X: p.X, Y: p.Y, W: p.W, H: hole.Y - p.Y},
				{X: p.X, Y: hole.Y, W: hole.X - p.X, H: hole.H},
				{X: hole.Right(), Y: hole.Y, W: p.Right() - hole.Right(), H: hole.H},
				{X: p.X, Y: hole.Bottom(), W: p.W, H: p.Bottom() - hole.Bottom()},
			} {
				if !rest.Empty() {
					next = append(next, rest)
				}
			}
		}
		parts = next
	}
	return parts
}

// within is the largest part of a place that begins and ends with whole pixels
// of the screen.
func within(r geometry.Rect, scale float64) geometry.Rect {
	x, y := math.Ceil(r.X*scale)/scale, math.Ceil(r.Y*scale)/scale
	return geometry.Rect{X: x, Y: y, W: math.Floor(r.Right()*scale)/scale - x, H: math.Floor(r.Bottom()*scale)/scale - y}
}
