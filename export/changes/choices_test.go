package changes

import (
	"reflect"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/merge"
)

// Whatever a note or a project can say has a name in every language.
func TestEveryFieldHasAName(t *testing.T) {
	unsaid := map[string]bool{"id": true, "order": true, "review": true} // never differ as values
	var walk func(prefix string, of reflect.Type)
	walk = func(prefix string, of reflect.Type) {
		for field := range of.Fields() {
			name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			typ := field.Type
			if name == "" || name == "id" || prefix == "" && unsaid[name] {
				continue
			}
			path := prefix + name
			if typ.Kind() == reflect.Pointer && typ.Elem().Kind() == reflect.Struct && typ.Elem() != reflect.TypeFor[decimal.Decimal]() {
				walk(path+".", typ.Elem())
			} else if typ.Kind() == reflect.Struct && typ.Name() != "Time" {
				walk(path+".", typ)
				continue // it is there as soon as it says something
			}
			if typ.Kind() == reflect.Slice && typ.Elem().Kind() == reflect.Struct {
				walk(path+"[].", typ.Elem())
				path += "[]"
			}
			f, known := fields[path]
			if !known {
				t.Errorf("%s has no name", path)
				continue
			}
			for _, lang := range locale.Langs() {
				if !locale.Of(lang).Has(f.key) {
					t.Errorf("%s: %s is not in the words", lang, f.key)
				}
			}
			if f.prefix == "" {
				continue
			}
			for _, id := range wordsOf(typ) {
				if !locale.Of(locale.English).Has(f.prefix + id) {
					t.Errorf("%s: there is no word for %q", path, id)
				}
			}
		}
	}
	walk("", reflect.TypeFor[canvas.Note]())
	walk("", reflect.TypeFor[canvas.Head]())
}

// wordsOf are the values of a type that has some.
func wordsOf(t reflect.Type) []string {
	if v, ok := reflect.TypeAssert[interface{ Values() []string }](reflect.Zero(t)); ok {
		return v.Values()
	}
	return nil
}

func TestChoices(t *testing.T) {
	amount := func(s string) *decimal.Decimal { d := decimal.RequireFromString(s); return &d }
	must := func(p *canvas.Project, err error) *canvas.Project {
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	base := canvas.New("Volta", "en", "EUR")
	for _, n := range []canvas.Note{
		{ID: "a", Text: "Commuters", Block: canvas.CustomerSegments},
		{ID: "r", Text: "Club", Block: canvas.CustomerRelationships, Costs: []canvas.CostLine{{ID: "c", Label: "Room", Amount: amount("10")}, {ID: "d", Label: "Tea"}}},
		{ID: "g", Text: "Vans", Block: canvas.KeyResources},
	} {
		base, _, _ = canvas.AddNote(base, n, n.Block, canvas.AtEnd)
	}
	side := func(text, room, tea string, type_ string, churn string, title string) *canvas.Project {
		p := must(canvas.UpdateNote(base, "r", func(n *canvas.Note) {
			r := *n.Relationship
			r.Type = type_
			n.Relationship = &r
			n.Costs = []canvas.CostLine{{ID: "c", Label: "Room", Amount: amount(room)}}
			if tea != "" {
				n.Costs = append(n.Costs, canvas.CostLine{ID: "d", Label: tea})
			}
		}))
		p = must(canvas.UpdateNote(p, "a", func(n *canvas.Note) {
			n.Text = text
			s := *n.Segment
			s.Economics.Churn = amount(churn)
			n.Segment = &s
		}))
		return canvas.UpdateHead(p, func(h *canvas.Head) { h.Title = title; h.Date = "2026-01-0" + title })
	}
	ours := side("Riders", "1200", "", "communities", "0.05", "1")
	theirs := side("Cyclists", "900.5", "Green tea", "self_service", "0.1", "2")
	theirs = must(canvas.SetText(theirs, "g", "Lorries"))
	ours = must(canvas.DeleteNotes(ours, []canvas.ID{"g"}))
	m, err := merge.Three(base, ours, theirs, nil)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]bool{}
	for _, c := range Choices(locale.Of(locale.English), m.Conflicts, base, ours, theirs) {
		got[c.About+" | "+c.Field+" | "+c.Ours+" | "+c.Theirs] = true
	}
	for _, want := range []string{
		"The whole canvas | Title | 1 | 2",
		"The whole canvas | Date | 1 January 2026 | 2 January 2026",
		"Customer Segments: “Commuters” | Text | Riders | Cyclists",
		"Customer Segments: “Commuters” | Lost per month | 5% | 10%",
		"Customer Relationships: “Club” | Cost “Room” · Amount | €1,200.00 | €900.50",
		"Customer Relationships: “Club” | Cost “Tea” | Deleted | Green tea",
		"Customer Relationships: “Club” | Type | Communities | Self-service",
		"Key Resources: “Vans” | Deleted by one side, kept by the other | Deleted | Kept: “Vans”, with what was changed: Text",
	} {
		if !got[want] {
			t.Errorf("it is not said: %s", want)
		}
		delete(got, want)
	}
	for more := range got {
		t.Errorf("it is said, too: %s", more)
	}
	// No language shows ids or JSON.
	for _, lang := range locale.Langs() {
		for _, c := range Choices(locale.Of(lang), m.Conflicts, base, ours, theirs) {
			if all := c.About + c.Field + c.Ours + c.Theirs; strings.ContainsAny(all, "{}[]_") || strings.Contains(all, "<no value>") {
				t.Errorf("%s: %+v", lang, c)
			}
		}
	}
}

// Of long texts those parts are shown in which they differ.
func TestLongTextsAreShownWhereTheyDiffer(t *testing.T) {
	long := strings.Repeat("word ", 500)
	a, b := apart(long+"mine", long+"theirs"+long)
	if !strings.HasSuffix(a, "mine") || !strings.Contains(b, "theirs") || len([]rune(b)) > mostShown+2 || !strings.HasPrefix(a, "…word") {
		t.Errorf("shown are %q and %q", a, b)
	}
	if a, b := apart("x", "y"); a != "x" || b != "y" {
		t.Errorf("short texts became %q and %q", a, b)
	}
	if a, b := apart(long, ""); !strings.HasPrefix(a, "word") || b != "" {
		t.Errorf("shown are %q and %q", a, b)
	}
}

// What this version does not know is named as far as it can be.
func TestUnknownDetailsAreSaid(t *testing.T) {
	s := &speaker{locale.Of(locale.English), []*canvas.Project{canvas.New("", "en", "EUR")}}
	if got := s.name("", "x_colour"); got != "Detail “x_colour” of another program" {
		t.Errorf("it is called %q", got)
	}
	for value, want := range map[string]string{
		`"red"`: "red", `7`: "7", `true`: "yes", `{"a":1}`: "(several values)", `[1]`: "(several values)", ``: "(nothing)", `null`: "(nothing)",
	} {
		if got := s.value("x_colour", value); got != want {
			t.Errorf("%s is said as %q, want %q", value, got, want)
		}
	}
}
