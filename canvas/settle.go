package canvas

import "slices"

// Settle makes a project of notes that are each sound but were not made for
// one another: those of two versions, or what is left of a damaged file. The
// notes must be of the nine blocks; they are kept and must not be changed
// afterwards.
//
// What refers to a note or segment that is not there is dropped, and so are
// findings set aside about it. Of two records with one id the later gets a new
// one; a note comes with all that it says, so of two notes with one id the
// later goes. Of two segments with one letter the later gets the next that is
// free, with a colour and a shape.
func Settle(head Head, notes []*Note) (*Project, error) {
	s := settler{notes: make(map[ID]*Note, len(notes)), taken: map[ID]bool{head.ID: true}}
	var kept []*Note
	for _, n := range notes {
		if s.notes[n.ID] == nil {
			s.notes[n.ID] = n
			kept = append(kept, n)
		}
	}
	head.Comments, _ = s.comments(head.Comments)
	head.SetAside = slices.DeleteFunc(slices.Clone(head.SetAside), func(a SetAside) bool { return slices.ContainsFunc(a.Notes, s.missing) })
	out := make([]*Note, len(kept))
	for i, n := range kept {
		s.taken[n.ID] = true
		out[i] = s.refer(n)
	}
	for i, n := range out {
		out[i] = s.rename(n)
	}
	p, err := Build(head, out)
	if err != nil {
		return nil, err
	}
	return p.relettered(out)
}

// A settler knows what the notes of a project to be can refer to.
type settler struct {
	notes map[ID]*Note
	taken map[ID]bool // ids of the records met so far
}

func (s *settler) missing(id ID) bool { return s.notes[id] == nil }

// refer returns the note without what refers to nothing.
func (s *settler) refer(n *Note) *Note {
	noSegment := func(id ID) bool { return s.missing(id) || !s.notes[id].IsSegment() }
	if !slices.ContainsFunc(n.Segments, noSegment) && !slices.ContainsFunc(n.Links, s.missing) {
		return n
	}
	c := *n
	c.Segments = slices.DeleteFunc(slices.Clone(n.Segments), noSegment)
	c.Links = slices.DeleteFunc(slices.Clone(n.Links), s.missing)
	return &c
}

// take reports whether an id was taken already, and takes it.
func (s *settler) take(id ID) bool {
	was := s.taken[id]
	s.taken[id] = true
	return was
}

// rename returns the note with new ids for those of its records that another
// has.
func (s *settler) rename(n *Note) *Note {
	c := *n
	var costs, measures, comments bool
	c.Costs = slices.Clone(n.Costs)
	for i := range c.Costs {
		if s.take(c.Costs[i].ID) {
			c.Costs[i].ID, costs = NewID("cl"), true
		}
	}
	if n.Relationship != nil {
		r := *n.Relationship
		r.Measures = slices.Clone(r.Measures)
		for i := range r.Measures {
			if s.take(r.Measures[i].ID) {
				r.Measures[i].ID, measures = NewID("ms"), true
			}
		}
		c.Relationship = &r
	}
	c.Comments, comments = s.comments(n.Comments)
	if costs || measures || comments {
		return &c
	}
	return n
}

// comments returns comments with new ids for those that are taken, and whether
// there was any.
func (s *settler) comments(list []Comment) (out []Comment, renamed bool) {
	out = slices.Clone(list)
	for i := range out {
		if s.take(out[i].ID) {
			out[i].ID, renamed = NewID("cm"), true
		}
		replies := slices.Clone(out[i].Replies)
		for j := range replies {
			if s.take(replies[j].ID) {
				replies[j].ID, renamed = NewID("re"), true
			}
		}
		out[i].Replies = replies
	}
	return out, renamed
}

// relettered returns the project with a letter of its own for every segment.
// Where two have the same, it is the first's in the order given.
func (p *Project) relettered(order []*Note) (*Project, error) {
	taken := map[string]bool{}
	for _, n := range order {
		if !n.IsSegment() {
			continue
		}
		if isLetter(n.Segment.Letter) && !taken[n.Segment.Letter] {
			taken[n.Segment.Letter] = true
			continue
		}
		c := *n
		if err := outfit(p, nil, &c); err != nil {
			return nil, err
		}
		taken[c.Segment.Letter] = true
		next, err := UpdateNote(p, n.ID, func(n *Note) { n.Segment = c.Segment })
		if err != nil {
			return nil, err
		}
		p = next
	}
	return p, nil
}
