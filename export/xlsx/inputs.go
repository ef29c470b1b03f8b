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
	row = s.figures(g, row+1)
	s.constants(g, row+1)
}

// A settingList writes named cells, one below the other.
type settingList struct {
	*sheets
	grid *grid
	row  int // the next one
}

// settingColumn is where they stand.
const settingColumn = 3

func (l *settingList) heading(key string) {
	l.grid.across(1, l.last(settingColumn), l.row, section)
	l.grid.say(1, l.row, section, text, l.words.T(key))
	l.row++
}

func (l *settingList) line(key, unit, name string, write func(row int)) {
	l.grid.say(1, l.row, plain, wrapped, l.words.T("xlsx.input."+key))
	l.grid.say(2, l.row, plain, text, unit)
	write(l.row)
	l.book.name(name, l.grid, settingColumn, l.row)
	l.row++
}

// whole writes a whole number.
func (l *settingList) whole(r role, n int) func(row int) {
	return func(row int) { l.grid.whole(settingColumn, row, r, whole, n) }
}

// settings writes the project's settings, and returns the row after them.
func (s *sheets) settings(g *grid, row int) int {
	l := &settingList{s, g, row}
	plan := s.model.Plan()
	cell := func(row int) string { return a1(settingColumn, row) }
	l.heading("xlsx.settings")
	l.line("opening", s.unit("money"), nameOpening, func(row int) {
		g.figure(settingColumn, row, input, money, &plan.OpeningCash)
		g.rule(cell(row), cell(row), anyFigure)
	})
	first := l.row
	l.line("lifetime", s.unit("months"), nameLifetime, l.whole(input, plan.LifetimeMonths))
	l.line("amortisation", s.unit("months"), nameAmortisation, l.whole(input, plan.AmortisationMonths))
	g.rule(cell(first), cell(l.row-1), someMonths)
	l.line("discount", s.unit("share_month"), nameDiscount, func(row int) {
		g.figure(settingColumn, row, input, percent, s.project.Head().Plan.DiscountRate)
		g.rule(cell(row), cell(row), aShare)
	})
	return l.row
}

// constants writes what formulas need to know.
func (s *sheets) constants(g *grid, row int) {
	l := &settingList{s, g, row}
	l.heading("xlsx.fixed")
	l.line("horizon", s.unit("months"), nameHorizon, func(row int) {
		l.whole(fixed, s.model.Plan().HorizonMonths)(row)
		cell := a1(settingColumn, row)
		g.where(cell, cell, cell+"=COUNT("+nameMonthNumber+")", "xlsx.rule.horizon")
	})
	l.line("year", s.unit("months"), nameYear, l.whole(fixed, costing.MonthsPerYear))
	l.line("quarter", s.unit("months"), nameQuarter, l.whole(fixed, costing.MonthsPerQuarter))
	l.line("places", s.unit("places"), namePlaces, l.whole(fixed, costing.CountPlaces))
	l.line("tolerance", s.unit("share"), nameTolerance, func(row int) { g.figure(settingColumn, row, fixed, count, &tolerance) })
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
		l.line(w.key, s.unit("text"), w.name, func(row int) { g.say(settingColumn, row, fixed, centred, w.value) })
	}
}

// figures writes what the user says of each segment, and returns the row after
// it.
func (s *sheets) figures(g *grid, row int) int {
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
	return row + 1
}
