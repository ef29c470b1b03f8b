package image

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"math"
	"slices"

	"golang.org/x/image/vector"

	"ninefold/export/scene"
)

// MaxSide is the largest width and height of a picture in pixels. A page that
// would be larger is drawn at the scale at which it just fits.
const MaxSide = 16384

// Render draws a page with scale pixels to a unit of the page. What no item
// covers is transparent.
func Render(p *scene.Page, scale float64) *image.RGBA {
	scale = fit(p, scale)
	w, h := max(1, int(snap(p.W*scale))), max(1, int(snap(p.H*scale)))
	r := &renderer{scale: scale, dst: image.NewRGBA(image.Rect(0, 0, w, h))}
	for _, item := range p.Items {
		r.draw(item)
	}
	return r.dst
}

// fit returns the scale, made smaller where the picture would be too large; a
// scale that is none is taken as 1.
func fit(p *scene.Page, scale float64) float64 {
	if !(scale > 0) || math.IsInf(scale, 0) {
		scale = 1
	}
	if side := math.Max(p.W, p.H); side*scale > MaxSide {
		scale = MaxSide / side
	}
	return scale
}

// PNG writes a picture of a page as a PNG file.
func PNG(w io.Writer, p *scene.Page, scale float64) error {
	e := png.Encoder{CompressionLevel: png.DefaultCompression}
	return e.Encode(w, Render(p, scale))
}

// A renderer draws items onto a picture.
type renderer struct {
	scale float64
	dst   *image.RGBA
	ras   vector.Rasterizer
	path  path
}

func (r *renderer) draw(item scene.Item) {
	switch it := item.(type) {
	case scene.Rect:
		r.rect(it)
	case scene.Circle:
		r.circle(it)
	case scene.Polygon:
		r.polygon(it)
	case scene.Line:
		r.line(it)
	case scene.Polyline:
		r.polyline(it)
	case scene.Text:
		r.text(it)
	case scene.Clip:
		r.clip(it)
	}
}

// clip draws items onto the part of the picture where they are seen.
func (r *renderer) clip(it scene.Clip) {
	x1, y1 := snap(it.X*r.scale), snap(it.Y*r.scale)
	x2, y2 := snap((it.X+it.W)*r.scale), snap((it.Y+it.H)*r.scale)
	whole := r.dst
	part := whole.Bounds().Intersect(image.Rect(int(x1), int(y1), int(x2), int(y2)))
	if part.Empty() {
		return
	}
	r.dst = whole.SubImage(part).(*image.RGBA)
	for _, item := range it.Items {
		r.draw(item)
	}
	r.dst = whole
}

// snap moves a length onto the nearest whole pixel, so that straight edges are
// crisp.
func snap(v float64) float64 { return math.Floor(v + 0.5) }

// stroke returns the width of a stroke in pixels: whole ones from one pixel on,
// and never less than one.
func (r *renderer) stroke(width float64) float64 { return math.Max(1, snap(width*r.scale)) }

// onGrid moves the middle of a stroke to where both its edges lie on whole
// pixels.
func onGrid(v, width float64) float64 {
	if int(width)%2 == 1 {
		return math.Floor(v) + 0.5
	}
	return snap(v)
}

func (r *renderer) rect(it scene.Rect) {
	if visible(it.Fill) {
		x1, y1 := snap(it.X*r.scale), snap(it.Y*r.scale)
		x2, y2 := snap((it.X+it.W)*r.scale), snap((it.Y+it.H)*r.scale)
		if it.Radii == [4]float64{} {
			area := image.Rect(int(x1), int(y1), int(x2), int(y2))
			draw.Draw(r.dst, area, image.NewUniform(it.Fill), image.Point{}, draw.Over)
		} else {
			radii := r.scaled(it.Radii, 0)
			r.path.roundRect(x1, y1, x2, y2, radii, false)
			middle := r.fillEdges(it.Fill, slices.Max(radii[:]))
			draw.Draw(r.dst, middle, image.NewUniform(it.Fill), image.Point{}, draw.Over)
		}
	}
	if !visible(it.Stroke) || it.Width <= 0 {
		return
	}
	w := r.stroke(it.Width)
	edge := w
	x1, y1 := onGrid(it.X*r.scale, w), onGrid(it.Y*r.scale, w)
	x2, y2 := onGrid((it.X+it.W)*r.scale, w), onGrid((it.Y+it.H)*r.scale, w)
	if it.Dash > 0 {
		var outline path
		outline.roundRect(x1, y1, x2, y2, r.scaled(it.Radii, 0), false)
		r.path.dashes(outline.flat(), w, it.Dash*r.scale)
	} else {
		h := w / 2
		radii := r.scaled(it.Radii, h)
		edge += slices.Max(radii[:])
		r.path.roundRect(x1-h, y1-h, x2+h, y2+h, radii, false)
		r.path.roundRect(x1+h, y1+h, x2-h, y2-h, r.scaled(it.Radii, -h), true)
	}
	r.fillEdges(it.Stroke, edge)
}

// scaled returns radii in pixels, those of round corners made larger by more.
func (r *renderer) scaled(radii [4]float64, more float64) [4]float64 {
	for i, v := range radii {
		if v > 0 {
			radii[i] = math.Max(0, v*r.scale+more)
		}
	}
	return radii
}

func (r *renderer) circle(it scene.Circle) {
	x, y, rad := it.X*r.scale, it.Y*r.scale, it.R*r.scale
	if visible(it.Fill) {
		r.path.circle(x, y, rad, false)
		r.fill(it.Fill)
	}
	if visible(it.Stroke) && it.Width > 0 {
		h := math.Max(0.5, it.Width*r.scale/2)
		if it.Dash > 0 {
			var outline path
			outline.circle(x, y, rad, false)
			r.path.dashes(outline.flat(), 2*h, it.Dash*r.scale)
		} else {
			r.path.circle(x, y, rad+h, false)
			r.path.circle(x, y, math.Max(0, rad-h), true)
		}
		r.fill(it.Stroke)
	}
}

func (r *renderer) polygon(it scene.Polygon) {
	if len(it.Points) == 0 {
		return
	}
	points := make([]point, len(it.Points), len(it.Points)+1)
	for i, p := range it.Points {
		points[i] = point{p.X * r.scale, p.Y * r.scale}
	}
	if visible(it.Fill) {
		r.path.polygon(points)
		r.fill(it.Fill)
	}
	if visible(it.Stroke) && it.Width > 0 {
		w := math.Max(1, it.Width*r.scale)
		points = append(points, points[0])
		if it.Dash > 0 {
			r.path.dashes(points, w, it.Dash*r.scale)
		} else {
			r.path.polyline(points, w)
		}
		r.fill(it.Stroke)
	}
}

func (r *renderer) line(it scene.Line) {
	if !visible(it.Stroke) || it.Width <= 0 {
		return
	}
	w := r.stroke(it.Width)
	a, b := point{it.X1 * r.scale, it.Y1 * r.scale}, point{it.X2 * r.scale, it.Y2 * r.scale}
	switch {
	case it.X1 == it.X2:
		a.x, b.x = onGrid(a.x, w), onGrid(b.x, w)
		a.y, b.y = snap(a.y), snap(b.y)
	case it.Y1 == it.Y2:
		a.y, b.y = onGrid(a.y, w), onGrid(b.y, w)
		a.x, b.x = snap(a.x), snap(b.x)
	}
	if it.Dash > 0 {
		r.path.dashes([]point{a, b}, w, it.Dash*r.scale)
	} else {
		r.path.polyline([]point{a, b}, w)
	}
	r.fill(it.Stroke)
}

func (r *renderer) polyline(it scene.Polyline) {
	if !visible(it.Stroke) || it.Width <= 0 {
		return
	}
	points := make([]point, len(it.Points))
	for i, p := range it.Points {
		points[i] = point{p.X * r.scale, p.Y * r.scale}
	}
	w := math.Max(1, it.Width*r.scale)
	if it.Dash > 0 {
		r.path.dashes(points, w, it.Dash*r.scale)
	} else {
		r.path.polyline(points, w)
	}
	r.fill(it.Stroke)
}

func visible(c color.NRGBA) bool { return c.A > 0 }

// far is a length in pixels beyond which shapes are not drawn: they are far
// larger than any picture.
const far = 1 << 22

// exact is how far in pixels a path may reach beyond a picture with small
// pictures still being drawn in whole numbers, which is quicker.
const exact = 512

// fill fills the path in one colour and forgets it.
func (r *renderer) fill(c color.NRGBA) {
	defer r.path.reset()
	if whole, ok := r.path.bounds(); ok {
		r.fillPart(c, whole, whole)
	}
}

// fillEdges is fill for a path of which the middle, farther than edge from its
// bounds, is all empty or all full. It leaves that out, since rasterising costs
// the same for every pixel, and returns it; where there is none it is empty.
func (r *renderer) fillEdges(c color.NRGBA, edge float64) (middle image.Rectangle) {
	whole, ok := r.path.bounds()
	middle = whole.Inset(int(math.Min(edge, far)) + 2)
	if !ok || middle.Empty() {
		r.fill(c)
		return image.Rectangle{}
	}
	defer r.path.reset()
	for _, part := range []image.Rectangle{
		image.Rect(whole.Min.X, whole.Min.Y, whole.Max.X, middle.Min.Y),
		image.Rect(whole.Min.X, middle.Min.Y, middle.Min.X, middle.Max.Y),
		image.Rect(middle.Max.X, middle.Min.Y, whole.Max.X, middle.Max.Y),
		image.Rect(whole.Min.X, middle.Max.Y, whole.Max.X, whole.Max.Y),
	} {
		r.fillPart(c, whole, part)
	}
	return middle
}

// fillPart fills what of the path lies in a part of its bounds.
func (r *renderer) fillPart(c color.NRGBA, whole, part image.Rectangle) {
	area := part.Intersect(r.dst.Bounds())
	if area.Empty() || !visible(c) {
		return
	}
	w := area.Dx()
	if !whole.In(area.Inset(-exact)) {
		w = max(w, exact+1) // makes the rasteriser use floating point
	}
	r.ras.Reset(w, area.Dy())
	r.path.addTo(&r.ras, area.Min)
	r.ras.Draw(r.dst, area, image.NewUniform(c), image.Point{})
}
