package xlsx

import (
	"ninefold/canvas"
	"ninefold/canvas/costing"
)

// revenueAt is where the streams of revenue stand: a row for each, and what it
// brings per customer of each segment from first on.
type revenueAt struct {
	grid          *grid
	from, to      int // rows
	serves, price int // columns
	first         int
}

// The first columns of the revenue sheet; the marks of the segments follow.
const (
	streamName = iota + 1
	streamUnit
	streamRecurrence
	streamPrice
	streamMarks
)

func (s *sheets) placeRevenue() {
	n := len(s.segments)
	s.rev = revenueAt{
		grid: s.grids["revenue"], from: 6, to: 6 + max(len(s.model.Streams()), 1) - 1,
		serves: streamMarks + n, price: streamMarks + n + 1, first: streamMarks + n + 2,
	}
}

// column is a column of all streams; its letter follows when a formula is
// copied to the next segment.
func (at *revenueAt) column(c int) string {
	return at.grid.at(fixRow(c, at.from) + ":" + fixRow(c, at.to))
}

// fixed is such a column that stays.
func (at *revenueAt) fixed(c int) string { return at.grid.at(fix(c, at.from) + ":" + fix(c, at.to)) }

func (s *sheets) revenue() {
	at, g := &s.rev, s.rev.grid
	last := s.last(at.first)
	g.setWidths(s.columnWidths(40.0, 22.0, 16.0, 14.0, perSegment(6), 10.0, 14.0, perSegment(16)))
	g.frozenColumns, g.frozenRows, g.repeatFrom = 1, 5, 4
	s.top(g, "revenue")
	g.across(1, last, 4, band)
	g.say(streamMarks, 4, band, text, s.words.T("xlsx.band.paid_by"))
	g.say(at.first, 4, band, text, s.words.T("xlsx.band.brings", "Currency", s.project.Head().Currency))
	for column, key := range []string{"stream", "price_unit", "recurrence"} {
		g.say(column+1, 5, head, wrapped, s.headWords(key))
	}
	g.say(streamPrice, 5, head, right, s.headWords("price"))
	s.letterHeads(g, streamMarks, 5)
	g.say(at.serves, 5, head, right, s.headWords("serves"))
	g.say(at.price, 5, head, right, s.headWords("price_scenario"))
	s.heads(g, at.first, 5)

	for i, st := range s.model.Streams() {
		s.stream(g, at.from+i, &st)
	}
	if len(s.model.Streams()) == 0 { // a row to begin with
		g.across(1, last, at.from, plain)
	}
	g.rule(a1(streamPrice, at.from), a1(streamPrice, at.to), anAmount)
	g.choice(a1(streamMarks, at.from), a1(s.last(streamMarks), at.to), nameMark, "xlsx.rule.mark")
	s.book.define("stream_price", at.fixed(at.price))
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
	served := st.Shares
	if len(s.model.Served(st.Note)) == 0 {
		served = nil // all pay, and none is marked
	}
	s.marks(g, streamMarks, row, served)
	g.formula(at.serves, row, plain, count, s.marked(streamMarks, row), amountOf(len(served)))
	typed := fixColumn(streamPrice, row)
	g.formula(at.price, row, plain, money, when(typed+"*"+nameFactorPrice, typed, nameFactorPrice), st.Price)
	shares := map[canvas.ID]costing.Amount{}
	for _, share := range st.Shares {
		shares[share.Segment] = share.Monthly
	}
	for i, segment := range s.segments {
		pays := "OR(" + a1(streamMarks+i, row) + "=" + nameMark + "," + fixColumn(at.serves, row) + "=0)"
		formula := "IF(" + pays + "," + s.brings(r.Recurrence, i, fixColumn(at.price, row)) + `,"")`
		if a, ok := shares[segment.Note.ID]; ok {
			g.formula(at.first+i, row, plain, money, formula, a)
		} else {
			g.words(at.first+i, row, plain, money, formula, "")
		}
	}
}

// brings is what a price brings per customer and month.
func (s *sheets) brings(r canvas.Recurrence, segment int, price string) string {
	seg := &s.seg
	switch r {
	case canvas.RecurrenceMonthly:
		return price
	case canvas.RecurrenceQuarterly:
		return when(price+"/"+nameQuarter, price)
	case canvas.RecurrenceYearly:
		return when(price+"/"+nameYear, price)
	case canvas.RecurrencePerOrder:
		orders := seg.cell(segment, seg.each)
		return when(price+"*"+orders, price, orders)
	case canvas.RecurrenceOneOff:
		fresh, customers := seg.cell(segment, seg.fresh), seg.cell(segment, seg.customers)
		return when("IF("+customers+">0,"+price+"*"+fresh+"/"+customers+","+nameMissing+")", price, fresh, customers)
	}
	return nameMissing
}

// typedOr is a segment's revenue as it is typed, or what follows from the
// streams where any is paid by it.
func (s *sheets) typedOr(i int, typed, streams string) string {
	cell, r := s.in.cell(i, s.in.typed), s.rev.column(s.rev.first+i)
	return "IF(ISNUMBER(" + cell + ")," + typed + ",IF(COUNT(" + r + ")+COUNTIF(" + r + "," + nameMissing + ")=0," + nameMissing + "," + streams + "))"
}

func (s *sheets) typed(i int) string { return s.in.cell(i, s.in.typed) + "*" + nameFactorPrice }

// brought is what a customer brings in a month.
func (s *sheets) brought(i int) string {
	return s.typedOr(i, s.typed(i), sumOf(s.rev.column(s.rev.first+i)))
}

// recurring is what a customer brings in a month but for what is paid once.
func (s *sheets) recurring(i int) string {
	at := &s.rev
	return s.typedOr(i, s.typed(i), sumWhere(at.column(at.first+i), at.fixed(streamRecurrence), `"<>"&`+nameOnce))
}

// once is what a new customer pays once.
func (s *sheets) once(i int) string {
	at := &s.rev
	price, paid := at.fixed(at.price), at.fixed(streamRecurrence)+","+nameOnce
	own, common := at.column(streamMarks+i)+","+nameMark, at.fixed(at.serves)+",0"
	total := func(who string) string { return "SUMIFS(" + price + "," + paid + "," + who + ")" }
	missing := func(who string) string { return "COUNTIFS(" + price + "," + nameMissing + "," + paid + "," + who + ")" }
	return s.typedOr(i, "0", sum("("+total(own)+"+"+total(common)+")", missing(own)+"+"+missing(common)))
}
