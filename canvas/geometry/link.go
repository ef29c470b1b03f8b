package geometry

import (
	"math"
	"slices"

	"ninefold/canvas"
)

// A Link is the curve between two notes that are linked: a cubic Bézier curve
// from a side of the one to a side of the other.
type Link struct {
	From, To LinkEnd
	Bends    [2]Point // the curve's control points
}

// A LinkEnd is an end of a link. It lies on a side of what is seen of a note. If
// that is nothing, it lies where the note would come into sight: at the upper or
// the lower edge of its block's body, a little beside the notes there.
type LinkEnd struct {
	ID   canvas.ID
	At   Point
	Seen bool // whether any of the note is
}

// Links returns the curves from a note to those that it links or that link it,
// in the filling order. None joins two notes that are both out of sight.
func (l *Layout) Links(p *canvas.Project, id canvas.ID) []Link {
	others := canvas.Linked(p, id)
	if len(others) == 0 {
		return nil
	}
	from, seen, ok := l.seen(id)
	if !ok {
		return nil
	}
	var links []Link
	for _, n := range others {
		to, alsoSeen, ok := l.seen(n.ID)
		if !ok || !seen && !alsoSeen {
			continue
		}
		link := l.link(from, to)
		link.From.ID, link.From.Seen = id, seen
		link.To.ID, link.To.Seen = n.ID, alsoSeen
		links = append(links, link)
	}
	return links
}

// seen returns the part of a note that is seen, which for a note out of sight
// is a line at the edge of its block's body, longer by half a gap at each end.
func (l *Layout) seen(id canvas.ID) (part Rect, seen, ok bool) {
	for i := range l.Blocks {
		b := &l.Blocks[i]
		at := slices.IndexFunc(b.Notes, func(n Note) bool { return n.ID == id })
		if at < 0 {
			continue
		}
		r := b.Notes[at].Rect
		top := min(max(r.Y, b.Body.Y), b.Body.Bottom())
		bottom := min(max(r.Bottom(), b.Body.Y), b.Body.Bottom())
		part = Rect{r.X, top, r.W, bottom - top}
		if part.H > slack {
			return part, true, true
		}
		beside := l.Metrics.Gap / 2
		return Rect{r.X - beside, top, r.W + 2*beside, 0}, false, true
	}
	return Rect{}, false, false
}

// link joins the sides of two notes that face each other. Notes one above the
// other are joined by a bow at the sides that are nearest to each other.
func (l *Layout) link(a, b Rect) Link {
	ay, by := a.Center().Y, b.Center().Y
	var from, to, middle float64
	left, right := math.Abs(a.X-b.X), math.Abs(a.Right()-b.Right())
	switch {
	case a.Right() <= b.X:
		from, to = a.Right(), b.X
		middle = (from + to) / 2
	case b.Right() <= a.X:
		from, to = a.X, b.Right()
		middle = (from + to) / 2
	case left < right:
		from, to = a.X, b.X
		middle = max(min(from, to)-2*l.Metrics.Inset, l.Area.X)
	default:
		from, to = a.Right(), b.Right()
		middle = min(max(from, to)+2*l.Metrics.Inset, l.Area.Right())
	}
	return Link{
		From: LinkEnd{At: Point{from, ay}}, To: LinkEnd{At: Point{to, by}},
		Bends: [2]Point{{middle, ay}, {middle, by}},
	}
}

// linkPieces is the number of straight pieces that stand for a curve: enough
// for one across a whole window to look round.
const linkPieces = 48

// Points returns points along the curve, the ends among them, close enough to
// each other for it to be drawn as straight pieces.
func (k Link) Points() []Point {
	points := make([]Point, linkPieces+1)
	for i := range points {
		t := float64(i) / linkPieces
		u := 1 - t
		a, b, c, d := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		points[i] = Point{
			a*k.From.At.X + b*k.Bends[0].X + c*k.Bends[1].X + d*k.To.At.X,
			a*k.From.At.Y + b*k.Bends[0].Y + c*k.Bends[1].Y + d*k.To.At.Y,
		}
	}
	return points
}

// Moved returns the link moved by a way.
func (k Link) Moved(by Point) Link {
	k.From.At, k.To.At = k.From.At.Add(by), k.To.At.Add(by)
	k.Bends[0], k.Bends[1] = k.Bends[0].Add(by), k.Bends[1].Add(by)
	return k
}

// LinksBounds returns the smallest rectangle in which the curves lie.
func LinksBounds(links []Link) Rect {
	if len(links) == 0 {
		return Rect{}
	}
	least, most := links[0].From.At, links[0].From.At
	for _, k := range links {
		for _, p := range k.Points() {
			least = Point{min(least.X, p.X), min(least.Y, p.Y)}
			most = Point{max(most.X, p.X), max(most.Y, p.Y)}
		}
	}
	return Rect{least.X, least.Y, most.X - least.X, most.Y - least.Y}
}
