package costing_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"ninefold/canvas"
	"ninefold/canvas/costing"
)

func dec(t testing.TB, s string) *decimal.Decimal {
	t.Helper()
	if s == "" {
		return nil
	}
	d, err := decimal.NewFromString(s)
	if err != nil {
		t.Fatal(err)
	}
	return &d
}

// segment makes a segment's note; empty figures are not known.
func segment(t testing.TB, id, customers, fresh, churn, orders, variable, revenue string) *canvas.Note {
	return &canvas.Note{
		ID: canvas.ID(id), Block: canvas.CustomerSegments, Order: id, Text: "Segment " + id,
		Segment: &canvas.Segment{Letter: "S", Economics: canvas.Economics{
			Customers: dec(t, customers), NewPerMonth: dec(t, fresh), Churn: dec(t, churn),
			Orders: dec(t, orders), VariableCost: dec(t, variable), Revenue: dec(t, revenue),
		}},
	}
}

func relationship(id string, stage canvas.Stage, serves []canvas.ID, costs ...canvas.CostLine) *canvas.Note {
	return &canvas.Note{
		ID: canvas.ID(id), Block: canvas.CustomerRelationships, Order: id, Segments: serves, Costs: costs,
		Relationship: &canvas.Relationship{Type: "self_service", Stage: stage},
	}
}

func note(id string, block canvas.Block, serves []canvas.ID, costs ...canvas.CostLine) *canvas.Note {
	return &canvas.Note{ID: canvas.ID(id), Block: block, Order: id, Segments: serves, Costs: costs}
}

func stream(t testing.TB, id, price string, r canvas.Recurrence, serves ...canvas.ID) *canvas.Note {
	return &canvas.Note{
		ID: canvas.ID(id), Block: canvas.RevenueStreams, Order: id, Segments: serves,
		Revenue: &canvas.Revenue{Price: dec(t, price), Recurrence: r},
	}
}

func cost(t testing.TB, b canvas.Behaviour, amount string) canvas.CostLine {
	return canvas.CostLine{ID: canvas.NewID("cl"), Behaviour: b, Amount: dec(t, amount)}
}

func project(t testing.TB, plan canvas.Plan, notes ...*canvas.Note) *canvas.Project {
	t.Helper()
	p, err := canvas.Build(canvas.Head{ID: "pr_1", Currency: "EUR", Plan: plan}, notes)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// want compares an amount with a decimal rounded to six places, or with "n/a".
func want(t *testing.T, what string, got costing.Amount, expected string) {
	t.Helper()
	text := "n/a"
	if d, ok := got.Get(); ok {
		text = d.Round(6).String()
	}
	if text != expected {
		t.Errorf("%s: got %s, want %s", what, text, expected)
	}
}
