package costing_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/shopspring/decimal"

	"ninefold/canvas"
	"ninefold/canvas/costing"
)

// random makes a project with all behaviours and recurrences, and with figures
// that are missing here and there.
func random(t testing.TB, r *rand.Rand, segments, lines int) *canvas.Project {
	figure := func(top, scale int) *decimal.Decimal {
		if r.IntN(8) == 0 {
			return nil
		}
		d := decimal.New(r.Int64N(int64(top)), -int32(scale))
		return &d
	}
	var ids []canvas.ID
	var notes []*canvas.Note
	for i := range segments {
		n := segment(t, fmt.Sprintf("sg_%d", i), "", "", "", "", "", "")
		n.Segment.Economics = canvas.Economics{
			Customers: figure(1000, 0), NewPerMonth: figure(100, 0), Churn: figure(100, 2), Orders: figure(50, 1),
			VariableCost: figure(500, 2),
		}
		ids, notes = append(ids, n.ID), append(notes, n)
	}
	some := func() (out []canvas.ID) {
		for _, id := range ids {
			if r.IntN(3) == 0 {
				out = append(out, id)
			}
		}
		return out
	}
	for i, rec := range []canvas.Recurrence{
		canvas.RecurrenceMonthly, canvas.RecurrenceQuarterly, canvas.RecurrenceYearly, canvas.RecurrencePerOrder, canvas.RecurrenceOneOff,
	} {
		n := stream(t, fmt.Sprintf("rv_%d", i), "", rec, some()...)
		n.Revenue.Price = figure(10000, 2)
		notes = append(notes, n)
	}
	for i := range lines {
		c := canvas.CostLine{
			ID: canvas.ID(fmt.Sprintf("cl_%d", i)), Behaviour: canvas.Behaviours()[r.IntN(len(canvas.Behaviours()))],
			Amount: figure(1000000, 2), Rate: figure(40, 2), People: figure(40, 1), CustomersPerPerson: figure(200, 0),
			Payments: figure(15, 0), EmployerRate: figure(40, 2),
		}
		if n := notes[len(notes)-1]; r.IntN(3) == 0 && n.Costs != nil {
			n.Costs = append(n.Costs, c)
			continue
		}
		id := fmt.Sprintf("nt_%06d", i)
		if r.IntN(2) == 0 {
			notes = append(notes, relationship(id, append(canvas.Stages(), "")[r.IntN(5)], some(), c))
		} else {
			notes = append(notes, note(id, canvas.Blocks()[5+r.IntN(4)], some(), c))
		}
	}
	return project(t, canvas.Plan{}, notes...)
}

func eachRandom(t *testing.T, check func(t *testing.T, r *rand.Rand, p *canvas.Project)) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		p := random(t, r, r.IntN(6), r.IntN(40))
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) { check(t, r, p) })
	}
}

func TestSharesAddUpExactly(t *testing.T) {
	eachRandom(t, func(t *testing.T, _ *rand.Rand, p *canvas.Project) {
		for _, l := range costing.New(p).Lines() {
			monthly, ok := l.Monthly.Get()
			if !ok || len(l.Shares) == 0 {
				continue
			}
			total := decimal.Zero
			for _, s := range l.Shares {
				d, _ := s.Monthly.Get()
				total = total.Add(d)
			}
			if !total.Equal(monthly) {
				t.Errorf("%s %s: shares add up to %s, not to %s", l.Cost.ID, l.Cost.Behaviour, total, monthly)
			}
		}
	})
}

// Every cost line is counted once: by block, and by segment or as common.
func TestNothingIsLostOrCountedTwice(t *testing.T) {
	eachRandom(t, func(t *testing.T, _ *rand.Rand, p *canvas.Project) {
		m := costing.New(p)
		totals := m.Totals()
		var lines, blocks, traced []costing.Amount
		for _, l := range m.Lines() {
			lines = append(lines, l.Monthly)
		}
		for _, b := range canvas.Blocks() {
			blocks = append(blocks, totals.Block(b))
		}
		traced = append(traced, totals.Common)
		for _, s := range m.Segments() {
			traced = append(traced, s.Relationships, s.Other)
		}
		all := costing.Sum(lines...)
		for what, got := range map[string]costing.Amount{
			"blocks": costing.Sum(blocks...), "segments and common": costing.Sum(traced...),
			"fixed and driven": costing.Sum(totals.Fixed, totals.Driven), "relationships and other": costing.Sum(totals.Relationships, totals.Other),
		} {
			if !got.Equal(all) {
				t.Errorf("%s: got %s, want %s", what, got, all)
			}
		}
	})
}

func TestDoublingAmountsDoublesCost(t *testing.T) {
	eachRandom(t, func(t *testing.T, _ *rand.Rand, p *canvas.Project) {
		two := decimal.NewFromInt(2)
		twice := func(d *decimal.Decimal) *decimal.Decimal {
			if d == nil {
				return nil
			}
			x := d.Mul(two)
			return &x
		}
		var notes []*canvas.Note
		for n := range p.Notes() {
			c := *n
			c.Costs = slices.Clone(n.Costs)
			for i := range c.Costs {
				c.Costs[i].Amount, c.Costs[i].Rate = twice(c.Costs[i].Amount), twice(c.Costs[i].Rate)
			}
			notes = append(notes, &c)
		}
		once, doubled := costing.New(p), costing.New(project(t, p.Head().Plan, notes...))
		same := func(what string, a, b costing.Amount) {
			x, okX := a.Get()
			y, okY := b.Get()
			// Divisions leave a difference in the last of their places.
			if okX != okY || okX && x.Mul(two).Sub(y).Abs().GreaterThan(decimal.New(1, 4-costing.Precision)) {
				t.Errorf("%s: %s twice is not %s", what, a, b)
			}
		}
		a, b := once.Totals(), doubled.Totals()
		same("relationships", a.Relationships, b.Relationships)
		same("other", a.Other, b.Other)
		for i, s := range once.Segments() {
			same("acquisition", s.Acquisition, doubled.Segments()[i].Acquisition)
			same("CAC", s.CAC, doubled.Segments()[i].CAC)
		}
	})
}

func TestOrderOfServedSegmentsDoesNotMatter(t *testing.T) {
	eachRandom(t, func(t *testing.T, r *rand.Rand, p *canvas.Project) {
		var notes []*canvas.Note
		for n := range p.Notes() {
			c := *n
			c.Segments = slices.Clone(n.Segments)
			r.Shuffle(len(c.Segments), func(i, j int) { c.Segments[i], c.Segments[j] = c.Segments[j], c.Segments[i] })
			notes = append(notes, &c)
		}
		a, b := costing.New(p), costing.New(project(t, p.Head().Plan, notes...))
		for i, l := range a.Lines() {
			for k, s := range l.Shares {
				if o := b.Lines()[i].Shares[k]; o.Segment != s.Segment || !o.Monthly.Equal(s.Monthly) {
					t.Errorf("%s: got %v, want %v", l.Cost.ID, o, s)
				}
			}
		}
	})
}

func BenchmarkNew(b *testing.B) {
	for _, lines := range []int{40, 1000, 10000} {
		p := random(b, rand.New(rand.NewPCG(1, 1)), 6, lines)
		b.Run(fmt.Sprint(lines, " lines"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				costing.New(p)
			}
		})
	}
}
