package merge_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ninefold/canvas"
	"ninefold/canvas/canvastest"
	"ninefold/canvas/merge"
)

// edit carries out edits one after the other.
func edit(p *canvas.Project, edits ...canvas.Edit) *canvas.Project {
	for _, e := range edits {
		p = must(e(p))
	}
	return p
}

func text(id canvas.ID, text string) canvas.Edit {
	return func(p *canvas.Project) (*canvas.Project, error) { return canvas.SetText(p, id, text) }
}

func update(id canvas.ID, change func(*canvas.Note)) canvas.Edit {
	return func(p *canvas.Project) (*canvas.Project, error) { return canvas.UpdateNote(p, id, change) }
}

func remove(ids ...canvas.ID) canvas.Edit {
	return func(p *canvas.Project) (*canvas.Project, error) { return canvas.DeleteNotes(p, ids) }
}

func move(block canvas.Block, at int, ids ...canvas.ID) canvas.Edit {
	return func(p *canvas.Project) (*canvas.Project, error) { return canvas.MoveNotes(p, ids, block, at) }
}

func add(id canvas.ID, block canvas.Block) canvas.Edit {
	return func(p *canvas.Project) (*canvas.Project, error) {
		p, _, err := canvas.AddNote(p, canvas.Note{ID: id, Text: string(id)}, block, canvas.AtEnd)
		return p, err
	}
}

func head(change func(*canvas.Head)) canvas.Edit {
	return func(p *canvas.Project) (*canvas.Project, error) { return canvas.UpdateHead(p, change), nil }
}

func three(t *testing.T, base, ours, theirs *canvas.Project, decide func(merge.Conflict) merge.Side) *merge.Merged {
	t.Helper()
	m, err := merge.Three(base, ours, theirs, decide)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func all(s merge.Side) func(merge.Conflict) merge.Side {
	return func(merge.Conflict) merge.Side { return s }
}

// channels are the notes of the block by their ids.
func channels(p *canvas.Project) (ids []canvas.ID) {
	for _, n := range p.Block(canvas.Channels) {
		ids = append(ids, n.ID)
	}
	return ids
}

func TestThreeTakesWhatOneSideChanged(t *testing.T) {
	base := edit(list("a", "b", "c"), update("a", func(n *canvas.Note) {
		n.Costs = []canvas.CostLine{
			{ID: "c1", Label: "Tools", Behaviour: canvas.BehaviourMonthly, Amount: amount("10")},
			{ID: "c2", Label: "Rent", Behaviour: canvas.BehaviourMonthly},
		}
		n.Links = []canvas.ID{"b"}
	}))
	costs := func(change func([]canvas.CostLine) []canvas.CostLine) canvas.Edit {
		return update("a", func(n *canvas.Note) { n.Costs = change(slices.Clone(n.Costs)) })
	}
	tests := []struct {
		name         string
		ours, theirs []canvas.Edit
		want         func(*testing.T, *canvas.Project)
	}{
		{"different notes", []canvas.Edit{text("a", "A")}, []canvas.Edit{text("b", "B")}, func(t *testing.T, p *canvas.Project) {
			if p.Note("a").Text != "A" || p.Note("b").Text != "B" {
				t.Errorf("texts %q and %q", p.Note("a").Text, p.Note("b").Text)
			}
		}},
		{
			"different values of one note",
			[]canvas.Edit{text("a", "A")},
			[]canvas.Edit{update("a", func(n *canvas.Note) { n.Paper = canvas.PaperBlue })},
			func(t *testing.T, p *canvas.Project) {
				if n := p.Note("a"); n.Text != "A" || n.Paper != canvas.PaperBlue {
					t.Errorf("text %q on %s", n.Text, n.Paper)
				}
			},
		},
		{
			"different values of one cost line, and a new line on each side",
			[]canvas.Edit{costs(func(c []canvas.CostLine) []canvas.CostLine {
				c[0].Amount = amount("12")
				return append(c, canvas.CostLine{ID: "c3", Label: "Ours", Behaviour: canvas.BehaviourMonthly})
			})},
			[]canvas.Edit{costs(func(c []canvas.CostLine) []canvas.CostLine {
				c[0].Label = "Better tools"
				return slices.Insert(c, 1, canvas.CostLine{ID: "c4", Label: "Theirs", Behaviour: canvas.BehaviourMonthly})
			})},
			func(t *testing.T, p *canvas.Project) {
				var got []string
				for _, c := range p.Note("a").Costs {
					got = append(got, c.Label)
				}
				if want := []string{"Better tools", "Theirs", "Rent", "Ours"}; !slices.Equal(got, want) || p.Note("a").Costs[0].Amount.String() != "12" {
					t.Errorf("cost lines %v, want %v", got, want)
				}
			},
		},
		{
			"lists of ids as sets",
			[]canvas.Edit{update("a", func(n *canvas.Note) { n.Links = []canvas.ID{"b", "c"} })},
			[]canvas.Edit{update("a", func(n *canvas.Note) { n.Links = nil })},
			func(t *testing.T, p *canvas.Project) {
				if got := p.Note("a").Links; !slices.Equal(got, []canvas.ID{"c"}) {
					t.Errorf("links %v", got)
				}
			},
		},
		{"moved here, edited there", []canvas.Edit{move(canvas.KeyResources, 0, "b")}, []canvas.Edit{text("b", "B")}, func(t *testing.T, p *canvas.Project) {
			if n := p.Note("b"); n.Block != canvas.KeyResources || n.Text != "B" {
				t.Errorf("%q in %s", n.Text, n.Block)
			}
		}},
		{"both reordered", []canvas.Edit{move(canvas.Channels, 0, "c")}, []canvas.Edit{move(canvas.Channels, 0, "b")}, func(t *testing.T, p *canvas.Project) {
			if len(channels(p)) != 3 {
				t.Errorf("order %v", channels(p))
			}
		}},
		{"deleted here, left alone there", []canvas.Edit{remove("b")}, []canvas.Edit{text("c", "C")}, func(t *testing.T, p *canvas.Project) {
			if !slices.Equal(channels(p), []canvas.ID{"a", "c"}) || len(p.Note("a").Links) > 0 {
				t.Errorf("notes %v, links %v", channels(p), p.Note("a").Links)
			}
		}},
		{
			"what is said of the project",
			[]canvas.Edit{head(func(h *canvas.Head) {
				h.Title = "New"
				h.Scores = []canvas.Score{{Block: canvas.Channels, Author: "Ana", Points: 3}}
			})},
			[]canvas.Edit{head(func(h *canvas.Head) {
				h.Plan.OpeningCash = amount("5")
				h.Scores = []canvas.Score{{Block: canvas.Channels, Author: "Bo", Points: 4}}
			})},
			func(t *testing.T, p *canvas.Project) {
				h := p.Head()
				if h.Title != "New" || h.Plan.OpeningCash.String() != "5" || len(h.Scores) != 2 {
					t.Errorf("head %+v", h)
				}
			},
		},
		{"both made the same change", []canvas.Edit{text("a", "A"), remove("c")}, []canvas.Edit{text("a", "A"), remove("c")}, func(t *testing.T, p *canvas.Project) {
			if p.Note("a").Text != "A" || p.Note("c") != nil {
				t.Error("it is not there once")
			}
		}},
		{"two new segments with one letter", []canvas.Edit{add("s", canvas.CustomerSegments)}, []canvas.Edit{add("r", canvas.CustomerSegments)}, func(t *testing.T, p *canvas.Project) {
			if s, r := p.Note("s").Segment, p.Note("r").Segment; s.Letter != "A" || r.Letter != "B" || s.Colour == r.Colour {
				t.Errorf("letters %s and %s, colours %s and %s", s.Letter, r.Letter, s.Colour, r.Colour)
			}
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := three(t, base, edit(base, test.ours...), edit(base, test.theirs...), nil)
			if len(m.Conflicts) > 0 {
				t.Errorf("conflicts: %+v", m.Conflicts)
			}
			test.want(t, m.Project)
			sound(t, m.Project)
		})
	}
}

func TestThreeConflicts(t *testing.T) {
	base := edit(list("a", "b"), update("a", func(n *canvas.Note) {
		n.Costs = []canvas.CostLine{{ID: "c1", Label: "Tools", Behaviour: canvas.BehaviourMonthly}}
	}), add("s", canvas.CustomerSegments))
	serve := func(id canvas.ID) canvas.Edit {
		return func(p *canvas.Project) (*canvas.Project, error) { return canvas.Serve(p, id, "s", true) }
	}
	tests := []struct {
		name         string
		ours, theirs canvas.Edit
		note         canvas.ID
		path         string
		// What tells the outcomes apart: undecided, ours, theirs.
		see  func(*canvas.Project) string
		want [3]string
	}{
		{
			"text", text("a", "ours"), text("a", "theirs"), "a", "text",
			func(p *canvas.Project) string { return p.Note("a").Text },
			[3]string{"ours", "ours", "theirs"},
		},
		{
			"block", move(canvas.KeyResources, 0, "a"), move(canvas.KeyActivities, 0, "a"), "a", "block",
			func(p *canvas.Project) string { return string(p.Note("a").Block) },
			[3]string{"key_resources", "key_resources", "key_activities"},
		},
		{
			"deleted here, edited there", remove("a"), text("a", "theirs"), "a", "",
			func(p *canvas.Project) string { return textIn(p, "a") },
			[3]string{"theirs", "gone", "theirs"},
		},
		{
			"edited here, deleted there", text("a", "ours"), remove("a"), "a", "",
			func(p *canvas.Project) string { return textIn(p, "a") },
			[3]string{"ours", "ours", "gone"},
		},
		{
			"deleted here, moved to another block there", remove("a"), move(canvas.KeyResources, 0, "a"), "a", "",
			func(p *canvas.Project) string { return textIn(p, "a") },
			[3]string{"a", "gone", "a"},
		},
		{
			"segment deleted here, served there", remove("s"), serve("b"), "s", "",
			func(p *canvas.Project) string { return textIn(p, "s") },
			[3]string{"s", "gone", "s"},
		},
		{
			"cost line deleted here, changed there",
			update("a", func(n *canvas.Note) { n.Costs = nil }),
			update("a", func(n *canvas.Note) {
				n.Costs = slices.Clone(n.Costs)
				n.Costs[0].Amount = amount("7")
			}), "a", "costs[c1]",
			func(p *canvas.Project) string {
				if c := p.Note("a").Costs; len(c) > 0 {
					return c[0].Amount.String()
				}
				return "gone"
			},
			[3]string{"7", "gone", "7"},
		},
		{
			"currency", head(func(h *canvas.Head) { h.Currency = "USD" }), head(func(h *canvas.Head) { h.Currency = "GBP" }), "", "currency",
			func(p *canvas.Project) string { return p.Head().Currency },
			[3]string{"USD", "USD", "GBP"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			ours, theirs := edit(base, test.ours), edit(base, test.theirs)
			for i, side := range []merge.Side{merge.Undecided, merge.Ours, merge.Theirs} {
				m := three(t, base, ours, theirs, all(side))
				if len(m.Conflicts) != 1 || m.Conflicts[0].Note != test.note || m.Conflicts[0].Path != test.path {
					t.Fatalf("conflicts: %+v", m.Conflicts)
				}
				if got := test.see(m.Project); got != test.want[i] {
					t.Errorf("decided %d it is %q, want %q", side, got, test.want[i])
				}
				sound(t, m.Project)
			}
		})
	}
}

func textIn(p *canvas.Project, id canvas.ID) string {
	if n := p.Note(id); n != nil {
		return n.Text
	}
	return "gone"
}

func TestThreeLeavesReviewsAlone(t *testing.T) {
	base := list("a")
	theirs := edit(base, head(func(h *canvas.Head) { h.Review = &canvas.Review{ID: "rv", Author: "Ana"} }))
	if m := three(t, base, base, theirs, nil); m.Project.Head().Review != nil || len(m.Conflicts) > 0 {
		t.Errorf("the review is merged: %+v", m)
	}
}

// A type that one side deleted stays as long as a relationship of the outcome
// is of it, and no longer.
func TestThreeKeepsTypesInUse(t *testing.T) {
	club := canvas.RelationshipType{ID: "rt_club", Name: "Club"}
	ofType := func(id canvas.ID, kind string) canvas.Edit {
		return update(id, func(n *canvas.Note) { n.Relationship = &canvas.Relationship{Type: kind, Status: "planned"} })
	}
	base := edit(list("a"), head(func(h *canvas.Head) { h.Types = []canvas.RelationshipType{club} }),
		add("r", canvas.CustomerRelationships), ofType("r", club.ID))
	without := edit(base, ofType("r", "self_service"), head(func(h *canvas.Head) { h.Types = nil }))
	tests := []struct {
		name         string
		ours, theirs *canvas.Project
		want         int
	}{
		{"deleted there with its last relationship", base, without, 0},
		{"deleted here with its last relationship", without, base, 0},
		{"deleted here, newly used there", without, edit(base, add("r2", canvas.CustomerRelationships), ofType("r2", club.ID)), 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := three(t, base, test.ours, test.theirs, nil)
			if got := len(m.Project.Head().Types); got != test.want {
				t.Errorf("%d own types, want %d", got, test.want)
			}
			sound(t, m.Project)
		})
	}
}

// sound holds that nothing in a project is broken.
func sound(t *testing.T, p *canvas.Project) {
	t.Helper()
	for _, problem := range canvas.Validate(p.Head(), slices.Collect(p.Notes())) {
		if problem.Broken {
			t.Errorf("%s: %v", problem.Path, problem)
		}
	}
}

// vary makes n random edits that leave a project sound: such as a window
// offers, and notes that say something else throughout.
func vary(r *rand.Rand, p *canvas.Project, n int) *canvas.Project {
	for range n {
		if r.IntN(2) == 0 || p.Len() == 0 {
			if next, _, err := canvastest.Edit(r, p); err == nil {
				p = next
			}
			continue
		}
		notes := slices.Collect(p.Notes())
		others := slices.Collect(canvastest.Random(r.Uint64(), 9).Notes())
		other := others[r.IntN(len(others))]
		p = must(canvas.UpdateNote(p, notes[r.IntN(len(notes))].ID, func(n *canvas.Note) {
			n.Paper, n.Standing, n.Costs, n.Comments, n.Unknown = other.Paper, other.Standing, other.Costs, other.Comments, other.Unknown
			if other.Relationship != nil {
				n.Relationship = other.Relationship
			}
		}))
	}
	return must(canvas.Settle(p.Head(), slices.Collect(p.Notes()))) // two notes may have taken from one
}

func TestThreeLaws(t *testing.T) {
	seed := canvastest.Seed()
	r := rand.New(rand.NewPCG(seed, 2))
	for range 200 {
		base := canvastest.Random(r.Uint64(), r.IntN(30))
		x, y := vary(r, base, r.IntN(8)), vary(r, base, r.IntN(8))
		for name, same := range map[string]*merge.Merged{
			"nothing there": three(t, base, x, base, nil),
			"nothing here":  three(t, base, base, x, nil),
			"both alike":    three(t, base, x, reread(x), nil),
			"from a file":   three(t, reread(base), reread(x), reread(base), nil),
		} {
			if diff := canvastest.Diff(ordered(withoutReview(x)), ordered(withoutReview(same.Project))); diff != "" || len(same.Conflicts) > 0 {
				t.Fatalf("seed %d: %s: %v\n%s", seed, name, same.Conflicts, diff)
			}
		}
		xy, yx := three(t, base, x, y, nil), three(t, base, y, x, nil)
		sound(t, xy.Project)
		if len(xy.Conflicts) != len(yx.Conflicts) {
			t.Fatalf("seed %d: %d conflicts one way, %d the other:\n%+v\n%+v", seed, len(xy.Conflicts), len(yx.Conflicts), xy.Conflicts, yx.Conflicts)
		}
		nothingLost(t, seed, base, x, y, xy)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// ordered is a project as a file would give it back: lists that say nothing
// are none.
func ordered(p *canvas.Project) *canvas.Project {
	return must(canvas.Build(p.Head(), slices.Collect(p.Notes())))
}

func withoutReview(p *canvas.Project) *canvas.Project {
	return canvas.UpdateHead(p, func(h *canvas.Head) { h.Review = nil })
}

// nothingLost holds that each change of either side is in the outcome, or is
// told of in a conflict.
func nothingLost(t *testing.T, seed uint64, base, x, y *canvas.Project, m *merge.Merged) {
	t.Helper()
	told := map[canvas.ID]bool{}
	for _, c := range m.Conflicts {
		told[c.Note] = true
	}
	for _, side := range []*canvas.Project{x, y} {
		d := merge.Diff(base, side)
		for _, n := range d.Added {
			if m.Project.Note(n.ID) == nil {
				t.Errorf("seed %d: note %s was added and is not there", seed, n.ID)
			}
		}
		for _, change := range d.Changed {
			now := m.Project.Note(change.ID)
			if told[change.ID] {
				continue
			}
			if now == nil {
				t.Errorf("seed %d: note %s was changed and is gone", seed, change.ID)
				continue
			}
			for _, f := range change.Fields {
				if f.Path == "text" && now.Text != side.Note(change.ID).Text || f.Path == "paper" && now.Paper != side.Note(change.ID).Paper {
					t.Errorf("seed %d: %s of note %s is lost", seed, f.Path, change.ID)
				}
			}
		}
		for _, n := range d.Removed {
			if m.Project.Note(n.ID) != nil && !told[n.ID] {
				t.Errorf("seed %d: note %s was deleted and is back unsaid", seed, n.ID)
			}
		}
	}
}

// TestThreeEqualsEdits holds that edits of different notes, merged, give what
// one after the other gives.
func TestThreeEqualsEdits(t *testing.T) {
	base := canvastest.Random(7, 40)
	notes := slices.Collect(base.Notes())
	ours := edit(base, text(notes[3].ID, "ours"), move(canvas.KeyPartnerships, 0, notes[9].ID))
	theirs := edit(base, text(notes[4].ID, "theirs"), update(notes[5].ID, func(n *canvas.Note) { n.Standing = canvas.StandingFact }))
	want := edit(ours, text(notes[4].ID, "theirs"), update(notes[5].ID, func(n *canvas.Note) { n.Standing = canvas.StandingFact }))
	m := three(t, base, ours, reread(theirs), nil)
	if diff := cmp.Diff(summary(merge.Diff(want, m.Project)), map[string][]string{}); diff != "" || len(m.Conflicts) > 0 {
		t.Errorf("conflicts %v\n%s", m.Conflicts, diff)
	}
}

func BenchmarkThree(b *testing.B) {
	base := canvastest.Large(10_000)
	notes := slices.Collect(base.Notes())
	ours := must(canvas.SetText(base, notes[10].ID, "ours"))
	theirs := reread(must(canvas.SetText(base, notes[20].ID, "theirs")))
	for b.Loop() {
		if _, err := merge.Three(base, ours, theirs, nil); err != nil {
			b.Fatal(err)
		}
	}
}
