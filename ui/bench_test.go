package ui

import (
	"fmt"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ninefold/canvas"
	"ninefold/canvas/canvastest"
)

// What an edit, a step back and a click cost in a whole window, without the
// drawing itself, with a selected note and with none.
func BenchmarkWindow(b *testing.B) {
	for _, n := range []int{40, 1_000, 10_000} {
		app := New(test.NewTempApp(b), Options{Settings: filepath.Join(b.TempDir(), "settings.json")})
		// What is computed beside the window keeps none of its time.
		app.beside = func(func(), func()) {}
		w := app.show(&found{project: canvastest.Large(n)})
		channels := w.doc.Project().Block(canvas.Channels)
		one, other := channels[0].ID, channels[1].ID
		edit := func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				if err := w.doc.Do("edit.text", func(p *canvas.Project) (*canvas.Project, error) {
					return canvas.SetText(p, one, fmt.Sprintf("Text %d", i))
				}); err != nil {
					b.Fatal(err)
				}
			}
		}
		w.doc.Select()
		b.Run(fmt.Sprintf("edit/%d", n), edit)
		b.Run(fmt.Sprintf("select/%d", n), func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				w.doc.Select([]canvas.ID{one, other}[i%2])
			}
		})
		b.Run(fmt.Sprintf("zoom/%d", n), func(b *testing.B) {
			for b.Loop() {
				w.board.SetZoom(2)
				w.board.SetZoom(1.75)
			}
		})
		b.Run(fmt.Sprintf("pan/%d", n), func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				w.board.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(600, 300)}, Scrolled: fyne.NewDelta(0, []float32{-40, 40}[i%2])})
			}
		})
		w.doc.Select(one)
		b.Run(fmt.Sprintf("edit selected/%d", n), edit)
		b.Run(fmt.Sprintf("undo and redo/%d", n), func(b *testing.B) {
			for b.Loop() {
				if !w.doc.Undo() || !w.doc.Redo() {
					b.Fatal("there is nothing to undo")
				}
			}
		})
	}
}
