package geometry_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"ninefold/canvas"
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
		Palette: "Relationships", Hint: "Drag onto a cell", NoSegments: "Add a segment first.", FiguresHead: "What it costs",
		Type:  func(id string) string { return strings.ReplaceAll(id, "_", " ") },
		Stage: func(s canvas.Stage) (string, string) { return string(s), "what the stage is for" },
		Segment: func(n *canvas.Note) (string, []string) {
			if n == nil {
				return "Nobody in particular", nil
			}
			return n.SegmentName(), []string{"Expects: " + strings.Join(n.Segment.Expected, ", ")}
		},
		Note: func(n *canvas.Note) (string, []string) { return n.Text, []string{"320 a month", "planned"} },
		Gap: func(types []string, empty bool) string {
			return fmt.Sprintf("Nothing yet %v %v", types, empty)
		},
	}
	for _, id := range types {
		t.Types = append(t.Types, geometry.TypeText{ID: id, Mark: strings.ToUpper(id[:1]), Name: t.Type(id)})
	}
	return t
}

var types = []string{"personal_assistance", "dedicated_assistance", "self_service", "communities", "custom"}

func figures(*canvas.Note) []geometry.Figure {
	return []geometry.Figure{{Name: "Per month", Value: "€ 558"}, {Name: "Lifetime value", Value: "not available"}}
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

// eachBoard lays out many random boards in random areas.
func eachBoard(t *testing.T, check func(t *testing.T, p *canvas.Project, b *geometry.Board)) {
	for seed := range uint64(200) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 9))
			text := boardText()
			if r.IntN(2) == 0 {
				text.Figures = figures
			}
			area := geometry.Rect{X: 3, Y: 5, W: 640 + 1000*r.Float64(), H: 300 + 800*r.Float64()}
			scroll := geometry.BoardScroll{Rows: 400 * r.Float64(), Palette: 100 * r.Float64()}
			p := randomBoard(t, r)
			check(t, p, engine().Board(p, area, geometry.BoardScreen(1), text, scroll))
		})
	}
}

func TestBoardShowsEachRelationshipOncePerSegment(t *testing.T) {
	eachBoard(t, func(t *testing.T, p *canvas.Project, b *geometry.Board) {
		shown := map[canvas.ID][]canvas.Cell{}
		for c := range b.Cards() {
			shown[c.Note.ID] = append(shown[c.Note.ID], c.Cell)
		}
		for _, n := range p.Block(canvas.CustomerRelationships) {
			if want := canvas.CellsOf(n); !slices.Equal(shown[n.ID], want) {
				t.Errorf("relationship that stands on %v is shown on %v", want, shown[n.ID])
			}
			delete(shown, n.ID)
		}
		if len(shown) > 0 {
			t.Errorf("cards of no relationship: %v", shown)
		}
	})
}

func TestBoardPartsKeepApart(t *testing.T) {
	eachBoard(t, func(t *testing.T, _ *canvas.Project, b *geometry.Board) {
		for _, labels := range [][]geometry.Label{b.PaletteLabels} {
			for i := range labels {
				for _, tok := range b.Tokens {
					if !apart(labels[i].Rect, tok.Rect) {
						t.Errorf("palette label %v lies on token %v", labels[i].Rect, tok.Rect)
					}
				}
			}
		}
		var boxes []geometry.Rect
		for _, r := range b.Rows {
			boxes = append(boxes, r.Head)
			if r.Figures.W > 0 {
				boxes = append(boxes, r.Figures)
			}
			within(t, "row head", r.Head, r.Labels)
			within(t, "figures", r.Figures, r.FigureLabels)
			for _, c := range r.Cells {
				boxes = append(boxes, c.Rect)
				within(t, "cell", c.Rect, c.Labels)
				parts := labelRects(c.Rect, c.Labels)
				for _, k := range c.Cards {
					if !inside(k.Rect, c.Rect) {
						t.Errorf("card %v leaves its cell %v", k.Rect, c.Rect)
					}
					within(t, "card", k.Rect, k.Labels)
					parts = append(parts, k.Rect)
					inner := lineRects(k.Rect, k.Labels)
					for _, s := range k.Badges {
						inner = append(inner, geometry.Rect{X: k.Rect.X + s.Rect.X, Y: k.Rect.Y + s.Rect.Y, W: s.Rect.W, H: s.Rect.H})
					}
					allApart(t, "on a card", inner)
				}
				allApart(t, "in a cell", parts)
			}
			if r.Rect.X != r.Head.X || !inside(r.Head, r.Rect) {
				t.Errorf("head %v leaves its row %v", r.Head, r.Rect)
			}
		}
		allApart(t, "on the board", boxes)
		for _, h := range b.Heads {
			if h.Rect.Y+h.Rect.H > b.Body.Y {
				t.Errorf("head %v hangs into the rows, which begin at %v", h.Rect, b.Body.Y)
			}
			within(t, "column head", h.Rect, h.Labels)
		}
		for _, tok := range b.Tokens {
			within(t, "token", tok.Rect, tok.Labels)
		}
	})
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

func TestBoardFindsWhatLiesAtAPoint(t *testing.T) {
	eachBoard(t, func(t *testing.T, _ *canvas.Project, b *geometry.Board) {
		for _, r := range b.Rows {
			for _, c := range r.Cells {
				at := centre(c.Rect)
				found := b.DropAt(at)
				if b.Body.Contains(at) {
					if found == nil || found.Cell != c.Cell {
						t.Errorf("a drop in the middle of %v goes to %v", c.Cell, found)
					}
				} else if found != nil {
					t.Errorf("a drop outside the body goes to %v", found.Cell)
				}
				if b.Cell(c.Cell) == nil {
					t.Errorf("no cell %v", c.Cell)
				}
			}
		}
		for k := range b.Cards() {
			if found := b.CardAt(centre(k.Rect)); b.Body.Contains(centre(k.Rect)) && (found == nil || found.Note != k.Note || found.Cell != k.Cell) {
				t.Errorf("card of %v is not found at its middle", k.Cell)
			}
			if found := b.Card(k.Note.ID, k.Cell); found != k {
				t.Errorf("card of %v is not found by its name", k.Cell)
			}
		}
		for _, tok := range b.Tokens {
			if found := b.TokenAt(centre(tok.Rect)); b.Palette.Contains(centre(tok.Rect)) && (found == nil || found.Type != tok.Type) {
				t.Errorf("token %s is not found at its middle", tok.Type)
			}
		}
	})
}

func TestBoardScrollsToItsEnd(t *testing.T) {
	eachBoard(t, func(t *testing.T, p *canvas.Project, b *geometry.Board) {
		text := boardText()
		end := engine().Board(p, b.Area, b.Metrics, text, geometry.BoardScroll{Palette: 1e9, Rows: 1e9})
		if end.Scroll != end.Most {
			t.Errorf("scrolled to %v, the end is %v", end.Scroll, end.Most)
		}
		if n := len(end.Rows); n > 0 && len(p.Segments()) > 0 {
			if last := end.Rows[n-1].Rect; last.Y+last.H > end.Body.Y+end.Body.H+near {
				t.Errorf("the last row ends at %.1f, beneath the body's end %.1f", last.Y+last.H, end.Body.Y+end.Body.H)
			}
		}
		if last := end.PaletteLabels[1].Rect; last.Y+last.H > end.Palette.Y+end.Palette.H {
			t.Errorf("the palette's end cannot be reached")
		}
	})
}

func TestBoardOfMockupFits(t *testing.T) {
	p, ok := canvas.New("Volta", "en", "EUR"), must(t)
	for _, name := range []string{"Commuters", "Courier fleets", "Families"} {
		p, _ = ok(canvas.AddNote(p, canvas.Note{Text: name}, canvas.CustomerSegments, canvas.AtEnd))
	}
	text := boardText()
	text.Figures = figures
	for _, size := range []geometry.Rect{{W: 1440, H: 800}, {W: 1024, H: 600}, {W: 740, H: 560}} {
		b := engine().Board(p, size, geometry.BoardScreen(1), text, geometry.BoardScroll{})
		if b.Most != (geometry.BoardScroll{}) {
			t.Errorf("%v: three segments and the palette need scrolling: %v", size, b.Most)
		}
		for _, r := range b.Rows {
			if !inside(r.Rect, size) {
				t.Errorf("%v: row %v leaves the area", size, r.Rect)
			}
		}
		if shown := b.Rows[0].Figures.W > 0; shown != (size.W > 1000) {
			t.Errorf("%v: figures shown: %v", size, shown)
		}
	}
}

func TestBoardNamesWhatIsExpectedAndNotGiven(t *testing.T) {
	ok := must(t)
	p, s := ok(canvas.AddNote(canvas.New("", "en", "EUR"), canvas.Note{
		Text: "Fleets", Segment: &canvas.Segment{Expected: []string{"dedicated_assistance"}},
	}, canvas.CustomerSegments, canvas.AtEnd))
	add := func(typ string, stage canvas.Stage) {
		p, _ = ok(canvas.AddRelationship(p, typ, "", canvas.Cell{Segment: s.ID, Stage: stage}))
	}
	gapAt := func() (found canvas.Stage, text string) {
		b := engine().Board(p, geometry.Rect{W: 1200, H: 700}, geometry.BoardScreen(1), boardText(), geometry.BoardScroll{})
		for _, c := range b.Rows[0].Cells {
			for _, l := range c.Labels {
				found, text = c.Cell.Stage, strings.Join(l.Lines, " ")
			}
		}
		return found, text
	}
	check := func(stage canvas.Stage, text string) {
		t.Helper()
		if s, tx := gapAt(); s != stage || tx != text {
			t.Errorf("gap at %q: %q, want it at %q: %q", s, tx, stage, text)
		}
	}
	check(canvas.StageAcquire, "Nothing yet [dedicated_assistance] true")
	add("self_service", canvas.StageAcquire)
	check(canvas.StageConsider, "Nothing yet [dedicated_assistance] true")
	for _, stage := range canvas.Stages()[1:] {
		add("self_service", stage)
	}
	check(canvas.StageAcquire, "Nothing yet [dedicated_assistance] false")
	add("dedicated_assistance", canvas.StageGrow)
	check("", "")
}

func TestBoardWithoutSegmentsSaysWhatToDo(t *testing.T) {
	p := canvas.New("", "en", "EUR")
	lay := func() *geometry.Board {
		return engine().Board(p, geometry.Rect{W: 1000, H: 600}, geometry.BoardScreen(1), boardText(), geometry.BoardScroll{})
	}
	b := lay()
	if len(b.Rows) != 0 || b.Hint.Empty() || !inside(b.Hint.Rect, b.Body) {
		t.Errorf("an empty board has %d rows and the hint %+v in %v", len(b.Rows), b.Hint, b.Body)
	}
	p, _ = must(t)(canvas.AddRelationship(p, "communities", "", canvas.Cell{}))
	b = lay()
	if len(b.Rows) != 1 || b.Rows[0].Segment != nil || len(b.Rows[0].Cells) != 5 {
		t.Fatalf("a relationship without segment and stage has no place: %+v", b.Rows)
	}
	if !apart(b.Rows[0].Rect, b.Hint.Rect) || !inside(b.Hint.Rect, b.Body) {
		t.Errorf("hint %v lies on row %v", b.Hint.Rect, b.Rows[0].Rect)
	}
}

func TestBoardShortensLongText(t *testing.T) {
	p, s := must(t)(canvas.AddNote(canvas.New("", "en", "EUR"), canvas.Note{Text: "A"}, canvas.CustomerSegments, canvas.AtEnd))
	long := strings.Repeat("many words ", 60)
	p, _ = must(t)(canvas.AddRelationship(p, "communities", long, canvas.Cell{Segment: s.ID, Stage: canvas.StageGrow}))
	b := engine().Board(p, geometry.Rect{W: 1000, H: 600}, geometry.BoardScreen(1), boardText(), geometry.BoardScroll{})
	for k := range b.Cards() {
		text := k.Labels[1].Lines
		if len(text) != 3 || !strings.HasSuffix(text[2], "…") || k.Labels[2].Lines[0] != "320 a month · planned" {
			t.Errorf("card reads %q %q", text, k.Labels[2].Lines)
		}
	}
}

func BenchmarkBoard(b *testing.B) {
	p := canvas.New("", "en", "EUR")
	for i := range 40 {
		p, _, _ = canvas.AddNote(p, canvas.Note{Text: fmt.Sprint("Segment ", i)}, canvas.CustomerSegments, canvas.AtEnd)
	}
	segments := p.Segments()
	var notes []*canvas.Note
	for i := range 1000 {
		n := &canvas.Note{
			ID: canvas.ID(fmt.Sprint("n", i)), Block: canvas.CustomerRelationships, Text: strings.Repeat("some words ", 8),
			Segments:     []canvas.ID{segments[i%40].ID},
			Relationship: &canvas.Relationship{Type: types[i%5], Stage: canvas.Stages()[i%4]},
		}
		notes = append(notes, n)
	}
	p, err := canvas.Build(p.Head(), append(notes, segments...))
	if err != nil {
		b.Fatal(err)
	}
	text := boardText()
	e := engine()
	for b.Loop() {
		e.Board(p, geometry.Rect{W: 1200, H: 800}, geometry.BoardScreen(1), text, geometry.BoardScroll{})
	}
}
