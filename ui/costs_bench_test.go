package ui

import (
	"fmt"
	"path/filepath"
	"strconv"
	"testing"

	"fyne.io/fyne/v2/test"

	"ninefold/canvas"
	"ninefold/canvas/canvastest"
	"ninefold/ui/costs/grid"
)

// What an edit in the table of costs takes in a whole window, and opening it,
// without the drawing itself.
func BenchmarkCostsWindow(b *testing.B) {
	for _, notes := range []int{40, 2_000, 10_000} { // half as many cost lines
		app := New(test.NewTempApp(b), Options{Settings: filepath.Join(b.TempDir(), "settings.json")})
		app.beside = func(work, done func()) { work(); done() }
		w := app.show(&found{project: canvas.UpdateHead(canvastest.Large(notes), func(h *canvas.Head) { h.Plan.HorizonMonths = 60 })})
		w.show(viewCosts)
		w.doc.Beside(func(func(), func()) {}) // from now on it keeps none of the window's time
		table := w.costs.Table()
		row := 0
		for table.Rows[row].Kind != grid.Line {
			row++
		}
		b.Run(fmt.Sprintf("edit/%d", table.Lines), func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				edit, _, err := w.costs.Table().Set(grid.Cursor{Row: row, Column: grid.Amount}, strconv.Itoa(10+i%80))
				if err != nil {
					b.Fatal(err)
				}
				if err := w.doc.Do("edit.cost", edit); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprintf("open/%d", table.Lines), func(b *testing.B) {
			for b.Loop() {
				w.show(viewCanvas)
				w.show(viewCosts)
			}
		})
	}
}
