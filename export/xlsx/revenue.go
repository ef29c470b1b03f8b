package xlsx

import (
	"ninefold/canvas"
	"ninefold/canvas/costing"
)

// revenueAt is where the figures of the segments stand that costs follow: a
// column for each segment from first on, then one for all together.
type revenueAt struct {
	grid                                           *grid
	first, total                                   int
	perCustomer, customers, fresh, orders, revenue int
}

// cell is the address of a segment's figure, for other sheets.
func (at *revenueAt) cell(segment, row int) string { return at.grid.at(fixRow(at.first+segment, row)) }

// driver is the row of the quantity that costs follow.
func (at *revenueAt) driver(d costing.Driver) int {
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

// The first columns of the revenue sheet; the marks of the segments follow.
const (
	streamName = iota + 1
	streamUnit
	streamRecurrence
	streamPrice
	streamMarks
)

func (s *sheets) revenue() {
	g := s.book.sheet("xlsx.sheet.revenue")
	n := len(s.segments)
	at := &s.rev
	*at = revenueAt{grid: g, first: streamMarks + n, total: streamMarks + 2*n}
	s.top(g, "revenue")
	g.across(1, at.total, 4, band)
	g.say(streamMarks, 4, band, text, s.words.T("xlsx.band.paid_by"))
	g.say(at.first, 4, band, text, s.words.T("xlsx.band.brings", "Currency", s.project.Head().Currency))
	for column, key := range []string{"stream", "price_unit", "recurrence"} {
		g.say(column+1, 5, head, wrapped, s.words.T("xlsx.head."+key))
	}
	g.say(streamPrice, 5, head, right, s.words.T("xlsx.head.price", "Currency", s.project.Head().Currency))
	s.letterHeads(g, streamMarks, 5)
	s.heads(g, at.first, 5)
	g.say(at.total, 5, head, right, s.words.T("xlsx.total"))
	g.frozenColumns, g.frozenRows, g.repeatFrom = 1, 5, 4

	row := 6
	for _, st := range s.model.Streams() {
		s.stream(g, row, &st)
		row++
	}
	if row == 6 { // a row to begin with
		g.across(1, at.total, row, plain)
		row++
	}
	s.drivers(g, 6, row-1, row+1)

	g.widths = []float64{40, 22, 16, 14}
	for i := range 2*n + 1 {
		width := 16.0
		if i < n {
			width = 6
		}
		g.widths = append(g.widths, width)
	}
}

// mark says that a note serves a segment.
const mark = "x"

// marks writes which segments a note serves.
func (s *sheets) marks(g *grid, first, row int, ids []canvas.ID) {
	k := 0
	for i := range s.segments {
		if k < len(ids) && ids[k] == s.segments[i].Note.ID {
			g.say(first+i, row, input, centred, mark)
			k++
		} else {
			g.blank(first+i, row, input, centred)
		}
	}
}

func (s *sheets) stream(g *grid, row int, st *costing.Stream) {
	at := &s.rev
	r := st.Note.Revenue
	recurrence := s.words.T("xlsx.not_said")
	if r.Recurrence != "" {
		recurrence = s.words.T("recurrence." + string(r.Recurrence))
	}
	g.say(streamName, row, plain, wrapped, st.Note.Text)
	g.say(streamUnit, row, plain, wrapped, r.Unit)
	g.say(streamRecurrence, row, plain, wrapped, recurrence)
	g.figure(streamPrice, row, input, money, r.Price)
	served := s.model.Served(st.Note)
	s.marks(g, streamMarks, row, served)
	marks := fixColumn(streamMarks, row) + ":" + fixColumn(s.last(streamMarks), row)
	shares := map[canvas.ID]costing.Amount{}
	for _, share := range st.Shares {
		shares[share.Segment] = share.Monthly
	}
	for i, segment := range s.segments {
		pays := "OR(" + a1(streamMarks+i, row) + "=" + nameMark + ",COUNTIF(" + marks + "," + nameMark + ")=0)"
		formula := "IF(" + pays + "," + s.brings(r.Recurrence, i, fixColumn(streamPrice, row)) + `,"")`
		if a, ok := shares[segment.Note.ID]; ok {
			g.formula(at.first+i, row, plain, money, formula, a)
		} else {
			g.put(at.first+i, row, look{role: plain, form: money}, formula, "")
		}
	}
	g.blank(at.total, row, plain, text)
}

// brings is what a price brings per customer and month.
func (s *sheets) brings(r canvas.Recurrence, segment int, price string) string {
	in := &s.in
	switch r {
	case canvas.RecurrenceMonthly:
		return when(price, price)
	case canvas.RecurrenceQuarterly:
		return when(price+"/"+nameQuarter, price)
	case canvas.RecurrenceYearly:
		return when(price+"/"+nameYear, price)
	case canvas.RecurrencePerOrder:
		orders := in.cell(segment, in.orders)
		return when(price+"*"+orders, price, orders)
	case canvas.RecurrenceOneOff:
		fresh, customers := in.cell(segment, in.fresh), in.cell(segment, in.customers)
		return when("IF("+customers+">0,"+price+"*"+fresh+"/"+customers+","+nameMissing+")", price, fresh, customers)
	}
	return nameMissing
}

// drivers writes, under the streams in rows from to, the quantities of each
// segment that costs follow.
func (s *sheets) drivers(g *grid, from, to, row int) {
	at, in := &s.rev, &s.in
	g.across(1, at.total, row, section)
	g.say(1, row, section, text, s.words.T("xlsx.by_segment"))
	streams := row + 1
	at.perCustomer, at.customers, at.fresh, at.orders, at.revenue = row+2, row+3, row+4, row+5, row+6
	sums := s.streamSums()
	for _, q := range []struct {
		row       int
		key, unit string
		form      form
		total     bool
		formula   func(i int) string
		value     func(i int) costing.Amount
		all       costing.Amount
	}{
		{streams, "from_streams", "money_customer", money, false, func(i int) string {
			r := a1(at.first+i, from) + ":" + a1(at.first+i, to)
			return "IF(COUNT(" + r + ")=0," + nameMissing + "," + sumOf(r) + ")"
		}, func(i int) costing.Amount { return sums[i] }, costing.Amount{}},
		{at.perCustomer, "per_customer", "money_customer", money, false, func(i int) string {
			typed := in.cell(i, in.typed)
			return "IF(ISNUMBER(" + typed + ")," + typed + "," + a1(at.first+i, streams) + ")"
		}, func(i int) costing.Amount { return s.segments[i].RevenuePerCustomer }, costing.Amount{}},
		{at.customers, "customers", "customers", count, true, func(i int) string {
			return when(in.cell(i, in.customers), in.cell(i, in.customers))
		}, func(i int) costing.Amount { return s.segments[i].Customers }, s.model.All(costing.DriverCustomers)},
		{at.fresh, "fresh", "customers_month", count, true, func(i int) string {
			return when(in.cell(i, in.fresh), in.cell(i, in.fresh))
		}, func(i int) costing.Amount { return s.segments[i].NewPerMonth }, s.model.All(costing.DriverNewCustomers)},
		{at.orders, "orders", "orders_month", count, true, func(i int) string {
			a, b := in.cell(i, in.orders), in.cell(i, in.customers)
			return when(a+"*"+b, a, b)
		}, func(i int) costing.Amount { return s.segments[i].Orders }, s.model.All(costing.DriverOrders)},
		{at.revenue, "revenue", "money_month", money, true, func(i int) string {
			a, b := a1(at.first+i, at.perCustomer), a1(at.first+i, at.customers)
			return when(a+"*"+b, a, b)
		}, func(i int) costing.Amount { return s.segments[i].Revenue }, s.model.All(costing.DriverRevenue)},
	} {
		r := plain
		if q.row == at.revenue {
			r = total
		}
		g.across(1, at.total, q.row, r)
		g.say(streamName, q.row, r, text, s.words.T("xlsx.driver."+q.key))
		g.say(streamUnit, q.row, r, text, s.unit(q.unit))
		for i := range s.segments {
			g.formula(at.first+i, q.row, r, q.form, q.formula(i), q.value(i))
		}
		if q.total {
			g.formula(at.total, q.row, r, q.form, sumOf(a1(at.first, q.row)+":"+a1(s.last(at.first), q.row)), q.all)
		}
	}
}

// streamSums is what the streams bring per customer of each segment.
func (s *sheets) streamSums() []costing.Amount {
	brought := map[canvas.ID][]costing.Amount{}
	for _, st := range s.model.Streams() {
		for _, share := range st.Shares {
			brought[share.Segment] = append(brought[share.Segment], share.Monthly)
		}
	}
	out := make([]costing.Amount, len(s.segments))
	for i, segment := range s.segments {
		if len(brought[segment.Note.ID]) > 0 {
			out[i] = costing.Sum(brought[segment.Note.ID]...)
		}
	}
	return out
}
