package catalog_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/catalog"
	"ninefold/canvas/check"
)

// A source is what one of the five articles that the catalogue grew from
// distinguishes, as facts in our own words.
type source struct {
	Source, Language string
	Facts            []struct{ Kind, ID, Label string }
}

// holders say which entries of the catalogue, by the keys of their words, hold
// what the sources distinguish.
var holders = map[string][]string{
	"category/personal_assistance":  {"type.personal_assistance.name"},
	"category/dedicated_assistance": {"type.dedicated_assistance.name"},
	"category/self_service":         {"type.self_service.name"},
	"category/automated_services":   {"type.automated_services.name"},
	"category/communities":          {"type.communities.name"},
	"category/co_creation":          {"type.co_creation.name"},
	"category/third_parties":        {"type.third_parties.name"},
	"category/sales_programme":      {"type.sales_programme.name"},

	"purpose/acquire":       {"stage.acquire"},
	"purpose/consider":      {"stage.consider"},
	"purpose/retain":        {"stage.retain"},
	"purpose/grow":          {"stage.grow"},
	"purpose/cross_selling": {"stage.grow", "tactic.bundle.name", "tactic.complement.name"},
	"purpose/insights":      {"type.communities.what", "type.co_creation.what"}, // the company listens and learns

	"dimension/bond/transactional":    {"bond.transactional"},
	"dimension/bond/long_term":        {"bond.long_term", "tactic.referral.name"}, // advocates
	"dimension/intimacy/automated":    {"intimacy.automated"},
	"dimension/intimacy/individual":   {"intimacy.individual"},
	"dimension/intimacy/collective":   {"intimacy.collective"},
	"dimension/intimacy/third_party":  {"intimacy.third_party"},
	"dimension/intimacy/self_service": {"intimacy.self_service"},
	"dimension/intimacy/co_creation":  {"intimacy.co_creation"},
	// What the sources call direct and indirect are two things.
	"dimension/route/direct":        {"route.direct"},
	"dimension/route/intermediated": {"route.intermediated"},
	"dimension/presence/in_person":  {"presence.in_person"},
	"dimension/presence/remote":     {"presence.remote"},
	"measure/cost_against_value":    {"check.ltv_below_three_cac.title"},
	"need/account_managers":         {"ask.account_managers"},
	"need/community_manager":        {"ask.community_manager"},
	"need/support":                  {"ask.support_path", "check.self_service_without_support.title"},
	"rule/coexist":                  {"stage.retain"}, // a cell of the board holds any number
	"rule/coherent":                 {"check.offered_not_expected.title", "question.value_propositions.segment"},
	"rule/order":                    {"block.customer_relationships"}, // the filling order
	"rule/stage_strategy":           {"check.stage_empty.title"},
	"rule/validated_first":          {"standing.tested"},
	"tactic/positioning":            {"tactic.point_of_view.name"},
	"tactic/purchase_process":       {"question.channels.buy", "stage.consider"},
	"tactic/useful_life":            {"tactic.recontact_at_end_of_life.name"},
	"tactic/complementary":          {"tactic.complement.name"},
	"tactic/content_marketing":      {"tactic.content_marketing.name"},
	"tactic/email_marketing":        {"tactic.email_marketing.name"},
	"tactic/social_media":           {"tactic.social_media.name"},
	"tactic/point_of_view":          {"tactic.point_of_view.name"},
	"tactic/ego":                    {"tactic.ego.name"},
	"tactic/reduce_pain":            {"tactic.reduce_pain.name"},
	"tactic/extra_benefits":         {"tactic.extra_benefits.name"},
	"tactic/make_personal":          {"tactic.make_personal.name"},
	"tactic/keep_quality":           {"tactic.keep_quality.name"},
	"tactic/right_channel":          {"tactic.right_channel.name"},
	"tactic/buy_again":              {"tactic.recontact_at_end_of_life.name"},
	"tactic/at_the_same_time":       {"tactic.bundle.name", "tactic.complement.name"},
	"tactic/brings_another":         {"tactic.referral.name"},
	"question/expected":             {"question.customer_relationships.expect"},
	"question/established":          {"question.customer_relationships.established"},
	"question/measure":              {"question.customer_relationships.measure"},
	"question/cost":                 {"question.customer_relationships.cost"},
	"question/connect":              {"question.customer_relationships.connect"},
	"question/adequate":             {"question.customer_relationships.expect", "check.expected_not_offered.title"},
	"question/relate":               {"question.value_propositions.segment"},
	"question/know":                 {"question.value_propositions.hope"},
	"block/customer_segments":       {"block.customer_segments"},
	"block/value_propositions":      {"block.value_propositions"},
	"block/channels":                {"block.channels"},
	"block/revenue_streams":         {"block.revenue_streams"},
	"block/cost_structure":          {"block.cost_structure"},
	"block/key_resources":           {"block.key_resources"},
}

// own are the entries that no source has: the user's own type, and tactics for
// the stage that the sources leave empty.
var own = []string{"type.custom", "tactic.trial", "tactic.demonstration", "tactic.comparison"}

// Every distinction that a source makes can be expressed, in every language.
func TestSourcesAreHeld(t *testing.T) {
	data, err := os.ReadFile("testdata/sources.json")
	if err != nil {
		t.Fatal(err)
	}
	var sources []source
	if err := json.Unmarshal(data, &sources); err != nil {
		t.Fatal(err)
	}
	if len(sources) != 5 {
		t.Errorf("there are %d sources", len(sources))
	}
	ids := known()
	used, held := map[string]bool{}, map[string]bool{}
	for _, s := range sources {
		for _, fact := range s.Facts {
			name := fact.Kind + "/" + fact.ID
			used[name] = true
			if len(holders[name]) == 0 {
				t.Errorf("nothing holds what source %s calls %q: %s", s.Source, fact.Label, name)
			}
			for _, key := range holders[name] {
				held[entry(key)] = true
				if !ids[entry(key)] {
					t.Errorf("%s is held by %s, which is not in the catalogue", name, key)
				}
				for _, lang := range locale.Langs() {
					if !locale.Of(lang).Has(key) {
						t.Errorf("%s: %s has no words", lang, key)
					}
				}
			}
		}
	}
	for name := range holders {
		if !used[name] {
			t.Errorf("no source makes the distinction %s", name)
		}
	}
	for id := range ids {
		if area, _, _ := strings.Cut(id, "."); (area == "type" || area == "tactic") && held[id] == slices.Contains(own, id) {
			t.Errorf("%s is held by a source: %v", id, held[id])
		}
	}
}

// entry is the key's entry of the catalogue, without the part of its texts.
func entry(key string) string {
	parts := strings.Split(key, ".")
	if parts[0] == "question" {
		return key
	}
	return strings.Join(parts[:2], ".")
}

// known are all entries: of the catalogue and of the model's vocabulary.
func known() map[string]bool {
	ids := map[string]bool{}
	add := func(area string, all ...string) {
		for _, id := range all {
			ids[area+"."+id] = true
		}
	}
	for _, typ := range catalog.Types() {
		add("type", typ.ID)
		for _, ask := range typ.Asks {
			ids[ask.Key] = true
		}
	}
	for _, tactic := range catalog.Tactics() {
		add("tactic", tactic.ID)
	}
	for _, b := range canvas.Blocks() {
		for _, key := range catalog.Questions(b) {
			ids[key] = true
		}
	}
	add("block", canvas.Block("").Values()...)
	add("stage", canvas.Stage("").Values()...)
	add("bond", canvas.Bond("").Values()...)
	add("intimacy", canvas.Intimacy("").Values()...)
	add("route", canvas.Route("").Values()...)
	add("presence", canvas.Presence("").Values()...)
	add("standing", canvas.Standing("").Values()...)
	add("check", check.IDs()...)
	return ids
}
