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

// For every check the least project that it finds something in, and ones that
// just escape it.
func TestRules(t *testing.T) {
	type notes = []*canvas.Note
	tests := []struct {
		check    string
		severity check.Severity
		found    notes
		said     string
		escape   []notes
	}{
		{
			"segment_without_relationship", check.Gap,
			notes{segment("s"), acquire("r")},
			"[s] Segment=Note s",
			[]notes{{segment("s"), acquire("r", "s")}},
		},
		{
			"segment_without_value_proposition", check.Gap,
			notes{segment("s"), segment("t"), note("v", canvas.ValuePropositions, "t")},
			"[s] Segment=Note s",
			[]notes{
				{segment("s"), note("v", canvas.ValuePropositions, "s")},
				{segment("s"), note("v", canvas.ValuePropositions)},
			},
		},
		{
			"segment_without_channel", check.Gap,
			notes{segment("s"), segment("t"), note("c", canvas.Channels, "t")},
			"[s] Segment=Note s",
			[]notes{{segment("s"), note("c", canvas.Channels, "s")}, {segment("s"), note("c", canvas.Channels)}},
		},
		{
			"segment_without_revenue", check.Gap,
			notes{segment("s", earning("1", "1", "0", "1", ""))},
			"[s] Segment=Note s",
			[]notes{
				{segment("s"), note("e", canvas.RevenueStreams, "s")},
				{segment("s"), note("e", canvas.RevenueStreams)},
				{segment("s", earning("", "", "", "", "0"))},
			},
		},
		{
			"expected_not_offered", check.Gap,
			notes{segment("s", expects("communities", "self_service", "communities")), relationship("r", "self_service", "", "s")},
			"communities[s] Segment=Note s Type=communities",
			[]notes{
				{segment("s", expects("communities")), relationship("r", "communities", "", "s")},
				{segment("s", func(s *canvas.Segment) { s.Habitual = []string{"communities"} })},
			},
		},
		{
			"long_term_without_retention", check.Gap,
			notes{segment("s", bound(canvas.BondLongTerm)), acquire("r", "s"), relationship("x", "self_service", canvas.StageGrow, "s")},
			"[s] Segment=Note s",
			[]notes{
				{segment("s", bound(canvas.BondLongTerm))},
				{segment("s", bound(canvas.BondTransactional)), acquire("r", "s")},
				{segment("s"), acquire("r", "s")},
				{segment("s", bound(canvas.BondLongTerm)), relationship("r", "self_service", canvas.StageRetain, "s")},
			},
		},
		{
			"long_term_without_retention", check.Gap, // by the bond of one of its relationships
			notes{
				segment("s"), acquire("r", "s"),
				with(acquire("x", "s"), func(n *canvas.Note) { n.Relationship.Bond = canvas.BondLongTerm }),
				with(acquire("y", "s"), func(n *canvas.Note) { n.Relationship.Bond = canvas.BondTransactional }),
			},
			"[s] Segment=Note s",
			[]notes{{
				segment("s", bound(canvas.BondTransactional)),
				with(acquire("x", "s"), func(n *canvas.Note) { n.Relationship.Bond = canvas.BondLongTerm }),
			}},
		},
		{
			"relationship_without_segment", check.Gap,
			notes{acquire("r")},
			"[r] Note=Note r",
			[]notes{{segment("s"), acquire("r", "s")}},
		},
		{
			"third_party_without_partner", check.Gap,
			notes{segment("s"), segment("t"), relationship("r", "third_parties", "", "s"), note("p", canvas.KeyPartnerships, "t")},
			"[r] Note=Note r",
			[]notes{
				{segment("s"), relationship("r", "third_parties", "", "s"), note("p", canvas.KeyPartnerships, "s")},
				{segment("s"), relationship("r", "third_parties", "", "s"), note("p", canvas.KeyPartnerships)},
				{segment("s"), segment("t"), relationship("r", "third_parties", "", "s"), with(note("p", canvas.KeyPartnerships, "t"), links("r"))},
				{segment("s"), relationship("r", "self_service", "", "s")},
			},
		},
		{
			"third_party_without_partner", check.Gap, // by its route
			notes{with(acquire("r"), func(n *canvas.Note) { n.Relationship.Route = canvas.RouteIntermediated })},
			"[r] Note=Note r",
			[]notes{{with(acquire("r"), func(n *canvas.Note) { n.Relationship.Route = canvas.RouteDirect })}},
		},
		{
			"cost_to_serve_above_contribution", check.Risk, // 10.01 of 10 a month
			notes{
				segment("s", earning("", "100", "", "", "10")),
				with(relationship("r", "self_service", canvas.StageRetain, "s"), costs(canvas.BehaviourMonthly, "1001")),
			},
			"[s] Segment=Note s Serve=EUR10.01 Contribution=EUR10",
			[]notes{
				{
					segment("s", earning("", "100", "", "", "10")),
					with(relationship("r", "self_service", canvas.StageRetain, "s"), costs(canvas.BehaviourMonthly, "1000")),
				},
				{
					segment("s", earning("", "100", "", "", "")),
					with(relationship("r", "self_service", canvas.StageRetain, "s"), costs(canvas.BehaviourMonthly, "1001")),
				},
			},
		},
		{
			"ltv_below_three_cac", check.Risk, // 10 x 10 months against 40
			notes{segment("s", earning("1", "100", "0.1", "", "10")), with(acquire("r", "s"), costs(canvas.BehaviourMonthly, "40"))},
			"[s] Segment=Note s Ratio=2.5",
			[]notes{
				{segment("s", earning("1", "100", "0.1", "", "12")), with(acquire("r", "s"), costs(canvas.BehaviourMonthly, "40"))},
				{segment("s", earning("1", "100", "", "", "10")), with(acquire("r", "s"), costs(canvas.BehaviourMonthly, "40"))},
				{segment("s", earning("1", "100", "0.1", "", "10")), acquire("r", "s")},
			},
		},
		{
			"transactional_with_high_cac", check.Risk, // 10 a month, 4 orders, 2.51 to win
			notes{
				segment("s", bound(canvas.BondTransactional), earning("1", "100", "0.1", "4", "10")),
				with(acquire("r", "s"), costs(canvas.BehaviourMonthly, "2.51")),
			},
			"[s] Segment=Note s CAC=EUR2.51 Purchase=EUR2.5",
			[]notes{
				{
					segment("s", bound(canvas.BondTransactional), earning("1", "100", "0.1", "4", "10")),
					with(acquire("r", "s"), costs(canvas.BehaviourMonthly, "2.50")),
				},
				{ // not known how often they order
					segment("s", bound(canvas.BondTransactional), earning("1", "100", "0.1", "", "10")),
					with(acquire("r", "s"), costs(canvas.BehaviourMonthly, "10")),
				},
				{
					segment("s", bound(canvas.BondLongTerm), earning("1", "100", "0.1", "4", "10")),
					with(acquire("r", "s"), costs(canvas.BehaviourMonthly, "2.51")),
				},
				{
					segment("s", bound(canvas.BondTransactional), earning("", "100", "0.1", "4", "10")),
					with(acquire("r", "s"), costs(canvas.BehaviourMonthly, "2.51")),
				},
			},
		},
		{
			"relationship_without_cost", check.Risk,
			notes{acquire("r")},
			"[r] Note=Note r",
			[]notes{{with(acquire("r"), costs(canvas.BehaviourMonthly, "0"))}},
		},
		{
			"community_without_manager", check.Risk,
			notes{
				with(relationship("r", "communities", ""), costs(canvas.BehaviourMonthly, "50")),
				note("k", canvas.KeyResources), with(note("c", canvas.Channels), links("r")),
			},
			"[r] Note=Note r",
			[]notes{
				{with(relationship("r", "communities", ""), func(n *canvas.Note) { n.Relationship.Owner = "Inês" })},
				{with(relationship("r", "communities", ""), costs(canvas.BehaviourStaff, ""))},
				{with(relationship("r", "communities", ""), links("k")), note("k", canvas.KeyResources)},
				{relationship("r", "communities", ""), with(note("k", canvas.KeyPartnerships), links("r"))},
				{relationship("r", "co_creation", "")},
			},
		},
		{
			"self_service_without_support", check.Risk,
			notes{
				segment("s"), segment("t"), relationship("r", "self_service", "", "s", "t"),
				relationship("x", "personal_assistance", "", "t"), relationship("y", "automated_services", "", "s"),
			},
			"[r s] Note=Note r Segment=Note s",
			[]notes{
				{segment("s"), relationship("r", "self_service", "", "s"), relationship("x", "communities", "", "s")},
				{segment("s"), relationship("r", "self_service", "", "s"), with(note("k", canvas.KeyActivities), links("r"))},
				{segment("s"), relationship("r", "self_service", "")},
				{segment("s"), relationship("r", "automated_services", "", "s")},
			},
		},
		{
			"stage_empty", check.Hint,
			notes{
				segment("s"), segment("t"), acquire("r", "s"),
				relationship("u", "self_service", canvas.StageConsider, "s"), relationship("w", "self_service", canvas.StageGrow, "s"),
			},
			"retain[s] Segment=Note s Stage=retain",
			[]notes{
				{segment("s")},
				{
					segment("s"), acquire("r", "s"), relationship("u", "self_service", canvas.StageConsider, "s"),
					relationship("v", "self_service", canvas.StageRetain, "s"), relationship("w", "self_service", canvas.StageGrow, "s"),
				},
			},
		},
		{
			"offered_not_expected", check.Hint,
			notes{segment("s", expects("communities")), segment("t"), relationship("r", "self_service", "", "s", "t")},
			"[r s] Note=Note r Segment=Note s Type=self_service",
			[]notes{
				{segment("s"), relationship("r", "self_service", "", "s")},
				{segment("s", expects("communities", "self_service")), relationship("r", "self_service", "", "s")},
				{
					segment("s", expects("communities"), func(s *canvas.Segment) { s.Habitual = []string{"self_service"} }),
					relationship("r", "self_service", "", "s"),
				},
			},
		},
		{
			"relationship_without_measure", check.Hint,
			notes{acquire("r")},
			"[r] Note=Note r",
			[]notes{{with(acquire("r"), func(n *canvas.Note) { n.Relationship.Measures = []canvas.Measure{{ID: "m"}} })}},
		},
		{
			"block_empty", check.Hint,
			notes{
				segment("a"), note("b", canvas.ValuePropositions), note("c", canvas.Channels), acquire("d"), note("e", canvas.RevenueStreams),
				note("f", canvas.KeyResources), note("g", canvas.KeyActivities), note("h", canvas.CostStructure),
			},
			"key_partnerships[] Block=key_partnerships",
			[]notes{{}},
		},
		{
			"crowded_block", check.Hint,
			nine(canvas.Channels, 1),
			"channels[] Block=channels Count=10",
			[]notes{nine(canvas.Channels, 0)},
		},
		{
			"duplicate_note", check.Hint,
			notes{
				with(note("a", canvas.Channels), func(n *canvas.Note) { n.Text = "The App" }),
				note("b", canvas.Channels),
				with(note("c", canvas.Channels), func(n *canvas.Note) { n.Text = "the\n app " }),
			},
			"[a c] Note=The App Block=channels Count=2",
			[]notes{
				{
					with(note("a", canvas.Channels), func(n *canvas.Note) { n.Text = "App" }),
					with(note("b", canvas.KeyResources), func(n *canvas.Note) { n.Text = "App" }),
				},
				{
					with(note("a", canvas.Channels), func(n *canvas.Note) { n.Text = "" }),
					with(note("b", canvas.Channels), func(n *canvas.Note) { n.Text = " " }),
				},
			},
		},
		{
			"orphan_note", check.Hint,
			notes{note("n", canvas.KeyActivities)},
			"[n] Note=Note n",
			[]notes{
				{segment("s"), note("n", canvas.KeyActivities, "s")},
				{note("n", canvas.KeyActivities), with(acquire("r"), links("n"))},
				{with(note("n", canvas.KeyActivities), links("r")), acquire("r")},
				{note("n", canvas.CostStructure)},
				{acquire("r")},
			},
		},
	}
	tested := map[string]bool{}
	for _, test := range tests {
		tested[test.check] = true
		switch got := find(build(t, test.found...), test.check); {
		case len(got) != 1:
			t.Errorf("%s finds %d things in the first project, want 1: %v", test.check, len(got), got)
		case said(got[0]) != test.said:
			t.Errorf("%s says %q, want %q", test.check, said(got[0]), test.said)
		case got[0].Severity != test.severity:
			t.Errorf("%s is a %s, want a %s", test.check, got[0].Severity, test.severity)
		}
		for i, notes := range test.escape {
			for _, f := range find(build(t, notes...), test.check) {
				// Some checks find a thing for each of several types, stages or blocks.
				if said(f) == test.said || f.About == "" {
					t.Errorf("%s finds %q in escape %d", test.check, said(f), i)
				}
			}
		}
	}
	for _, id := range check.IDs() {
		if !tested[id] {
			t.Errorf("%s is not tested", id)
		}
	}
}
