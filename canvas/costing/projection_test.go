package costing_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"ninefold/canvas"
	"ninefold/canvas/costing"
)

// months writes a figure of each of the first months, rounded to six places.
func months(p *costing.Projection, count int, figure func(*costing.Month) costing.Amount) string {
	var out []string
	for i := range p.Months[:count] {
		text := "n/a"
		if d, ok := figure(&p.Months[i]).Get(); ok {
			text = d.Round(6).String()
		}
		out = append(out, text)
	}
	return strings.Join(out, " ")
}

func dated(c canvas.CostLine, from, to int) canvas.CostLine {
	c.FromMonth, c.ToMonth = from, to
	return c
}

// One segment that grows: 100 x 0.9 + 20 = 110, 110 x 0.9 + 20 = 119, 127.1, 134.39.
func TestProjectionOfALine(t *testing.T) {
	rate := canvas.CostLine{ID: "c", Behaviour: canvas.BehaviourPercentOfRevenue, Rate: dec(t, "0.1")}
	team := cost(t, canvas.BehaviourStaffStep, "1000")
	team.CustomersPerPerson = dec(t, "60") // 2, 2, 3, 3 people
	staff := cost(t, canvas.BehaviourStaff, "1200")
	staff.People, staff.Payments, staff.EmployerRate = dec(t, "0.5"), dec(t, "14"), dec(t, "0.25") // 875
	a := []canvas.ID{"a"}
	tests := []struct {
		name   string
		line   canvas.CostLine
		serves []canvas.ID
		want   string
	}{
		{"one-off", cost(t, canvas.BehaviourOneOff, "500"), a, "500 0 0 0 0"},
		{"one-off later", dated(cost(t, canvas.BehaviourOneOff, "500"), 3, 0), a, "0 0 500 0 0"},
		{"one-off of which the last month is long past", dated(cost(t, canvas.BehaviourOneOff, "500"), 3, 2), a, "0 0 0 0 0"},
		{"monthly", cost(t, canvas.BehaviourMonthly, "80"), a, "80 80 80 80 80"},
		{"monthly for a while", dated(cost(t, canvas.BehaviourMonthly, "80"), 2, 3), a, "0 80 80 0 0"},
		{"quarterly", cost(t, canvas.BehaviourQuarterly, "300"), a, "300 0 0 300 0"},
		{"quarterly from the second month", dated(cost(t, canvas.BehaviourQuarterly, "300"), 2, 0), a, "0 300 0 0 300"},
		{"quarterly that ends", dated(cost(t, canvas.BehaviourQuarterly, "300"), 0, 3), a, "300 0 0 0 0"},
		{"yearly", cost(t, canvas.BehaviourYearly, "900"), a, "900 0 0 0 0"},
		{"per customer", cost(t, canvas.BehaviourPerCustomer, "2"), a, "220 238 254.2 268.78 281.902"},
		{"per customer of all", cost(t, canvas.BehaviourPerCustomer, "2"), nil, "220 238 254.2 268.78 281.902"},
		{"per new customer", cost(t, canvas.BehaviourPerNewCustomer, "3"), a, "60 60 60 60 60"},
		{"per order, half an order each", cost(t, canvas.BehaviourPerOrder, "4"), a, "220 238 254.2 268.78 281.902"},
		{"percent of revenue", rate, a, "110 119 127.1 134.39 140.951"},
		{"staff", staff, a, "875 875 875 875 875"},
		{"staff step", team, a, "2000 2000 3000 3000 3000"},
		{"staff step of all, later", dated(team, 3, 4), nil, "0 0 3000 3000 0"},
		{"no amount", cost(t, canvas.BehaviourMonthly, ""), a, "n/a n/a n/a n/a n/a"},
		{"no amount for a while", dated(cost(t, canvas.BehaviourMonthly, ""), 2, 3), a, "0 n/a n/a 0 0"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := costing.New(project(t, canvas.Plan{HorizonMonths: 12},
				segment(t, "a", "100", "20", "0.1", "0.5", "", "10"),
				note("n", canvas.KeyResources, tt.serves, tt.line))).Projection()
			if got := months(p, 5, func(m *costing.Month) costing.Amount { return m.Other }); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
			whose := func(m *costing.Month) costing.Amount { return m.Segments[0].Other }
			if len(tt.serves) == 0 {
				whose = func(m *costing.Month) costing.Amount { return m.Common }
			}
			if got := months(p, 5, whose); got != tt.want {
				t.Errorf("falls on the wrong one: got %s, want %s", got, tt.want)
			}
		})
	}
}

// Month 1: 110 customers bring 1100 and new ones 20 x 5. They cost 2 x 110,
// advertising 130 (of which the segments with 100 and 30 customers today bear 100
// and 30), rent 900.
func TestProjectionOfAProject(t *testing.T) {
	p := costing.New(project(t, canvas.Plan{HorizonMonths: 12, OpeningCash: dec(t, "1000")},
		segment(t, "a", "100", "20", "0.1", "", "2", ""),
		segment(t, "b", "30", "0", "0", "", "", ""),
		stream(t, "plan", "120", canvas.RecurrenceYearly, "a"),
		stream(t, "entry", "5", canvas.RecurrenceOneOff, "a"),
		relationship("ads", canvas.StageAcquire, []canvas.ID{"a", "b"}, cost(t, canvas.BehaviourMonthly, "130")),
		note("rent", canvas.CostStructure, nil, cost(t, canvas.BehaviourMonthly, "900")))).Projection()
	for _, f := range []struct {
		what   string
		figure func(*costing.Month) costing.Amount
		want   string
	}{
		{"customers", func(m *costing.Month) costing.Amount { return m.Customers }, "140 149"},
		{"of a", func(m *costing.Month) costing.Amount { return m.Segments[0].Customers }, "110 119"},
		{"revenue", func(m *costing.Month) costing.Amount { return m.Revenue }, "1200 1290"},
		{"of b", func(m *costing.Month) costing.Amount { return m.Segments[1].Revenue }, "n/a n/a"},
		{"variable", func(m *costing.Month) costing.Amount { return m.Variable }, "220 238"},
		{"acquire", func(m *costing.Month) costing.Amount { return m.Stage(canvas.StageAcquire) }, "130 130"},
		{"share of a", func(m *costing.Month) costing.Amount { return m.Segments[0].Relationships }, "100 100"},
		{"share of b", func(m *costing.Month) costing.Amount { return m.Segments[1].Relationships }, "30 30"},
		{"cost of a", func(m *costing.Month) costing.Amount { return m.Segments[0].Cost }, "320 338"},
		{"result of a", func(m *costing.Month) costing.Amount { return m.Segments[0].Result }, "880 952"},
		{"common", func(m *costing.Month) costing.Amount { return m.Common }, "900 900"},
		{"cost", func(m *costing.Month) costing.Amount { return m.Cost }, "1250 1268"},
		{"result", func(m *costing.Month) costing.Amount { return m.Result }, "-50 22"},
		{"cash", func(m *costing.Month) costing.Amount { return m.Cash }, "950 972"},
	} {
		if got := months(p, 2, f.figure); got != f.want {
			t.Errorf("%s: got %s, want %s", f.what, got, f.want)
		}
	}
	if len(p.LeftOut) != 0 {
		t.Errorf("left out: %v", p.LeftOut)
	}
}

func TestWhatIsNotKnownIsNotProjected(t *testing.T) {
	p := costing.New(project(t, canvas.Plan{},
		segment(t, "a", "10", "1", "0.1", "", "", "10"),
		segment(t, "b", "10", "1", "", "", "3", "10"),
		note("n", canvas.KeyResources, []canvas.ID{"b"}, cost(t, canvas.BehaviourPerCustomer, "7")),
		note("r", canvas.CostStructure, nil, cost(t, canvas.BehaviourMonthly, "40")))).Projection()
	if fmt.Sprint(p.LeftOut) != "[b]" {
		t.Errorf("left out: got %v, want b", p.LeftOut)
	}
	first := p.Months[0]
	want(t, "customers of what is known", first.Customers, "10")
	want(t, "customers of b", first.Segments[1].Customers, "n/a")
	want(t, "cost of b", first.Segments[1].Cost, "n/a")
	want(t, "cost", first.Cost, "40")
	want(t, "result", first.Result, "60")

	empty := costing.New(project(t, canvas.Plan{}, note("r", canvas.CostStructure, nil, cost(t, canvas.BehaviourMonthly, "40")))).Projection()
	if len(empty.Months) != costing.DefaultHorizonMonths {
		t.Errorf("got %d months", len(empty.Months))
	}
	want(t, "cost without segments", empty.Months[0].Cost, "40")
	want(t, "cash without revenue", empty.Months[0].Cash, "n/a")
	want(t, "lowest cash without revenue", empty.LowestCash, "n/a")
	if empty.BreakEven != 0 || empty.Profitable != 0 || empty.Runway != 0 || empty.LowestCashMonth != 0 {
		t.Errorf("months without revenue: %+v", empty)
	}
}

// Ten customers stay for ever and bring 100 a month.
func TestMonthsThatMatter(t *testing.T) {
	once := func(amount string, month int) canvas.CostLine {
		return dated(cost(t, canvas.BehaviourOneOff, amount), month, 0)
	}
	tests := []struct {
		name                                  string
		opening                               string
		costs                                 []canvas.CostLine
		breakEven, profitable, runway, lowest int
		cash                                  string
	}{
		{"profit from the start", "", nil, 1, 1, 0, 1, "100"},
		{"set-up is back in month 3", "200", []canvas.CostLine{once("250", 1)}, 3, 2, 0, 1, "50"},
		{"set-up is not paid for", "", []canvas.CostLine{once("250", 1)}, 3, 2, 1, 1, "-150"},
		{"exactly back", "", []canvas.CostLine{once("200", 1)}, 2, 2, 1, 1, "-100"},
		{"a second investment", "", []canvas.CostLine{once("150", 1), once("700", 6)}, 9, 7, 1, 6, "-250"},
		{"a late one that is never back", "1000", []canvas.CostLine{once("5000", 12)}, 0, 0, 12, 12, "-2800"},
		{"the last month", "", []canvas.CostLine{once("1200", 1)}, 12, 2, 1, 1, "-1100"},
		{"one too late", "", []canvas.CostLine{once("1201", 1)}, 0, 2, 1, 1, "-1101"},
		{"a loss each month", "250", []canvas.CostLine{cost(t, canvas.BehaviourMonthly, "200")}, 0, 0, 3, 12, "-950"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := costing.New(project(t, canvas.Plan{HorizonMonths: 12, OpeningCash: dec(t, tt.opening)},
				segment(t, "a", "10", "0", "0", "", "", "10"),
				note("n", canvas.CostStructure, nil, tt.costs...))).Projection()
			if p.BreakEven != tt.breakEven || p.Profitable != tt.profitable || p.Runway != tt.runway || p.LowestCashMonth != tt.lowest {
				t.Errorf("break-even, profitable, runway, lowest cash: got %d %d %d %d, want %d %d %d %d",
					p.BreakEven, p.Profitable, p.Runway, p.LowestCashMonth, tt.breakEven, tt.profitable, tt.runway, tt.lowest)
			}
			want(t, "lowest cash", p.LowestCash, tt.cash)
		})
	}
}

func TestScenarios(t *testing.T) {
	plan := canvas.Plan{
		HorizonMonths: 12,
		Low:           &canvas.Scenario{NewCustomers: dec(t, "0.5"), Churn: dec(t, "2"), Price: dec(t, "0.9"), Cost: dec(t, "1.1")},
		High:          &canvas.Scenario{Churn: dec(t, "30")},
	}
	rate := canvas.CostLine{ID: "c", Behaviour: canvas.BehaviourPercentOfRevenue, Rate: dec(t, "0.1")}
	p := project(t, plan,
		segment(t, "a", "100", "20", "0.1", "", "2", ""),
		segment(t, "b", "1", "", "", "", "", "10"),
		stream(t, "plan", "10", canvas.RecurrenceMonthly, "a"),
		relationship("ads", canvas.StageAcquire, []canvas.ID{"a"}, cost(t, canvas.BehaviourMonthly, "100"), rate))
	for _, tt := range []struct {
		scenario                                          costing.Scenario
		fresh, churn, price, typed, variable, cost, month string
	}{
		{costing.ScenarioBase, "20", "0.1", "10", "10", "2", "400", "110"},
		{costing.ScenarioLow, "10", "0.2", "9", "9", "2.2", "429", "90"}, // 110 + 0.11 x 900 + 220
		{costing.ScenarioHigh, "20", "1", "10", "10", "2", "400", "20"},
		{"middle", "20", "0.1", "10", "10", "2", "400", "110"},
	} {
		m := costing.NewIn(p, tt.scenario)
		s := m.Segment("a")
		want(t, string(tt.scenario)+" new", s.NewPerMonth, tt.fresh)
		want(t, string(tt.scenario)+" churn", s.Churn, tt.churn)
		want(t, string(tt.scenario)+" price", s.RevenuePerCustomer, tt.price)
		want(t, string(tt.scenario)+" typed price", m.Segment("b").RevenuePerCustomer, tt.typed)
		want(t, string(tt.scenario)+" variable", s.VariableCost, tt.variable)
		want(t, string(tt.scenario)+" cost", s.Cost, tt.cost)
		want(t, string(tt.scenario)+" first month", m.Projection().Months[0].Customers, tt.month)
	}
}

// Figures that cannot be, such as a file may hold, are computed all the same.
func TestAbsurdFiguresEnd(t *testing.T) {
	huge, negative := strings.Repeat("9", 40), "-"+strings.Repeat("9", 39)
	tiny := "0." + strings.Repeat("0", 37) + "1"
	for _, amount := range []string{huge, negative, tiny, "0", "-1"} {
		for _, share := range []string{huge, negative, tiny, "2"} {
			team := dated(cost(t, canvas.BehaviourStaffStep, amount), -5, 1<<40)
			team.CustomersPerPerson = dec(t, share)
			costs := []canvas.CostLine{team, {ID: "r", Behaviour: canvas.BehaviourPercentOfRevenue, Rate: dec(t, share)}}
			for _, b := range canvas.Behaviours() {
				costs = append(costs, dated(cost(t, b, amount), 1<<40, -3), dated(cost(t, b, amount), 0, 1<<40))
			}
			factors := &canvas.Scenario{NewCustomers: dec(t, amount), Churn: dec(t, share), Price: dec(t, share), Cost: dec(t, amount)}
			p := project(t, canvas.Plan{HorizonMonths: 1 << 40, AmortisationMonths: 1 << 40, LifetimeMonths: -1, OpeningCash: dec(t, amount), DiscountRate: dec(t, share), Low: factors},
				segment(t, "a", amount, share, share, amount, share, ""), segment(t, "b", share, amount, amount, share, "", amount),
				stream(t, "s", amount, canvas.RecurrenceOneOff), stream(t, "u", share, canvas.RecurrencePerOrder),
				note("n", canvas.CostStructure, nil, costs...), relationship("r", "", []canvas.ID{"a", "b"}, costs...))
			for _, s := range costing.Scenarios() {
				m := costing.NewIn(p, s)
				if got := len(m.Projection().Months); got != costing.MaxHorizonMonths {
					t.Fatalf("got %d months", got)
				}
				if len(m.Segments()) != 2 || len(m.Lines()) != 2*len(costs) {
					t.Error("segments or lines are missing")
				}
				for _, month := range m.Projection().Months {
					if d, ok := month.Cash.Get(); ok && d.Exponent() < -1000 {
						t.Fatalf("month %d has %d places", month.Number, -d.Exponent())
					}
				}
			}
		}
	}
}

func TestCustomersKeepABoundedLength(t *testing.T) {
	p := costing.New(project(t, canvas.Plan{HorizonMonths: 60}, segment(t, "a", "1000", "0", "0.123456789", "", "", ""))).Projection()
	last, _ := p.Months[59].Customers.Get()
	if last.Exponent() < -costing.Precision {
		t.Errorf("got %d places", -last.Exponent())
	}
	// 1000 x 0.876543211^60 by the power itself, which is exact.
	exact := decimal.NewFromInt(1000)
	for range 60 {
		exact = exact.Mul(decimal.RequireFromString("0.876543211"))
	}
	if diff := exact.Sub(last).Abs(); diff.GreaterThan(decimal.New(1, -22)) {
		t.Errorf("got %s, which is off by %s", last, diff)
	}
}
