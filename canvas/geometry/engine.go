package geometry

import (
	"maps"
	"math"
	"slices"

	"ninefold/canvas"
)

// An Engine lays canvases out. It remembers how notes were wrapped, so that
// laying out anew after an edit costs little. It is for one goroutine at a
// time. Its fields must be set before the first layout; Title and Caption may
// be nil.
type Engine struct {
	Measure Measure
	// Title returns a block's title; without it titles are empty.
	Title func(canvas.Block) string
	// Caption returns the text that a note shows; without it, that is the
	// note's own.
	Caption func(*canvas.Project, *canvas.Note) string
	// Warn are the notes that get a [BadgeFinding] where notes show marks. It
	// may be another map for each layout, but a map must not be changed.
	Warn map[canvas.ID]bool
	// Totals are the blocks that say at their foot what their notes come to.
	Totals map[canvas.Block]bool

	metrics  Metrics
	project  *canvas.Project     // what segments were taken from
	segments map[canvas.ID]Badge // without places
	warned   map[canvas.ID]bool  // Warn of the last layout
	edition  int                 // counts how often badges changed that do not follow from their note
	sizes    int                 // counts how often the metrics changed
	cache    map[canvas.ID]*cached
}

// A cached is a note's content and what it was made from.
type cached struct {
	note    *canvas.Note
	edition int
	sizes   int
	text    string
	pieces  []piece // of the text
	width   float64
	content *Content
}

// Canvas lays a project out in an area. Notes that find no room in their block
// lie below its body; scroll says how far each block's notes are moved up, and
// is taken as far as there is something to see.
func (e *Engine) Canvas(p *canvas.Project, area Rect, m Metrics, scroll map[canvas.Block]float64) *Layout {
	return e.lay(p, area, m, usual, scroll)
}

// lay lays a project out on a canvas of a shape.
func (e *Engine) lay(p *canvas.Project, area Rect, m Metrics, s shape, scroll map[canvas.Block]float64) *Layout {
	e.prepare(p, m)
	if !maps.Equal(e.Warn, e.warned) {
		e.warned = e.Warn
		e.edition++
	}
	l := &Layout{Area: area, Metrics: m}
	titles := map[float64]int{} // the most lines of a title among blocks beside each other
	for i, b := range canvas.Blocks() {
		block := &l.Blocks[i]
		*block = Block{Block: b, Rect: place(s.unit(b), area, m.Whole)}
		if e.Title != nil {
			block.Title = e.title(b, block.Rect.W-2*m.Inset, m)
		}
		row := unit(b).Y
		titles[row] = max(titles[row], len(block.Title), 1)
	}
	for i := range l.Blocks {
		b := &l.Blocks[i]
		head := m.TitleTop + float64(titles[unit(b.Block).Y])*m.TitleLine + m.TitleGap
		e.fill(b, p, m, head, scroll[b.Block])
	}
	e.forget(p)
	return l
}

// Content returns what a note of the project shows on a picture of the given
// width.
func (e *Engine) Content(p *canvas.Project, n *canvas.Note, m Metrics, width float64) *Content {
	e.prepare(p, m)
	return e.content(p, n, m, width)
}

// title wraps a block's title; beside its first line there is room for the
// number of the block's notes.
func (e *Engine) title(b canvas.Block, width float64, m Metrics) []string {
	count := e.Measure("00/00", m.Title, false)
	lines, _ := wrap(e.Title(b), func(line int) float64 {
		if line == 0 {
			return width - count
		}
		return width
	}, func(s string) float64 { return e.Measure(s, m.Title, true) })
	return lines
}

// prepare makes the engine ready for a project. Of what was remembered under
// other metrics only the pieces of the texts are of use.
func (e *Engine) prepare(p *canvas.Project, m Metrics) {
	m.Foot = 0 // has no say in what notes look like
	if e.cache == nil {
		e.cache = make(map[canvas.ID]*cached, p.Len())
	}
	if e.metrics != m {
		e.metrics = m
		e.sizes++
	}
	if e.project == p {
		return
	}
	e.project = p
	segments := make(map[canvas.ID]Badge)
	for _, n := range p.Segments() {
		segments[n.ID] = Badge{Letter: n.Segment.Letter, Colour: n.Segment.Colour, Shape: n.Segment.Shape}
	}
	if !maps.Equal(segments, e.segments) {
		e.segments = segments
		e.edition++
	}
}

// forget drops what is remembered of notes that are gone, once it is much.
func (e *Engine) forget(p *canvas.Project) {
	if len(e.cache) <= 2*p.Len()+64 {
		return
	}
	notes := p.ByID()
	for id := range e.cache {
		if notes[id] == nil {
			delete(e.cache, id)
		}
	}
}

// mostColumns is in how many columns notes flow at most: on a very wide screen
// they had better be wide, too.
const mostColumns = 4

// fill lays out the notes of a block.
func (e *Engine) fill(b *Block, p *canvas.Project, m Metrics, head, scroll float64) {
	inner := math.Max(0, b.Rect.W-2*m.Inset)
	b.Header = Rect{b.Rect.X + m.Inset, b.Rect.Y, inner, math.Min(head, b.Rect.H)}
	b.Body = Rect{b.Header.X, b.Rect.Y + b.Header.H, inner, math.Max(0, b.Rect.H-b.Header.H-m.Inset/2-m.Foot)}
	if e.Totals[b.Block] {
		b.Body.H = math.Max(0, b.Body.H-m.Total)
		b.Total = Rect{b.Body.X, b.Body.Bottom(), inner, math.Min(m.Total, b.Rect.Bottom()-b.Body.Bottom())}
	}
	b.Columns = 1
	if wide(b.Block) {
		b.Columns = min(max(1, int((inner+m.Gap)/(m.Column+m.Gap))), mostColumns)
	}
	width := (inner - float64(b.Columns-1)*m.Gap) / float64(b.Columns)
	if m.Whole {
		width = math.Floor(width)
	}
	notes := p.Block(b.Block)
	b.Notes = make([]Note, len(notes))
	y := 0.0
	var rows []float64 // where they begin
	for row := 0; row < len(notes); row += b.Columns {
		high := 0.0
		rows = append(rows, y)
		for i := row; i < min(row+b.Columns, len(notes)); i++ {
			c := e.content(p, notes[i], m, width)
			x := b.Body.X + float64(i-row)*(width+m.Gap)
			b.Notes[i] = Note{ID: notes[i].ID, Note: notes[i], Rect: Rect{x, y, width, c.Size.H}, Content: c}
			high = math.Max(high, c.Size.H)
		}
		y += high + m.Gap
	}
	b.ContentH = math.Max(0, y-m.Gap)
	b.scroll(scroll, rows, m)
	for i := range b.Notes {
		r := &b.Notes[i].Rect
		r.Y += b.Body.Y - b.Scroll
		if !b.Shows(&b.Notes[i]) {
			b.Hidden++
		}
	}
}

// scroll moves the notes of a block that is too full for them up, by whole rows:
// a note is seen or it is not, and a line below says how many are not.
func (b *Block) scroll(by float64, rows []float64, m Metrics) {
	if b.ContentH <= b.Body.H+slack {
		return
	}
	if m.More > 0 {
		b.Body.H = math.Max(0, b.Body.H-m.More)
		b.More = Rect{b.Body.X, b.Body.Bottom(), b.Body.W, m.More}
	}
	for _, y := range rows {
		if b.MaxScroll = y; y+b.Body.H >= b.ContentH-slack {
			break // the last row is in sight
		}
	}
	for _, y := range rows {
		if y <= b.MaxScroll && math.Abs(y-by) <= math.Abs(b.Scroll-by) {
			b.Scroll = y
		}
	}
}

// slack is a length too small to be seen, by which sums of lengths may be off.
const slack = 0.01

// content returns what a note shows, the very one of before if nothing of it
// changed.
func (e *Engine) content(p *canvas.Project, n *canvas.Note, m Metrics, width float64) *Content {
	text := n.Text
	if e.Caption != nil {
		text = e.Caption(p, n)
	}
	old := e.cache[n.ID]
	if old != nil && old.note == n && old.sizes == e.sizes && old.edition == e.edition && old.width == width && old.text == text {
		return old.content
	}
	var buf [8]Badge
	badges := e.badges(buf[:0], n, m)
	if old != nil && old.sizes == e.sizes && old.text == text && old.width == width && slices.EqualFunc(old.content.Badges, badges, alike) {
		if old.content.Paper != n.Paper {
			c := *old.content
			c.Paper = n.Paper
			old.content = &c
		}
		old.note, old.edition = n, e.edition
		return old.content
	}
	now := &cached{note: n, edition: e.edition, sizes: e.sizes, text: text, width: width}
	if old != nil && old.text == text {
		now.pieces = old.pieces
	} else {
		now.pieces = split(text, e.unit)
	}
	now.content = e.compose(text, now.pieces, slices.Clone(badges), m, width)
	now.content.Paper = n.Paper
	e.cache[n.ID] = now
	return now.content
}

// alike reports whether two badges are the same wherever they stand.
func alike(a, b Badge) bool {
	a.Rect = b.Rect
	return a == b
}

// badges appends the badges of a note, without their places.
func (e *Engine) badges(to []Badge, n *canvas.Note, m Metrics) []Badge {
	switch n.Standing {
	case canvas.StandingHypothesis:
		to = append(to, Badge{Kind: BadgeHypothesis})
	case canvas.StandingTested:
		to = append(to, Badge{Kind: BadgeTested})
	case canvas.StandingFact:
		to = append(to, Badge{Kind: BadgeFact})
	}
	if m.Marks {
		if e.Warn[n.ID] {
			to = append(to, Badge{Kind: BadgeFinding})
		}
		if len(n.Costs) > 0 && n.Block != canvas.CostStructure {
			to = append(to, Badge{Kind: BadgeCost})
		}
		if slices.ContainsFunc(n.Comments, func(c canvas.Comment) bool { return !c.Resolved }) {
			to = append(to, Badge{Kind: BadgeComment})
		}
	}
	if n.IsSegment() {
		return append(to, e.segments[n.ID])
	}
	for _, id := range n.Segments {
		if s, ok := e.segments[id]; ok {
			to = append(to, s)
		}
	}
	return to
}

// unit measures a text of a note in size 1.
func (e *Engine) unit(s string) float64 { return e.Measure(s, 1, false) }

// compose wraps a note's text beside its badges. The badges stand at the right
// of the first line; where they would take more than half of the width, they
// go on beside the next lines. Where a word would have to be broken for them,
// they stand below the text.
func (e *Engine) compose(text string, pieces []piece, badges []Badge, m Metrics, width float64) *Content {
	inner := math.Max(1, width-m.Left-m.Right)
	beside := newShelf(badges, m, width-m.Right, inner/2)
	lines, broken := fold(text, pieces, m.Text, func(line int) float64 {
		if float64(line)*m.Line < beside.height()-slack {
			return math.Max(1, inner-beside.width())
		}
		return inner
	}, e.unit)
	if broken && len(badges) > 0 {
		if whole, broken := fold(text, pieces, m.Text, func(int) float64 { return inner }, e.unit); !broken {
			below := newShelf(badges, m, width-m.Right, inner)
			below.top += float64(len(whole))*m.Line + below.over()
			below.place()
			return &Content{Size: Size{width, below.top + math.Max(m.Line, below.height()+below.over()) + m.PadY}, Lines: whole, Badges: badges}
		}
	}
	beside.place()
	return &Content{
		Size:   Size{width, math.Max(float64(len(lines))*m.Line, beside.height()) + 2*m.PadY},
		Lines:  lines,
		Badges: badges,
	}
}

// place returns a part of the unit square in an area.
func place(u, area Rect, whole bool) Rect {
	x1, y1 := area.X+u.X*area.W, area.Y+u.Y*area.H
	x2, y2 := area.X+(u.X+u.W)*area.W, area.Y+(u.Y+u.H)*area.H
	if whole {
		x1, y1, x2, y2 = math.Round(x1), math.Round(y1), math.Round(x2), math.Round(y2)
	}
	return Rect{x1, y1, x2 - x1, y2 - y1}
}
