package xlsx

import (
	"ninefold/canvas"
	"ninefold/canvas/costing"
)

// costFormulas are the formulas of a cost line, as patterns: they leave the
// line's row open, and for staff its row among the people.
type costFormulas struct {
	serves, price, basis, monthly, common string
	shares                                []string // by segment
}

// A costClass is what lines have in common that hold the same formulas.
type costClass struct {
	behaviour    canvas.Behaviour
	relationship bool
}

// costFormulas says as formulas what package costing computes; see its Line.
func (s *sheets) costFormulas(class costClass) *costFormulas {
	at, seg, b := &s.out, &s.seg, class.behaviour
	driver, staff := costing.DriverOf(b), isStaff(b)
	serves, price := fixColumn(at.serves, ownRow), fixColumn(at.price, ownRow)
	basis, monthly := fixColumn(at.basis, ownRow), fixColumn(at.monthly, ownRow)
	marks := s.marksOf(costMarks, ownRow)
	quantities := seg.row(seg.driver(driver))
	served := "SUMIF(" + marks + "," + nameMark + "," + quantities + ")"

	f := &costFormulas{serves: pattern(s.marked(costMarks, ownRow))}
	f.basis = "IF(" + serves + ">0," + served + `,"")`
	if driver != costing.DriverNone || b == canvas.BehaviourStaffStep {
		all := seg.all(seg.driver(driver))
		if class.relationship {
			all = nameMissing // a relationship that serves no segment serves nobody
		}
		f.basis = "IF(" + serves + "=0," + all + "," +
			sum(served, "COUNTIFS("+marks+","+nameMark+","+quantities+","+nameMissing+")") + ")"
	}
	if staff {
		f.price = s.people.grid.at(fix(s.people.price, otherRow))
	} else {
		amount := fixColumn(costAmount, ownRow)
		f.price = "IF(ISNUMBER(" + amount + ")," + amount + "*" + nameFactorCost + "," + nameMissing + ")"
	}
	f.basis, f.price = pattern(f.basis), pattern(f.price)
	f.monthly = pattern(s.monthly(b, price, basis))
	f.common = pattern("IF(" + serves + "=0," + monthly + `,"")`)
	for i := range s.segments {
		own := seg.cell(i, seg.driver(driver))
		part := when(price+"*"+own, price, own)
		if driver == costing.DriverNone {
			part = when(s.splitOf(monthly, basis, serves, own), monthly)
		}
		f.shares = append(f.shares, pattern("IF("+a1(costMarks+i, ownRow)+"="+nameMark+","+part+`,"")`))
	}
	return f
}

// splitOf is a segment's part of a cost: by customers, equally while there are
// none.
func (s *sheets) splitOf(cost, basis, serves, own string) string {
	return "IF(N(" + basis + ")>0," + cost + "*N(" + own + ")/" + basis + "," + cost + "/" + serves + ")"
}

// monthly is what a line comes to in a month.
func (s *sheets) monthly(b canvas.Behaviour, price, basis string) string {
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
		people := s.people.grid.at(fix(s.people.people, otherRow))
		return when(people+"*"+price, people, price)
	}
	return nameMissing
}
