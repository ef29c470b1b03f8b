package scene

import (
	"math"

	"ninefold/canvas/geometry"
	"ninefold/export/text"
)

// Place adds the items of another page with its top left corner at a place.
func (p *Page) Place(q *Page, at geometry.Point) {
	for _, item := range q.Items {
		p.Add(Moved(item, at))
	}
}

// Moved returns an item moved by a way.
func Moved(item Item, by geometry.Point) Item {
	switch it := item.(type) {
	case Rect:
		it.X, it.Y = it.X+by.X, it.Y+by.Y
		return it
	case Polygon:
		it.Points = movedPoints(it.Points, by)
		return it
	case Circle:
		it.X, it.Y = it.X+by.X, it.Y+by.Y
		return it
	case Line:
		it.X1, it.Y1, it.X2, it.Y2 = it.X1+by.X, it.Y1+by.Y, it.X2+by.X, it.Y2+by.Y
		return it
	case Polyline:
		it.Points = movedPoints(it.Points, by)
		return it
	case Text:
		it.X, it.Y = it.X+by.X, it.Y+by.Y
		return it
	case Clip:
		it.X, it.Y = it.X+by.X, it.Y+by.Y
		items := make([]Item, len(it.Items))
		for i, inner := range it.Items {
			items[i] = Moved(inner, by)
		}
		it.Items = items
		return it
	case Anchor:
		it.X, it.Y = it.X+by.X, it.Y+by.Y
		return it
	case Jump:
		it.X, it.Y = it.X+by.X, it.Y+by.Y
		return it
	}
	return item
}

func movedPoints(points []Point, by geometry.Point) []Point {
	out := make([]Point, len(points))
	for i, p := range points {
		out[i] = Point{p.X + by.X, p.Y + by.Y}
	}
	return out
}

// Bounds is a rectangle that holds all that is drawn of an item.
func Bounds(item Item) geometry.Rect {
	switch it := item.(type) {
	case Rect:
		return geometry.Rect{X: it.X, Y: it.Y, W: it.W, H: it.H}.Inset(-it.reach())
	case Polygon:
		return pointBounds(it.Points).Inset(-2 * it.reach()) // corners are pointed
	case Circle:
		return geometry.Rect{X: it.X - it.R, Y: it.Y - it.R, W: 2 * it.R, H: 2 * it.R}.Inset(-it.reach())
	case Line:
		r := pointBounds([]Point{{it.X1, it.Y1}, {it.X2, it.Y2}})
		switch wide := it.reach(); { // its ends are cut straight
		case r.H == 0:
			return geometry.Rect{X: r.X, Y: r.Y - wide, W: r.W, H: 2 * wide}
		case r.W == 0:
			return geometry.Rect{X: r.X - wide, Y: r.Y, W: 2 * wide, H: r.H}
		default:
			return r.Inset(-wide)
		}
	case Polyline:
		return pointBounds(it.Points).Inset(-2 * it.reach())
	case Text:
		// Marks above and below letters reach farther than the letters.
		return geometry.Rect{X: it.X, Y: it.Y - 1.2*it.Size, W: text.Measure(it.Text, it.Size, it.Bold), H: 1.6 * it.Size}
	case Clip:
		return geometry.Rect{X: it.X, Y: it.Y, W: it.W, H: it.H}
	case Anchor:
		return geometry.Rect{X: it.X, Y: it.Y}
	case Jump:
		return geometry.Rect{X: it.X, Y: it.Y, W: it.W, H: it.H}
	}
	return geometry.Rect{}
}

// reach is how far a stroke reaches beyond the edge that it lies on.
func (p Paint) reach() float64 {
	if p.Stroke.A == 0 {
		return 0
	}
	return p.Width / 2
}

func pointBounds(points []Point) geometry.Rect {
	if len(points) == 0 {
		return geometry.Rect{}
	}
	low, high := points[0], points[0]
	for _, p := range points[1:] {
		low = Point{math.Min(low.X, p.X), math.Min(low.Y, p.Y)}
		high = Point{math.Max(high.X, p.X), math.Max(high.Y, p.Y)}
	}
	return geometry.Rect{X: low.X, Y: low.Y, W: high.X - low.X, H: high.Y - low.Y}
}
