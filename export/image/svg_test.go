package image_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/color"
	"io"
	"strings"
	"testing"

	"ninefold/export/image"
	"ninefold/export/scene"
)

func svg(t *testing.T, items ...scene.Item) string {
	t.Helper()
	var b bytes.Buffer
	if err := image.SVG(&b, &scene.Page{W: 200, H: 100, Items: items}, `A <title> & "more"`, "pt"); err != nil {
		t.Fatal(err)
	}
	for d := xml.NewDecoder(bytes.NewReader(b.Bytes())); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("the file is not well-formed: %v", err)
		}
	}
	return b.String()
}

func TestSVGShows(t *testing.T) {
	ink := color.NRGBA{R: 0x20, G: 0x40, B: 0x60, A: 0xff}
	half := color.NRGBA{R: 0x20, A: 0x80}
	both := scene.Paint{Fill: ink, Stroke: half, Width: 1.5, Dash: 3}
	for _, c := range []struct {
		name string
		item scene.Item
		want []string
	}{
		{"a rect", scene.Rect{X: 1, Y: 2, W: 30, H: 20, Radii: scene.Round(3), Paint: both}, []string{
			`<rect x="1" y="2" width="30" height="20" rx="3" fill="#204060" stroke="#200000" stroke-width="1.5" stroke-opacity="0.5" stroke-dasharray="3"/>`,
		}},
		{"other corners", scene.Rect{W: 30, H: 20, Radii: [4]float64{3, 0, 0, 3}, Paint: both}, []string{`<path d="M`}},
		{"a circle", scene.Circle{X: 5, Y: 6, R: 2, Paint: scene.Paint{Fill: half}}, []string{`<circle cx="5" cy="6" r="2" fill="#200000" fill-opacity="0.5"/>`}},
		{"a polygon", scene.Polygon{Points: []scene.Point{{X: 1, Y: 2}, {X: 3, Y: 4}}, Paint: both}, []string{`points="1,2 3,4"`}},
		{"a line", scene.Line{X1: 1, X2: 9, Paint: scene.Paint{Stroke: ink, Width: 1, Fill: ink}}, []string{`<line x1="1" y1="0" x2="9" y2="0" fill="none"`}},
		{"a polyline", scene.Polyline{Points: []scene.Point{{X: 1, Y: 2}, {X: 3, Y: 4}}, Paint: both}, []string{`<polyline points="1,2 3,4" fill="none"`}},
		{"a text", scene.Text{X: 5, Y: 9, Size: 10, Color: ink, Text: "a<b>&", Link: "https://example.org"}, []string{`a&lt;b&gt;&amp;</text>`, `<a href="https://example.org">`, `<use href="#g0"`}},
		{"symbols", scene.Text{X: 5, Y: 9, Size: 10, Color: ink, Text: "x → ✓ שלום"}, []string{`x → ✓ שלום</text>`}},
		{"a part", scene.Clip{X: 5, W: 9, H: 9, Items: []scene.Item{scene.Circle{R: 3, Paint: both}}}, []string{`<clipPath id="c1">`, `<g clip-path="url(#c1)">`, `<circle`}},
	} {
		got := svg(t, c.item)
		for _, want := range c.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: the file lacks %s\n%s", c.name, want, got)
			}
		}
	}
	if got := svg(t); !strings.Contains(got, `<title>A &lt;title&gt; &amp; &quot;more&quot;</title>`) || !strings.Contains(got, `lang="pt"`) || !strings.Contains(got, `width="200pt" height="100pt"`) {
		t.Errorf("the head is\n%s", got)
	}
	if a, b := svg(t, scene.Text{Size: 8, Color: ink, Text: "same"}), svg(t, scene.Text{Size: 8, Color: ink, Text: "same"}); a != b {
		t.Error("the same page gives another file")
	}
}

// A letter that stands in many places is in the file once.
func TestSVGKeepsEachLetterOnce(t *testing.T) {
	ink := color.NRGBA{A: 0xff}
	one := strings.Count(svg(t, scene.Text{Size: 8, Color: ink, Text: "e"}), "<path id=")
	many := strings.Count(svg(t, scene.Text{Size: 8, Color: ink, Text: strings.Repeat("e", 50)}, scene.Text{Size: 20, Color: ink, Text: "ee"}), "<path id=")
	if one != 1 || many != 1 {
		t.Errorf("the letter is there %d and %d times", one, many)
	}
}

func TestClipShowsAPart(t *testing.T) {
	ink := color.NRGBA{A: 0xff}
	page := &scene.Page{W: 40, H: 40, Items: []scene.Item{
		scene.Clip{X: 10, Y: 10, W: 10, H: 10, Items: []scene.Item{scene.Rect{W: 40, H: 40, Paint: scene.Paint{Fill: ink}}}},
	}}
	img := image.Render(page, 1)
	for y := range 40 {
		for x := range 40 {
			in := x >= 10 && x < 20 && y >= 10 && y < 20
			if got := img.RGBAAt(x, y).A == 0xff; got != in {
				t.Fatalf("at %d, %d ink is %v, want %v", x, y, got, in)
			}
		}
	}
}
