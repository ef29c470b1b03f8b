package scene_test

import (
	"testing"

	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/export/image"
	"ninefold/export/scene"
)

// every is one item of each kind, all of them in ink within 100 by 100.
func every() []scene.Item {
	p := scene.Print()
	paint := scene.Paint{Fill: p.Accent, Stroke: p.Ink, Width: 2}
	return []scene.Item{
		scene.Rect{X: 10, Y: 10, W: 30, H: 20, Radii: scene.Round(4), Paint: paint},
		scene.Circle{X: 60, Y: 30, R: 12, Paint: paint},
		scene.Polygon{Points: []scene.Point{{X: 20, Y: 60}, {X: 40, Y: 50}, {X: 45, Y: 80}}, Paint: paint},
		scene.Line{X1: 50, Y1: 60, X2: 90, Y2: 60, Paint: paint},
		scene.Line{X1: 52, Y1: 64, X2: 52, Y2: 90, Paint: paint},
		scene.Line{X1: 60, Y1: 70, X2: 80, Y2: 90, Paint: paint},
		scene.Polyline{Points: []scene.Point{{X: 70, Y: 64}, {X: 80, Y: 70}, {X: 90, Y: 66}}, Paint: paint},
		scene.Text{X: 12, Y: 90, Size: 12, Color: p.Ink, Text: "Ågjy"},
		scene.Clip{X: 80, Y: 10, W: 10, H: 20, Items: []scene.Item{scene.Rect{X: 70, W: 90, H: 90, Paint: paint}}},
		scene.Anchor{Name: "a", X: 5, Y: 6},
		scene.Jump{X: 5, Y: 6, W: 7, H: 8, To: "a"},
	}
}

// A moved item looks as it did, elsewhere.
func TestMovedItemsLookTheSame(t *testing.T) {
	still, moved := &scene.Page{W: 100, H: 100}, &scene.Page{W: 130, H: 120}
	still.Add(every()...)
	moved.Place(still, geometry.Point{X: 30, Y: 20})
	a, b := image.Render(still, 1), image.Render(moved, 1)
	for y := range 100 {
		for x := range 100 {
			if a.RGBAAt(x, y) != b.RGBAAt(x+30, y+20) {
				t.Fatalf("at %d, %d the picture differs", x, y)
			}
		}
	}
	last := moved.Items[len(moved.Items)-1].(scene.Jump)
	if last.X != 35 || last.Y != 26 || last.To != "a" {
		t.Errorf("the jump lies at %v", last)
	}
}

// No ink lies outside of the bounds, but for what is smoothed.
func TestBoundsHoldAllInk(t *testing.T) {
	const scale = 4
	for _, item := range every() {
		r := scene.Bounds(item).Inset(-1.0 / scale)
		img := image.Render(&scene.Page{W: 100, H: 100, Items: []scene.Item{item}}, scale)
		for y := range 100 * scale {
			for x := range 100 * scale {
				at := geometry.Point{X: (float64(x) + 0.5) / scale, Y: (float64(y) + 0.5) / scale}
				if img.RGBAAt(x, y).A > 0 && !r.Contains(at) {
					t.Fatalf("%T has ink at %v, outside of %v", item, at, r)
				}
			}
		}
	}
}

// In each mode segments differ by letter and shape alone, and letters stand out
// from what they lie on; in greyscale there is no colour.
func TestModes(t *testing.T) {
	for _, mode := range scene.Modes() {
		look := scene.PrintIn(mode)
		for _, c := range canvas.Colours() {
			page := &scene.Page{W: 40, H: 40}
			page.Badge(&canvas.Segment{Letter: "W", Colour: c, Shape: canvas.Shapes()[0]}, geometry.Point{X: 4, Y: 4}, 32, look)
			img := image.Render(page, 4)
			dark, light := 255.0, 0.0
			for y := range 160 {
				for x := range 160 {
					p := img.RGBAAt(x, y)
					if p.A < 255 {
						continue
					}
					if mode == scene.Greyscale && (p.R != p.G || p.G != p.B) {
						t.Fatalf("%s: %s is not grey: %v", mode, c, p)
					}
					l := 0.299*float64(p.R) + 0.587*float64(p.G) + 0.114*float64(p.B)
					dark, light = min(dark, l), max(light, l)
				}
			}
			if light-dark < 90 {
				t.Errorf("%s: the letter on %s hardly stands out: %.0f and %.0f", mode, c, light, dark)
			}
		}
	}
	if scene.Mode("neon").Known() || !scene.InkSaving.Known() {
		t.Error("the modes are not those that there are")
	}
}

// Saving ink, a badge takes little more than half of what it takes else.
func TestInkSavingSavesInk(t *testing.T) {
	ink := func(mode scene.Mode) (sum float64) {
		look := scene.PrintIn(mode)
		page := &scene.Page{W: 100, H: 100, Items: []scene.Item{scene.Rect{W: 100, H: 100, Paint: scene.Paint{Fill: look.Sheet}}}}
		page.Badge(&canvas.Segment{Letter: "A", Colour: canvas.Colours()[0], Shape: canvas.Shapes()[0]}, geometry.Point{X: 10, Y: 10}, 80, look)
		img := image.Render(page, 1)
		for i := 0; i < len(img.Pix); i += 4 {
			sum += 3*255 - float64(img.Pix[i]) - float64(img.Pix[i+1]) - float64(img.Pix[i+2])
		}
		return sum
	}
	if full, saved := ink(scene.Colour), ink(scene.InkSaving); saved > 0.6*full {
		t.Errorf("saving ink takes %.0f of %.0f", saved, full)
	}
}
