package scene_test

import (
	"slices"
	"strings"
	"testing"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/canvastest"
	"ninefold/canvas/geometry"
	"ninefold/export/image"
	"ninefold/export/scene"
	"ninefold/internal/golden"
)

// The picture of a canvas with notes in their main states, by day and by night.
func TestCanvasLooksAsItDid(t *testing.T) {
	words := locale.Of("en")
	l := scene.NewEngine(words).Canvas(canvastest.Full(), geometry.Rect{W: 900, H: 480}, geometry.Screen(1), nil)
	for name, look := range map[string]*scene.Look{"canvas-light": scene.Light(), "canvas-dark": scene.Dark()} {
		page := scene.CanvasFrame(l, nil, words, look)
		picture := image.Render(page, 1)
		for _, b := range l.Blocks {
			for i := range b.Notes {
				n := &b.Notes[i]
				note := image.Render(scene.Note(n, l.Metrics, look), 1)
				paste(picture, note, int(n.Rect.X), int(n.Rect.Y))
			}
		}
		golden.CompareImage(t, name, picture)
	}
}

func TestNoteStaysOnItsPage(t *testing.T) {
	l := scene.NewEngine(locale.Of("en")).Canvas(canvastest.Full(), geometry.Rect{W: 1100, H: 800}, geometry.Screen(1.3), nil)
	for _, b := range l.Blocks {
		for i := range b.Notes {
			page := scene.Note(&b.Notes[i], l.Metrics, scene.Light())
			if page.W != b.Notes[i].Rect.W || page.H != b.Notes[i].Rect.H {
				t.Errorf("the page of note %s is %v x %v", b.Notes[i].ID, page.W, page.H)
			}
			for _, item := range page.Items {
				if s, ok := item.(scene.Text); ok && (s.X < 0 || s.X > page.W || s.Y < 0 || s.Y > page.H) {
					t.Errorf("%q lies beside the note", s.Text)
				}
			}
		}
	}
}

func TestCaption(t *testing.T) {
	p := canvastest.Full()
	words := locale.Of("it")
	note := func(typ, text string) *canvas.Note {
		return &canvas.Note{Block: canvas.CustomerRelationships, Text: text, Relationship: &canvas.Relationship{Type: typ}}
	}
	selfService := words.T("type.self_service.name")
	for _, c := range []struct {
		note *canvas.Note
		want string
	}{
		{note("self_service", "app"), selfService + ": app"},
		{note("self_service", ""), selfService},
		{note("own", "Saturday"), "Club: Saturday"},
		{note(canvas.TypeCustom, "Saturday"), "Saturday"},
		{note("of_a_later_version", "Saturday"), "of_a_later_version: Saturday"},
		{&canvas.Note{Block: canvas.Channels, Text: "app", Relationship: &canvas.Relationship{Type: "own"}}, "app"},
	} {
		if got := scene.Caption(p, c.note, words); got != c.want {
			t.Errorf("Caption = %q, want %q", got, c.want)
		}
	}
}

func TestTitlesFitInEveryLanguage(t *testing.T) {
	for _, lang := range locale.Langs() {
		e := scene.NewEngine(locale.Of(lang))
		l := e.Canvas(canvastest.Full(), geometry.Rect{W: 700, H: 600}, geometry.Screen(1), nil)
		for _, b := range l.Blocks {
			if len(b.Title) > 2 {
				t.Errorf("%s: the title of %s takes %d lines", lang, b.Block, len(b.Title))
			}
			for _, line := range b.Title {
				if e.Measure(line, l.Metrics.Title, true) > b.Header.W {
					t.Errorf("%s: %q is wider than its block", lang, line)
				}
			}
		}
		if l.Block(canvas.KeyActivities).Body.Y != l.Block(canvas.CustomerRelationships).Body.Y {
			t.Errorf("%s: notes begin at different heights", lang)
		}
	}
}

// In the smallest window a title needs all of the width; no word of it is broken.
func TestTitlesInANarrowBlockKeepTheirWords(t *testing.T) {
	for _, lang := range locale.Langs() {
		words := locale.Of(lang)
		l := scene.NewEngine(words).Canvas(canvastest.Full(), geometry.Rect{W: 552, H: 426}, geometry.Screen(1), nil)
		for _, b := range l.Blocks {
			title := words.T("block." + string(b.Block))
			got := strings.ReplaceAll(strings.Join(b.Title, " "), "- ", "-") // a line may end behind a hyphen
			if got != title {
				t.Errorf("%s: %q has become %q", lang, title, got)
			}
		}
	}
}

func TestSegmentsDifferWithoutColour(t *testing.T) {
	var seen []string
	for _, shape := range canvas.Shapes() {
		page := &scene.Page{W: 28, H: 28}
		page.Badge(&canvas.Segment{Colour: canvas.ColourBlue, Shape: shape}, geometry.Point{}, 28, scene.Print())
		picture := string(image.Render(page, 1).Pix)
		if slices.Contains(seen, picture) {
			t.Errorf("%s looks like another shape", shape)
		}
		seen = append(seen, picture)
	}
}
