package handout_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"ninefold/assets"
	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/canvastest"
	"ninefold/canvas/file"
	"ninefold/canvas/geometry"
	"ninefold/export/handout"
	"ninefold/export/scene"
	"ninefold/export/text"
)

// margin is what home printers leave white, and a little less, since strokes
// lie half beyond their edge.
const margin = 28.3 - 0.02

// tileEdge is the same of the sheets of a large page.
const tileEdge = 22.6 - 0.02

// checkPages holds what must be true of every page.
func checkPages(t *testing.T, pages []*scene.Page, credit string) {
	t.Helper()
	for i, p := range pages {
		if t.Failed() {
			return // the rest would say the same
		}
		var texts []scene.Text
		inside := geometry.Rect{X: margin, Y: margin, W: p.W - 2*margin, H: p.H - 2*margin}
		for _, item := range p.Items {
			if r, ok := item.(scene.Rect); ok && r.W == p.W && r.H == p.H {
				continue // the paper itself
			}
			if s, ok := item.(scene.Text); ok {
				texts = append(texts, s)
			}
			if r := inked(item); r.X < inside.X || r.Y < inside.Y || r.Right() > inside.Right() || r.Bottom() > inside.Bottom() {
				t.Errorf("page %d: %T %v lies in the margin or beyond: %s", i+1, item, r, said(item))
				break
			}
		}
		checkSizes(t, i, p.Items)
		for a, s := range texts {
			for _, o := range texts[:a] {
				if overlap(s, o) {
					t.Errorf("page %d: %q lies over %q", i+1, s.Text, o.Text)
				}
			}
		}
		all := written([]*scene.Page{p})
		if !strings.Contains(all, squeeze(credit)) {
			t.Errorf("page %d does not give the credit", i+1)
		}
		if number := fmt.Sprintf("%d/%d", i+1, len(pages)); !strings.Contains(all, number) {
			t.Errorf("page %d has no number", i+1)
		}
		if p.Title == "" {
			t.Errorf("page %d has no title", i+1)
		}
	}
}

// checkSizes holds that nothing is written smaller than 7 points, whatever it is.
func checkSizes(t *testing.T, page int, items []scene.Item) {
	t.Helper()
	for _, item := range items {
		switch it := item.(type) {
		case scene.Text:
			if it.Size < 7-1e-9 {
				t.Errorf("page %d: %q is set in %.2f points", page+1, it.Text, it.Size)
			}
		case scene.Clip:
			checkSizes(t, page, it.Items)
		}
	}
}

// inked is where an item leaves ink: of a text, its letters.
func inked(item scene.Item) geometry.Rect {
	if s, ok := item.(scene.Text); ok {
		return geometry.Rect{X: s.X, Y: s.Y - s.Size*0.75, W: text.Measure(s.Text, s.Size, s.Bold), H: s.Size * 0.75}
	}
	return scene.Bounds(item)
}

func said(item scene.Item) string {
	if s, ok := item.(scene.Text); ok {
		return s.Text
	}
	return ""
}

func overlap(a, b scene.Text) bool {
	wide := func(t scene.Text) float64 { return text.Measure(t.Text, t.Size, t.Bold) }
	const slack = 0.05
	return a.X+slack < b.X+wide(b) && b.X+slack < a.X+wide(a) &&
		a.Y-a.Size*0.7 < b.Y && b.Y-b.Size*0.7 < a.Y
}

// volta is the sample in a language.
func volta(t testing.TB, lang locale.Lang) *canvas.Project {
	t.Helper()
	p, _, err := file.Decode(assets.Sample(string(lang)))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Every kind of page, on every paper, both ways up, in every language.
func TestEveryPageOnEveryPaperInEveryLanguage(t *testing.T) {
	for _, lang := range locale.Langs() {
		t.Run(string(lang), func(t *testing.T) {
			t.Parallel()
			words := locale.Of(lang)
			p := volta(t, lang)
			kinds := slices.Concat(handout.Kinds(), handout.Blanks())
			for _, paper := range scene.Papers() {
				for _, portrait := range []bool{false, true} {
					o := handout.Options{Words: words, Paper: paper, Portrait: portrait, Pages: kinds, Questions: true}
					pages, notices := handout.Pages(p, o)
					if len(notices) > 0 {
						t.Errorf("%s: %v", paper.ID, notices)
					}
					checkPages(t, pages, words.T("export.credit"))
					for _, page := range pages {
						w, h := paper.W, paper.H
						if portrait {
							w, h = h, w
						}
						if page.W != w || page.H != h {
							t.Errorf("%s: a page is %v x %v", paper.ID, page.W, page.H)
						}
					}
					empty, _ := handout.Pages(nil, o)
					checkPages(t, empty, words.T("export.credit"))
					for _, tile := range []string{"a4", "letter"} {
						o.Tile, _ = scene.PaperByID(tile)
						sheets, _ := handout.Pages(p, o)
						for i, sheet := range sheets {
							checkSizes(t, i, sheet.Items)
						}
					}
					if t.Failed() {
						t.Fatalf("on %s, portrait %v", paper.ID, portrait)
					}
				}
			}
		})
	}
}

// Projects of chance, with everything that a note can say, on the tightest
// papers.
func TestPagesOfAnyProject(t *testing.T) {
	words := locale.Of(locale.Portuguese)
	letter, _ := scene.PaperByID("letter")
	for seed := range canvastest.Seeds(12) {
		p := canvastest.Random(seed, int(seed%12*(seed%12)*2))
		for _, portrait := range []bool{false, true} {
			pages, _ := handout.Pages(p, handout.Options{
				Words: words, Paper: letter, Portrait: portrait, Pages: slices.Concat(handout.Kinds(), handout.Blanks()), Questions: true,
			})
			checkPages(t, pages, words.T("export.credit"))
			if t.Failed() {
				t.Fatalf("seed %d, portrait %v", seed, portrait)
			}
		}
	}
}

// Notes, which are the rounded boxes of a canvas and of its annex, do not lie
// over each other, however many there are.
func TestNotesDoNotOverlap(t *testing.T) {
	for _, portrait := range []bool{false, true} {
		p := canvastest.Crowd(canvastest.Full(), 300, rand.New(rand.NewPCG(7, 7)))
		pages, _ := handout.Pages(p, handout.Options{Words: locale.Of("es"), Portrait: portrait, Pages: []handout.Kind{handout.Canvas}})
		notes := 0
		for i, page := range pages {
			var boxes []geometry.Rect
			for _, item := range page.Items {
				r, ok := item.(scene.Rect)
				if !ok || r.Radii == [4]float64{} || r.H < 10 { // badges are smaller
					continue
				}
				box := geometry.Rect{X: r.X, Y: r.Y, W: r.W, H: r.H}
				for _, other := range boxes {
					if box.Overlaps(other) {
						t.Fatalf("page %d: a note at %v lies over one at %v", i+1, box, other)
					}
				}
				boxes = append(boxes, box)
				notes++
			}
		}
		if notes < p.Len() {
			t.Errorf("%d notes are drawn of %d", notes, p.Len())
		}
	}
}
