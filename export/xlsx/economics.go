package xlsx

import (
	"regexp"

	"ninefold/canvas/costing"
)

// letterForm is what a segment's letter must be to stand in a cell's name.
var letterForm = regexp.MustCompile(`^[A-Z]{1,2}$`)

// economics writes what a customer of each segment costs and brings. The
// formulas are those of costing.Segment.
func (m *summary) economics(at summaryRows) {
	in, rev := &m.in, &m.rev
	m.heading("xlsx.section.economics")
	column := func(i int) int { return m.first + i }
	link := func(row int) func(i int) string { return func(i int) string { return rev.cell(i, row) } }
	// each adds a row that only the segments have.
	each := func(key, unit string, r role, f form, name string, formula func(i int) string, value func(s *costing.Segment) costing.Amount) int {
		return m.add(figures{key: key, unit: unit, role: r, form: f, name: name, segment: func(i int) (string, costing.Amount) {
			return formula(i), value(&m.segments[i])
		}})
	}
	m.add(figures{
		key: "customers", unit: "customers", form: count, name: "customers",
		segment: func(i int) (string, costing.Amount) { return rev.cell(i, rev.customers), m.segments[i].Customers },
		total: func() (string, costing.Amount) {
			return rev.grid.at(fix(rev.total, rev.customers)), m.model.All(costing.DriverCustomers)
		},
	})
	m.add(figures{
		key: "fresh", unit: "customers_month", form: count, name: "new_customers",
		segment: func(i int) (string, costing.Amount) { return rev.cell(i, rev.fresh), m.segments[i].NewPerMonth },
		total: func() (string, costing.Amount) {
			return rev.grid.at(fix(rev.total, rev.fresh)), m.model.All(costing.DriverNewCustomers)
		},
	})
	acquisition := each("acquisition", "money_month", plain, money, "acquisition",
		func(i int) string { return sumOf(m.span(column(i), at.stages, at.stages+1)) },
		func(s *costing.Segment) costing.Amount { return s.Acquisition })
	cac := each("cac", "money_new", total, money, "cac",
		func(i int) string { return divide(a1(column(i), acquisition), rev.cell(i, rev.fresh)) },
		func(s *costing.Segment) costing.Amount { return s.CAC })
	price := each("per_customer", "money_customer", plain, money, "revenue_per_customer", link(rev.perCustomer),
		func(s *costing.Segment) costing.Amount { return s.RevenuePerCustomer })
	variable := each("variable_customer", "money_customer", plain, money, "",
		func(i int) string { return "N(" + in.cell(i, in.variable) + ")" },
		func(s *costing.Segment) costing.Amount { return s.VariableCost })
	retention := each("retention", "money_month", plain, money, "retention",
		func(i int) string { return sumOf(m.span(column(i), at.stages+2, at.stages+3)) },
		func(s *costing.Segment) costing.Amount { return s.Retention })
	serve := each("serve", "money_customer", plain, money, "cost_to_serve",
		func(i int) string { return divide(a1(column(i), retention), rev.cell(i, rev.customers)) },
		func(s *costing.Segment) costing.Amount { return s.CostToServe })
	contribution := each("contribution", "money_customer", total, money, "contribution",
		func(i int) string {
			p, c := a1(column(i), price), a1(column(i), serve)
			return when(p+"-"+a1(column(i), variable)+"-"+c, p, c)
		},
		func(s *costing.Segment) costing.Amount { return s.Contribution })
	lifetime := each("lifetime", "months", plain, ratio, "lifetime",
		func(i int) string {
			q := in.cell(i, in.churn)
			return when("IF("+q+">0,MIN(1/"+q+","+nameLifetime+"),"+nameLifetime+")", q)
		},
		func(s *costing.Segment) costing.Amount { return s.Lifetime })
	ltv := each("ltv", "money_whole_life", total, money, "ltv",
		func(i int) string {
			a, b := a1(column(i), contribution), a1(column(i), lifetime)
			return when(a+"*"+b, a, b)
		},
		func(s *costing.Segment) costing.Amount { return s.LTV })
	each("discounted", "money_whole_life", plain, money, "ltv_discounted",
		func(i int) string {
			a, q := a1(column(i), contribution), in.cell(i, in.churn)
			grown := "(1+" + nameDiscount + ")"
			rest := "(" + grown + "-(1-" + q + "))"
			return when("IF("+rest+">0,"+a+"*"+grown+"/"+rest+","+nameMissing+")", a, q, nameDiscount)
		},
		func(s *costing.Segment) costing.Amount { return s.DiscountedLTV })
	each("ltv_cac", "ratio", result, ratio, "ltv_cac",
		func(i int) string { return divide(a1(column(i), ltv), a1(column(i), cac)) },
		func(s *costing.Segment) costing.Amount { return s.LTVToCAC })
	each("payback", "months", plain, ratio, "payback",
		func(i int) string { return divide(a1(column(i), cac), a1(column(i), contribution)) },
		func(s *costing.Segment) costing.Amount { return s.Payback })
}

// breakEven writes how many customers pay for the fixed costs, of each segment
// and of the whole company.
func (m *summary) breakEven(at summaryRows) {
	m.heading("xlsx.section.break_even")
	out, rev, totals, common := &m.out, &m.rev, m.model.Totals(), m.model.Common()
	natures := out.column(costNature)
	lines := func(key, nature string, of func(costing.Costs) costing.Amount) int {
		return m.add(figures{
			key: key, unit: "money_month", form: money,
			segment: func(i int) (string, costing.Amount) {
				return sumWhere(out.shareColumn(out.shares+i), natures, nature), of(m.segments[i].Costs)
			},
			common: func() (string, costing.Amount) {
				return sumWhere(out.column(out.common), natures, nature), of(common)
			},
			total: func() (string, costing.Amount) {
				return sumWhere(out.column(out.monthly), natures, nature), of(totals.Costs)
			},
		})
	}
	fixedCosts := lines("fixed", nameFixed, func(c costing.Costs) costing.Amount { return c.Fixed })
	driven := lines("driven", nameDriven, func(c costing.Costs) costing.Amount { return c.Driven })
	unit := m.row
	m.add(figures{
		key: "unit_contribution", unit: "money_customer", form: money,
		segment: func(i int) (string, costing.Amount) {
			p, v := rev.cell(i, rev.perCustomer), m.in.cell(i, m.in.variable)
			d, c := a1(m.first+i, driven), rev.cell(i, rev.customers)
			return when("IF("+c+">0,"+p+"-N("+v+")-"+d+"/"+c+","+nameMissing+")", p, d, c), m.segments[i].UnitContribution
		},
		total: func() (string, costing.Amount) {
			r, v, d := a1(m.total, at.revenue), a1(m.total, at.variable), a1(m.total, driven)
			c := rev.grid.at(fix(rev.total, rev.customers))
			return when("IF("+c+">0,("+r+"-"+v+"-"+d+")/"+c+","+nameMissing+")", r, v, d, c), totals.UnitContribution
		},
	})
	row := m.row
	even := func(column int) string {
		f, u := a1(column, fixedCosts), a1(column, unit)
		return "IF(ISNUMBER(" + u + "),IF(" + u + ">0," + when(roundUp(f+"/"+u), f) + "," + nameNever + ")," + nameMissing + ")"
	}
	m.add(figures{
		key: "break_even", unit: "customers", role: result, form: whole, name: "break_even",
		segment: func(i int) (string, costing.Amount) { return even(m.first + i), m.segments[i].BreakEven.Customers },
		total:   func() (string, costing.Amount) { return even(m.total), totals.BreakEven.Customers },
	})
	for i, segment := range m.segments {
		m.never(m.first+i, row, even(m.first+i), segment.BreakEven)
	}
	m.never(m.total, row, even(m.total), totals.BreakEven)
}

// never puts the word for it where no number of customers is enough.
func (m *summary) never(column, row int, formula string, b costing.BreakEven) {
	if b.Never {
		m.grid.put(column, row, look{role: result, form: whole}, formula, m.words.T("xlsx.never"))
	}
}
