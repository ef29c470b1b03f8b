package check_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/shopspring/decimal"

	"ninefold/canvas"
	"ninefold/canvas/check"
)

func dec(s string) *decimal.Decimal {
	if s == "" {
		return nil
	}
	d := decimal.RequireFromString(s)
	return &d
}

func note(id string, block canvas.Block, serves ...canvas.ID) *canvas.Note {
	return &canvas.Note{ID: canvas.ID(id), Block: block, Order: id, Text: "Note " + id, Segments: serves}
}

func segment(id string, change ...func(*canvas.Segment)) *canvas.Note {
	n := note(id, canvas.CustomerSegments)
	n.Segment = &canvas.Segment{Letter: "A"}
	for _, c := range change {
		c(n.Segment)
	}
	return n
}

func expects(types ...string) func(*canvas.Segment) {
	return func(s *canvas.Segment) { s.Expected = types }
}

func bound(b canvas.Bond) func(*canvas.Segment) {
	return func(s *canvas.Segment) { s.Bond = b }
}

// earning gives a segment its figures: customers won in a month, customers,
// churn, orders and revenue per customer.
func earning(fresh, customers, churn, orders, revenue string) func(*canvas.Segment) {
	return func(s *canvas.Segment) {
		s.Economics = canvas.Economics{
			NewPerMonth: dec(fresh), Customers: dec(customers), Churn: dec(churn), Orders: dec(orders), Revenue: dec(revenue),
		}
	}
}

func relationship(id, typ string, stage canvas.Stage, serves ...canvas.ID) *canvas.Note {
	n := note(id, canvas.CustomerRelationships, serves...)
	n.Relationship = &canvas.Relationship{Type: typ, Stage: stage}
	return n
}

// with changes a note before it is in a project.
func with(n *canvas.Note, change func(*canvas.Note)) *canvas.Note {
	change(n)
	return n
}

func costs(behaviour canvas.Behaviour, amount string) func(*canvas.Note) {
	return func(n *canvas.Note) {
		n.Costs = append(n.Costs, canvas.CostLine{ID: "cl_" + n.ID, Behaviour: behaviour, Amount: dec(amount)})
	}
}

func links(ids ...canvas.ID) func(*canvas.Note) {
	return func(n *canvas.Note) { n.Links = ids }
}

func build(t testing.TB, notes ...*canvas.Note) *canvas.Project {
	t.Helper()
	p, err := canvas.Build(canvas.Head{ID: "pr_1", Currency: "EUR"}, notes)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// find returns what one check finds.
func find(p *canvas.Project, id string) []check.Finding {
	open, _ := check.All(p)
	return slices.DeleteFunc(open, func(f check.Finding) bool { return f.Check != id })
}

// said is a finding in short: what tells it apart, its notes and its values.
func said(f check.Finding) string {
	s := f.About + fmt.Sprint(f.Notes)
	for _, v := range f.Values {
		s += " " + v.Name + "=" + v.Text
		if v.Kind == check.Money || v.Kind == check.Ratio || v.Kind == check.Count {
			s += v.Number.Round(2).String()
		}
	}
	return s
}

// The notes that cases share. Notes are values until they are changed, so each
// case makes its own.
func acquire(id string, serves ...canvas.ID) *canvas.Note {
	return relationship(id, "personal_assistance", canvas.StageAcquire, serves...)
}

func nine(block canvas.Block, more int) []*canvas.Note {
	var all []*canvas.Note
	for i := range 9 + more {
		all = append(all, note(fmt.Sprintf("n%02d", i), block))
	}
	return all
}
