package image

import (
	"image"
	"math"

	"golang.org/x/image/draw"

	"ninefold/export/scene"
	"ninefold/export/text"
)

func (r *renderer) text(it scene.Text) {
	size := it.Size * r.scale
	if size <= 0 {
		return
	}
	x, y := it.X*r.scale, snap(it.Y*r.scale)
	grid := newGrid(size)
	for _, run := range text.Layout(it.Text, it.Bold).Runs {
		at := x + run.X*size
		if run.Plain {
			g := grid
			if run.Font == text.Symbols {
				g = noGrid
			}
			for _, c := range run.Text {
				r.glyph(text.Outline(c, run.Font), at, y, size, g)
				at += text.Advance(c, run.Font) * size
			}
			continue
		}
		for _, g := range run.Glyphs {
			if g.Bitmap != nil {
				r.bitmap(g.Bitmap.In(it.Grey), at+g.X*size, y+g.Y*size, size)
			} else {
				r.glyph(g.Outline, at+g.X*size, y+g.Y*size, size, noGrid)
			}
		}
	}
	r.fill(it.Color)
}

// glyph adds an outline to the path.
func (r *renderer) glyph(outline []text.Segment, x, y, size float64, g grid) {
	for _, s := range outline {
		for i := range s.Args[:args(s.Op)] {
			s.Args[i].X = x + s.Args[i].X*size
			s.Args[i].Y = y + g.fit(s.Args[i].Y)*size
		}
		r.path.steps = append(r.path.steps, s)
	}
}

// bitmap draws a sign that is a picture.
func (r *renderer) bitmap(b *text.Bitmap, x, y, size float64) {
	x1, y1 := snap(x+b.X*size), snap(y+b.Y*size)
	x2, y2 := x1+math.Max(1, snap(b.W*size)), y1+math.Max(1, snap(b.H*size))
	area := image.Rect(int(x1), int(y1), int(x2), int(y2))
	if area.Overlaps(r.dst.Bounds()) {
		draw.CatmullRom.Scale(r.dst, area, b.Image, b.Image.Bounds(), draw.Over, nil)
	}
}

// Heights of Noto Sans in ems: of small letters, of capitals, of the longest
// strokes up, and how far round letters reach beyond.
const (
	xHeight   = 0.536
	capHeight = 0.714
	ascender  = 0.766
	overshoot = 0.014
)

// A grid moves the heights of letters onto whole pixels: at the small sizes of
// a screen, letters whose upper edges lie between two pixels look blurred.
type grid struct {
	on                 bool
	x, capital, ascend float64 // where the heights come to lie, in ems
}

// noGrid leaves all as it is.
var noGrid = grid{}

// newGrid returns the grid for a size in pixels; large letters need none.
func newGrid(size float64) grid {
	if size > 40 {
		return noGrid
	}
	whole := func(height float64) float64 { return snap(height*size) / size }
	g := grid{on: true, x: whole(xHeight), capital: whole(capHeight)}
	g.ascend = math.Max(whole(ascender), g.capital)
	return g
}

// fit moves a height, in ems with y downwards, onto the grid. What lies
// between two known heights keeps its share of the way.
func (g grid) fit(y float64) float64 {
	if !g.on {
		return y
	}
	h := -y
	switch {
	case h <= -overshoot:
		return y
	case h <= 0:
		return 0
	case h < xHeight:
		return -h * g.x / xHeight
	case h <= xHeight+overshoot:
		return -g.x
	case h < capHeight:
		return -(g.x + (h-xHeight-overshoot)*(g.capital-g.x)/(capHeight-xHeight-overshoot))
	case h <= capHeight+overshoot:
		return -g.capital
	case h < ascender:
		return -(g.capital + (h-capHeight-overshoot)*(g.ascend-g.capital)/(ascender-capHeight-overshoot))
	case h <= ascender+overshoot:
		return -g.ascend
	}
	return -(h + g.ascend - ascender)
}
