package check

import (
	"slices"

	"ninefold/canvas"
)

// missing is a finding about a segment's cell of a stage, in which there is
// nothing; without a stage, about any of them.
func (s *customer) missing(stage canvas.Stage, values ...Value) Finding {
	f := s.about(values...)
	f.Cell = canvas.Cell{Segment: s.note.ID, Stage: stage}
	return f
}

// about is a finding about a segment.
func (s *customer) about(values ...Value) Finding {
	return Finding{Notes: []canvas.ID{s.note.ID}, Values: append([]Value{segmentValue(s.note)}, values...)}
}

func segmentWithoutRelationship(f *facts, found func(Finding)) {
	for i := range f.segments {
		if s := &f.segments[i]; len(s.relationships) == 0 {
			found(s.missing(""))
		}
	}
}

func segmentWithoutValueProposition(f *facts, found func(Finding)) {
	f.unreached(canvas.ValuePropositions, found)
}

func segmentWithoutChannel(f *facts, found func(Finding)) {
	f.unreached(canvas.Channels, found)
}

// unreached finds the segments for which a block holds nothing.
func (f *facts) unreached(b canvas.Block, found func(Finding)) {
	for i := range f.segments {
		if s := &f.segments[i]; !f.reaches(s, b) {
			found(s.about())
		}
	}
}

// A segment's revenue may be typed among its figures instead of following from
// the revenue notes.
func segmentWithoutRevenue(f *facts, found func(Finding)) {
	for i := range f.segments {
		if s := &f.segments[i]; !f.reaches(s, canvas.RevenueStreams) && s.note.Segment.Economics.Revenue == nil {
			found(s.about())
		}
	}
}

func expectedNotOffered(f *facts, found func(Finding)) {
	for i := range f.segments {
		s := &f.segments[i]
		expected := s.note.Segment.Expected
		for k, typ := range expected {
			if !s.offers(typ) && !slices.Contains(expected[:k], typ) {
				one := s.missing("", f.typeValue(typ))
				one.About = typ
				found(one)
			}
		}
	}
}

func (s *customer) offers(types ...string) bool {
	return slices.ContainsFunc(s.relationships, func(n *canvas.Note) bool { return slices.Contains(types, n.Relationship.Type) })
}

func (s *customer) hasStage(stage canvas.Stage) bool {
	return slices.ContainsFunc(s.relationships, func(n *canvas.Note) bool { return n.Relationship.Stage == stage })
}

// A segment with no relationship at all is another check's business.
func longTermWithoutRetention(f *facts, found func(Finding)) {
	for i := range f.segments {
		s := &f.segments[i]
		if len(s.relationships) > 0 && s.bond() == canvas.BondLongTerm && !s.hasStage(canvas.StageRetain) {
			found(s.missing(canvas.StageRetain))
		}
	}
}

func stageEmpty(f *facts, found func(Finding)) {
	for i := range f.segments {
		s := &f.segments[i]
		if len(s.relationships) == 0 {
			continue // said already
		}
		for _, stage := range canvas.Stages() {
			if !s.hasStage(stage) {
				one := s.missing(stage, Value{Name: "Stage", Kind: Stage, Text: string(stage)})
				one.About = string(stage)
				found(one)
			}
		}
	}
}
