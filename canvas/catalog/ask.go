package catalog

import (
	"slices"

	"ninefold/canvas"
)

// An Ask is something that a type of relationship calls for: a note in another
// block or, in the Cost Structure, a cost of the relationship itself, which
// that block shows rolled up.
type Ask struct {
	Block canvas.Block
	// Key is where the words hold the note's text, or the cost's label.
	Key string
	// Behaviour is how the cost behaves; empty for a note.
	Behaviour canvas.Behaviour
}

// IsCost reports whether a cost is asked for, not a note.
func (a Ask) IsCost() bool { return a.Behaviour != "" }

// Met returns the note that gives a relationship what is asked: one of the
// block that is linked with it, whatever it says, since its user may call it
// otherwise; for a cost, the relationship itself. It is nil while nothing does.
func (a Ask) Met(p *canvas.Project, relationship *canvas.Note) *canvas.Note {
	if a.IsCost() {
		if slices.ContainsFunc(relationship.Costs, func(c canvas.CostLine) bool { return alike(c.Behaviour, a.Behaviour) }) {
			return relationship
		}
		return nil
	}
	if found := canvas.Provided(p, relationship, a.Block); len(found) > 0 {
		return found[0]
	}
	return nil
}

// alike reports whether two costs are for the same thing: people are paid for
// by number or in steps.
func alike(a, b canvas.Behaviour) bool { return a == b || a.PaysPeople() && b.PaysPeople() }

// Meet gives a relationship what is asked, under the text; see
// [canvas.Provide]. The cost that it may add still lacks its amount.
func (a Ask) Meet(p *canvas.Project, relationship canvas.ID, text string) (*canvas.Project, error) {
	if a.IsCost() {
		return canvas.UpdateNote(p, relationship, func(n *canvas.Note) {
			n.Costs = append(slices.Clip(n.Costs), canvas.CostLine{ID: canvas.NewID("cl"), Label: text, Behaviour: a.Behaviour})
		})
	}
	next, _, err := canvas.Provide(p, relationship, a.Block, text)
	return next, err
}
