package canvas

import (
	"slices"
	"strings"
)

// Provide puts what a note needs into another block, such as the person who
// runs a community among the key resources: a note with this text, linked with
// the one that needs it and serving the segments that it serves. Where a note
// of the block says so already, in other capitals perhaps, that one is linked,
// and serves those segments too unless it is common to all. It returns the note
// that is linked.
func Provide(p *Project, id ID, block Block, text string) (*Project, *Note, error) {
	n := p.Note(id)
	if n == nil {
		return nil, nil, &NotFoundError{id}
	}
	there := slices.IndexFunc(p.Block(block), func(o *Note) bool {
		return o.ID != id && strings.EqualFold(strings.TrimSpace(o.Text), strings.TrimSpace(text))
	})
	var next *Project
	var provided *Note
	var err error
	if there < 0 {
		next, provided, err = AddNote(p, Note{Text: text, Segments: n.Segments}, block, AtEnd)
	} else {
		provided = p.Block(block)[there]
		next, err = serveToo(p, provided, n.Segments)
	}
	if err != nil {
		return nil, nil, err
	}
	if next, err = Link(next, id, provided.ID); err != nil {
		return nil, nil, err
	}
	return next, next.Note(provided.ID), nil
}

// serveToo has a note serve further segments; one that is common to all stays
// so.
func serveToo(p *Project, n *Note, segments []ID) (*Project, error) {
	if len(n.Segments) == 0 {
		return p, nil
	}
	var err error
	for _, s := range segments {
		if o := p.Note(s); o == nil || !o.IsSegment() {
			continue // gone since
		}
		if p, err = Serve(p, n.ID, s, true); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// Provided returns the notes of a block that a note is linked with, either way,
// in order.
func Provided(p *Project, n *Note, block Block) []*Note {
	var out []*Note
	for _, o := range p.Block(block) {
		if o.ID != n.ID && (slices.Contains(n.Links, o.ID) || slices.Contains(o.Links, n.ID)) {
			out = append(out, o)
		}
	}
	return out
}
