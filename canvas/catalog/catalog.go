// Package catalog is what the program knows of the field beforehand: the types
// of customer relationships, the tactics of each stage and the questions that
// help to fill in a block. It holds ids and facts; the words for them are
// found under keys that follow from the ids, and this package must not know
// the words, files, pictures or windows.
//
// The texts of a type are under type.ID.name, .what, .when, .asks and
// .example, those of a tactic under tactic.ID.name, .what, .when and .example.
package catalog

import (
	"slices"

	"ninefold/canvas"
)

// A Type is a kind of relationship between a company and its customers: a
// token of the palette.
type Type struct {
	ID string
	// Mark is one or two letters that stand for the type where there is no
	// room for its name, in every language.
	Mark string
	// Intimacy and Bond are what a relationship of this type usually has;
	// empty where it can be either.
	Intimacy canvas.Intimacy
	Bond     canvas.Bond
	// Asks are what the type needs of other blocks.
	Asks []Ask
}

var types = []Type{
	{
		ID: "personal_assistance", Mark: "P", Intimacy: canvas.IntimacyIndividual,
		Asks: []Ask{resource("ask.service_team"), cost("ask.service_team", canvas.BehaviourStaffStep)},
	},
	{
		ID: "dedicated_assistance", Mark: "D", Intimacy: canvas.IntimacyIndividual, Bond: canvas.BondLongTerm,
		Asks: []Ask{resource("ask.account_managers"), cost("ask.account_managers", canvas.BehaviourStaffStep)},
	},
	{
		ID: "self_service", Mark: "S", Intimacy: canvas.IntimacySelfService,
		Asks: []Ask{resource("ask.self_service_tools"), activity("ask.support_path")},
	},
	{
		ID: "automated_services", Mark: "A", Intimacy: canvas.IntimacyAutomated,
		Asks: []Ask{resource("ask.automation_software"), activity("ask.data_care")},
	},
	{
		ID: "communities", Mark: "C", Intimacy: canvas.IntimacyCollective, Bond: canvas.BondLongTerm,
		Asks: []Ask{resource("ask.community_manager"), activity("ask.community_content"), cost("ask.community_manager", canvas.BehaviourStaff)},
	},
	{
		ID: "co_creation", Mark: "Co", Intimacy: canvas.IntimacyCoCreation, Bond: canvas.BondLongTerm,
		Asks: []Ask{activity("ask.moderation"), resource("ask.usage_rights")},
	},
	{
		ID: "third_parties", Mark: "3", Intimacy: canvas.IntimacyThirdParty,
		Asks: []Ask{{Block: canvas.KeyPartnerships, Key: "ask.intermediaries"}, cost("ask.commissions", canvas.BehaviourPercentOfRevenue)},
	},
	{
		ID: "sales_programme", Mark: "Sp", Bond: canvas.BondLongTerm,
		Asks: []Ask{resource("ask.customer_records"), activity("ask.offers")},
	},
	{ID: canvas.TypeCustom, Mark: "*"},
}

func resource(key string) Ask { return Ask{Block: canvas.KeyResources, Key: key} }

func activity(key string) Ask { return Ask{Block: canvas.KeyActivities, Key: key} }

func cost(key string, b canvas.Behaviour) Ask { return Ask{canvas.CostStructure, key, b} }

// Types returns the types of relationships in the order of the palette. The
// last is the user's own.
func Types() []Type { return slices.Clone(types) }

// TypeByID returns the type with the id, or false for one that is not in the
// catalogue, such as a type of the project's own.
func TypeByID(id string) (Type, bool) {
	i := slices.IndexFunc(types, func(t Type) bool { return t.ID == id })
	if i < 0 {
		return Type{}, false
	}
	return types[i], true
}

// A Tactic is a way to carry out a relationship in one of its stages.
type Tactic struct {
	ID    string
	Stage canvas.Stage
}

var tactics = []Tactic{
	{"content_marketing", canvas.StageAcquire},
	{"email_marketing", canvas.StageAcquire},
	{"social_media", canvas.StageAcquire},
	{"trial", canvas.StageConsider},
	{"demonstration", canvas.StageConsider},
	{"comparison", canvas.StageConsider},
	{"point_of_view", canvas.StageRetain},
	{"ego", canvas.StageRetain},
	{"reduce_pain", canvas.StageRetain},
	{"extra_benefits", canvas.StageRetain},
	{"make_personal", canvas.StageRetain},
	{"keep_quality", canvas.StageRetain},
	{"right_channel", canvas.StageRetain},
	{"bundle", canvas.StageGrow},
	{"complement", canvas.StageGrow},
	{"recontact_at_end_of_life", canvas.StageGrow},
	{"referral", canvas.StageGrow},
}

// Tactics returns all tactics, stage by stage in the order of a customer's life.
func Tactics() []Tactic { return slices.Clone(tactics) }

// TacticByID returns the tactic with the id, or false where there is none.
func TacticByID(id string) (Tactic, bool) {
	i := slices.IndexFunc(tactics, func(t Tactic) bool { return t.ID == id })
	if i < 0 {
		return Tactic{}, false
	}
	return tactics[i], true
}

var questions = map[canvas.Block][]string{
	canvas.CustomerSegments:      {"who", "differ", "first", "decides", "many"},
	canvas.ValuePropositions:     {"problem", "hope", "today", "segment", "sentence"},
	canvas.Channels:              {"hear", "buy", "deliver", "cost"},
	canvas.CustomerRelationships: {"expect", "established", "measure", "cost", "connect"},
	canvas.RevenueStreams:        {"pay", "today", "again", "share"},
	canvas.KeyResources:          {"promise", "relationships", "own"},
	canvas.KeyActivities:         {"daily", "relationships", "leave"},
	canvas.KeyPartnerships:       {"who", "bring", "gone"},
	canvas.CostStructure:         {"largest", "grow", "relationships", "less"},
}

// Questions returns the keys of the questions that help to fill in a block, in
// the order in which to ask them.
func Questions(b canvas.Block) []string {
	keys := make([]string, len(questions[b]))
	for i, name := range questions[b] {
		keys[i] = "question." + string(b) + "." + name
	}
	return keys
}
