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
	staffFrom
	staffTo
)

// column is a column of all lines of staff, for other sheets.
func (at *peopleAt) column(c int) string { return at.grid.at(fix(c, at.from) + ":" + fix(c, at.to)) }

func (s *sheets) placePeople() {
	at := &s.people
	*at = peopleAt{
		grid: s.grids["people"], from: 6, people: staffPeople, price: staffTo + 1, monthly: staffTo + 2,
		shares: staffTo + 3, rows: map[int]int{},
	}
	for i := range s.lines {
		if isStaff(s.lines[i].Cost.Behaviour) {
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
	widths := s.columnWidths(24.0, 20.0, 12.0, 18.0, 11.0, 10.0, 11.0, 11.0, 8.5, 7.5, 7.5, 12.0, 12.0, perSegment(15), 12.0)
	for range s.months {
		widths = append(widths, 4.8)
	}
	g.setWidths(widths)
	g.frozenColumns, g.frozenRows, g.repeatFrom = 1, 5, 4
	s.top(g, "people")
	g.across(1, last, 4, band)
	g.say(staffSalary, 4, band, text, s.words.T("xlsx.band.figures"))
	g.say(at.shares, 4, band, text, s.words.T("xlsx.band.person", "Currency", s.project.Head().Currency))
	g.say(at.months, 4, band, text, s.words.T("xlsx.band.people"))
	for column, key := range []string{
		"line", "note", "stage", "behaviour", "salary", "payments", "employer", "per_person", "people", "from", "to", "price_person", "monthly",
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
	g.shares.to = at.to
	formulas, byMonth := map[costClass]*staffFormulas{}, make([][]costing.Amount, len(s.months))
	for _, line := range at.lines {
		kind := s.lines[line].Kind()
		class := costClass{kind.Behaviour, kind.Relationship}
		if formulas[class] == nil {
			formulas[class] = s.staffFormulas(class)
		}
		people := s.model.People(&s.lines[line])
		for m, n := range people {
			byMonth[m] = append(byMonth[m], n)
		}
		s.staff(line, formulas[class], people)
		g.done(at.rows[line])
	}
	if len(at.lines) == 0 { // a row to begin with
		g.across(1, last, at.from, plain)
		g.say(1, at.from, plain, text, s.words.T("xlsx.nobody"))
	}
	s.headcount(at.to+1, byMonth)
	for _, column := range []int{staffSalary, staffPayments, staffEmployer, staffPerPerson, staffPeople} {
		g.rule(a1(column, at.from), a1(column, at.to), anAmount)
	}
	s.book.define("people_stage", at.column(staffStage))
	s.book.define("people_behaviour", at.column(staffBehaviour))
	s.book.define("people_by_month", at.grid.at(fix(at.months, at.from)+":"+fix(last, at.to)))
}

// headcount adds the people up.
func (s *sheets) headcount(row int, byMonth [][]costing.Amount) {
	at, g := &s.people, s.people.grid
	g.across(1, at.months-1, row, total)
	g.say(1, row, total, text, s.words.T("xlsx.total"))
	sumUp := func(column int, f form, all []costing.Amount) {
		g.formula(column, row, total, f, sumOf(a1(column, at.from)+":"+a1(column, at.to)), costing.Sum(all...))
	}
	var people, monthly []costing.Amount
	for _, line := range at.lines {
		l := &s.lines[line]
		people, monthly = append(people, l.People), append(monthly, l.Monthly)
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

// staffFormulas are the formulas of a line of staff, as patterns: they leave its
// row open, and that of the cost line.
type staffFormulas struct {
	people, from, to, price, monthly, common string
	shares                                   []string // by segment
	employed                                 []string // by month
}

func (s *sheets) staffFormulas(class costClass) *staffFormulas {
	at, out, seg := &s.people, &s.out, &s.seg
	line := func(column int) string { return out.grid.at(fix(column, otherRow)) }
	salary, payments := fixColumn(staffSalary, ownRow), fixColumn(staffPayments, ownRow)
	perPerson, price, serves := fixColumn(staffPerPerson, ownRow), fixColumn(at.price, ownRow), line(out.serves)
	f := &staffFormulas{
		people: pattern(when("IF("+perPerson+">0,"+roundUp(line(out.basis)+"/"+perPerson)+","+nameMissing+")", line(out.basis), perPerson)),
		price: pattern(when(salary+"*"+nameFactorCost+"*"+payments+"/"+nameYear+"*(1+N("+fixColumn(staffEmployer, ownRow)+"))",
			salary, payments, nameFactorCost)),
		from: pattern("N(" + line(costFrom) + ")"), to: pattern("N(" + line(costTo) + ")"), monthly: pattern(line(out.monthly)),
		common: pattern("IF(" + serves + "=0," + price + `,"")`),
	}
	for i := range s.segments {
		split := when(s.splitOf(price, line(out.basis), serves, seg.cell(i, seg.customers)), price)
		f.shares = append(f.shares, pattern("IF("+line(costMarks+i)+"="+nameMark+","+split+`,"")`))
	}
	for m := range s.months {
		f.employed = append(f.employed, pattern(s.employed(class, at.months+m)))
	}
	return f
}

// staff writes a line of staff.
func (s *sheets) staff(line int, f *staffFormulas, people []costing.Amount) {
	at, g, l, row := &s.people, s.people.grid, &s.lines[line], s.people.rows[line]
	c := l.Cost
	g.other = s.out.from + line
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
	if c.Behaviour == canvas.BehaviourStaffStep {
		g.figure(staffPerPerson, row, input, count, c.CustomersPerPerson)
		g.formula(staffPeople, row, plain, count, f.people, l.People)
	} else {
		g.blank(staffPerPerson, row, plain, count)
		g.figure(staffPeople, row, input, count, c.People)
	}
	last := c.ToMonth
	if last < 1 {
		last = len(s.months)
	}
	g.formula(staffFrom, row, plain, whole, f.from, amountOf(max(c.FromMonth, 1)))
	g.formula(staffTo, row, plain, whole, f.to, amountOf(last))
	g.formula(at.price, row, plain, money, f.price, l.Price)
	g.formula(at.monthly, row, plain, money, f.monthly, l.Monthly)
	s.personShares(line, row, f)
	for m, n := range people {
		if m+1 < c.FromMonth || m+1 > last {
			g.words(at.months+m, row, plain, count, f.employed[m], "")
			continue
		}
		g.formula(at.months+m, row, plain, count, f.employed[m], n)
	}
}

// personShares writes how what one person costs falls on the segments.
func (s *sheets) personShares(line, row int, f *staffFormulas) {
	at, g, l := &s.people, s.people.grid, &s.lines[line]
	shares, k := s.model.PriceShares(l), 0
	for i, segment := range s.segments {
		if k < len(shares) && shares[k].Segment == segment.Note.ID {
			g.formula(at.shares+i, row, plain, money, f.shares[i], shares[k].Monthly)
			k++
		} else {
			g.words(at.shares+i, row, plain, money, f.shares[i], "")
		}
	}
	if column := at.shares + len(s.segments); len(shares) == 0 {
		g.formula(column, row, plain, money, f.common, l.Price)
	} else {
		g.words(column, row, plain, money, f.common, "")
	}
}

// employed is how many people a line pays for in the month that heads a column.
func (s *sheets) employed(class costClass, column int) string {
	out := &s.out
	line := func(column int) string { return out.grid.at(fix(column, otherRow)) }
	month := fixRow(column, 5)
	people := when(fixColumn(staffPeople, ownRow), fixColumn(staffPeople, ownRow))
	if class.behaviour == canvas.BehaviourStaffStep {
		all := "INDEX(" + nameCustomersAll + "," + month + ",1)"
		customers := "INDEX(" + nameCustomersAhead + "," + month + ",0)"
		perPerson := fixColumn(staffPerPerson, ownRow)
		marks := line(costMarks) + ":" + fix(s.last(costMarks), otherRow)
		served := "SUMIF(" + marks + "," + nameMark + "," + customers + ")"
		missing := "COUNTIFS(" + marks + "," + nameMark + "," + customers + "," + nameMissing + ")"
		none := when(roundUp(all+"/"+perPerson), all)
		if class.relationship {
			none = nameMissing // it serves nobody
		}
		people = "IF(N(" + perPerson + ")>0,IF(" + line(out.serves) + "=0," + none +
			",IF(AND(" + served + "=0," + missing + ">0)," + nameMissing + "," + roundUp(served+"/"+perPerson) + "))," + nameMissing + ")"
	}
	return "IF(AND(" + fixColumn(staffFrom, ownRow) + "<=" + month + "," + fixColumn(staffTo, ownRow) + ">=" + month + ")," + people + `,"")`
}
