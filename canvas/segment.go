package canvas

import "slices"

// outfit gives a note that comes to a block the facet that the block's notes
// carry. The project is the one that the note comes to; beside are notes that
// come with it.
func outfit(p *Project, beside []*Note, n *Note) {
	switch n.Block {
	case CustomerSegments:
		s := Segment{}
		if n.Segment != nil {
			s = *n.Segment
		}
		taken := append(slices.Clone(p.Block(CustomerSegments)), beside...)
		if s.Letter == "" || slices.ContainsFunc(taken, func(o *Note) bool { return o.Segment != nil && o.Segment.Letter == s.Letter }) {
			s.Letter = freeLetter(taken)
			s.Colour = free(Colours(), taken, func(s *Segment) Colour { return s.Colour })
			s.Shape = free(Shapes(), taken, func(s *Segment) Shape { return s.Shape })
		}
		n.Segment = &s
	case CustomerRelationships:
		if n.Relationship == nil {
			n.Relationship = &Relationship{Type: TypeCustom}
		}
	case RevenueStreams:
		if n.Revenue == nil {
			n.Revenue = &Revenue{}
		}
	}
}

// freeLetter returns the first of A to Z, AA to ZZ that no segment has.
func freeLetter(taken []*Note) string {
	used := map[string]bool{}
	for _, n := range taken {
		if n.Segment != nil {
			used[n.Segment.Letter] = true
		}
	}
	for i := 0; ; i++ {
		l := string(rune('A' + i%26))
		if i >= 26 {
			l = string(rune('A'+i/26%26-1)) + l
		}
		if !used[l] || i >= 26*26 {
			return l
		}
	}
}

// free returns the choice that the fewest segments have, the first of them
// where several are equally rare.
func free[T comparable](choices []T, taken []*Note, of func(*Segment) T) T {
	count := map[T]int{}
	for _, n := range taken {
		if n.Segment != nil {
			count[of(n.Segment)]++
		}
	}
	best := choices[0]
	for _, c := range choices {
		if count[c] < count[best] {
			best = c
		}
	}
	return best
}

// Serve returns the project in which a note serves a segment, or no longer does.
func Serve(p *Project, note, segment ID, serves bool) (*Project, error) {
	if s := p.Note(segment); s == nil || !s.IsSegment() {
		return nil, &NotSegmentError{segment}
	}
	return UpdateNote(p, note, func(n *Note) {
		n.Segments = without(n.Segments, []ID{segment})
		if serves {
			n.Segments = p.sorted(append(n.Segments, segment))
		}
	})
}

// sorted puts segments in the order of their block, so that a note's badges
// read A, B, C however they were given.
func (p *Project) sorted(segments []ID) []ID {
	place := map[ID]int{}
	for i, n := range p.Block(CustomerSegments) {
		place[n.ID] = i
	}
	slices.SortStableFunc(segments, func(a, b ID) int { return place[a] - place[b] })
	return segments
}
