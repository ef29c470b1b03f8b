package changes_test

import (
	"slices"
	"strings"
	"testing"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/merge"
	"ninefold/export/changes"
)

func must(p *canvas.Project, err error) *canvas.Project {
	if err != nil {
		panic(err)
	}
	return p
}

// versions are two of one project, that differ in every way.
func versions() (before, after *canvas.Project) {
	p := canvas.New("Volta", "en", "EUR")
	for _, id := range []canvas.ID{"a", "b", "c", "d", "e"} {
		p, _, _ = canvas.AddNote(p, canvas.Note{ID: id, Text: "note " + string(id)}, canvas.Channels, canvas.AtEnd)
	}
	q := must(canvas.MoveNotes(p, []canvas.ID{"a"}, canvas.KeyResources, 0))
	q = must(canvas.MoveNotes(q, []canvas.ID{"e"}, canvas.Channels, 0))
	q = must(canvas.SetText(q, "b", "note z"))
	q = must(canvas.UpdateNote(q, "c", func(n *canvas.Note) { n.Paper = canvas.PaperBlue }))
	q = must(canvas.DeleteNotes(q, []canvas.ID{"d"}))
	q, _, _ = canvas.AddNote(q, canvas.Note{ID: "f", Text: "\n"}, canvas.CostStructure, canvas.AtEnd)
	q = canvas.UpdateHead(q, func(h *canvas.Head) { h.Title, h.Subtitle = "", "more" })
	return p, q
}

func TestEveryChangeIsSaid(t *testing.T) {
	before, after := versions()
	want := []string{
		"Title: Volta → (nothing)",
		"Subtitle: (nothing) → more",
		"New in Cost Structure: (a note without text)",
		"Removed from Channels: note d",
		"Channels: “note b” became “note z”",
		"Channels, “note c” · Paper: (nothing) → Blue",
		"Moved from Channels to Key Resources: note a",
		"Moved within Channels: note e",
	}
	got := changes.Lines(locale.Of(locale.English), before, after, 100)
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
	if s := changes.Summary(locale.Of(locale.English), merge.Diff(before, after)); s != "1 note added · 1 removed · 2 changed · 2 moved · the project’s details" {
		t.Errorf("got %q", s)
	}
	if got := changes.Lines(locale.Of(locale.English), before, after, 3); len(got) != 4 || got[3] != "… and 5 more." {
		t.Errorf("got %q", got)
	}
}

func TestEveryLanguageSaysChanges(t *testing.T) {
	before, after := versions()
	d := merge.Diff(before, after)
	for _, lang := range locale.Langs() {
		words := locale.Of(lang)
		all := append(changes.Lines(words, before, after, 100), changes.Summary(words, d), changes.Summary(words, &merge.Difference{}))
		if len(all) != 10 {
			t.Errorf("%s: %q", lang, all)
		}
		for _, line := range all {
			if strings.Contains(line, "changes.") || strings.Contains(line, "{{") || strings.Contains(line, "<no value>") {
				t.Errorf("%s: %q", lang, line)
			}
		}
	}
}

// Several things about one note stand below it.
func TestSeveralChangesOfANote(t *testing.T) {
	p := canvas.New("Volta", "en", "EUR")
	p, n, _ := canvas.AddNote(p, canvas.Note{Text: "Club"}, canvas.CustomerRelationships, canvas.AtEnd)
	q := must(canvas.UpdateNote(p, n.ID, func(n *canvas.Note) {
		r := *n.Relationship
		r.Stage, r.Tactics = canvas.StageGrow, []string{"bundle"}
		n.Relationship, n.Text = &r, "Association"
		n.Costs = []canvas.CostLine{{ID: "c", Label: "Room", Behaviour: canvas.BehaviourMonthly}}
	}))
	want := []string{
		"Customer Relationships: “Club”",
		"\u2003Text: Club →\u2009Association",
		"\u2003Stage: (nothing) →\u2009Grow",
		"\u2003Tactics: (nothing) →\u2009Bundle what goes together",
		"\u2003Cost “Room”: (nothing) →\u2009Room",
	}
	if got := changes.Lines(locale.Of(locale.English), p, q, 100); !slices.Equal(got, want) {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}
