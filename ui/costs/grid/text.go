package grid

import (
	"strings"

	"github.com/shopspring/decimal"

	"ninefold/canvas"
	"ninefold/canvas/costing"
)

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// percentPlaces is by how many places a share and its percentage differ.
const percentPlaces = 2

// isRate reports whether the amount of a line is a share.
func isRate(c *canvas.CostLine) bool { return c.Behaviour == canvas.BehaviourPercentOfRevenue }

// Text is what a cell of a line says: what is shown, copied, and typed again
// would mean the same. A cell that says nothing, or whose row is a head, is
// empty.
func (t *Table) Text(r *Row, c Column) string {
	if r.Kind != Line {
		return ""
	}
	switch c {
	case Label:
		return r.Cost.Label
	case Segments:
		return t.lettersOf(r)
	case Stage:
		if r.Note.IsRelationship() && r.Note.Relationship.Stage != "" {
			return t.words.T("stage." + string(r.Note.Relationship.Stage))
		}
	case Behaviour:
		return t.behaviour(r)
	case Amount:
		if isRate(r.Cost) {
			if r.Cost.Rate != nil {
				return t.words.T("percent", "Amount", t.words.Number(r.Cost.Rate.Shift(percentPlaces), -1))
			}
		} else if r.Cost.Amount != nil {
			return t.figure(*r.Cost.Amount)
		}
	case Monthly:
		return t.Money(r.Monthly)
	}
	return ""
}

// lettersOf are the letters of the segments that a line's note serves.
func (t *Table) lettersOf(r *Row) string {
	var letters []string
	for _, s := range t.Served(r) {
		letters = append(letters, s.Segment.Letter)
	}
	if len(letters) == 0 && !r.Note.IsRelationship() {
		return t.words.T("costs.all")
	}
	return strings.Join(letters, " ")
}

// behaviour says how a line behaves, with what belongs to it: over how many
// months it is spread, or how many people it pays for.
func (t *Table) behaviour(r *Row) string {
	b := r.Cost.Behaviour
	name := t.words.T("behaviour." + string(b))
	switch b {
	case canvas.BehaviourOneOff:
		return t.words.N("costs.spread", costing.PlanOf(t.project.Head().Plan).AmortisationMonths, "Behaviour", name)
	case canvas.BehaviourStaff:
		if d := r.Cost.People; d != nil {
			several := 2
			if d.Equal(decimal.NewFromInt(1)) {
				several = 1
			}
			return t.words.N("costs.people", several, "Behaviour", name, "People", t.words.Number(*d, -1))
		}
	case canvas.BehaviourStaffStep:
		if d := r.Cost.CustomersPerPerson; d != nil {
			return t.words.T("costs.each", "Behaviour", name, "Customers", t.words.Number(*d, -1))
		}
	}
	return name
}

// figure writes an amount with all the places that it has, and at least those
// of cents where it has any.
func (t *Table) figure(d decimal.Decimal) string {
	return t.words.Number(d, max(places(d), t.digits()))
}

// places is how many places after the mark a figure has.
func places(d decimal.Decimal) int {
	for n := 0; ; n++ {
		if n >= -int(d.Exponent()) || d.Truncate(int32(n)).Equal(d) {
			return n
		}
	}
}

// Money is an amount without its currency, or that it is not available.
func (t *Table) Money(a costing.Amount) string {
	d, ok := a.Get()
	if !ok {
		return t.words.T("chart.missing")
	}
	return t.words.Number(d, t.digits())
}
