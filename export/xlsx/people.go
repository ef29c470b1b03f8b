package xlsx

import (
	"github.com/shopspring/decimal"

	"ninefold/canvas"
	"ninefold/canvas/costing"
)

// peopleAt is where the lines of staff stand, a row for each: what a person
// costs, how many there are today, and how many in each month.
type peopleAt struct {
	grid                   *grid
	from, to               int
	people, price, monthly int // columns
	shares, months         int
	rows                   map[int]int // by the cost line
	lines                  []int       // the cost lines, in order
}

// The first columns of the sheet of people.
const (
	staffLine = iota + 1
	staffNote
	staffStage
	staffBehaviour
	staffSalary
	staffPayments
	staffEmployer
	staffPerPerson
	staffPeople
)

// cell is a figure of a cost line, for other sheets.
func (at *peopleAt) cell(column, line int) string { return at.grid.at(fix(column, at.rows[line])) }

// column is a column of all lines of staff, for other sheets.
func (at *peopleAt) column(c int) string { return at.grid.at(fix(c, at.from) + ":" + fix(c, at.to)) }

func (s *sheets) placePeople() {
	at := &s.people
	*at = peopleAt{
		grid: s.grids["people"], from: 6, people: staffPeople, price: staffPeople + 1, monthly: staffPeople + 2,
		shares: staffPeople + 3, rows: map[int]int{},
	}
	for i := range s.lines {
		if isStaff(&s.lines[i]) {
			at.rows[i] = at.from + len(at.lines)
			at.lines = append(at.lines, i)
		}
	}
	at.to = at.from + max(len(at.lines), 1) - 1
	at.months = at.shares + len(s.segments) + 1
}

func (s *sheets) peopleSheet() {
	at, g := &s.people, s.people.grid
	last := at.months + len(s.months) - 1
	g.setWidths(s.columnWidths(24.0, 20.0, 10.0, 12.0, 10.0, 9.0, 10.0, 10.0, 8.0, 11.0, 12.0, perSegment(11), 11.0))
	for range s.months {
		g.setWidths(append(g.widths, 5.5))
	}
	g.frozenColumns, g.frozenRows, g.repeatFrom = 1, 5, 4
	s.top(g, "people")
	g.across(1, last, 4, band)
	g.say(staffSalary, 4, band, text, s.words.T("xlsx.band.figures"))
	g.say(at.shares, 4, band, text, s.words.T("xlsx.band.person", "Currency", s.project.Head().Currency))
	g.say(at.months, 4, band, text, s.words.T("xlsx.band.people"))
	for column, key := range []string{
		"line", "note", "stage", "behaviour", "salary", "payments", "employer", "per_person", "people", "price_person", "monthly",
	} {
		side := text
		if column+1 >= staffSalary {
			side = right
		}
		g.say(column+1, 5, head, side, s.headWords(key))
	}
	s.heads(g, at.shares, 5)
	g.say(at.shares+len(s.segments), 5, head, right, s.words.T("xlsx.common"))
	for m := range s.months {
		g.whole(at.months+m, 5, head, right, m+1)
	}
	for _, line := range at.lines {
		s.staff(line)
		g.done(at.rows[line])
	}
	if len(at.lines) == 0 { // a row to begin with
		g.across(1, last, at.from, plain)
		g.say(1, at.from, plain, text, s.words.T("xlsx.nobody"))
	}
	s.headcount(at.to + 1)
	for _, column := range []int{staffSalary, staffPayments, staffEmployer, staffPerPerson, staffPeople} {
		g.rule(a1(column, at.from), a1(column, at.to), anAmount)
	}
	s.book.define("people_stage", at.column(staffStage))
	s.book.define("people_behaviour", at.column(staffBehaviour))
	s.book.define("people_by_month", at.grid.at(fix(at.months, at.from)+":"+fix(last, at.to)))
}

// headcount adds the people up.
func (s *sheets) headcount(row int) {
	at, g := &s.people, s.people.grid
	g.across(1, at.months-1, row, total)
	g.say(1, row, total, text, s.words.T("xlsx.total"))
	sumUp := func(column int, f form, all []costing.Amount) {
		g.formula(column, row, total, f, sumOf(a1(column, at.from)+":"+a1(column, at.to)), costing.Sum(all...))
	}
	var people, monthly []costing.Amount
	byMonth := make([][]costing.Amount, len(s.months))
	for _, line := range at.lines {
		l := &s.lines[line]
		people, monthly = append(people, l.People), append(monthly, l.Monthly)
		for m, n := range s.model.People(l) {
			byMonth[m] = append(byMonth[m], n)
		}
	}
	sumUp(staffPeople, count, people)
	sumUp(at.monthly, money, monthly)
	for m := range s.months {
		sumUp(at.months+m, count, byMonth[m])
	}
	s.book.name("total_people", g, staffPeople, row)
}

// yearly is how many salaries are paid in a year where a line does not say.
var yearly = decimal.NewFromInt(costing.MonthsPerYear)

// staff writes a line of staff.
func (s *sheets) staff(line int) {
	at, g, l, row := &s.people, s.people.grid, &s.lines[line], s.people.rows[line]
	c, steps := l.Cost, l.Cost.Behaviour == canvas.BehaviourStaffStep
	g.say(staffLine, row, plain, wrapped, c.Label)
	g.say(staffNote, row, plain, wrapped, l.Note.Text)
	g.say(staffStage, row, plain, wrapped, s.stage(l.Kind()))
	g.say(staffBehaviour, row, plain, wrapped, s.behaviour(c.Behaviour))
	g.figure(staffSalary, row, input, money, c.Amount)
	payments := c.Payments
	if payments == nil {
		payments = &yearly
	}
	g.figure(staffPayments, row, input, count, payments)
	g.figure(staffEmployer, row, input, percent, c.EmployerRate)
	perPerson := fixColumn(staffPerPerson, row)
	if steps {
		basis := s.out.cell(s.out.basis, line)
		g.figure(staffPerPerson, row, input, count, c.CustomersPerPerson)
		g.formula(staffPeople, row, plain, count,
			when("IF("+perPerson+">0,"+roundUp(basis+"/"+perPerson)+","+nameMissing+")", basis, perPerson), l.People)
	} else {
		g.blank(staffPerPerson, row, plain, count)
		g.figure(staffPeople, row, input, count, c.People)
	}
	salary := fixColumn(staffSalary, row)
	g.formula(at.price, row, plain, money, when(
		salary+"*"+nameFactorCost+"*"+fixColumn(staffPayments, row)+"/"+nameYear+"*(1+N("+fixColumn(staffEmployer, row)+"))",
		salary, fixColumn(staffPayments, row), nameFactorCost), l.Price)
	monthly := s.out.cell(s.out.monthly, line)
	g.formula(at.monthly, row, plain, money, monthly, l.Monthly)
	s.personShares(line, row)
	for m, n := range s.model.People(l) {
		formula := s.employed(line, row, at.months+m, steps)
		if m+1 < c.FromMonth || c.ToMonth > 0 && m+1 > c.ToMonth {
			g.words(at.months+m, row, plain, count, formula, "")
			continue
		}
		g.formula(at.months+m, row, plain, count, formula, n)
	}
}

// personShares writes how what one person costs falls on the segments.
func (s *sheets) personShares(line, row int) {
	at, g, l := &s.people, s.people.grid, &s.lines[line]
	out, seg := &s.out, &s.seg
	price, serves := fixColumn(at.price, row), out.cell(out.serves, line)
	shares, k := s.model.PriceShares(l), 0
	for i, segment := range s.segments {
		own := seg.cell(i, seg.customers)
		split := when(s.splitOf(price, out.cell(out.basis, line), serves, own), price)
		formula := "IF(" + out.cell(costMarks+i, line) + "=" + nameMark + "," + split + `,"")`
		if k < len(shares) && shares[k].Segment == segment.Note.ID {
			g.formula(at.shares+i, row, plain, money, formula, shares[k].Monthly)
			k++
		} else {
			g.words(at.shares+i, row, plain, money, formula, "")
		}
	}
	column, formula := at.shares+len(s.segments), "IF("+serves+"=0,"+price+`,"")`
	if len(shares) == 0 {
		g.formula(column, row, plain, money, formula, l.Price)
	} else {
		g.words(column, row, plain, money, formula, "")
	}
}

// employed is how many people a line pays for in the month that heads a column.
func (s *sheets) employed(line, row, column int, steps bool) string {
	out, seg := &s.out, &s.seg
	month := fixRow(column, 5)
	people := when(fixColumn(staffPeople, row), fixColumn(staffPeople, row))
	if steps {
		ahead := seg.grid.at(fix(seg.first, seg.today+1) + ":" + fix(seg.total-1, seg.today+len(s.months)))
		all := "INDEX(" + seg.grid.at(fix(seg.total, seg.today+1)+":"+fix(seg.total, seg.today+len(s.months))) + "," + month + ",1)"
		customers := "INDEX(" + ahead + "," + month + ",0)"
		perPerson := fixColumn(staffPerPerson, row)
		first, last := out.cell(costMarks, line), fix(s.last(costMarks), out.from+line)
		marks := first + ":" + last
		served := "SUMIF(" + marks + "," + nameMark + "," + customers + ")"
		missing := "COUNTIFS(" + marks + "," + nameMark + "," + customers + "," + nameMissing + ")"
		none := when(roundUp(all+"/"+perPerson), all)
		if s.lines[line].Note.Block == canvas.CustomerRelationships {
			none = nameMissing // it serves nobody
		}
		people = "IF(N(" + perPerson + ")>0,IF(" + out.cell(out.serves, line) + "=0," + none +
			",IF(AND(" + served + "=0," + missing + ">0)," + nameMissing + "," + roundUp(served+"/"+perPerson) + "))," + nameMissing + ")"
	}
	return "IF(AND(N(" + out.cell(costFrom, line) + ")<=" + month + ",N(" + out.cell(costTo, line) + ")>=" + month + ")," + people + `,"")`
}
