package board

import (
	"fmt"

	"ninefold/assets/locale"
	"ninefold/canvas"
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
	scroll geometry.BoardScroll
	here   Key       // the cell that the user works in
	typed  tentative // what is being typed

	shown  *canvas.Project // what text says
	text   geometry.BoardText
	layout *geometry.Board
	things map[Key]thing
	first  map[canvas.ID]canvas.ID // for each relationship, the segment of its first card
}

var _ Surface = (*Relationships)(nil)

// NewRelationships returns the relationship board of a document in a language
// and a look.
func NewRelationships(doc *document.Document, words *locale.Words, look *scene.Look) *Relationships {
	return &Relationships{
		doc: doc, words: words, look: look, zoom: 1,
		engine: geometry.BoardEngine{Measure: text.Measure},
	}
}

// Zoom is how large everything is drawn; 1 is the natural size.
func (r *Relationships) Zoom() float64 { return r.zoom }

// SetZoom changes how large everything is drawn, between half and twice the
// natural size. The board keeps its width: its columns give way.
func (r *Relationships) SetZoom(zoom float64, at geometry.Point) {
	zoom = min(max(zoom, minZoom), 2)
	by := zoom / r.zoom
	r.zoom = zoom
	if r.layout == nil {
		return
	}
	top := r.layout.Body.Y
	r.scroll.Rows = (r.scroll.Rows+at.Y-top)*by - (at.Y - top)
	r.scroll.Palette *= by
	r.Arrange(r.size)
}

// Fit is the largest zoom at which all rows are in sight.
func (r *Relationships) Fit() float64 {
	engine := geometry.BoardEngine{Measure: text.Measure} // the board's own keeps what it remembers
	for i := len(zoomSteps) - 1; i >= 0; i-- {
		zoom := zoomSteps[i]
		if zoom > 1 {
			continue
		}
		b := engine.Board(r.doc.Project(), geometry.Rect{W: r.size.W, H: r.size.H}, geometry.BoardScreen(zoom), r.text, geometry.BoardScroll{})
		if b.Most.Rows == 0 {
			return zoom
		}
	}
	return minZoom
}

// Drift is for the board: rows scroll at the upper and lower edge.
func (r *Relationships) Drift(at geometry.Point) func() {
	body := r.layout.Body
	by := edge(at.Y, body.Y, body.Bottom(), r.scroll.Rows > 0, r.scroll.Rows < r.layout.Most.Rows)
	if by == 0 || at.X < body.X {
		return nil
	}
	return func() { r.ScrollBy(body.Center(), 0, by) }
}

// Pan is for the board: the relationship board is never wider than its place.
func (r *Relationships) Pan(_, dy float64) bool { return r.ScrollBy(r.layout.Body.Center(), 0, -dy) }

// A thing is what a key names: exactly one of these.
type thing struct {
	token *geometry.Token
	head  *geometry.BoardRow
	card  *geometry.Card
	cell  *geometry.BoardCell
}

// Arrange lays the project out for a size.
func (r *Relationships) Arrange(size geometry.Size) {
	r.size = size
	p := r.doc.Project()
	if r.typed.project != nil {
		p = r.typed.project
	}
	if p != r.shown {
		r.shown, r.text = p, scene.BoardText(p, r.words)
	}
	r.text.Whole = r.typed.note
	r.layout = r.engine.Board(p, geometry.Rect{W: size.W, H: size.H}, geometry.BoardScreen(r.zoom), r.text, r.scroll)
	r.scroll = r.layout.Scroll
	r.name()
}

// name gives everything on the board its key.
func (r *Relationships) name() {
	r.things, r.first = map[Key]thing{}, map[canvas.ID]canvas.ID{}
	for i := range r.layout.Tokens {
		t := &r.layout.Tokens[i]
		r.things[tokenKey(t.Type)] = thing{token: t}
	}
	for i := range r.layout.Rows {
		row := &r.layout.Rows[i]
		if row.Segment != nil {
			r.things[headKey(row.Segment.ID)] = thing{head: row}
		}
		for j := range row.Cells {
			cell := &row.Cells[j]
			r.things[cellKey(cell.Cell)] = thing{cell: cell}
			for k := range cell.Cards {
				card := &cell.Cards[k]
				if _, ok := r.first[card.Note.ID]; !ok {
					r.first[card.Note.ID] = card.Cell.Segment
				}
				r.things[r.cardKey(card.Note.ID, card.Cell.Segment)] = thing{card: card}
			}
		}
	}
}

func tokenKey(typ string) Key       { return Key("token:" + typ) }
func headKey(segment canvas.ID) Key { return Key("note:" + segment) }
func cellKey(c canvas.Cell) Key     { return Key("cell:" + string(c.Segment) + ":" + string(c.Stage)) }

// cardKey names a relationship's card in a segment's row. The first one bears
// the note's own name, the others also the segment's.
func (r *Relationships) cardKey(id, segment canvas.ID) Key {
	if r.first[id] == segment {
		return Key("note:" + id)
	}
	return Key("note:" + id + ":" + segment)
}

// rect is where a thing lies.
func (t thing) rect() geometry.Rect {
	switch {
	case t.token != nil:
		return t.token.Rect
	case t.head != nil:
		return t.head.Head
	case t.card != nil:
		return t.card.Rect
	case t.cell != nil:
		return t.cell.Rect
	default:
		return geometry.Rect{}
	}
}

// Ground is the palette's panel and the heads of the columns.
func (r *Relationships) Ground() Picture {
	b := r.layout
	return Picture{
		Stamp: stampOf(b.Area, b.PaletteLabels, b.Heads, b.Hint),
		Page:  func() *scene.Page { return scene.BoardGround(b, r.look) },
	}
}

// stampOf says what a picture shows, in so many words.
func stampOf(of ...any) string { return fmt.Sprint(of...) }

// Items lists tokens, rows, their heads and cards.
func (r *Relationships) Items() []Item {
	b := r.layout
	var items []Item
	for i := range b.Tokens {
		t := &b.Tokens[i]
		items = append(items, Item{
			Key: tokenKey(t.Type), Rect: t.Rect, Clip: b.Palette, Movable: true,
			Label: r.words.T("relationships.label.token", "Type", r.text.Type(t.Type)),
			Picture: seen(t.Rect, b.Palette, func() (any, func() *scene.Page) {
				return stampOf(t.Mark, t.MarkRect, t.Labels), func() *scene.Page { return scene.BoardToken(t, b.Metrics, r.look) }
			}),
		})
	}
	for i := range b.Rows {
		items = append(items, r.rowItems(&b.Rows[i])...)
	}
	return items
}

// seen is the picture of something that lies in a window. Out of it, there is
// none: stamps of a long board's many cards would be made for nothing.
func seen(at, window geometry.Rect, of func() (stamp any, page func() *scene.Page)) Picture {
	if !at.Overlaps(window) {
		return Picture{}
	}
	stamp, page := of()
	return Picture{Stamp: stamp, Page: page}
}

// rowItems lists a row's cells, as one picture, its head and its cards.
func (r *Relationships) rowItems(row *geometry.BoardRow) []Item {
	b := r.layout
	id, name := canvas.ID(""), r.words.T("relationships.no_segment")
	label, headAs := name, Key("head:")
	if row.Segment != nil {
		id, name = row.Segment.ID, row.Segment.SegmentName()
		label = r.words.T("relationships.label.segment", "Letter", row.Segment.Segment.Letter, "Name", name)
		headAs = headKey(id)
	}
	items := []Item{
		{
			Key: Key("row:" + id), Rect: row.Rect, Clip: b.Body, Label: label,
			Picture: seen(row.Rect, b.Body, func() (any, func() *scene.Page) {
				var cells []any
				for _, c := range row.Cells {
					cells = append(cells, c.Rect.X, c.Rect.W, c.Labels)
				}
				return stampOf(cells, row.Figures.X, row.FigureLabels), func() *scene.Page { return scene.BoardRow(row, b.Metrics, r.look) }
			}),
		},
		{
			Key: headAs, Rect: row.Head, Clip: b.Body, Note: id, Label: label,
			Picture: seen(row.Head, b.Body, func() (any, func() *scene.Page) {
				return stampOf(row.Badge, row.Labels), func() *scene.Page { return scene.BoardRowHead(row, b.Metrics, r.look) }
			}),
		},
	}
	for j := range row.Cells {
		cell := &row.Cells[j]
		stage, _ := r.text.Stage(cell.Cell.Stage)
		for k := range cell.Cards {
			card := &cell.Cards[k]
			items = append(items, Item{
				Key: r.cardKey(card.Note.ID, id), Rect: card.Rect, Clip: b.Body,
				Area: cellKey(cell.Cell), Note: card.Note.ID, Movable: true,
				Label: fmt.Sprintf("%s: %s. %s, %s", r.text.Type(card.Note.Relationship.Type), card.Note.Text, name, stage),
				Picture: seen(card.Rect, b.Body, func() (any, func() *scene.Page) {
					return stampOf(card.Badges, card.Labels), func() *scene.Page { return scene.BoardCard(card, b.Metrics, r.look) }
				}),
			})
		}
	}
	return items
}

// Hit returns the token, head or card at a point, or else the cell there.
func (r *Relationships) Hit(at geometry.Point) Key {
	if t := r.layout.TokenAt(at); t != nil {
		return tokenKey(t.Type)
	}
	row := r.layout.RowAt(at)
	if row == nil {
		return ""
	}
	if card := r.layout.CardAt(at); card != nil {
		return r.cardKey(card.Note.ID, card.Cell.Segment)
	}
	if row.Segment != nil && row.Head.Contains(at) {
		return headKey(row.Segment.ID)
	}
	for _, c := range row.Cells {
		if c.Rect.Contains(at) {
			return cellKey(c.Cell)
		}
	}
	return ""
}

// Areas returns the parts of the cells that are in sight.
func (r *Relationships) Areas() map[Key]geometry.Rect {
	areas := map[Key]geometry.Rect{}
	for _, row := range r.layout.Rows {
		for _, c := range row.Cells {
			if seen := c.Rect.Intersect(r.layout.Body); !seen.Empty() {
				areas[cellKey(c.Cell)] = seen
			}
		}
	}
	return areas
}

// Here is the cell that the user works in.
func (r *Relationships) Here() Key {
	if r.things[r.here].cell == nil {
		return ""
	}
	return r.here
}

// Enter makes a cell the one that the user works in.
func (r *Relationships) Enter(area Key) {
	r.here = area
	r.doc.SelectBlock(canvas.CustomerRelationships)
}

// Reveal scrolls the rows, or the palette, until a thing is in sight.
func (r *Relationships) Reveal(key Key) bool {
	t, ok := r.things[key]
	if !ok {
		return false
	}
	at, before := t.rect(), r.scroll
	if t.token != nil {
		r.scroll.Palette += need(at, r.layout.Palette.Inset(r.layout.Metrics.Gap))
	} else {
		r.scroll.Rows += need(at, r.layout.Body)
	}
	r.Arrange(r.size)
	return r.scroll != before
}

// need is how far what lies at a place must go up to lie in a window; its
// upper end counts where both do not fit.
func need(at, window geometry.Rect) float64 {
	if down := at.Bottom() - window.Bottom(); down > 0 && at.Y-down >= window.Y {
		return down
	}
	return min(0, at.Y-window.Y) + max(0, at.Y-max(window.Y, window.Bottom()-at.H))
}

// ScrollBy scrolls the palette or the rows.
func (r *Relationships) ScrollBy(at geometry.Point, _, dy float64) bool {
	before := r.scroll
	if r.layout.Palette.Contains(at) {
		r.scroll.Palette += dy
	} else {
		r.scroll.Rows += dy
	}
	r.Arrange(r.size)
	return r.scroll != before
}

// Menu lists the actions for a thing.
func (r *Relationships) Menu(key Key) []string {
	switch t := r.things[key]; {
	case t.card != nil:
		return []string{"edit_text", "edit_duplicate", "-", "edit_cut", "edit_copy", "edit_paste", "-", "edit_delete"}
	case t.head != nil:
		return []string{"edit_text", "edit_copy", "-", "edit_delete"}
	case t.cell != nil:
		return []string{"edit_paste"}
	default:
		return nil
	}
}
