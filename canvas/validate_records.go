package canvas

import (
	"strconv"
	"time"

	"ninefold/internal/iso4217"
)

func (v *validator) head(h *Head) {
	v.id(h.ID)
	if !iso4217.Known(h.Currency) {
		v.warns("currency", noIndex, ProblemBadCurrency, h.Currency)
	}
	if _, err := time.Parse(time.DateOnly, h.Date); h.Date != "" && err != nil {
		v.warns("date", noIndex, ProblemBadDate, h.Date)
	}
	v.enter("plan", noIndex)
	v.plan(&h.Plan)
	v.leave()
	types := map[string]bool{}
	for i, t := range h.Types {
		v.enter("types", i)
		switch {
		case t.ID == "":
			v.breaks("id", noIndex, ProblemMissing, "")
		case types[t.ID]:
			v.breaks("id", noIndex, ProblemDuplicateID, t.ID)
		}
		types[t.ID] = true
		v.leave()
	}
	for i, s := range h.Scores {
		v.enter("scores", i)
		word(v, "block", s.Block)
		if s.Points < 1 || s.Points > 5 {
			v.warns("points", noIndex, ProblemPointsRange, strconv.Itoa(s.Points))
		}
		v.leave()
	}
	v.comments(h.Comments)
}

func (v *validator) plan(p *Plan) {
	switch p.HorizonMonths {
	case 0, 12, 24, 36, 60:
	default:
		v.warns("horizon_months", noIndex, ProblemHorizonLength, strconv.Itoa(p.HorizonMonths))
	}
	v.count("lifetime_months", p.LifetimeMonths)
	v.count("amortisation_months", p.AmortisationMonths)
	v.bounded("opening_cash", p.OpeningCash)
	v.share("discount_rate", p.DiscountRate)
	v.scenario("low", p.Low)
	v.scenario("high", p.High)
}

func (v *validator) scenario(member string, s *Scenario) {
	if s == nil {
		return
	}
	v.enter(member, noIndex)
	v.amount("new_customers", s.NewCustomers)
	v.amount("churn", s.Churn)
	v.amount("price", s.Price)
	v.amount("cost", s.Cost)
	v.leave()
}

func (v *validator) note(n *Note) {
	v.id(n.ID)
	if n.Block.Number() == 0 {
		v.breaks("block", noIndex, ProblemUnknownWord, string(n.Block))
	}
	switch {
	case n.Order == "":
		v.warns("order", noIndex, ProblemMissing, "")
	case !isKey(n.Order):
		v.breaks("order", noIndex, ProblemBadOrder, n.Order)
	}
	word(v, "paper", n.Paper)
	word(v, "standing", n.Standing)
	for i, id := range n.Segments {
		if s := v.notes[id]; s == nil || !s.IsSegment() {
			v.breaks("segments", i, ProblemNoSegment, string(id))
		}
	}
	for i, id := range n.Links {
		switch {
		case v.notes[id] == nil:
			v.breaks("links", i, ProblemNoNote, string(id))
		case id == n.ID:
			v.warns("links", i, ProblemSelfLink, string(id))
		}
	}
	for i := range n.Costs {
		v.enter("costs", i)
		v.cost(&n.Costs[i])
		v.leave()
	}
	v.comments(n.Comments)
	if n.Segment != nil {
		v.enter("segment", noIndex)
		v.segment(n.Segment, n.IsSegment())
		v.leave()
	}
	if n.Relationship != nil {
		v.enter("relationship", noIndex)
		v.relationship(n.Relationship)
		v.leave()
	}
	if n.Revenue != nil {
		v.enter("revenue", noIndex)
		word(v, "recurrence", n.Revenue.Recurrence)
		v.amount("price", n.Revenue.Price)
		v.leave()
	}
}

// segment checks the facet of a note; inUse says that the note stands for a
// segment now, so that its letter counts.
func (v *validator) segment(s *Segment, inUse bool) {
	if inUse {
		switch {
		case !isLetter(s.Letter):
			v.breaks("letter", noIndex, ProblemBadLetter, s.Letter)
		case v.letters[s.Letter]:
			v.breaks("letter", noIndex, ProblemTakenLetter, s.Letter)
		}
		v.letters[s.Letter] = true
	}
	word(v, "colour", s.Colour)
	word(v, "shape", s.Shape)
	word(v, "bond", s.Bond)
	word(v, "route", s.Route)
	word(v, "presence", s.Presence)
	v.enter("economics", noIndex)
	v.amount("customers", s.Economics.Customers)
	v.amount("new_per_month", s.Economics.NewPerMonth)
	v.share("churn", s.Economics.Churn)
	v.amount("orders", s.Economics.Orders)
	v.amount("variable_cost", s.Economics.VariableCost)
	v.amount("revenue", s.Economics.Revenue)
	v.leave()
}

func (v *validator) relationship(r *Relationship) {
	if r.Type == "" {
		v.breaks("type", noIndex, ProblemMissing, "")
	}
	word(v, "stage", r.Stage)
	word(v, "bond", r.Bond)
	word(v, "intimacy", r.Intimacy)
	word(v, "route", r.Route)
	word(v, "presence", r.Presence)
	word(v, "status", r.Status)
	for i := range r.Measures {
		m := &r.Measures[i]
		v.enter("measures", i)
		v.id(m.ID)
		v.bounded("target", m.Target)
		v.bounded("current", m.Current)
		v.leave()
	}
}

func (v *validator) cost(c *CostLine) {
	v.id(c.ID)
	if c.Behaviour == "" {
		v.breaks("behaviour", noIndex, ProblemMissing, "")
	}
	word(v, "behaviour", c.Behaviour)
	v.amount("amount", c.Amount)
	v.share("rate", c.Rate)
	v.amount("people", c.People)
	v.amount("customers_per_person", c.CustomersPerPerson)
	v.amount("payments", c.Payments)
	v.amount("employer_rate", c.EmployerRate)
	v.count("from_month", c.FromMonth)
	v.count("to_month", c.ToMonth)
	if c.ToMonth != 0 && c.ToMonth < max(c.FromMonth, 1) {
		v.warns("to_month", noIndex, ProblemMonthOrder, strconv.Itoa(c.ToMonth))
	}
}

func (v *validator) comments(comments []Comment) {
	for i := range comments {
		c := &comments[i]
		v.enter("comments", i)
		v.id(c.ID)
		word(v, "block", c.Block)
		for j := range c.Replies {
			v.enter("replies", j)
			v.id(c.Replies[j].ID)
			v.leave()
		}
		v.leave()
	}
}
