package handout_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/canvastest"
	"ninefold/export/handout"
	"ninefold/export/image"
	"ninefold/export/scene"
	"ninefold/internal/golden"
)

func TestChosenPages(t *testing.T) {
	bare, err := canvas.Build(canvas.Head{}, []*canvas.Note{{ID: "n", Block: canvas.Channels, Text: "App"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name    string
		project *canvas.Project
		pages   []handout.Kind
		want    []handout.Kind
	}{
		{"what there is", volta(t, "en"), nil, []handout.Kind{handout.Canvas, handout.Relationships, handout.Costs}},
		{"what would show nothing", bare, nil, []handout.Kind{handout.Canvas}},
		{"as asked, in order", bare, []handout.Kind{handout.Comments, handout.Canvas}, []handout.Kind{handout.Canvas, handout.Comments}},
		{"none that there is", bare, []handout.Kind{"poem"}, nil},
	} {
		if got := handout.Chosen(c.project, handout.Options{Pages: c.pages}); !slices.Equal(got, c.want) {
			t.Errorf("%s: pages are %v, want %v", c.name, got, c.want)
		}
	}
}

// A picture is one page, whatever is on it, and nothing is left out.
func TestGrownPagesAreOneEach(t *testing.T) {
	p := canvastest.Random(3, 150)
	words := locale.Of("en")
	for _, k := range slices.Concat(handout.Kinds(), handout.Blanks()) {
		if k == handout.Worksheet {
			continue // which is a page for each segment
		}
		o := handout.Options{Words: words, Pages: []handout.Kind{k}}
		paged, _ := handout.Pages(p, o)
		o.Grow = true
		grown, _ := handout.Pages(p, o)
		if len(grown) != 1 {
			t.Errorf("%s: %d pages", k, len(grown))
			continue
		}
		checkPages(t, grown, words.T("export.credit"))
		all := written(grown)
		for _, page := range paged {
			for _, item := range page.Items {
				if s, ok := item.(scene.Text); ok && s.Color == scene.Print().Ink && s.Y < page.H*0.85 && s.Y > page.H*0.2 {
					for word := range strings.FieldsSeq(s.Text) {
						if !strings.Contains(all, word) && !strings.ContainsAny(s.Text, "…+") {
							t.Errorf("%s: the grown page lacks %q of %q", k, word, s.Text)
							break
						}
					}
				}
			}
		}
	}
}

// Every jump leads to an anchor: from the canvas to what is left over and back.
func TestJumpsLeadSomewhere(t *testing.T) {
	p := canvastest.Crowd(canvastest.Full(), 300, rand.New(rand.NewPCG(2, 2)))
	for _, tile := range []scene.Paper{{}, scene.Papers()[0]} {
		a3, _ := scene.PaperByID("a3")
		pages, _ := handout.Pages(p, handout.Options{Words: locale.Of("en"), Paper: a3, Tile: tile, Pages: []handout.Kind{handout.Canvas}})
		anchors, jumps := map[string]bool{}, map[string]bool{}
		var look func([]scene.Item)
		look = func(items []scene.Item) {
			for _, item := range items {
				switch it := item.(type) {
				case scene.Clip:
					look(it.Items)
				case scene.Anchor:
					anchors[it.Name] = true
				case scene.Jump:
					jumps[it.To] = true
				}
			}
		}
		for _, page := range pages {
			look(page.Items)
		}
		out, back := false, false
		for to := range jumps {
			if !anchors[to] {
				t.Errorf("%s leads nowhere", to)
			}
			out = out || strings.HasPrefix(to, "annex.")
			back = back || strings.HasPrefix(to, "canvas.")
		}
		if !out || !back {
			t.Errorf("there are jumps out: %v, and back: %v", out, back)
		}
	}
}

// The sheets of a large page are of their size, say which they are, show the
// whole page between them and overlap.
func TestTilesCoverThePage(t *testing.T) {
	p, words := volta(t, "es"), locale.Of("es")
	for _, sheet := range []string{"a4", "letter"} {
		for _, paper := range []string{"a3", "a1", "a0"} {
			tile, _ := scene.PaperByID(sheet)
			large, _ := scene.PaperByID(paper)
			o := handout.Options{Words: words, Paper: large, Pages: []handout.Kind{handout.Canvas}}
			whole, _ := handout.Pages(p, o)
			o.Tile = tile
			sheets, _ := handout.Pages(p, o)
			if len(sheets) < 2 {
				t.Fatalf("%s on %s takes %d sheets", paper, sheet, len(sheets))
			}
			area := 0.0
			shown := ""
			for i, s := range sheets {
				if !(s.W == tile.W && s.H == tile.H || s.W == tile.H && s.H == tile.W) {
					t.Errorf("a sheet is %v x %v", s.W, s.H)
				}
				for _, item := range s.Items {
					if c, ok := item.(scene.Clip); ok {
						area += c.W * c.H
						shown += written([]*scene.Page{{Items: c.Items}})
						if c.X < tileEdge || c.Y < tileEdge || c.X+c.W > s.W-tileEdge || c.Y+c.H > s.H-tileEdge {
							t.Errorf("sheet %d shows a part in its margin", i+1)
						}
					} else if r := inked(item); r.W < s.W && (r.X < tileEdge || r.Y < tileEdge || r.Right() > s.W-tileEdge || r.Bottom() > s.H-tileEdge) {
						t.Errorf("sheet %d: %T %v lies in the margin: %s", i+1, item, r, said(item))
					}
				}
				if !strings.Contains(written([]*scene.Page{s}), squeeze(words.T("export.credit"))) {
					t.Errorf("sheet %d has no credit of its own", i+1)
				}
			}
			if inner := (large.W - 2*margin) * (large.H - 2*margin); area < inner {
				t.Errorf("%s on %s: the sheets show %.0f of %.0f", paper, sheet, area, inner)
			}
			for _, item := range whole[0].Items {
				if s, ok := item.(scene.Text); ok && !strings.Contains(shown, squeeze(s.Text)) {
					t.Errorf("no sheet shows %q", s.Text)
				}
			}
		}
	}
	// What fits on a sheet stays whole.
	a4 := scene.Papers()[0]
	if pages, _ := handout.Pages(p, handout.Options{Words: words, Tile: a4, Pages: []handout.Kind{handout.Canvas}}); len(pages) != 1 {
		t.Errorf("A4 on A4 takes %d sheets", len(pages))
	}
}

// The worksheets are of the project's segments, with what is known ticked.
func TestWorksheetsOfSegments(t *testing.T) {
	p, words := volta(t, "en"), locale.Of("en")
	pages, _ := handout.Pages(p, handout.Options{Words: words, Pages: []handout.Kind{handout.Worksheet}})
	segments := p.Segments()
	if len(pages) != len(segments) {
		t.Fatalf("%d worksheets for %d segments", len(pages), len(segments))
	}
	ticks := func(page *scene.Page) (n int) {
		for _, item := range page.Items {
			if _, ok := item.(scene.Polyline); ok {
				n++
			}
		}
		return n
	}
	for i, s := range segments {
		if !strings.Contains(written(pages[i:i+1]), squeeze(s.SegmentName())) || !strings.Contains(pages[i].Title, s.SegmentName()) {
			t.Errorf("worksheet %d is not of %q", i+1, s.SegmentName())
		}
		offered := map[string]bool{}
		for _, n := range p.Block(canvas.CustomerRelationships) {
			if n.IsRelationship() && n.Serves(s.ID) {
				offered[n.Relationship.Type] = true
			}
		}
		if got, want := ticks(pages[i]), len(s.Segment.Expected)+len(s.Segment.Habitual)+len(offered); got != want {
			t.Errorf("%q: %d boxes are ticked, want %d", s.SegmentName(), got, want)
		}
	}
	empty, _ := handout.Pages(nil, handout.Options{Words: words, Pages: []handout.Kind{handout.Worksheet}})
	if len(empty) != 1 || ticks(empty[0]) != 0 {
		t.Error("without a project there is not one worksheet with nothing ticked")
	}
}

// The scenario has its say in what costs and relationships show.
func TestScenarioChangesTheFigures(t *testing.T) {
	p := volta(t, "en")
	for _, k := range []handout.Kind{handout.Costs, handout.Relationships} {
		base, _ := handout.Pages(p, handout.Options{Words: locale.Of("en"), Pages: []handout.Kind{k}})
		low, _ := handout.Pages(p, handout.Options{Words: locale.Of("en"), Pages: []handout.Kind{k}, Scenario: "low"})
		if written(base) == written(low) {
			t.Errorf("%s: the low scenario says what the base says", k)
		}
	}
}

func TestPagesLookAsTheyDid(t *testing.T) {
	p := volta(t, "it")
	a2, _ := scene.PaperByID("a2")
	for name, o := range map[string]handout.Options{
		"relationships":  {Pages: []handout.Kind{handout.Relationships}},
		"worksheet-grey": {Pages: []handout.Kind{handout.Worksheet}, Mode: scene.Greyscale},
		"tile-saving":    {Pages: []handout.Kind{handout.Canvas}, Paper: a2, Tile: scene.Papers()[0], Mode: scene.InkSaving},
	} {
		o.Words = locale.Of("it")
		pages, _ := handout.Pages(p, o)
		golden.CompareImage(t, name, image.Render(pages[len(pages)/2], 54.0/72))
	}
}
