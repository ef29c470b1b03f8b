package costing_test

import (
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/shopspring/decimal"

	"ninefold/canvas"
	"ninefold/canvas/costing"
)

// closeTo reports whether two amounts are the same but for what divisions leave.
func closeTo(a, b costing.Amount) bool {
	x, okX := a.Get()
	y, okY := b.Get()
	allowed := y.Abs().Add(decimal.NewFromInt(1)).Shift(-15)
	return okX == okY && (!okX || x.Sub(y).Abs().LessThanOrEqual(allowed))
}

// changed is a project with each note as change makes it out of a copy.
func changed(t *testing.T, p *canvas.Project, change func(*canvas.Note)) *canvas.Project {
	var notes []*canvas.Note
	for n := range p.Notes() {
		c := *n
		c.Costs = append([]canvas.CostLine(nil), n.Costs...)
		if n.Segment != nil {
			s := *n.Segment
			c.Segment = &s
		}
		change(&c)
		notes = append(notes, &c)
	}
	return project(t, p.Head().Plan, notes...)
}

// A month of the projection is the monthly figures of a project that has the
// customers of that month, where every line counts in every month: this is the
// same arithmetic by another way.
func TestMonthAgreesWithTheMonthlyFigures(t *testing.T) {
	eachRandom(t, func(t *testing.T, _ *rand.Rand, p *canvas.Project) {
		p = changed(t, p, func(n *canvas.Note) {
			for i := range n.Costs {
				c := &n.Costs[i]
				c.FromMonth, c.ToMonth = 0, 0
				switch c.Behaviour {
				case canvas.BehaviourOneOff, canvas.BehaviourQuarterly, canvas.BehaviourYearly:
					c.Behaviour = canvas.BehaviourMonthly
				}
			}
		})
		projection := costing.New(p).Projection()
		for _, k := range []int{0, 1, len(projection.Months) - 1} {
			month := projection.Months[k]
			then := costing.New(changed(t, p, func(n *canvas.Note) {
				for _, s := range month.Segments {
					if s.Segment == n.ID {
						n.Segment.Economics.Customers = nil
						if c, ok := s.Customers.Get(); ok {
							n.Segment.Economics.Customers = &c
						}
					}
				}
			}))
			totals := then.Totals()
			for _, f := range []struct {
				what      string
				got, want costing.Amount
			}{
				{"customers", month.Customers, totals.Customers},
				{"revenue", month.Revenue, totals.Revenue},
				{"relationships", month.Relationships, totals.Relationships},
				{"acquire", month.Stage(canvas.StageAcquire), totals.Stage(canvas.StageAcquire)},
				{"no stage", month.Stage(""), totals.Stage("")},
				{"other", month.Other, totals.Other},
				{"common", month.Common, totals.Common},
				{"variable", month.Variable, totals.Variable},
				{"cost", month.Cost, totals.Cost},
				{"result", month.Result, totals.Result},
			} {
				if !closeTo(f.got, f.want) {
					t.Errorf("%s of month %d: got %s, want %s", f.what, month.Number, f.got, f.want)
				}
			}
			for i, s := range month.Segments {
				if then := then.Segments()[i]; !closeTo(s.Variable, then.Variable) || !closeTo(s.Revenue, then.Revenue) {
					t.Errorf("%s in month %d: got %v, want %v", s.Segment, month.Number, s, then)
				}
			}
		}
	})
}

// What segments and the common account pay is all that is paid, and cash is
// what the results add up to.
func TestMonthsAddUp(t *testing.T) {
	eachRandom(t, func(t *testing.T, r *rand.Rand, p *canvas.Project) {
		m := costing.NewIn(p, costing.Scenarios()[r.IntN(3)])
		projection := m.Projection()
		cash := m.Plan().OpeningCash
		for _, month := range projection.Months {
			parts := []costing.Amount{month.Common}
			var revenue, customers []costing.Amount
			for _, s := range month.Segments {
				parts = append(parts, s.Cost)
				revenue, customers = append(revenue, s.Revenue), append(customers, s.Customers)
			}
			if got := costing.Sum(parts...); !closeTo(got, month.Cost) {
				t.Errorf("month %d: segments and common pay %s, all is %s", month.Number, got, month.Cost)
			}
			if len(month.Segments) > 0 && (!costing.Sum(revenue...).Equal(month.Revenue) || !costing.Sum(customers...).Equal(month.Customers)) {
				t.Errorf("month %d: segments bring %s, all is %s", month.Number, costing.Sum(revenue...), month.Revenue)
			}
			result, ok := month.Result.Get()
			if !ok {
				break
			}
			cash = cash.Add(result)
			if !month.Cash.Equal(costing.Known(cash)) {
				t.Errorf("month %d: cash is %s, want %s", month.Number, month.Cash, cash)
			}
		}
	})
}

// Over whole years every line comes to as many monthly equivalents as there are
// months, whatever its rhythm, if customers stay the same.
func TestYearsAgreeWithTheMonthlyEquivalent(t *testing.T) {
	eachRandom(t, func(t *testing.T, _ *rand.Rand, p *canvas.Project) {
		half := decimal.New(5, -1)
		p = changed(t, p, func(n *canvas.Note) {
			if n.Segment != nil { // as many come as go, and somebody is there
				e := &n.Segment.Economics
				customers := half
				if e.Customers != nil && !e.Customers.IsZero() {
					customers = *e.Customers
				}
				fresh := customers.Mul(half)
				e.Customers, e.NewPerMonth, e.Churn = &customers, &fresh, &half
			}
			for i := range n.Costs {
				c := &n.Costs[i]
				c.FromMonth, c.ToMonth = 0, 0
				if c.Behaviour == canvas.BehaviourOneOff {
					c.Behaviour = canvas.BehaviourYearly
				}
			}
		})
		m := costing.New(p)
		months := m.Projection().Months
		add := func(figure func(*costing.Month) costing.Amount) costing.Amount {
			var all []costing.Amount
			for k := range months {
				all = append(all, figure(&months[k]))
			}
			return costing.Sum(all...)
		}
		times := func(a costing.Amount) costing.Amount {
			d, ok := a.Get()
			if !ok {
				return a
			}
			return costing.Known(d.Mul(decimal.NewFromInt(int64(len(months)))))
		}
		check := func(what string, got, monthly costing.Amount) {
			if !closeTo(got, times(monthly)) {
				t.Errorf("%s: got %s, want %s", what, got, times(monthly))
			}
		}
		check("cost", add(func(m *costing.Month) costing.Amount { return m.Cost }), m.Totals().Cost)
		check("retain", add(func(m *costing.Month) costing.Amount { return m.Stage(canvas.StageRetain) }), m.Totals().Stage(canvas.StageRetain))
		check("common", add(func(m *costing.Month) costing.Amount { return m.Common }), m.Totals().Common)
		for i, s := range m.Segments() {
			of := func(figure func(costing.SegmentMonth) costing.Amount) costing.Amount {
				return add(func(m *costing.Month) costing.Amount { return figure(m.Segments[i]) })
			}
			check("relationships of a segment", of(func(s costing.SegmentMonth) costing.Amount { return s.Relationships }), s.Relationships)
			check("other costs of a segment", of(func(s costing.SegmentMonth) costing.Amount { return s.Other }), s.Other)
			check("revenue of a segment", of(func(s costing.SegmentMonth) costing.Amount { return s.Revenue }), s.Revenue)
		}
	})
}

func TestScenariosThatChangeNothing(t *testing.T) {
	eachRandom(t, func(t *testing.T, _ *rand.Rand, p *canvas.Project) {
		base := costing.New(p)
		ones := decimal.NewFromInt(1)
		same := canvas.UpdateHead(p, func(h *canvas.Head) {
			h.Plan.Low, h.Plan.High = nil, &canvas.Scenario{NewCustomers: &ones, Churn: &ones, Price: &ones, Cost: &ones}
		})
		for _, m := range []*costing.Model{
			costing.New(same), costing.NewIn(same, costing.ScenarioLow), costing.NewIn(same, costing.ScenarioHigh),
		} {
			a, b := base.Projection(), m.Projection()
			for k := range a.Months {
				if !a.Months[k].Cost.Equal(b.Months[k].Cost) || !a.Months[k].Cash.Equal(b.Months[k].Cash) {
					t.Errorf("%s: month %d: cost %s, cash %s, want %s, %s", m.Scenario(), k+1,
						b.Months[k].Cost, b.Months[k].Cash, a.Months[k].Cost, a.Months[k].Cash)
				}
			}
			for i, s := range base.Segments() {
				if o := m.Segments()[i]; !o.LTV.Equal(s.LTV) || !o.CAC.Equal(s.CAC) || !o.Result.Equal(s.Result) {
					t.Errorf("%s: segment %s differs", m.Scenario(), s.Note.ID)
				}
			}
		}
	})
}

func TestCostFactorScalesEveryCost(t *testing.T) {
	eachRandom(t, func(t *testing.T, _ *rand.Rand, p *canvas.Project) {
		two := decimal.NewFromInt(2)
		p = canvas.UpdateHead(p, func(h *canvas.Head) { h.Plan.Low = &canvas.Scenario{Cost: &two} })
		twice := func(a costing.Amount) costing.Amount {
			d, ok := a.Get()
			if !ok {
				return a
			}
			return costing.Known(d.Mul(two))
		}
		base, low := costing.New(p), costing.NewIn(p, costing.ScenarioLow)
		for i, l := range base.Lines() {
			if got := low.Lines()[i].Monthly; !closeTo(got, twice(l.Monthly)) {
				t.Errorf("%s %s: got %s, want twice %s", l.Cost.ID, l.Cost.Behaviour, got, l.Monthly)
			}
		}
		for k, month := range base.Projection().Months {
			if got := low.Projection().Months[k].Cost; !closeTo(got, twice(month.Cost)) {
				t.Errorf("month %d: got %s, want twice %s", month.Number, got, month.Cost)
			}
		}
	})
}

// Figures are computed when they are first asked for, by whomever.
func TestModelMayBeAskedFromEverywhere(t *testing.T) {
	eachRandom(t, func(t *testing.T, _ *rand.Rand, p *canvas.Project) {
		m, alone := costing.New(p), costing.New(p)
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() { m.Projection() })
			all.Go(func() { m.Segments() })
			all.Go(func() { m.Totals() })
			all.Go(func() { m.Note("") })
			all.Go(func() { m.Lines() })
		}
		all.Wait()
		if !m.Totals().Cost.Equal(alone.Totals().Cost) {
			t.Errorf("got %s, want %s", m.Totals().Cost, alone.Totals().Cost)
		}
	})
}
