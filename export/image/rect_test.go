package image_test

import (
	"image/color"
	"testing"

	"ninefold/export/image"
	"ninefold/export/scene"
)

// A large rectangle is drawn in strips and a small one at once: their corners
// are alike, and so are their sides.
func TestLargeRectanglesLookLikeSmallOnes(t *testing.T) {
	ink, paper := color.NRGBA{R: 0x20, G: 0x40, B: 0x60, A: 0xff}, color.NRGBA{R: 0xff, G: 0xf0, B: 0xc0, A: 0x80}
	for _, paint := range []scene.Paint{{Fill: paper}, {Stroke: ink, Width: 2}, {Fill: paper, Stroke: ink, Width: 1}} {
		for _, scale := range []float64{1, 1.5, 2} {
			const small, large = 26, 200
			draw := func(high float64) [][]byte {
				p := &scene.Page{W: 90, H: high + 8}
				p.Add(scene.Rect{X: 4, Y: 4, W: 80, H: high, Radii: [4]float64{6, 3, 0, 6}, Paint: paint})
				img := image.Render(p, scale)
				rows := make([][]byte, img.Rect.Dy())
				for y := range rows {
					rows[y] = img.Pix[y*img.Stride : (y+1)*img.Stride]
				}
				return rows
			}
			a, b := draw(small), draw(large)
			half := len(a) / 2
			for y := range half {
				if !alike(a[y], b[y]) {
					t.Fatalf("%+v at %v: row %d differs", paint, scale, y)
				}
				if !alike(a[len(a)-1-y], b[len(b)-1-y]) {
					t.Fatalf("%+v at %v: row %d from below differs", paint, scale, y)
				}
			}
			for y := half; y < len(b)-half; y++ {
				if !alike(b[y], a[half]) {
					t.Fatalf("%+v at %v: row %d between differs", paint, scale, y)
				}
			}
		}
	}
}

// alike reports whether two rows differ by no more than the last bit, which
// rounding may turn.
func alike(a, b []byte) bool {
	for i := range a {
		if d := int(a[i]) - int(b[i]); d < -1 || d > 1 {
			return false
		}
	}
	return len(a) == len(b)
}
