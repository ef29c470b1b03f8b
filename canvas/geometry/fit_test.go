package geometry

import (
	"math"
	"testing"

	"ninefold/canvas"
)

func TestFitMakesRoomWhereThereIsSome(t *testing.T) {
	rng := source(t)
	moved := 0
	for i := range 200 {
		p := project(t, rng.IntN(60), rng)
		area := Rect{X: 20, Y: 30, W: 780, H: 250 + rng.Float64()*600}
		m := Paper(7+rng.Float64()*2, 7)
		if i%2 == 0 {
			m = Screen(0.5 + rng.Float64())
			area.H = math.Round(area.H)
		}
		l := newEngine().Fit(p, area, m)
		if usual := newEngine().Canvas(p, area, m, nil); usual.Hidden() == 0 {
			if l.Blocks[0].Rect != usual.Blocks[0].Rect || l.Block(canvas.Channels).Rect != usual.Block(canvas.Channels).Rect {
				t.Error("all notes had room, but lines were moved")
			}
			continue
		}
		moved++
		if l.Need() <= area.H && l.Hidden() > 0 {
			t.Errorf("%v is high enough for %v, but %d notes have no room", area.H, l.Need(), l.Hidden())
		}
		tall := area
		tall.H = math.Ceil(l.Need())
		if high := newEngine().Fit(p, tall, m); high.Hidden() > 0 {
			t.Errorf("at the height that is needed, %d notes have no room", high.Hidden())
		}
		sum := 0.0
		for i, b := range l.Blocks {
			sum += b.Rect.W * b.Rect.H
			for _, o := range l.Blocks[:i] {
				if cut := b.Rect.Intersect(o.Rect); cut.W > slack && cut.H > slack {
					t.Errorf("%s and %s overlap", b.Block, o.Block)
				}
			}
		}
		if math.Abs(sum-area.W*area.H) > 1 {
			t.Errorf("the blocks cover %v of %v", sum, area.W*area.H)
		}
	}
	if moved == 0 {
		t.Error("no canvas was full")
	}
}
