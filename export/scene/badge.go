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

// Badge draws a segment's badge into a square; letters are one or two.
func (p *Page) Badge(letter string, colour canvas.Colour, shape canvas.Shape, r geometry.Rect, look *Look) {
	b := geometry.Badge{Letter: letter, Colour: colour, Shape: shape, Rect: r}
	p.segment(b, r, look)
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
		p.Centred("?", c, s*0.62, true, quiet)
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
		p.Centred("!", c, s*0.66, true, look.Sheet)
	}
}

// tick is a check mark.
func tick(c geometry.Point, s float64, colour color.NRGBA) Polygon {
	at := func(x, y float64) Point { return Point{c.X + x*s, c.Y + y*s} }
	return Polygon{Paint: Paint{Fill: colour}, Points: []Point{
		at(-0.24, 0.02), at(-0.16, -0.06), at(-0.05, 0.05), at(0.17, -0.19), at(0.25, -0.11), at(-0.05, 0.21),
	}}
}

// segment draws a segment's letter on its shape.
func (p *Page) segment(b geometry.Badge, r geometry.Rect, look *Look) {
	c := r.Center()
	h := r.W / 2
	colour, letter := look.Segment(b.Colour), white
	fill := Paint{Fill: colour}
	if look.Hollow {
		fill, letter = Paint{Fill: look.Sheet, Stroke: colour, Width: r.W * 0.09}, colour
		h -= r.W * 0.045
	}
	size := r.W * 0.64
	switch b.Shape {
	case canvas.ShapeSquare:
		side := h * 0.92
		p.Add(Rect{X: c.X - side, Y: c.Y - side, W: 2 * side, H: 2 * side, Radii: Round(r.W * 0.16), Paint: fill})
	case canvas.ShapeTriangle:
		p.Add(Polygon{Points: regular(geometry.Point{X: c.X, Y: c.Y + h*0.26}, h*1.3, 3), Paint: fill})
		c.Y += h * 0.3
		size = r.W * 0.54
	case canvas.ShapeDiamond:
		p.Add(Polygon{Points: regular(c, h*1.14, 4), Paint: fill})
		size = r.W * 0.56
	case canvas.ShapePentagon:
		p.Add(Polygon{Points: regular(geometry.Point{X: c.X, Y: c.Y + h*0.06}, h*1.08, 5), Paint: fill})
		c.Y += h * 0.08
		size = r.W * 0.58
	case canvas.ShapeHexagon:
		p.Add(Polygon{Points: regular(c, h*1.06, 6), Paint: fill})
	default:
		p.Add(Circle{X: c.X, Y: c.Y, R: h, Paint: fill})
	}
	if len(b.Letter) > 1 {
		size *= 0.72
	}
	p.Centred(b.Letter, c, size, true, letter)
}

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
