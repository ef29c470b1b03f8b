package kit

import (
	"image"
	"image/draw"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"ninefold/canvas/geometry"
	raster "ninefold/export/image"
	"ninefold/export/scene"
)

// A Picture shows a scene as one texture. It is drawn when the screen first
// needs it, at the screen's own scale, and then kept until its stamp changes.
// It takes no input.
type Picture struct {
	widget.BaseWidget
	Raster *canvas.Raster
	// Whole draws the whole scene at a scale where that is not to be done anew
	// for each of several pictures of parts; it may be nil.
	Whole func(scale float64) *image.RGBA
	stamp any
	page  func() *scene.Page
	whole geometry.Size // of the page
	crop  geometry.Rect // the part of the page that is shown
}

// NewPicture returns a picture of nothing.
func NewPicture() *Picture {
	p := &Picture{}
	p.Raster = NewRaster(p.Draw)
	p.ExtendBaseWidget(p)
	return p
}

// NewRaster returns a texture that is shown pixel by pixel.
func NewRaster(draw func(w, h int) image.Image) *canvas.Raster {
	r := canvas.NewRaster(draw)
	r.ScaleMode = canvas.ImageScalePixels
	return r
}

// Put puts the part of a scene that lies in visible on the screen, where full
// is the place of the whole scene. As long as the stamp, which is comparable,
// stays equal, page is not called again. It reports whether the texture must be
// made anew; otherwise it is only moved.
func (p *Picture) Put(stamp any, page func() *scene.Page, full, visible geometry.Rect) (anew bool) {
	crop := geometry.Rect{X: visible.X - full.X, Y: visible.Y - full.Y, W: visible.W, H: visible.H}
	whole := geometry.Size{W: full.W, H: full.H}
	same := p.stamp == stamp && p.crop == crop && p.whole == whole
	p.stamp, p.page, p.crop, p.whole = stamp, page, crop, whole
	p.Move(fyne.NewPos(float32(visible.X), float32(visible.Y)))
	if size := fyne.NewSize(float32(visible.W), float32(visible.H)); size != p.Size() {
		p.Resize(size) // draws anew by itself
	} else if !same {
		p.Raster.Refresh()
	} else {
		return false
	}
	return true
}

// Draw makes the texture, w times h pixels of the screen.
func (p *Picture) Draw(w, h int) image.Image {
	if p.page == nil || w <= 0 || h <= 0 || p.crop.W <= 0 {
		return image.NewRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	}
	scale := float64(w) / p.crop.W
	var img *image.RGBA
	if p.Whole != nil {
		img = p.Whole(scale)
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

// CreateRenderer is for Fyne.
func (p *Picture) CreateRenderer() fyne.WidgetRenderer { return RasterRenderer(p.Raster) }

// RasterRenderer shows a texture in a widget, and does not make it anew when
// the widget is refreshed.
func RasterRenderer(r *canvas.Raster) fyne.WidgetRenderer { return &rasterRenderer{r} }

type rasterRenderer struct{ raster *canvas.Raster }

func (r *rasterRenderer) Layout(size fyne.Size)        { r.raster.Resize(size) }
func (r *rasterRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *rasterRenderer) Refresh()                     {}
func (r *rasterRenderer) Destroy()                     {}
func (r *rasterRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.raster} }

// Pixels is how many pixels of the screen a unit of an object's window has;
// the other number, where it is in none.
func Pixels(o fyne.CanvasObject, otherwise float64) float64 {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return otherwise
	}
	const far = 10000
	x, _ := c.PixelCoordinateForPosition(fyne.NewPos(far, 0))
	return float64(x) / far
}

// Snap moves the edges of a place onto whole pixels of the screen, since a
// texture that is stretched by part of a pixel is blurred.
func Snap(r geometry.Rect, scale float64) geometry.Rect {
	whole := func(v float64) float64 { return math.Round(v*scale) / scale }
	x, y := whole(r.X), whole(r.Y)
	return geometry.Rect{X: x, Y: y, W: whole(r.Right()) - x, H: whole(r.Bottom()) - y}
}
