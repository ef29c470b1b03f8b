package check

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/shopspring/decimal"

	"ninefold/canvas"
	"ninefold/canvas/costing"
)

// facts are what the checks look at, gathered in one pass over the notes.
type facts struct {
	project  *canvas.Project
	count    int // of notes
	notes    map[canvas.ID]*placed
	segments []customer
	index    map[canvas.ID]int // of a segment among segments
	// common are the blocks that hold a note that serves no segment in
	// particular and hence all of them.
	common blocks
	// figures are those of the segments. There are none where no relationship
	// has a cost line, since all that the checks compare follows from those.
	figures func() []costing.Segment
}

// A placed note is a note with its place in the filling order and the blocks of
// the notes that it is linked with, either way.
type placed struct {
	note   *canvas.Note
	at     int
	linked blocks
}

// blocks are some of the nine, each a bit at its number.
type blocks uint16

func (b *blocks) add(block canvas.Block) { *b |= 1 << block.Number() }

func (b blocks) has(block canvas.Block) bool { return b&(1<<block.Number()) != 0 }

// A customer is a segment with what the canvas holds for it.
type customer struct {
	note          *canvas.Note
	relationships []*canvas.Note
	served        blocks // those of the notes that name the segment
}

func gather(p *canvas.Project, figures func() *costing.Model) *facts {
	f := &facts{project: p, count: p.Len(), index: map[canvas.ID]int{}}
	f.notes = make(map[canvas.ID]*placed, f.count)
	all := make([]placed, 0, f.count)
	for n := range p.Notes() {
		all = append(all, placed{note: n, at: len(all)})
		f.notes[n.ID] = &all[len(all)-1]
	}
	for _, n := range p.Segments() {
		f.index[n.ID] = len(f.segments)
		f.segments = append(f.segments, customer{note: n})
	}
	for i := range all {
		n := all[i].note
		f.link(&all[i])
		f.serve(n)
	}
	f.figures = sync.OnceValue(func() []costing.Segment {
		for n := range f.relationships {
			if len(n.Costs) > 0 {
				return figures().Segments()
			}
		}
		return nil
	})
	return f
}

func (f *facts) link(from *placed) {
	for _, id := range from.note.Links {
		if to := f.notes[id]; to != nil {
			from.linked.add(to.note.Block)
			to.linked.add(from.note.Block)
		}
	}
}

func (f *facts) serve(n *canvas.Note) {
	if len(n.Segments) == 0 {
		f.common.add(n.Block)
	}
	for _, id := range n.Segments {
		if i, ok := f.index[id]; ok {
			s := &f.segments[i]
			s.served.add(n.Block)
			if n.IsRelationship() {
				s.relationships = append(s.relationships, n)
			}
		}
	}
}

// place is where a finding stands in the filling order; one about a block
// comes before the block's notes.
func (f *facts) place(found *Finding) int {
	if len(found.Notes) > 0 {
		return 2*f.notes[found.Notes[0]].at + 1
	}
	before := 0
	for _, b := range canvas.Blocks()[:found.Block.Number()-1] {
		before += len(f.project.Block(b))
	}
	return 2 * before
}

// reaches reports whether something in a block is there for a segment: a note
// that names it, or one that is common to all.
func (f *facts) reaches(s *customer, b canvas.Block) bool {
	return s.served.has(b) || f.common.has(b)
}

// hasLink reports whether a note is linked, either way, with one in these blocks.
func (f *facts) hasLink(n *canvas.Note, in ...canvas.Block) bool {
	return slices.ContainsFunc(in, f.notes[n.ID].linked.has)
}

// relationships yields all relationships in order.
func (f *facts) relationships(yield func(*canvas.Note) bool) {
	for _, n := range f.project.Block(canvas.CustomerRelationships) {
		if n.IsRelationship() && !yield(n) {
			return
		}
	}
}

// bond is how a segment's customers are bound: as the segment says, else as
// its relationships say, where one that binds for long outweighs others.
func (s *customer) bond() canvas.Bond {
	bond := s.note.Segment.Bond
	for _, n := range s.relationships {
		if s.note.Segment.Bond == "" && (bond == "" || n.Relationship.Bond == canvas.BondLongTerm) {
			bond = n.Relationship.Bond
		}
	}
	return bond
}

func segmentValue(n *canvas.Note) Value {
	return Value{Name: "Segment", Text: cmp.Or(n.SegmentName(), n.Segment.Letter)}
}

// noteValue names a note by its text; one without a text by the type of
// relationship that it is, or by its block.
func (f *facts) noteValue(n *canvas.Note) Value {
	if strings.TrimSpace(n.Text) != "" {
		return Value{Name: "Note", Text: n.Text}
	}
	if !n.IsRelationship() {
		return Value{Name: "Note", Kind: Block, Text: string(n.Block)}
	}
	v := f.typeValue(n.Relationship.Type)
	v.Name = "Note"
	return v
}

func blockValue(b canvas.Block) Value { return Value{Name: "Block", Kind: Block, Text: string(b)} }

func (f *facts) typeValue(id string) Value {
	if t, ok := f.project.Type(id); ok {
		return Value{Name: "Type", Text: t.Name}
	}
	return Value{Name: "Type", Kind: Type, Text: id}
}

func (f *facts) moneyValue(name string, d decimal.Decimal) Value {
	return Value{Name: name, Kind: Money, Text: f.project.Head().Currency, Number: d}
}

func countValue(n int) Value {
	return Value{Name: "Count", Kind: Count, Number: decimal.NewFromInt(int64(n))}
}
