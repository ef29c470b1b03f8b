package image_test

import (
	"bytes"
	goimage "image"
	"image/color"
	"image/png"
	"math"
	"testing"

	"ninefold/export/image"
	"ninefold/export/scene"
)

var (
	ink     = color.NRGBA{0x20, 0x30, 0x40, 0xff}
	nothing = color.RGBA{}
)

func page(items ...scene.Item) *scene.Page { return &scene.Page{W: 20, H: 20, Items: items} }

// dark reports whether a pixel is fully covered by ink.
func dark(m *goimage.RGBA, x, y int) bool { return m.RGBAAt(x, y) == color.RGBA(ink) }

func TestThinLinesAreCrisp(t *testing.T) {
	for _, scale := range []float64{1, 1.25, 1.5, 2, 3} {
		for _, at := range []float64{4, 4.3, 4.5, 4.8} {
			line := scene.Line{X1: 2, Y1: at, X2: 18, Y2: at, Paint: scene.Paint{Stroke: ink, Width: 1}}
			m := image.Render(page(line), scale)
			x, rows := m.Bounds().Dx()/2, 0
			for y := range m.Bounds().Dy() {
				switch c := m.RGBAAt(x, y); c {
				case color.RGBA(ink):
					rows++
				case nothing:
				default:
					t.Errorf("scale %v, y %v: row %d is half covered: %v", scale, at, y, c)
				}
			}
			if want := int(math.Floor(scale + 0.5)); rows != want {
				t.Errorf("scale %v, y %v: line is %d pixels thick, want %d", scale, at, rows, want)
			}
		}
	}
}

func TestRectFillsItsPixelsAndNoOthers(t *testing.T) {
	m := image.Render(page(scene.Rect{X: 3, Y: 4, W: 10, H: 8, Paint: scene.Paint{Fill: ink}}), 2)
	for y := range 40 {
		for x := range 40 {
			want := x >= 6 && x < 26 && y >= 8 && y < 24
			if dark(m, x, y) != want {
				t.Fatalf("pixel %d, %d is wrong", x, y)
			}
		}
	}
}

func TestOutlineLeavesTheInsideFree(t *testing.T) {
	for name, item := range map[string]scene.Item{
		"rect":   scene.Rect{X: 3, Y: 3, W: 14, H: 14, Radii: scene.Round(3), Paint: scene.Paint{Stroke: ink, Width: 2}},
		"sharp":  scene.Rect{X: 3, Y: 3, W: 14, H: 14, Paint: scene.Paint{Stroke: ink, Width: 2}},
		"circle": scene.Circle{X: 10, Y: 10, R: 7, Paint: scene.Paint{Stroke: ink, Width: 2}},
		"polygon": scene.Polygon{
			Points: []scene.Point{{X: 3, Y: 3}, {X: 17, Y: 3}, {X: 17, Y: 17}, {X: 3, Y: 17}},
			Paint:  scene.Paint{Stroke: ink, Width: 2},
		},
	} {
		m := image.Render(page(item), 1)
		if !dark(m, 10, 3) || !dark(m, 3, 10) {
			t.Errorf("%s: the edge is not drawn", name)
		}
		if m.RGBAAt(10, 10) != nothing || m.RGBAAt(0, 0) != nothing {
			t.Errorf("%s: more than the edge is drawn", name)
		}
	}
}

func TestDashesLeaveGaps(t *testing.T) {
	line := scene.Line{X1: 0, Y1: 10.5, X2: 20, Y2: 10.5, Paint: scene.Paint{Stroke: ink, Width: 1, Dash: 4}}
	m := image.Render(page(line), 1)
	got := ""
	for x := range 20 {
		if dark(m, x, 10) {
			got += "-"
		} else {
			got += " "
		}
	}
	if want := "----    ----    ----"; got != want {
		t.Errorf("dashes are %q, want %q", got, want)
	}
}

// A line through points is one stroke: where pieces meet or cross, it is no
// darker and has no gap.
func TestPolylineIsEvenlyTransparent(t *testing.T) {
	faint := ink
	faint.A = 0x80
	line := scene.Polyline{
		Points: []scene.Point{{X: 2, Y: 10}, {X: 10, Y: 10}, {X: 10, Y: 18}, {X: 10, Y: 10}, {X: 18, Y: 10}},
		Paint:  scene.Paint{Fill: ink, Stroke: faint, Width: 2},
	}
	m := image.Render(page(line), 1)
	want := m.RGBAAt(5, 10)
	if want.A != 0x80 {
		t.Fatalf("the line is %v", want)
	}
	for x := 3; x < 17; x++ {
		if got := m.RGBAAt(x, 10); got != want {
			t.Errorf("at %d the line is %v, elsewhere %v", x, got, want)
		}
	}
	if got := m.RGBAAt(6, 14); got != nothing {
		t.Errorf("beside the line lies %v", got)
	}
}

func TestTextIsDrawnWhereItStands(t *testing.T) {
	p := &scene.Page{W: 60, H: 20, Items: []scene.Item{scene.Text{X: 10, Y: 15, Size: 12, Color: ink, Text: "Hxx"}}}
	m := image.Render(p, 2)
	for y := range m.Bounds().Dy() {
		for x := range m.Bounds().Dx() {
			inside := x >= 20 && x < 20+70 && y >= 12 && y < 30
			if m.RGBAAt(x, y) != nothing && !inside {
				t.Fatalf("pixel %d, %d is drawn", x, y)
			}
		}
	}
	// The left stem of H ends on whole pixels at top and bottom.
	stem := 0
	for y := range m.Bounds().Dy() {
		if c := m.RGBAAt(23, y); c.A > 0x80 {
			stem++
		}
	}
	if stem != 17 { // 0.714 x 24 pixels, rounded
		t.Errorf("the stem of H is %d pixels high", stem)
	}
}

func TestStrangePages(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, v := range []float64{nan, inf, -inf, 1e300, -1e300, 0} {
		p := page(
			scene.Rect{X: v, Y: 1, W: 5, H: v, Radii: scene.Round(v), Paint: scene.Paint{Fill: ink, Stroke: ink, Width: 1, Dash: 1}},
			scene.Circle{X: 3, Y: v, R: 4, Paint: scene.Paint{Fill: ink, Stroke: ink, Width: 1}},
			scene.Line{X1: v, Y1: 2, X2: 4, Y2: 5, Paint: scene.Paint{Stroke: ink, Width: 1, Dash: 2}},
			scene.Polygon{Points: []scene.Point{{X: v, Y: 1}, {X: 2, Y: 2}, {X: 3, Y: v}}, Paint: scene.Paint{Fill: ink, Stroke: ink, Width: v}},
			scene.Polygon{},
			scene.Polyline{Points: []scene.Point{{X: v, Y: 1}, {X: 2, Y: v}}, Paint: scene.Paint{Stroke: ink, Width: v, Dash: v}},
			scene.Polyline{},
			scene.Text{X: v, Y: 4, Size: 8, Color: ink, Text: "odd"},
			scene.Text{X: 1, Y: 4, Size: v, Color: ink, Text: "odd"},
		)
		for _, m := range []*goimage.RGBA{image.Render(p, 1), image.Render(&scene.Page{W: v, H: 4}, 1), image.Render(p, v)} {
			if size := m.Bounds().Size(); size.X < 1 || size.Y < 1 || size.X > image.MaxSide || size.Y > image.MaxSide {
				t.Errorf("with a length of %v, a picture is %v", v, size)
			}
		}
	}
}

func TestPNGIsTheSameEveryTime(t *testing.T) {
	p := page(scene.Circle{X: 10, Y: 10, R: 7, Paint: scene.Paint{Fill: ink}}, scene.Text{X: 1, Y: 14, Size: 11, Color: ink, Text: "Abc"})
	var a, b bytes.Buffer
	if err := image.PNG(&a, p, 1.5); err != nil {
		t.Fatal(err)
	}
	if err := image.PNG(&b, p, 1.5); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two files differ")
	}
	m, err := png.Decode(&a)
	if err != nil || m.Bounds().Dx() != 30 {
		t.Errorf("the file holds a picture of %v, %v", m.Bounds(), err)
	}
}
