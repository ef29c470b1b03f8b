package xlsx

import (
	"github.com/shopspring/decimal"

	"ninefold/canvas/costing"
)

// Names of the figures that the projection is for.
const (
	nameBreakEvenMonth = "break_even_month"
	nameProfitable     = "profitable_month"
	nameLowestCash     = "lowest_cash"
	nameLowestMonth    = "lowest_cash_month"
	nameRunwayMonth    = "runway_month"
)

// projectionAt is where the months of the whole project stand.
type projectionAt struct {
	grid        *grid
	today, from int // rows: today's, and the first month's
	to          int
}

// The columns of the projection.
const (
	aheadMonth = iota + 1
	aheadCustomers
	aheadRevenue
	aheadStages
	aheadRelationships = iota + 5
	aheadOther
	aheadCommon
	aheadVariable
	aheadCost
	aheadResult
	aheadCash
	aheadPaidBack
	aheadNoLoss
	aheadBelow
)

// onPage is how many months have their charts on the same page.
const onPage = 3 * costing.MonthsPerYear

func (s *sheets) placeProjection() {
	s.ahead = projectionAt{grid: s.grids["projection"], today: 8, from: 9, to: 8 + len(s.months)}
}

// span is a column of all months.
func (at *projectionAt) span(column int) string {
	return fix(column, at.from) + ":" + fix(column, at.to)
}

func (s *sheets) projection() {
	at, g := &s.ahead, s.ahead.grid
	g.setWidths([]float64{9, 14, 15, 13, 14, 14, 12, 12, 14, 13, 12, 14, 13, 13, 15, 11, 11, 11})
	g.frozenColumns, g.frozenRows, g.repeatFrom = 1, 7, 7
	s.top(g, "projection")
	s.milestones(g)
	g.say(aheadMonth, 7, head, right, s.headWords("month"))
	g.say(aheadCustomers, 7, head, right, s.headWords("customers"))
	g.say(aheadRevenue, 7, head, right, s.headWords("revenue"))
	for i, stage := range stagesAnd() {
		g.say(aheadStages+i, 7, head, right, s.stage(costing.Kind{Relationship: true, Stage: stage}))
	}
	for i, key := range []string{"relationships", "other", "of_common", "variable", "cost", "result", "cash", "paid_back", "no_loss", "below"} {
		g.say(aheadRelationships+i, 7, head, right, s.words.T("xlsx.short."+key))
	}
	g.across(1, aheadBelow, at.today, plain)
	g.whole(aheadMonth, at.today, plain, whole, 0)
	g.formula(aheadCustomers, at.today, plain, ratio, s.seg.grid.at(a1(s.seg.total, s.seg.today)), s.model.All(costing.DriverCustomers))
	g.formula(aheadCash, at.today, plain, money, nameOpening, costing.Known(s.model.Plan().OpeningCash))
	paidBack, noLoss := s.fromHereOn()
	for m := range s.months {
		s.aheadMonth(m, paidBack[m], noLoss[m])
	}
	for _, n := range []struct {
		name   string
		column int
	}{
		{nameMonthNumber, aheadMonth},
		{"month_customers", aheadCustomers},
		{"month_revenue", aheadRevenue},
		{"month_cost", aheadCost},
		{"month_result", aheadResult},
		{"month_cash", aheadCash},
	} {
		s.book.define(n.name, g.at(at.span(n.column)))
	}
	if g.onePage = len(s.months) <= onPage; !g.onePage {
		s.book.fail(s.book.file.InsertPageBreak(g.name, a1(1, at.to+2)))
	}
	s.projectionCharts(g, at.to+2)
}

// milestones writes the months that matter.
func (s *sheets) milestones(g *grid) {
	at, ahead := &s.ahead, s.model.Projection()
	g.across(1, aheadBelow, 4, section)
	g.say(1, 4, section, text, s.words.T("xlsx.section.milestones"))
	months, cash := at.span(aheadMonth), at.span(aheadCash)
	first := func(column int) string { // of the months from which on all is well
		flags := at.span(column)
		return "IF(SUM(" + flags + ")=0," + nameNever + "," + nameHorizon + "-SUM(" + flags + ")+1)"
	}
	below := at.span(aheadBelow)
	lowest := fix(4, 6)
	for i, k := range []struct {
		key, name, formula string
		form               form
		value              costing.Amount
		never              bool
	}{
		{"break_even_month", nameBreakEvenMonth, first(aheadPaidBack), whole, monthAmount(ahead.BreakEven), true},
		{"profitable_month", nameProfitable, first(aheadNoLoss), whole, monthAmount(ahead.Profitable), true},
		{"lowest_cash", nameLowestCash, "IF(COUNT(" + cash + ")=0," + nameMissing + ",MIN(" + cash + "))", signed, ahead.LowestCash, false},
		{"lowest_cash_month", nameLowestMonth, when("INDEX("+months+",MATCH("+lowest+","+cash+",0),1)", lowest), whole, monthAmount(ahead.LowestCashMonth), false},
		{"runway_month", nameRunwayMonth, "IF(COUNT(" + below + ")=0," + nameNever + ",MIN(" + below + "))", whole, monthAmount(ahead.Runway), true},
	} {
		column := 2 + i
		g.say(column, 5, head, right, s.words.T("xlsx.key."+k.key))
		s.maybeNever(g, column, 6, result, k.form, k.formula, k.value, k.never)
		s.book.name(k.name, g, column, 6)
	}
}

// fromHereOn says for each month whether from there on all results so far are
// not below zero, and whether none of them is.
func (s *sheets) fromHereOn() (paidBack, noLoss []costing.Amount) {
	n, ahead := len(s.months), s.model.Projection()
	paidBack, noLoss = make([]costing.Amount, n), make([]costing.Amount, n)
	for m := range n {
		since := func(month int) costing.Amount {
			if month > 0 && m+1 >= month {
				return amountOf(1)
			}
			return amountOf(0)
		}
		paidBack[m], noLoss[m] = since(ahead.BreakEven), since(ahead.Profitable)
	}
	return paidBack, noLoss
}

// aheadMonth writes a month; months here count from 0.
func (s *sheets) aheadMonth(m int, paidBack, noLoss costing.Amount) {
	at, g, n := &s.ahead, s.ahead.grid, len(s.segments)
	row, month := at.from+m, &s.months[m]
	common := s.monthRow(n, m+1)
	number := fixColumn(aheadMonth, row)
	all := func(column int) string {
		return sumWhere(s.monthColumn(column), s.month.grid.at(fix(monthNumber, s.month.from)+":"+fix(monthNumber, s.monthRow(n, len(s.months)))), number)
	}
	g.whole(aheadMonth, row, plain, whole, m+1)
	g.formula(aheadCustomers, row, plain, ratio, s.month.grid.at(a1(monthCustomers, common)), month.Customers)
	g.formula(aheadRevenue, row, plain, flow, s.month.grid.at(a1(monthRevenue, common)), month.Revenue)
	for i, stage := range stagesAnd() {
		g.formula(aheadStages+i, row, plain, flow, all(s.month.stages+i), month.Stage(stage))
	}
	g.formula(aheadRelationships, row, total, flow, sumOf(a1(aheadStages, row)+":"+a1(aheadRelationships-1, row)), month.Relationships)
	g.formula(aheadOther, row, plain, flow, all(s.month.other), month.Other)
	g.formula(aheadCommon, row, faint, flow, s.month.grid.at(a1(s.month.cost, common)), month.Common)
	g.formula(aheadVariable, row, plain, flow, all(s.month.variable), month.Variable)
	parts := []string{a1(aheadRelationships, row), a1(aheadOther, row), a1(aheadVariable, row)}
	g.formula(aheadCost, row, total, flow, sumOfCells(parts...), month.Cost)
	revenue, cost := a1(aheadRevenue, row), a1(aheadCost, row)
	g.formula(aheadResult, row, total, flow, when(revenue+"-"+cost, revenue, cost), month.Result)
	before, made, cash := a1(aheadCash, row-1), a1(aheadResult, row), a1(aheadCash, row)
	g.formula(aheadCash, row, total, flow, when(before+"+"+made, before, made), month.Cash)

	rounded := func(figure string) string { return "ROUND(" + figure + "," + namePlaces + ")" }
	on := func(column int, figure, cell string) string {
		return "IF(ISNUMBER(" + cell + "),IF(" + rounded(figure) + "<0,0,IF(" + number + "=" + nameHorizon + ",1," + a1(column, row+1) + ")),0)"
	}
	g.formula(aheadPaidBack, row, faint, whole, on(aheadPaidBack, cash+"-"+nameOpening, cash), paidBack)
	g.formula(aheadNoLoss, row, faint, whole, on(aheadNoLoss, made, made), noLoss)
	below := "IF(ISNUMBER(" + cash + "),IF(" + rounded(cash) + "<0," + number + `,""),"")`
	if d, ok := month.Cash.Get(); ok && d.IsNegative() && !d.RoundBank(costing.CountPlaces).IsZero() {
		g.formula(aheadBelow, row, faint, whole, below, costing.Known(decimal.NewFromInt(int64(m+1))))
	} else {
		g.words(aheadBelow, row, faint, whole, below, "")
	}
}
