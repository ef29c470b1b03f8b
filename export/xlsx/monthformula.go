package xlsx

import (
	"ninefold/canvas"
	"ninefold/canvas/costing"
)

// bringsIn is a segment's revenue in a month: what its customers pay again and
// what new ones pay once. What counts for nothing need not be known.
func (s *sheets) bringsIn(i int, customers, fresh string) string {
	seg := &s.seg
	recurring, once := seg.fix(i, seg.recurring), seg.fix(i, seg.once)
	total := "N(" + recurring + ")*" + customers + "+N(" + once + ")*N(" + fresh + ")"
	missing := "IF(ISNUMBER(" + recurring + "),0,1)+IF(ISNUMBER(" + once + "),IF(AND(" + once + "<>0,NOT(ISNUMBER(" + fresh + "))),1,0),1)"
	return when(sum(total, missing), customers)
}

// dueOf is what the cost lines of a kind come to for a segment in the month of
// a row; for the number after the last segment's, those that fall on none. See
// costing.Model.Due.
func (s *sheets) dueOf(segment, kind, row int) string {
	at, out := &s.month, &s.out
	k, common := s.kinds[kind], segment == len(s.segments)
	month := fixColumn(monthNumber, row)
	where := nameLineStage + "," + fixRow(at.kinds+kind, 4) + "," + nameLineBehaviour + "," + fixRow(at.kinds+kind, 5)
	until := "," + nameLineTo + `,">="&` + month
	counts := where + "," + nameLineFrom + `,"<="&` + month + until

	if driver := costing.DriverOf(k.Behaviour); driver != costing.DriverNone || k.Behaviour == canvas.BehaviourStaffStep {
		if common && k.Relationship { // it serves nobody
			return "IF(COUNTIFS(" + nameLineServes + ",0," + counts + ")>0," + nameMissing + ",0)"
		}
		if driver == costing.DriverNone {
			return s.stepDue(segment, row, at.kinds+kind)
		}
		payer := nameLineServes + ",0,"
		if !common {
			payer = out.column(costMarks+segment) + "," + nameMark + ","
		}
		return followed("SUMIFS("+nameLinePrice+","+payer+counts+")",
			"COUNTIFS("+nameLinePrice+","+nameMissing+","+payer+counts+")", fixColumn(quantityColumn(driver), row))
	}
	shares := nameLineCommon
	if !common {
		shares = out.column(out.shares + segment)
	}
	switch k.Behaviour {
	case canvas.BehaviourOneOff:
		return timesEach(nameAmortisation, shares, where+","+nameLineFrom+","+month+until)
	case canvas.BehaviourQuarterly, canvas.BehaviourYearly:
		every := nameOfCycle(k.Behaviour)
		return timesEach(every, shares, counts+","+nameLineCycle+",MOD("+month+","+every+")")
	}
	return sumWhere(shares, counts)
}

// timesEach is what is paid at a time for several months: the share of one
// month as often as there are months.
func timesEach(months, shares, where string) string {
	return sum(months+"*SUMIFS("+shares+","+where+")", "COUNTIFS("+shares+","+nameMissing+","+where+")")
}

// followed is a rate as often as there is of its quantity.
func followed(rate, missing, quantity string) string {
	return sum(rate+"*N("+quantity+")", missing+"+IF(ISNUMBER("+quantity+"),0,ABS("+rate+"))")
}

// quantityColumn is the column of a month's quantity of a driver.
func quantityColumn(d costing.Driver) int {
	switch d {
	case costing.DriverNewCustomers:
		return monthFresh
	case costing.DriverOrders:
		return monthOrders
	case costing.DriverRevenue:
		return monthRevenue
	}
	return monthCustomers
}

// stepDue is what as many people cost as there are customers for in a month.
func (s *sheets) stepDue(segment, row, column int) string {
	people := "INDEX(people_by_month,0," + fixColumn(monthNumber, row) + ")"
	lines := "(people_stage=" + fixRow(column, 4) + ")*(people_behaviour=" + fixRow(column, 5) + ")"
	share := s.people.column(s.people.shares + segment)
	return sum("SUMPRODUCT("+lines+","+people+","+share+")",
		"SUMPRODUCT("+lines+`*(`+share+`<>"")*(`+people+`<>"")*(1-ISNUMBER(`+people+`)*ISNUMBER(`+share+`)))`)
}
