package geometry

import (
	"math"
	"math/rand/v2"
	"testing"

	"ninefold/canvas"
)

// linked links some of a project's notes with each other.
func linked(t *testing.T, p *canvas.Project, rng *rand.Rand) (*canvas.Project, []canvas.ID) {
	t.Helper()
	var ids []canvas.ID
	for n := range p.Notes() {
		ids = append(ids, n.ID)
	}
	for range ids {
		next, err := canvas.Link(p, ids[rng.IntN(len(ids))], ids[rng.IntN(len(ids))])
		if err != nil {
			t.Fatal(err)
		}
		p = next
	}
	return p, ids
}

// onSide reports whether a point lies on the left or the right side of a
// rectangle.
func onSide(r Rect, p Point) bool {
	beside := math.Abs(p.X-r.X) < slack || math.Abs(p.X-r.Right()) < slack
	return beside && p.Y > r.Y-slack && p.Y < r.Bottom()+slack
}

func checkEnd(t *testing.T, l *Layout, end LinkEnd) {
	t.Helper()
	n := l.Note(end.ID)
	body := l.Block(n.Note.Block).Body
	part := n.Rect.Intersect(body)
	if end.Seen != (part.H > slack) {
		t.Errorf("Seen is %v, and %v of the note is seen", end.Seen, part)
	}
	if end.Seen {
		if !onSide(part, end.At) {
			t.Errorf("a link ends at %v, and of the note %v is seen", end.At, part)
		}
		return
	}
	if body.H <= slack {
		return // a block too low for any note has one edge alone, its own
	}
	edge := body.Y
	if n.Rect.Y >= body.Bottom()-slack {
		edge = body.Bottom()
	}
	beside := math.Min(math.Abs(end.At.X-n.Rect.X), math.Abs(end.At.X-n.Rect.Right()))
	if math.Abs(end.At.Y-edge) > slack || beside > l.Metrics.Gap/2+slack || !l.Block(n.Note.Block).Rect.Contains(end.At) {
		t.Errorf("a link ends at %v; the note %v is out of sight of %v", end.At, n.Rect, body)
	}
}

func TestLinksEndAtNotesAndStayOnTheCanvas(t *testing.T) {
	rng := source(t)
	hidden, seen := 0, 0
	for range 60 {
		p, ids := linked(t, project(t, 2+rng.IntN(90), rng), rng)
		scroll := map[canvas.Block]float64{}
		for _, b := range canvas.Blocks() {
			scroll[b] = rng.Float64() * 400
		}
		area := Rect{rng.Float64() * 50, rng.Float64() * 50, 500 + rng.Float64()*1500, 300 + rng.Float64()*900}
		l := newEngine().Canvas(p, area, Screen(0.5+rng.Float64()*1.5), scroll)
		for _, id := range ids {
			got := map[canvas.ID]bool{}
			for _, k := range l.Links(p, id) {
				if k.From.ID != id || got[k.To.ID] || !k.From.Seen && !k.To.Seen {
					t.Fatalf("links of %s: unexpected %+v", id, k)
				}
				got[k.To.ID] = true
				checkEnd(t, l, k.From)
				checkEnd(t, l, k.To)
				checkCurve(t, l.Area, k)
				if k.To.Seen {
					seen++
				} else {
					hidden++
				}
			}
			_, here, _ := l.seen(id)
			for _, n := range canvas.Linked(p, id) {
				if _, there, _ := l.seen(n.ID); got[n.ID] != (here || there) {
					t.Errorf("link of %s and %s: drawn is %v", id, n.ID, got[n.ID])
				}
			}
		}
	}
	if hidden == 0 || seen == 0 {
		t.Errorf("%d ends were out of sight and %d in sight: the test says nothing", hidden, seen)
	}
}

// checkCurve holds that a curve begins and ends where its ends are, leaves
// them sideways and stays in the area.
func checkCurve(t *testing.T, area Rect, k Link) {
	t.Helper()
	points := k.Points()
	if points[0] != k.From.At || points[len(points)-1] != k.To.At {
		t.Errorf("the curve goes from %v to %v", points[0], points[len(points)-1])
	}
	if k.Bends[0].Y != k.From.At.Y || k.Bends[1].Y != k.To.At.Y {
		t.Errorf("the curve %+v is not level at its ends", k)
	}
	// Blocks lie on whole units, so the lowest may end half a unit below the area.
	const slack = 0.5
	for _, p := range points {
		if p.X < area.X-slack || p.X > area.Right()+slack || p.Y < area.Y-slack || p.Y > area.Bottom()+slack {
			t.Fatalf("the curve %+v leaves %v at %v", k, area, p)
		}
	}
}

func TestLinksAreTheSameFromBothEnds(t *testing.T) {
	rng := source(t)
	p, ids := linked(t, project(t, 40, rng), rng)
	l := newEngine().Canvas(p, Rect{0, 0, 1200, 700}, Screen(1), nil)
	for _, id := range ids {
		for _, k := range l.Links(p, id) {
			back := false
			for _, o := range l.Links(p, k.To.ID) {
				back = back || o.To == k.From && o.From == k.To && o.Bends == [2]Point{k.Bends[1], k.Bends[0]}
			}
			if !back {
				t.Errorf("%+v: there is no such curve from its other end", k)
			}
		}
	}
}

func TestUnlinkedNotesHaveNoLinks(t *testing.T) {
	p := project(t, 20, source(t))
	l := newEngine().Canvas(p, Rect{0, 0, 1200, 700}, Screen(1), nil)
	for _, id := range []canvas.ID{"nt_1", "nt_none"} {
		if got := l.Links(p, id); got != nil {
			t.Errorf("links of %s: %+v", id, got)
		}
	}
}

func TestBoundsHoldTheCurves(t *testing.T) {
	rng := source(t)
	p, ids := linked(t, project(t, 40, rng), rng)
	l := newEngine().Canvas(p, Rect{10, 20, 1200, 700}, Screen(1), nil)
	for _, id := range ids {
		links := l.Links(p, id)
		by := Point{rng.Float64() * 100, rng.Float64() * 100}
		for i := range links {
			links[i] = links[i].Moved(by)
		}
		bounds := LinksBounds(links)
		for _, k := range links {
			for _, at := range k.Points() {
				if !bounds.Inset(-slack).Contains(at) {
					t.Fatalf("%v lies outside of %v", at, bounds)
				}
			}
		}
		if len(links) > 0 && !l.Area.Moved(by).Inset(-slack).Contains(bounds.Center()) {
			t.Errorf("the bounds %v lie beside the canvas", bounds)
		}
	}
	if got := LinksBounds(nil); got != (Rect{}) {
		t.Errorf("the bounds of nothing are %v", got)
	}
}
