package xlsx

import (
	"ninefold/canvas/costing"
)

// segmentsAt is where the figures of the segments stand that costs follow: a
// column for each segment from first on, then one for all together; and below
// them the customers of each month.
type segmentsAt struct {
	grid                                         *grid
	first, total                                 int
	customers, fresh, churn, each, orders        int
	variable, variables, recurring, once, person int
	revenue, today                               int
}

// cell is the address of a segment's figure, for other sheets.
func (at *segmentsAt) cell(segment, row int) string {
	return at.grid.at(fixRow(at.first+segment, row))
}

// fix is such an address that stays when its formula is copied.
func (at *segmentsAt) fix(segment, row int) string { return at.grid.at(fix(at.first+segment, row)) }

// all is the address of the figure of all segments together.
func (at *segmentsAt) all(row int) string { return at.grid.at(fix(at.total, row)) }

// row is the range of a figure over the segments.
func (at *segmentsAt) row(row int) string {
	return at.grid.at(fix(at.first, row) + ":" + fix(at.total-1, row))
}

// driver is the row of the quantity that costs follow.
func (at *segmentsAt) driver(d costing.Driver) int {
	switch d {
	case costing.DriverNewCustomers:
		return at.fresh
	case costing.DriverOrders:
		return at.orders
	case costing.DriverRevenue:
		return at.revenue
	}
	return at.customers
}

func (s *sheets) placeSegments() {
	s.seg = segmentsAt{
		grid: s.grids["segments"], first: 3, total: 3 + len(s.segments),
		customers: 6, fresh: 7, churn: 8, each: 9, orders: 10, variable: 11, variables: 12,
		recurring: 13, once: 14, person: 15, revenue: 16, today: 20,
	}
}

func (s *sheets) segmentSheet() {
	at, g := &s.seg, s.seg.grid
	g.setWidths(s.columnWidths(46.0, 30.0, perSegment(18), 18.0))
	g.frozenColumns, g.frozenRows, g.repeatFrom = 2, 4, 4
	s.top(g, "segments")
	g.blank(1, 4, head, text)
	g.say(2, 4, head, text, s.headWords("unit"))
	s.heads(g, at.first, 4)
	g.say(at.total, 4, head, right, s.words.T("xlsx.total"))
	s.today()
	s.customersAhead()
}

// today writes the quantities of today, as they are in the chosen scenario.
func (s *sheets) today() {
	at, in, g := &s.seg, &s.in, s.seg.grid
	g.across(1, at.total, 5, section)
	g.say(1, 5, section, text, s.words.T("xlsx.section.today"))
	link := func(row int) func(i int) string {
		return func(i int) string { return when(in.cell(i, row), in.cell(i, row)) }
	}
	times := func(row int, factor string) func(i int) string {
		return func(i int) string { return when(in.cell(i, row)+"*"+factor, in.cell(i, row), factor) }
	}
	for _, q := range []struct {
		row       int
		key, unit string
		form      form
		formula   func(i int) string
		value     func(s *costing.Segment) costing.Amount
		all       func() costing.Amount
	}{
		{
			at.customers, "customers", "customers", count, link(in.customers),
			func(s *costing.Segment) costing.Amount { return s.Customers }, s.allOf(costing.DriverCustomers),
		},
		{
			at.fresh, "fresh", "customers_month", count, times(in.fresh, nameFactorNew),
			func(s *costing.Segment) costing.Amount { return s.NewPerMonth }, s.allOf(costing.DriverNewCustomers),
		},
		{at.churn, "churn", "share_month", percent, func(i int) string {
			return when("MAX(0,MIN(1,"+in.cell(i, in.churn)+"*"+nameFactorChurn+"))", in.cell(i, in.churn), nameFactorChurn)
		}, func(s *costing.Segment) costing.Amount { return s.Churn }, nil},
		{
			at.each, "each", "orders_customer", count, link(in.orders),
			func(s *costing.Segment) costing.Amount { return s.OrdersPerCustomer }, nil,
		},
		{at.orders, "orders", "orders_month", count, func(i int) string {
			a, b := a1(at.first+i, at.each), a1(at.first+i, at.customers)
			return when(a+"*"+b, a, b)
		}, func(s *costing.Segment) costing.Amount { return s.Orders }, s.allOf(costing.DriverOrders)},
		{at.variable, "variable", "money_customer", money, func(i int) string {
			return "N(" + in.cell(i, in.variable) + ")*" + nameFactorCost
		}, func(s *costing.Segment) costing.Amount { return s.VariableCost }, nil},
		{at.variables, "variables", "money_month", money, func(i int) string {
			return s.variableOf(a1(at.first+i, at.variable), a1(at.first+i, at.customers))
		}, func(s *costing.Segment) costing.Amount { return s.Variable }, func() costing.Amount { return s.model.Totals().Variable }},
		{
			at.recurring, "recurring", "money_customer", money, s.recurring,
			func(s *costing.Segment) costing.Amount { return s.RecurringRevenue }, nil,
		},
		{
			at.once, "once", "money_new", money, s.once,
			func(s *costing.Segment) costing.Amount { return s.OneOffRevenue }, nil,
		},
		{
			at.person, "per_customer", "money_customer", money, s.brought,
			func(s *costing.Segment) costing.Amount { return s.RevenuePerCustomer }, nil,
		},
		{at.revenue, "revenue", "money_month", money, func(i int) string {
			a, b := a1(at.first+i, at.person), a1(at.first+i, at.customers)
			return when(a+"*"+b, a, b)
		}, func(s *costing.Segment) costing.Amount { return s.Revenue }, s.allOf(costing.DriverRevenue)},
	} {
		r := plain
		if q.row == at.revenue {
			r = total
		}
		g.across(1, at.total, q.row, r)
		g.say(1, q.row, r, text, s.words.T("xlsx.driver."+q.key))
		g.say(2, q.row, r, text, s.unit(q.unit))
		for i := range s.segments {
			g.formula(at.first+i, q.row, r, q.form, q.formula(i), q.value(&s.segments[i]))
		}
		if q.all != nil {
			g.formula(at.total, q.row, r, q.form, sumOf(a1(at.first, q.row)+":"+a1(s.last(at.first), q.row)), q.all())
		}
	}
}

func (s *sheets) allOf(d costing.Driver) func() costing.Amount {
	return func() costing.Amount { return s.model.All(d) }
}

// variableOf is the variable cost of so many customers: nothing where a
// customer costs nothing, however many there are.
func (s *sheets) variableOf(variable, customers string) string {
	return "IF(" + variable + "=0,0," + when(variable+"*"+customers, customers) + ")"
}

// customersAhead writes the customers of each month: those who stay and those
// who are won.
func (s *sheets) customersAhead() {
	at, g := &s.seg, s.seg.grid
	g.across(1, at.total, at.today-2, section)
	g.say(1, at.today-2, section, text, s.words.T("xlsx.section.customers"))
	g.blank(1, at.today-1, head, text)
	g.say(2, at.today-1, head, text, s.headWords("unit"))
	s.heads(g, at.first, at.today-1)
	g.say(at.total, at.today-1, head, right, s.words.T("xlsx.total"))
	first, last := at.today+1, at.today+len(s.months)
	s.book.define(nameCustomersAhead, g.at(fix(at.first, first)+":"+fix(at.total-1, last)))
	s.book.define(nameCustomersAll, g.at(fix(at.total, first)+":"+fix(at.total, last)))
	for m := range len(s.months) + 1 {
		row := at.today + m
		label, all := s.words.T("xlsx.month", "Month", m), s.model.All(costing.DriverCustomers)
		if m == 0 {
			label = s.words.T("xlsx.today")
		} else {
			all = s.months[m-1].Customers
		}
		g.say(1, row, plain, text, label)
		g.say(2, row, plain, text, s.unit("customers"))
		for i := range s.segments {
			column := at.first + i
			if m == 0 {
				g.formula(column, row, plain, ratio, fixRow(column, at.customers), s.segments[i].Customers)
				continue
			}
			before, churn, fresh := a1(column, row-1), fixRow(column, at.churn), fixRow(column, at.fresh)
			g.formula(column, row, plain, ratio, when(before+"*(1-"+churn+")+"+fresh, before, churn, fresh),
				s.months[m-1].Segments[i].Customers)
		}
		g.formula(at.total, row, total, ratio, sumOf(a1(at.first, row)+":"+a1(s.last(at.first), row)), all)
	}
}
