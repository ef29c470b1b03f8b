package xlsx_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/costing"
	"ninefold/export/xlsx"
)

func dec(s string) *decimal.Decimal {
	if s == "" {
		return nil
	}
	d := decimal.RequireFromString(s)
	return &d
}

// volta is a project that uses every behaviour and every recurrence.
func volta(t testing.TB) *canvas.Project {
	segment := func(id, letter, name, customers, fresh, churn, orders, variable string) *canvas.Note {
		return &canvas.Note{ID: canvas.ID(id), Block: canvas.CustomerSegments, Order: letter, Text: name, Segment: &canvas.Segment{
			Letter: letter, Economics: canvas.Economics{
				Customers: dec(customers), NewPerMonth: dec(fresh), Churn: dec(churn), Orders: dec(orders), VariableCost: dec(variable),
			},
		}}
	}
	line := func(label string, b canvas.Behaviour, amount string, change ...func(*canvas.CostLine)) canvas.CostLine {
		c := canvas.CostLine{ID: canvas.ID("cl_" + label), Label: label, Behaviour: b, Amount: dec(amount)}
		for _, f := range change {
			f(&c)
		}
		return c
	}
	stream := func(id, name, price, unit string, r canvas.Recurrence, serves ...canvas.ID) *canvas.Note {
		return &canvas.Note{
			ID: canvas.ID(id), Block: canvas.RevenueStreams, Order: id, Text: name, Segments: serves,
			Revenue: &canvas.Revenue{Price: dec(price), Unit: unit, Recurrence: r},
		}
	}
	relation := func(id, name string, stage canvas.Stage, serves []canvas.ID, costs ...canvas.CostLine) *canvas.Note {
		return &canvas.Note{
			ID: canvas.ID(id), Block: canvas.CustomerRelationships, Order: id, Text: name, Segments: serves, Costs: costs,
			Relationship: &canvas.Relationship{Type: "self_service", Stage: stage},
		}
	}
	note := func(id string, b canvas.Block, name string, serves []canvas.ID, costs ...canvas.CostLine) *canvas.Note {
		return &canvas.Note{ID: canvas.ID(id), Block: b, Order: id, Text: name, Segments: serves, Costs: costs}
	}
	source := func(s string) func(*canvas.CostLine) { return func(c *canvas.CostLine) { c.Source = s } }
	people := func(n, payments, rate string) func(*canvas.CostLine) {
		return func(c *canvas.CostLine) { c.People, c.Payments, c.EmployerRate = dec(n), dec(payments), dec(rate) }
	}
	a, b, ac := []canvas.ID{"sg_a"}, []canvas.ID{"sg_b"}, []canvas.ID{"sg_a", "sg_c"}
	p, err := canvas.Build(canvas.Head{
		ID: "pr_volta", Title: "Volta", Subtitle: "Bicycle care by subscription", DesignedFor: "Volta Lda", DesignedBy: "Ada Rossi",
		Date: "2026-11-21", Edition: "3", Language: "en", Currency: "EUR", Plan: canvas.Plan{DiscountRate: dec("0.01")},
	}, []*canvas.Note{
		segment("sg_a", "A", "Commuters", "320", "22", "0.04", "0.5", "0.80"),
		segment("sg_b", "B", "Courier fleets", "14", "1", "0.02", "6", "9.50"),
		segment("sg_c", "C", "Families", "95", "6", "0.06", "0.25", ""),
		stream("rv_1", "Care subscription", "12.90", "bicycle", canvas.RecurrenceMonthly, "sg_a", "sg_c"),
		stream("rv_2", "Fleet contract", "2400", "fleet", canvas.RecurrenceQuarterly, "sg_b"),
		stream("rv_3", "Winter storage", "60", "bicycle", canvas.RecurrenceYearly, "sg_c"),
		stream("rv_4", "Spare parts", "18.40", "order", canvas.RecurrencePerOrder),
		stream("rv_5", "Joining fee", "25", "customer", canvas.RecurrenceOneOff, "sg_a"),
		relation("re_1", "Online sign-up", canvas.StageAcquire, a, line("Advertising", canvas.BehaviourMonthly, "320", source("agency's offer, October"))),
		relation("re_2", "Trial week", canvas.StageConsider, ac, line("Loan bicycle", canvas.BehaviourPerNewCustomer, "4.75")),
		relation("re_3", "App", canvas.StageRetain, a, line("App messages", canvas.BehaviourPerCustomer, "0.12"), line("App set-up", canvas.BehaviourOneOff, "1800")),
		relation("re_4", "Fleet manager", canvas.StageRetain, b, line("Fleet manager", canvas.BehaviourStaff, "2130", people("1", "14", "0.2375"))),
		relation("re_5", "Quarterly visits", canvas.StageGrow, b, line("Travel", canvas.BehaviourQuarterly, "720")),
		relation("re_6", "Saturday club", canvas.StageRetain, ac, line("Club room", canvas.BehaviourMonthly, "180")),
		relation("re_7", "Brokers", "", nil, line("Commission", canvas.BehaviourPerNewCustomer, "30")),
		note("kr_1", canvas.KeyResources, "Mechanics", nil, line("Mechanics", canvas.BehaviourStaffStep, "1980", people("", "14", "0.2375"), func(c *canvas.CostLine) { c.CustomersPerPerson = dec("180") })),
		note("kr_2", canvas.KeyResources, "Vans", []canvas.ID{"sg_a", "sg_b"}, line("Leasing", canvas.BehaviourMonthly, "1510", source("contract"))),
		note("ka_1", canvas.KeyActivities, "Delivery", nil, line("Parcels", canvas.BehaviourPerOrder, "6.20")),
		note("kp_1", canvas.KeyPartnerships, "Payment service", nil, canvas.CostLine{ID: "cl_pay", Label: "Card fees", Behaviour: canvas.BehaviourPercentOfRevenue, Rate: dec("0.014")}),
		note("co_1", canvas.CostStructure, "Workshop", nil, line("Rent", canvas.BehaviourMonthly, "1650"), line("Insurance", canvas.BehaviourYearly, "8400"), line("To be asked", canvas.BehaviourMonthly, "")),
	})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// write makes a workbook and opens it again.
func write(t testing.TB, p *canvas.Project, lang locale.Lang) ([]byte, *excelize.File, []xlsx.Notice) {
	t.Helper()
	var out bytes.Buffer
	notices, err := xlsx.Write(&out, p, locale.Of(lang), costing.ScenarioBase)
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(fmt.Errorf("the workbook does not open: %w", err))
	}
	t.Cleanup(func() { f.Close() })
	return out.Bytes(), f, notices
}
