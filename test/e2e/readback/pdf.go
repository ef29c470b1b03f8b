//go:build e2e

package readback

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// CheckPDF fails the test if qpdf has the least warning about a file's
// structure or if a font is not embedded, without which other machines show
// other letters.
func CheckPDF(t testing.TB, path string) {
	t.Helper()
	run(t, "qpdf", "--check", path) // warnings are status 3
	lines := strings.Split(strings.TrimSpace(run(t, "pdffonts", path)), "\n")
	if len(lines) < 3 { // two are the table's head
		t.Errorf("%s has no font, so no text", path)
		return
	}
	embedded := strings.Index(lines[0], "emb")
	for _, line := range lines[2:] {
		if !strings.HasPrefix(line[embedded:], "yes") {
			t.Errorf("%s: font is not embedded: %s", path, line)
		}
	}
}

// PDFInfo gives what pdfinfo says of a document: "Title", "Author", "Pages",
// "Page size" and more.
func PDFInfo(t testing.TB, path string) map[string]string {
	t.Helper()
	info := map[string]string{}
	for line := range strings.Lines(run(t, "pdfinfo", path)) {
		key, value, _ := strings.Cut(line, ":")
		info[key] = strings.TrimSpace(value)
	}
	return info
}

// PDFText gives the selectable text of all pages in the order in which it was
// drawn, so that the lines of a note stay together.
func PDFText(t testing.TB, path string) string {
	t.Helper()
	return run(t, "pdftotext", "-raw", path, "-")
}

// PDFPages draws all pages at the given dots per inch.
func PDFPages(t testing.TB, path string, dpi int) []image.Image {
	t.Helper()
	dir := t.TempDir()
	run(t, "pdftoppm", "-png", "-r", strconv.Itoa(dpi), path, filepath.Join(dir, "page"))
	files, err := filepath.Glob(filepath.Join(dir, "page-*.png"))
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(files) // pdftoppm numbers with leading zeros
	var pages []image.Image
	for _, file := range files {
		pages = append(pages, ReadPNG(t, file))
	}
	return pages
}

// ReadPNG reads a picture.
func ReadPNG(t testing.TB, path string) image.Image {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	m, err := png.Decode(f)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return m
}

// Ink is the share (0 to 1) of a picture that is not of its most common
// colour: 0 for a blank page.
func Ink(m image.Image) float64 {
	counts := map[[3]uint32]int{}
	most, all := 0, 0
	for y := m.Bounds().Min.Y; y < m.Bounds().Max.Y; y++ {
		for x := m.Bounds().Min.X; x < m.Bounds().Max.X; x++ {
			r, g, b, _ := m.At(x, y).RGBA()
			c := [3]uint32{r, g, b}
			counts[c]++
			most = max(most, counts[c])
			all++
		}
	}
	if all == 0 {
		return 0
	}
	return 1 - float64(most)/float64(all)
}
