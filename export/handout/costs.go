package handout

import (
	"image/color"

	"github.com/shopspring/decimal"

	"ninefold/canvas"
	"ninefold/canvas/costing"
	"ninefold/canvas/geometry"
	"ninefold/export/chart"
	"ninefold/export/scene"
	"ninefold/export/text"
)

// nrgba is a colour.
type nrgba = color.NRGBA

// A costPage is the summary of what the project costs and brings.
type costPage struct {
	*form
	model *costing.Model
	code  string // of the currency
}

// costSummary draws the totals, the segments' unit economics, the charts and
// all cost lines. They are set smaller where that makes them fit on one page; else
// the lines go on on further ones.
func (h *handout) costSummary() {
	from := len(h.pages)
	const least = 0.72
	for scale := 1.0; scale > least; scale *= 0.94 {
		if h.costPages(scale); len(h.pages) == from+1 {
			return
		}
		h.pages = h.pages[:from]
	}
	h.costPages(1)
}

// costPages draws the summary with everything below its head so much smaller.
func (h *handout) costPages(scale float64) {
	body := *h
	body.unit *= scale
	name := h.words.T("export.page.costs")
	s := sheet{name: name, subtitle: name}
	if h.opts.Scenario != costing.ScenarioBase {
		s.subtitle = h.words.T("export.costs.scenario", "Page", name, "Scenario", h.words.T("scenario."+string(h.opts.Scenario)))
	}
	page, area := h.begin(s)
	s.continued = true
	c := &costPage{form: &form{&body, page}, model: h.costs(), code: h.project.Head().Currency}
	l := &ledger{form: c.form, next: func() (*scene.Page, geometry.Rect) {
		page, area := h.begin(s)
		return page, gapAbove(area, 3*body.unit)
	}}
	area = c.totals(gapAbove(area, 4*body.unit))
	area = gapAbove(area, 9*body.unit)
	gap := 16 * body.unit
	if h.opts.Portrait {
		charts := area
		charts.H = 0.27 * area.H
		c.charts(charts, gap, false)
		area = gapAbove(area, charts.H+0.8*gap)
	} else {
		charts := area
		charts.W = 0.4 * (area.W - gap)
		charts.X = area.Right() - charts.W
		c.charts(charts, gap, true)
		area.W -= charts.W + gap
	}
	l.page = page
	c.segments(l, area)
	c.lines(l, gapAbove(l.area, l.y-l.area.Y+0.8*gap))
}

// totals draws the main figures side by side and returns the area below.
func (c *costPage) totals(area geometry.Rect) geometry.Rect {
	t := c.model.Totals()
	enough := c.figure(t.BreakEven.Customers, func(d decimal.Decimal) string { return c.words.Number(d, 0) })
	if t.BreakEven.Never {
		enough = c.words.T("cli.costs.never")
	}
	result := c.look.Ink
	if d, ok := t.Result.Get(); ok {
		result = c.look.Good
		if d.IsNegative() {
			result = c.look.Bad
		}
	}
	figures := []struct {
		name, value string
		ink         nrgba
	}{
		{c.words.T("export.costs.cost"), c.money(t.Cost), c.look.Ink},
		{c.words.T("export.costs.revenue"), c.money(t.Revenue), c.look.Ink},
		{c.words.T("export.costs.result"), c.money(t.Result), result},
		{c.words.T("export.costs.break_even"), enough, c.look.Ink},
	}
	gap := 10 * c.unit
	label := c.aside()
	names := make([][]string, len(figures))
	width := (area.W - float64(len(figures)-1)*gap) / float64(len(figures))
	pad := 7 * c.unit
	rows := 1
	for i, f := range figures {
		names[i] = c.wrap(f.name, width-2*pad, label.size, false)
		rows = max(rows, len(names[i]))
	}
	size := c.pt(14)
	box := geometry.Rect{X: area.X, Y: area.Y, W: width, H: 2*pad*0.8 + float64(rows)*label.line() + size*1.15}
	for i, f := range figures {
		c.page.Box(box, 3*c.unit, c.look.Sheet, c.soft.Line, c.look)
		y := box.Y + pad*0.8
		for _, s := range names[i] {
			c.page.Add(scene.Text{X: box.X + pad, Y: y + label.size, Size: label.size, Color: label.color, Text: s})
			y += label.line()
		}
		value := size
		if wide := text.Measure(f.value, value, true); wide > width-2*pad {
			value *= (width - 2*pad) / wide
		}
		base := box.Bottom() - pad*0.8 - size*0.12
		c.page.Add(scene.Text{X: box.X + pad, Y: base, Size: max(smallestText, value), Bold: true, Color: f.ink, Text: f.value})
		box.X += width + gap
	}
	return gapAbove(area, box.H)
}

// figure writes an amount, or that it cannot be computed.
func (c *costPage) figure(a costing.Amount, write func(decimal.Decimal) string) string {
	if d, ok := a.Get(); ok {
		return write(d)
	}
	return c.words.T("relationships.not_available")
}

func (c *costPage) money(a costing.Amount) string {
	return c.figure(a, func(d decimal.Decimal) string { return c.words.MoneyRound(d.RoundBank(0), c.code) })
}

func (c *costPage) exact(a costing.Amount) string {
	return c.figure(a, func(d decimal.Decimal) string { return c.words.Money(d, c.code) })
}

// charts draws the months to come and what the segments cost, one above the
// other or side by side, with a sentence about the months.
func (c *costPage) charts(area geometry.Rect, gap float64, stacked bool) {
	first, second := area, area
	if stacked {
		first.H = 0.5 * (area.H - gap)
		second = gapAbove(area, first.H+gap)
	} else {
		first.W = 0.5 * (area.W - gap)
		second.X, second.W = area.X+first.W+gap, first.W
	}
	size := c.pt(7.5)
	months := len(c.model.Projection().Months)
	body := c.part(first, c.words.N("export.costs.months", months), "")
	outlook := c.wrap(chart.Outlook(c.model, c.code, c.words), body.W, c.aside().size, false)
	body.H -= float64(len(outlook)) * c.aside().line()
	c.drawChart(chart.Projection(c.model, c.code, c.words), body, size)
	c.write(chart.Outlook(c.model, c.code, c.words), body.X, body.Bottom(), body.W, c.aside())
	body = c.part(second, c.words.T("export.costs.by_stage"), "")
	c.drawChart(chart.CostByStage(c.model, c.code, c.words), body, size)
}

func (c *costPage) drawChart(x *chart.Chart, area geometry.Rect, size float64) {
	x.Layout(area, size).Draw(c.page, c.soft)
}

// segments writes the table of unit economics.
func (c *costPage) segments(l *ledger, area geometry.Rect) {
	t := func(key string) string { return c.words.T(key) }
	l.begin(area, []column{
		{title: t("export.segments"), share: 2.3},
		{title: t("cli.costs.cac"), share: 1.3, align: end},
		{title: t("cli.costs.ltv"), share: 1.4, align: end},
		{title: t("cli.costs.ltv_cac"), share: 1, align: end},
		{title: t("cli.costs.payback"), share: 1.65, align: end},
		{title: t("cli.costs.break_even"), share: 1.3, align: end},
		{title: t("cli.costs.monthly"), share: 1.5, align: end},
	})
	plain := c.body()
	for _, s := range c.model.Segments() {
		ratio := plain
		if d, ok := s.LTVToCAC.Get(); ok {
			ratio.bold, ratio.color = true, c.look.Good
			if d.LessThan(costing.SoundRatio()) {
				ratio.color = c.look.Bad
			}
		}
		enough := c.figure(s.BreakEven.Customers, func(d decimal.Decimal) string { return c.words.Number(d, 0) })
		if s.BreakEven.Never {
			enough = t("cli.costs.never")
		}
		// Down, so that what falls short of a mark does not read as if it met it.
		l.row([]cell{
			{text: s.Note.SegmentName(), style: plain, segments: []*canvas.Note{s.Note}},
			{text: c.exact(s.CAC), style: plain},
			{text: c.exact(s.LTV), style: plain},
			{text: c.figure(s.LTVToCAC, c.words.Ratio), style: ratio},
			{text: c.figure(s.Payback, func(d decimal.Decimal) string { return c.words.Number(d.RoundBank(1), 1) }), style: plain},
			{text: enough, style: plain},
			{text: c.exact(s.Cost), style: plain},
		})
	}
}

// lines writes all cost lines, those of relationships first and then block by
// block, each group with what it comes to.
func (c *costPage) lines(l *ledger, area geometry.Rect) {
	t := c.model.Totals()
	if area.H < 6*c.body().line() {
		l.page, area = l.next()
	}
	l.begin(area, []column{
		{title: c.words.T("costs.line"), share: 3},
		{title: c.words.T("costs.segment"), share: 1.3},
		{title: c.words.T("costs.stage"), share: 1.3},
		{title: c.words.T("costs.behaviour"), share: 1.7},
		{title: c.words.T("costs.amount"), share: 1.4, align: end},
		{title: c.words.T("costs.monthly"), share: 1.4, align: end},
	})
	blocks := append([]canvas.Block{canvas.CustomerRelationships}, canvas.Blocks()...)
	for i, b := range blocks {
		begun := i > 0 && b == canvas.CustomerRelationships
		if begun {
			continue
		}
		for _, line := range c.model.Lines() {
			if line.Note.Block != b {
				continue
			}
			if !begun {
				l.group(c.words.T("block."+string(b)), c.exact(t.Block(b)))
				begun = true
			}
			l.row(c.line(&line))
		}
	}
	if d, ok := t.Variable.Get(); ok && !d.IsZero() {
		l.group(c.words.T("cli.costs.variable"), c.exact(t.Variable))
	}
	l.group(c.words.T("xlsx.total"), c.exact(t.Cost))
	if t.Missing > 0 {
		l.remark(c.words.N("cli.costs.incomplete", t.Missing))
	}
}

// line are the cells of a cost line.
func (c *costPage) line(x *costing.Line) []cell {
	plain, quiet := c.body(), c.body()
	quiet.color = c.look.Muted
	label := x.Cost.Label
	if label == "" {
		label = scene.Caption(c.project, x.Note, c.words)
	}
	stage := ""
	if s := x.Stage(); s != "" {
		stage = c.words.T("stage." + string(s))
	}
	amount := c.exact(x.Price)
	if x.Cost.Behaviour == canvas.BehaviourPercentOfRevenue {
		amount = c.figure(x.Price, c.words.Percent)
	}
	serves := cell{segments: c.served(x.Note)}
	if len(serves.segments) == 0 {
		serves = cell{text: c.words.T("costs.all"), style: quiet}
	}
	return []cell{
		{text: label, style: plain},
		serves,
		{text: stage, style: plain},
		{text: c.words.T("behaviour." + string(x.Cost.Behaviour)), style: plain},
		{text: amount, style: style{plain.size, false, c.look.Input}},
		{text: c.exact(x.Monthly), style: plain},
	}
}
