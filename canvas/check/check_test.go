package check_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ninefold/canvas"
	"ninefold/canvas/canvastest"
	"ninefold/canvas/check"
	"ninefold/canvas/costing"
)

// Findings of a severity stand in the filling order, graver ones before.
func TestOrder(t *testing.T) {
	p := build(t,
		segment("s1"), segment("s2"),
		note("v", canvas.ValuePropositions, "s2"),
		relationship("r1", "communities", canvas.StageAcquire, "s1"),
		relationship("r2", "communities", canvas.StageAcquire, "s1", "s2"),
	)
	open, aside := check.All(p)
	if len(aside) > 0 {
		t.Errorf("set aside: %v", aside)
	}
	place := map[canvas.ID]int{}
	for n := range p.Notes() {
		place[n.ID] = len(place)
	}
	for i := 1; i < len(open); i++ {
		a, b := &open[i-1], &open[i]
		if a.Severity > b.Severity || a.Severity == b.Severity && a.Block.Number() > b.Block.Number() {
			t.Errorf("%s on %s stands before %s on %s", a.Key(), a.Block, b.Key(), b.Block)
		}
		if a.Severity == b.Severity && len(a.Notes) > 0 && len(b.Notes) > 0 && place[a.Notes[0]] > place[b.Notes[0]] {
			t.Errorf("%s about %s stands before %s about %s", a.Key(), a.Notes, b.Key(), b.Notes)
		}
	}
	for _, f := range open {
		if f.Block.Number() == 0 {
			t.Errorf("%s belongs to no block", f.Key())
		}
		if len(f.Notes) > 0 && p.Note(f.Notes[0]).Block != f.Block {
			t.Errorf("%s about %s belongs to %s", f.Key(), f.Notes, f.Block)
		}
	}
}

func TestEmptyCanvasIsLeftInPeace(t *testing.T) {
	if open, aside := check.All(canvas.New("", "en", "EUR")); len(open)+len(aside) > 0 {
		t.Errorf("found %v and %v", open, aside)
	}
}

func TestOwnTypesAreCalledByTheirNames(t *testing.T) {
	s := segment("s")
	s.Segment.Expected = []string{"rt_club"}
	p := canvas.UpdateHead(build(t, s), func(h *canvas.Head) {
		h.Types = []canvas.RelationshipType{{ID: "rt_club", Name: "Riders’ club"}}
	})
	f := find(p, "expected_not_offered")
	if len(f) != 1 || f[0].About != "rt_club" || f[0].Values[1] != (check.Value{Name: "Type", Text: "Riders’ club"}) {
		t.Errorf("found %+v", f)
	}
}

func TestNotesWithoutTextHaveNames(t *testing.T) {
	r := relationship("r", "self_service", canvas.StageRetain)
	r.Text = " "
	n := note("n", canvas.Channels)
	n.Text = ""
	p := build(t, r, n)
	if v := find(p, "relationship_without_cost")[0].Values[0]; v.Kind != check.Type || v.Text != "self_service" || v.Name != "Note" {
		t.Errorf("the relationship is called %+v", v)
	}
	if v := find(p, "orphan_note")[0].Values[0]; v.Kind != check.Block || v.Text != "channels" {
		t.Errorf("the note is called %+v", v)
	}
}

// Whatever a project holds: findings can be told apart, name notes that are
// there, and each can be set aside on its own and brought back.
func TestEveryFindingCanBeSetAside(t *testing.T) {
	seed := canvastest.Seed()
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 1))
	for round := range 60 {
		p := canvastest.Random(seed+uint64(round), 1+r.IntN(40))
		p = canvas.UpdateHead(p, func(h *canvas.Head) { h.SetAside = nil })
		open, _ := check.All(p)
		if len(open) == 0 {
			t.Fatal("nothing is found in a random project")
		}
		at := r.IntN(len(open))
		for i := range open {
			for _, id := range open[i].Notes {
				if p.Note(id) == nil {
					t.Errorf("%s is about %s, which is not there", open[i].Key(), id)
				}
			}
			if i != at && open[i].Same(&open[at]) {
				t.Errorf("%s about %v is found twice", open[i].Key(), open[i].Notes)
			}
		}
		f := open[at]
		notes := slices.Clone(f.Notes)
		slices.Reverse(notes)
		set, err := canvas.SetAsideFinding(p, f.Key(), notes, "because")
		if err != nil {
			t.Fatal(err)
		}
		rest, aside := check.All(set)
		if len(aside) != 1 || !aside[0].Same(&f) || aside[0].Reason != "because" || len(rest) != len(open)-1 {
			t.Errorf("%s set aside leaves %d of %d and puts %v aside", f.Key(), len(rest), len(open), aside)
		}
		back := canvas.BringBackFinding(set, f.Key(), f.Notes)
		if again, aside := check.All(back); len(again) != len(open) || len(aside) != 0 {
			t.Errorf("%s brought back gives %d of %d", f.Key(), len(again), len(open))
		}
	}
}

func BenchmarkAll(b *testing.B) {
	p := canvastest.Large(10_000)
	b.Run("alone", func(b *testing.B) {
		for b.Loop() {
			check.All(p)
		}
	})
	b.Run("with figures", func(b *testing.B) {
		m := costing.New(p)
		for b.Loop() {
			check.With(p, func() *costing.Model { return m })
		}
	})
}

// A finding about what is missing in a segment's row says in which cell.
func TestFindingsNameTheCellThatIsEmpty(t *testing.T) {
	p := build(t, segment("s", expects("communities")), segment("t"),
		with(acquire("r", "s"), func(n *canvas.Note) { n.Relationship.Bond = canvas.BondLongTerm }))
	open, _ := check.All(p)
	got := map[string]canvas.Cell{}
	for _, f := range open {
		if f.Cell != (canvas.Cell{}) {
			got[f.Key()+"/"+string(f.Notes[0])] = f.Cell
		}
	}
	want := map[string]canvas.Cell{
		"segment_without_relationship/t":     {Segment: "t"},
		"expected_not_offered:communities/s": {Segment: "s"},
		"long_term_without_retention/s":      {Segment: "s", Stage: canvas.StageRetain},
		"stage_empty:consider/s":             {Segment: "s", Stage: canvas.StageConsider},
		"stage_empty:retain/s":               {Segment: "s", Stage: canvas.StageRetain},
		"stage_empty:grow/s":                 {Segment: "s", Stage: canvas.StageGrow},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("cells (-want +got):\n%s", diff)
	}
}
