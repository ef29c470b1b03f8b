package xlsx

import (
	"ninefold/canvas"
	"ninefold/canvas/costing"
)

// costsAt is where the cost lines stand.
type costsAt struct {
	grid                                   *grid
	from, to                               int // rows
	basis, monthly, shares, common, source int // columns
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
	costRate
	costPeople
	costPerPerson
	costPayments
	costEmployer
	costMarks
)

func (s *sheets) costs() {
	g := s.book.sheet("xlsx.sheet.costs")
	n := len(s.segments)
	at := &s.out
	*at = costsAt{grid: g, from: 6, basis: costMarks + n, monthly: costMarks + n + 1, shares: costMarks + n + 2, common: costMarks + 2*n + 2, source: costMarks + 2*n + 3}
	at.to = at.from + max(len(s.model.Lines()), 1) - 1
	s.top(g, "costs")
	g.across(1, at.source, 4, band)
	g.say(costAmount, 4, band, text, s.words.T("xlsx.band.figures"))
	g.say(costMarks, 4, band, text, s.words.T("xlsx.band.serves"))
	g.say(at.basis, 4, band, text, s.words.T("xlsx.band.per_month", "Currency", s.project.Head().Currency))
	for column, key := range []string{
		"line", "note", "block", "stage", "behaviour", "nature", "amount", "rate", "people", "per_person", "payments", "employer",
	} {
		side := text
		if column+1 >= costAmount {
			side = right
		}
		g.say(column+1, 5, head, side, s.words.T("xlsx.head."+key, "Currency", s.project.Head().Currency))
	}
	s.letterHeads(g, costMarks, 5)
	g.say(at.basis, 5, head, right, s.words.T("xlsx.head.basis"))
	g.say(at.monthly, 5, head, right, s.words.T("xlsx.head.monthly"))
	s.heads(g, at.shares, 5)
	g.say(at.common, 5, head, right, s.words.T("xlsx.common"))
	g.say(at.source, 5, head, noted, s.words.T("xlsx.head.source"))
	g.frozenColumns, g.frozenRows, g.repeatFrom = 1, 5, 4

	lines := s.model.Lines()
	for i := range lines {
		s.costLine(g, at.from+i, &lines[i])
	}
	if len(lines) == 0 { // a row to begin with
		g.across(1, at.source, at.from, plain)
	}
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
	s.costRules(g)

	g.widths = []float64{26, 20, 14, 10, 15, 8, 11, 9, 8, 10, 9, 10}
	for range s.segments {
		g.widths = append(g.widths, 5)
	}
	g.widths = append(g.widths, 14, 13)
	for range s.segments {
		g.widths = append(g.widths, 13)
	}
	g.widths = append(g.widths, 13, 18)
}

// costRules keeps inputs within what can be.
func (s *sheets) costRules(g *grid) {
	one := 1.0
	for _, column := range []int{costAmount, costPeople, costPerPerson, costPayments, costEmployer} {
		g.rule(a1(column, s.out.from), a1(column, s.out.to), 0, nil)
	}
	g.rule(a1(costRate, s.out.from), a1(costRate, s.out.to), 0, &one)
}

func (s *sheets) costLine(g *grid, row int, l *costing.Line) {
	at := &s.out
	g.across(1, at.source, row, plain)
	g.say(costLine, row, plain, wrapped, l.Cost.Label)
	g.say(costNote, row, plain, wrapped, l.Note.Text)
	g.say(costBlock, row, plain, wrapped, s.words.T("block."+string(l.Note.Block)))
	if l.Note.Block == canvas.CustomerRelationships {
		g.say(costStage, row, plain, wrapped, s.stage(l.Stage()))
	}
	behaviour := s.words.T("xlsx.not_said")
	if l.Cost.Behaviour != "" {
		behaviour = s.words.T("behaviour." + string(l.Cost.Behaviour))
	}
	g.say(costBehaviour, row, plain, wrapped, behaviour)
	nature := "xlsx.nature.driven"
	if l.Fixed() {
		nature = "xlsx.nature.fixed"
	}
	g.say(costNature, row, plain, text, s.words.T(nature))
	s.costInputs(g, row, l)
	g.say(at.source, row, plain, noted, l.Cost.Source)
	s.marks(g, costMarks, row, s.model.Served(l.Note))

	f := s.costFormulas(row, l)
	basis := count
	if costing.DriverOf(l.Cost.Behaviour) == costing.DriverRevenue {
		basis = money
	}
	if len(l.Shares) == 0 && l.Fixed() && l.Cost.Behaviour != canvas.BehaviourStaffStep {
		g.put(at.basis, row, look{role: plain, form: basis}, f.basis, "") // nothing to split
	} else {
		g.formula(at.basis, row, plain, basis, f.basis, l.Basis)
	}
	if l.Cost.Behaviour == canvas.BehaviourStaffStep {
		g.formula(costPeople, row, plain, count, f.people, l.People)
	}
	g.formula(at.monthly, row, plain, money, f.monthly, l.Monthly)
	k := 0
	for i, segment := range s.segments {
		if k < len(l.Shares) && l.Shares[k].Segment == segment.Note.ID {
			g.formula(at.shares+i, row, plain, money, f.share(i), l.Shares[k].Monthly)
			k++
		} else {
			g.put(at.shares+i, row, look{role: plain, form: money}, f.share(i), "")
		}
	}
	if len(l.Shares) == 0 {
		g.formula(at.common, row, plain, money, f.common, l.Monthly)
	} else {
		g.put(at.common, row, look{role: plain, form: money}, f.common, "")
	}
}

// stage is a stage's name; stages that are not said have one, too.
func (s *sheets) stage(stage canvas.Stage) string {
	if stage == "" {
		return s.words.T("xlsx.no_stage")
	}
	return s.words.T("stage." + string(stage))
}

// costInputs writes the figures that the line's behaviour needs.
func (s *sheets) costInputs(g *grid, row int, l *costing.Line) {
	c := l.Cost
	if c.Behaviour == canvas.BehaviourPercentOfRevenue {
		g.figure(costRate, row, input, percent, c.Rate)
		return
	}
	g.figure(costAmount, row, input, money, c.Amount)
	switch c.Behaviour {
	case canvas.BehaviourStaff:
		g.figure(costPeople, row, input, count, c.People)
	case canvas.BehaviourStaffStep:
		g.figure(costPerPerson, row, input, count, c.CustomersPerPerson)
	default:
		return
	}
	payments := c.Payments
	if payments == nil {
		payments = &yearly
	}
	g.figure(costPayments, row, input, count, payments)
	g.figure(costEmployer, row, input, percent, c.EmployerRate)
}
