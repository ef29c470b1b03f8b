package check_test

import (
	"testing"

	"ninefold/canvas"
	"ninefold/canvas/check"
)

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
