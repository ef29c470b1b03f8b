package canvas

import (
	"cmp"
	"slices"
	"strings"
)

// MaxSegments is how many segments one or two letters tell apart.
const MaxSegments = 26 + 26*26

// outfit gives a note that comes to a block the facet that the block's notes
// carry. The project is the one that the note comes to; beside are notes that
// come with it.
func outfit(p *Project, beside []*Note, n *Note) error {
	switch n.Block {
	case CustomerSegments:
		s := Segment{}
		if n.Segment != nil {
			s = *n.Segment
		}
		taken := append(slices.Clone(p.Block(CustomerSegments)), beside...)
		isTaken := func(o *Note) bool { return o.Segment != nil && o.Segment.Letter == s.Letter }
		if !isLetter(s.Letter) || slices.ContainsFunc(taken, isTaken) {
			letter, ok := freeLetter(taken)
			if !ok {
				return &TooManySegmentsError{MaxSegments}
			}
			s.Letter = letter
			s.Colour = free(Colours(), taken, func(s *Segment) Colour { return s.Colour })
			s.Shape = free(Shapes(), taken, func(s *Segment) Shape { return s.Shape })
		}
		n.Segment = &s
	case CustomerRelationships:
		r := Relationship{}
		if n.Relationship != nil {
			r = *n.Relationship
		}
		r.Type = cmp.Or(r.Type, TypeCustom)
		n.Relationship = &r
	case RevenueStreams:
		if n.Revenue == nil {
			n.Revenue = &Revenue{}
		}
	default: // notes of the other blocks carry nothing more
	}
	return nil
}

// isLetter reports whether s can be a segment's letter.
func isLetter(s string) bool {
	return (len(s) == 1 || len(s) == 2) && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// freeLetter returns the first of A to Z, AA to ZZ that no segment has.
func freeLetter(taken []*Note) (string, bool) {
	used := map[string]bool{}
	for _, n := range taken {
		if n.Segment != nil {
			used[n.Segment.Letter] = true
		}
	}
	for i := range MaxSegments {
		l := string(rune('A' + i%26))
		if i >= 26 {
			l = string(rune('A'+i/26-1)) + l
		}
		if !used[l] {
			return l, true
		}
	}
	return "", false
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

// Serve returns the project in which a note serves a segment, or no longer
// does; p itself where that is so already.
func Serve(p *Project, note, segment ID, serves bool) (*Project, error) {
	if s := p.Note(segment); s == nil || !s.IsSegment() {
		return nil, &NotSegmentError{segment}
	}
	if n := p.Note(note); n != nil && n.Serves(segment) == serves {
		return p, nil
	}
	return UpdateNote(p, note, func(n *Note) {
		n.Segments = without(n.Segments, segment)
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
