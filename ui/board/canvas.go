package board

import (
	"strconv"
	"strings"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/catalog"
	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/export/text"
	"ninefold/ui/document"
)

// Prefixes of the keys on the canvas.
const (
	noteKey  = "note:"
	blockKey = "block:"
)

// NoteKey is the key of a note on the canvas.
func NoteKey(id canvas.ID) Key { return Key(noteKey + id) }

// BlockKey is the key of a block on the canvas.
func BlockKey(b canvas.Block) Key { return Key(blockKey + b) }

// noteOf and blockOf return what a key names, or nothing.
func noteOf(key Key) (canvas.ID, bool) {
	id, ok := strings.CutPrefix(string(key), noteKey)
	return canvas.ID(id), ok
}

func blockOf(key Key) (canvas.Block, bool) {
	b, ok := strings.CutPrefix(string(key), blockKey)
	return canvas.Block(b), ok
}

// Canvas is the surface of the nine blocks.
type Canvas struct {
	doc    *document.Document
	words  *locale.Words
	look   *scene.Look
	engine *geometry.Engine
	zoom   float64
	pan    geometry.Point // how far the sheet lies from where its beginning is in sight
	size   geometry.Size
	scroll map[canvas.Block]float64
	layout *geometry.Layout
	totals map[canvas.Block]scene.Total
	draft  *draft
}

var _ Surface = (*Canvas)(nil)

// NewCanvas returns the canvas of a document in a language and a look, as it is
// remembered.
func NewCanvas(doc *document.Document, words *locale.Words, look *scene.Look, memory *Memory) *Canvas {
	c := &Canvas{doc: doc, words: words, look: look, zoom: 1, scroll: map[canvas.Block]float64{}}
	c.engine = scene.NewEngine(words)
	c.engine.Caption = c.caption
	if memory.engine != nil {
		c.engine.Inherit(memory.engine)
	}
	memory.engine = c.engine
	return c
}

// caption is what a note shows. While its text is being edited, what stands
// before it stays there even if the text is empty.
func (c *Canvas) caption(p *canvas.Project, n *canvas.Note) string {
	if c.draft != nil && c.draft.id == n.ID {
		return scene.Lead(p, n, c.words) + n.Text
	}
	return scene.Caption(p, n, c.words)
}

// margin is the desk around the sheet.
const margin = 14

// Arrange is for the board.
func (c *Canvas) Arrange(size geometry.Size) {
	c.size = size
	c.hold()
	area := c.sheet(c.zoom)
	c.engine.Warn = c.doc.Warned()
	c.totals = scene.Totals(c.doc.Figures().Totals(), c.doc.Project().Head().Currency, c.words)
	scene.SetTotals(c.engine, c.totals)
	c.layout = c.engine.FitScrolled(c.project(), area, geometry.Screen(c.zoom), c.scroll)
	for i := range c.layout.Blocks {
		b := &c.layout.Blocks[i]
		c.scroll[b.Block] = min(max(c.scroll[b.Block], 0), b.MaxScroll) // no further than there is something to see
	}
}

// project is what is shown: the document's, or with what is being typed.
func (c *Canvas) project() *canvas.Project {
	p := c.doc.Project()
	if c.draft == nil {
		return p
	}
	next, err := c.draft.apply(p)
	if err != nil {
		return p // the note was deleted under the editor; committing says so
	}
	return next
}

// A ground is what the picture below the notes shows.
type ground struct {
	size   geometry.Size
	zoom   float64
	pan    geometry.Point
	blocks [9]struct {
		rect, body          geometry.Rect // the lines between the blocks move
		notes, above, below int
		total               scene.Total
	}
}

// Ground is for the board.
func (c *Canvas) Ground() Picture {
	g := ground{size: c.size, zoom: c.zoom, pan: c.pan}
	notes := 0
	for i, b := range c.layout.Blocks {
		of := &g.blocks[i]
		of.rect, of.body, of.notes, of.total = b.Rect, b.Body, len(b.Notes), c.totals[b.Block]
		of.above, of.below = c.layout.Unseen(&c.layout.Blocks[i])
		notes += len(b.Notes)
	}
	var bare []geometry.Rect
	if notes > 0 { // else a block says how to begin
		for i := range c.layout.Blocks {
			bare = append(bare, c.unwritten(&c.layout.Blocks[i])...)
		}
	}
	layout, totals := c.layout, c.totals
	return Picture{Stamp: g, Bare: bare, Page: func() *scene.Page {
		page := &scene.Page{W: c.size.W, H: c.size.H}
		page.Add(scene.Rect{W: page.W, H: page.H, Paint: scene.Paint{Fill: c.look.Desk}})
		page.Add(scene.CanvasFrame(layout, totals, c.words, c.look).Items...)
		if notes == 0 {
			c.hints(page, layout)
		}
		return page
	}}
}

// unwritten are the parts of a block in which there is nothing but its notes: the
// body, at whose sides it reaches to the lines between the blocks, and the room
// between the title and the number of the notes.
func (c *Canvas) unwritten(b *geometry.Block) []geometry.Rect {
	const line = 1.5 // from the middle of a line, at any scale of the screen
	size := c.layout.Metrics.Title
	left, right := b.Rect.X+line, b.Rect.Right()-line
	low := b.Body.Bottom()
	if b.Total.Empty() && b.More.Empty() {
		low = b.Rect.Bottom() - line
	}
	from, to := b.Header.X, b.Header.Right()-text.Measure(strconv.Itoa(len(b.Notes)), size, false)-size
	for _, t := range b.Title {
		from = max(from, b.Header.X+text.Measure(t, size, true)+size)
	}
	return []geometry.Rect{
		{X: left, Y: b.Body.Y, W: right - left, H: low - b.Body.Y},
		{X: from, Y: b.Rect.Y + line, W: max(0, to-from), H: b.Body.Y - b.Rect.Y - line},
	}
}

// hints say on an empty canvas how to begin, in the block to begin with, and in
// the others, in the order in which they are filled in, what to ask oneself.
func (c *Canvas) hints(page *scene.Page, l *geometry.Layout) {
	m := l.Metrics
	for i := range l.Blocks {
		b := &l.Blocks[i]
		words, colour := c.words.T("board.empty"), c.look.Muted
		if questions := catalog.Questions(b.Block); i > 0 && len(questions) > 0 {
			words, colour = c.words.T(questions[0]), scene.Mix(c.look.Muted, c.look.Sheet, 0.35)
		}
		words = strconv.Itoa(i+1) + ". " + words
		for k, line := range geometry.Wrap(words, b.Body.W-2, func(s string) float64 { return text.Measure(s, m.Text, false) }) {
			base := b.Body.Y + m.PadY + float64(k)*m.Line + m.Ascent
			if base > b.Body.Bottom() {
				break
			}
			page.Add(scene.Text{X: b.Body.X, Y: base, Size: m.Text, Color: colour, Text: line})
		}
	}
}

// A stamp is what the picture of a note shows. The engine hands out the same
// content as long as it is the same.
type stamp struct {
	content *geometry.Content
	width   float64
}

// Items is for the board.
func (c *Canvas) Items() []Item {
	items := make([]Item, 0, c.doc.Project().Len()+1) // and a draft
	for i := range c.layout.Blocks {
		b := &c.layout.Blocks[i]
		area := BlockKey(b.Block)
		for j := range b.Notes {
			n := &b.Notes[j]
			item := Item{Key: NoteKey(n.ID), Rect: n.Rect, Clip: c.layout.Sight(b, n), Area: area, Note: n.ID, Movable: true, Label: n.Note.Text}
			if item.Clip.Empty() {
				item.Clip.W = -1 // an empty clip would be none
			} else {
				item.Picture = Picture{Stamp: stamp{n.Content, n.Rect.W}, Page: func() *scene.Page {
					return scene.Note(n, c.layout.Metrics, c.look)
				}}
			}
			items = append(items, item)
		}
	}
	return items
}

// Hit is for the board.
func (c *Canvas) Hit(at geometry.Point) Key {
	block, id := c.layout.At(at)
	b := c.layout.Block(block)
	switch {
	case b != nil && b.More.Contains(at):
		return c.moreKey(b, at)
	case id != "":
		return NoteKey(id)
	case block != "":
		return BlockKey(block)
	}
	return ""
}

// Areas is for the board.
func (c *Canvas) Areas() map[Key]geometry.Rect {
	areas := make(map[Key]geometry.Rect, len(c.layout.Blocks))
	for i := range c.layout.Blocks {
		areas[BlockKey(c.layout.Blocks[i].Block)] = c.layout.Blocks[i].Rect
	}
	return areas
}

// Here is for the board. Before the user has chosen a block it is the one that
// a canvas is begun with.
func (c *Canvas) Here() Key {
	if b := c.doc.Block(); b != "" {
		return BlockKey(b)
	}
	return BlockKey(canvas.CustomerSegments)
}

// Enter is for the board.
func (c *Canvas) Enter(area Key) {
	b, _ := blockOf(area)
	if of, _, ok := c.moreOf(area); ok {
		b = of.Block
		c.Reveal(area)
	}
	c.doc.SelectBlock(b)
}

// ids returns the notes of keys in the order of the canvas.
func (c *Canvas) ids(keys []Key) []canvas.ID {
	wanted := make(map[canvas.ID]bool, len(keys))
	for _, key := range keys {
		if id, ok := noteOf(key); ok {
			wanted[id] = true
		}
	}
	var ids []canvas.ID
	for n := range c.doc.Project().Notes() {
		if wanted[n.ID] {
			ids = append(ids, n.ID)
		}
	}
	return ids
}

// DropAt is for the board. It is called for every movement of the pointer and
// leaves the work to the drop.
func (c *Canvas) DropAt(keys []Key, at geometry.Point, copied bool) (Drop, bool) {
	block, index, marker, ok := c.layout.Drop(at)
	if !ok {
		return Drop{}, false
	}
	return Drop{Marker: marker, Style: DropLine, Do: func() ([]Key, error) {
		if copied {
			return c.copy(c.ids(keys), block, index)
		}
		return keys, c.move(c.ids(keys), block, index)
	}}, true
}

// move puts notes into a block at a place. What is where it was is no step.
func (c *Canvas) move(ids []canvas.ID, block canvas.Block, index int) error {
	return reorder(c.doc, ids, block, index)
}

// copy puts copies of notes into a block at a place.
func (c *Canvas) copy(ids []canvas.ID, block canvas.Block, index int) ([]Key, error) {
	return added(c.doc, "edit.duplicate", func(p *canvas.Project) (*canvas.Project, []canvas.ID, error) {
		return canvas.CopyNotes(p, ids, block, index)
	})
}

// Grip is for the board: the canvas has no scroll bars.
func (c *Canvas) Grip(Key, geometry.Point) (slide func(geometry.Point), back func()) {
	return func(geometry.Point) {}, func() {}
}

// Place is for the board: notes are moved by [Canvas.Nudge].
func (c *Canvas) Place(Key, Key, Direction) Key { return "" }

// Menu is for the board.
func (c *Canvas) Menu(key Key) []string {
	if _, ok := noteOf(key); ok {
		return []string{
			"edit_text", "insert_note", "edit_duplicate", "-", ":segments", ":standing", ":paper", "-",
			"edit_cut", "edit_copy", "edit_paste", "-", "edit_delete",
		}
	}
	if _, ok := blockOf(key); ok {
		return []string{"insert_note", "edit_paste", "-", "edit_select_all"}
	}
	return nil
}
