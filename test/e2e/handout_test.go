//go:build e2e

package e2e

import (
	"encoding/json"
	"image"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"ninefold/canvas"
	"ninefold/export/scene"
	"ninefold/test/e2e/readback"
)

// A note as a project file has it.
type fileNote struct {
	Block canvas.Block `json:"block"`
	Order string       `json:"order"`
	Text  string       `json:"text"`
}

// notesInOrder reads the notes of a project in the order in which a canvas is
// filled in.
func notesInOrder(t *testing.T, project string) []fileNote {
	t.Helper()
	data, err := os.ReadFile(project)
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Notes []fileNote `json:"notes"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	slices.SortStableFunc(file.Notes, func(a, b fileNote) int {
		if a.Block != b.Block {
			return a.Block.Number() - b.Block.Number()
		}
		return strings.Compare(a.Order, b.Order)
	})
	return file.Notes
}

// Every kind of page on every paper in every language, read back by the programs
// of others: whole, of the right size, with its fonts, its words and its credit,
// and with nothing in the margins.
func TestEveryHandoutReadsBack(t *testing.T) {
	for _, lang := range []string{"en", "pt", "es", "it"} {
		project := newSample(t, lang)
		for i, paper := range scene.Papers() {
			upright := i%2 == 1
			t.Run(lang+"/"+paper.ID, func(t *testing.T) {
				t.Parallel()
				dir := t.TempDir()
				common := []string{"--lang", lang, "--paper", paper.ID}
				if upright {
					common = append(common, "--portrait")
				}
				full, blank := filepath.Join(dir, "full.pdf"), filepath.Join(dir, "blank.pdf")
				mustCLI(t, append([]string{"export", "--pages", "canvas,relationships,costs,findings,comments", "--out", full, project}, common...)...)
				mustCLI(t, append([]string{"blank", "--kind", "canvas,worksheet,costs", "--questions", "--out", blank, project}, common...)...)
				w, h := paper.W, paper.H
				if upright {
					w, h = h, w
				}
				for _, pdf := range []string{full, blank} {
					checkHandout(t, pdf, w, h, 10)
				}
				rest := unspaced(readback.PDFPageTexts(t, full)[0])
				for _, n := range notesInOrder(t, project) {
					_, after, found := strings.Cut(rest, unspaced(n.Text))
					if !found {
						t.Fatalf("the canvas has %q not where it belongs", n.Text)
					}
					rest = after
				}
			})
		}
	}
}

// checkHandout holds what is true of every page of every handout: of sheets of a size
// in points, with a white margin in millimetres.
func checkHandout(t *testing.T, pdf string, w, h, margin float64) {
	t.Helper()
	readback.CheckPDF(t, pdf)
	sizes := readback.PDFPageSizes(t, pdf)
	texts := readback.PDFPageTexts(t, pdf)
	marks := readback.PDFBookmarks(t, pdf)
	if len(sizes) == 0 || len(texts) != len(sizes) || len(marks) != len(sizes) {
		t.Fatalf("%s: %d pages, %d texts, %d bookmarks", pdf, len(sizes), len(texts), len(marks))
	}
	for i, size := range sizes {
		if max(size[0]-w, w-size[0], size[1]-h, h-size[1]) > 0.02 {
			t.Errorf("page %d is %v points, want %.2f x %.2f", i+1, size, w, h)
		}
		for _, credit := range []string{"Strategyzer", "strategyzer.com", "CC BY-SA 3.0", "creativecommons.org/licenses/by-sa/3.0"} {
			if !strings.Contains(texts[i], credit) {
				t.Errorf("page %d lacks %q of the credit", i+1, credit)
			}
		}
		if marks[i].Page != i+1 || marks[i].Title == "" {
			t.Errorf("bookmark %d is %+v", i+1, marks[i])
		}
	}
	// The margin is left white on each side, less a pixel for what is smoothed.
	dpi := int(72 * 560 / max(w, h))
	edge := int(float64(dpi)*margin/25.4) - 1
	for i, page := range readback.PDFPages(t, pdf, dpi) {
		if where := readback.White(page, edge); where != "" {
			t.Errorf("page %d: the margin is not white: %s", i+1, where)
		}
	}
}

// A large canvas on small sheets: each has its mark, its number, the credit and
// white margins, and together they show every note.
func TestTilesReadBack(t *testing.T) {
	project := newSample(t, "it")
	for sheet, size := range map[string][2]float64{"a4": {595.28, 841.89}, "letter": {792, 612}} {
		t.Run(sheet, func(t *testing.T) {
			t.Parallel()
			pdf := export(t, project, "pdf", "--pages", "canvas", "--paper", "a2", "--tile", sheet, "--mode", "greyscale", "--lang", "it")
			got := readback.PDFPageSizes(t, pdf)[0]
			w, h := size[0], size[1]
			if (got[0] > got[1]) != (w > h) {
				w, h = h, w
			}
			checkHandout(t, pdf, w, h, 8)
			all := unspaced(readback.PDFText(t, pdf))
			for _, n := range notesInOrder(t, project) {
				for word := range strings.FieldsSeq(n.Text) {
					if !strings.Contains(all, word) {
						t.Errorf("no sheet shows %q of %q", word, n.Text)
					}
				}
			}
			for i, page := range readback.PDFPages(t, pdf, 30) {
				for y := page.Bounds().Min.Y; y < page.Bounds().Max.Y; y++ {
					for x := page.Bounds().Min.X; x < page.Bounds().Max.X; x++ {
						if r, g, b, _ := page.At(x, y).RGBA(); r != g || g != b {
							t.Fatalf("sheet %d is not grey at %d, %d", i+1, x, y)
						}
					}
				}
			}
		})
	}
}

// The same page as a PNG, as an SVG and in the PDF is the same picture.
func TestAllPicturesOfAPageAreAlike(t *testing.T) {
	project := newSample(t, "pt")
	for _, page := range []string{"canvas", "relationships"} {
		t.Run(page, func(t *testing.T) {
			t.Parallel()
			png := readback.ReadPNG(t, export(t, project, "png", "--pages", page, "--lang", "pt"))
			size := png.Bounds().Size()
			svg := readback.DrawSVG(t, export(t, project, "svg", "--pages", page, "--lang", "pt"), size.X)
			pdf := readback.PDFPages(t, export(t, project, "pdf", "--pages", page, "--lang", "pt"), 144)[0]
			for what, other := range map[string]image.Image{"SVG": svg, "PDF": pdf} {
				if got := other.Bounds().Size(); max(got.X-size.X, size.X-got.X, got.Y-size.Y, size.Y-got.Y) > 2 {
					t.Errorf("the %s is %v, want %v", what, got, size)
				} else if d := readback.Difference(crop(png, got, size), crop(other, got, size)); d > 0.02 {
					t.Errorf("the %s differs from the PNG by %.3f", what, d)
				}
			}
		})
	}
}

// crop is the part of a picture that two sizes have in common.
func crop(m image.Image, a, b image.Point) image.Image {
	part := image.Rect(0, 0, min(a.X, b.X), min(a.Y, b.Y)).Add(m.Bounds().Min)
	return m.(interface {
		SubImage(image.Rectangle) image.Image
	}).SubImage(part)
}

// Each of the strings that programs stumble over, as a note, is found again by
// the program of others that reads the text of the file.
func TestNaughtyStringsAreFoundAgain(t *testing.T) {
	data, err := os.ReadFile("../../export/handout/testdata/naughty-strings/blns.txt")
	if err != nil {
		t.Fatal(err)
	}
	type note struct {
		ID    string       `json:"id"`
		Block canvas.Block `json:"block"`
		Order string       `json:"order"`
		Text  string       `json:"text"`
	}
	var notes []note
	lines := strings.Split(string(data), "\n")
	order := ""
	for i, line := range lines {
		order, _ = canvas.KeyBetween(order, "")
		notes = append(notes, note{string(canvas.NewID("nt")), canvas.Blocks()[i*9/len(lines)], order, line})
	}
	project := filepath.Join(t.TempDir(), "naughty.json")
	file, err := json.Marshal(map[string]any{"format": "ninefold", "version": 1, "id": "pr_n", "title": "Naughty", "currency": "EUR", "notes": notes})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(project, file, 0o600); err != nil {
		t.Fatal(err)
	}
	pdf := export(t, project, "pdf", "--pages", "canvas")
	readback.CheckPDF(t, pdf)
	all := lettersOf(readback.PDFText(t, pdf), false)
	right := lettersOf(readback.PDFText(t, pdf), true) + "\n" + lettersOf(readback.PDFLaidOut(t, pdf), true)
	for _, line := range lines {
		found := strings.Contains(all, lettersOf(line, false))
		if fromTheRight(line) {
			found = strings.Contains(right, lettersOf(line, true))
		}
		if !found {
			t.Errorf("not found again: %.80q", line)
		}
	}
}

// lettersOf is what of a text can be compared: no white space, and nothing that
// is not seen. Of lines that are read from right to left it is the letters
// alone, since the reader puts vowel signs and brackets at other places.
func lettersOf(s string, onlyLetters bool) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), unicode.In(r, unicode.C, unicode.Z), !unicode.IsPrint(r):
			return -1
		case onlyLetters && !unicode.IsLetter(r) && !unicode.IsDigit(r):
			return -1
		}
		return r
	}, norm.NFC.String(strings.ToValidUTF8(s, "")))
}

func fromTheRight(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.In(r, unicode.Arabic, unicode.Hebrew) })
}
