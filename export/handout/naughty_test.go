package handout_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/export/handout"
	"ninefold/export/image"
	"ninefold/export/pdf"
	"ninefold/export/scene"
	"ninefold/export/text"
)

// naughty is a project of strings that programs stumble over, one to a note,
// with a harmless note after each.
func naughty(t *testing.T) *canvas.Project {
	t.Helper()
	data, err := os.ReadFile("testdata/naughty-strings/blns.txt")
	if err != nil {
		t.Fatal(err)
	}
	var notes []*canvas.Note
	for i, line := range strings.Split(string(data), "\n") {
		for k, s := range []string{line, fmt.Sprint("neighbour", i, ".")} {
			notes = append(notes, &canvas.Note{
				ID: canvas.ID(fmt.Sprint("n", i, "_", k)), Order: fmt.Sprintf("k%05d%d", i, k), Block: canvas.Blocks()[i%9], Text: s,
			})
		}
	}
	p, err := canvas.Build(canvas.Head{Title: notes[len(notes)/3].Text}, notes)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Every string goes through unharmed: nothing of it is lost on the pages, nor of
// its neighbours, and the files can be written.
func TestNaughtyStrings(t *testing.T) {
	p := naughty(t)
	words := locale.Of("it")
	pages, _ := handout.Pages(p, handout.Options{Words: words, Pages: []handout.Kind{handout.Canvas}})
	all := written(pages)
	for n := range p.Notes() {
		// Where a word is broken, and at an end of a line, text is as it was but
		// for white space.
		if want := squeeze(n.Text); !strings.Contains(all, want) {
			t.Errorf("%s is not to be found: %.60q", n.ID, n.Text)
		}
	}
	var file bytes.Buffer
	if err := pdf.Write(&file, pages, pdf.Info{Title: p.Head().Title}); err != nil {
		t.Error(err)
	}
	for _, page := range pages {
		file.Reset()
		if err := image.SVG(&file, page, p.Head().Title, "it"); err != nil {
			t.Error(err)
		}
		checkXML(t, file.Bytes())
	}
}

// What a line is made of is what was asked for, whichever fonts there are.
func TestNaughtyStringsKeepTheirCharacters(t *testing.T) {
	for n := range naughty(t).Notes() {
		var b strings.Builder
		line := text.Layout(n.Text, false)
		for _, run := range line.Runs {
			b.WriteString(run.Text)
		}
		if got, want := []rune(b.String()), []rune(text.Clean(n.Text)); len(got) != len(want) {
			t.Errorf("%.60q is laid out as %.60q", n.Text, b.String())
		}
	}
}

// The screen and the page say the same of every note, in the same order.
func TestScreenAndPageAgree(t *testing.T) {
	for _, lang := range locale.Langs() {
		p, words := volta(t, lang), locale.Of(lang)
		pages, _ := handout.Pages(p, handout.Options{Words: words, Pages: []handout.Kind{handout.Canvas}})
		rest := written(pages)
		screen := scene.NewEngine(words).Canvas(p, area, screenMetrics, nil)
		for _, b := range screen.Blocks {
			for i := range b.Notes {
				said := written([]*scene.Page{scene.Note(&b.Notes[i], screen.Metrics, scene.Light())})
				_, after, found := strings.Cut(rest, said)
				if !found {
					t.Fatalf("%s: the page does not say %q where the screen does", lang, said)
				}
				rest = after
			}
		}
	}
}

var (
	area          = geometry.Rect{W: 1200, H: 800}
	screenMetrics = geometry.Screen(1)
)

// checkXML holds that a file is well-formed.
func checkXML(t *testing.T, data []byte) {
	t.Helper()
	for d := xml.NewDecoder(bytes.NewReader(data)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}
