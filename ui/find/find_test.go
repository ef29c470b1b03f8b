package find_test

import (
	"slices"
	"testing"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/ui/find"
)

func TestNotes(t *testing.T) {
	p := canvas.UpdateHead(canvas.New("", "pt", "EUR"), func(h *canvas.Head) {
		h.Types = []canvas.RelationshipType{{ID: "rt_club", Name: "Clube de sábado"}}
	})
	for _, n := range []canvas.Note{
		{ID: "families", Block: canvas.CustomerSegments, Text: "Two children or more", Segment: &canvas.Segment{Name: "Famílias"}},
		{ID: "self", Block: canvas.CustomerRelationships, Text: "In the app", Relationship: &canvas.Relationship{Type: "self_service"}},
		{ID: "club", Block: canvas.CustomerRelationships, Relationship: &canvas.Relationship{Type: "rt_club"}},
		{ID: "own", Block: canvas.CustomerRelationships, Text: "By custom", Relationship: &canvas.Relationship{Type: canvas.TypeCustom}},
		{ID: "vans", Block: canvas.KeyResources, Text: "Café\nvans", Costs: []canvas.CostLine{{ID: "cl_1", Label: "Leasing Straße", Behaviour: canvas.BehaviourMonthly}}},
		{ID: "riders", Block: canvas.Channels, Text: "Ποδήλατα ΣΤΗΝ πόλη"},
		{ID: "left", Block: canvas.Channels, Text: "Once a segment", Segment: &canvas.Segment{Name: "Hidden", Letter: "Z"}},
	} {
		var err error
		if p, _, err = canvas.AddNote(p, n, n.Block, canvas.AtEnd); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct {
		lang locale.Lang
		text string
		want []string
	}{
		{"en", "app", []string{"self"}},
		{"en", "CAFE", []string{"vans"}},
		{"en", "cafe  vans", []string{"vans"}},
		{"en", "café", []string{"vans"}},
		{"en", "cafe\u0301 v", []string{"vans"}},
		{"en", "familias", []string{"families"}},
		{"en", "self-service", []string{"self"}},
		{"pt", "self-service", nil},
		{"it", "self-service", []string{"self"}},
		{"pt", "clube de SABADO", []string{"club"}},
		{"en", "STRASSE", []string{"vans"}},
		{"en", "στην πολη", []string{"riders"}},
		{"en", "custom", []string{"own"}},
		{"en", "hidden", nil},
		{"en", " ", nil},
		{"en", "", nil},
		{"en", "nowhere", nil},
	} {
		found := find.Notes(p, locale.Of(test.lang), test.text)
		var got []string
		for id := range found {
			got = append(got, string(id))
		}
		slices.Sort(got)
		if !slices.Equal(got, test.want) {
			t.Errorf("%s %q: found %v, want %v", test.lang, test.text, got, test.want)
		}
	}
}
