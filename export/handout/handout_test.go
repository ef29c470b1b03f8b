package handout_test

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/canvastest"
	"ninefold/export/handout"
	"ninefold/export/image"
	"ninefold/export/scene"
	"ninefold/internal/golden"
)

// written returns all text of pages without white space.
func written(pages []*scene.Page) string {
	var b strings.Builder
	for _, p := range pages {
		for _, item := range p.Items {
			if t, ok := item.(scene.Text); ok {
				b.WriteString(squeeze(t.Text))
			}
		}
	}
	return b.String()
}

// noted returns the text of the notes on pages without white space; the legend,
// which lies at the foot, is left out.
func noted(p *canvas.Project, words *locale.Words, pages []*scene.Page) string {
	legend := map[string]bool{}
	for _, n := range p.Segments() {
		legend[n.SegmentName()] = true
	}
	for _, s := range []canvas.Standing{canvas.StandingHypothesis, canvas.StandingTested, canvas.StandingFact} {
		legend[words.T("standing."+string(s))] = true
	}
	var b strings.Builder
	for _, p := range pages {
		for _, item := range p.Items {
			if t, ok := item.(scene.Text); ok && !t.Bold && t.Color == scene.Print().Ink && !(t.Y > 0.85*p.H && legend[t.Text]) {
				b.WriteString(squeeze(t.Text))
			}
		}
	}
	return b.String()
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func TestHandoutShowsEveryNote(t *testing.T) {
	seed := canvastest.Seed()
	t.Logf("seed %d", seed)
	rng := rand.New(rand.NewPCG(seed, 1))
	for _, paper := range scene.Papers() {
		for _, n := range []int{0, 40, 300} {
			for _, lang := range locale.Langs() {
				if n == 300 && lang != locale.Italian {
					continue // once is enough for what takes long
				}
				words := locale.Of(lang)
				p := canvastest.Crowd(canvastest.Full(), n, rng)
				pages, _ := handout.Pages(p, handout.Options{Paper: paper, Words: words})
				checkPages(t, pages, words.T("export.credit"))
				all := noted(p, words, pages)
				for note := range p.Notes() {
					if caption := squeeze(scene.Caption(p, note, words)); !strings.Contains(all, caption) {
						t.Errorf("%s, %d notes: note %s is not to be found: %.40q", paper.ID, n, note.ID, note.Text)
					}
				}
			}
		}
	}
}

func TestHandoutSaysWhereLeftoverNotesAre(t *testing.T) {
	p := canvastest.Crowd(canvastest.Full(), 300, rand.New(rand.NewPCG(1, 1)))
	pages, _ := handout.Pages(p, handout.Options{Words: locale.Of("en")})
	if len(pages) < 2 {
		t.Fatal("300 notes are on one page")
	}
	if !strings.Contains(written(pages[:1]), "+") {
		t.Error("the first page does not say that there are more notes")
	}
	grown, _ := handout.Pages(p, handout.Options{Words: locale.Of("en"), Grow: true, Pages: []handout.Kind{handout.Canvas}})
	if len(grown) != 1 {
		t.Errorf("a page that may grow became %d pages", len(grown))
	}
	checkPages(t, grown, locale.Of("en").T("export.credit"))
}

func TestHandoutWithLongHead(t *testing.T) {
	long := strings.Repeat("An extraordinarily long name ", 20)
	p := canvas.UpdateHead(canvastest.Full(), func(h *canvas.Head) {
		h.Title, h.Subtitle, h.DesignedFor, h.DesignedBy, h.Edition, h.Date = long, long, long, strings.Repeat("w", 300), long, "soon"
	})
	for _, paper := range scene.Papers() {
		pages, _ := handout.Pages(p, handout.Options{Paper: paper, Words: locale.Of("pt")})
		checkPages(t, pages, locale.Of("pt").T("export.credit"))
	}
}

func TestHandoutNoticesMissingCharacters(t *testing.T) {
	p, n, err := canvas.AddNote(canvastest.Full(), canvas.Note{Text: "private \U0010fffd use"}, canvas.Channels, canvas.AtEnd)
	if err != nil {
		t.Fatal(err)
	}
	_, notices := handout.Pages(p, handout.Options{Words: locale.Of("en")})
	if len(notices) != 1 || notices[0].Note != n.ID || string(notices[0].Missing) != "\U0010fffd" {
		t.Errorf("notices are %v", notices)
	}
}

func TestHandoutLooksAsItDid(t *testing.T) {
	pages, _ := handout.Pages(canvastest.Full(), handout.Options{Words: locale.Of("en")})
	golden.CompareImage(t, "canvas", image.Render(pages[0], 60.0/72))
}

func BenchmarkHandout(b *testing.B) {
	for _, n := range []int{40, 4000} {
		p := canvastest.Crowd(canvastest.Full(), n-16, rand.New(rand.NewPCG(1, 1)))
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				handout.Pages(p, handout.Options{Words: locale.Of("en")})
			}
		})
	}
}
