package main

import (
	"fmt"
	"strconv"
	"strings"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/costing"
	"ninefold/internal/iso4217"
)

// How many columns of a terminal the users' texts take at most; JSON has them whole.
const (
	labelColumns = 40
	nameColumns  = 24
)

// A costsText writes figures for people.
type costsText struct {
	call     *call
	project  *canvas.Project
	model    *costing.Model
	words    *locale.Words
	currency string
}

func printCosts(c *call, p *canvas.Project, m *costing.Model, words *locale.Words) {
	t := costsText{c, p, m, words, p.Head().Currency}
	if title := p.Head().Title; title != "" {
		c.print("%s\n", oneLine(title))
	}
	c.print("%s\n", words.T("cli.costs.about", "Scenario", words.T("scenario."+string(m.Scenario())), "Currency", oneLine(t.currency)))
	t.lines()
	t.segments()
	t.totals()
	t.projection()
}

// money is an amount without its currency, which stands at the top.
func (t *costsText) money(a costing.Amount) string {
	return t.number(a, iso4217.Digits(t.currency))
}

// number is a figure with so many places, or the words for one that there is not.
func (t *costsText) number(a costing.Amount, places int) string {
	d, ok := a.Get()
	if !ok {
		return t.words.T("cli.costs.missing")
	}
	return t.words.Number(d, places)
}

// monthPlaces and customerPlaces are how many places people need.
const (
	monthPlaces    = 1
	customerPlaces = 0
)

func (t *costsText) ratio(a costing.Amount) string {
	if d, ok := a.Get(); ok {
		return t.words.Ratio(d)
	}
	return t.words.T("cli.costs.missing")
}

// today is a number that somebody typed, as many places as it has.
func (t *costsText) today(a costing.Amount) string { return t.number(a, -1) }

func (t *costsText) breakEven(b costing.BreakEven) string {
	if b.Never {
		return t.words.T("cli.costs.never")
	}
	return t.number(b.Customers, customerPlaces)
}

// lines writes the cost lines, block by block.
func (t *costsText) lines() {
	lines := t.model.Lines()
	if len(lines) == 0 {
		return
	}
	totals := t.model.Totals()
	out := table{numbers: 4}
	out.row(t.words.T("cli.costs.lines"), t.words.T("cli.costs.segments"), t.words.T("cli.costs.stage"),
		t.words.T("cli.costs.behaviour"), t.words.T("cli.costs.monthly"))
	block := canvas.Block("")
	for _, l := range lines {
		if l.Note.Block != block {
			block = l.Note.Block
			out.row(t.words.T("block."+string(block)), "", "", "", t.money(totals.Block(block)))
		}
		text := l.Cost.Label
		if text == "" {
			text = label(l.Note)
		}
		stage, behaviour := "", ""
		if l.Stage() != "" {
			stage = t.words.T("stage." + string(l.Stage()))
		}
		if l.Cost.Behaviour != "" {
			behaviour = t.words.T("behaviour." + string(l.Cost.Behaviour))
		}
		out.row(gap+clip(text, labelColumns), t.served(l.Note), stage, behaviour, t.money(l.Monthly))
	}
	t.call.print("\n")
	out.print(t.call)
}

// served are the letters of the segments that a note's costs fall on.
func (t *costsText) served(n *canvas.Note) string {
	var letters []string
	for _, id := range t.model.Served(n) {
		letters = append(letters, t.model.Segment(id).Note.Segment.Letter)
	}
	if len(letters) == 0 && n.Block != canvas.CustomerRelationships {
		return t.words.T("cli.costs.all")
	}
	return strings.Join(letters, " ")
}

// segments writes what a customer costs and brings.
func (t *costsText) segments() {
	segments := t.model.Segments()
	if len(segments) == 0 {
		return
	}
	out := table{numbers: 1}
	out.row(t.words.T("cli.costs.segments"), t.words.T("cli.costs.customers"), t.words.T("cli.costs.cac"),
		t.words.T("cli.costs.serve"), t.words.T("cli.costs.contribution"), t.words.T("cli.costs.ltv"),
		t.words.T("cli.costs.ltv_cac"), t.words.T("cli.costs.payback"), t.words.T("cli.costs.break_even"))
	for _, s := range segments {
		name := strings.TrimSpace(s.Note.Segment.Letter + gap + clip(s.Note.SegmentName(), nameColumns))
		out.row(name, t.today(s.Customers), t.money(s.CAC), t.money(s.CostToServe), t.money(s.Contribution),
			t.money(s.LTV), t.ratio(s.LTVToCAC), t.number(s.Payback, monthPlaces), t.breakEven(s.BreakEven))
	}
	t.call.print("\n")
	out.print(t.call)
}

func (t *costsText) totals() {
	totals := t.model.Totals()
	out := table{numbers: 1}
	out.row(t.words.T("cli.costs.totals"), t.words.T("cli.costs.monthly"))
	out.row(gap+t.words.T("cli.costs.relationships"), t.money(totals.Relationships))
	out.row(gap+t.words.T("cli.costs.other"), t.money(totals.Other))
	out.row(gap+t.words.T("cli.costs.variable"), t.money(totals.Variable))
	out.row(t.words.T("cli.costs.cost"), t.money(totals.Cost))
	out.row(t.words.T("cli.costs.revenue"), t.money(totals.Revenue))
	out.row(t.words.T("cli.costs.result"), t.money(totals.Result))
	out.row(t.words.T("cli.costs.break_even_customers"), t.breakEven(totals.BreakEven))
	t.call.print("\n")
	out.print(t.call)
	if totals.Missing > 0 {
		t.call.print("%s\n", t.words.N("cli.costs.incomplete", totals.Missing))
	}
}

// projection writes the months to come, year by year where there are many.
func (t *costsText) projection() {
	p := t.model.Projection()
	span, head := 1, t.words.T("cli.costs.month")
	if len(p.Months) > costing.MonthsPerYear {
		span, head = costing.MonthsPerYear, t.words.T("cli.costs.months")
	}
	out := table{numbers: 1}
	out.row(head, t.words.T("cli.costs.customers"), t.words.T("cli.costs.revenue"), t.words.T("cli.costs.cost"),
		t.words.T("cli.costs.result"), t.words.T("cli.costs.cash"))
	for from := 0; from < len(p.Months); from += span {
		months := p.Months[from:min(from+span, len(p.Months))]
		var revenue, cost, result []costing.Amount
		for _, m := range months {
			revenue, cost, result = append(revenue, m.Revenue), append(cost, m.Cost), append(result, m.Result)
		}
		last := months[len(months)-1]
		name := strconv.Itoa(last.Number)
		if len(months) > 1 {
			name = fmt.Sprintf("%d–%d", months[0].Number, last.Number)
		}
		out.row(name, t.number(last.Customers, customerPlaces), t.money(costing.Sum(revenue...)),
			t.money(costing.Sum(cost...)), t.money(costing.Sum(result...)), t.money(last.Cash))
	}
	t.call.print("\n")
	out.print(t.call)
	t.marks(p)
}

// marks says which months matter.
func (t *costsText) marks(p *costing.Projection) {
	if p.LowestCashMonth > 0 {
		if p.BreakEven > 0 {
			t.call.print("%s\n", t.words.T("cli.costs.breaks_even", "Month", p.BreakEven))
		} else {
			t.call.print("%s\n", t.words.T("cli.costs.breaks_not_even", "Months", len(p.Months)))
		}
		t.call.print("%s\n", t.words.T("cli.costs.lowest_cash", "Amount", t.money(p.LowestCash), "Month", p.LowestCashMonth))
	}
	if p.Runway > 0 {
		t.call.print("%s\n", t.words.T("cli.costs.runway", "Month", p.Runway))
	}
	if len(p.LeftOut) > 0 {
		var names []string
		for _, id := range p.LeftOut {
			names = append(names, t.model.Segment(id).Note.Segment.Letter)
		}
		t.call.print("%s\n", t.words.T("cli.costs.left_out", "Segments", strings.Join(names, ", ")))
	}
}
