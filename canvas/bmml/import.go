package bmml

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"ninefold/canvas"
)

// maxSegments is how many segments can have letters of their own, A to ZZ.
const maxSegments = 26 * 27

// Import makes a project of a model in BMML. Its amounts, of which BMML has
// none, are to be in the currency. What was left out is in the order of the
// file. Errors are a [SyntaxError], [NotModelError] or [LimitError].
//
// Entries keep their ids, so that importing a file again gives the same notes.
func Import(data []byte, currency string) (*canvas.Project, []Left, error) {
	root, err := parse(data)
	if err != nil {
		return nil, nil, err
	}
	if err := recognise(root); err != nil {
		return nil, nil, err
	}
	i := importer{root: root, ids: map[string]canvas.ID{}, segments: map[canvas.ID]bool{}, serves: map[canvas.ID][]canvas.ID{}}
	i.collect()
	if len(i.segments) > maxSegments {
		return nil, nil, &LimitError{root.line, root.column, "customer segments", maxSegments}
	}
	i.fits()
	p, err := i.project(currency)
	if err != nil {
		return nil, nil, err
	}
	i.left.rest("", root)
	left := make([]Left, len(i.left.list))
	for k, l := range i.left.list {
		left[k] = *l
	}
	slices.SortStableFunc(left, func(a, b Left) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return p, left, nil
}

// project makes the project of what was found.
func (i *importer) project(currency string) (*canvas.Project, error) {
	p := canvas.UpdateHead(canvas.New("", "", currency), i.head)
	var notes []*canvas.Note
	last := map[canvas.Block]string{}
	for _, e := range i.entries {
		n := i.note(e)
		if n.Block != canvas.CustomerSegments {
			n.Order, _ = canvas.KeyBetween(last[n.Block], "") // there is always room at the end
			last[n.Block] = n.Order
			notes = append(notes, &n)
			continue
		}
		var err error // segments, which are few, are added one by one to get their letters
		if p, _, err = canvas.AddNote(p, n, n.Block, canvas.AtEnd); err != nil {
			return nil, err
		}
	}
	return canvas.Build(p.Head(), append(notes, p.Segments()...))
}

// A section is a list of the file that becomes the notes of a block.
type section struct {
	path  []string // of the list
	block canvas.Block
}

// sections are in the order in which a canvas is filled in, so that segments
// are known before what serves them.
var sections = []section{
	{[]string{"customer_segments"}, canvas.CustomerSegments},
	{[]string{"value_propositions"}, canvas.ValuePropositions},
	{[]string{"channels"}, canvas.Channels},
	{[]string{"customer_relationships"}, canvas.CustomerRelationships},
	{[]string{"revenue_streams"}, canvas.RevenueStreams},
	{[]string{"key_resources"}, canvas.KeyResources},
	{[]string{"key_activities"}, canvas.KeyActivities},
	{[]string{"key_partnerships"}, canvas.KeyPartnerships},
	{[]string{"costs"}, canvas.CostStructure},
	{[]string{"cost_structure", "major_costs"}, canvas.CostStructure}, // version 1
}

// relations are the members that name other entries. Version 2 has for and
// from, with the names below them sorted by section; version 1 has the others.
var relations = []string{
	"for", "from",
	"segments", "segment", "from_segments", "for_value", "provides", "linked_to",
}

// recognise says why a file is no business model, if it is none.
func recognise(root *node) error {
	if root.kind != table {
		return &NotModelError{root.line, root.column, "a table of blocks was expected"}
	}
	for _, e := range root.entries {
		if e.name == "meta" {
			return nil
		}
		for _, s := range sections {
			if e.name == s.path[0] {
				return nil
			}
		}
	}
	return &NotModelError{root.line, root.column, "none of the nine blocks is in it"}
}

// An item is an entry of a section on its way to a note.
type item struct {
	*node
	section section
	path    string
	name    string // its id in the file
	id      canvas.ID
}

type importer struct {
	root     *node
	entries  []item
	ids      map[string]canvas.ID // what the file calls an entry
	segments map[canvas.ID]bool
	serves   map[canvas.ID][]canvas.ID // segments that a value proposition fits
	left     leavings
}

// collect finds all entries and gives them their ids.
func (i *importer) collect() {
	for _, s := range sections {
		path, n := s.path[0], i.root.take(s.path[0])
		for _, name := range s.path[1:] {
			if n = i.expect(path, n, table); n != nil {
				path, n = path+"."+name, n.take(name)
			}
		}
		if n = i.expect(path, n, list); n == nil {
			continue
		}
		for k, entry := range n.items {
			i.add(item{node: entry, section: s, path: fmt.Sprintf("%s[%d]", path, k)})
		}
	}
}

// expect returns a value if it is of a kind, and otherwise notes it as left.
func (i *importer) expect(path string, n *node, k kind) *node {
	if n != nil && n.kind != k {
		i.left.add(path, n, n.place, NotText)
		return nil
	}
	return n
}

// isPlain reports whether an id looks such that it can be kept.
func isPlain(id string) bool {
	return len(id) > 0 && len(id) <= 64 && strings.Trim(id, plainLetters) == ""
}

const plainLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-"

func (i *importer) add(e item) {
	switch {
	case e.kind == list:
		i.left.add(e.path, e.node, e.place, NotText)
		return
	case e.kind == nothing, e.kind == table && len(e.entries) == 0:
		return
	}
	e.name = e.takeText("id")
	_, taken := i.ids[e.name]
	switch {
	case taken:
		i.left.add(e.path+".id", &node{kind: scalar, text: e.name}, e.place, SameID)
		e.id = canvas.NewID("nt")
	case isPlain(e.name):
		e.id = canvas.ID(e.name)
	default:
		e.id = canvas.NewID("nt")
	}
	if e.name != "" && !taken {
		i.ids[e.name] = e.id
	}
	if e.section.block == canvas.CustomerSegments {
		i.segments[e.id] = true
	}
	i.entries = append(i.entries, e)
}

// head takes what is said of the whole model.
func (i *importer) head(h *canvas.Head) {
	if version := i.root.takeText("version"); version != "" && !strings.HasPrefix(version, "1.") && !strings.HasPrefix(version, "2.") {
		i.left.add("version", &node{kind: scalar, text: version}, i.root.place, NewVersion)
	}
	meta := i.expect("meta", i.root.take("meta"), table)
	h.Title = meta.takeText("name")
	h.Subtitle = meta.takeText("tagline")
	// The canvas shows the business as of the day on which it was last touched.
	for _, name := range []string{"updated", "created"} {
		if meta == nil || h.Date != "" {
			continue
		}
		for _, e := range meta.entries {
			if _, err := time.Parse(time.DateOnly, e.value.text); e.name == name && err == nil {
				h.Date = meta.takeText(name)
			}
		}
	}
}

// fits takes from the fits which value proposition serves which segments.
func (i *importer) fits() {
	n := i.expect("fits", i.root.take("fits"), list)
	if n == nil {
		return
	}
	for k, fit := range n.items {
		path := fmt.Sprintf("fits[%d]", k)
		if fit = i.expect(path, fit, table); fit == nil {
			continue
		}
		fit.takeText("id") // names nothing that comes into the project
		var offers, segments []canvas.ID
		for _, name := range []string{"for", "value_proposition", "customer_segment"} {
			for _, id := range i.refs(path+"."+name, fit.take(name), "") {
				if i.segments[id] {
					segments = append(segments, id)
				} else {
					offers = append(offers, id)
				}
			}
		}
		for _, offer := range offers {
			i.serves[offer] = append(i.serves[offer], segments...)
		}
	}
}

// refs returns what the ids in a value stand for, except for the entry itself.
func (i *importer) refs(path string, n *node, self canvas.ID) []canvas.ID {
	var out []canvas.ID
	n.texts(path, func(at string, ref *node) {
		switch id, known := i.ids[ref.text]; {
		case !known:
			i.left.add(at, ref, ref.place, NoTarget)
		case id == self:
			i.left.add(at, ref, ref.place, NoPlace)
		default:
			out = append(out, id)
		}
	}, func(at string, other *node) {
		i.left.add(at, other, other.place, NotText)
	})
	return out
}

// note makes an entry's note.
func (i *importer) note(e item) canvas.Note {
	n := canvas.Note{ID: e.id, Block: e.section.block}
	if e.kind == scalar { // an entry that is nothing but its name
		n.Text = strings.TrimSpace(e.text)
	}
	name, description := e.takeText("name"), e.takeText("description")
	n.Text = cmp.Or(n.Text, name, description, e.name)
	if name != "" && description != "" && name != description {
		n.Text = name + "\n" + description
	}
	found := slices.Clone(i.serves[e.id])
	for _, relation := range relations {
		found = append(found, i.refs(e.path+"."+relation, e.take(relation), e.id)...)
	}
	for _, id := range found {
		switch {
		case slices.Contains(n.Segments, id) || slices.Contains(n.Links, id):
		case i.segments[id]:
			n.Segments = append(n.Segments, id)
		default:
			n.Links = append(n.Links, id)
		}
	}
	n.Segments = i.inOrder(n.Segments)
	switch n.Block {
	case canvas.CustomerSegments:
		n.Segment = &canvas.Segment{Name: name}
	case canvas.CustomerRelationships:
		n.Relationship = &canvas.Relationship{Type: i.relationshipType(e, n.Text)}
	case canvas.RevenueStreams:
		n.Revenue = &canvas.Revenue{}
	default: // has no facet
	}
	return n
}

// inOrder puts segments in the order in which they stand on the canvas, in
// which a note's badges are read.
func (i *importer) inOrder(ids []canvas.ID) []canvas.ID {
	if len(ids) < 2 {
		return ids
	}
	var out []canvas.ID
	for _, e := range i.entries {
		if slices.Contains(ids, e.id) {
			out = append(out, e.id)
		}
	}
	return out
}
