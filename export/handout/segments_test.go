package handout_test

import (
	"fmt"
	"slices"
	"testing"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/export/handout"
	"ninefold/export/scene"
	"ninefold/export/text"
)

// manySegments is a project with more segments than there are letters, notes
// that serve many of them, and words that no line has room for.
func manySegments(t *testing.T) *canvas.Project {
	t.Helper()
	p := new(canvas.Project)
	add := func(n canvas.Note) canvas.ID {
		next, added, err := canvas.AddNote(p, n, n.Block, canvas.AtEnd)
		if err != nil {
			t.Fatal(err)
		}
		p = next
		return added.ID
	}
	var ids []canvas.ID
	for i := range 30 {
		ids = append(ids, add(canvas.Note{Block: canvas.CustomerSegments, Text: fmt.Sprint("Segment ", i+1)}))
	}
	for i, b := range canvas.Blocks() {
		if b == canvas.CustomerSegments {
			continue
		}
		n := canvas.Note{Block: b, Text: "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", Segments: ids[i : i+21]}
		if b == canvas.CustomerRelationships {
			n.Relationship = &canvas.Relationship{Type: "communities", Stage: canvas.StageRetain}
		}
		add(n)
		n.Text, n.Segments = "Short", slices.Clone(ids[25:28])
		add(n)
	}
	return p
}

// Badges with two letters are as legible as others, and stand beside each other.
func TestMoreSegmentsThanLetters(t *testing.T) {
	p, words := manySegments(t), locale.Of("it")
	kinds := slices.Concat(handout.Kinds(), handout.Blanks())
	for _, paper := range scene.Papers()[:3] {
		for _, portrait := range []bool{false, true} {
			pages, _ := handout.Pages(p, handout.Options{Words: words, Paper: paper, Portrait: portrait, Pages: kinds, Questions: true})
			checkPages(t, pages, words.T("export.credit"))
			if t.Failed() {
				t.Fatalf("on %s, portrait %v", paper.ID, portrait)
			}
		}
	}
}

// What is written on a badge lies on its shape, whichever that is.
func TestLettersLieOnTheirShape(t *testing.T) {
	for _, mode := range scene.Modes() {
		for _, shape := range canvas.Shapes() {
			for _, letter := range []string{"A", "C", "D", "M", "Z", "AA", "AZ", "BD"} {
				page := &scene.Page{}
				page.Badge(&canvas.Segment{Letter: letter, Shape: shape, Colour: canvas.ColourBlue}, geometry.Point{}, 20, scene.PrintIn(mode))
				ground := scene.Bounds(page.Items[0])
				s, ok := page.Items[len(page.Items)-1].(scene.Text)
				if !ok || s.Text != letter {
					t.Fatalf("%s: %q is not written last", shape, letter)
				}
				wide := text.Measure(s.Text, s.Size, s.Bold)
				if s.X < ground.X || s.X+wide > ground.Right() || s.Y > ground.Bottom() || s.Y-0.72*s.Size < ground.Y {
					t.Errorf("%s: %q at %v reaches beyond %v", shape, letter, s, ground)
				}
			}
		}
	}
}
