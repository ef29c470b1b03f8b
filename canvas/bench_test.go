package canvas_test

import (
	"slices"
	"testing"

	"ninefold/canvas"
	"ninefold/canvas/canvastest"
)

func BenchmarkEdit(b *testing.B) {
	p := canvastest.Large(10_000)
	channels := p.Block(canvas.Channels)
	id, far := channels[len(channels)/2].ID, channels[3].ID
	b.Run("SetText", func(b *testing.B) {
		texts := []string{"one", "two"}
		for i := 0; b.Loop(); i++ {
			if _, err := canvas.SetText(p, id, texts[i%2]); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("MoveNotes", func(b *testing.B) {
		for b.Loop() {
			if _, err := canvas.MoveNotes(p, []canvas.ID{id}, canvas.CostStructure, 5); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("DeleteNotes", func(b *testing.B) {
		for b.Loop() {
			if _, err := canvas.DeleteNotes(p, []canvas.ID{id, far}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("AddNote", func(b *testing.B) {
		for b.Loop() {
			if _, _, err := canvas.AddNote(p, canvas.Note{Text: "new"}, canvas.Channels, 7); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("MoveAll", func(b *testing.B) {
		var all []canvas.ID
		for n := range p.Notes() {
			if !n.IsSegment() {
				all = append(all, n.ID)
			}
		}
		for b.Loop() {
			if _, err := canvas.MoveNotes(p, all, canvas.KeyResources, 0); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkValidate(b *testing.B) {
	p := canvastest.Large(10_000)
	notes := slices.Collect(p.Notes())
	for b.Loop() {
		if found := canvas.Validate(p.Head(), notes); len(found) > 0 {
			b.Fatal(found[0])
		}
	}
}
