package costing_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"ninefold/canvas"
	"ninefold/canvas/costing"
)

func TestMonthlyEquivalent(t *testing.T) {
	one := decimal.NewFromInt(1)
	staff := func(b canvas.Behaviour, change func(*canvas.CostLine)) canvas.CostLine {
		c := cost(t, b, "2000")
		change(&c)
		return c
	}
	a, ab, none := []canvas.ID{"a"}, []canvas.ID{"a", "b"}, []canvas.ID(nil)
	tests := []struct {
		name   string
		line   canvas.CostLine
		serves []canvas.ID
		want   string
	}{
		{"one-off over 24 months", cost(t, canvas.BehaviourOneOff, "1800"), a, "75"},
		{"monthly", cost(t, canvas.BehaviourMonthly, "320"), a, "320"},
		{"quarterly", cost(t, canvas.BehaviourQuarterly, "720"), a, "240"},
		{"yearly", cost(t, canvas.BehaviourYearly, "8400"), a, "700"},
		{"per customer of one", cost(t, canvas.BehaviourPerCustomer, "0.12"), a, "36"},
		{"per customer of two", cost(t, canvas.BehaviourPerCustomer, "0.12"), ab, "48"},
		{"per customer of all", cost(t, canvas.BehaviourPerCustomer, "0.12"), none, "48"},
		{"per new customer", cost(t, canvas.BehaviourPerNewCustomer, "5"), ab, "125"},
		{"per order", cost(t, canvas.BehaviourPerOrder, "0.5"), ab, "350"},
		{"percent of revenue", canvas.CostLine{ID: "c", Behaviour: canvas.BehaviourPercentOfRevenue, Rate: dec(t, "0.02")}, ab, "100"},
		{"staff", staff(canvas.BehaviourStaff, func(c *canvas.CostLine) {
			c.People, c.Payments, c.EmployerRate = dec(t, "1.5"), dec(t, "14"), dec(t, "0.2375")
		}), a, "4331.25"},
		{"staff with twelve salaries and nothing on top", staff(canvas.BehaviourStaff, func(c *canvas.CostLine) { c.People = &one }), a, "2000"},
		{"staff without people", cost(t, canvas.BehaviourStaff, "2000"), a, "n/a"},
		{"staff step just full", staff(canvas.BehaviourStaffStep, func(c *canvas.CostLine) { c.CustomersPerPerson = dec(t, "150") }), a, "4000"},
		{"staff step one over", staff(canvas.BehaviourStaffStep, func(c *canvas.CostLine) { c.CustomersPerPerson = dec(t, "299") }), a, "4000"},
		{"staff step over two segments is one team", staff(canvas.BehaviourStaffStep, func(c *canvas.CostLine) { c.CustomersPerPerson = dec(t, "250") }), ab, "4000"},
		{"staff step of nobody per person", staff(canvas.BehaviourStaffStep, func(c *canvas.CostLine) { c.CustomersPerPerson = dec(t, "0") }), a, "n/a"},
		{"no amount", cost(t, canvas.BehaviourMonthly, ""), a, "n/a"},
		{"zero is an amount", cost(t, canvas.BehaviourMonthly, "0"), a, "0"},
		{"no behaviour", cost(t, "", "100"), a, "n/a"},
		{"customers not known", cost(t, canvas.BehaviourPerCustomer, "1"), []canvas.ID{"x"}, "n/a"},
		{"customers known of one of two", cost(t, canvas.BehaviourPerCustomer, "1"), []canvas.ID{"a", "x"}, "300"},
		{"a segment named twice counts once", cost(t, canvas.BehaviourPerCustomer, "1"), []canvas.ID{"a", "a"}, "300"},
		{"a segment that is none counts not", cost(t, canvas.BehaviourMonthly, "9"), []canvas.ID{"gone"}, "9"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := costing.New(project(t, canvas.Plan{},
				segment(t, "a", "300", "20", "0.05", "2", "", "10"),
				segment(t, "b", "100", "5", "0.1", "1", "", "20"),
				segment(t, "x", "", "", "", "", "", ""),
				note("n", canvas.KeyResources, tt.serves, tt.line)))
			want(t, "line", m.Lines()[0].Monthly, tt.want)
			want(t, "note", m.Note("n"), tt.want)
		})
	}
}

func TestRelationshipThatServesNobody(t *testing.T) {
	m := costing.New(project(t, canvas.Plan{},
		segment(t, "a", "300", "20", "0.05", "2", "", "10"),
		relationship("r", canvas.StageAcquire, nil, cost(t, canvas.BehaviourPerCustomer, "1"), cost(t, canvas.BehaviourMonthly, "50"))))
	want(t, "follows nobody", m.Lines()[0].Monthly, "n/a")
	want(t, "monthly", m.Lines()[1].Monthly, "50")
	totals := m.Totals()
	want(t, "common", totals.Common, "50")
	want(t, "relationships", totals.Relationships, "50")
	if totals.Missing != 1 {
		t.Errorf("missing: got %d, want 1", totals.Missing)
	}
}

func TestShares(t *testing.T) {
	tests := []struct {
		name            string
		customersA, ofB string
		behaviour       canvas.Behaviour
		wantA, wantB    string
		wantMonthly     string
	}{
		{"by customers", "300", "100", canvas.BehaviourMonthly, "75", "25", "100"},
		{"equally without customers", "0", "0", canvas.BehaviourMonthly, "50", "50", "100"},
		{"equally while not known", "", "", canvas.BehaviourMonthly, "50", "50", "100"},
		{"all on the one with customers", "7", "0", canvas.BehaviourMonthly, "100", "0", "100"},
		{"not known counts as none", "7", "", canvas.BehaviourMonthly, "100", "0", "100"},
		{"a third", "2", "1", canvas.BehaviourMonthly, "66.666667", "33.333333", "100"},
		{"each its own customers", "3", "2", canvas.BehaviourPerCustomer, "300", "200", "500"},
		{"each its own, one not known", "3", "", canvas.BehaviourPerCustomer, "300", "n/a", "300"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := costing.New(project(t, canvas.Plan{},
				segment(t, "a", tt.customersA, "", "", "", "", ""),
				segment(t, "b", tt.ofB, "", "", "", "", ""),
				relationship("r", canvas.StageRetain, []canvas.ID{"b", "a"}, cost(t, tt.behaviour, "100"))))
			l := m.Lines()[0]
			want(t, "monthly", l.Monthly, tt.wantMonthly)
			if len(l.Shares) != 2 || l.Shares[0].Segment != "a" {
				t.Fatalf("shares: got %v, want those of a and b", l.Shares)
			}
			want(t, "a", l.Shares[0].Monthly, tt.wantA)
			want(t, "b", l.Shares[1].Monthly, tt.wantB)
			if sum := costing.Sum(l.Shares[0].Monthly, l.Shares[1].Monthly); !sum.Equal(l.Monthly) {
				t.Errorf("shares add up to %s, not to %s", sum, l.Monthly)
			}
		})
	}
}

func TestCommonCostsAreNotAllocated(t *testing.T) {
	m := costing.New(project(t, canvas.Plan{},
		segment(t, "a", "10", "1", "0.1", "1", "", "10"),
		note("rent", canvas.CostStructure, nil, cost(t, canvas.BehaviourMonthly, "900")),
		note("van", canvas.KeyResources, []canvas.ID{"a"}, cost(t, canvas.BehaviourMonthly, "40"))))
	want(t, "segment", m.Segment("a").Cost, "40")
	want(t, "common", m.Totals().Common, "900")
	want(t, "cost", m.Totals().Cost, "940")
}

func TestSegmentsOwnNoteCarriesItsCosts(t *testing.T) {
	s := segment(t, "a", "10", "1", "0.1", "1", "", "10")
	s.Costs = []canvas.CostLine{cost(t, canvas.BehaviourPerCustomer, "2")}
	m := costing.New(project(t, canvas.Plan{}, s, segment(t, "b", "90", "", "", "", "", "")))
	want(t, "line", m.Lines()[0].Monthly, "20")
	want(t, "segment", m.Segment("a").Other, "20")
	want(t, "the other segment", m.Segment("b").Other, "0")
}

func TestRevenuePerCustomer(t *testing.T) {
	tests := []struct {
		name    string
		streams []*canvas.Note
		want    string
	}{
		{"monthly", []*canvas.Note{stream(t, "r", "9.90", canvas.RecurrenceMonthly, "a")}, "9.9"},
		{"quarterly", []*canvas.Note{stream(t, "r", "30", canvas.RecurrenceQuarterly, "a")}, "10"},
		{"yearly", []*canvas.Note{stream(t, "r", "90", canvas.RecurrenceYearly, "a")}, "7.5"},
		{"per order", []*canvas.Note{stream(t, "r", "4", canvas.RecurrencePerOrder, "a")}, "10"},
		{"one-off is paid by new customers", []*canvas.Note{stream(t, "r", "60", canvas.RecurrenceOneOff, "a")}, "6"},
		{"several add up", []*canvas.Note{
			stream(t, "r", "9", canvas.RecurrenceMonthly, "a"), stream(t, "s", "4", canvas.RecurrencePerOrder, "a"),
		}, "19"},
		{"one that serves none counts for all", []*canvas.Note{stream(t, "r", "9", canvas.RecurrenceMonthly)}, "9"},
		{"one of another segment counts not", []*canvas.Note{stream(t, "r", "9", canvas.RecurrenceMonthly, "b")}, "n/a"},
		{"no streams", nil, "n/a"},
		{"no recurrence", []*canvas.Note{stream(t, "r", "9", "", "a")}, "n/a"},
		{"no price", []*canvas.Note{stream(t, "r", "", canvas.RecurrenceMonthly, "a")}, "n/a"},
		{"no price beside one", []*canvas.Note{
			stream(t, "r", "", canvas.RecurrenceMonthly, "a"), stream(t, "s", "5", canvas.RecurrenceMonthly, "a"),
		}, "5"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			notes := append([]*canvas.Note{
				segment(t, "a", "200", "20", "", "2.5", "", ""), segment(t, "b", "0", "3", "", "", "", ""),
			}, tt.streams...)
			want(t, "p", costing.New(project(t, canvas.Plan{}, notes...)).Segment("a").RevenuePerCustomer, tt.want)
		})
	}
	m := costing.New(project(t, canvas.Plan{},
		segment(t, "a", "200", "20", "", "", "", "12"), segment(t, "b", "0", "3", "", "", "", ""),
		stream(t, "r", "60", canvas.RecurrenceOneOff)))
	want(t, "typed goes before streams", m.Segment("a").RevenuePerCustomer, "12")
	want(t, "one-off without customers", m.Segment("b").RevenuePerCustomer, "n/a")
	want(t, "revenue of what is known", m.Totals().Revenue, "2400")
}

// The figures are worked out by hand from the formulas of a segment.
func TestEconomics(t *testing.T) {
	m := costing.New(project(t, canvas.Plan{DiscountRate: dec(t, "0.01")},
		segment(t, "a", "400", "25", "0.04", "1", "1.5", ""),
		stream(t, "price", "12", canvas.RecurrenceMonthly, "a"),
		relationship("ads", canvas.StageAcquire, []canvas.ID{"a"}, cost(t, canvas.BehaviourMonthly, "300")),
		relationship("trial", canvas.StageConsider, []canvas.ID{"a"}, cost(t, canvas.BehaviourPerNewCustomer, "2")),
		relationship("help", canvas.StageRetain, []canvas.ID{"a"}, cost(t, canvas.BehaviourPerCustomer, "0.5")),
		relationship("club", canvas.StageGrow, []canvas.ID{"a"}, cost(t, canvas.BehaviourMonthly, "200")),
		relationship("odd", "", []canvas.ID{"a"}, cost(t, canvas.BehaviourMonthly, "7")),
		note("van", canvas.KeyResources, []canvas.ID{"a"}, cost(t, canvas.BehaviourMonthly, "1000")),
		note("rent", canvas.CostStructure, nil, cost(t, canvas.BehaviourMonthly, "600"))))
	s, totals := m.Segment("a"), m.Totals()
	for _, f := range []struct {
		what string
		got  costing.Amount
		want string
	}{
		{"acquisition", s.Acquisition, "350"},
		{"CAC", s.CAC, "14"},
		{"retention", s.Retention, "400"},
		{"cost to serve", s.CostToServe, "1"},
		{"no stage", s.Stage(""), "7"},
		{"contribution", s.Contribution, "9.5"},
		{"lifetime", s.Lifetime, "25"},
		{"LTV", s.LTV, "237.5"},
		{"discounted LTV", s.DiscountedLTV, "191.9"},
		{"LTV : CAC", s.LTVToCAC, "16.964286"},
		{"payback", s.Payback, "1.473684"},
		{"relationships", s.Relationships, "757"},
		{"variable", s.Variable, "600"},
		{"cost", s.Cost, "2357"},
		{"revenue", s.Revenue, "4800"},
		{"result", s.Result, "2443"},
		{"fixed", s.Fixed, "1507"},
		{"driven per customer", s.DrivenPerCustomer, "0.625"},
		{"unit contribution", s.UnitContribution, "9.875"},
		{"break-even", s.BreakEven.Customers, "153"},
		{"total cost", totals.Cost, "2957"},
		{"total other", totals.Other, "1600"},
		{"total variable", totals.Variable, "600"},
		{"total result", totals.Result, "1843"},
		{"acquire", totals.Stage(canvas.StageAcquire), "300"},
		{"key resources", totals.Block(canvas.KeyResources), "1000"},
		{"no such block", totals.Block("attic"), "n/a"},
		{"company unit contribution", totals.UnitContribution, "9.875"},
		{"company break-even", totals.BreakEven.Customers, "214"},
	} {
		want(t, f.what, f.got, f.want)
	}
}

func TestNotAvailable(t *testing.T) {
	build := func(customers, fresh, churn, revenue string) costing.Segment {
		return costing.New(project(t, canvas.Plan{},
			segment(t, "a", customers, fresh, churn, "", "", revenue),
			relationship("r", canvas.StageAcquire, []canvas.ID{"a"}, cost(t, canvas.BehaviourMonthly, "100")),
			relationship("s", canvas.StageRetain, []canvas.ID{"a"}, cost(t, canvas.BehaviourMonthly, "100")))).Segment("a")
	}
	s := build("", "", "", "")
	for _, a := range []costing.Amount{s.CAC, s.CostToServe, s.Contribution, s.Lifetime, s.LTV, s.LTVToCAC, s.Payback, s.Revenue, s.Result, s.BreakEven.Customers} {
		want(t, "nothing known", a, "n/a")
	}
	want(t, "costs are known all the same", s.Cost, "200")
	want(t, "no new customers", build("10", "0", "0.1", "5").CAC, "n/a")
	want(t, "no customers", build("0", "5", "0.1", "5").LTV, "n/a")
	want(t, "no churn is the longest lifetime", build("10", "5", "0", "50").Lifetime, "60")
	want(t, "little churn too", build("10", "5", "0.001", "50").Lifetime, "60")
	want(t, "no discount rate", build("10", "5", "0.1", "50").DiscountedLTV, "n/a")

	loss := build("10", "5", "0.1", "5")
	want(t, "loss per customer", loss.Contribution, "-5")
	want(t, "loss over a lifetime", loss.LTV, "-50")
	want(t, "a loss never pays back", loss.Payback, "n/a")

	never := costing.New(project(t, canvas.Plan{},
		segment(t, "a", "10", "", "", "", "6", "5"),
		note("n", canvas.CostStructure, []canvas.ID{"a"}, cost(t, canvas.BehaviourMonthly, "1")))).Segment("a")
	if _, ok := never.BreakEven.Customers.Get(); ok || !never.BreakEven.Never {
		t.Errorf("break-even: got %+v, want never", never.BreakEven)
	}
	if got := costing.New(canvas.New("", "en", "EUR")).Segment("gone"); got.Note != nil {
		t.Errorf("a segment that is none: got %+v", got)
	}
}

func TestSumOfWhatIsMissing(t *testing.T) {
	five, zero := costing.Known(decimal.NewFromInt(5)), costing.Known(decimal.Zero)
	want(t, "nothing", costing.Sum(), "0")
	want(t, "missing beside a figure", costing.Sum(five, costing.Amount{}), "5")
	want(t, "only missing", costing.Sum(costing.Amount{}), "n/a")
	want(t, "zero and missing", costing.Sum(zero, costing.Amount{}), "n/a")
}

func TestNoCustomerMoreForWhatADivisionLeaves(t *testing.T) {
	m := costing.New(project(t, canvas.Plan{},
		segment(t, "a", "10", "", "", "", "", ""),
		stream(t, "r", "4", canvas.RecurrenceYearly, "a"), // a third a month, which has no end
		note("n", canvas.CostStructure, []canvas.ID{"a"}, cost(t, canvas.BehaviourMonthly, "30"))))
	want(t, "break-even", m.Segment("a").BreakEven.Customers, "90")
}

func TestStreamPerMonth(t *testing.T) {
	segments := []*canvas.Note{segment(t, "a", "100", "10", "", "2", "", "30"), segment(t, "b", "20", "1", "", "", "", "")}
	tests := []struct {
		what   string
		stream *canvas.Note
		want   string
	}{
		{"monthly, of one segment", stream(t, "r", "19", canvas.RecurrenceMonthly, "a"), "1900"},
		{"yearly, of all", stream(t, "r", "12", canvas.RecurrenceYearly), "120"},
		{"once, by those who are new", stream(t, "r", "50", canvas.RecurrenceOneOff, "a", "b"), "550"},
		{"per order, where one segment does not say how many", stream(t, "r", "3", canvas.RecurrencePerOrder), "600"},
		{"no price", stream(t, "r", "", canvas.RecurrenceMonthly), "n/a"},
		{"no recurrence", stream(t, "r", "19", ""), "n/a"},
	}
	for _, tt := range tests {
		m := costing.New(project(t, canvas.Plan{}, append(segments, tt.stream)...))
		want(t, tt.what, m.Stream("r").Monthly, tt.want)
	}
	want(t, "no segments", costing.New(project(t, canvas.Plan{}, tests[0].stream)).Stream("r").Monthly, "n/a")
	want(t, "no stream", costing.New(project(t, canvas.Plan{}, segments...)).Stream("r").Monthly, "n/a")
}

func TestLineByID(t *testing.T) {
	a, b := cost(t, canvas.BehaviourMonthly, "30"), cost(t, canvas.BehaviourYearly, "120")
	m := costing.New(project(t, canvas.Plan{}, note("n", canvas.KeyResources, nil, a, b)))
	want(t, "the first", m.Line(a.ID).Monthly, "30")
	want(t, "the second", m.Line(b.ID).Monthly, "10")
	want(t, "none", m.Line("cl_elsewhere").Monthly, "n/a")
}
