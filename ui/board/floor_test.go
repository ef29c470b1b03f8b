package board

import (
	"image"
	"math"
	"testing"

	"ninefold/assets"
	"ninefold/assets/locale"
	"ninefold/canvas/file"
	"ninefold/canvas/geometry"
	raster "ninefold/export/image"
	"ninefold/export/scene"
	"ninefold/ui/document"
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

// Where the ground is bare there is the sheet and nothing else, at any zoom and
// on any screen: what the window is cleared with stands for it.
func TestTheGroundIsTheSheetWhereItIsBare(t *testing.T) {
	p, _, err := file.Decode(assets.Sample("en"))
	if err != nil {
		t.Fatal(err)
	}
	for _, look := range []*scene.Look{scene.Light(), scene.Dark()} {
		c := NewCanvas(document.New(p, ""), locale.Of("en"), look, &Memory{})
		for _, zoom := range []float64{1, 0.73, 1.6} {
			c.Arrange(geometry.Size{W: 1101, H: 763})
			c.SetZoom(zoom, geometry.Point{X: 300, Y: 200})
			for _, scale := range []float64{1, 1.25, 1.5, 2} {
				ground := c.Ground()
				drawn := raster.Render(ground.Page(), scale)
				if len(ground.Bare) != 18 {
					t.Fatalf("%d bare parts, want two in each block", len(ground.Bare))
				}
				for _, bare := range ground.Bare {
					b := within(bare, scale)
					px := func(v float64) int { return int(math.Round(v * scale)) }
					part := image.Rect(px(b.X), px(b.Y), px(b.Right()), px(b.Bottom())).Intersect(drawn.Bounds())
					if at, ok := other(drawn.SubImage(part).(*image.RGBA), look); ok {
						t.Fatalf("zoom %v, scale %v: at %v of %v there is more than the sheet", zoom, scale, at, part)
					}
				}
			}
		}
	}
}

// other is a pixel that is not of the sheet's colour.
func other(part *image.RGBA, look *scene.Look) (image.Point, bool) {
	r := part.Bounds()
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if c := part.RGBAAt(x, y); c.R != look.Sheet.R || c.G != look.Sheet.G || c.B != look.Sheet.B {
				return image.Pt(x, y), true
			}
		}
	}
	return image.Point{}, false
}
