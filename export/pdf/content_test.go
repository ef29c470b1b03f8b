package pdf_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"ninefold/export/pdf"
	"ninefold/export/scene"
)

// contents are what a file says of its pages.
func contents(t *testing.T, file []byte) []string {
	t.Helper()
	var out []string
	for _, m := range regexp.MustCompile(`(?s)/Contents (\d+) 0 R>>`).FindAllSubmatch(file, -1) {
		_, rest, found := bytes.Cut(file, fmt.Appendf(nil, "\n%s 0 obj\n<</Filter /FlateDecode /Length ", m[1]))
		_, stream, isStream := bytes.Cut(rest, []byte("stream\n"))
		if !found || !isStream {
			t.Fatalf("object %s is no packed content", m[1])
		}
		z, err := zlib.NewReader(bytes.NewReader(stream))
		if err != nil {
			t.Fatal(err)
		}
		said, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(said))
	}
	return out
}

// Where corners of a shape meet there is no line between them, and a path ends
// where it began: strokes have no thorns.
func TestRoundShapesHaveNoLines(t *testing.T) {
	edge := scene.Paint{Stroke: ink, Width: 1}
	for name, item := range map[string]scene.Item{
		"circle": scene.Circle{X: 10.123, Y: 20.457, R: 4.321, Paint: edge},
		"pill":   scene.Rect{X: 3.3333, Y: 3.3333, W: 20, H: 7.777, Radii: scene.Round(9), Paint: edge},
	} {
		said := contents(t, write(t, []*scene.Page{page(item)}, pdf.Info{}))[0]
		lines := strings.Count(said, " l\n")
		if want := map[string]int{"circle": 0, "pill": 2}[name]; lines != want {
			t.Errorf("%s: %d lines, want %d:\n%s", name, lines, want, said)
		}
		begin := regexp.MustCompile(`(\S+ \S+) m`).FindStringSubmatch(said)
		end := regexp.MustCompile(`(\S+ \S+) [cl]\nh`).FindStringSubmatch(said)
		if begin == nil || end == nil || begin[1] != end[1] {
			t.Errorf("%s begins at %q and ends at %q", name, begin, end)
		}
	}
}

// What is set once is not set again, and is again what it was behind a part that
// is clipped.
func TestContentsSayWhatChanges(t *testing.T) {
	said := contents(t, write(t, []*scene.Page{page(
		line("one"), line("two"),
		scene.Clip{W: 50, H: 50, Items: []scene.Item{scene.Text{X: 1, Y: 9, Size: 12, Bold: true, Color: ink, Text: "within"}}},
		line("three"),
	)}, pdf.Info{}))[0]
	if n := strings.Count(said, " Tf "); n != 2 {
		t.Errorf("a font is set %d times, want twice:\n%s", n, said)
	}
	if n := strings.Count(said, " rg\n"); n != 1 {
		t.Errorf("a colour is set %d times, want once:\n%s", n, said)
	}
	for _, name := range []string{"/R 10 Tf", "/B 12 Tf"} {
		if !strings.Contains(said, name) {
			t.Errorf("%q is not set:\n%s", name, said)
		}
	}
}

// Every name that contents use stands for something in the file.
func TestNamesAreThere(t *testing.T) {
	faint := ink
	faint.A = 0x80
	file := write(t, []*scene.Page{
		page(line("plain"), scene.Text{X: 5, Y: 9, Size: 9, Bold: true, Color: ink, Text: "bold ✓"}),
		page(scene.Line{X2: 9, Y2: 9, Paint: scene.Paint{Stroke: faint, Width: 1}}),
	}, pdf.Info{})
	names := regexp.MustCompile(`/([RBS]) \S+ Tf|/(A\d+) gs`)
	for i, said := range contents(t, file) {
		for _, m := range names.FindAllStringSubmatch(said, -1) {
			if name := m[1] + m[2]; !regexp.MustCompile(`/` + name + ` \d+ 0 R`).Match(file) {
				t.Errorf("page %d calls %q, which the file does not have", i+1, name)
			}
		}
	}
}
