package canvas

import (
	"cmp"
	"slices"
	"strings"
)

// bullets begin the lines of lists in other programs.
const bullets = "•◦▪‣·*–-"

// Lines returns what a text says in each of its lines that says anything, as
// the texts of notes. The cells of a table's row become one text, in which a
// cell keeps its line breaks, and the bullets of a list go.
func Lines(text string) []string {
	text = strings.Map(func(r rune) rune {
		if strings.ContainsRune("\v\f\u0085\u2028\u2029", r) {
			return '\n'
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
	var out []string
	for _, row := range Cells(text) {
		var cells []string
		for _, cell := range row {
			if cell = strings.TrimSpace(cell); cell != "" {
				cells = append(cells, cell)
			}
		}
		if line := unlisted(strings.Join(cells, " – ")); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// unlisted takes the bullet of a list off a line, and what sets it apart.
func unlisted(line string) string {
	rest := strings.TrimLeft(line, bullets)
	said := strings.TrimLeft(rest, " \t\u00a0")
	if rest == line || said == rest {
		return line
	}
	return strings.TrimPrefix(said, "– ")
}

// AddLines puts a note for each text into a block, in their order, before the
// note that is at place at now (see [AddNote]), and returns their ids.
func AddLines(p *Project, texts []string, block Block, at int) (*Project, []ID, error) {
	if block.Number() == 0 {
		return nil, nil, &UnknownBlockError{Block: block}
	}
	notes, ids := make([]*Note, len(texts)), make([]ID, len(texts))
	for i, text := range texts {
		ids[i] = NewID("nt")
		notes[i] = &Note{ID: ids[i], Text: text}
	}
	next, err := insert(p, notes, block, at)
	if err != nil {
		return nil, nil, err
	}
	return next, ids, nil
}

// Extract returns the part of a project that it takes to [Paste] the notes:
// themselves, the segments that they serve, and the relationship types of the
// project's own that they have.
func Extract(p *Project, ids []ID) *Project {
	wanted := among(ids)
	segments, types := map[ID]bool{}, map[string]bool{}
	for n := range p.Notes() {
		if !wanted(n.ID) {
			continue
		}
		for _, s := range n.Segments {
			segments[s] = true
		}
		if n.Relationship != nil {
			types[n.Relationship.Type] = true
		}
	}
	out := &Project{head: Head{ID: p.head.ID, Title: p.head.Title, Language: p.head.Language, Currency: p.head.Currency}}
	for _, t := range p.head.Types {
		if types[t.ID] {
			out.head.Types = append(out.head.Types, t)
		}
	}
	for b, notes := range p.blocks {
		for _, n := range notes {
			if wanted(n.ID) || segments[n.ID] {
				out.blocks[b] = append(out.blocks[b], n)
			}
		}
	}
	known := out.ByID()
	for b, notes := range out.blocks {
		for i, n := range notes {
			c := *n
			c.Segments = slices.DeleteFunc(slices.Clone(n.Segments), func(id ID) bool { return known[id] == nil })
			c.Links = slices.DeleteFunc(slices.Clone(n.Links), func(id ID) bool { return known[id] == nil })
			out.blocks[b][i] = &c
		}
	}
	return out
}

// Paste puts notes of a project, the same or another, into p and returns their
// ids there. Notes that stood together in one block come into the given block
// before the note that is at place at now (see [AddNote]); notes of several
// blocks go each to its own, and so do all where the block is empty.
//
// A note whose id is free keeps it, with its comments: what was cut is the
// same note again. Others become copies with fresh ids (see [Renew]). Notes
// that served or linked one another do so again; otherwise they serve the
// segments that p has by the same id or else by the same name, and link the
// notes that it has. What is left over is dropped.
func Paste(p, from *Project, ids []ID, block Block, at int) (*Project, []ID, error) {
	if block.Number() == 0 && block != "" {
		return nil, nil, &UnknownBlockError{Block: block}
	}
	var notes []*Note // in the order of the canvas
	wanted, several := among(ids), false
	for n := range from.Notes() {
		if wanted(n.ID) {
			several = several || len(notes) > 0 && n.Block != notes[0].Block
			notes = append(notes, n)
		}
	}
	now := map[ID]ID{} // the ids of the notes in p
	taken := p.recordIDs()
	out := make([]ID, len(notes))
	for i, n := range notes {
		c := *n
		if slices.ContainsFunc(n.recordIDs(), func(id ID) bool { return taken[id] }) {
			c = Renew(c)
			c.ID = NewID("nt")
		}
		if !several && block != "" {
			c.Block = block
		}
		for _, id := range c.recordIDs() {
			taken[id] = true
		}
		now[n.ID], out[i], notes[i] = c.ID, c.ID, &c
	}
	refer(p, from, notes, now)
	next := adopt(p, from, notes)
	for _, b := range Blocks() { // segments first: the others are put in their order
		here := slices.DeleteFunc(slices.Clone(notes), func(n *Note) bool { return n.Block != b })
		if len(here) == 0 {
			continue
		}
		for _, n := range here {
			n.Segments = next.sorted(n.Segments)
		}
		place := AtEnd
		if b == block {
			place = at
		}
		var err error
		if next, err = insert(next, here, b, place); err != nil {
			return nil, nil, err
		}
	}
	return next, out, nil
}

// refer has pasted notes serve and link what p holds, or will hold with them.
func refer(p, from *Project, notes []*Note, now map[ID]ID) {
	isSegment, known := map[ID]bool{}, map[ID]bool{}
	for _, s := range p.Segments() {
		isSegment[s.ID] = true
	}
	for n := range p.Notes() {
		known[n.ID] = true
	}
	for _, n := range notes {
		known[n.ID] = true
		if n.Block == CustomerSegments {
			isSegment[n.ID] = true
		}
	}
	serve := map[ID]ID{} // from a segment of from to one of p
	for _, s := range from.Segments() {
		switch own := p.segmentLike(s); {
		case isSegment[now[s.ID]]:
			serve[s.ID] = now[s.ID]
		case isSegment[s.ID]:
			serve[s.ID] = s.ID
		case own != nil:
			serve[s.ID] = own.ID
		}
	}
	for _, n := range notes {
		n.Segments = translate(n.Segments, func(id ID) (ID, bool) { to, ok := serve[id]; return to, ok })
		n.Links = translate(n.Links, func(id ID) (ID, bool) {
			id = cmp.Or(now[id], id)
			return id, known[id]
		})
	}
}

// translate returns what becomes of ids, each once.
func translate(ids []ID, to func(ID) (ID, bool)) []ID {
	var out []ID
	for _, id := range ids {
		if id, ok := to(id); ok && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// segmentLike returns the segment with the name of another project's; the one
// that also has its letter if several have the name.
func (p *Project) segmentLike(other *Note) *Note {
	var found *Note
	name := strings.TrimSpace(other.SegmentName())
	for _, s := range p.Segments() {
		if name == "" || !strings.EqualFold(strings.TrimSpace(s.SegmentName()), name) {
			continue
		}
		if s.Segment.Letter == other.Segment.Letter {
			return s
		}
		if found == nil {
			found = s
		}
	}
	return found
}

// adopt returns the project with the relationship types of its own that pasted
// notes bring along, as far as it has none of the same id or name.
func adopt(p, from *Project, notes []*Note) *Project {
	for _, n := range notes {
		if n.Relationship == nil {
			continue
		}
		t, own := from.Type(n.Relationship.Type)
		if _, ok := p.Type(t.ID); ok || !own {
			continue
		}
		same := slices.IndexFunc(p.head.Types, func(o RelationshipType) bool { return strings.EqualFold(o.Name, t.Name) })
		if same < 0 {
			p = UpdateHead(p, func(h *Head) { h.Types = append(slices.Clone(h.Types), t) })
			continue
		}
		r := *n.Relationship
		r.Type = p.head.Types[same].ID
		n.Relationship = &r
	}
	return p
}

// recordIDs returns the ids of all records that may be referred to.
func (p *Project) recordIDs() map[ID]bool {
	taken := map[ID]bool{}
	for n := range p.Notes() {
		for _, id := range n.recordIDs() {
			taken[id] = true
		}
	}
	taken[p.head.ID] = true
	for _, id := range commentIDs(p.head.Comments) {
		taken[id] = true
	}
	return taken
}

// recordIDs returns the ids of the note and of its records.
func (n *Note) recordIDs() []ID {
	ids := append([]ID{n.ID}, commentIDs(n.Comments)...)
	for _, c := range n.Costs {
		ids = append(ids, c.ID)
	}
	if n.Relationship != nil {
		for _, m := range n.Relationship.Measures {
			ids = append(ids, m.ID)
		}
	}
	return ids
}

func commentIDs(comments []Comment) []ID {
	var ids []ID
	for _, c := range comments {
		ids = append(ids, c.ID)
		for _, r := range c.Replies {
			ids = append(ids, r.ID)
		}
	}
	return ids
}
