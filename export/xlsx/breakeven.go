package xlsx

import (
	"ninefold/canvas/costing"
)

// breakEvenAt is what other sheets need of the break-even.
type breakEvenAt struct {
	*table
	fixed, driven, mix int // rows
}

// breakEven writes how many customers pay for the fixed costs, of each segment
// and of the whole company.
func (s *sheets) breakEven() {
	t, out, seg := s.table("break_even"), &s.out, &s.seg
	s.even = breakEvenAt{table: t}
	t.grid.onePage = true
	totals, common := s.model.Totals(), s.model.Common()
	t.heading("xlsx.section.cost_nature")
	lines := func(key, nature string, of func(costing.Costs) costing.Amount) int {
		return t.add(figures{
			key: key, unit: "money_month", form: money,
			segment: func(i int) (string, costing.Amount) {
				return sumWhere(out.shareColumn(out.shares+i), nameLineNature, nature), of(s.segments[i].Costs)
			},
			common: func() (string, costing.Amount) { return sumWhere(nameLineCommon, nameLineNature, nature), of(common) },
			total: func() (string, costing.Amount) {
				return sumWhere(nameLineMonthly, nameLineNature, nature), of(totals.Costs)
			},
		})
	}
	s.even.fixed = lines("fixed", nameFixed, func(c costing.Costs) costing.Amount { return c.Fixed })
	s.even.driven = lines("driven", nameDriven, func(c costing.Costs) costing.Amount { return c.Driven })
	t.heading("xlsx.section.break_even")
	customers := t.add(figures{
		key: "customers", unit: "customers", form: count,
		segment: func(i int) (string, costing.Amount) { return seg.cell(i, seg.customers), s.segments[i].Customers },
		total:   func() (string, costing.Amount) { return seg.all(seg.customers), totals.Customers },
	})
	unit := t.add(figures{
		key: "unit_contribution", unit: "money_customer", form: money,
		segment: func(i int) (string, costing.Amount) {
			p, v := seg.cell(i, seg.person), seg.cell(i, seg.variable)
			d, c := a1(t.first+i, s.even.driven), a1(t.first+i, customers)
			return when("IF("+c+">0,"+p+"-"+v+"-"+d+"/"+c+","+nameMissing+")", p, v, d, c), s.segments[i].UnitContribution
		},
		total: func() (string, costing.Amount) {
			r, v, d, c := seg.all(seg.revenue), seg.all(seg.variables), a1(t.total, s.even.driven), a1(t.total, customers)
			return when("IF("+c+">0,("+r+"-"+v+"-"+d+")/"+c+","+nameMissing+")", r, v, d, c), totals.UnitContribution
		},
	})
	even := func(column int) string {
		f, u := a1(column, s.even.fixed), a1(column, unit)
		return "IF(ISNUMBER(" + u + "),IF(" + u + ">0," + when(roundUp(f+"/"+u), f) + "," + nameNever + ")," + nameMissing + ")"
	}
	needed := t.add(figures{
		key: "break_even", unit: "customers", role: result, form: whole, name: "break_even",
		segment: func(i int) (string, costing.Amount) { return even(t.first + i), s.segments[i].BreakEven.Customers },
		total:   func() (string, costing.Amount) { return even(t.total), totals.BreakEven.Customers },
		never: func(i int) bool {
			if i < 0 {
				return totals.BreakEven.Never
			}
			return s.segments[i].BreakEven.Never
		},
	})
	t.heading("xlsx.section.mix")
	s.mix(t, customers, needed)
}

// mix writes how the customers are made up, and how many of each segment it
// takes for the company to break even.
func (s *sheets) mix(t *table, customers, needed int) {
	all := s.model.Totals()
	share := func(i int) costing.Amount { return over(s.segments[i].Customers, all.Customers) }
	shares := make([]costing.Amount, len(s.segments))
	for i := range s.segments {
		shares[i] = share(i)
	}
	s.even.mix = t.row
	t.add(figures{
		key: "mix", unit: "share", form: percent, name: "mix",
		segment: func(i int) (string, costing.Amount) {
			return divide(a1(t.first+i, customers), fixColumn(t.total, customers)), shares[i]
		},
		total: func() (string, costing.Amount) { return t.acrossSegments(s.even.mix), costing.Sum(shares...) },
	})
	t.add(figures{
		key: "mix_needed", unit: "customers", form: ratio,
		segment: func(i int) (string, costing.Amount) {
			a, b := fixColumn(t.total, needed), a1(t.first+i, s.even.mix)
			return when(a+"*"+b, a, b), times(all.BreakEven.Customers, shares[i])
		},
	})
	t.add(figures{
		key: "to_go", unit: "customers", form: ratio,
		segment: func(i int) (string, costing.Amount) {
			a, b := a1(t.first+i, needed), a1(t.first+i, customers)
			return when(a+"-"+b, a, b), minus(s.segments[i].BreakEven.Customers, s.segments[i].Customers)
		},
		total: func() (string, costing.Amount) {
			a, b := a1(t.total, needed), a1(t.total, customers)
			return when(a+"-"+b, a, b), minus(all.BreakEven.Customers, all.Customers)
		},
	})
}
