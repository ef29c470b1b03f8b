package xlsx

import (
	"github.com/shopspring/decimal"

	"ninefold/canvas"
	"ninefold/canvas/costing"
)

// inputsAt is where the inputs stand: a column for each segment from first on,
// and a row for each figure.
type inputsAt struct {
	grid                                             *grid
	first, letter, head                              int
	customers, fresh, churn, orders, variable, typed int
}

// cell is the address of a segment's figure, for other sheets.
func (at *inputsAt) cell(segment, row int) string { return at.grid.at(fixRow(at.first+segment, row)) }

func (s *sheets) inputs() {
	g := s.grids["inputs"]
	s.in = inputsAt{grid: g, first: 3}
	g.setWidths(s.columnWidths(46.0, 30.0, perSegment(18)))
	g.onePage = true
	s.top(g, "inputs")
	row := s.settings(g, 4)
	s.figures(g, row+1)
}

// settings writes the project's settings and what formulas need to know, and
// returns the row after them.
func (s *sheets) settings(g *grid, row int) int {
	const at = 3
	plan := s.model.Plan()
	heading := func(key string) {
		g.across(1, s.last(at), row, section)
		g.say(1, row, section, text, s.words.T(key))
		row++
	}
	line := func(key, unit, name string, write func()) {
		g.say(1, row, plain, wrapped, s.words.T("xlsx.input."+key))
		g.say(2, row, plain, text, unit)
		write()
		s.book.name(name, g, at, row)
		row++
	}
	number := func(r role, n int) func() { return func() { g.whole(at, row, r, whole, n) } }
	word := func(value string) func() {
		return func() { g.say(at, row, fixed, centred, value) }
	}
	heading("xlsx.settings")
	opening := plan.OpeningCash
	line("opening", s.unit("money"), nameOpening, func() {
		g.figure(at, row, input, money, &opening)
		g.rule(a1(at, row), a1(at, row), anyFigure)
	})
	first := row
	line("lifetime", s.unit("months"), nameLifetime, number(input, plan.LifetimeMonths))
	line("amortisation", s.unit("months"), nameAmortisation, number(input, plan.AmortisationMonths))
	g.rule(a1(at, first), a1(at, row-1), someMonths)
	line("discount", s.unit("share_month"), nameDiscount, func() {
		g.figure(at, row, input, percent, s.project.Head().Plan.DiscountRate)
		g.rule(a1(at, row), a1(at, row), aShare)
	})
	row++
	heading("xlsx.fixed")
	line("horizon", s.unit("months"), nameHorizon, number(fixed, plan.HorizonMonths))
	line("year", s.unit("months"), nameYear, number(fixed, costing.MonthsPerYear))
	line("quarter", s.unit("months"), nameQuarter, number(fixed, costing.MonthsPerQuarter))
	line("places", s.unit("places"), namePlaces, number(fixed, costing.CountPlaces))
	line("tolerance", s.unit("share"), nameTolerance, func() { g.figure(at, row, fixed, count, &tolerance) })
	for _, w := range []struct{ key, name, value string }{
		{"mark", nameMark, mark},
		{"missing", nameMissing, s.book.missing},
		{"never", nameNever, s.words.T("xlsx.never")},
		{"nature_fixed", nameFixed, s.words.T("xlsx.nature.fixed")},
		{"nature_driven", nameDriven, s.words.T("xlsx.nature.driven")},
		{"once", nameOnce, s.words.T("recurrence.one_off")},
		{"rate", nameRate, s.behaviour(canvas.BehaviourPercentOfRevenue)},
		{"fine", nameFine, s.words.T("xlsx.check.fine")},
		{"look", nameLook, s.words.T("xlsx.check.look")},
	} {
		line(w.key, s.unit("text"), w.name, word(w.value))
	}
	return row
}

// figures writes what the user says of each segment.
func (s *sheets) figures(g *grid, row int) {
	at := &s.in
	g.across(1, s.last(at.first), row, section)
	g.say(1, row, section, text, s.words.T("xlsx.segments"))
	row++
	at.letter, at.head = row, row+1
	g.across(1, 2, row, head)
	row++
	g.blank(1, row, head, text)
	g.say(2, row, head, text, s.headWords("unit"))
	for i, segment := range s.segments {
		g.say(at.first+i, at.letter, head, right, segment.Note.Segment.Letter)
		g.say(at.first+i, at.head, head, right, s.segmentTitle(i))
	}
	for _, f := range []struct {
		key, unit string
		form      form
		row       *int
		bound     bound
		of        func(canvas.Economics) *decimal.Decimal
	}{
		{"customers", "customers", count, &at.customers, anAmount, func(e canvas.Economics) *decimal.Decimal { return e.Customers }},
		{"fresh", "customers_month", count, &at.fresh, anAmount, func(e canvas.Economics) *decimal.Decimal { return e.NewPerMonth }},
		{"churn", "share_month", percent, &at.churn, aShare, func(e canvas.Economics) *decimal.Decimal { return e.Churn }},
		{"orders", "orders_customer", count, &at.orders, anAmount, func(e canvas.Economics) *decimal.Decimal { return e.Orders }},
		{"variable", "money_customer", money, &at.variable, anAmount, func(e canvas.Economics) *decimal.Decimal { return e.VariableCost }},
		{"typed", "money_customer", money, &at.typed, anAmount, func(e canvas.Economics) *decimal.Decimal { return e.Revenue }},
	} {
		row++
		*f.row = row
		g.say(1, row, plain, wrapped, s.words.T("xlsx.input."+f.key))
		g.say(2, row, plain, text, s.unit(f.unit))
		for i, segment := range s.segments {
			g.figure(at.first+i, row, input, f.form, f.of(segment.Note.Segment.Economics))
		}
		g.rule(a1(at.first, row), a1(s.last(at.first), row), f.bound)
	}
}
