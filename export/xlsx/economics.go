package xlsx

import (
	"ninefold/canvas/costing"
)

// economicsAt is what other sheets need of the economics.
type economicsAt struct {
	*table
	customers, cac, ltv, ratio int // rows
}

// economics writes what a customer of each segment costs and brings. The
// formulas are those of costing.Segment.
func (s *sheets) economics() {
	t, sum, seg := s.table("economics"), &s.sum, &s.seg
	s.econ = economicsAt{table: t}
	t.grid.onePage = true
	t.heading("xlsx.section.customers_today")
	column := func(i int) int { return t.first + i }
	link := func(row int) func(i int) string { return func(i int) string { return seg.cell(i, row) } }
	// each adds a row that only the segments have.
	each := func(key, unit string, r role, f form, name string, formula func(i int) string, value func(s *costing.Segment) costing.Amount) int {
		return t.add(figures{key: key, unit: unit, role: r, form: f, name: name, segment: func(i int) (string, costing.Amount) {
			return formula(i), value(&s.segments[i])
		}})
	}
	s.econ.customers = t.add(figures{
		key: "customers", unit: "customers", form: count, name: "customers",
		segment: func(i int) (string, costing.Amount) { return seg.cell(i, seg.customers), s.segments[i].Customers },
		total: func() (string, costing.Amount) {
			return seg.all(seg.customers), s.model.All(costing.DriverCustomers)
		},
	})
	fresh := t.add(figures{
		key: "fresh", unit: "customers_month", form: count, name: "new_customers",
		segment: func(i int) (string, costing.Amount) { return seg.cell(i, seg.fresh), s.segments[i].NewPerMonth },
		total:   func() (string, costing.Amount) { return seg.all(seg.fresh), s.model.All(costing.DriverNewCustomers) },
	})
	churn := each("churn", "share_month", plain, percent, "churn", link(seg.churn), func(s *costing.Segment) costing.Amount { return s.Churn })

	stages := func(from int) func(i int) string {
		return func(i int) string {
			return sumOf(sum.grid.at(sum.span(sum.first+i, sum.stages+from, sum.stages+from+1)))
		}
	}
	t.heading("xlsx.section.winning")
	acquisition := each("acquisition", "money_month", plain, money, "acquisition", stages(0),
		func(s *costing.Segment) costing.Amount { return s.Acquisition })
	s.econ.cac = each("cac", "money_new", total, money, "cac",
		func(i int) string { return divide(a1(column(i), acquisition), a1(column(i), fresh)) },
		func(s *costing.Segment) costing.Amount { return s.CAC })
	t.heading("xlsx.section.worth")
	price := each("per_customer", "money_customer", plain, money, "revenue_per_customer", link(seg.person),
		func(s *costing.Segment) costing.Amount { return s.RevenuePerCustomer })
	variable := each("variable_customer", "money_customer", plain, money, "", link(seg.variable),
		func(s *costing.Segment) costing.Amount { return s.VariableCost })
	retention := each("retention", "money_month", plain, money, "retention", stages(2),
		func(s *costing.Segment) costing.Amount { return s.Retention })
	serve := each("serve", "money_customer", plain, money, "cost_to_serve",
		func(i int) string { return divide(a1(column(i), retention), a1(column(i), s.econ.customers)) },
		func(s *costing.Segment) costing.Amount { return s.CostToServe })
	contribution := each("contribution", "money_customer", total, money, "contribution",
		func(i int) string {
			p, v, c := a1(column(i), price), a1(column(i), variable), a1(column(i), serve)
			return when(p+"-"+v+"-"+c, p, v, c)
		},
		func(s *costing.Segment) costing.Amount { return s.Contribution })
	lifetime := each("lifetime", "months", plain, ratio, "lifetime",
		func(i int) string {
			q := a1(column(i), churn)
			return when("IF("+q+">0,MIN(1/"+q+","+nameLifetime+"),"+nameLifetime+")", q)
		},
		func(s *costing.Segment) costing.Amount { return s.Lifetime })
	s.econ.ltv = each("ltv", "money_whole_life", total, money, "ltv",
		func(i int) string {
			a, b := a1(column(i), contribution), a1(column(i), lifetime)
			return when(a+"*"+b, a, b)
		},
		func(s *costing.Segment) costing.Amount { return s.LTV })
	each("discounted", "money_whole_life", plain, money, "ltv_discounted",
		func(i int) string {
			a, q := a1(column(i), contribution), a1(column(i), churn)
			grown := "(1+" + nameDiscount + ")"
			rest := "(" + grown + "-(1-" + q + "))"
			return when("IF("+rest+">0,"+a+"*"+grown+"/"+rest+","+nameMissing+")", a, q, nameDiscount)
		},
		func(s *costing.Segment) costing.Amount { return s.DiscountedLTV })
	t.heading("xlsx.section.ratios")
	s.econ.ratio = each("ltv_cac", "ratio", result, ratio, "ltv_cac",
		func(i int) string { return divide(a1(column(i), s.econ.ltv), a1(column(i), s.econ.cac)) },
		func(s *costing.Segment) costing.Amount { return s.LTVToCAC })
	each("payback", "months", result, ratio, "payback_months",
		func(i int) string { return divide(a1(column(i), s.econ.cac), a1(column(i), contribution)) },
		func(s *costing.Segment) costing.Amount { return s.Payback })
	s.economicsCharts(t.grid, t.row+1)
}
