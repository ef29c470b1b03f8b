package geometry_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"ninefold/canvas"
	"ninefold/canvas/canvastest"
	"ninefold/canvas/geometry"
)

// evenly measures text in which every letter is as wide as the next.
func evenly(text string, size float64, bold bool) float64 {
	w := 0.52
	if bold {
		w = 0.57
	}
	return w * size * float64(utf8.RuneCountInString(text))
}

func engine() *geometry.BoardEngine { return &geometry.BoardEngine{Measure: evenly} }

// boardText is a board in made-up words.
func boardText() geometry.BoardText {
	t := geometry.BoardText{
		Search: "Search", Hint: "Drag onto a cell", NoSegments: "Add a segment first.", FiguresHead: "What it costs",
		Type:  func(id string) string { return strings.ReplaceAll(id, "_", " ") },
		Stage: func(s canvas.Stage) (string, string) { return string(s), "what the stage is for" },
		Segment: func(n *canvas.Note) (string, []geometry.FieldText) {
			if n == nil {
				return "Nobody in particular", []geometry.FieldText{{Text: "Drag them to a segment"}}
			}
			return n.SegmentName(), []geometry.FieldText{
				{ID: "expected", Text: "Expects: " + strings.Join(n.Segment.Expected, ", ")}, {ID: "bond", Text: "Bond: not known"},
			}
		},
		Tactic: func(id string) string { return "tactic/" + id },
		Note:   func(n *canvas.Note) (string, []string) { return n.Text, []string{"320 a month", "planned"} },
		Gap: func(types []string, empty bool) string {
			return fmt.Sprintf("Nothing yet %v %v", types, empty)
		},
	}
	all := geometry.TokenGroup{Name: "Relationships"}
	for _, id := range types {
		all.Tokens = append(all.Tokens, geometry.TokenText{ID: id, Mark: strings.ToUpper(id[:1]), Name: t.Type(id)})
	}
	t.Groups = []geometry.TokenGroup{all, {Name: "Tactics", Tokens: []geometry.TokenText{{Kind: geometry.TokenTactic, ID: "trial", Icon: "tactic/trial", Name: "Free trial"}}}}
	return t
}

var types = []string{"personal_assistance", "dedicated_assistance", "self_service", "communities", "custom"}

func figures(*canvas.Note) []geometry.Figure {
	return []geometry.Figure{{ID: "month", Name: "Per month", Value: "€ 558"}, {ID: "ltv", Name: "Lifetime value", Value: "not available", Main: true}}
}

// must returns the project of an edit that cannot fail.
func must(t *testing.T) func(*canvas.Project, *canvas.Note, error) (*canvas.Project, *canvas.Note) {
	return func(p *canvas.Project, n *canvas.Note, err error) (*canvas.Project, *canvas.Note) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return p, n
	}
}

// randomBoard makes a project with segments and relationships of every kind.
func randomBoard(t *testing.T, r *rand.Rand) *canvas.Project {
	p := canvas.New("random", "en", "EUR")
	ok := must(t)
	words := func(most int) string { return strings.TrimSpace(strings.Repeat("some words ", r.IntN(most))) }
	for range r.IntN(6) {
		s := canvas.Note{Text: "Segment " + words(5), Segment: &canvas.Segment{}}
		for range r.IntN(3) {
			s.Segment.Expected = append(s.Segment.Expected, types[r.IntN(len(types))])
		}
		p, _ = ok(canvas.AddNote(p, s, canvas.CustomerSegments, canvas.AtEnd))
	}
	for range r.IntN(25) {
		n := canvas.Note{Text: words(20), Relationship: &canvas.Relationship{Type: types[r.IntN(len(types))]}}
		for range r.IntN(3) * r.IntN(9) {
			n.Relationship.Tactics = append(n.Relationship.Tactics, "trial")
		}
		if r.IntN(8) > 0 {
			n.Relationship.Stage = canvas.Stages()[r.IntN(4)]
		}
		for _, s := range p.Segments() {
			if r.IntN(3) == 0 {
				n.Segments = append(n.Segments, s.ID)
			}
		}
		p, _ = ok(canvas.AddNote(p, n, canvas.CustomerRelationships, canvas.AtEnd))
	}
	return p
}

const near = 1e-6

func inside(in, out geometry.Rect) bool {
	return in.X >= out.X-near && in.Y >= out.Y-near && in.X+in.W <= out.X+out.W+near && in.Y+in.H <= out.Y+out.H+near
}

func apart(a, b geometry.Rect) bool {
	return a.X+a.W <= b.X+near || b.X+b.W <= a.X+near || a.Y+a.H <= b.Y+near || b.Y+b.H <= a.Y+near
}

func centre(r geometry.Rect) geometry.Point { return geometry.Point{X: r.X + r.W/2, Y: r.Y + r.H/2} }

// eachBoard lays out many random boards in random areas, with some rows folded
// where fold says so.
func eachBoard(t *testing.T, fold bool, check func(t *testing.T, p *canvas.Project, b *geometry.Board)) {
	for seed := range canvastest.Seeds(200) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 9))
			text := boardText()
			if r.IntN(2) == 0 {
				text.Figures = figures
			}
			folded := map[canvas.ID]bool{}
			text.Folded = func(id canvas.ID) bool { return folded[id] }
			area := geometry.Rect{X: 3, Y: 5, W: 640 + 1000*r.Float64(), H: 300 + 800*r.Float64()}
			scroll := geometry.BoardScroll{Rows: 400 * r.Float64(), Palette: 100 * r.Float64()}
			p := randomBoard(t, r)
			for _, s := range p.Segments() {
				folded[s.ID] = fold && r.IntN(3) == 0
			}
			check(t, p, engine().Board(p, area, geometry.BoardScreen(1), text, scroll))
		})
	}
}

func labelRects(box geometry.Rect, labels []geometry.Label) []geometry.Rect {
	var out []geometry.Rect
	for _, l := range labels {
		out = append(out, geometry.Rect{X: box.X + l.Rect.X, Y: box.Y + l.Rect.Y, W: l.Rect.W, H: l.Rect.H})
	}
	return out
}

// lineRects are where the letters of labels stand.
func lineRects(box geometry.Rect, labels []geometry.Label) []geometry.Rect {
	var out []geometry.Rect
	for _, l := range labels {
		for i, line := range l.Lines {
			y := box.Y + l.Rect.Y + float64(i)*l.LineHeight()
			out = append(out, geometry.Rect{X: box.X + l.Rect.X, Y: y, W: evenly(line, l.Size, l.Bold), H: l.LineHeight()})
		}
	}
	return out
}

// within checks that labels, and every line of them, fit their box.
func within(t *testing.T, what string, box geometry.Rect, labels []geometry.Label) {
	t.Helper()
	for i, r := range labelRects(box, labels) {
		l := &labels[i]
		if !inside(r, box) {
			t.Errorf("%s %v: label %q at %v leaves it", what, box, l.Lines, r)
		}
		for _, line := range l.Lines {
			if w := evenly(line, l.Size, l.Bold); w > l.Rect.W+near && strings.Contains(line, " ") {
				t.Errorf("%s: line %q is %.0f wide, the label %.0f", what, line, w, l.Rect.W)
			}
		}
	}
}

func allApart(t *testing.T, where string, rects []geometry.Rect) {
	t.Helper()
	for i, a := range rects {
		for _, b := range rects[:i] {
			if !apart(a, b) {
				t.Errorf("%s, %v and %v overlap", where, a, b)
			}
		}
	}
}
