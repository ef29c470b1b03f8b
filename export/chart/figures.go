package chart

import (
	"strconv"
	"strings"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/costing"
)

// Projection is the chart of the months to come: cash, revenue and cost, with
// the month of break-even and that of the lowest cash pointed out.
func Projection(m *costing.Model, currency string, words *locale.Words) *Chart {
	p := m.Projection()
	c := money(currency, words)
	c.Across, c.Months = words.T("chart.months"), true
	c.Head = func(place int) string { return words.T("chart.month", "Month", place+1) }
	cash := Series{Name: words.T("chart.cash")}
	revenue := Series{Name: words.T("chart.revenue"), Colour: canvas.ColourBlue}
	cost := Series{Name: words.T("chart.cost"), Colour: canvas.ColourOrange}
	for i := range p.Months {
		month := &p.Months[i]
		c.Places = append(c.Places, strconv.Itoa(month.Number))
		cash.Values = append(cash.Values, month.Cash)
		revenue.Values = append(revenue.Values, month.Revenue)
		cost.Values = append(cost.Values, month.Cost)
	}
	c.Lines = []Series{cash, revenue, cost}
	if d, ok := p.LowestCash.Get(); ok && d.IsNegative() {
		c.Marks = append(c.Marks, Mark{p.LowestCashMonth - 1, words.T("chart.mark.lowest", "Month", p.LowestCashMonth)})
	}
	if p.BreakEven > 0 {
		c.Marks = append(c.Marks, Mark{p.BreakEven - 1, words.T("chart.mark.break_even", "Month", p.BreakEven)})
	}
	return c
}

// CostByStage is the chart of what relationships cost each segment in a month,
// by stage, with all other costs that fall on it.
func CostByStage(m *costing.Model, currency string, words *locale.Words) *Chart {
	c := money(currency, words)
	c.Places = segments(m)
	c.Head = head(m)
	parts := []struct {
		key    string
		colour canvas.Colour
		amount func(*costing.Segment) costing.Amount
	}{
		{"stage.acquire", canvas.ColourBlue, func(s *costing.Segment) costing.Amount { return s.Stage(canvas.StageAcquire) }},
		{"stage.consider", canvas.ColourOrange, func(s *costing.Segment) costing.Amount { return s.Stage(canvas.StageConsider) }},
		{"stage.retain", canvas.ColourGreen, func(s *costing.Segment) costing.Amount { return s.Stage(canvas.StageRetain) }},
		{"stage.grow", canvas.ColourPurple, func(s *costing.Segment) costing.Amount { return s.Stage(canvas.StageGrow) }},
		{"chart.other", canvas.ColourSlate, func(s *costing.Segment) costing.Amount {
			return costing.Sum(s.Stage(""), s.Other, s.Variable)
		}},
	}
	all := m.Segments()
	for _, part := range parts {
		s := Series{Name: words.T(part.key), Colour: part.colour}
		for i := range all {
			s.Values = append(s.Values, part.amount(&all[i]))
		}
		c.Bars = append(c.Bars, s)
	}
	return c
}

// Outlook says in a sentence when the project breaks even and how low its cash
// gets.
func Outlook(m *costing.Model, currency string, words *locale.Words) string {
	p := m.Projection()
	lowest, ok := p.LowestCash.Get()
	if !ok {
		return words.T("chart.outlook.unknown")
	}
	first := words.T("chart.outlook.never", "Months", len(p.Months))
	if p.BreakEven > 0 {
		first = words.T("chart.outlook.break_even", "Month", p.BreakEven)
	}
	return first + " · " + words.T("chart.outlook.lowest", "Amount", words.MoneyRound(lowest.RoundBank(0), currency), "Month", p.LowestCashMonth)
}

// money is a chart of amounts of money.
func money(currency string, words *locale.Words) *Chart {
	return &Chart{Words: words, Unit: words.Symbol(currency), Write: func(a costing.Amount) string {
		if d, ok := a.Get(); ok {
			return words.Money(d, currency)
		}
		return words.T("chart.missing")
	}}
}

// segments are the names of the segments, each with its letter.
func segments(m *costing.Model) []string {
	var names []string
	for _, s := range m.Segments() {
		names = append(names, strings.TrimSpace(s.Note.Segment.Letter+" "+s.Note.SegmentName()))
	}
	return names
}

func head(m *costing.Model) func(int) string {
	names := segments(m)
	return func(place int) string { return names[place] }
}
