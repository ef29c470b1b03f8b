package xlsx

import (
	"github.com/shopspring/decimal"

	"ninefold/canvas/costing"
)

// scenarios writes the one cell that chooses the scenario, the factors of all
// three, and what the chosen one comes to.
func (s *sheets) scenarios() {
	g := s.grids["scenarios"]
	g.setWidths([]float64{46, 30, 16, 16, 16, 16})
	g.onePage = true
	s.top(g, "scenarios")
	const (
		choice, heads, first = 4, 7, 3 // rows; the column of the first scenario
	)
	all := costing.Scenarios()
	chosen, last := first+len(all), first+len(all)-1
	names := fix(first, heads) + ":" + fix(last, heads)

	g.say(1, choice, section, text, s.words.T("xlsx.scenario.chosen"))
	g.across(2, 2, choice, section)
	g.say(first, choice, input, centred, s.scenario(s.model.Scenario()))
	g.choice(a1(first, choice), a1(first, choice), names, "xlsx.rule.scenario")
	s.book.name(nameScenario, g, first, choice)

	g.across(1, chosen, heads-1, section)
	g.say(1, heads-1, section, text, s.words.T("xlsx.scenario.factors"))
	g.blank(1, heads, head, text)
	g.say(2, heads, head, text, s.headWords("unit"))
	for i, scenario := range all {
		g.say(first+i, heads, head, right, s.scenario(scenario))
	}
	g.say(chosen, heads, head, right, s.words.T("xlsx.scenario.column"))
	plan := s.project.Head().Plan
	for k, f := range []struct {
		key, name string
		of        func(costing.Factors) decimal.Decimal
	}{
		{"new", nameFactorNew, func(f costing.Factors) decimal.Decimal { return f.NewCustomers }},
		{"churn", nameFactorChurn, func(f costing.Factors) decimal.Decimal { return f.Churn }},
		{"price", nameFactorPrice, func(f costing.Factors) decimal.Decimal { return f.Price }},
		{"cost", nameFactorCost, func(f costing.Factors) decimal.Decimal { return f.Cost }},
	} {
		row := heads + 1 + k
		g.say(1, row, plain, wrapped, s.words.T("xlsx.scenario."+f.key))
		g.say(2, row, plain, text, s.unit("ratio"))
		for i, scenario := range all {
			r := input
			if scenario == costing.ScenarioBase {
				r = fixed // what the project says, unscaled
			}
			d := f.of(costing.FactorsOf(plan, scenario))
			g.figure(first+i, row, r, count, &d)
		}
		values := fixColumn(first, row) + ":" + fixColumn(last, row)
		g.formula(chosen, row, total, count, "INDEX("+values+",1,MATCH("+nameScenario+","+names+",0))",
			costing.Known(f.of(s.model.Factors())))
		s.book.name(f.name, g, chosen, row)
		g.rule(a1(first, row), a1(last, row), anAmount)
	}
	s.outcome(g, heads+6)
}

// scenario is a scenario's name.
func (s *sheets) scenario(scenario costing.Scenario) string {
	return s.words.T("scenario." + string(scenario))
}

// outcome writes the figures that a scenario is chosen for.
func (s *sheets) outcome(g *grid, row int) {
	const at = 3
	g.across(1, at, row, section)
	g.say(1, row, section, text, s.words.T("xlsx.scenario.outcome"))
	totals, ahead := s.model.Totals(), s.model.Projection()
	for _, f := range []struct {
		key, unit, name string
		form            form
		value           costing.Amount
		never           bool
	}{
		{"xlsx.figure.revenue", "money_month", "total_revenue", signed, totals.Revenue, false},
		{"xlsx.figure.cost", "money_month", "total_cost", signed, totals.Cost, false},
		{"xlsx.figure.result_all", "money_month", "total_result", signed, totals.Result, false},
		{"xlsx.key.break_even_month", "month", nameBreakEvenMonth, whole, monthAmount(ahead.BreakEven), true},
		{"xlsx.key.lowest_cash", "money", nameLowestCash, signed, ahead.LowestCash, false},
		{"xlsx.key.lowest_cash_month", "month", nameLowestMonth, whole, monthAmount(ahead.LowestCashMonth), false},
		{"xlsx.key.runway_month", "month", nameRunwayMonth, whole, monthAmount(ahead.Runway), true},
	} {
		row++
		g.say(1, row, plain, wrapped, s.words.T(f.key))
		g.say(2, row, plain, text, s.unit(f.unit))
		s.maybeNever(g, at, row, result, f.form, f.name, f.value, f.never)
	}
}

// maybeNever puts a figure, or the word for what never comes about.
func (s *sheets) maybeNever(g *grid, column, row int, r role, f form, formula string, a costing.Amount, never bool) {
	if _, ok := a.Get(); !ok && never {
		g.words(column, row, r, f, formula, s.words.T("xlsx.never"))
		return
	}
	g.formula(column, row, r, f, formula, a)
}

// monthAmount is a month of the projection; not available for 0, which is none.
func monthAmount(month int) costing.Amount {
	if month == 0 {
		return costing.Amount{}
	}
	return costing.Known(decimal.NewFromInt(int64(month)))
}
