package check

// A rule is one check. Its function tells each thing that it finds; id,
// severity and block are put in by the caller.
type rule struct {
	id       string
	severity Severity
	run      func(f *facts, found func(Finding))
}

// rules is the table of all checks. Findings of one severity about one note
// keep its order.
var rules = []rule{
	{"segment_without_relationship", Gap, segmentWithoutRelationship},
	{"segment_without_value_proposition", Gap, segmentWithoutValueProposition},
	{"segment_without_channel", Gap, segmentWithoutChannel},
	{"segment_without_revenue", Gap, segmentWithoutRevenue},
	{"expected_not_offered", Gap, expectedNotOffered},
	{"long_term_without_retention", Gap, longTermWithoutRetention},
	{"relationship_without_segment", Gap, relationshipWithoutSegment},
	{"third_party_without_partner", Gap, thirdPartyWithoutPartner},

	{"cost_to_serve_above_contribution", Risk, costToServeAboveContribution},
	{"ltv_below_three_cac", Risk, ltvBelowThreeCAC},
	{"transactional_with_high_cac", Risk, transactionalWithHighCAC},
	{"relationship_without_cost", Risk, relationshipWithoutCost},
	{"community_without_manager", Risk, communityWithoutManager},
	{"self_service_without_support", Risk, selfServiceWithoutSupport},

	{"stage_empty", Hint, stageEmpty},
	{"offered_not_expected", Hint, offeredNotExpected},
	{"relationship_without_measure", Hint, relationshipWithoutMeasure},
	{"block_empty", Hint, blockEmpty},
	{"crowded_block", Hint, crowdedBlock},
	{"duplicate_note", Hint, duplicateNote},
	{"orphan_note", Hint, orphanNote},
}
