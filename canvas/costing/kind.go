package costing

import (
	"slices"

	"ninefold/canvas"
)

// A Kind is what cost lines have in common that are for the same thing and are
// paid in the same way.
type Kind struct {
	Relationship bool         // on a note in Customer Relationships
	Stage        canvas.Stage // of the relationship; empty where it does not say, and on other notes
	Behaviour    canvas.Behaviour
}

// Kind returns what the line is for and how it is paid.
func (l *Line) Kind() Kind {
	return Kind{l.Note.Block == canvas.CustomerRelationships, l.Stage(), l.Cost.Behaviour}
}

// Due returns what the cost lines of a kind come to for a segment in each month
// of the projection; for the empty id, those that fall on no segment. Over all
// kinds this is what [Month] and [SegmentMonth] say by stage.
func (m *Model) Due(segment canvas.ID, kind Kind) []Amount {
	months := make([]Amount, m.plan.HorizonMonths)
	ledger, quantity := &m.schedule().common, m.quantities().all
	if segment != "" {
		i, ok := m.index[segment]
		if !ok {
			return months
		}
		ledger, quantity = &m.schedule().segments[i], m.quantities().segments[i]
	}
	p := stagePlaces
	if kind.Relationship {
		p = stageIndex(kind.Stage)
	}
	i := behaviourIndex(kind.Behaviour)
	rates := ledger[p][i]
	if rates != nil {
		rates = rates.clone()
		rates.settle()
	}
	for k := range months {
		var total sum
		if rates != nil {
			rates.bill(&total, k, driverAt(i), &quantity[k])
		}
		months[k] = total.amount()
	}
	return months
}

var behaviours = canvas.Behaviours()

// behaviourPlaces is one more than there are behaviours.
const behaviourPlaces = 11

// behaviourIndex is a behaviour's place in the order of the behaviours; all
// others share the last.
func behaviourIndex(b canvas.Behaviour) int {
	if i := slices.Index(behaviours, b); i >= 0 {
		return i
	}
	return len(behaviours)
}

// driverAt is the driver of the behaviour with an index.
func driverAt(i int) Driver {
	if i < len(behaviours) {
		return DriverOf(behaviours[i])
	}
	return DriverNone
}
