package scene_test

import (
	"slices"
	"strings"
	"testing"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/catalog"
	"ninefold/canvas/costing"
	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/export/text"
)

// full is a board with a relationship of every type in every stage.
func full(t *testing.T) *canvas.Project {
	t.Helper()
	p, s, err := canvas.AddNote(canvas.New("", "en", "EUR"), canvas.Note{Text: "Riders"}, canvas.CustomerSegments, canvas.AtEnd)
	if err != nil {
		t.Fatal(err)
	}
	for _, stage := range canvas.Stages() {
		for _, typ := range catalog.Types() {
			if p, _, err = canvas.AddRelationship(p, typ.ID, "", canvas.Cell{Segment: s.ID, Stage: stage}); err != nil {
				t.Fatal(err)
			}
		}
	}
	return p
}

// The board's own words are neither cut off nor broken within a word, in any
// language, down to a window of 1024 x 700, also with the inspector beside.
func TestBoardHoldsItsWordsInEveryLanguage(t *testing.T) {
	p := full(t)
	engine := geometry.BoardEngine{Measure: text.Measure}
	for _, lang := range locale.Langs() {
		words := locale.Of(lang)
		for _, size := range []geometry.Rect{{W: 744, H: 590}, {W: 1024, H: 600}, {W: 1440, H: 800}} {
			b := engine.Board(p, size, geometry.BoardScreen(1), scene.BoardTextIn(p, words, costing.New(p)), geometry.BoardScroll{})
			check := func(what, want string, l geometry.Label) {
				t.Helper()
				if got := strings.Join(l.Lines, " "); got != want && strings.Join(l.Lines, "") != want {
					t.Errorf("%s, %v: %s %q reads %q", lang, size, what, want, l.Lines)
				}
				for _, line := range l.Lines {
					if w := text.Measure(line, l.Size, l.Bold); w > l.Rect.W {
						t.Errorf("%s, %v: %s %q is %.0f wide, its place %.0f", lang, size, what, line, w, l.Rect.W)
					}
					if !slices.Contains(strings.Fields(want), strings.Fields(line)[0]) && !strings.Contains(want, "-") {
						t.Errorf("%s, %v: %s %q is broken within a word: %q", lang, size, what, want, l.Lines)
					}
				}
			}
			for _, tok := range b.Tokens {
				check("token", tok.Name, tok.Label)
			}
			for i, s := range canvas.Stages() {
				check("stage", words.T("stage."+string(s)), b.Heads[i].Labels[0])
				check("hint", words.T("stage."+string(s)+".hint"), b.Heads[i].Labels[1])
			}
			for k := range b.Cards() {
				check("card", scene.TypeName(p, words, k.Note.Relationship.Type), k.Labels[0])
			}
			if size.W > 1000 && b.Rows[0].Figures.W == 0 {
				t.Errorf("%s, %v: no room for the figures", lang, size)
			}
		}
	}
}

func TestTypeName(t *testing.T) {
	p := canvas.UpdateHead(canvas.New("", "en", "EUR"), func(h *canvas.Head) {
		h.Types = []canvas.RelationshipType{{ID: "vip", Name: "VIP club"}}
	})
	words := locale.Of("it")
	for id, want := range map[string]string{"vip": "VIP club", "communities": "Comunità", "of_a_later_version": "of_a_later_version"} {
		if got := scene.TypeName(p, words, id); got != want {
			t.Errorf("type %q is named %q, want %q", id, got, want)
		}
	}
	b := scene.BoardTextIn(p, words, costing.New(p))
	types := b.Groups[0].Tokens
	last := types[len(types)-2] // before the button that adds a type
	if len(types) != len(catalog.Types())+2 || last.ID != "vip" || last.Mark != "V" {
		t.Errorf("the palette ends with %+v", last)
	}
	for want, types := range map[string][]string{
		"VIP club":                          {"vip"},
		"comunità e VIP club":               {"communities", "vip"},
		"self-service, comunità e VIP club": {"self_service", "communities", "vip"},
	} {
		if got := b.Gap(types, true); !strings.Contains(got, want+".") {
			t.Errorf("gap reads %q, want %q in it", got, want)
		}
	}
}
