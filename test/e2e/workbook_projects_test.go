//go:build e2e

package e2e

import (
	"cmp"
	"fmt"
	"strconv"
	"testing"

	"github.com/shopspring/decimal"

	"ninefold/assets"
	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/canvastest"
	"ninefold/canvas/costing"
	"ninefold/canvas/file"
)

func dec(s string) *decimal.Decimal {
	if s == "" {
		return nil
	}
	d := decimal.RequireFromString(s)
	return &d
}

// economics are a segment's figures: customers, new ones, churn, orders,
// variable cost and typed revenue; those left out or empty are not known.
func economics(figures ...string) canvas.Economics {
	at := func(i int) *decimal.Decimal {
		if i < len(figures) {
			return dec(figures[i])
		}
		return nil
	}
	return canvas.Economics{Customers: at(0), NewPerMonth: at(1), Churn: at(2), Orders: at(3), VariableCost: at(4), Revenue: at(5)}
}

func segmentNote(letter string, e canvas.Economics) *canvas.Note {
	return &canvas.Note{
		ID: canvas.ID("sg_" + letter), Order: letter, Block: canvas.CustomerSegments, Text: "Segment " + letter,
		Segment: &canvas.Segment{Letter: letter, Economics: e},
	}
}

func streamNote(name, price string, r canvas.Recurrence, serves ...canvas.ID) *canvas.Note {
	return &canvas.Note{
		ID: canvas.ID("rv_" + name), Order: name, Block: canvas.RevenueStreams, Text: name, Segments: serves,
		Revenue: &canvas.Revenue{Price: dec(price), Recurrence: r},
	}
}

// costNote is a note with cost lines: a relationship of a stage, or, where the
// stage is a block, a note there.
func costNote[P canvas.Stage | canvas.Block](name string, place P, serves []canvas.ID, costs ...canvas.CostLine) *canvas.Note {
	n := &canvas.Note{ID: canvas.ID("nt_" + name), Order: name, Block: canvas.CustomerRelationships, Text: name, Segments: serves, Costs: costs}
	switch place := any(place).(type) {
	case canvas.Block:
		n.Block = place
	case canvas.Stage:
		n.Relationship = &canvas.Relationship{Type: "self_service", Stage: place}
	}
	return n
}

func costLine(label string, b canvas.Behaviour, amount string, change ...func(*canvas.CostLine)) canvas.CostLine {
	c := canvas.CostLine{ID: canvas.ID("cl_" + label), Label: label, Behaviour: b, Source: "offer"}
	if b == canvas.BehaviourPercentOfRevenue {
		c.Rate = dec(amount)
	} else {
		c.Amount = dec(amount)
	}
	for _, f := range change {
		f(&c)
	}
	return c
}

func monthsOf(from, to int) func(*canvas.CostLine) {
	return func(c *canvas.CostLine) { c.FromMonth, c.ToMonth = from, to }
}

func staffOf(people, perPerson, payments, rate string) func(*canvas.CostLine) {
	return func(c *canvas.CostLine) {
		c.People, c.CustomersPerPerson, c.Payments, c.EmployerRate = dec(people), dec(perPerson), dec(payments), dec(rate)
	}
}

// everyBehaviour has each behaviour on relationships and on other notes, alone,
// shared and common, now and later, and each recurrence of a price.
func everyBehaviour() []*canvas.Note {
	a, b, ac := []canvas.ID{"sg_A"}, []canvas.ID{"sg_B"}, []canvas.ID{"sg_A", "sg_C"}
	notes := []*canvas.Note{
		segmentNote("A", economics("320", "22", "0.04", "0.5", "0.80")),
		segmentNote("B", economics("14", "1", "0.02", "6", "9.50")),
		segmentNote("C", economics("95", "6", "0.06", "0.25")),
		segmentNote("D", economics("7", "2", "0.5", "", "", "31.40")),
		streamNote("1 care", "12.90", canvas.RecurrenceMonthly, "sg_A", "sg_C"),
		streamNote("2 fleet", "2400", canvas.RecurrenceQuarterly, "sg_B"),
		streamNote("3 storage", "60", canvas.RecurrenceYearly, "sg_C"),
		streamNote("4 parts", "18.40", canvas.RecurrencePerOrder),
		streamNote("5 joining", "25", canvas.RecurrenceOneOff, "sg_A"),
		streamNote("6 welcome", "9.99", canvas.RecurrenceOneOff),
	}
	served := [][]canvas.ID{a, ac, nil, b}
	for i, behaviour := range canvas.Behaviours() {
		amount, staff := fmt.Sprintf("%d.%02d", 11+7*i, 3*i), func(*canvas.CostLine) {}
		switch behaviour {
		case canvas.BehaviourPercentOfRevenue:
			amount = "0.014"
		case canvas.BehaviourStaff:
			amount, staff = "2130", staffOf("1.5", "", "14", "0.2375")
		case canvas.BehaviourStaffStep:
			amount, staff = "1980", staffOf("", "180", "", "")
		}
		for k, stage := range canvas.Stages() {
			name := fmt.Sprintf("%02d %s %s", i, behaviour, stage)
			notes = append(notes, costNote(name, stage, served[(i+k)%4],
				costLine(name, behaviour, amount, staff), costLine(name+" later", behaviour, amount, staff, monthsOf(2+k, 9+i))))
		}
		name := fmt.Sprintf("%02d %s", i, behaviour)
		notes = append(notes, costNote(name, canvas.KeyResources, served[i%4], costLine(name, behaviour, amount, staff)))
		notes = append(notes, costNote(name+" common", canvas.CostStructure, nil, costLine(name+" common", behaviour, amount, staff, monthsOf(i, 0))))
	}
	return append(notes, costNote("unplaced", canvas.Stage(""), ac, costLine("unplaced", canvas.BehaviourMonthly, "40"), costLine("to be asked", canvas.BehaviourMonthly, "")))
}

var plan = canvas.Plan{
	HorizonMonths: 24, LifetimeMonths: 40, AmortisationMonths: 18, OpeningCash: dec("-12000.50"), DiscountRate: dec("0.01"),
	Low:  &canvas.Scenario{NewCustomers: dec("0.6"), Churn: dec("1.5"), Price: dec("0.9"), Cost: dec("1.1")},
	High: &canvas.Scenario{NewCustomers: dec("1.4"), Churn: dec("0.7"), Price: dec("1.05")},
}

func build(t testing.TB, plan canvas.Plan, currency string, notes ...*canvas.Note) *canvas.Project {
	t.Helper()
	p, err := canvas.Build(canvas.Head{ID: "p", Title: "Proof", Currency: cmp.Or(currency, "EUR"), Plan: plan}, notes)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// A proof is a project whose workbook is tried.
type proof struct {
	name     string
	project  *canvas.Project
	lang     locale.Lang
	scenario costing.Scenario
}

// proofs are the samples and projects that are hard to compute.
func proofs(t testing.TB) []proof {
	t.Helper()
	var out []proof
	add := func(name string, p *canvas.Project, lang locale.Lang, s costing.Scenario) {
		out = append(out, proof{name, p, lang, s})
	}
	scenarios := costing.Scenarios()
	for i, lang := range locale.Langs() {
		p, _, err := file.Decode(assets.Sample(string(lang)))
		if err != nil {
			t.Fatal(err)
		}
		add("sample-"+string(lang), p, lang, scenarios[i%3])
	}
	for i, s := range scenarios {
		p := shortPlan
		if s == costing.ScenarioBase {
			p = plan
		}
		add("every-"+string(s), build(t, p, "", everyBehaviour()...), locale.Langs()[i+1], s)
	}
	add("empty", canvas.New("Empty", "en", "EUR"), locale.English, costing.ScenarioBase)

	zeros := everyBehaviour()
	for _, n := range zeros {
		switch {
		case n.Segment != nil:
			n.Segment.Economics = economics("0", "0", "0", "0", "0", "0")
		case n.Revenue != nil:
			n.Revenue.Price = dec("0")
		}
		for i := range n.Costs {
			n.Costs[i].CustomersPerPerson = dec("0")
			if i == 0 {
				n.Costs[i].Amount = dec("0")
			}
		}
	}
	add("zeros", build(t, canvas.Plan{HorizonMonths: 12}, "JPY", zeros...), locale.English, costing.ScenarioBase)

	unknown := everyBehaviour()
	for i, n := range unknown {
		if n.Segment != nil {
			n.Segment.Economics = []canvas.Economics{economics("50", "", "0.1"), economics("", "4", "0.1", "2"), economics("20", "3"), economics()}[i%4]
		}
	}
	add("unknown", build(t, canvas.Plan{HorizonMonths: 12}, "KWD", unknown...), locale.Portuguese, costing.ScenarioBase)
	long := canvas.UpdateHead(out[0].project, func(h *canvas.Head) { h.Plan.HorizonMonths, h.Currency = costing.MaxHorizonMonths, "BRL" })
	add("long", long, locale.Portuguese, costing.ScenarioBase)
	add("many", manySegments(t), locale.English, costing.ScenarioBase)
	for seed := range canvastest.Seeds(4) {
		p := canvas.UpdateHead(canvastest.Random(seed, 20+20*int(seed%4)), func(h *canvas.Head) { h.Plan.HorizonMonths = 6 })
		add(fmt.Sprint("seed-", seed), p, locale.Langs()[seed%4], scenarios[seed%3])
	}
	return out
}

// manySegments has 500 segments, each with a share in lines of its own.
func manySegments(t testing.TB) *canvas.Project {
	const count, together = 500, 10
	var notes []*canvas.Note
	var served []canvas.ID
	for i := range count {
		letter := string(rune('A' + i%26))
		if i >= 26 {
			letter = string(rune('A'+i/26-1)) + letter
		}
		s := segmentNote(letter, economics(strconv.Itoa(10+i), strconv.Itoa(i%7), "0.05", "1"))
		s.Order = fmt.Sprintf("%04d", i)
		notes = append(notes, s)
		if served = append(served, s.ID); len(served) == together {
			behaviour := []canvas.Behaviour{canvas.BehaviourMonthly, canvas.BehaviourPerCustomer}[i/together%2]
			name := fmt.Sprintf("line %03d", i)
			notes = append(notes, costNote(name, canvas.StageRetain, served, costLine(name, behaviour, "3.50")))
			served = nil
		}
	}
	notes = append(notes, streamNote("fee", "9", canvas.RecurrenceMonthly))
	return build(t, canvas.Plan{HorizonMonths: 3}, "", notes...)
}
