package image_test

import (
	"fmt"
	"io"
	"testing"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/export/handout"
	"ninefold/export/image"
	"ninefold/export/scene"
)

func notes(b *testing.B, n int) *canvas.Project {
	b.Helper()
	all := make([]*canvas.Note, n)
	for i := range all {
		all[i] = &canvas.Note{
			ID: canvas.ID(fmt.Sprint("n", i)), Order: fmt.Sprintf("k%06d", i), Block: canvas.Blocks()[i%9],
			Text: fmt.Sprint("Reminder in the app when the chain is due ", i),
		}
	}
	p, err := canvas.Build(canvas.Head{Title: "Volta"}, all)
	if err != nil {
		b.Fatal(err)
	}
	return p
}

func BenchmarkPNG(b *testing.B) {
	pages, _ := handout.Pages(notes(b, 40), handout.Options{Words: locale.Of("en")})
	b.Run("40", func(b *testing.B) {
		for b.Loop() {
			if err := image.PNG(io.Discard, pages[0], 150.0/72); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkGround(b *testing.B) {
	l := scene.NewEngine(locale.Of("en")).Canvas(notes(b, 40), geometry.Rect{W: 1100, H: 800}, geometry.Screen(1), nil)
	page := scene.CanvasFrame(l, nil, locale.Of("en"), scene.Light())
	for b.Loop() {
		image.Render(page, 1)
	}
}

func BenchmarkNote(b *testing.B) {
	l := scene.NewEngine(locale.Of("en")).Canvas(notes(b, 40), geometry.Rect{W: 1100, H: 800}, geometry.Screen(1), nil)
	page := scene.Note(&l.Blocks[0].Notes[0], l.Metrics, scene.Light())
	for b.Loop() {
		image.Render(page, 1)
	}
}
