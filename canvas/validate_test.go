package canvas_test

import (
	"slices"
	"strconv"
	"testing"

	"github.com/shopspring/decimal"

	"ninefold/canvas"
)

func amount(s string) *decimal.Decimal {
	d := decimal.RequireFromString(s)
	return &d
}

func TestValidate(t *testing.T) {
	type change = func(h *canvas.Head, notes []*canvas.Note)
	seg := func(n *canvas.Note) *canvas.Segment { return n.Segment }
	tests := []struct {
		change change
		path   string
		code   canvas.ProblemCode
		broken bool
	}{
		{func(h *canvas.Head, _ []*canvas.Note) { h.ID = "" }, "id", canvas.ProblemMissing, true},
		{func(h *canvas.Head, _ []*canvas.Note) { h.Currency = "eur" }, "currency", canvas.ProblemBadCurrency, false},
		{func(h *canvas.Head, _ []*canvas.Note) { h.Date = "2026-02-30" }, "date", canvas.ProblemBadDate, false},
		{func(h *canvas.Head, _ []*canvas.Note) { h.Plan.HorizonMonths = 13 }, "plan.horizon_months", canvas.ProblemHorizonLength, false},
		{func(h *canvas.Head, _ []*canvas.Note) { h.Plan.LifetimeMonths = -1 }, "plan.lifetime_months", canvas.ProblemNegative, false},
		{func(h *canvas.Head, _ []*canvas.Note) { h.Plan.AmortisationMonths = 1201 }, "plan.amortisation_months", canvas.ProblemTooLarge, false},
		{func(h *canvas.Head, _ []*canvas.Note) { h.Plan.OpeningCash = amount("-1000000000000001") }, "plan.opening_cash", canvas.ProblemTooLarge, false},
		{func(h *canvas.Head, _ []*canvas.Note) { h.Plan.DiscountRate = amount("1.01") }, "plan.discount_rate", canvas.ProblemNotAShare, false},
		{func(h *canvas.Head, _ []*canvas.Note) { h.Plan.Low = &canvas.Scenario{Price: amount("-1")} }, "plan.low.price", canvas.ProblemNegative, false},
		{func(h *canvas.Head, _ []*canvas.Note) { h.Types = []canvas.RelationshipType{{ID: "a"}, {ID: "a"}} }, "types[1].id", canvas.ProblemDuplicateID, true},
		{func(h *canvas.Head, _ []*canvas.Note) { h.Types = []canvas.RelationshipType{{}} }, "types[0].id", canvas.ProblemMissing, true},
		{func(h *canvas.Head, _ []*canvas.Note) { h.Scores = []canvas.Score{{Block: canvas.Channels, Points: 6}} }, "scores[0].points", canvas.ProblemPointsRange, false},
		{func(h *canvas.Head, _ []*canvas.Note) { h.Scores = []canvas.Score{{Block: "attic", Points: 5}} }, "scores[0].block", canvas.ProblemUnknownWord, true},
		{func(h *canvas.Head, _ []*canvas.Note) {
			h.Comments = []canvas.Comment{{ID: "x", Replies: []canvas.Reply{{ID: "x"}}}}
		}, "comments[0].replies[0].id", canvas.ProblemDuplicateID, true},
		{func(_ *canvas.Head, n []*canvas.Note) { n[2].Block = "" }, "notes[2].block", canvas.ProblemUnknownWord, true},
		{func(_ *canvas.Head, n []*canvas.Note) { n[2].Order = "a b" }, "notes[2].order", canvas.ProblemBadOrder, true},
		{func(_ *canvas.Head, n []*canvas.Note) { n[2].Order = "" }, "notes[2].order", canvas.ProblemMissing, false},
		{func(_ *canvas.Head, n []*canvas.Note) { n[2].Paper = "red" }, "notes[2].paper", canvas.ProblemUnknownWord, true},
		{func(_ *canvas.Head, n []*canvas.Note) { n[2].Standing = "sure" }, "notes[2].standing", canvas.ProblemUnknownWord, true},
		{func(_ *canvas.Head, n []*canvas.Note) { n[2].Segments = []canvas.ID{"A", "r"} }, "notes[2].segments[1]", canvas.ProblemNoSegment, true},
		{func(_ *canvas.Head, n []*canvas.Note) { n[2].Links = []canvas.ID{"v"} }, "notes[2].links[0]", canvas.ProblemSelfLink, false},
		{func(_ *canvas.Head, n []*canvas.Note) { n[1].Segment = &canvas.Segment{Letter: "A"} }, "notes[1].segment.letter", canvas.ProblemTakenLetter, true},
		{func(_ *canvas.Head, n []*canvas.Note) { seg(n[1]).Letter = "ABC" }, "notes[1].segment.letter", canvas.ProblemBadLetter, true},
		{func(_ *canvas.Head, n []*canvas.Note) { seg(n[1]).Colour = "pink" }, "notes[1].segment.colour", canvas.ProblemUnknownWord, true},
		{func(_ *canvas.Head, n []*canvas.Note) { seg(n[1]).Economics.Churn = amount("-0.1") }, "notes[1].segment.economics.churn", canvas.ProblemNotAShare, false},
		{func(_ *canvas.Head, n []*canvas.Note) { n[6].Relationship.Type = "" }, "notes[6].relationship.type", canvas.ProblemMissing, true},
		{func(_ *canvas.Head, n []*canvas.Note) { n[6].Relationship.Measures = []canvas.Measure{{}} }, "notes[6].relationship.measures[0].id", canvas.ProblemMissing, true},
		{func(_ *canvas.Head, n []*canvas.Note) { n[3].Revenue = &canvas.Revenue{Recurrence: "daily"} }, "notes[3].revenue.recurrence", canvas.ProblemUnknownWord, true},
		{func(_ *canvas.Head, n []*canvas.Note) { n[3].Costs = []canvas.CostLine{{ID: "x"}} }, "notes[3].costs[0].behaviour", canvas.ProblemMissing, true},
		{func(_ *canvas.Head, n []*canvas.Note) {
			n[3].Costs = []canvas.CostLine{{ID: "x", Behaviour: canvas.BehaviourMonthly, FromMonth: 5, ToMonth: 4}}
		}, "notes[3].costs[0].to_month", canvas.ProblemMonthOrder, false},
	}
	for _, tt := range tests {
		p := board(t)
		head := p.Head()
		var notes []*canvas.Note
		for n := range p.Notes() {
			c := *n
			if n.Segment != nil {
				s := *n.Segment
				c.Segment = &s
			}
			if n.Relationship != nil {
				r := *n.Relationship
				c.Relationship = &r
			}
			notes = append(notes, &c)
		}
		tt.change(&head, notes)
		found := canvas.Validate(head, notes)
		if len(found) != 1 || found[0].Path != tt.path || found[0].Code != tt.code || found[0].Broken != tt.broken || found[0].Error() == "" {
			t.Errorf("want %s at %s, broken %v; got %+v", tt.code, tt.path, tt.broken, found)
		}
	}
}

func TestValidateCollectsSoManyOfEitherKind(t *testing.T) {
	var notes []*canvas.Note
	for i := range 500 {
		notes = append(notes, &canvas.Note{ID: canvas.ID(strconv.Itoa(i)), Block: canvas.Channels, Paper: "red"})
	}
	broken := 0
	found := canvas.Validate(canvas.Head{ID: "p", Currency: "EUR"}, notes)
	for _, p := range found {
		if p.Broken {
			broken++
		}
	}
	if broken != canvas.MaxProblems || len(found) != 2*canvas.MaxProblems {
		t.Errorf("%d problems, %d of them broken", len(found), broken)
	}
}

func TestEveryBlockHasItsNumber(t *testing.T) {
	for i, b := range canvas.Blocks() {
		if b.Number() != i+1 {
			t.Errorf("%s is number %d", b, b.Number())
		}
	}
	if canvas.Block("attic").Number() != 0 || !slices.Equal(canvas.Block("").Values(), canvas.Blocks()[0].Values()) {
		t.Error("a block that is none has a number, or lists differ")
	}
}
