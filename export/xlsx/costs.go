package xlsx

import (
	"github.com/shopspring/decimal"

	"ninefold/canvas"
	"ninefold/canvas/costing"
)

// costsAt is where the cost lines stand.
type costsAt struct {
	grid                                                  *grid
	from, to                                              int // rows, with one to insert others above
	serves, price, basis, monthly, shares, common, source int // columns
}

// column is a column of all cost lines, for other sheets.
func (at *costsAt) column(c int) string { return at.grid.at(fix(c, at.from) + ":" + fix(c, at.to)) }

// shareColumn is such a column whose letter follows when a formula is copied
// to the next segment.
func (at *costsAt) shareColumn(c int) string {
	return at.grid.at(fixRow(c, at.from) + ":" + fixRow(c, at.to))
}

// The first columns of the cost sheet; the marks of the segments follow.
const (
	costLine = iota + 1
	costNote
	costBlock
	costStage
	costBehaviour
	costNature
	costAmount
	costFrom
	costTo
	costCycle
	costMarks
)

func (s *sheets) placeCosts() {
	n := len(s.segments)
	serves := costMarks + n
	s.out = costsAt{
		grid: s.grids["costs"], from: 6, to: 6 + len(s.lines),
		serves: serves, price: serves + 1, basis: serves + 2, monthly: serves + 3,
		shares: serves + 4, common: serves + 4 + n, source: serves + 5 + n,
	}
}

func (s *sheets) costs() {
	at, g := &s.out, s.out.grid
	g.setWidths(s.columnWidths(24.0, 20.0, 14.0, 11.0, 16.5, 9.0, 11.0, 7.5, 7.5, 7.5, perSegment(3.5), 8.0, 12.0, 12.0, 12.0, perSegment(15), 12.0, 18.0))
	g.frozenColumns, g.frozenRows, g.repeatFrom = 1, 5, 4
	s.top(g, "costs")
	g.across(1, at.source, 4, band)
	g.say(costAmount, 4, band, text, s.words.T("xlsx.band.figures"))
	g.say(costMarks, 4, band, text, s.words.T("xlsx.band.serves"))
	g.say(at.price, 4, band, text, s.words.T("xlsx.band.per_month", "Currency", s.project.Head().Currency))
	for column, key := range []string{
		"line", "note", "block", "stage", "behaviour", "nature", "amount", "from", "to", "cycle",
	} {
		side := text
		if column+1 >= costAmount {
			side = right
		}
		g.say(column+1, 5, head, side, s.headWords(key))
	}
	s.letterHeads(g, costMarks, 5)
	g.say(at.serves, 5, head, right, s.headWords("serves"))
	g.say(at.price, 5, head, right, s.headWords("price_scenario"))
	g.say(at.basis, 5, head, right, s.headWords("basis"))
	g.say(at.monthly, 5, head, right, s.headWords("monthly"))
	s.heads(g, at.shares, 5)
	g.say(at.common, 5, head, right, s.words.T("xlsx.common"))
	g.say(at.source, 5, head, noted, s.headWords("source"))
	s.costRules(g)
	s.costNames()

	g.shares.to = at.to
	w := s.costWords()
	for i := range s.lines {
		s.costLine(g, i, w)
		g.done(at.from + i)
	}
	g.across(1, at.source, at.to, faint)
	g.say(costLine, at.to, faint, text, s.words.T("xlsx.spare"))
	sums := at.to + 1
	g.across(1, at.source, sums, total)
	g.say(1, sums, total, text, s.words.T("xlsx.total"))
	sumUp := func(column int, a costing.Amount) {
		g.formula(column, sums, total, money, sumOf(a1(column, at.from)+":"+a1(column, at.to)), a)
	}
	totals := s.model.Totals()
	sumUp(at.monthly, costing.Sum(totals.Relationships, totals.Other))
	for i, segment := range s.segments {
		sumUp(at.shares+i, costing.Sum(segment.Relationships, segment.Other))
	}
	sumUp(at.common, totals.Common)
}

// costNames names the columns that other sheets sum.
func (s *sheets) costNames() {
	at := &s.out
	for _, n := range []struct {
		name   string
		column int
	}{
		{nameLineStage, costStage},
		{nameLineBlock, costBlock},
		{nameLineBehaviour, costBehaviour},
		{nameLineNature, costNature},
		{nameLineFrom, costFrom},
		{nameLineTo, costTo},
		{nameLineCycle, costCycle},
		{nameLineServes, at.serves},
		{nameLinePrice, at.price},
		{nameLineMonthly, at.monthly},
		{nameLineCommon, at.common},
	} {
		s.book.define(n.name, at.column(n.column))
	}
}

// costRules keeps inputs within what can be.
func (s *sheets) costRules(g *grid) {
	at := &s.out
	first := a1(costAmount, at.from)
	rate := fixColumn(costBehaviour, at.from) + "=" + nameRate
	g.where(first, a1(costAmount, at.to), "AND(ISNUMBER("+first+"),"+first+">=0,OR("+first+"<=1,NOT("+rate+")))", "xlsx.rule.amount_rate")
	g.rule(a1(costFrom, at.from), a1(costTo, at.to), someMonths)
	g.choice(a1(costMarks, at.from), a1(s.last(costMarks), at.to), nameMark, "xlsx.rule.mark")
}

// costWords are the words and formulas that many lines hold, made once.
type costWords struct {
	blocks     map[canvas.Block]string
	stages     map[costing.Kind]string
	behaviours map[canvas.Behaviour]string
	natures    [2]string // of driven lines, of fixed ones
	formulas   map[costClass]*costFormulas
	cycles     map[canvas.Behaviour]string
}

func (s *sheets) costWords() *costWords {
	from := fixColumn(costFrom, ownRow)
	w := &costWords{
		blocks: map[canvas.Block]string{}, stages: map[costing.Kind]string{}, behaviours: map[canvas.Behaviour]string{},
		natures:  [2]string{s.words.T("xlsx.nature.driven"), s.words.T("xlsx.nature.fixed")},
		formulas: map[costClass]*costFormulas{}, cycles: map[canvas.Behaviour]string{},
	}
	for _, b := range canvas.Blocks() {
		w.blocks[b] = s.words.T("block." + string(b))
	}
	for _, k := range s.kinds {
		w.stages[k] = s.stage(k)
		w.behaviours[k.Behaviour] = s.behaviour(k.Behaviour)
		class := costClass{k.Behaviour, k.Relationship}
		w.formulas[class] = s.costFormulas(class)
		if cycleOf(k.Behaviour) > 0 {
			w.cycles[k.Behaviour] = pattern(when("MOD("+from+","+nameOfCycle(k.Behaviour)+")", from))
		}
	}
	return w
}

func (s *sheets) costLine(g *grid, i int, w *costWords) {
	at, l, row := &s.out, &s.lines[i], s.out.from+i
	g.say(costLine, row, plain, wrapped, l.Cost.Label)
	g.say(costNote, row, plain, wrapped, l.Note.Text)
	g.say(costBlock, row, plain, wrapped, w.blocks[l.Note.Block])
	g.say(costStage, row, plain, wrapped, w.stages[l.Kind()])
	g.say(costBehaviour, row, plain, wrapped, w.behaviours[l.Cost.Behaviour])
	nature := w.natures[0]
	if l.Fixed() {
		nature = w.natures[1]
	}
	g.say(costNature, row, plain, text, nature)
	g.say(at.source, row, plain, noted, l.Cost.Source)
	s.costInputs(g, row, l, w)
	s.marks(g, costMarks, row, l.Shares)

	g.other = s.people.rows[i]
	f := w.formulas[costClass{l.Cost.Behaviour, l.Kind().Relationship}]
	g.formula(at.serves, row, plain, count, f.serves, amountOf(len(l.Shares)))
	g.formula(at.price, row, plain, priceForm(l), f.price, l.Price)
	basis := count
	if costing.DriverOf(l.Cost.Behaviour) == costing.DriverRevenue {
		basis = money
	}
	if len(l.Shares) == 0 && l.Fixed() && l.Cost.Behaviour != canvas.BehaviourStaffStep {
		g.words(at.basis, row, plain, basis, f.basis, "") // nothing to split
	} else {
		g.formula(at.basis, row, plain, basis, f.basis, l.Basis)
	}
	g.formula(at.monthly, row, plain, money, f.monthly, l.Monthly)
	k := 0
	for j := range s.segments {
		if k < len(l.Shares) && l.Shares[k].Segment == s.segments[j].Note.ID {
			g.formula(at.shares+j, row, plain, money, f.shares[j], l.Shares[k].Monthly)
			k++
		} else {
			g.words(at.shares+j, row, plain, money, f.shares[j], "")
		}
	}
	if len(l.Shares) == 0 {
		g.formula(at.common, row, plain, money, f.common, l.Monthly)
	} else {
		g.words(at.common, row, plain, money, f.common, "")
	}
}

// priceForm is how a line's price is written.
func priceForm(l *costing.Line) form {
	if l.Cost.Behaviour == canvas.BehaviourPercentOfRevenue {
		return percent
	}
	return money
}

// costInputs writes the figures that the line's behaviour needs; those of staff
// stand on a sheet of their own.
func (s *sheets) costInputs(g *grid, row int, l *costing.Line, w *costWords) {
	c := l.Cost
	switch {
	case isStaff(c.Behaviour):
		g.blank(costAmount, row, plain, money)
	case c.Behaviour == canvas.BehaviourPercentOfRevenue:
		g.figure(costAmount, row, input, percent, c.Rate)
	default:
		g.figure(costAmount, row, input, money, c.Amount)
	}
	g.whole(costFrom, row, input, whole, max(c.FromMonth, 1))
	if c.ToMonth > 0 {
		g.whole(costTo, row, input, whole, c.ToMonth)
	} else { // goes on until the end unless somebody says otherwise
		g.formula(costTo, row, input, whole, nameHorizon, amountOf(s.model.Plan().HorizonMonths))
	}
	switch cycle := cycleOf(c.Behaviour); cycle {
	case 0:
		g.blank(costCycle, row, plain, whole)
	default:
		g.formula(costCycle, row, plain, whole, w.cycles[c.Behaviour], amountOf(max(c.FromMonth, 1)%cycle))
	}
}

func isStaff(b canvas.Behaviour) bool {
	return b == canvas.BehaviourStaff || b == canvas.BehaviourStaffStep
}

// cycleOf is after how many months a behaviour is to be paid again; 0 where it
// is every month, or once.
func cycleOf(b canvas.Behaviour) int {
	switch b {
	case canvas.BehaviourQuarterly:
		return costing.MonthsPerQuarter
	case canvas.BehaviourYearly:
		return costing.MonthsPerYear
	}
	return 0
}

func nameOfCycle(b canvas.Behaviour) string {
	if b == canvas.BehaviourQuarterly {
		return nameQuarter
	}
	return nameYear
}

func amountOf(n int) costing.Amount { return costing.Known(decimal.NewFromInt(int64(n))) }
