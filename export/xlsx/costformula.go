package xlsx

import (
	"ninefold/canvas"
	"ninefold/canvas/costing"
)

// costFormulas are the formulas of one cost line.
type costFormulas struct {
	serves, price, basis, monthly, common string
	share                                 func(segment int) string
}

// costFormulas says as formulas what package costing computes; see its Line.
func (s *sheets) costFormulas(row, line int) costFormulas {
	at, seg, l := &s.out, &s.seg, &s.lines[line]
	driver := costing.DriverOf(l.Cost.Behaviour)
	serves, price := fixColumn(at.serves, row), fixColumn(at.price, row)
	basis, monthly := fixColumn(at.basis, row), fixColumn(at.monthly, row)
	marks := s.marksOf(costMarks, row)
	quantities := seg.row(seg.driver(driver))
	served := "SUMIF(" + marks + "," + nameMark + "," + quantities + ")"

	var f costFormulas
	f.serves = s.marked(costMarks, row)
	f.basis = "IF(" + serves + ">0," + served + `,"")`
	if driver != costing.DriverNone || l.Cost.Behaviour == canvas.BehaviourStaffStep {
		all := seg.all(seg.driver(driver))
		if l.Note.Block == canvas.CustomerRelationships {
			all = nameMissing // a relationship that serves no segment serves nobody
		}
		f.basis = "IF(" + serves + "=0," + all + "," +
			sum(served, "COUNTIFS("+marks+","+nameMark+","+quantities+","+nameMissing+")") + ")"
	}
	if isStaff(l) {
		f.price = s.people.cell(s.people.price, line)
	} else {
		amount := fixColumn(costAmount, row)
		f.price = "IF(ISNUMBER(" + amount + ")," + amount + "*" + nameFactorCost + "," + nameMissing + ")"
	}
	f.monthly = s.monthly(l.Cost.Behaviour, line, price, basis)
	f.common = "IF(" + serves + "=0," + monthly + `,"")`
	f.share = func(i int) string {
		own := seg.cell(i, seg.driver(driver))
		part := when(price+"*"+own, price, own)
		if driver == costing.DriverNone {
			part = when(s.splitOf(monthly, basis, serves, own), monthly)
		}
		return "IF(" + a1(costMarks+i, row) + "=" + nameMark + "," + part + `,"")`
	}
	return f
}

// splitOf is a segment's part of a cost: by customers, equally while there are
// none.
func (s *sheets) splitOf(cost, basis, serves, own string) string {
	return "IF(N(" + basis + ")>0," + cost + "*N(" + own + ")/" + basis + "," + cost + "/" + serves + ")"
}

// monthly is what a line comes to in a month.
func (s *sheets) monthly(b canvas.Behaviour, line int, price, basis string) string {
	switch b {
	case canvas.BehaviourOneOff:
		return divide(price, nameAmortisation)
	case canvas.BehaviourMonthly:
		return price
	case canvas.BehaviourQuarterly:
		return when(price+"/"+nameQuarter, price)
	case canvas.BehaviourYearly:
		return when(price+"/"+nameYear, price)
	case canvas.BehaviourPerCustomer, canvas.BehaviourPerNewCustomer, canvas.BehaviourPerOrder, canvas.BehaviourPercentOfRevenue:
		return when(price+"*"+basis, price, basis)
	case canvas.BehaviourStaff, canvas.BehaviourStaffStep:
		people := s.people.cell(s.people.people, line)
		return when(people+"*"+price, people, price)
	}
	return nameMissing
}
