package canvas

import "slices"

// Linked returns the notes that a note links and those that link it, each
// once, in the filling order: to a reader a link has no direction.
func Linked(p *Project, id ID) []*Note {
	n := p.Note(id)
	if n == nil {
		return nil
	}
	var out []*Note
	for o := range p.Notes() {
		if o.ID != id && (slices.Contains(n.Links, o.ID) || slices.Contains(o.Links, id)) {
			out = append(out, o)
		}
	}
	return out
}

// Link returns the project in which two notes are linked, the first naming the
// second; p itself where either names the other already, and for a note and
// itself.
func Link(p *Project, id, other ID) (*Project, error) {
	a, b, err := both(p, id, other)
	if err != nil {
		return nil, err
	}
	if a == b || slices.Contains(a.Links, other) || slices.Contains(b.Links, id) {
		return p, nil
	}
	return UpdateNote(p, id, func(n *Note) { n.Links = append(slices.Clip(n.Links), other) })
}

// Unlink returns the project in which neither of two notes links the other; p
// itself where that is so already.
func Unlink(p *Project, id, other ID) (*Project, error) {
	a, b, err := both(p, id, other)
	if err != nil {
		return nil, err
	}
	if slices.Contains(a.Links, other) {
		if p, err = UpdateNote(p, id, func(n *Note) { n.Links = without(n.Links, other) }); err != nil {
			return nil, err
		}
	}
	if slices.Contains(b.Links, id) {
		return UpdateNote(p, other, func(n *Note) { n.Links = without(n.Links, id) })
	}
	return p, nil
}

func both(p *Project, id, other ID) (a, b *Note, err error) {
	if a = p.Note(id); a == nil {
		return nil, nil, &NotFoundError{id}
	}
	if b = p.Note(other); b == nil {
		return nil, nil, &NotFoundError{other}
	}
	return a, b, nil
}
