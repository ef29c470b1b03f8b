package canvas

import (
	"cmp"
	"slices"
)

// A Cell is a place on the relationship board: a segment's row and a stage's
// column. No segment is the row of the relationships that serve none; no stage
// is where those stand that do not say theirs.
type Cell struct {
	Segment ID
	Stage   Stage
}

// check says why the cell is not on the project's board.
func (c Cell) check(p *Project) error {
	if s := p.Note(c.Segment); c.Segment != "" && (s == nil || !s.IsSegment()) {
		return &NotSegmentError{c.Segment}
	}
	if !Known(c.Stage) {
		return &UnknownStageError{c.Stage}
	}
	return nil
}

// AddRelationship puts a relationship of a type onto a cell of the board, as
// the last note in Customer Relationships, and returns its note. The text may
// be empty: the board then shows the type's name alone. An empty type is
// [TypeCustom].
func AddRelationship(p *Project, typ, text string, cell Cell) (*Project, *Note, error) {
	if err := cell.check(p); err != nil {
		return nil, nil, err
	}
	n := Note{Text: text, Relationship: &Relationship{Type: cmp.Or(typ, TypeCustom), Stage: cell.Stage, Status: StatusPlanned}}
	if cell.Segment != "" {
		n.Segments = []ID{cell.Segment}
	}
	return AddNote(p, n, CustomerRelationships, AtEnd)
}

// MoveRelationship takes a relationship from one cell of the board to another:
// it serves the new segment instead of the old one, and stands in the new
// stage.
func MoveRelationship(p *Project, id ID, from, to Cell) (*Project, error) {
	return place(p, id, to, func(n *Note) []ID { return without(n.Segments, from.Segment, to.Segment) })
}

// ExtendRelationship makes a relationship serve the segment of a further cell,
// beside those that it serves, in that cell's stage.
func ExtendRelationship(p *Project, id ID, to Cell) (*Project, error) {
	return place(p, id, to, func(n *Note) []ID { return without(n.Segments, to.Segment) })
}

// CopyRelationship puts a copy of a relationship onto a cell of the board, right
// after the original in its block, and returns the copy.
func CopyRelationship(p *Project, id ID, to Cell) (*Project, *Note, error) {
	p, ids, err := DuplicateNotes(p, []ID{id})
	if err != nil {
		return nil, nil, err
	}
	if p, err = place(p, ids[0], to, func(*Note) []ID { return nil }); err != nil {
		return nil, nil, err
	}
	return p, p.Note(ids[0]), nil
}

// AddTactic makes a tactic one by which a relationship is carried out; p
// itself where it is that already.
func AddTactic(p *Project, id ID, tactic string) (*Project, error) {
	n := p.Note(id)
	switch {
	case n == nil:
		return nil, &NotFoundError{id}
	case !n.IsRelationship():
		return nil, &NotRelationshipError{id}
	case slices.Contains(n.Relationship.Tactics, tactic):
		return p, nil
	}
	return UpdateNote(p, id, func(n *Note) {
		r := *n.Relationship
		r.Tactics = append(slices.Clip(r.Tactics), tactic)
		n.Relationship = &r
	})
}

func place(p *Project, id ID, to Cell, keep func(*Note) []ID) (*Project, error) {
	n := p.Note(id)
	if n == nil {
		return nil, &NotFoundError{id}
	}
	if !n.IsRelationship() {
		return nil, &NotRelationshipError{id}
	}
	if err := to.check(p); err != nil {
		return nil, err
	}
	segments := keep(n)
	if to.Segment != "" {
		segments = p.sorted(append(segments, to.Segment))
	}
	if n.Relationship.Stage == to.Stage && slices.Equal(segments, n.Segments) {
		return p, nil
	}
	return UpdateNote(p, id, func(n *Note) {
		r := *n.Relationship
		r.Stage = to.Stage
		n.Segments, n.Relationship = segments, &r
	})
}

// CellsOf returns the cells of the board on which a relationship stands: one
// for each segment that it serves, or the one of no segment.
func CellsOf(n *Note) []Cell {
	if !n.IsRelationship() {
		return nil
	}
	if len(n.Segments) == 0 {
		return []Cell{{Stage: n.Relationship.Stage}}
	}
	cells := make([]Cell, len(n.Segments))
	for i, s := range n.Segments {
		cells[i] = Cell{Segment: s, Stage: n.Relationship.Stage}
	}
	return cells
}
