package board

import (
	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/costing"
	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/export/text"
	"ninefold/ui/document"
)

// Relationships is the surface of the relationship board: segments are its
// rows, stages its columns, and types are dragged out of a palette.
type Relationships struct {
	doc    *document.Document
	words  *locale.Words
	look   *scene.Look
	engine geometry.BoardEngine

	zoom   float64
	size   geometry.Size
	memory *Memory
	scroll geometry.BoardScroll
	here   Key       // the cell that the user works in
	typed  tentative // what is being typed

	shown   *canvas.Project // what text says
	figured *costing.Model  // what text says it costs
	text    geometry.BoardText
	groups  []geometry.TokenGroup // of the whole palette
	layout  *geometry.Board
	things  map[Key]thing
	first   map[canvas.ID]canvas.ID // for each relationship, the segment of its first card
}

var _ Surface = (*Relationships)(nil)

// NewRelationships returns the relationship board of a document in a language
// and a look, as it is remembered.
func NewRelationships(doc *document.Document, words *locale.Words, look *scene.Look, memory *Memory) *Relationships {
	if memory.folded == nil {
		memory.folded = map[canvas.ID]bool{}
	}
	return &Relationships{
		doc: doc, words: words, look: look, zoom: 1, memory: memory,
		engine: geometry.BoardEngine{Measure: text.Measure},
	}
}

// A thing is what a key names, and where it lies: exactly one of the pointers
// is there, or none for the search and what belongs to it.
type thing struct {
	rect  geometry.Rect
	token *geometry.Token
	head  *geometry.BoardRow
	card  *geometry.Card
	cell  *geometry.BoardCell
	part  *part
}

// Arrange lays the project out for a size.
func (r *Relationships) Arrange(size geometry.Size) {
	r.size = size
	p := r.doc.Project()
	if r.typed.project != nil {
		p = r.typed.project
	}
	if costs := r.doc.Figures(); p != r.shown || costs != r.figured {
		r.shown, r.figured = p, costs
		r.text = scene.BoardTextIn(p, r.words, costs)
		r.groups = r.text.Groups
	}
	r.text.Whole = r.typed.note
	r.text.Folded = r.folded
	r.search()
	r.engine.Warn = r.doc.Warned()
	r.layout = r.engine.Board(p, geometry.Rect{W: size.W, H: size.H}, geometry.BoardScreen(r.zoom), r.text, r.scroll)
	r.scroll = r.layout.Scroll
	r.name()
}

// name gives everything on the board its key.
func (r *Relationships) name() {
	r.things, r.first = map[Key]thing{}, map[canvas.ID]canvas.ID{}
	for i := range r.layout.Tokens {
		t := &r.layout.Tokens[i]
		r.things[tokenKey(t)] = thing{token: t, rect: t.Rect}
	}
	search := &r.layout.Search
	r.things[searchKey] = thing{rect: search.Rect}
	if !search.Clear.Empty() {
		r.things[clearKey] = thing{rect: search.Clear}
	}
	for i := range r.layout.Rows {
		r.nameRow(&r.layout.Rows[i])
	}
	r.things[NewSegmentKey] = thing{rect: r.layout.NewSegment.Rect}
}

func (r *Relationships) nameRow(row *geometry.BoardRow) {
	for _, p := range partsOf(row) {
		r.things[p.key] = thing{part: &p, rect: p.rect}
	}
	if row.Segment != nil {
		r.things[headKey(row.Segment.ID)] = thing{head: row, rect: row.Head}
	}
	for j := range row.Cells {
		cell := &row.Cells[j]
		r.things[cellKey(cell.Cell)] = thing{cell: cell, rect: cell.Rect}
		if at := r.layout.AddAt(cell); !at.Empty() {
			r.things[addKey(cell.Cell)] = thing{cell: cell, rect: at}
		}
		for k := range cell.Cards {
			card := &cell.Cards[k]
			if _, ok := r.first[card.Note.ID]; !ok {
				r.first[card.Note.ID] = card.Cell.Segment
			}
			r.things[r.cardKey(card.Note.ID, card.Cell.Segment)] = thing{card: card, rect: card.Rect}
		}
	}
}

func headKey(segment canvas.ID) Key { return Key("note:" + segment) }
func cellKey(c canvas.Cell) Key     { return Key("cell:" + string(c.Segment) + ":" + string(c.Stage)) }

// addKey names the button in a cell that adds a relationship.
func addKey(c canvas.Cell) Key { return Key("add:" + string(c.Segment) + ":" + string(c.Stage)) }

// tokenKey names a token: "token:communities", "tactic:trial".
func tokenKey(t *geometry.Token) Key {
	switch t.Kind {
	case geometry.TokenTactic:
		return Key("tactic:" + t.ID)
	case geometry.TokenNew:
		return newKey
	default:
		return TypeKey(t.ID)
	}
}

// cardKey names a relationship's card in a segment's row. The first one bears
// the note's own name, the others also the segment's.
func (r *Relationships) cardKey(id, segment canvas.ID) Key {
	if first, shown := r.first[id]; !shown || first == segment {
		return Key("note:" + id)
	}
	return Key("note:" + id + ":" + segment)
}
