package geometry

import "math"

// A Point is a place.
type Point struct{ X, Y float64 }

// Add returns the point moved by another.
func (p Point) Add(q Point) Point { return Point{p.X + q.X, p.Y + q.Y} }

// Sub returns the way from q to p.
func (p Point) Sub(q Point) Point { return Point{p.X - q.X, p.Y - q.Y} }

// A Size is a width and a height.
type Size struct{ W, H float64 }

// A Rect is a rectangle from its top left corner.
type Rect struct{ X, Y, W, H float64 }

// Right is the x of the right edge.
func (r Rect) Right() float64 { return r.X + r.W }

// Bottom is the y of the lower edge.
func (r Rect) Bottom() float64 { return r.Y + r.H }

// Center is the point in the middle.
func (r Rect) Center() Point { return Point{r.X + r.W/2, r.Y + r.H/2} }

// Empty reports whether the rectangle holds no point.
func (r Rect) Empty() bool { return r.W <= 0 || r.H <= 0 }

// Contains reports whether a point lies in the rectangle; its left and upper
// edges belong to it, the others do not.
func (r Rect) Contains(p Point) bool {
	return p.X >= r.X && p.X < r.Right() && p.Y >= r.Y && p.Y < r.Bottom()
}

// Overlaps reports whether the rectangles have a point in common.
func (r Rect) Overlaps(o Rect) bool { return !r.Intersect(o).Empty() }

// Intersect returns what both rectangles hold; it is empty where they do not
// overlap.
func (r Rect) Intersect(o Rect) Rect {
	x, y := math.Max(r.X, o.X), math.Max(r.Y, o.Y)
	return Rect{x, y, math.Max(0, math.Min(r.Right(), o.Right())-x), math.Max(0, math.Min(r.Bottom(), o.Bottom())-y)}
}

// Inset returns the rectangle with every edge moved inwards; outwards where d
// is negative.
func (r Rect) Inset(d float64) Rect {
	return Rect{r.X + d, r.Y + d, math.Max(0, r.W-2*d), math.Max(0, r.H-2*d)}
}

// Moved returns the rectangle moved by a way.
func (r Rect) Moved(by Point) Rect { return Rect{r.X + by.X, r.Y + by.Y, r.W, r.H} }
