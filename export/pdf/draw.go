package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"image/color"
	"math"

	"ninefold/canvas/geometry"
	"ninefold/export/scene"
)

// A drawer draws pages, one after the other.
type drawer struct {
	content
	used     *used
	pictures *pictures
	clips    []geometry.Rect // what may be seen at present, the innermost last
	page     *drawn
	packer   *zlib.Writer
}

// A drawn page is its content, packed, and what of it is not seen.
type drawn struct {
	packed  []byte
	anchors []scene.Anchor
	jumps   []scene.Jump
	links   []link
}

// A link is an area that leads to a web address.
type link struct {
	area    geometry.Rect
	address string
}

func newDrawer(p *pictures) *drawer {
	packer, _ := zlib.NewWriterLevel(nil, zlib.BestSpeed) // a level that there is
	return &drawer{used: newUsed(), pictures: p, packer: packer}
}

var errNotFinite = errors.New("a length is no finite number")

// finite reports whether all lengths can stand in a file.
func finite(lengths ...float64) bool {
	for _, v := range lengths {
		if math.IsNaN(v) || math.Abs(v) > 1e7 {
			return false
		}
	}
	return true
}

// draw draws a page. A panic, which would be ours, becomes an error.
func (d *drawer) draw(p *scene.Page) (page *drawn, err error) {
	defer func() {
		if r := recover(); r != nil {
			page, err = nil, fmt.Errorf("panic: %v", r)
		}
	}()
	if !finite(p.W, p.H) || p.W <= 0 || p.H <= 0 {
		return nil, errors.New("the page has no size")
	}
	d.page, d.clips = new(drawn), d.clips[:0]
	d.begin(p.H)
	if err := d.items(p.Items); err != nil {
		return nil, err
	}
	var packed bytes.Buffer
	packed.Grow(len(d.out)/4 + 64)
	d.packer.Reset(&packed)
	if _, err := d.packer.Write(d.out); err != nil {
		return nil, err
	}
	if err := d.packer.Close(); err != nil {
		return nil, err
	}
	d.page.packed = packed.Bytes()
	return d.page, nil
}

func (d *drawer) items(items []scene.Item) error {
	for _, item := range items {
		if err := d.item(item); err != nil {
			return err
		}
	}
	return nil
}

func (d *drawer) item(item scene.Item) error {
	switch it := item.(type) {
	case scene.Rect:
		if !finite(it.X, it.Y, it.W, it.H, it.Radii[0], it.Radii[1], it.Radii[2], it.Radii[3]) {
			return errNotFinite
		}
		return d.paint(it.Paint, func() { d.rect(&it) })
	case scene.Circle:
		if !finite(it.X, it.Y, it.R) {
			return errNotFinite
		}
		round := scene.Rect{X: it.X - it.R, Y: it.Y - it.R, W: 2 * it.R, H: 2 * it.R, Radii: scene.Round(it.R)}
		return d.paint(it.Paint, func() { d.rect(&round) })
	case scene.Polygon:
		return d.through(it.Points, it.Paint, true)
	case scene.Line:
		return d.through([]scene.Point{{X: it.X1, Y: it.Y1}, {X: it.X2, Y: it.Y2}}, it.Paint, false)
	case scene.Polyline:
		return d.through(it.Points, it.Paint, false)
	case scene.Text:
		if !finite(it.X, it.Y, it.Size) {
			return errNotFinite
		}
		return d.text(&it)
	case scene.Clip:
		return d.clipped(&it)
	case scene.Anchor:
		if !finite(it.X, it.Y) {
			return errNotFinite
		}
		d.page.anchors = append(d.page.anchors, it)
	case scene.Jump:
		if !finite(it.X, it.Y, it.W, it.H) {
			return errNotFinite
		}
		if r := d.seen(geometry.Rect{X: it.X, Y: it.Y, W: it.W, H: it.H}); !r.Empty() {
			d.page.jumps = append(d.page.jumps, scene.Jump{X: r.X, Y: r.Y, W: r.W, H: r.H, To: it.To})
		}
	}
	return nil
}

// clipped draws items of which a part is seen.
func (d *drawer) clipped(it *scene.Clip) error {
	if !finite(it.X, it.Y, it.W, it.H) {
		return errNotFinite
	}
	if it.W <= 0 || it.H <= 0 {
		return nil
	}
	d.clips = append(d.clips, d.seen(geometry.Rect{X: it.X, Y: it.Y, W: it.W, H: it.H}))
	d.clip(it.X, it.Y, it.W, it.H)
	err := d.items(it.Items)
	d.restore()
	d.clips = d.clips[:len(d.clips)-1]
	return err
}

// seen returns what of an area may be seen at present.
func (d *drawer) seen(r geometry.Rect) geometry.Rect {
	if n := len(d.clips); n > 0 {
		return r.Intersect(d.clips[n-1])
	}
	return r
}

// through paints a path straight from each point to the next: a closed shape,
// or a stroke.
func (d *drawer) through(points []scene.Point, paint scene.Paint, closed bool) error {
	for _, p := range points {
		if !finite(p.X, p.Y) {
			return errNotFinite
		}
	}
	if len(points) == 0 {
		return nil
	}
	if !closed {
		paint.Fill = color.NRGBA{}
	}
	return d.paint(paint, func() {
		d.move(points[0].X, points[0].Y)
		for _, p := range points[1:] {
			d.line(p.X, p.Y)
		}
		if closed {
			d.step("h")
		}
	})
}

// paint fills and strokes a path.
func (d *drawer) paint(p scene.Paint, path func()) error {
	if !finite(p.Width, p.Dash) {
		return errNotFinite
	}
	fill, stroke := p.Fill.A > 0, p.Stroke.A > 0 && p.Width > 0
	if fill && stroke && p.Fill.A == p.Stroke.A {
		d.shade(p.Fill.A)
		d.fill(p.Fill)
		d.stroke(p)
		path()
		d.step("B")
		return nil
	}
	if fill {
		d.shade(p.Fill.A)
		d.fill(p.Fill)
		path()
		d.step("f")
	}
	if stroke {
		d.shade(p.Stroke.A)
		d.stroke(p)
		path()
		d.step("S")
	}
	return nil
}

// shade sets a transparency.
func (d *drawer) shade(a uint8) {
	if a != d.now.alpha {
		d.used.alphas[a] = true
		d.alpha(a)
	}
}

// kappa is how far the control points of a quarter circle lie from its ends.
const kappa = 0.5522847498

// rect makes the path of a rectangle with round corners.
func (d *drawer) rect(it *scene.Rect) {
	if it.W <= 0 || it.H <= 0 {
		return
	}
	x1, y1, x2, y2 := it.X, it.Y, it.X+it.W, it.Y+it.H
	most := math.Min(it.W, it.H) / 2
	radii := it.Radii
	for i := range radii {
		radii[i] = math.Min(radii[i], most)
	}
	tl, tr, br, bl := radii[0], radii[1], radii[2], radii[3]
	if tl+tr+br+bl == 0 {
		d.point(x1, y2)
		d.number(it.W)
		d.number(it.H)
		d.step("re")
		return
	}
	const k = 1 - kappa // from the corner
	// Where two corners meet there is no line between them: one of no length
	// has, once its ends are rounded, some direction or other, and its stroke a
	// thorn.
	side := func(x, y, length float64) {
		if length > 0.02 {
			d.line(x, y)
		}
	}
	d.move(x1+tl, y1)
	side(x2-tr, y1, it.W-tl-tr)
	if tr > 0 {
		d.curve(x2-tr*k, y1, x2, y1+tr*k, x2, y1+tr)
	}
	side(x2, y2-br, it.H-tr-br)
	if br > 0 {
		d.curve(x2, y2-br*k, x2-br*k, y2, x2-br, y2)
	}
	side(x1+bl, y2, it.W-br-bl)
	if bl > 0 {
		d.curve(x1+bl*k, y2, x1, y2-bl*k, x1, y2-bl)
	}
	side(x1, y1+tl, it.H-bl-tl)
	if tl > 0 {
		d.curve(x1, y1+tl*k, x1+tl*k, y1, x1+tl, y1)
	}
	d.step("h")
}
