package costs

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"ninefold/canvas/geometry"
	"ninefold/ui/costs/grid"
)

// In a table of any size the columns stand side by side within the rows, and a
// place in a cell leads back to it.
func TestColumnsFillTheTable(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range []geometry.Size{{W: 510, H: 300}, {W: 640, H: 540}, {W: 674, H: 600}, {W: 900, H: 800}, {W: 1800, H: 1000}} {
		p := newPlan(size)
		if p.body.H <= 0 || p.foot.Bottom() > p.card.Bottom() || p.card.Right() > size.W {
			t.Errorf("%v: the parts are %+v", size, p)
		}
		right := 0.0
		for c, s := range p.columns {
			if s.x < right || s.w < 3*p.text {
				t.Errorf("%v: column %d begins at %g and is %g wide, after one that ends at %g", size, c, s.x, s.w, right)
			}
			right = s.x + s.w
		}
		if right > p.body.W-padding+0.01 || right < p.body.W-padding-0.01 {
			t.Errorf("%v: the columns end at %g of %g", size, right, p.body.W)
		}
		for _, top := range []float64{0, 17, 400} {
			for c := range grid.Column(grid.Columns) {
				row, column := p.at(p.cell(20, c, top).Center(), top)
				if row != 20 || column != c {
					t.Errorf("%v, scrolled by %g: the middle of cell 20, %d is in %d, %d", size, top, c, row, column)
				}
			}
		}
	}
}
