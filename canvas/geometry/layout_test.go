package geometry

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"ninefold/canvas"
	"ninefold/canvas/canvastest"
)

func fakeMeasure(s string, size float64, _ bool) float64 { return float64(len(s)) * size / 2 }

func newEngine() *Engine {
	return &Engine{Measure: fakeMeasure, Title: func(b canvas.Block) string { return string(b) }}
}

// project makes a canvas of n notes, with some segments, out of a source of
// chance.
func project(t testing.TB, n int, rng *rand.Rand) *canvas.Project {
	t.Helper()
	words := strings.Fields("bike repair on the square every morning subscription customers community evening van fleet insurance €")
	var notes []*canvas.Note
	var segments []canvas.ID
	blocks := canvas.Blocks()
	for i := range n {
		note := &canvas.Note{ID: canvas.ID(fmt.Sprintf("nt_%d", i)), Order: fmt.Sprintf("k%06d", i), Block: blocks[rng.IntN(9)]}
		if i < min(3, n) {
			note.Block = canvas.CustomerSegments
			note.Segment = &canvas.Segment{Letter: string(rune('A' + i))}
			segments = append(segments, note.ID)
		}
		for range 1 + rng.IntN(9) {
			note.Text += words[rng.IntN(len(words))] + " "
		}
		note.Text = strings.TrimSpace(note.Text)
		for _, s := range segments {
			if rng.IntN(2) == 0 {
				note.Segments = append(note.Segments, s)
			}
		}
		notes = append(notes, note)
	}
	p, err := canvas.Build(canvas.Head{Title: "test"}, notes)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func source(t *testing.T) *rand.Rand {
	seed := canvastest.Seed()
	t.Logf("seed %d", seed)
	return rand.New(rand.NewPCG(seed, 1))
}

func TestUnitsCoverTheCanvas(t *testing.T) {
	sum := 0.0
	for i, b := range canvas.Blocks() {
		r := unit(b)
		sum += r.W * r.H
		for _, o := range canvas.Blocks()[i+1:] {
			if cut := r.Intersect(unit(o)); cut.W > 1e-9 && cut.H > 1e-9 {
				t.Errorf("%s and %s overlap", b, o)
			}
		}
	}
	if math.Abs(sum-1) > 1e-9 {
		t.Errorf("the nine blocks cover %v of the canvas", sum)
	}
}

// edges returns whether a holds b, but for rounding.
func holds(a, b Rect) bool {
	return b.X >= a.X-slack && b.Y >= a.Y-slack && b.Right() <= a.Right()+slack && b.Bottom() <= a.Bottom()+slack
}

func TestNotesLieInOrderWithoutOverlap(t *testing.T) {
	rng := source(t)
	for range 60 {
		p := project(t, rng.IntN(120), rng)
		m := Screen(0.5 + rng.Float64()*1.5)
		if rng.IntN(2) == 0 {
			m = Paper(7+rng.Float64()*3, 7)
		}
		area := Rect{rng.Float64() * 50, rng.Float64() * 50, 300 + rng.Float64()*1500, 300 + rng.Float64()*900}
		l := newEngine().Canvas(p, area, m, nil)
		for _, b := range l.Blocks {
			notes := p.Block(b.Block)
			if len(notes) != len(b.Notes) {
				t.Fatalf("%s: %d notes laid out of %d", b.Block, len(b.Notes), len(notes))
			}
			hidden := 0
			for i, n := range b.Notes {
				if n.Note != notes[i] {
					t.Fatalf("%s: note %d is out of order", b.Block, i)
				}
				if n.Rect.X < b.Body.X-slack || n.Rect.Right() > b.Body.Right()+slack {
					t.Errorf("%s: %v sticks out of %v", b.Block, n.Rect, b.Body)
				}
				if !holds(b.Body, n.Rect) {
					hidden++
				}
				for j := range i {
					if n.Rect.Inset(slack).Overlaps(b.Notes[j].Rect) {
						t.Errorf("%s: notes %d and %d overlap", b.Block, j, i)
					}
				}
				checkContent(t, m, n)
			}
			if hidden != b.Hidden {
				t.Errorf("%s: Hidden = %d, want %d", b.Block, b.Hidden, hidden)
			}
			if b.ContentH <= b.Body.H && b.Hidden > 0 {
				t.Errorf("%s: there is room, but %d notes are hidden", b.Block, b.Hidden)
			}
			if !holds(b.Rect, b.Body) {
				t.Errorf("%s: body %v sticks out of %v", b.Block, b.Body, b.Rect)
			}
		}
	}
}

// checkContent holds that texts and badges lie on their note and beside each other.
func checkContent(t *testing.T, m Metrics, n Note) {
	t.Helper()
	whole := Rect{W: n.Rect.W, H: n.Rect.H}
	for i, line := range n.Lines() {
		text := Rect{m.Left, m.PadY + float64(i)*m.Line, fakeMeasure(line, m.Text, false), m.Line}
		wordWide := n.Rect.W < 14*m.Text // a character alone may be too wide for such a note
		if !holds(whole, text) && !wordWide {
			t.Errorf("line %q sticks out of its note %v", line, n.Rect)
		}
		// Badges may be higher than a line: they reach beyond it, but not to letters.
		base := text.Y + m.Ascent
		text.Y, text.H = base-0.77*m.Text, m.Text
		for _, b := range n.Badges() {
			if b.Rect.Inset(slack).Overlaps(text) && !wordWide {
				t.Errorf("line %q runs into a badge", line)
			}
		}
	}
	for i, b := range n.Badges() {
		if !holds(whole, b.Rect) && n.Rect.W > 4*m.Badge {
			t.Errorf("badge %v sticks out of its note %v", b.Rect, n.Rect)
		}
		for j := range i {
			if b.Rect.Inset(slack).Overlaps(n.Badges()[j].Rect) {
				t.Errorf("badges %d and %d overlap", j, i)
			}
		}
	}
}

func TestSegmentsShowTheirOwnBadgeAndOthersThoseTheyServe(t *testing.T) {
	notes := []*canvas.Note{
		{ID: "a", Order: "a", Block: canvas.CustomerSegments, Segment: &canvas.Segment{Letter: "A"}},
		{ID: "b", Order: "b", Block: canvas.CustomerSegments, Segment: &canvas.Segment{Letter: "B"}, Segments: []canvas.ID{"a"}},
		{ID: "c", Order: "a", Block: canvas.Channels, Segments: []canvas.ID{"a", "b", "gone"}},
	}
	p, err := canvas.Build(canvas.Head{}, notes)
	if err != nil {
		t.Fatal(err)
	}
	l := newEngine().Canvas(p, Rect{W: 1000, H: 700}, Screen(1), nil)
	for id, want := range map[canvas.ID]string{"a": "A", "b": "B", "c": "AB"} {
		got := ""
		for _, b := range l.Note(id).Badges() {
			got += b.Letter
		}
		if got != want {
			t.Errorf("note %s shows %q, want %q", id, got, want)
		}
	}
}

func TestScrollStopsAtTheLastNote(t *testing.T) {
	p := project(t, 300, source(t))
	area := Rect{W: 1000, H: 700}
	far := map[canvas.Block]float64{}
	for _, b := range canvas.Blocks() {
		far[b] = 1e9
	}
	l := newEngine().Canvas(p, area, Screen(1), far)
	for _, b := range l.Blocks {
		if len(b.Notes) == 0 || b.ContentH <= b.Body.H {
			continue
		}
		last := b.Notes[len(b.Notes)-1].Rect
		if last.Bottom() > b.Body.Bottom()+slack || last.Bottom() < b.Body.Bottom()-l.Metrics.Line*6 {
			t.Errorf("%s: scrolled to the end, the last note ends at %v, the body at %v", b.Block, last.Bottom(), b.Body.Bottom())
		}
	}
}

func TestContentIsSharedUntilThePictureChanges(t *testing.T) {
	rng := source(t)
	p := project(t, 60, rng)
	e := newEngine()
	area := Rect{W: 1000, H: 700}
	before := e.Canvas(p, area, Screen(1), nil)
	id := p.Block(canvas.CustomerSegments)[0].ID
	moved, err := canvas.MoveNotes(p, []canvas.ID{id}, canvas.CustomerSegments, canvas.AtEnd)
	if err != nil {
		t.Fatal(err)
	}
	if e.Canvas(moved, area, Screen(1), nil).Note(id).Content != before.Note(id).Content {
		t.Error("a note moved in its block has another picture")
	}
	changes := map[string]func(*canvas.Note){
		"text":     func(n *canvas.Note) { n.Text += "!" },
		"paper":    func(n *canvas.Note) { n.Paper = canvas.PaperTeal },
		"standing": func(n *canvas.Note) { n.Standing = canvas.StandingFact },
		"letter":   func(n *canvas.Note) { s := *n.Segment; s.Letter = "Z"; n.Segment = &s },
	}
	for what, change := range changes {
		last := e.Canvas(p, area, Screen(1), nil)
		q, err := canvas.UpdateNote(p, id, change)
		if err != nil {
			t.Fatal(err)
		}
		now := e.Canvas(q, area, Screen(1), nil)
		if now.Note(id).Content == last.Note(id).Content {
			t.Errorf("%s changed, but not the picture", what)
		}
		wantSameNotes(t, what, now, newEngine().Canvas(q, area, Screen(1), nil))
	}
}

// An engine that inherits what another knows lays out as a new one does, in other
// words and other sizes too.
func TestInheritedTextsAreLaidOutAsNewOnes(t *testing.T) {
	p, area := project(t, 60, source(t)), Rect{W: 1000, H: 700}
	for zoom, caption := range map[float64]func(*canvas.Project, *canvas.Note) string{
		1:    nil,
		1.25: func(_ *canvas.Project, n *canvas.Note) string { return "Assistance: " + n.Text },
	} {
		first, heir, fresh := newEngine(), newEngine(), newEngine()
		first.Canvas(p, area, Screen(1), nil)
		heir.Caption, fresh.Caption = caption, caption
		heir.Inherit(first)
		wantSameNotes(t, "an heir", heir.Canvas(p, area, Screen(zoom), nil), fresh.Canvas(p, area, Screen(zoom), nil))
	}
}

// wantSameNotes holds that the notes of a layout show what those of another do.
func wantSameNotes(t *testing.T, what string, got, want *Layout) {
	t.Helper()
	for i := range got.Blocks {
		for j, n := range got.Blocks[i].Notes {
			if w := want.Blocks[i].Notes[j]; w.Rect != n.Rect || !slices.Equal(w.Lines(), n.Lines()) || !slices.Equal(w.Badges(), n.Badges()) || w.Paper != n.Paper {
				t.Fatalf("%s: laid out anew, note %s differs from what was remembered", what, n.ID)
			}
		}
	}
}

func TestDropOverItselfChangesNothing(t *testing.T) {
	rng := source(t)
	for range 20 {
		p := project(t, 60, rng)
		l := newEngine().Canvas(p, Rect{W: 900, H: 2500}, Screen(1), nil)
		for _, b := range l.Blocks {
			for _, n := range b.Notes {
				at := Point{n.Rect.X + rng.Float64()*n.Rect.W, n.Rect.Y + rng.Float64()*n.Rect.H}
				if !b.Body.Contains(at) {
					continue // out of sight, perhaps over another block
				}
				block, index, _, ok := l.Drop(at)
				if !ok || block != b.Block {
					t.Fatalf("Drop(%v) = %s, %v; want %s", at, block, ok, b.Block)
				}
				q, err := canvas.MoveNotes(p, []canvas.ID{n.ID}, block, index)
				if err != nil {
					t.Fatal(err)
				}
				if ids(q.Block(block)) != ids(p.Block(block)) {
					t.Errorf("%s: a note let go over itself went elsewhere", block)
				}
			}
		}
	}
}

func TestDropGoesWhereTheMarkerIs(t *testing.T) {
	rng := source(t)
	for range 20 {
		p := project(t, 80, rng)
		l := newEngine().Canvas(p, Rect{W: 1200, H: 2000}, Screen(1), nil)
		for range 50 {
			at := Point{rng.Float64() * 1200, rng.Float64() * 2000}
			block, index, marker, ok := l.Drop(at)
			if !ok {
				t.Fatalf("Drop(%v) is not ok inside the canvas", at)
			}
			b := l.Block(block)
			if marker.Empty() || !holds(b.Rect, marker) {
				t.Errorf("%s: marker %v lies outside of %v", block, marker, b.Rect)
			}
			if b.Hidden > 0 {
				continue // the mark stays in sight, though its place may not be
			}
			for i, n := range b.Notes {
				if n.Rect.Inset(4).Overlaps(marker) { // in a block that is just full it lies on the last edge
					t.Errorf("%s: marker %v lies over note %v", block, marker, n.Rect)
				}
				if b.Columns == 1 && (n.Rect.Center().Y < marker.Center().Y) != (i < index) {
					t.Errorf("%s: place %d, but note %d lies on the wrong side of the marker", block, index, i)
				}
			}
		}
	}
	if _, _, _, ok := newEngine().Canvas(canvas.New("", "en", "EUR"), Rect{W: 100, H: 100}, Screen(1), nil).Drop(Point{-1, 5}); ok {
		t.Error("Drop is ok outside the canvas")
	}
}

func TestAtFindsTheNoteUnderAPoint(t *testing.T) {
	p := project(t, 60, source(t))
	l := newEngine().Canvas(p, Rect{W: 1200, H: 600}, Screen(1), nil)
	for _, b := range l.Blocks {
		for _, n := range b.Notes {
			block, id := l.At(n.Rect.Center())
			seen := l.Sight(&b, &n).Contains(n.Rect.Center())
			if seen && (block != b.Block || id != n.ID) {
				t.Errorf("At the middle of note %s lies %s, %s", n.ID, block, id)
			}
			if !seen && id == n.ID {
				t.Errorf("note %s is found though it is out of sight", n.ID)
			}
		}
	}
	if block, id := l.At(Point{-1, -1}); block != "" || id != "" {
		t.Errorf("outside the canvas lies %s, %s", block, id)
	}
}

func ids(notes []*canvas.Note) string {
	var b strings.Builder
	for _, n := range notes {
		b.WriteString(string(n.ID) + " ")
	}
	return b.String()
}

func BenchmarkLayout(b *testing.B) {
	for _, n := range []int{40, 1000, 10000} {
		p := project(b, n, rand.New(rand.NewPCG(1, 1)))
		area := Rect{W: 1104, H: 770}
		b.Run(fmt.Sprintf("first/%d", n), func(b *testing.B) {
			for b.Loop() {
				newEngine().Canvas(p, area, Screen(1), nil)
			}
		})
		b.Run(fmt.Sprintf("edit/%d", n), func(b *testing.B) {
			e := newEngine()
			e.Canvas(p, area, Screen(1), nil)
			id := p.Block(canvas.Channels)[0].ID
			for i := 0; b.Loop(); i++ {
				q, err := canvas.SetText(p, id, fmt.Sprint("edit ", i))
				if err != nil {
					b.Fatal(err)
				}
				e.Canvas(q, area, Screen(1), nil)
			}
		})
	}
}
