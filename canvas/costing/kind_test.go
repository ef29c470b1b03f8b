package costing_test

import (
	"testing"

	"ninefold/canvas"
	"ninefold/canvas/canvastest"
	"ninefold/canvas/costing"
)

// What is due by kind adds up to what the months say by stage, for each segment
// and for what is common.
func TestKindsAddUpToTheMonths(t *testing.T) {
	for seed := range canvastest.Seeds(20) {
		m := costing.NewIn(canvastest.Random(seed, 60), costing.Scenarios()[seed%3])
		kinds := map[costing.Kind]bool{}
		for _, l := range m.Lines() {
			kinds[l.Kind()] = true
		}
		add := func(payer canvas.ID, k int, in func(costing.Kind) bool) costing.Amount {
			var all []costing.Amount
			for kind := range kinds {
				if in(kind) {
					all = append(all, m.Due(payer, kind)[k])
				}
			}
			return costing.Sum(all...)
		}
		for k, month := range m.Projection().Months {
			by := map[canvas.ID]costing.ByStage{"": month.CommonByStage}
			for _, s := range month.Segments {
				by[s.Segment] = s.ByStage
			}
			for payer, want := range by {
				for _, stage := range append(canvas.Stages(), "") {
					got := add(payer, k, func(kind costing.Kind) bool { return kind.Relationship && kind.Stage == stage })
					if !closeTo(got, want.Stage(stage)) {
						t.Fatalf("seed %d, month %d, %q, %q: got %v, want %v", seed, k+1, payer, stage, got, want.Stage(stage))
					}
				}
				if got := add(payer, k, func(kind costing.Kind) bool { return !kind.Relationship }); !closeTo(got, want.Other) {
					t.Fatalf("seed %d, month %d, %q: got %v, want %v", seed, k+1, payer, got, want.Other)
				}
			}
		}
	}
}

func TestDueOfNobody(t *testing.T) {
	m := costing.New(canvastest.Random(1, 60))
	for _, a := range m.Due("no such segment", m.Lines()[0].Kind()) {
		if _, ok := a.Get(); ok {
			t.Errorf("got %v", a)
		}
	}
}

// A line that does not say its behaviour costs nothing that one could know,
// today and in the months to come.
func TestNoBehaviour(t *testing.T) {
	p, _, err := canvas.AddNote(canvas.New("", "en", "EUR"), canvas.Note{Costs: []canvas.CostLine{{ID: "c", Amount: dec(t, "7")}}}, canvas.CostStructure, canvas.AtEnd)
	if err != nil {
		t.Fatal(err)
	}
	m := costing.New(p)
	if today, month := m.Totals().Other, m.Projection().Months[0].Other; today.String() != "n/a" || month.String() != "n/a" {
		t.Errorf("today %v, in month 1 %v", today, month)
	}
}

// People and what one of them costs come to what staff costs in each month.
func TestPeopleByMonth(t *testing.T) {
	for seed := range canvastest.Seeds(20) {
		m := costing.New(canvastest.Random(seed, 60))
		for _, l := range m.Lines() {
			if l.People.String() == "n/a" || len(l.Shares) == 0 {
				continue
			}
			all := m.Lines()
			alone := 0
			for i := range all {
				if all[i].Kind() == l.Kind() {
					alone++
				}
			}
			if alone > 1 {
				continue // the kind's figures are of several lines
			}
			people, shares := m.People(&l), m.PriceShares(&l)
			for i, share := range shares {
				for k, due := range m.Due(share.Segment, l.Kind()) {
					n, ok := people[k].Get()
					price, priced := share.Monthly.Get()
					if got, known := due.Get(); ok && priced && (!known || !closeTo(costing.Known(got), costing.Known(n.Mul(price)))) {
						t.Fatalf("seed %d, month %d, share %d: got %v, want %v x %v", seed, k+1, i, due, n, price)
					}
				}
			}
		}
	}
}
