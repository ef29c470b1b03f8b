package board_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ninefold/canvas"
)

func TestAccessibleNames(t *testing.T) {
	b := newBench(t)
	labels := map[string]bool{}
	b.Visit(func(o fyne.CanvasObject) {
		if a, ok := o.(fyne.Accessible); ok {
			labels[a.AccessibilityLabel()] = true
		}
	})
	for _, want := range []string{"App", "Shop", "Visits", "Commuters", "Parts wholesaler"} {
		if !labels[want] {
			t.Errorf("nothing is called %q; names are %v", want, labels)
		}
	}
}

func manyNotes(b testing.TB, n int) *canvas.Project {
	b.Helper()
	blocks := canvas.Blocks()
	notes := make([]*canvas.Note, n)
	for i := range notes {
		notes[i] = &canvas.Note{
			ID: canvas.ID(fmt.Sprintf("nt_%d", i)), Block: blocks[i%len(blocks)],
			Order: fmt.Sprintf("V%06d", i), Text: fmt.Sprintf("Note %d of many that say something", i),
		}
	}
	p, err := canvas.Build(canvas.New("Many", "en", "EUR").Head(), notes)
	if err != nil {
		b.Fatal(err)
	}
	return p
}

// One movement of the pointer during a drag, and one edit brought to the
// screen, without the drawing itself.
func BenchmarkBoard(b *testing.B) {
	for _, n := range []int{40, 1000, 10000} {
		bench := newBenchWith(b, manyNotes(b, n))
		from, to := bench.note("nt_0"), bench.empty(canvas.KeyActivities)
		b.Run(fmt.Sprintf("drag/%d", n), func(b *testing.B) {
			bench.Pull(from, to)
			for i := 0; b.Loop(); i++ {
				bench.MoveTo(to.AddXY(float32(i%100), 0))
			}
			bench.Key(fyne.KeyEscape)
			bench.Release(desktop.MouseButtonPrimary)
		})
		b.Run(fmt.Sprintf("edit/%d", n), func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				if err := bench.doc.Do("edit.text", func(p *canvas.Project) (*canvas.Project, error) {
					return canvas.SetText(p, "nt_0", fmt.Sprintf("Text %d", i))
				}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
