package board

import (
	"testing"

	"ninefold/canvas/geometry"
)

// Every point of a place lies in one piece, or in a bare part and in none.
func TestCutLeavesOutWhatIsBare(t *testing.T) {
	all := geometry.Rect{W: 120, H: 90}
	bare := []geometry.Rect{
		{X: 10, Y: 10, W: 30, H: 40}, {X: 50, Y: 10.5, W: 30, H: 20}, {X: 50, Y: 50, W: 200, H: 20}, {X: 0, Y: 80, W: 0, H: 5},
	}
	pieces := cut(all, bare, 1)
	for x := 0.5; x < all.W; x++ {
		for y := 0.5; y < all.H; y++ {
			at := geometry.Point{X: x, Y: y}
			count := 0
			for _, p := range pieces {
				if p.Contains(at) {
					count++
				}
			}
			want := 1
			for _, b := range bare {
				if within(b, 1).Contains(at) {
					want = 0
				}
			}
			if count != want {
				t.Fatalf("%v lies in %d pieces, want %d", at, count, want)
			}
		}
	}
}

func TestWithinEndsWithWholePixels(t *testing.T) {
	got := within(geometry.Rect{X: 0.6, Y: 1, W: 3, H: 3.9}, 1.25)
	want := geometry.Rect{X: 0.8, Y: 1.6, W: 2.4, H: 3.2} // 0.75 to 4.5 and 1.25 to 6.125 pixels
	if d := got.X - want.X + got.Y - want.Y + got.W - want.W + got.H - want.H; d > 1e-9 || d < -1e-9 {
		t.Errorf("got %v, want %v", got, want)
	}
}
