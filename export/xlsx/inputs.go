package xlsx

import (
	"github.com/shopspring/decimal"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/costing"
)

// sheets writes the sheets one after the other, each knowing where those
// before it have put what its formulas need.
type sheets struct {
	book     *book
	words    *locale.Words
	project  *canvas.Project
	model    *costing.Model
	segments []costing.Segment // at least one

	in  inputsAt
	rev revenueAt
	out costsAt
}

// last is the last of the columns of segments that begin at first.
func (s *sheets) last(first int) int { return first + len(s.segments) - 1 }

// unit is what stands beside amounts.
func (s *sheets) unit(key string) string {
	return s.words.T("xlsx.unit."+key, "Currency", s.project.Head().Currency)
}

// top writes a sheet's title and what it is for.
func (s *sheets) top(g *grid, key string) {
	g.say(1, 1, title, text, s.project.Head().Title+" · "+g.name)
	g.say(1, 2, remark, text, s.words.T("xlsx.about."+key, "Currency", s.project.Head().Currency))
	g.heights[1] = 26
}

// segmentTitle heads a segment's column.
func (s *sheets) segmentTitle(i int) string {
	n := s.segments[i].Note
	out, _ := clean(n.Segment.Letter + " · " + n.SegmentName())
	return out
}

// heads repeats the segments' titles of the inputs over columns that begin at first.
func (s *sheets) heads(g *grid, first, row int) {
	for i := range s.segments {
		name := s.segmentTitle(i)
		g.paragraphs = append(g.paragraphs, paragraph{first + i, row, name})
		g.put(first+i, row, look{role: head, form: right}, s.in.grid.at(fix(s.in.first+i, s.in.head)), name)
	}
}

// letterHeads repeats the segments' letters over columns of marks.
func (s *sheets) letterHeads(g *grid, first, row int) {
	for i := range s.segments {
		letter, _ := clean(s.segments[i].Note.Segment.Letter)
		g.put(first+i, row, look{role: head, form: centred}, s.in.grid.at(fix(s.in.first+i, s.in.letter)), letter)
	}
}

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
	g := s.book.sheet("xlsx.sheet.inputs")
	s.in = inputsAt{grid: g, first: 3}
	s.top(g, "inputs")
	row := s.settings(g, 4)
	s.figures(g, row+1)
	g.onePage = true
	g.widths = []float64{44, 30}
	for range s.segments {
		g.widths = append(g.widths, 18)
	}
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
	number := func(r role, f form, n int) func() {
		return func() { d := decimal.NewFromInt(int64(n)); g.figure(at, row, r, f, &d) }
	}
	word := func(value string) func() {
		return func() { g.say(at, row, fixed, centred, value) }
	}
	heading("xlsx.settings")
	line("lifetime", s.unit("months"), nameLifetime, number(input, whole, plan.LifetimeMonths))
	line("amortisation", s.unit("months"), nameAmortisation, number(input, whole, plan.AmortisationMonths))
	line("discount", s.unit("share_month"), nameDiscount, func() {
		g.figure(at, row, input, percent, s.project.Head().Plan.DiscountRate)
		one := 1.0
		g.rule(a1(at, row), a1(at, row), 0, &one)
	})
	row++
	heading("xlsx.fixed")
	line("year", s.unit("months"), nameYear, number(fixed, whole, costing.MonthsPerYear))
	line("quarter", s.unit("months"), nameQuarter, number(fixed, whole, costing.MonthsPerQuarter))
	line("places", s.unit("places"), namePlaces, number(fixed, whole, costing.CountPlaces))
	line("mark", s.unit("text"), nameMark, word(mark))
	line("missing", s.unit("text"), nameMissing, word(s.words.T("xlsx.not_available")))
	line("never", s.unit("text"), nameNever, word(s.words.T("xlsx.never")))
	line("nature_fixed", s.unit("text"), nameFixed, word(s.words.T("xlsx.nature.fixed")))
	line("nature_driven", s.unit("text"), nameDriven, word(s.words.T("xlsx.nature.driven")))
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
	g.say(2, row, head, text, s.words.T("xlsx.head.unit"))
	for i, segment := range s.segments {
		g.say(at.first+i, at.letter, head, right, segment.Note.Segment.Letter)
		g.say(at.first+i, at.head, head, right, s.segmentTitle(i))
	}
	one := 1.0
	for _, f := range []struct {
		key, unit string
		form      form
		row       *int
		top       *float64
		of        func(canvas.Economics) *decimal.Decimal
	}{
		{"customers", "customers", count, &at.customers, nil, func(e canvas.Economics) *decimal.Decimal { return e.Customers }},
		{"fresh", "customers_month", count, &at.fresh, nil, func(e canvas.Economics) *decimal.Decimal { return e.NewPerMonth }},
		{"churn", "share_month", percent, &at.churn, &one, func(e canvas.Economics) *decimal.Decimal { return e.Churn }},
		{"orders", "orders_customer", count, &at.orders, nil, func(e canvas.Economics) *decimal.Decimal { return e.Orders }},
		{"variable", "money_customer", money, &at.variable, nil, func(e canvas.Economics) *decimal.Decimal { return e.VariableCost }},
		{"typed", "money_customer", money, &at.typed, nil, func(e canvas.Economics) *decimal.Decimal { return e.Revenue }},
	} {
		row++
		*f.row = row
		g.say(1, row, plain, wrapped, s.words.T("xlsx.input."+f.key))
		g.say(2, row, plain, text, s.unit(f.unit))
		for i, segment := range s.segments {
			g.figure(at.first+i, row, input, f.form, f.of(segment.Note.Segment.Economics))
		}
		g.rule(a1(at.first, row), a1(s.last(at.first), row), 0, f.top)
	}
}
