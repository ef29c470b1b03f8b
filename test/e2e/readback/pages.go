//go:build e2e

package readback

import (
	"encoding/json"
	"fmt"
	"image"
	"math"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// PDFPageSizes gives the size of each page in points.
func PDFPageSizes(t testing.TB, path string) [][2]float64 {
	t.Helper()
	var sizes [][2]float64
	for _, m := range pageSize.FindAllStringSubmatch(run(t, "pdfinfo", "-l", "9999", path), -1) {
		w, errW := strconv.ParseFloat(m[1], 64)
		h, errH := strconv.ParseFloat(m[2], 64)
		if errW != nil || errH != nil {
			t.Fatalf("%s: a page is %s x %s", path, m[1], m[2])
		}
		sizes = append(sizes, [2]float64{w, h})
	}
	return sizes
}

var pageSize = regexp.MustCompile(`Page +\d+ size: +([\d.]+) x ([\d.]+) pts`)

// PDFPageTexts gives the selectable text of each page.
func PDFPageTexts(t testing.TB, path string) []string {
	t.Helper()
	pages := strings.Split(PDFText(t, path), "\f")
	return pages[:len(pages)-1] // each ends in a form feed
}

// PDFLaidOut gives the selectable text of all pages as it lies on them: that of
// scripts which are read from right to left is put into order by that alone.
func PDFLaidOut(t testing.TB, path string) string {
	t.Helper()
	return run(t, "pdftotext", path, "-")
}

// A Bookmark is an entry of a document's outline, with the page that it leads
// to, from 1.
type Bookmark struct {
	Title string
	Page  int
}

// PDFBookmarks gives the outline of a document.
func PDFBookmarks(t testing.TB, path string) []Bookmark {
	t.Helper()
	var file struct {
		Outlines []struct {
			Title string `json:"title"`
			Page  int    `json:"destpageposfrom1"`
		} `json:"outlines"`
	}
	if err := json.Unmarshal([]byte(run(t, "qpdf", "--json", "--json-key=outlines", path)), &file); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	var marks []Bookmark
	for _, o := range file.Outlines {
		marks = append(marks, Bookmark{o.Title, o.Page})
	}
	return marks
}

// DrawSVG draws an SVG file as wide as said, in pixels.
func DrawSVG(t testing.TB, path string, width int) image.Image {
	t.Helper()
	png := filepath.Join(t.TempDir(), "picture.png")
	run(t, "rsvg-convert", "-w", strconv.Itoa(width), "-o", png, path)
	return ReadPNG(t, png)
}

// Difference is how far two pictures of one size are apart on the average, from
// 0 to 1.
func Difference(a, b image.Image) float64 {
	sum := 0.0
	size := a.Bounds().Size()
	for y := range size.Y {
		for x := range size.X {
			r1, g1, b1, _ := a.At(a.Bounds().Min.X+x, a.Bounds().Min.Y+y).RGBA()
			r2, g2, b2, _ := b.At(b.Bounds().Min.X+x, b.Bounds().Min.Y+y).RGBA()
			sum += math.Abs(float64(r1)-float64(r2)) + math.Abs(float64(g1)-float64(g2)) + math.Abs(float64(b1)-float64(b2))
		}
	}
	return sum / float64(size.X*size.Y) / (3 * 0xffff)
}

// White reports where a picture of a page has anything but white within so many
// pixels of its edges; empty means nowhere.
func White(m image.Image, edge int) string {
	b := m.Bounds()
	inner := b.Inset(edge)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if (image.Point{X: x, Y: y}).In(inner) {
				x = inner.Max.X - 1
				continue
			}
			if r, g, bl, _ := m.At(x, y).RGBA(); min(r, g, bl) < 0xfe00 {
				return fmt.Sprintf("ink at %d, %d of %v", x, y, b.Size())
			}
		}
	}
	return ""
}
