package image

import (
	"image"
	"math"

	"golang.org/x/image/vector"

	"ninefold/export/text"
)

// A point is a place on the picture in pixels.
type point struct{ x, y float64 }

// A path is an outline in pixels. Parts that go round the other way are holes.
type path struct{ steps []text.Segment }

func (p *path) reset() { p.steps = p.steps[:0] }

func (p *path) add(op text.Op, at ...point) {
	s := text.Segment{Op: op}
	for i, a := range at {
		s.Args[i] = text.Point{X: a.x, Y: a.y}
	}
	p.steps = append(p.steps, s)
}

// args is how many points a step takes.
func args(op text.Op) int { return [...]int{1, 1, 2, 3}[op] }

// bounds returns the pixels that the path may touch; it is not ok where the
// path is empty, endless or nowhere.
func (p *path) bounds() (r image.Rectangle, ok bool) {
	x1, y1, x2, y2 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, s := range p.steps {
		for _, a := range s.Args[:args(s.Op)] {
			if !(math.Abs(a.X) < far && math.Abs(a.Y) < far) {
				return image.Rectangle{}, false
			}
			x1, y1, x2, y2 = math.Min(x1, a.X), math.Min(y1, a.Y), math.Max(x2, a.X), math.Max(y2, a.Y)
		}
	}
	if len(p.steps) == 0 {
		return image.Rectangle{}, false
	}
	return image.Rect(int(math.Floor(x1)), int(math.Floor(y1)), int(math.Ceil(x2)), int(math.Ceil(y2))), true
}

// addTo draws the path with a rasteriser whose origin lies at a pixel.
func (p *path) addTo(ras *vector.Rasterizer, origin image.Point) {
	ox, oy := float64(origin.X), float64(origin.Y)
	open := false
	for _, s := range p.steps {
		var v [6]float32
		for i, a := range s.Args[:args(s.Op)] {
			v[2*i], v[2*i+1] = float32(a.X-ox), float32(a.Y-oy)
		}
		switch s.Op {
		case text.MoveTo:
			if open {
				ras.ClosePath()
			}
			open = true
			ras.MoveTo(v[0], v[1])
		case text.LineTo:
			ras.LineTo(v[0], v[1])
		case text.QuadTo:
			ras.QuadTo(v[0], v[1], v[2], v[3])
		case text.CubeTo:
			ras.CubeTo(v[0], v[1], v[2], v[3], v[4], v[5])
		}
	}
	if open {
		ras.ClosePath()
	}
}

// kappa is how far the control points of a quarter circle lie from its ends.
const kappa = 0.5522847498

// roundRect adds a rectangle with round corners, from the top left clockwise.
func (p *path) roundRect(x1, y1, x2, y2 float64, radii [4]float64, hole bool) {
	if x2 <= x1 || y2 <= y1 {
		return
	}
	most := math.Min(x2-x1, y2-y1) / 2
	for i := range radii {
		radii[i] = math.Min(radii[i], most)
	}
	tl, tr, br, bl := radii[0], radii[1], radii[2], radii[3]
	part := path{}
	part.add(text.MoveTo, point{x1 + tl, y1})
	part.add(text.LineTo, point{x2 - tr, y1})
	part.arc(point{x2 - tr, y1}, point{x2, y1}, point{x2, y1 + tr})
	part.add(text.LineTo, point{x2, y2 - br})
	part.arc(point{x2, y2 - br}, point{x2, y2}, point{x2 - br, y2})
	part.add(text.LineTo, point{x1 + bl, y2})
	part.arc(point{x1 + bl, y2}, point{x1, y2}, point{x1, y2 - bl})
	part.add(text.LineTo, point{x1, y1 + tl})
	part.arc(point{x1, y1 + tl}, point{x1, y1}, point{x1 + tl, y1})
	p.append(part, hole)
}

// circle adds a circle.
func (p *path) circle(x, y, r float64, hole bool) {
	p.roundRect(x-r, y-r, x+r, y+r, [4]float64{r, r, r, r}, hole)
}

// arc adds a quarter of an ellipse from a to b round a corner.
func (p *path) arc(a, corner, b point) {
	if a == b {
		return
	}
	toward := func(from point) point {
		return point{from.x + (corner.x-from.x)*kappa, from.y + (corner.y-from.y)*kappa}
	}
	p.add(text.CubeTo, toward(a), toward(b), b)
}

// append adds a closed part; as a hole it is gone round backwards.
func (p *path) append(part path, hole bool) {
	if !hole {
		p.steps = append(p.steps, part.steps...)
		return
	}
	n := len(part.steps)
	end := func(i int) text.Point { s := part.steps[i]; return s.Args[args(s.Op)-1] }
	p.steps = append(p.steps, text.Segment{Op: text.MoveTo, Args: [3]text.Point{end(n - 1)}})
	for i := n - 1; i > 0; i-- {
		s := part.steps[i]
		back := text.Segment{Op: s.Op}
		k := args(s.Op)
		for j := range k - 1 {
			back.Args[j] = s.Args[k-2-j]
		}
		back.Args[k-1] = end(i - 1)
		p.steps = append(p.steps, back)
	}
}

// polygon adds a closed shape with straight sides.
func (p *path) polygon(points []point) {
	for i, a := range points {
		op := text.LineTo
		if i == 0 {
			op = text.MoveTo
		}
		p.add(op, a)
	}
}

// polyline adds the stroke of a line through points, with round joints.
func (p *path) polyline(points []point, width float64) {
	for i := 1; i < len(points); i++ {
		p.stroke(points[i-1], points[i], width)
		if i > 1 {
			p.circle(points[i-1].x, points[i-1].y, width/2, false)
		}
	}
	if n := len(points); n > 2 && points[0] == points[n-1] {
		p.circle(points[0].x, points[0].y, width/2, false)
	}
}

// stroke adds a straight stroke as a rectangle, clockwise.
func (p *path) stroke(a, b point, width float64) {
	length := math.Hypot(b.x-a.x, b.y-a.y)
	if length == 0 {
		return
	}
	nx, ny := (b.y-a.y)/length*width/2, -(b.x-a.x)/length*width/2
	p.polygon([]point{{a.x + nx, a.y + ny}, {b.x + nx, b.y + ny}, {b.x - nx, b.y - ny}, {a.x - nx, a.y - ny}})
}

// maxDashes bounds the dashes of one side, so that a shape far larger than any
// picture ends; it is then drawn without gaps.
const maxDashes = 1 << 16

// dashes adds the strokes of a dashed line through points, whose gaps are as
// long as its dashes.
func (p *path) dashes(points []point, width, dash float64) {
	dash = math.Max(dash, 0.5)
	left, on := dash, true
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		length := math.Hypot(b.x-a.x, b.y-a.y)
		if !(length/dash < maxDashes) {
			p.stroke(a, b, width)
			continue
		}
		for done := 0.0; done < length; {
			step := math.Min(left, length-done)
			if on {
				p.stroke(between(a, b, done/length), between(a, b, (done+step)/length), width)
			}
			done += step
			if left -= step; left <= 0 {
				left, on = dash, !on
			}
		}
	}
}

func between(a, b point, t float64) point {
	return point{a.x + (b.x-a.x)*t, a.y + (b.y-a.y)*t}
}

// flat returns the closed path as straight lines.
func (p *path) flat() []point {
	var out []point
	for _, s := range p.steps {
		end := s.Args[args(s.Op)-1]
		if s.Op == text.CubeTo {
			from := out[len(out)-1]
			const pieces = 8
			for i := 1; i < pieces; i++ {
				t := float64(i) / pieces
				u := 1 - t
				a, b, c, d := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
				out = append(out, point{
					a*from.x + b*s.Args[0].X + c*s.Args[1].X + d*end.X,
					a*from.y + b*s.Args[0].Y + c*s.Args[1].Y + d*end.Y,
				})
			}
		}
		out = append(out, point{end.X, end.Y})
	}
	if len(out) > 0 {
		out = append(out, out[0])
	}
	return out
}
