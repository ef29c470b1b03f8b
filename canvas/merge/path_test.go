package merge_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"ninefold/canvas"
	"ninefold/canvas/canvastest"
	"ninefold/canvas/merge"
)

func TestSteps(t *testing.T) {
	for path, want := range map[string][]merge.Step{
		"":                        nil,
		"text":                    {{Member: "text"}},
		"segment.economics.churn": {{Member: "segment"}, {Member: "economics"}, {Member: "churn"}},
		"costs[cl_x9].amount":     {{Member: "costs", Record: "cl_x9"}, {Member: "amount"}},
		"costs[]":                 {{Member: "costs", Order: true}},
		"scores[channels B. [x]]": {{Member: "scores", Record: "channels B. [x]"}},
		"a[b].c[d]":               {{Member: "a", Record: "b"}, {Member: "c", Record: "d"}},
		"a[":                      {{Member: "a", Order: true}},
	} {
		if got := merge.Steps(path); !slices.Equal(got, want) {
			t.Errorf("%q has the steps %+v", path, got)
		}
	}
}

// The path of a difference leads to its values.
func TestPathsLeadToTheirValues(t *testing.T) {
	for seed := range uint64(20) {
		a := canvastest.Random(seed, 30)
		b := canvastest.Random(seed+1000, 30)
		notes := slices.Collect(b.Notes())
		i := 0
		for x := range a.Notes() {
			y := *notes[i%len(notes)]
			i++
			for _, f := range merge.NoteFields(x, &y) {
				if order := merge.Steps(f.Path); len(order) > 0 && order[len(order)-1].Order {
					continue
				}
				if before, after := merge.At(x, f.Path), merge.At(&y, f.Path); before != f.Before || after != f.After {
					t.Fatalf("%s leads to %s and %s, want %s and %s", f.Path, before, after, f.Before, f.After)
				}
			}
		}
	}
	if got := merge.At(canvas.Head{Title: "x"}, "plan.low.churn"); got != "" {
		t.Errorf("what is not there is %q", got)
	}
}

// An undecided conflict goes as it says it would.
func TestUndecided(t *testing.T) {
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 9))
		base := canvastest.Random(seed, 25)
		ours, theirs := vary(r, base, 20), vary(r, base, 20)
		undecided, err := merge.Three(base, ours, theirs, nil)
		if err != nil {
			continue // there are not enough letters
		}
		decided, err := merge.Three(base, ours, theirs, merge.Conflict.Undecided)
		if err != nil {
			t.Fatal(err)
		}
		if diff := canvastest.Diff(undecided.Project, decided.Project); diff != "" {
			t.Fatalf("seed %d: (-undecided +decided)\n%s", seed, diff)
		}
	}
}
