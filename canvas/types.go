package canvas

import (
	"errors"
	"slices"
	"strings"
)

// ErrNoName says that a type of relationship was to be without a name.
var ErrNoName = errors.New("a type of relationship needs a name")

// AddType gives the project a relationship type of its own and returns it.
func AddType(p *Project, name, explanation string) (*Project, RelationshipType, error) {
	t := RelationshipType{ID: string(NewID("rt")), Name: strings.TrimSpace(name), Explanation: strings.TrimSpace(explanation)}
	if err := checkType(p, t); err != nil {
		return nil, RelationshipType{}, err
	}
	return UpdateHead(p, func(h *Head) { h.Types = append(slices.Clip(h.Types), t) }), t, nil
}

// UpdateType returns the project with one of its own types renamed and
// explained anew; p itself where that says nothing new.
func UpdateType(p *Project, id, name, explanation string) (*Project, error) {
	at := slices.IndexFunc(p.head.Types, func(t RelationshipType) bool { return t.ID == id })
	if at < 0 {
		return nil, &UnknownTypeError{id}
	}
	t := p.head.Types[at]
	before := t
	t.Name, t.Explanation = strings.TrimSpace(name), strings.TrimSpace(explanation)
	if err := checkType(p, t); err != nil {
		return nil, err
	}
	if t.Name == before.Name && t.Explanation == before.Explanation {
		return p, nil
	}
	return UpdateHead(p, func(h *Head) {
		h.Types = slices.Clone(h.Types)
		h.Types[at] = t
	}), nil
}

// RemoveType returns the project without one of its own types. A type that
// notes speak of stays: the error then is a [*TypeInUseError].
func RemoveType(p *Project, id string) (*Project, error) {
	if _, ok := p.Type(id); !ok {
		return nil, &UnknownTypeError{id}
	}
	if notes := usersOfType(p, id); len(notes) > 0 {
		return nil, &TypeInUseError{id, notes}
	}
	return UpdateHead(p, func(h *Head) {
		h.Types = slices.DeleteFunc(slices.Clone(h.Types), func(t RelationshipType) bool { return t.ID == id })
	}), nil
}

// usersOfType returns the relationships of a type and the segments that expect
// it or are used to it.
func usersOfType(p *Project, id string) []*Note {
	var out []*Note
	for n := range p.Notes() {
		if n.Relationship != nil && n.Relationship.Type == id ||
			n.Segment != nil && (slices.Contains(n.Segment.Expected, id) || slices.Contains(n.Segment.Habitual, id)) {
			out = append(out, n)
		}
	}
	return out
}

// checkType says why a type cannot be one of the project's own.
func checkType(p *Project, t RelationshipType) error {
	if t.Name == "" {
		return ErrNoName
	}
	for _, o := range p.head.Types {
		if o.ID != t.ID && strings.EqualFold(o.Name, t.Name) {
			return &TakenNameError{t.Name}
		}
	}
	return nil
}
