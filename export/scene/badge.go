package scene

import (
	"image/color"
	"math"

	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/export/text"
)

// white is the colour of letters on badges in every look: the colours of the
// segments are chosen for it.
var white = color.NRGBA{0xff, 0xff, 0xff, 0xff}

// Badge draws a segment's badge of a height from its top left corner on and
// returns its width; see [geometry.BadgeSize].
func (p *Page) Badge(s *canvas.Segment, at geometry.Point, height float64, look *Look) float64 {
	size := geometry.BadgeSize(s.Letter, height)
	b := geometry.Badge{Letter: s.Letter, Colour: s.Colour, Shape: s.Shape}
	p.segment(b, geometry.Rect{X: at.X, Y: at.Y, W: size.W, H: size.H}, look)
	return size.W
}

// Sign draws a badge of a note whose top left corner lies at a place. Signs
// other than segments are quiet: in one colour, without a ground. Only what is
// worth a look stands out.
func (p *Page) Sign(b geometry.Badge, at geometry.Point, look *Look, quiet color.NRGBA) {
	r := b.Rect.Moved(at)
	c := r.Center()
	s := r.W
	switch b.Kind {
	case geometry.BadgeSegment:
		p.segment(b, r, look)
	case geometry.BadgeHypothesis:
		p.Add(Circle{X: c.X, Y: c.Y, R: s * 0.42, Paint: Paint{Stroke: quiet, Width: s / 16, Dash: s / 9}})
		p.Centred("?", c, s*geometry.Sign, true, quiet)
	case geometry.BadgeTested:
		p.Add(Circle{X: c.X, Y: c.Y, R: s * 0.42, Paint: Paint{Stroke: quiet, Width: s / 16}})
		p.Add(tick(c, s, quiet))
	case geometry.BadgeFact:
		if look.Hollow {
			p.Add(Circle{X: c.X, Y: c.Y, R: s * 0.4, Paint: Paint{Stroke: quiet, Width: s / 8}}, tick(c, s, quiet))
			break
		}
		p.Add(Circle{X: c.X, Y: c.Y, R: s * 0.45, Paint: Paint{Fill: quiet}}, tick(c, s, look.Sheet))
	case geometry.BadgeCost:
		p.Add(
			Circle{X: c.X, Y: c.Y, R: s * 0.36, Paint: Paint{Stroke: quiet, Width: s / 14}},
			Rect{X: c.X - s*0.05, Y: c.Y - s*0.18, W: s * 0.1, H: s * 0.36, Paint: Paint{Fill: quiet}},
		)
	case geometry.BadgeComment:
		edge := Paint{Stroke: quiet, Width: s / 14}
		p.Add(
			Rect{X: r.X + s*0.14, Y: r.Y + s*0.2, W: s * 0.72, H: s * 0.48, Radii: Round(s * 0.12), Paint: edge},
			Polygon{Points: []Point{
				{r.X + s*0.3, r.Y + s*0.68},
				{r.X + s*0.3, r.Y + s*0.9},
				{r.X + s*0.5, r.Y + s*0.68},
			}, Paint: Paint{Fill: quiet}},
		)
	case geometry.BadgeFinding:
		p.Add(Circle{X: c.X, Y: c.Y, R: s * 0.45, Paint: Paint{Fill: look.Warn}})
		p.Centred("!", c, s*geometry.Sign, true, look.Sheet)
	}
}

// tick is a check mark.
func tick(c geometry.Point, s float64, colour color.NRGBA) Polygon {
	at := func(x, y float64) Point { return Point{c.X + x*s, c.Y + y*s} }
	return Polygon{Paint: Paint{Fill: colour}, Points: []Point{
		at(-0.24, 0.02), at(-0.16, -0.06), at(-0.05, 0.05), at(0.17, -0.19), at(0.25, -0.11), at(-0.05, 0.21),
	}}
}

// segment draws a segment's letter on its shape. What has two letters is wider.
func (p *Page) segment(b geometry.Badge, r geometry.Rect, look *Look) {
	c, h := r.Center(), r.H/2
	colour, letter := look.Segment(b.Colour), white
	fill := Paint{Fill: colour}
	if look.Hollow {
		fill, letter = Paint{Fill: look.Sheet, Stroke: colour, Width: r.H * hollowEdge}, colour
		h -= r.H * hollowEdge / 2
	}
	middle := c
	wide := r.W - r.H // beyond a square
	box := func(half, round float64) Rect {
		w := 2*half + wide
		return Rect{X: c.X - w/2, Y: c.Y - half, W: w, H: 2 * half, Radii: Round(round), Paint: fill}
	}
	corners := func(n int, radius, down float64) Polygon {
		points := regular(geometry.Point{Y: c.Y + down}, radius, n)
		half := pointBounds(points).W / 2
		for i := range points {
			points[i].X = c.X + points[i].X*(1+wide/2/half)
		}
		return Polygon{Points: points, Paint: fill}
	}
	switch b.Shape {
	case canvas.ShapeSquare:
		p.Add(box(h*0.92, r.H*0.16))
	case canvas.ShapeTriangle:
		p.Add(corners(3, h*1.3, h*0.26))
		middle.Y += h * 0.31
	case canvas.ShapeDiamond:
		p.Add(corners(4, h*1.14, 0))
	case canvas.ShapePentagon:
		p.Add(corners(5, h*1.1, h*0.08))
		middle.Y += h * 0.08
	case canvas.ShapeHexagon:
		p.Add(corners(6, h*1.08, 0))
	default:
		if wide == 0 {
			p.Add(Circle{X: c.X, Y: c.Y, R: h, Paint: fill})
			break
		}
		p.Add(box(h, h))
	}
	p.Centred(b.Letter, middle, r.H*geometry.Sign, true, letter)
}

// hollowEdge is how thick the outline of a badge is, as a share of its height.
const hollowEdge = 0.08

// regular returns the corners of a polygon with equal sides, one of them on
// top.
func regular(c geometry.Point, radius float64, corners int) []Point {
	out := make([]Point, corners)
	for i := range out {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(corners))
		out[i] = Point{c.X + radius*sin, c.Y - radius*cos}
	}
	return out
}

// capHeight is the height of capitals of the text's font in ems.
const capHeight = 0.714

// Centred draws a short text with its capitals around a point.
func (p *Page) Centred(s string, c geometry.Point, size float64, bold bool, colour color.NRGBA) {
	p.Add(Text{
		X: c.X - text.Measure(s, size, bold)/2, Y: c.Y + capHeight*size/2,
		Size: size, Bold: bold, Color: colour, Text: s,
	})
}
