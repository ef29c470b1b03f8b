package merge_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"ninefold/canvas"
	"ninefold/canvas/canvastest"
	"ninefold/canvas/merge"
)

// must makes an edit that cannot fail part of an expression.
func must(p *canvas.Project, err error) *canvas.Project {
	if err != nil {
		panic(err)
	}
	return p
}

// list returns a project whose channels are notes with the given ids.
func list(ids ...canvas.ID) *canvas.Project {
	p := canvas.New("list", "en", "EUR")
	for _, id := range ids {
		p, _, _ = canvas.AddNote(p, canvas.Note{ID: id, Text: string(id)}, canvas.Channels, canvas.AtEnd)
	}
	return p
}

func amount(s string) *decimal.Decimal {
	d := decimal.RequireFromString(s)
	return &d
}

func TestFieldsOfANote(t *testing.T) {
	base := list("n")
	costs := []canvas.CostLine{
		{ID: "c1", Label: "Tools", Behaviour: canvas.BehaviourMonthly, Amount: amount("10")},
		{ID: "c2", Label: "Rent", Behaviour: canvas.BehaviourMonthly},
	}
	withCosts := must(canvas.UpdateNote(base, "n", func(n *canvas.Note) { n.Costs = costs }))
	tests := []struct {
		name   string
		from   *canvas.Project
		change func(*canvas.Note)
		want   []merge.Field
	}{
		{"text", base, func(n *canvas.Note) { n.Text = "post" }, []merge.Field{{"text", `"n"`, `"post"`}}},
		{"word", base, func(n *canvas.Note) { n.Paper = canvas.PaperBlue }, []merge.Field{{"paper", "", `"blue"`}}},
		{"words", base, func(n *canvas.Note) { n.Links = []canvas.ID{"a", "b"} }, []merge.Field{{"links", "", `["a","b"]`}}},
		{"figure in a facet that was not there", base, func(n *canvas.Note) {
			n.Segment = &canvas.Segment{Letter: "A", Economics: canvas.Economics{Churn: amount("0.05")}}
		}, []merge.Field{{"segment.letter", "", `"A"`}, {"segment.economics.churn", "", `"0.05"`}}},
		{"empty facet", base, func(n *canvas.Note) { n.Revenue = &canvas.Revenue{} }, []merge.Field{{"revenue", "", `{}`}}},
		{"field of a record", withCosts, func(n *canvas.Note) {
			n.Costs = slices.Clone(costs)
			n.Costs[0].Amount = amount("12.5")
		}, []merge.Field{{"costs[c1].amount", `"10"`, `"12.5"`}}},
		{"same figure written otherwise", withCosts, func(n *canvas.Note) {
			n.Costs = slices.Clone(costs)
			n.Costs[0].Amount = amount("10.00")
		}, nil},
		{"first record", base, func(n *canvas.Note) { n.Costs = costs[1:] }, []merge.Field{
			{"costs[c2]", "", `{"id":"c2","label":"Rent","behaviour":"monthly"}`},
		}},
		{"record gone", withCosts, func(n *canvas.Note) { n.Costs = costs[:1] }, []merge.Field{
			{"costs[c2]", `{"id":"c2","label":"Rent","behaviour":"monthly"}`, ""},
		}},
		{"order of records", withCosts, func(n *canvas.Note) {
			n.Costs = []canvas.CostLine{costs[1], costs[0]}
		}, []merge.Field{{"costs[]", `["c1","c2"]`, `["c2","c1"]`}}},
		{"unknown member", base, func(n *canvas.Note) { n.Unknown = canvas.Unknown(`{"mood":{"now":"good"}}`) }, []merge.Field{
			{"mood.now", "", `"good"`},
		}},
		{"comment answered", must(canvas.UpdateNote(base, "n", func(n *canvas.Note) {
			n.Comments = []canvas.Comment{{ID: "m1", Text: "Sure?", Time: time.Unix(0, 0).UTC()}}
		})), func(n *canvas.Note) {
			n.Comments = []canvas.Comment{{ID: "m1", Text: "Sure?", Time: time.Unix(0, 0).UTC(), Resolved: true}}
		}, []merge.Field{{"comments[m1].resolved", "", "true"}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			next := must(canvas.UpdateNote(test.from, "n", test.change))
			d := merge.Diff(test.from, next)
			var got []merge.Field
			for _, c := range d.Changed {
				got = append(got, c.Fields...)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("fields (-want +got):\n%s", diff)
			}
			if len(d.Added)+len(d.Removed)+len(d.Moved)+len(d.Head) > 0 || d.Empty() != (test.want == nil) {
				t.Errorf("the difference says more or less than the change: %+v", d)
			}
		})
	}
}

func TestFieldsOfTheHead(t *testing.T) {
	a := list("n")
	b := canvas.UpdateHead(a, func(h *canvas.Head) {
		h.Title = "new"
		h.Plan.OpeningCash = amount("500")
	})
	want := []merge.Field{{"title", `"list"`, `"new"`}, {"plan.opening_cash", "", `"500"`}}
	if diff := cmp.Diff(want, merge.Diff(a, b).Head); diff != "" {
		t.Errorf("head (-want +got):\n%s", diff)
	}
}

func TestMoves(t *testing.T) {
	p := list("a", "b", "c", "d", "e")
	// The same notes with keys that another program gave them.
	rekeyed := func(ids ...canvas.ID) *canvas.Project {
		var notes []*canvas.Note
		for i, id := range ids {
			n := *p.Note(id)
			n.Order = fmt.Sprintf("%03d", i)
			notes = append(notes, &n)
		}
		return must(canvas.Build(p.Head(), notes))
	}
	tests := []struct {
		name string
		to   *canvas.Project
		want []canvas.ID
	}{
		{"one to the front", must(canvas.MoveNotes(p, []canvas.ID{"d"}, canvas.Channels, 0)), []canvas.ID{"d"}},
		{"one to the end", must(canvas.MoveNotes(p, []canvas.ID{"a"}, canvas.Channels, canvas.AtEnd)), []canvas.ID{"a"}},
		{"two neighbours swapped: the one that was taken", must(canvas.MoveNotes(p, []canvas.ID{"b"}, canvas.Channels, 3)), []canvas.ID{"b"}},
		{"to where it is", must(canvas.MoveNotes(p, []canvas.ID{"c"}, canvas.Channels, 2)), nil},
		{"another block", must(canvas.MoveNotes(p, []canvas.ID{"c"}, canvas.KeyResources, 0)), []canvas.ID{"c"}},
		{"new keys, same order", rekeyed("a", "b", "c", "d", "e"), nil},
		{"new keys, one moved", rekeyed("a", "c", "d", "b", "e"), []canvas.ID{"b"}},
		{"new keys, turned round", rekeyed("e", "d", "c", "b", "a"), []canvas.ID{"e", "d", "c", "b"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := merge.Diff(p, test.to)
			var got []canvas.ID
			for _, m := range d.Moved {
				got = append(got, m.ID)
			}
			if len(got) != len(test.want) || len(d.Changed)+len(d.Added)+len(d.Removed) > 0 {
				t.Fatalf("moved %v, changed %d, added %d, removed %d; want moved %v only",
					got, len(d.Changed), len(d.Added), len(d.Removed), test.want)
			}
			if len(test.want) == 1 && got[0] != test.want[0] {
				t.Errorf("moved %v, want %v", got, test.want)
			}
		})
	}
}

// scramble makes n random edits: such as a window offers, and notes that say
// something else throughout.
func scramble(r *rand.Rand, p *canvas.Project, n int) *canvas.Project {
	for range n {
		if r.IntN(4) > 0 || p.Len() == 0 {
			if next, _, err := canvastest.Edit(r, p); err == nil {
				p = next
			}
			continue
		}
		notes := slices.Collect(p.Notes())
		other := slices.Collect(canvastest.Random(r.Uint64(), 1).Notes())[0]
		p = must(canvas.UpdateNote(p, notes[r.IntN(len(notes))].ID, func(n *canvas.Note) { *n = *other }))
	}
	return p
}

// reread returns a project of the same notes that shares none of them, as if
// it had come from a file.
func reread(p *canvas.Project) *canvas.Project {
	var notes []*canvas.Note
	for n := range p.Notes() {
		c := *n
		notes = append(notes, &c)
	}
	return must(canvas.Build(p.Head(), notes))
}

func TestDiffLaws(t *testing.T) {
	seed := canvastest.Seed()
	r := rand.New(rand.NewPCG(seed, 1))
	for range 400 {
		a := canvastest.Random(r.Uint64(), r.IntN(40))
		b := scramble(r, a, r.IntN(12))
		if d := merge.Diff(a, reread(a)); !d.Empty() {
			t.Fatalf("seed %d: a project differs from itself: %+v", seed, d)
		}
		d := merge.Diff(a, b)
		if diff := cmp.Diff(summary(d), summary(merge.Diff(reread(a), b))); diff != "" {
			t.Fatalf("seed %d: shared notes and equal notes give different differences:\n%s", seed, diff)
		}
		if got, want := b.Len(), a.Len()+len(d.Added)-len(d.Removed); got != want {
			t.Fatalf("seed %d: %d notes, but the difference leads to %d", seed, got, want)
		}
		checkPlaces(t, seed, a, b, d)
		checkTexts(t, seed, a, b, d)
		back := merge.Diff(b, a)
		if len(back.Added) != len(d.Removed) || len(back.Removed) != len(d.Added) || len(back.Changed) != len(d.Changed) {
			t.Fatalf("seed %d: there and back differ: %v and %v", seed, summary(d), summary(back))
		}
	}
}

// checkPlaces holds that the notes that are not said to be new, gone or moved
// follow each other in both projects alike.
func checkPlaces(t *testing.T, seed uint64, a, b *canvas.Project, d *merge.Difference) {
	t.Helper()
	named := map[canvas.ID]bool{}
	for _, n := range slices.Concat(d.Added, d.Removed) {
		named[n.ID] = true
	}
	for _, m := range d.Moved {
		named[m.ID] = true
	}
	stayed := func(p *canvas.Project, block canvas.Block) (ids []canvas.ID) {
		for _, n := range p.Block(block) {
			if !named[n.ID] {
				ids = append(ids, n.ID)
			}
		}
		return ids
	}
	for _, block := range canvas.Blocks() {
		if x, y := stayed(a, block), stayed(b, block); !slices.Equal(x, y) {
			t.Fatalf("seed %d: in %s the notes %v stayed, but became %v", seed, block, x, y)
		}
	}
}

// checkTexts holds that exactly the notes whose content differs are changed.
func checkTexts(t *testing.T, seed uint64, a, b *canvas.Project, d *merge.Difference) {
	t.Helper()
	changed := map[canvas.ID]bool{}
	for _, c := range d.Changed {
		changed[c.ID] = true
		if len(c.Fields) == 0 {
			t.Fatalf("seed %d: note %s is changed in nothing", seed, c.ID)
		}
	}
	for n := range b.Notes() {
		if was := a.Note(n.ID); was != nil && (canvastest.Diff(alone(was), alone(n)) != "") != changed[n.ID] {
			t.Fatalf("seed %d: note %s is said to be changed: %v\nbut: %s", seed, n.ID, changed[n.ID], canvastest.Diff(alone(was), alone(n)))
		}
	}
	headOf := func(p *canvas.Project) *canvas.Project { return must(canvas.Build(p.Head(), nil)) }
	if (canvastest.Diff(headOf(a), headOf(b)) != "") != (len(d.Head) > 0) {
		t.Fatalf("seed %d: the head is said to have changed in %v", seed, d.Head)
	}
}

// alone returns a project of nothing but a note, wherever the note stands.
func alone(n *canvas.Note) *canvas.Project {
	c := *n
	c.Block, c.Order = canvas.Channels, ""
	return must(canvas.Build(canvas.Head{}, []*canvas.Note{&c}))
}

// summary is a difference by ids, for comparing.
func summary(d *merge.Difference) map[string][]string {
	out := map[string][]string{}
	for _, n := range d.Added {
		out["added"] = append(out["added"], string(n.ID))
	}
	for _, n := range d.Removed {
		out["removed"] = append(out["removed"], string(n.ID))
	}
	for _, c := range d.Changed {
		out["changed"] = append(out["changed"], fmt.Sprint(c.ID, c.Fields))
	}
	for _, m := range d.Moved {
		out["moved"] = append(out["moved"], string(m.ID))
	}
	return out
}

func BenchmarkDiff(b *testing.B) {
	p := canvastest.Large(10_000)
	note := p.Block(canvas.Channels)[500].ID
	edits := map[string]*canvas.Project{
		"text": must(canvas.SetText(p, note, "other")),
		"move": must(canvas.MoveNotes(p, []canvas.ID{note}, canvas.KeyResources, canvas.AtEnd)),
		"head": canvas.UpdateHead(p, func(h *canvas.Head) { h.Title = "other" }),
	}
	for name, next := range edits {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				merge.Diff(p, next)
			}
		})
	}
	q := reread(p)
	b.Run("nothing shared", func(b *testing.B) {
		for b.Loop() {
			merge.Diff(p, q)
		}
	})
}
