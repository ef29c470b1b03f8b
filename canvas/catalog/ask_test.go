package catalog_test

import (
	"slices"
	"testing"

	"ninefold/canvas"
	"ninefold/canvas/catalog"
	"ninefold/canvas/check"
)

// What each type asks of other blocks: files hold the notes, so that changing
// this changes what users have met.
func TestAsks(t *testing.T) {
	want := map[string][]canvas.Block{
		"personal_assistance":  {canvas.KeyResources, canvas.CostStructure},
		"dedicated_assistance": {canvas.KeyResources, canvas.CostStructure},
		"self_service":         {canvas.KeyResources, canvas.KeyActivities},
		"automated_services":   {canvas.KeyResources, canvas.KeyActivities},
		"communities":          {canvas.KeyResources, canvas.KeyActivities, canvas.CostStructure},
		"co_creation":          {canvas.KeyActivities, canvas.KeyResources},
		"third_parties":        {canvas.KeyPartnerships, canvas.CostStructure},
		"sales_programme":      {canvas.KeyResources, canvas.KeyActivities},
		canvas.TypeCustom:      nil,
	}
	for _, typ := range catalog.Types() {
		var got []canvas.Block
		for _, ask := range typ.Asks {
			got = append(got, ask.Block)
			if ask.IsCost() != (ask.Block == canvas.CostStructure) {
				t.Errorf("%s asks for %+v", typ.ID, ask)
			}
		}
		if !slices.Equal(got, want[typ.ID]) {
			t.Errorf("%s asks something of %v", typ.ID, got)
		}
	}
}

// Every ask can be met, one after the other, and each is then met by what it
// added. Nothing is left for the checks that look for the same.
func TestMeetingAsks(t *testing.T) {
	for _, typ := range catalog.Types() {
		p := canvas.New("", "en", "EUR")
		p, segment, err := canvas.AddNote(p, canvas.Note{Text: "Commuters"}, canvas.CustomerSegments, canvas.AtEnd)
		if err != nil {
			t.Fatal(err)
		}
		p, r, err := canvas.AddRelationship(p, typ.ID, "", canvas.Cell{Segment: segment.ID, Stage: canvas.StageRetain})
		if err != nil {
			t.Fatal(err)
		}
		for i, ask := range typ.Asks {
			if by := ask.Met(p, p.Note(r.ID)); by != nil {
				t.Errorf("%s: %s is met by %+v beforehand", typ.ID, ask.Key, by)
			}
			if p, err = ask.Meet(p, r.ID, ask.Key); err != nil {
				t.Fatal(err)
			}
			for k, other := range typ.Asks {
				by := other.Met(p, p.Note(r.ID))
				if (by != nil) != (k <= i) {
					t.Errorf("%s: after %s, %s is met by %+v", typ.ID, ask.Key, other.Key, by)
				}
				if k == i && ask.IsCost() && (by.ID != r.ID || by.Costs[0].Label != ask.Key || by.Costs[0].Behaviour != ask.Behaviour || by.Costs[0].ID == "") {
					t.Errorf("%s: the cost is %+v", typ.ID, by.Costs)
				}
				if k == i && !ask.IsCost() && (by.Text != ask.Key || by.Block != ask.Block || !by.Serves(segment.ID)) {
					t.Errorf("%s: the note is %+v", typ.ID, by)
				}
			}
		}
		open, _ := check.All(p)
		for _, f := range open {
			if slices.Contains([]string{"community_without_manager", "self_service_without_support", "third_party_without_partner"}, f.Check) {
				t.Errorf("%s: %s is found with all asks met", typ.ID, f.Check)
			}
		}
	}
}

// Whoever pays for people otherwise has what is asked.
func TestPeopleAreMetByEitherBehaviour(t *testing.T) {
	typ, _ := catalog.TypeByID("communities")
	n := &canvas.Note{ID: "r", Costs: []canvas.CostLine{{Behaviour: canvas.BehaviourStaffStep}}}
	p := canvas.New("", "en", "EUR")
	if typ.Asks[2].Met(p, n) != n {
		t.Error("people who are paid for in steps do not count")
	}
	n.Costs[0].Behaviour = canvas.BehaviourMonthly
	if typ.Asks[2].Met(p, n) != nil {
		t.Error("a monthly cost counts as people")
	}
}
