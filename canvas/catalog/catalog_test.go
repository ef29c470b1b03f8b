package catalog_test

import (
	"slices"
	"testing"

	"ninefold/canvas"
	"ninefold/canvas/catalog"
)

// The ids stand in files: none may vanish or change its meaning.
func TestTypes(t *testing.T) {
	want := []string{
		"personal_assistance", "dedicated_assistance", "self_service", "automated_services",
		"communities", "co_creation", "third_parties", "sales_programme", "custom",
	}
	marks := map[string]bool{}
	var got []string
	for _, typ := range catalog.Types() {
		got = append(got, typ.ID)
		if typ.Mark == "" || len(typ.Mark) > 2 || marks[typ.Mark] {
			t.Errorf("%s has the mark %q, which is not its own one or two letters", typ.ID, typ.Mark)
		}
		marks[typ.Mark] = true
		if !canvas.Known(typ.Intimacy) || !canvas.Known(typ.Bond) {
			t.Errorf("%s has intimacy %q and bond %q", typ.ID, typ.Intimacy, typ.Bond)
		}
		for _, ask := range typ.Asks {
			if ask.Block.Number() == 0 || ask.Block == canvas.CustomerRelationships {
				t.Errorf("%s asks something of block %q", typ.ID, ask.Block)
			}
		}
		if byID, ok := catalog.TypeByID(typ.ID); !ok || byID.Mark != typ.Mark {
			t.Errorf("%s is not found by its id", typ.ID)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("types are %v", got)
	}
	if _, ok := catalog.TypeByID("ty_own"); ok {
		t.Error("a type that is not in the catalogue is found")
	}
}

func TestTactics(t *testing.T) {
	want := map[canvas.Stage][]string{
		canvas.StageAcquire:  {"content_marketing", "email_marketing", "social_media"},
		canvas.StageConsider: {"trial", "demonstration", "comparison"},
		canvas.StageRetain: {
			"point_of_view", "ego", "reduce_pain", "extra_benefits",
			"make_personal", "keep_quality", "right_channel",
		},
		canvas.StageGrow: {"bundle", "complement", "recontact_at_end_of_life", "referral"},
	}
	for _, stage := range canvas.Stages() {
		var got []string
		for _, tactic := range catalog.Tactics() {
			if tactic.Stage == stage {
				got = append(got, tactic.ID)
			}
		}
		if !slices.Equal(got, want[stage]) {
			t.Errorf("tactics of %s are %v", stage, got)
		}
	}
	if tactic, ok := catalog.TacticByID("trial"); !ok || tactic.Stage != canvas.StageConsider {
		t.Error("trial is not found by its id")
	}
	if _, ok := catalog.TacticByID("none"); ok {
		t.Error("a tactic that is not in the catalogue is found")
	}
}

func TestEveryBlockHasQuestions(t *testing.T) {
	for _, b := range canvas.Blocks() {
		if n := len(catalog.Questions(b)); n < 3 || n > 5 {
			t.Errorf("%s has %d questions", b, n)
		}
	}
	if len(catalog.Questions("no_block")) != 0 {
		t.Error("a block that is none has questions")
	}
}
