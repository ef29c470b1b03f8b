package costing_test

import (
	"fmt"
	"testing"

	"ninefold/canvas"
	"ninefold/canvas/canvastest"
	"ninefold/canvas/costing"
)

func BenchmarkModel(b *testing.B) {
	for _, notes := range []int{2000, 20000} { // half as many cost lines
		p := canvas.UpdateHead(canvastest.Large(notes), func(h *canvas.Head) { h.Plan.HorizonMonths = 60 })
		lines := len(costing.New(p).Lines())
		for _, part := range []struct {
			name string
			ask  func(*costing.Model)
		}{
			{"new", func(*costing.Model) {}},
			{"notes", func(m *costing.Model) { m.Note("") }},
			{"totals", func(m *costing.Model) { m.Totals() }},
			{"segments", func(m *costing.Model) { m.Segments() }},
			{"projection", func(m *costing.Model) { m.Projection() }},
		} {
			b.Run(fmt.Sprintf("%d lines/%s", lines, part.name), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					part.ask(costing.New(p))
				}
			})
		}
	}
}
