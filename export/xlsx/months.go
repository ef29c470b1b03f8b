package xlsx

import (
	"cmp"
	"slices"

	"ninefold/canvas"
	"ninefold/canvas/costing"
)

// monthsAt is where the months of each segment stand, one below the other, and
// below all of them those of what is common: a column for each kind of cost
// line, then the costs by stage and what is left.
type monthsAt struct {
	grid                                              *grid
	from                                              int // the first row
	kinds                                             int // columns
	stages, relationships, other, variable, cost, net int
}

// The first columns of the sheet of months.
const (
	monthSegment = iota + 1
	monthNumber
	monthCustomers
	monthFresh
	monthOrders
	monthRevenue
	monthKinds
)

// stagesAnd are the stages with the one that is not said.
func stagesAnd() []canvas.Stage { return append(canvas.Stages(), "") }

// kindsOf are the kinds that cost lines are of, by stage and then by behaviour.
func kindsOf(lines []costing.Line) []costing.Kind {
	seen := map[costing.Kind]bool{}
	for i := range lines {
		seen[lines[i].Kind()] = true
	}
	var kinds []costing.Kind
	for k := range seen {
		kinds = append(kinds, k)
	}
	place := func(k costing.Kind) int {
		if !k.Relationship {
			return len(stagesAnd())
		}
		return slices.Index(stagesAnd(), k.Stage)
	}
	slices.SortFunc(kinds, func(a, b costing.Kind) int {
		behaviours := canvas.Behaviours()
		return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(slices.Index(behaviours, a.Behaviour), slices.Index(behaviours, b.Behaviour)))
	})
	return kinds
}

func (s *sheets) placeMonths() {
	stages := monthKinds + len(s.kinds)
	relationships := stages + len(stagesAnd())
	s.month = monthsAt{
		grid: s.grids["months"], from: 6, kinds: monthKinds, stages: stages, relationships: relationships,
		other: relationships + 1, variable: relationships + 2, cost: relationships + 3, net: relationships + 4,
	}
}

// row is the row of a segment's month, from 1; what is common comes after all
// segments.
func (s *sheets) monthRow(segment, month int) int {
	return s.month.from + segment*len(s.months) + month - 1
}

// column is a column of all months, the common ones too.
func (s *sheets) monthColumn(c int) string {
	return s.month.grid.at(fixRow(c, s.month.from) + ":" + fixRow(c, s.monthRow(len(s.segments), len(s.months))))
}

func (s *sheets) monthSheet() {
	at, g := &s.month, s.month.grid
	n := len(s.segments)
	widths := []float64{9, 6.5, 10, 10, 12.5, 12}
	for range s.kinds {
		widths = append(widths, 11)
	}
	for range at.net - at.stages + 1 {
		widths = append(widths, 12)
	}
	g.setWidths(widths)
	g.frozenColumns, g.frozenRows, g.repeatFrom = 2, 5, 4
	s.top(g, "months")
	g.across(1, at.net, 4, band)
	g.say(monthCustomers, 4, band, text, s.words.T("xlsx.band.quantities"))
	for column, key := range []string{"segment", "month", "customers", "fresh", "orders", "revenue"} {
		side := right
		if column == 0 {
			side = text
		}
		g.say(column+1, 5, head, side, s.headWords(key))
	}
	for k, kind := range s.kinds {
		// What stands here is what the cost lines are told apart by.
		g.say(at.kinds+k, 4, band, wrapped, s.stage(kind))
		g.say(at.kinds+k, 5, head, right, s.behaviour(kind.Behaviour))
	}
	if last := at.kinds + len(s.kinds) - 1; last >= at.kinds {
		s.book.define(nameKindStage, g.at(fix(at.kinds, 4)+":"+fix(last, 4)))
		s.book.define(nameKindBehaviour, g.at(fix(at.kinds, 5)+":"+fix(last, 5)))
	}
	g.say(at.stages, 4, band, text, s.words.T("xlsx.band.months", "Currency", s.project.Head().Currency))
	for i, stage := range stagesAnd() {
		g.say(at.stages+i, 5, head, right, s.stage(costing.Kind{Relationship: true, Stage: stage}))
	}
	for i, key := range []string{"relationships", "other", "variable", "cost", "result"} {
		g.say(at.relationships+i, 5, head, right, s.words.T("xlsx.short."+key))
	}
	for i := range n {
		due := s.due(s.segments[i].Note.ID)
		for m := range s.months {
			s.segmentMonth(i, m, due)
			g.done(s.monthRow(i, m+1))
		}
	}
	due := s.due("")
	for m := range s.months {
		s.commonMonth(m, due)
		g.done(s.monthRow(n, m+1))
	}
}

// due is what the kinds of cost lines come to for a segment, month by month.
func (s *sheets) due(segment canvas.ID) [][]costing.Amount {
	out := make([][]costing.Amount, len(s.kinds))
	for k, kind := range s.kinds {
		out[k] = s.model.Due(segment, kind)
	}
	return out
}

// segmentMonth writes a month of a segment; months here count from 0.
func (s *sheets) segmentMonth(i, m int, due [][]costing.Amount) {
	at, seg, g := &s.month, &s.seg, s.month.grid
	row, month := s.monthRow(i, m+1), &s.months[m].Segments[i]
	letter, _ := clean(s.segments[i].Note.Segment.Letter)
	g.words(monthSegment, row, plain, text, s.in.grid.at(fix(s.in.first+i, s.in.letter)), letter)
	g.whole(monthNumber, row, plain, whole, m+1)
	customers, fresh := fixColumn(monthCustomers, row), fixColumn(monthFresh, row)
	each := seg.fix(i, seg.each)
	g.formula(monthCustomers, row, plain, ratio, seg.grid.at(a1(seg.first+i, seg.today+1+m)), month.Customers)
	g.formula(monthFresh, row, plain, ratio, seg.fix(i, seg.fresh), month.Driver(costing.DriverNewCustomers))
	g.formula(monthOrders, row, plain, ratio, when(customers+"*"+each, customers, each), month.Driver(costing.DriverOrders))
	g.formula(monthRevenue, row, plain, flow, s.bringsIn(i, customers, fresh), month.Revenue)
	for k := range s.kinds {
		g.formula(at.kinds+k, row, plain, flow, s.dueOf(i, k, row), due[k][m])
	}
	s.monthSums(row, month.ByStage)
	g.formula(at.variable, row, plain, flow, s.variableOf(seg.fix(i, seg.variable), customers), month.Variable)
	s.monthCost(row, month.Cost)
	r, c := fixColumn(monthRevenue, row), fixColumn(at.cost, row)
	g.formula(at.net, row, total, flow, when(r+"-"+c, r, c), month.Result)
}

// commonMonth writes a month of what falls on no segment; months here count
// from 0. Its quantities are those of all segments.
func (s *sheets) commonMonth(m int, due [][]costing.Amount) {
	at, seg, g, n := &s.month, &s.seg, s.month.grid, len(s.segments)
	row, month := s.monthRow(n, m+1), &s.months[m]
	g.say(monthSegment, row, plain, text, s.words.T("xlsx.common"))
	g.whole(monthNumber, row, plain, whole, m+1)
	g.formula(monthCustomers, row, plain, ratio, seg.grid.at(a1(seg.total, seg.today+1+m)), month.Customers)
	g.formula(monthFresh, row, plain, ratio, seg.all(seg.fresh), month.Driver(costing.DriverNewCustomers))
	own := func(column int) string {
		return fix(column, at.from) + ":" + fix(column, s.monthRow(n-1, len(s.months)))
	}
	all := func(column int) string {
		return sumWhere(own(column), own(monthNumber), fixColumn(monthNumber, row))
	}
	g.formula(monthOrders, row, plain, ratio, all(monthOrders), month.Driver(costing.DriverOrders))
	g.formula(monthRevenue, row, plain, flow, all(monthRevenue), month.Revenue)
	for k := range s.kinds {
		g.formula(at.kinds+k, row, plain, flow, s.dueOf(n, k, row), due[k][m])
	}
	s.monthSums(row, month.CommonByStage)
	g.blank(at.variable, row, plain, money)
	s.monthCost(row, month.Common)
	g.blank(at.net, row, total, money)
}

// monthSums adds a month's costs up by stage.
func (s *sheets) monthSums(row int, costs costing.ByStage) {
	at, g := &s.month, s.month.grid
	add := func(column int, r role, a costing.Amount, in func(costing.Kind) bool) {
		from := slices.IndexFunc(s.kinds, in)
		if from < 0 {
			g.whole(column, row, r, flow, 0) // no cost line is of the kind
			return
		}
		to := from
		for to+1 < len(s.kinds) && in(s.kinds[to+1]) {
			to++
		}
		g.formula(column, row, r, flow, sumOf(a1(at.kinds+from, row)+":"+a1(at.kinds+to, row)), a)
	}
	for i, stage := range stagesAnd() {
		add(at.stages+i, plain, costs.Stage(stage), func(k costing.Kind) bool { return k.Relationship && k.Stage == stage })
	}
	g.formula(at.relationships, row, total, flow, sumOf(a1(at.stages, row)+":"+a1(at.relationships-1, row)), costs.Relationships)
	add(at.other, plain, costs.Other, func(k costing.Kind) bool { return !k.Relationship })
}

// monthCost adds up the whole cost of a month.
func (s *sheets) monthCost(row int, cost costing.Amount) {
	at := &s.month
	at.grid.formula(at.cost, row, total, flow, sumOf(a1(at.relationships, row)+":"+a1(at.variable, row)), cost)
}
