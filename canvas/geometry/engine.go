package geometry

import (
	"maps"
	"math"

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
	// note's own. Of the same project it must always say the same.
	Caption func(*canvas.Project, *canvas.Note) string
	// Warn are the notes that get a [BadgeFinding] where notes show marks. It
	// may be another map for each layout, but a map must not be changed.
	Warn map[canvas.ID]bool
	// Totals are the blocks that say at their foot what their notes come to.
	Totals map[canvas.Block]bool

	metrics  *Metrics            // of the last layout, without a foot
	project  *canvas.Project     // what segments were taken from
	segments map[canvas.ID]Badge // without places
	warned   map[canvas.ID]bool  // Warn of the last layout
	edition  int                 // counts how often badges changed that do not follow from their note
	sizes    int                 // counts how often the metrics changed
	cache    map[canvas.ID]*cached
	unit     func(string) float64 // the width of a note's text in size 1
	last     *Layout              // the last layout
	shown    state                // what it shows
}

// A state is what decides what notes show, whatever their width.
type state struct {
	project        *canvas.Project
	edition, sizes int
}

// Inherit takes over what another engine knows of texts, which takes longer to
// find out than all else. The other must not be used any more.
func (e *Engine) Inherit(from *Engine) {
	e.cache, e.edition, e.sizes = from.cache, from.edition, from.sizes
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
	now := state{p, e.edition, e.sizes}
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
		var known []Note
		if e.last != nil && e.shown == now {
			known = e.last.Blocks[i].Notes
		}
		e.fill(b, p, m, head, scroll[b.Block], known)
	}
	e.forget(p)
	e.last, e.shown = l, now
	return l
}

// Content returns what a note of the project shows on a picture of the given
// width.
func (e *Engine) Content(p *canvas.Project, n *canvas.Note, m Metrics, width float64) *Content {
	e.prepare(p, m)
	return e.content(p, n, width)
}

// title wraps a block's title; beside its first line there is room for the
// number of the block's notes, unless a word had to be broken for it.
func (e *Engine) title(b canvas.Block, width float64, m Metrics) []string {
	count := e.Measure("00/00", m.Title, false)
	measure := func(s string) float64 { return e.Measure(s, m.Title, true) }
	lines, broken := wrap(e.Title(b), room{whole: width, beside: width - count, narrow: 1}, measure)
	if broken {
		return Wrap(e.Title(b), width, measure)
	}
	return lines
}

// prepare makes the engine ready for a project. Of what was remembered under
// other metrics only the pieces of the texts are of use.
func (e *Engine) prepare(p *canvas.Project, m Metrics) {
	m.Foot = 0 // has no say in what notes look like
	if e.cache == nil {
		e.cache = make(map[canvas.ID]*cached, p.Len())
	}
	if e.unit == nil {
		e.unit = func(s string) float64 { return e.Measure(s, 1, false) }
	}
	if e.metrics == nil || *e.metrics != m {
		if e.metrics == nil || e.metrics.Marks != m.Marks {
			e.edition++
		}
		e.metrics = &m
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

// fill lays out the notes of a block. What they show in a width may be known.
func (e *Engine) fill(b *Block, p *canvas.Project, m Metrics, head, scroll float64, known []Note) {
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
			var c *Content
			if known != nil && known[i].Rect.W == width {
				c = known[i].Content
			} else {
				c = e.content(p, notes[i], width)
			}
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

// place returns a part of the unit square in an area.
func place(u, area Rect, whole bool) Rect {
	x1, y1 := area.X+u.X*area.W, area.Y+u.Y*area.H
	x2, y2 := area.X+(u.X+u.W)*area.W, area.Y+(u.Y+u.H)*area.H
	if whole {
		x1, y1, x2, y2 = math.Round(x1), math.Round(y1), math.Round(x2), math.Round(y2)
	}
	return Rect{x1, y1, x2 - x1, y2 - y1}
}
