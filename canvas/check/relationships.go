package check

import (
	"slices"

	"ninefold/canvas"
)

// aboutNote is a finding about one note.
func (f *facts) aboutNote(n *canvas.Note, values ...Value) Finding {
	return Finding{Notes: []canvas.ID{n.ID}, Values: append([]Value{f.noteValue(n)}, values...)}
}

// each finds the relationships of which something is true.
func (f *facts) each(found func(Finding), is func(*canvas.Note) bool) {
	for n := range f.relationships {
		if is(n) {
			found(f.aboutNote(n))
		}
	}
}

func relationshipWithoutSegment(f *facts, found func(Finding)) {
	f.each(found, func(n *canvas.Note) bool { return len(n.Segments) == 0 })
}

func relationshipWithoutCost(f *facts, found func(Finding)) {
	f.each(found, func(n *canvas.Note) bool { return len(n.Costs) == 0 })
}

func relationshipWithoutMeasure(f *facts, found func(Finding)) {
	f.each(found, func(n *canvas.Note) bool { return len(n.Relationship.Measures) == 0 })
}

// A community is looked after where it has an owner, somebody is paid for it,
// or it is linked with what the company has or does.
func communityWithoutManager(f *facts, found func(Finding)) {
	f.each(found, func(n *canvas.Note) bool {
		return n.Relationship.Type == "communities" && n.Relationship.Owner == "" && !paysPeople(n) &&
			!f.hasLink(n, canvas.KeyResources, canvas.KeyActivities, canvas.KeyPartnerships)
	})
}

func paysPeople(n *canvas.Note) bool {
	return slices.ContainsFunc(n.Costs, func(c canvas.CostLine) bool { return c.Behaviour.PaysPeople() })
}

// Customers who serve themselves find help where another relationship of their
// segment has people in it, or where the relationship is linked with a key activity
// or partner that helps.
func selfServiceWithoutSupport(f *facts, found func(Finding)) {
	for n := range f.relationships {
		if n.Relationship.Type != "self_service" || f.hasLink(n, canvas.KeyActivities, canvas.KeyPartnerships) {
			continue
		}
		for _, id := range n.Segments {
			i, ok := f.index[id]
			if ok && !f.segments[i].offers("personal_assistance", "dedicated_assistance", "communities", "third_parties") {
				one := f.aboutNote(n, segmentValue(f.segments[i].note))
				one.Notes = append(one.Notes, id)
				found(one)
			}
		}
	}
}

// A relationship through others needs a key partner that is linked with it or
// there for one of its segments.
func thirdPartyWithoutPartner(f *facts, found func(Finding)) {
	f.each(found, func(n *canvas.Note) bool {
		if n.Relationship.Type != "third_parties" && n.Relationship.Route != canvas.RouteIntermediated {
			return false
		}
		return !f.hasLink(n, canvas.KeyPartnerships) && !f.common.has(canvas.KeyPartnerships) &&
			!slices.ContainsFunc(n.Segments, func(id canvas.ID) bool {
				i, ok := f.index[id]
				return ok && f.segments[i].served.has(canvas.KeyPartnerships)
			})
	})
}

// A segment that says nothing of what it expects and knows has nothing to
// compare with.
func offeredNotExpected(f *facts, found func(Finding)) {
	for n := range f.relationships {
		for _, id := range n.Segments {
			i, ok := f.index[id]
			if !ok {
				continue
			}
			s := f.segments[i].note.Segment
			typ, said := n.Relationship.Type, len(s.Expected)+len(s.Habitual) > 0
			if said && !slices.Contains(s.Expected, typ) && !slices.Contains(s.Habitual, typ) {
				one := f.aboutNote(n, segmentValue(f.segments[i].note), f.typeValue(typ))
				one.Notes = append(one.Notes, id)
				found(one)
			}
		}
	}
}
