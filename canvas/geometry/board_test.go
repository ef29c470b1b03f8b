package geometry_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ninefold/canvas"
	"ninefold/canvas/geometry"
)

func TestBoardShowsEachRelationshipOncePerSegment(t *testing.T) {
	eachBoard(t, false, func(t *testing.T, p *canvas.Project, b *geometry.Board) {
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
	eachBoard(t, true, func(t *testing.T, _ *canvas.Project, b *geometry.Board) {
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
			heads := lineRects(r.Head, r.Labels)
			for _, f := range r.Fields {
				within(t, "field", r.Head, []geometry.Label{f.Label})
				heads = append(heads, lineRects(r.Head, []geometry.Label{f.Label})...)
				if !inside(geometry.Rect{X: r.Head.X + f.Rect.X, Y: r.Head.Y + f.Rect.Y, W: f.Rect.W, H: f.Rect.H}, r.Head) {
					t.Errorf("field %v leaves its head %v", f.Rect, r.Head)
				}
			}
			heads = append(heads, geometry.Rect{X: r.Head.X + r.Fold.X, Y: r.Head.Y + r.Fold.Y, W: r.Fold.W, H: r.Fold.H})
			for _, f := range r.FigureLabels {
				within(t, "figures", r.FigureBox(), f.Labels)
				if r.Figures.W == 0 {
					heads = append(heads, lineRects(r.Head, f.Labels)...)
				}
			}
			allApart(t, "in a row's head", heads)
			for _, c := range r.Cells {
				boxes = append(boxes, c.Rect)
				within(t, "cell", c.Rect, c.Labels)
				parts := labelRects(c.Rect, c.Labels)
				if m := c.Mark.Rect; m.W > 0 {
					parts = append(parts, geometry.Rect{X: c.Rect.X + m.X, Y: c.Rect.Y + m.Y, W: m.W, H: m.H})
				}
				if r.Folded && len(c.Cards) > 0 {
					t.Errorf("a folded row shows cards")
				}
				for _, k := range c.Cards {
					if !inside(k.Rect, c.Rect) {
						t.Errorf("card %v leaves its cell %v", k.Rect, c.Rect)
					}
					within(t, "card", k.Rect, k.Labels)
					parts = append(parts, k.Rect)
					inner := lineRects(k.Rect, k.Labels)
					for _, i := range k.Tactics {
						inner = append(inner, geometry.Rect{X: k.Rect.X + i.Rect.X, Y: k.Rect.Y + i.Rect.Y, W: i.Rect.W, H: i.Rect.H})
					}
					for _, s := range k.Badges {
						inner = append(inner, geometry.Rect{X: k.Rect.X + s.Rect.X, Y: k.Rect.Y + s.Rect.Y, W: s.Rect.W, H: s.Rect.H})
					}
					for _, part := range inner {
						if len(k.Tactics)+len(k.Badges) > 0 && part.Y+part.H > k.Rect.Bottom()+near {
							t.Errorf("%v hangs out of card %v", part, k.Rect)
						}
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
			within(t, "token", tok.Rect, []geometry.Label{tok.Label})
		}
	})
}

func TestBoardFindsWhatLiesAtAPoint(t *testing.T) {
	eachBoard(t, true, func(t *testing.T, _ *canvas.Project, b *geometry.Board) {
		for _, r := range b.Rows {
			for _, c := range r.Cells {
				at := centre(c.Rect)
				found := b.DropAt(at)
				if b.Table.Contains(at) {
					if found == nil || found.Cell != c.Cell {
						t.Errorf("a drop in the middle of %v goes to %v", c.Cell, found)
					}
				} else if found != nil {
					t.Errorf("a drop outside the table goes to %v", found.Cell)
				}
				if b.Cell(c.Cell) == nil {
					t.Errorf("no cell %v", c.Cell)
				}
			}
		}
		for k := range b.Cards() {
			if found := b.CardAt(centre(k.Rect)); b.Table.Contains(centre(k.Rect)) && (found == nil || found.Note != k.Note || found.Cell != k.Cell) {
				t.Errorf("card of %v is not found at its middle", k.Cell)
			}
			if found := b.Card(k.Note.ID, k.Cell); found != k {
				t.Errorf("card of %v is not found by its name", k.Cell)
			}
		}
		for _, tok := range b.Tokens {
			if found := b.TokenAt(centre(tok.Rect)); b.PaletteBody.Contains(centre(tok.Rect)) && (found == nil || found.ID != tok.ID) {
				t.Errorf("token %s is not found at its middle", tok.ID)
			}
		}
	})
}

func TestBoardScrollsToItsEnd(t *testing.T) {
	eachBoard(t, true, func(t *testing.T, p *canvas.Project, b *geometry.Board) {
		text := boardText()
		end := engine().Board(p, b.Area, b.Metrics, text, geometry.BoardScroll{Palette: 1e9, Rows: 1e9, Columns: 1e9})
		if end.Scroll != end.Most {
			t.Errorf("scrolled to %v, the end is %v", end.Scroll, end.Most)
		}
		if n := len(end.Rows); n > 0 && len(p.Segments()) > 0 {
			if last := end.Rows[n-1].Rect; last.Y+last.H > end.Body.Y+end.Body.H+near {
				t.Errorf("the last row ends at %.1f, beneath the body's end %.1f", last.Y+last.H, end.Body.Y+end.Body.H)
			}
		}
		if n := len(end.Heads); n > 0 {
			if last := end.Heads[n-1].Rect; last.Right() > end.Table.Right()+near {
				t.Errorf("the last column ends at %.1f, beyond the table's end %.1f", last.Right(), end.Table.Right())
			}
		}
		if last := end.PaletteLabels[len(end.PaletteLabels)-1].Rect; last.Y+last.H > end.Palette.Y+end.Palette.H {
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
