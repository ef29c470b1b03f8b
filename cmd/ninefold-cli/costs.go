package main

import (
	"flag"

	"ninefold/canvas"
	"ninefold/canvas/costing"
)

func costsCommand() command {
	return command{
		name: "costs", args: "[--json] [--scenario S] [--lang L] FILE",
		prepare: func(options *flag.FlagSet) func(*call) status {
			scenario := scenarioOption(options)
			lang := langOption(options, "result")
			asJSON := options.Bool("json", false, "json")
			return func(c *call) status {
				if len(c.files) != 1 {
					return c.misuse("costs: one FILE is needed")
				}
				p := c.load(c.files[0])
				if p == nil {
					return failed
				}
				m := costing.NewIn(p, scenario.value)
				if *asJSON {
					return c.printJSON(costsOf(p, m))
				}
				printCosts(c, p, m, lang.words())
				return done
			}
		},
	}
}

// figurePlaces is how many places after the point figures have in JSON: finer
// than any currency's minor unit, so that sums of them still agree to it.
const figurePlaces = 12

// A figure is a decimal as JSON; nil where it is not available.
type figure *string

func figureOf(a costing.Amount) figure {
	d, ok := a.Get()
	if !ok {
		return nil
	}
	text := d.RoundBank(figurePlaces).String()
	return &text
}

// A monthNumber is a month as JSON; nil where there is none.
type monthNumber *int

func monthOf(month int) monthNumber {
	if month == 0 {
		return nil
	}
	return &month
}

// A costsReport is the result of costs as JSON.
type costsReport struct {
	Version         int              `json:"version"`
	Currency        string           `json:"currency"`
	Scenario        costing.Scenario `json:"scenario"`
	Lines           []costLine       `json:"lines"`
	Segments        []costSegment    `json:"segments"`
	Totals          costTotals       `json:"totals"`
	Months          []costMonth      `json:"months"`
	BreakEvenMonth  monthNumber      `json:"break_even_month"`
	LowestCash      figure           `json:"lowest_cash"`
	LowestCashMonth monthNumber      `json:"lowest_cash_month"`
	RunwayMonth     monthNumber      `json:"runway_month"`
}

type costLine struct {
	ID        canvas.ID        `json:"id"`
	Note      canvas.ID        `json:"note"`
	Label     string           `json:"label"`
	Behaviour canvas.Behaviour `json:"behaviour"`
	Segments  []canvas.ID      `json:"segments"`
	Stage     canvas.Stage     `json:"stage"`
	Monthly   figure           `json:"monthly"`
}

type costSegment struct {
	ID            canvas.ID `json:"id"`
	Letter        string    `json:"letter"`
	Name          string    `json:"name"`
	Customers     figure    `json:"customers"`
	Acquisition   figure    `json:"acquisition"`
	Retention     figure    `json:"retention"`
	CAC           figure    `json:"cac"`
	CostToServe   figure    `json:"cost_to_serve"`
	Contribution  figure    `json:"contribution"`
	LTV           figure    `json:"ltv"`
	LTVToCAC      figure    `json:"ltv_cac"`
	PaybackMonths figure    `json:"payback_months"`
	BreakEven     figure    `json:"break_even"`
}

type costTotals struct {
	Relationships figure `json:"relationships"`
	Other         figure `json:"other"`
	Variable      figure `json:"variable"`
	Cost          figure `json:"cost"`
	Revenue       figure `json:"revenue"`
	Result        figure `json:"result"`
	BreakEven     figure `json:"break_even"`
}

type costMonth struct {
	Month     int    `json:"month"`
	Customers figure `json:"customers"`
	Revenue   figure `json:"revenue"`
	Cost      figure `json:"cost"`
	Result    figure `json:"result"`
	Cash      figure `json:"cash"`
}

func costsOf(p *canvas.Project, m *costing.Model) costsReport {
	totals, projection := m.Totals(), m.Projection()
	r := costsReport{
		Version: 1, Currency: p.Head().Currency, Scenario: m.Scenario(),
		Lines: []costLine{}, Segments: []costSegment{}, Months: []costMonth{},
		Totals: costTotals{
			figureOf(totals.Relationships), figureOf(totals.Other), figureOf(totals.Variable), figureOf(totals.Cost),
			figureOf(totals.Revenue), figureOf(totals.Result), figureOf(totals.BreakEven.Customers),
		},
		BreakEvenMonth: monthOf(projection.BreakEven), LowestCash: figureOf(projection.LowestCash),
		LowestCashMonth: monthOf(projection.LowestCashMonth), RunwayMonth: monthOf(projection.Runway),
	}
	for _, l := range m.Lines() {
		served := append([]canvas.ID{}, m.Served(l.Note)...)
		r.Lines = append(r.Lines, costLine{l.Cost.ID, l.Note.ID, l.Cost.Label, l.Cost.Behaviour, served, l.Stage(), figureOf(l.Monthly)})
	}
	for _, s := range m.Segments() {
		r.Segments = append(r.Segments, costSegment{
			s.Note.ID, s.Note.Segment.Letter, s.Note.SegmentName(), figureOf(s.Customers),
			figureOf(s.Acquisition), figureOf(s.Retention), figureOf(s.CAC), figureOf(s.CostToServe),
			figureOf(s.Contribution), figureOf(s.LTV), figureOf(s.LTVToCAC), figureOf(s.Payback), figureOf(s.BreakEven.Customers),
		})
	}
	for _, month := range projection.Months {
		r.Months = append(r.Months, costMonth{
			month.Number, figureOf(month.Customers), figureOf(month.Revenue), figureOf(month.Cost),
			figureOf(month.Result), figureOf(month.Cash),
		})
	}
	return r
}
