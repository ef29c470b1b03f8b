package xlsx

import (
	"github.com/shopspring/decimal"

	"ninefold/canvas"
	"ninefold/canvas/costing"
)

// yearly is how many salaries are paid in a year where a line does not say.
var yearly = decimal.NewFromInt(costing.MonthsPerYear)

// costFormulas are the formulas of one cost line.
type costFormulas struct {
	basis, people, monthly, common string
	share                          func(segment int) string
}

// costFormulas says as formulas what package costing computes; see its Line.
func (s *sheets) costFormulas(row int, l *costing.Line) costFormulas {
	at, rev := &s.out, &s.rev
	marks := fixColumn(costMarks, row) + ":" + fixColumn(s.last(costMarks), row)
	marked := "COUNTIF(" + marks + "," + nameMark + ")"
	driver := costing.DriverOf(l.Cost.Behaviour)
	quantities := rev.grid.at(fix(rev.first, rev.driver(driver)) + ":" + fix(s.last(rev.first), rev.driver(driver)))
	served := "SUMIF(" + marks + "," + nameMark + "," + quantities + ")"

	var f costFormulas
	f.basis = "IF(" + marked + ">0," + served + `,"")`
	if driver != costing.DriverNone || l.Cost.Behaviour == canvas.BehaviourStaffStep {
		all := rev.grid.at(fix(rev.total, rev.driver(driver)))
		if l.Note.Block == canvas.CustomerRelationships {
			all = nameMissing // a relationship that serves no segment serves nobody
		}
		f.basis = "IF(" + marked + "=0," + all + "," +
			sum(served, "COUNTIFS("+marks+","+nameMark+","+quantities+","+nameMissing+")") + ")"
	}
	basis, people, monthly := fixColumn(at.basis, row), fixColumn(costPeople, row), fixColumn(at.monthly, row)
	perPerson := fixColumn(costPerPerson, row)
	f.people = when("IF("+perPerson+">0,"+roundUp(basis+"/"+perPerson)+","+nameMissing+")", basis, perPerson)
	amount := fixColumn(costAmount, row)
	if l.Cost.Behaviour == canvas.BehaviourPercentOfRevenue {
		amount = fixColumn(costRate, row)
	}
	f.monthly = s.monthly(l.Cost.Behaviour, row, amount, basis, people)
	f.common = "IF(" + marked + "=0," + monthly + `,"")`
	f.share = func(i int) string {
		own := rev.cell(i, rev.driver(driver))
		part := when(amount+"*"+own, amount, own)
		if driver == costing.DriverNone {
			part = when("IF("+basis+">0,"+monthly+"*N("+own+")/"+basis+","+monthly+"/"+marked+")", monthly)
		}
		return "IF(" + a1(costMarks+i, row) + "=" + nameMark + "," + part + `,"")`
	}
	return f
}

// monthly is what a line comes to in a month.
func (s *sheets) monthly(b canvas.Behaviour, row int, amount, basis, people string) string {
	switch b {
	case canvas.BehaviourOneOff:
		return divide(amount, nameAmortisation)
	case canvas.BehaviourMonthly:
		return when(amount, amount)
	case canvas.BehaviourQuarterly:
		return when(amount+"/"+nameQuarter, amount)
	case canvas.BehaviourYearly:
		return when(amount+"/"+nameYear, amount)
	case canvas.BehaviourPerCustomer, canvas.BehaviourPerNewCustomer, canvas.BehaviourPerOrder, canvas.BehaviourPercentOfRevenue:
		return when(amount+"*"+basis, amount, basis)
	case canvas.BehaviourStaff, canvas.BehaviourStaffStep:
		return when(people+"*"+amount+"*"+fixColumn(costPayments, row)+"/"+nameYear+"*(1+"+fixColumn(costEmployer, row)+")", people, amount)
	}
	return nameMissing
}
