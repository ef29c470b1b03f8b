package canvas

import (
	"slices"
	"strings"
)

// An Edit makes the next project out of one, or says why it cannot.
type Edit func(*Project) (*Project, error)

// AtEnd is the place after a block's last note.
const AtEnd = -1

// AddNote puts a note into a block before the note that is at place at now
// (0 is the first; [AtEnd] and any place beyond the last mean the end). The
// note's Block and Order are set, and its ID where it is empty. A note in
// Customer Segments becomes a segment with the next free letter, colour and
// shape, one in Customer Relationships a relationship, unless it is one
// already. What the note says of notes that the project does not hold, as one
// pasted from another project may, is dropped. It returns the note as the
// project holds it.
func AddNote(p *Project, n Note, block Block, at int) (*Project, *Note, error) {
	if block.Number() == 0 {
		return nil, nil, &UnknownBlockError{Block: block}
	}
	if n.ID == "" {
		n.ID = NewID("nt")
	} else if p.Note(n.ID) != nil {
		return nil, nil, &TakenIDError{n.ID}
	}
	n.Segments = slices.DeleteFunc(slices.Clone(n.Segments), func(id ID) bool { s := p.Note(id); return s == nil || !s.IsSegment() })
	n.Links = slices.DeleteFunc(slices.Clone(n.Links), func(id ID) bool { return p.Note(id) == nil })
	next, err := insert(p, []*Note{&n}, block, at)
	if err != nil {
		return nil, nil, err
	}
	return next, next.Note(n.ID), nil
}

// UpdateNote returns the project with one note changed. The function gets a
// copy of the note; slices and facets in it are shared with p, so it must
// replace them, not change what they hold. ID, Block and Order are not for it
// to change: see [MoveNotes]. That it leaves the note valid is its own
// business.
func UpdateNote(p *Project, id ID, change func(*Note)) (*Project, error) {
	old, block, at := p.find(id)
	if old == nil {
		return nil, &NotFoundError{id}
	}
	n := *old
	change(&n)
	n.ID, n.Block, n.Order = old.ID, old.Block, old.Order
	return p.with(block, func(notes []*Note) []*Note {
		notes = slices.Clone(notes)
		notes[at] = &n
		return notes
	}), nil
}

// SetText returns the project with a note's text changed. Spaces and line
// breaks at either end are dropped, and bytes that are no UTF-8 are replaced,
// since no file could hold them. The text that the note has already gives p.
func SetText(p *Project, id ID, text string) (*Project, error) {
	text = strings.TrimSpace(strings.ToValidUTF8(text, "\uFFFD"))
	if n := p.Note(id); n != nil && n.Text == text {
		return p, nil
	}
	return UpdateNote(p, id, func(n *Note) { n.Text = text })
}

// UpdateHead returns the project with what it says apart from its notes
// changed. The function gets a copy whose slices and pointers are shared: it
// must replace them, not change what they hold.
func UpdateHead(p *Project, change func(*Head)) *Project {
	next := *p
	change(&next.head)
	return &next
}

// MoveNotes puts notes into a block, in the order given, before the note that
// is at place at now ([AtEnd] means the end). Places are counted with the
// moving notes where they stand. A note that comes to a block gets the facet
// that goes with it; one that leaves keeps its facet, and a segment that
// leaves is no longer served by anybody. Where nothing comes to stand
// elsewhere, p itself returns.
func MoveNotes(p *Project, ids []ID, block Block, at int) (*Project, error) {
	if block.Number() == 0 {
		return nil, &UnknownBlockError{Block: block}
	}
	isMoving := among(ids)
	if at >= 0 { // count the place without the notes that move
		stay := 0
		for i, n := range p.Block(block) {
			if i < at && !isMoving(n.ID) {
				stay++
			}
		}
		at = stay
	}
	var gone []ID
	if block != CustomerSegments {
		for _, n := range p.Segments() {
			if isMoving(n.ID) {
				gone = append(gone, n.ID)
			}
		}
	}
	rest, moving, err := take(forget(p, gone), ids)
	if err != nil {
		return nil, err
	}
	next, err := insert(rest, moving, block, at)
	if err == nil && slices.EqualFunc(p.Block(block), next.Block(block), func(a, b *Note) bool { return a.ID == b.ID }) {
		return p, nil
	}
	return next, err
}

// DeleteNotes returns the project without the notes, and without what others
// say of them: links to them, for segments that they are served, and findings
// about them that were set aside. See [Touched].
func DeleteNotes(p *Project, ids []ID) (*Project, error) {
	rest, _, err := take(p, ids)
	if err != nil {
		return nil, err
	}
	rest = forget(rest, ids)
	isGone := among(ids)
	concerned := func(s SetAside) bool { return slices.ContainsFunc(s.Notes, isGone) }
	if slices.ContainsFunc(rest.head.SetAside, concerned) {
		rest = UpdateHead(rest, func(h *Head) { h.SetAside = slices.DeleteFunc(slices.Clone(h.SetAside), concerned) })
	}
	return rest, nil
}

// Touched returns the notes, other than those given, that serve or link any of
// them: what deleting them would change.
func Touched(p *Project, ids []ID) []*Note {
	var out []*Note
	in := among(ids)
	for n := range p.Notes() {
		if !in(n.ID) && mentions(n, in) {
			out = append(out, n)
		}
	}
	return out
}

// DuplicateNotes puts a copy of each note right after it, with fresh ids, and
// returns the ids of the copies. A copied segment gets a letter, colour and
// shape of its own.
func DuplicateNotes(p *Project, ids []ID) (*Project, []ID, error) {
	copies := make([]ID, 0, len(ids))
	for _, id := range ids {
		n, _, at := p.find(id)
		if n == nil {
			return nil, nil, &NotFoundError{id}
		}
		next, dup, err := AddNote(p, Renew(*n), n.Block, at+1)
		if err != nil {
			return nil, nil, err
		}
		p = next
		copies = append(copies, dup.ID)
	}
	return p, copies, nil
}

// CopyNotes puts copies of notes into a block, in the order given, before the
// note that is at place at now (see [AddNote]), and returns their ids.
func CopyNotes(p *Project, ids []ID, block Block, at int) (*Project, []ID, error) {
	copies := make([]ID, 0, len(ids))
	for _, id := range ids {
		n := p.Note(id)
		if n == nil {
			return nil, nil, &NotFoundError{id}
		}
		next, dup, err := AddNote(p, Renew(*n), block, at)
		if err != nil {
			return nil, nil, err
		}
		p = next
		copies = append(copies, dup.ID)
		if at >= 0 {
			at++
		}
	}
	return p, copies, nil
}

// Renew returns the note with fresh ids for itself and its records, fit to be
// added beside the original. Comments stay behind: they were said of the
// original.
func Renew(n Note) Note {
	n.ID = ""
	n.Comments = nil
	n.Costs = slices.Clone(n.Costs)
	for i := range n.Costs {
		n.Costs[i].ID = NewID("cl")
	}
	if n.Relationship != nil {
		r := *n.Relationship
		r.Measures = slices.Clone(r.Measures)
		for i := range r.Measures {
			r.Measures[i].ID = NewID("ms")
		}
		n.Relationship = &r
	}
	if n.Segment != nil {
		s := *n.Segment
		s.Letter = ""
		n.Segment = &s
	}
	return n
}

// with returns the project with one block's notes replaced.
func (p *Project) with(block int, change func([]*Note) []*Note) *Project {
	next := *p
	next.blocks[block] = change(p.blocks[block])
	return &next
}

// take returns the project without the notes, and copies of the notes in the
// order given, each once.
func take(p *Project, ids []ID) (rest *Project, taken []*Note, err error) {
	next := *p
	isTaken := among(ids)
	byID := make(map[ID]*Note, len(ids))
	for b, notes := range p.blocks {
		if !slices.ContainsFunc(notes, func(n *Note) bool { return isTaken(n.ID) }) {
			continue
		}
		kept := make([]*Note, 0, len(notes))
		for _, n := range notes {
			if isTaken(n.ID) {
				byID[n.ID] = n
			} else {
				kept = append(kept, n)
			}
		}
		next.blocks[b] = kept
	}
	for i, id := range ids {
		n := byID[id]
		switch {
		case n != nil:
			c := *n
			taken = append(taken, &c)
			byID[id] = nil // given twice, it is still one note
		case !slices.Contains(ids[:i], id):
			return nil, nil, &NotFoundError{id}
		}
	}
	return &next, taken, nil
}

// forget returns the project in which no note serves or links the ids.
func forget(p *Project, ids []ID) *Project {
	if len(ids) == 0 {
		return p
	}
	next := *p
	in := among(ids)
	for b, notes := range p.blocks {
		var changed []*Note
		for i, n := range notes {
			if !mentions(n, in) {
				continue
			}
			if changed == nil {
				changed = slices.Clone(notes)
			}
			c := *n
			c.Segments, c.Links = slices.DeleteFunc(slices.Clone(n.Segments), in), slices.DeleteFunc(slices.Clone(n.Links), in)
			changed[i] = &c
		}
		if changed != nil {
			next.blocks[b] = changed
		}
	}
	return &next
}

// among returns whether an id is one of ids; it stays fast when all notes of a
// large project are selected.
func among(ids []ID) func(ID) bool {
	if len(ids) <= 8 {
		return func(id ID) bool { return slices.Contains(ids, id) }
	}
	set := make(map[ID]bool, len(ids))
	for _, id := range ids {
		set[id] = true
	}
	return func(id ID) bool { return set[id] }
}

func mentions(n *Note, in func(ID) bool) bool {
	return slices.ContainsFunc(n.Segments, in) || slices.ContainsFunc(n.Links, in)
}

func without(list []ID, ids ...ID) []ID {
	return slices.DeleteFunc(slices.Clone(list), func(id ID) bool { return slices.Contains(ids, id) })
}

// insert puts notes, which it may change, into a block.
func insert(p *Project, notes []*Note, block Block, at int) (*Project, error) {
	there := p.Block(block)
	if at < 0 || at > len(there) {
		at = len(there)
	}
	before, after := "", ""
	if at > 0 {
		before = there[at-1].Order
	}
	if at < len(there) {
		after = there[at].Order
	}
	keys, room := keysBetween(before, after, len(notes))
	if at > 0 && before == "" || at < len(there) && after == "" {
		room = false // a note without a key is no end of the block
	}
	for i, n := range notes {
		n.Block = block
		if room {
			n.Order = keys[i]
		}
		if err := outfit(p, notes[:i], n); err != nil {
			return nil, err
		}
	}
	return p.with(block.Number()-1, func(old []*Note) []*Note {
		all := slices.Insert(slices.Clone(old), at, notes...)
		if !room {
			rekey(all)
		}
		return all
	}), nil
}

// rekey gives every note of a block a new order key: the way out when a file
// brought keys that leave no room between two notes.
func rekey(notes []*Note) {
	key := ""
	for i, n := range notes {
		key, _ = KeyBetween(key, "")
		c := *n
		c.Order = key
		notes[i] = &c
	}
}
