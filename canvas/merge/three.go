package merge

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/go-json-experiment/json/jsontext"

	"ninefold/canvas"
)

// A Conflict is something that both sides changed, each to something else.
type Conflict struct {
	Note canvas.ID // empty means what is said of the whole project
	// Path leads to the value as that of a [Field] does; "block" is where the
	// note stands. Empty means the note itself, which one side deleted while the
	// other went on with it. A whole record such as "costs[cl_x9]" was likewise
	// deleted by one side only.
	Path string
	// Base, Ours and Theirs are the values as JSON text; empty where there is none.
	Base, Ours, Theirs string
}

// Undecided returns the side that the conflict goes to where nobody decides it.
func (c Conflict) Undecided() Side {
	if c.Ours == "" && (c.Path == "" || isRecord(c.Path) || slices.Contains(whole, c.Path)) {
		return Theirs
	}
	return Ours
}

// A Side is one of the two that are merged.
type Side int

// The sides. Undecided takes ours, except that what one side deleted and the
// other changed stays.
const (
	Undecided Side = iota
	Ours
	Theirs
)

// A Merged is the outcome of a merge.
type Merged struct {
	Project *canvas.Project
	// Conflicts are all there are, decided or not: the project's first, then
	// those of the notes in the order of the canvas, deleted notes last.
	Conflicts []Conflict
}

// Three merges two projects that both went on from a third. What only one side
// changed is taken, value by value; what both changed alike is no conflict;
// what both changed differently is one, and decide says which side it goes to.
// A nil decide leaves all undecided.
//
// Lists of words and of ids have what either side added and lack what either
// side took away. Where both moved a note within a block, it stands where ours
// has it. A note that one side deleted stays if the other side newly refers to
// it. Two new segments with one letter get different ones: theirs the next
// free. The copy that a reader sends back says so in the head's Review, which
// is never merged: ours stays.
//
// The outcome has no problem that canvas.Validate calls broken, if the three
// projects have none. Three(b, x, b), Three(b, b, x) and Three(b, x, x) say
// what x says.
//
// It fails only where the two sides together have more segments than there are
// letters.
func Three(base, ours, theirs *canvas.Project, decide func(Conflict) Side) (*Merged, error) {
	if decide == nil {
		decide = func(Conflict) Side { return Undecided }
	}
	m := &merger{
		base: base.ByID(), ours: ours.ByID(), theirs: theirs.ByID(),
		decide: decide, notes: map[canvas.ID]*canvas.Note{},
	}
	head := m.head(base.Head(), ours.Head(), theirs.Head())
	order := m.order(ours, theirs)
	for _, id := range order {
		m.note(id)
	}
	m.revive()
	m.keepTypes(&head, ours.Head(), theirs.Head())
	p, err := m.project(head, order)
	if err != nil {
		return nil, fmt.Errorf("merge: %w", err)
	}
	return &Merged{p, m.sorted(order)}, nil
}

// A merger is at work on one merge.
type merger struct {
	base, ours, theirs map[canvas.ID]*canvas.Note
	decide             func(Conflict) Side
	conflicts          []Conflict
	notes              map[canvas.ID]*canvas.Note // of the outcome
	gone               []canvas.ID                // deleted by one side, and the other left them alone
}

// order returns the ids of both sides' notes, ours first.
func (m *merger) order(ours, theirs *canvas.Project) []canvas.ID {
	var ids []canvas.ID
	for n := range ours.Notes() {
		ids = append(ids, n.ID)
	}
	for n := range theirs.Notes() {
		if m.ours[n.ID] == nil {
			ids = append(ids, n.ID)
		}
	}
	return ids
}

// note merges the versions of one note that at least one side has.
func (m *merger) note(id canvas.ID) {
	was, a, b := m.base[id], m.ours[id], m.theirs[id]
	switch {
	case a == b, was == nil && b == nil:
		m.notes[id] = a
	case was == nil && a == nil:
		m.notes[id] = b
	case a == nil || b == nil:
		m.deleted(id, was, cmp.Or(a, b))
	default:
		m.notes[id] = m.both(was, a, b)
	}
}

// deleted merges a note that one side deleted and the other still has.
func (m *merger) deleted(id canvas.ID, was, left *canvas.Note) {
	switch {
	case was.Block == left.Block && len(NoteFields(was, left)) == 0:
		m.gone = append(m.gone, id)
	case !m.goes(m.deletion(id)):
		m.notes[id] = left
	}
}

// deletion is the conflict about a note that one side deleted.
func (m *merger) deletion(id canvas.ID) Conflict {
	return Conflict{Note: id, Base: noteText(m.base[id]), Ours: noteText(m.ours[id]), Theirs: noteText(m.theirs[id])}
}

// goes enters a conflict about something that one side deleted, and reports
// whether it is decided that way.
func (m *merger) goes(c Conflict) bool {
	m.conflicts = append(m.conflicts, c)
	side := m.decide(c)
	return side == Ours && c.Ours == "" || side == Theirs && c.Theirs == ""
}

func noteText(n *canvas.Note) string {
	if n == nil {
		return ""
	}
	return string(textOf(n))
}

// both merges a note that both sides have. A note that is new on both sides
// has nothing in common but its id.
func (m *merger) both(was, a, b *canvas.Note) *canvas.Note {
	switch was {
	case nil:
		was = &canvas.Note{ID: a.ID}
	case a:
		return b
	case b:
		return a
	}
	out := canvas.Note{}
	v := values{note: a.ID, merger: m}
	merged := v.merge("", placeless(was), placeless(a), placeless(b))
	if !read(merged, &out) {
		out = *a // members that no reader let pass cannot be merged
	}
	place := a
	switch {
	case a.Block == b.Block:
		if a.Order == was.Order && a.Block == was.Block {
			place = b
		}
	case a.Block == was.Block:
		place = b
	case b.Block != was.Block:
		c := Conflict{Note: a.ID, Path: "block", Base: quoted(was.Block), Ours: quoted(a.Block), Theirs: quoted(b.Block)}
		m.conflicts = append(m.conflicts, c)
		if m.decide(c) == Theirs {
			place = b
		}
	}
	out.Block, out.Order = place.Block, place.Order
	return &out
}

// placeless is a note as JSON, wherever it stands.
func placeless(n *canvas.Note) jsontext.Value {
	c := *n
	c.Block, c.Order = "", ""
	return textOf(&c)
}

// head merges what the three projects say apart from their notes.
func (m *merger) head(base, ours, theirs canvas.Head) canvas.Head {
	review := ours.Review
	base.Review, ours.Review, theirs.Review = nil, nil, nil
	out := canvas.Head{}
	v := values{merger: m}
	if !read(v.merge("", textOf(&base), textOf(&ours), textOf(&theirs)), &out) {
		out = ours
	}
	out.Review = review
	return out
}

// keepTypes puts back the relationship types that one side deleted while
// relationships of the outcome still have them.
func (m *merger) keepTypes(head *canvas.Head, sides ...canvas.Head) {
	used := map[string]bool{}
	for _, n := range m.notes {
		if n != nil && n.Relationship != nil {
			used[n.Relationship.Type] = true
		}
	}
	for _, side := range sides {
		for _, t := range side.Types {
			has := slices.ContainsFunc(head.Types, func(o canvas.RelationshipType) bool { return o.ID == t.ID })
			if used[t.ID] && !has {
				head.Types = append(slices.Clip(head.Types), t)
			}
		}
	}
}

// sorted returns the conflicts in the order that [Merged] promises.
func (m *merger) sorted(order []canvas.ID) []Conflict {
	place := map[canvas.ID]int{"": -1}
	for i, id := range order {
		place[id] = i
	}
	slices.SortStableFunc(m.conflicts, func(a, b Conflict) int {
		gone := func(c Conflict) int {
			if m.notes[c.Note] == nil && c.Note != "" {
				return 1
			}
			return 0
		}
		return cmp.Or(gone(a)-gone(b), place[a.Note]-place[b.Note])
	})
	return m.conflicts
}
