package xlsx

import (
	"strings"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"ninefold/canvas"
	"ninefold/canvas/costing"
)

// checker writes the checks, one after the other.
type checker struct {
	*sheets
	grid  *grid
	row   int
	first int
	wrong int // checks that do not hold
}

// The columns of the checks.
const (
	checkWhat = iota + 1
	checkLeft
	checkRight
	checkState
)

// checks writes what must hold in every workbook, so that whoever changes it
// sees that it still does.
func (s *sheets) checks() {
	g := s.grids["checks"]
	g.setWidths([]float64{74, 20, 20, 16})
	g.onePage = true
	g.frozenColumns, g.frozenRows, g.repeatFrom = 1, 6, 6
	s.top(g, "checks")
	c := &checker{sheets: s, grid: g, row: 6, first: 7}
	for i, key := range []string{"check", "found", "expected", "state"} {
		side := []form{text, right, right, centred}[i]
		g.say(1+i, 6, head, side, s.headWords(key))
	}
	c.sums()
	c.bounds()
	g.say(1, 4, result, text, s.words.T("xlsx.check.all"))
	g.across(checkLeft, checkRight, 4, result)
	states := a1(checkState, c.first) + ":" + a1(checkState, c.row)
	g.words(checkState, 4, result, centred, "IF(COUNTIF("+states+","+nameLook+")=0,"+nameFine+","+nameLook+")", c.state(c.wrong == 0))
	s.book.name("checks", g, checkState, 4)
	c.colour(a1(checkState, 4))
	c.colour(states)
}

// colour makes a check that does not hold stand out.
func (c *checker) colour(cells string) {
	f := c.book.file
	id, err := f.NewConditionalStyle(&excelize.Style{
		Font: &excelize.Font{Color: alarmInk, Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{alarmBed}},
	})
	c.book.fail(err)
	c.book.fail(f.SetConditionalFormat(c.grid.name, cells, []excelize.ConditionalFormatOptions{
		{Type: "cell", Criteria: "==", Value: nameLook, Format: &id},
	}))
}

func (c *checker) state(fine bool) string {
	if fine {
		return c.words.T("xlsx.check.fine")
	}
	return c.words.T("xlsx.check.look")
}

// check writes a check whether a figure is as large as another.
func (c *checker) check(key string, f form, left, right string, a, b costing.Amount) {
	c.row++
	g := c.grid
	g.say(checkWhat, c.row, plain, wrapped, c.words.T("xlsx.check."+key))
	g.formula(checkLeft, c.row, plain, f, left, a)
	g.formula(checkRight, c.row, plain, f, right, b)
	l, r := fixColumn(checkLeft, c.row), fixColumn(checkRight, c.row)
	near := "ABS(" + l + "-" + r + ")<=MAX(1,ABS(" + r + "))*" + nameTolerance
	formula := "IF(AND(ISNUMBER(" + l + "),ISNUMBER(" + r + ")),IF(" + near + "," + nameFine + "," + nameLook + "),IF(" + l + "=" + r + "," + nameFine + "," + nameLook + "))"
	fine := alike(a, b)
	if !fine {
		c.wrong++
	}
	g.words(checkState, c.row, total, centred, formula, c.state(fine))
}

// tolerance is how far two figures may differ, as a share of them, that are the
// same but for what binary arithmetic leaves behind.
var tolerance = decimal.New(1, -costing.CountPlaces)

// alike reports whether two figures are the same within the tolerance.
func alike(a, b costing.Amount) bool {
	x, known := a.Get()
	y, too := b.Get()
	if !known || !too {
		return known == too
	}
	most := decimal.Max(decimal.NewFromInt(1), y.Abs()).Mul(tolerance)
	return x.Sub(y).Abs().LessThanOrEqual(most)
}

// sums checks that parts add up to their whole.
func (c *checker) sums() {
	sum, out, totals := &c.sum, &c.out, c.model.Totals()
	lines := costing.Sum(totals.Relationships, totals.Other)
	monthly := sumOf(nameLineMonthly)
	shares := out.grid.at(fix(out.shares, out.from) + ":" + fix(out.common, out.to))
	c.check("shares", money, sumOf(shares), monthly, lines, lines)
	stages := sum.grid.at(fix(sum.total, sum.relationships) + ":" + fix(sum.total, sum.other))
	c.check("stages", money, sumOf(stages), monthly, lines, lines)
	blocks := sum.grid.at(fix(sum.total, sum.blocks) + ":" + fix(sum.total, sum.blocks+len(canvas.Blocks())-1))
	c.check("blocks", money, sumOf(blocks), monthly, lines, lines)
	natures := c.even.grid.at(fix(c.even.total, c.even.fixed) + ":" + fix(c.even.total, c.even.driven))
	c.check("natures", money, sumOf(natures), monthly, lines, lines)
	cost := sum.grid.at(fix(sum.first, sum.cost) + ":" + fix(sum.common, sum.cost))
	c.check("cost", money, sumOf(cost), "total_cost", totals.Cost, totals.Cost)

	mix := "total_mix"
	customers, known := totals.Customers.Get()
	all := costing.Amount{}
	if known && customers.IsPositive() {
		all = amountOf(1)
	}
	c.check("mix", percent, mix, "IF(N(total_customers)>0,1,"+nameMissing+")", all, all)

	ahead, last := &c.ahead, c.months[len(c.months)-1]
	segments := c.monthColumn(c.month.cost)
	var costs []costing.Amount
	for i := range c.months {
		costs = append(costs, c.months[i].Cost)
	}
	months := ahead.grid.at(ahead.span(aheadCost))
	c.check("projection", money, sumOf(segments), sumOf(months), costing.Sum(costs...), costing.Sum(costs...))
	cash := ahead.grid.at(fix(aheadCash, ahead.to))
	made := ahead.grid.at(ahead.span(aheadResult))
	horizon := amountOf(len(c.months))
	c.check("horizon", whole, "COUNT("+nameMonthNumber+")", nameHorizon, horizon, horizon)
	all = costing.Amount{} // of all results, where none is missing
	if _, ok := last.Cash.Get(); ok {
		all = last.Cash
	}
	c.check("cash", money, cash, "IF(COUNT("+made+")="+nameHorizon+","+nameOpening+"+SUM("+made+"),"+nameMissing+")", last.Cash, all)
}

// bounds checks that inputs are what they can be. What is counted must be none.
func (c *checker) bounds() {
	in, out, rev := &c.in, &c.out, &c.rev
	none := func(key, formula string, found int) { c.check(key, whole, formula, "0", amountOf(found), amountOf(0)) }
	count := func(cells string, where ...string) string {
		terms := make([]string, len(where))
		for i, w := range where {
			terms[i] = "COUNTIF(" + cells + "," + w + ")"
		}
		return strings.Join(terms, "+")
	}
	inputs := in.grid.at(fix(in.first, in.customers) + ":" + fix(c.last(in.first), in.typed))
	churn := in.grid.at(fix(in.first, in.churn) + ":" + fix(c.last(in.first), in.churn))
	negative, one := func(d *decimal.Decimal) bool { return d != nil && d.IsNegative() }, decimal.NewFromInt(1)
	var below, lost, prices, amounts, staff, rates, order, unknown int
	add := func(n *int, yes bool) {
		if yes {
			*n++
		}
	}
	for _, s := range c.segments {
		e := s.Note.Segment.Economics
		for _, d := range []*decimal.Decimal{e.Customers, e.NewPerMonth, e.Churn, e.Orders, e.VariableCost, e.Revenue} {
			add(&below, negative(d))
		}
		add(&lost, negative(e.Churn) || e.Churn != nil && e.Churn.GreaterThan(one))
	}
	for _, st := range c.model.Streams() {
		add(&prices, negative(st.Note.Revenue.Price))
	}
	for i := range c.lines {
		l := &c.lines[i]
		d := l.Cost.Amount
		if l.Cost.Behaviour == canvas.BehaviourPercentOfRevenue {
			d = l.Cost.Rate
			add(&rates, d != nil && d.GreaterThan(one))
		}
		add(&amounts, negative(d) && !isStaff(l.Cost.Behaviour))
		if isStaff(l.Cost.Behaviour) {
			given := []*decimal.Decimal{d, l.Cost.Payments, l.Cost.EmployerRate, l.Cost.People}
			if l.Cost.Behaviour == canvas.BehaviourStaffStep {
				given[3] = l.Cost.CustomersPerPerson
			}
			for _, d := range given {
				add(&staff, negative(d))
			}
		}
		add(&order, l.Cost.ToMonth > 0 && l.Cost.ToMonth < max(l.Cost.FromMonth, 1))
		_, known := l.Monthly.Get()
		add(&unknown, !known)
	}
	none("negative", count(inputs, `"<0"`), below)
	none("churn", count(churn, `"<0"`, `">1"`), lost)
	none("prices", count(rev.fixed(streamPrice), `"<0"`), prices)
	none("amounts", count(out.column(costAmount), `"<0"`), amounts)
	people := c.people.grid.at(fix(staffSalary, c.people.from) + ":" + fix(staffPeople, c.people.to))
	none("staff", count(people, `"<0"`), staff)
	none("rates", "COUNTIFS("+out.column(costAmount)+`,">1",`+nameLineBehaviour+","+nameRate+")", rates)
	none("order", "SUMPRODUCT(("+nameLineTo+"<"+nameLineFrom+")*1)", order)
	counted := "COUNTIFS(" + nameKindStage + "," + nameLineStage + "," + nameKindBehaviour + "," + nameLineBehaviour + ")"
	if len(c.kinds) == 0 {
		counted = "0"
	}
	none("kinds", "SUMPRODUCT(("+nameLineStage+`<>"")*(`+counted+"=0))", 0)
	none("unknown", count(nameLineMonthly, nameMissing), unknown)
}
