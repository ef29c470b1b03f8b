package pdf_test

import (
	"bytes"
	"errors"
	"fmt"
	"image/color"
	"math"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"ninefold/export/pdf"
	"ninefold/export/scene"
)

var ink = color.NRGBA{0x20, 0x30, 0x40, 0xff}

func page(items ...scene.Item) *scene.Page { return &scene.Page{W: 400, H: 300, Items: items} }

func line(s string) scene.Text { return scene.Text{X: 10, Y: 20, Size: 10, Color: ink, Text: s} }

func write(t testing.TB, pages []*scene.Page, info pdf.Info) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.Write(&b, pages, info); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// checkFile holds that every object lies where the cross-reference table says.
func checkFile(t *testing.T, file []byte) {
	t.Helper()
	end := regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`).FindSubmatch(file)
	if end == nil {
		t.Fatal("the file has no end")
	}
	at, err := strconv.Atoi(string(end[1]))
	if err != nil || at >= len(file) {
		t.Fatal("the table lies beyond the file")
	}
	rows := strings.Split(string(file[at:]), "\n")
	if rows[0] != "xref" {
		t.Fatalf("at the place of the table stands %q", rows[0])
	}
	for i, row := range rows[3:] {
		if !strings.HasSuffix(row, " n ") {
			break
		}
		offset, err := strconv.Atoi(row[:10])
		if want := fmt.Sprintf("%d 0 obj", i+1); err != nil || !bytes.HasPrefix(file[offset:], []byte(want)) {
			t.Errorf("object %d does not lie at %d", i+1, offset)
		}
	}
}

func TestWrite(t *testing.T) {
	info := pdf.Info{Title: "Volta (1) 🚲", Author: "M. Duarte", Subject: "x\x00\xff", Lang: "pt"}
	pages := []*scene.Page{page(line("Bicycle → care"), scene.Text{X: 1, Y: 9, Size: 9, Color: ink, Text: "site", Link: "https://example.org/(a)"}), page()}
	file := write(t, pages, info)
	checkFile(t, file)
	for _, want := range []string{"/Lang (pt)", "/DisplayDocTitle true", "/Count 2", "https://example.org/a", "\xfe\xff\x00V\x00o\x00l\x00t\x00a"} {
		if !bytes.Contains(file, []byte(want)) {
			t.Errorf("the file does not hold %q", want)
		}
	}
	if !bytes.Equal(file, write(t, pages, info)) {
		t.Error("the same pages give another file")
	}
	checkFile(t, write(t, pages, pdf.Info{Lang: "en) /Evil ("}))
}

func TestWriteSeveralAtOnce(t *testing.T) {
	want := write(t, []*scene.Page{page(line("abc"))}, pdf.Info{})
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			var b bytes.Buffer
			if err := pdf.Write(&b, []*scene.Page{page(line("abc"))}, pdf.Info{}); err != nil || !bytes.Equal(b.Bytes(), want) {
				t.Errorf("a file written beside others differs: %v", err)
			}
		})
	}
	wg.Wait()
}

func TestAnyTextCanBeWritten(t *testing.T) {
	for _, s := range []string{
		"", " ", "\x00", "abc\xc3", "\xff\xfe", "a\tb\r\nc", "🚀👩‍💻", "\U00010000", "\U0010ffff", "e\u0301\u0327", "\u202eabc",
		"שלום (12)", "مرحبا", "客户", "(\\)", "\ufeff", strings.Repeat("w", 10000), "\u0000\u001b[31m", "\ufffd", "→ ✓ ★ ﷺ",
	} {
		checkFile(t, write(t, []*scene.Page{page(line(s))}, pdf.Info{Title: s, Author: s, Subject: s, Lang: s}))
	}
}

func FuzzWrite(f *testing.F) {
	f.Add("Café 🚲 שלום")
	f.Fuzz(func(t *testing.T, s string) {
		checkFile(t, write(t, []*scene.Page{page(line(s))}, pdf.Info{Title: s}))
	})
}

func TestPagesThatCannotBeDrawn(t *testing.T) {
	nan := math.NaN()
	paint := scene.Paint{Fill: ink, Stroke: ink, Width: 1}
	for name, p := range map[string]*scene.Page{
		"no size": {},
		"rect":    page(scene.Rect{X: nan, W: 1, H: 1, Paint: paint}),
		"circle":  page(scene.Circle{R: math.Inf(1), Paint: paint}),
		"polygon": page(scene.Polygon{Points: []scene.Point{{X: nan}}, Paint: paint}),
		"line":    page(scene.Line{X2: nan, Paint: paint}),
		"lines":   page(scene.Polyline{Points: []scene.Point{{X: 1}, {Y: nan}}, Paint: paint}),
		"width":   page(scene.Line{X2: 5, Paint: scene.Paint{Stroke: ink, Width: math.Inf(1)}}),
		"text":    page(scene.Text{Y: nan, Size: 8, Color: ink, Text: "x"}),
	} {
		var b bytes.Buffer
		err := pdf.Write(&b, []*scene.Page{page(), p}, pdf.Info{})
		var draw *pdf.DrawError
		if !errors.As(err, &draw) || draw.Page != 2 || b.Len() > 0 {
			t.Errorf("%s: error is %v, %d bytes were written", name, err, b.Len())
		}
	}
	if err := pdf.Write(&bytes.Buffer{}, nil, pdf.Info{}); !errors.Is(err, pdf.ErrNoPages) {
		t.Errorf("without pages the error is %v", err)
	}
}
