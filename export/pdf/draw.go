package pdf

import (
	"errors"
	"image/color"
	"math"

	"github.com/jung-kurt/gofpdf"

	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/export/text"
)

// A drawer draws pages into a document.
type drawer struct {
	pdf      *gofpdf.Fpdf
	pictures map[*text.Bitmap]string // names of embedded pictures
	symbols  bool                    // the font of symbols is in the file
	anchors  map[string]int          // the library's numbers for places that jumps lead to
	clips    []geometry.Rect         // what may be seen at present, the innermost last
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

// page draws a page. The height of the document's last page is what the
// library counts the places of bookmarks from.
func (d *drawer) page(p *scene.Page, last float64) error {
	if !finite(p.W, p.H) || p.W <= 0 || p.H <= 0 {
		return errors.New("the page has no size")
	}
	// Portrait means: as given. The library would turn the page otherwise.
	d.pdf.AddPageFormat("P", gofpdf.SizeType{Wd: p.W, Ht: p.H})
	if p.Title != "" {
		d.pdf.SetFont(family, "", 1) // with any other, the library takes the title for Latin-1
		d.pdf.Bookmark(cesu8(text.Clean(p.Title)), 0, last-p.H)
	}
	if err := d.items(p.Items); err != nil {
		return err
	}
	return d.pdf.Error()
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
		return d.paint(it.Paint, func() { d.rect(it) })
	case scene.Circle:
		if !finite(it.X, it.Y, it.R) {
			return errNotFinite
		}
		return d.paint(it.Paint, func() {
			d.rect(scene.Rect{X: it.X - it.R, Y: it.Y - it.R, W: 2 * it.R, H: 2 * it.R, Radii: scene.Round(it.R)})
		})
	case scene.Polygon:
		return d.through(it.Points, it.Paint, true)
	case scene.Line:
		if !finite(it.X1, it.Y1, it.X2, it.Y2) {
			return errNotFinite
		}
		it.Fill = color.NRGBA{}
		return d.paint(it.Paint, func() {
			d.pdf.MoveTo(it.X1, it.Y1)
			d.pdf.LineTo(it.X2, it.Y2)
		})
	case scene.Polyline:
		it.Fill = color.NRGBA{}
		return d.through(it.Points, it.Paint, false)
	case scene.Text:
		if !finite(it.X, it.Y, it.Size) {
			return errNotFinite
		}
		return d.text(it)
	case scene.Clip:
		return d.clip(it)
	case scene.Anchor:
		if !finite(it.X, it.Y) {
			return errNotFinite
		}
		if id, ok := d.anchors[it.Name]; ok {
			d.pdf.SetLink(id, it.Y, -1)
		}
	case scene.Jump:
		if !finite(it.X, it.Y, it.W, it.H) {
			return errNotFinite
		}
		if id, ok := d.anchors[it.To]; ok {
			if r := d.seen(geometry.Rect{X: it.X, Y: it.Y, W: it.W, H: it.H}); !r.Empty() {
				d.pdf.Link(r.X, r.Y, r.W, r.H, id)
			}
		}
	}
	return nil
}

// find gives every anchor among the items a number, so that jumps may come
// before the place that they lead to.
func (d *drawer) find(items []scene.Item) {
	for _, item := range items {
		switch it := item.(type) {
		case scene.Clip:
			d.find(it.Items)
		case scene.Anchor:
			if _, ok := d.anchors[it.Name]; !ok {
				d.anchors[it.Name] = d.pdf.AddLink()
			}
		}
	}
}

// clip draws items of which a part is seen.
func (d *drawer) clip(it scene.Clip) error {
	if !finite(it.X, it.Y, it.W, it.H) {
		return errNotFinite
	}
	if it.W <= 0 || it.H <= 0 {
		return nil
	}
	d.clips = append(d.clips, d.seen(geometry.Rect{X: it.X, Y: it.Y, W: it.W, H: it.H}))
	d.pdf.ClipRect(it.X, it.Y, it.W, it.H, false)
	err := d.items(it.Items)
	d.pdf.ClipEnd()
	// The file has again the font of before, of which the library knows nothing.
	d.pdf.SetFont(family, "", 1)
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

// through paints a path straight from each point to the next, as a closed shape
// or not.
func (d *drawer) through(points []scene.Point, paint scene.Paint, closed bool) error {
	for _, p := range points {
		if !finite(p.X, p.Y) {
			return errNotFinite
		}
	}
	if len(points) == 0 {
		return nil
	}
	return d.paint(paint, func() {
		d.pdf.MoveTo(points[0].X, points[0].Y)
		for _, p := range points[1:] {
			d.pdf.LineTo(p.X, p.Y)
		}
		if closed {
			d.pdf.ClosePath()
		}
	})
}

// paint fills and strokes a path.
func (d *drawer) paint(p scene.Paint, path func()) error {
	if !finite(p.Width, p.Dash) {
		return errNotFinite
	}
	fill, stroke := p.Fill.A > 0, p.Stroke.A > 0 && p.Width > 0
	if fill {
		d.pdf.SetFillColor(int(p.Fill.R), int(p.Fill.G), int(p.Fill.B))
	}
	if stroke {
		d.pdf.SetDrawColor(int(p.Stroke.R), int(p.Stroke.G), int(p.Stroke.B))
		d.pdf.SetLineWidth(p.Width)
		if p.Dash > 0 {
			d.pdf.SetDashPattern([]float64{p.Dash, p.Dash}, 0)
			defer d.pdf.SetDashPattern(nil, 0)
		}
	}
	draw := func(style string) func() {
		return func() {
			path()
			d.pdf.DrawPath(style)
		}
	}
	if fill && stroke && p.Fill.A == p.Stroke.A {
		d.alpha(p.Fill.A, draw("FD"))
		return nil
	}
	if fill {
		d.alpha(p.Fill.A, draw("F"))
	}
	if stroke {
		d.alpha(p.Stroke.A, draw("D"))
	}
	return nil
}

// alpha draws with a transparency.
func (d *drawer) alpha(a uint8, draw func()) {
	if a == 0xff {
		draw()
		return
	}
	d.pdf.SetAlpha(float64(a)/255, "Normal")
	draw()
	d.pdf.SetAlpha(1, "Normal")
}

// kappa is how far the control points of a quarter circle lie from its ends.
const kappa = 0.5522847498

// rect makes the path of a rectangle with round corners.
func (d *drawer) rect(it scene.Rect) {
	if it.W <= 0 || it.H <= 0 {
		return
	}
	x1, y1, x2, y2 := it.X, it.Y, it.X+it.W, it.Y+it.H
	most := math.Min(it.W, it.H) / 2
	for i := range it.Radii {
		it.Radii[i] = math.Min(it.Radii[i], most)
	}
	tl, tr, br, bl := it.Radii[0], it.Radii[1], it.Radii[2], it.Radii[3]
	const k = 1 - kappa // from the corner
	// Where two corners meet there is no line between them: one of no length
	// has, once its ends are rounded, some direction or other, and its stroke a
	// thorn.
	line := func(x, y, length float64) {
		if length > 0.02 {
			d.pdf.LineTo(x, y)
		}
	}
	d.pdf.MoveTo(x1+tl, y1)
	line(x2-tr, y1, it.W-tl-tr)
	if tr > 0 {
		d.pdf.CurveBezierCubicTo(x2-tr*k, y1, x2, y1+tr*k, x2, y1+tr)
	}
	line(x2, y2-br, it.H-tr-br)
	if br > 0 {
		d.pdf.CurveBezierCubicTo(x2, y2-br*k, x2-br*k, y2, x2-br, y2)
	}
	line(x1+bl, y2, it.W-br-bl)
	if bl > 0 {
		d.pdf.CurveBezierCubicTo(x1+bl*k, y2, x1, y2-bl*k, x1, y2-bl)
	}
	line(x1, y1+tl, it.H-bl-tl)
	if tl > 0 {
		d.pdf.CurveBezierCubicTo(x1, y1+tl*k, x1+tl*k, y1, x1+tl, y1)
	}
	d.pdf.ClosePath()
}
