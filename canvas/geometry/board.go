package geometry

import (
	"math"
	"slices"

	"ninefold/canvas"
)

// A Board is where everything on the relationship board lies: a palette of
// relationship types at the left, beside it a row for each segment and a
// column for each stage. Palette and heads stay where they are; rows scroll.
// See [BoardEngine].
type Board struct {
	Area    Rect
	Metrics BoardMetrics
	// Palette is the panel at the left, with its tokens and, around them, its
	// labels.
	Palette       Rect
	Tokens        []Token
	PaletteLabels []Label
	// Heads are the columns' heads: the stages, then the relationships
	// without one where there are any, then the figures where there is room.
	Heads []BoardHead
	// Body is the window that rows are seen through.
	Body Rect
	Rows []BoardRow
	// Hint says what to do while there are no segments; it has no lines else.
	Hint Label
	// Scroll is how far palette and rows are scrolled, held to what there is
	// to scroll; Most is how far they can be.
	Scroll, Most BoardScroll
}

// A BoardScroll is how far the palette and the rows are scrolled down.
type BoardScroll struct{ Palette, Rows float64 }

// A Token is a type of the palette.
type Token struct {
	Type     string
	Mark     string // one or two letters
	Rect     Rect
	MarkRect Rect // of the mark, from the token's top left
	Labels   []Label
}

// A BoardHead is the head of a column.
type BoardHead struct {
	Rect   Rect
	Labels []Label
}

// A BoardRow is a segment's row. Segment is nil in the row of the
// relationships that serve none.
type BoardRow struct {
	Segment *canvas.Note
	Rect    Rect // the whole row
	Head    Rect
	Badge   Badge // from the head's top left; without a letter where there is no segment
	Labels  []Label
	Cells   []BoardCell
	// Figures is the row's cell in the column of figures; empty where that
	// column is left out.
	Figures      Rect
	FigureLabels []Label
}

// A BoardCell is a segment's place for relationships of a stage.
type BoardCell struct {
	Cell  canvas.Cell
	Rect  Rect
	Cards []Card
	// Lacks are the types that the segment expects and does not get, in the
	// one cell of its row whose labels say so.
	Lacks  []string
	Labels []Label
}

// A Card is a relationship in a cell. A relationship that serves several
// segments has a card in each one's row.
type Card struct {
	Note   *canvas.Note
	Cell   canvas.Cell
	Rect   Rect
	Labels []Label
	// Text is where the note's own text stands or would stand, from the
	// card's top left.
	Text Rect
	// Badges are of the segments that the relationship serves, where they are
	// several.
	Badges []Badge
}

// Board lays a project's relationship board out in an area.
func (e *BoardEngine) Board(p *canvas.Project, area Rect, m BoardMetrics, text BoardText, scroll BoardScroll) *Board {
	e.before, e.now = e.now, make(map[labelKey][]string, len(e.now))
	b := &Board{Area: area, Metrics: m}
	b.layPalette(e, text, scroll.Palette)
	g := group(p)
	columns := b.layHeads(e, text, g.stageless)
	for _, s := range g.rows {
		b.Rows = append(b.Rows, columns.row(e, text, g, s))
	}
	if len(g.segments) == 0 {
		width := min(b.Body.W, m.HintWidth)
		b.Hint = e.label(text.NoSegments, b.Body.X+m.Pad, m.Pad, width-2*m.Pad, style{size: m.Text, tone: ToneMuted})
	}
	used := b.Hint.Rect.H
	for _, r := range b.Rows {
		used += r.Rect.H + m.Gap
	}
	b.stretch(b.Body.H - used + m.Gap)
	b.placeRows(max(0, scroll.Rows))
	return b
}

// layPalette sets the palette's tokens one under the other.
func (b *Board) layPalette(e *BoardEngine, text BoardText, scroll float64) {
	m := b.Metrics
	width := math.Floor(clamp(m.PaletteShare*b.Area.W, m.PaletteMin, m.PaletteMax))
	b.Palette = Rect{b.Area.X, b.Area.Y, width, b.Area.H}
	inner := width - 2*m.Margin
	y := m.Margin
	head := e.label(text.Palette, m.Margin, y, inner, style{size: m.Caption, bold: true, tone: ToneMuted})
	y += head.Rect.H + m.Tight
	for _, t := range text.Types {
		mark := Rect{m.Pad, 0, m.Mark, m.Mark}
		name := e.label(t.Name, mark.X+mark.W+m.Pad, 0, inner-mark.W-3*m.Pad, style{size: m.Text, lines: 2})
		h := max(m.Mark, name.Rect.H) + 2*m.PadY
		mark.Y, name.Rect.Y = math.Floor((h-mark.H)/2), math.Floor((h-name.Rect.H)/2)
		b.Tokens = append(b.Tokens, Token{
			Type: t.ID, Mark: t.Mark, Rect: Rect{m.Margin, y, inner, h}, MarkRect: mark, Labels: []Label{name},
		})
		y += h + m.PadY
	}
	hint := e.label(text.Hint, m.Margin, y, inner, style{size: m.Small, tone: ToneMuted})
	b.Most.Palette = math.Ceil(max(0, y+hint.Rect.H+m.Margin-b.Area.H))
	b.Scroll.Palette = math.Round(min(max(scroll, 0), b.Most.Palette))
	b.PaletteLabels = []Label{head, hint}
	dx, dy := b.Area.X, b.Area.Y-b.Scroll.Palette
	for i := range b.Tokens {
		b.Tokens[i].Rect = b.Tokens[i].Rect.Moved(Point{dx, dy})
	}
	for i := range b.PaletteLabels {
		b.PaletteLabels[i].Rect = b.PaletteLabels[i].Rect.Moved(Point{dx, dy})
	}
}

// columns is where the columns of the rows begin and how wide they are.
type columns struct {
	m             BoardMetrics
	stages        []canvas.Stage
	x, head       float64 // of the rows' heads
	cell, figures float64 // widths; no figures where they are left out
}

// layHeads decides the columns, lays out their heads and the body beneath.
func (b *Board) layHeads(e *BoardEngine, text BoardText, stageless bool) columns {
	m := b.Metrics
	c := columns{m: m, stages: canvas.Stages(), x: b.Palette.X + b.Palette.W + m.Side}
	if stageless {
		c.stages = append(c.stages, "")
	}
	n := float64(len(c.stages))
	room := b.Area.X + b.Area.W - m.Side - c.x
	c.head = math.Floor(clamp(m.HeadShare*room, m.HeadMin, m.HeadMax))
	c.cell = (room - c.head - n*m.Gap) / n
	if text.Figures != nil {
		// Figures stand in the inspector too: cards that can be read come first.
		figures := math.Floor(clamp(m.FiguresShare*room, m.FiguresMin, m.FiguresMax))
		if cell := c.cell - (figures+m.Gap)/n; cell >= m.CellMin {
			c.cell, c.figures = cell, figures
		}
	}
	c.cell = math.Floor(max(c.cell, m.CellLeast))

	top := b.Area.Y + m.Margin
	tallest := 0.0
	head := func(x, width float64, name, hint string) {
		h := BoardHead{Rect: Rect{x, top, width, 0}}
		y := 0.0
		for _, l := range []Label{
			e.label(name, 0, 0, width, style{size: m.Text, bold: true, lines: 2}),
			e.label(hint, 0, 0, width, style{size: m.Caption, tone: ToneMuted, lines: 2}),
		} {
			if l.Empty() {
				continue
			}
			l.Rect.Y = y
			y += l.Rect.H
			h.Labels = append(h.Labels, l)
		}
		h.Rect.H = y
		tallest = max(tallest, y)
		b.Heads = append(b.Heads, h)
	}
	x := c.x + c.head + m.Gap
	for _, s := range c.stages {
		name, hint := text.Stage(s)
		head(x+m.Tight, c.cell-m.Tight, name, hint)
		x += c.cell + m.Gap
	}
	if c.figures > 0 {
		head(x+m.Tight, c.figures-m.Tight, text.FiguresHead, "")
		x += c.figures + m.Gap
	}
	for i := range b.Heads { // heads stand on one line, just above the rows
		b.Heads[i].Rect.Y += tallest - b.Heads[i].Rect.H
	}
	y := top + tallest + m.Gap
	b.Body = Rect{c.x, y, x - m.Gap - c.x, max(0, b.Area.Y+b.Area.H-m.Gap-y)}
	return c
}

// row lays one segment's row out at the origin of y, as high as it needs.
func (c columns) row(e *BoardEngine, text BoardText, g *grouping, s *canvas.Note) BoardRow {
	m := c.m
	r := BoardRow{Segment: s, Head: Rect{c.x, 0, c.head, 0}}
	height := max(m.RowMin, c.headLabels(e, text, s, &r))
	var id canvas.ID
	if s != nil {
		id = s.ID
	}
	x := c.x + c.head + m.Gap
	for _, stage := range c.stages {
		cell := BoardCell{Cell: canvas.Cell{Segment: id, Stage: stage}, Rect: Rect{x, 0, c.cell, 0}}
		y := m.Pad
		for _, n := range g.cells[cell.Cell] {
			card := c.card(e, text, g, n, cell.Cell)
			card.Rect = card.Rect.Moved(Point{x + m.Pad, y})
			y += card.Rect.H + m.PadY
			cell.Cards = append(cell.Cards, card)
		}
		height = max(height, y+m.Pad-m.PadY)
		r.Cells = append(r.Cells, cell)
		x += c.cell + m.Gap
	}
	height = max(height, c.gap(e, text, unmet(s, g.bySegment[id]), r.Cells))
	if c.figures > 0 {
		r.Figures = Rect{x, 0, c.figures, 0}
		if s != nil {
			var h float64
			r.FigureLabels, h = e.figures(text.Figures(s), m, c.figures)
			height = max(height, h)
		}
		x += c.figures + m.Gap
	}
	r.Rect = Rect{c.x, 0, x - m.Gap - c.x, height}
	return r
}

// headLabels writes a row's head and returns the height that it needs.
func (c columns) headLabels(e *BoardEngine, text BoardText, s *canvas.Note, r *BoardRow) float64 {
	m := c.m
	name, about := text.Segment(s)
	x, y, inner := m.Bar+m.Pad, m.Pad, c.head-m.Bar-2*m.Pad
	indent := 0.0
	if s != nil {
		r.Badge = segmentBadge(s, Rect{x, y, m.Badge, m.Badge})
		indent = m.Badge + m.Tight
	}
	title := e.label(name, x+indent, y, inner-indent, style{size: m.Text, bold: true, lines: 3})
	if title.Rect.H < m.Badge { // one line stands in the middle of the badge
		title.Rect.Y += math.Floor((m.Badge - title.Rect.H) / 2)
	}
	y = max(y+m.Badge, title.Rect.Y+title.Rect.H) + m.Tight
	r.Labels = append(r.Labels, title)
	for _, line := range about {
		l := e.label(line, x, y, inner, style{size: m.Small, tone: ToneMuted, lines: 3})
		y += l.Rect.H
		r.Labels = append(r.Labels, l)
	}
	return y + m.Pad
}

// card lays a relationship's card out at the origin.
func (c columns) card(e *BoardEngine, text BoardText, g *grouping, n *canvas.Note, cell canvas.Cell) Card {
	m := c.m
	k := Card{Note: n, Cell: cell}
	width := c.cell - 2*m.Pad
	inner, y := width-2*m.Pad, m.PadY
	badges := 0.0
	if shared := g.served(n); len(shared) > 1 {
		step := m.SmallBadge + m.Tight/2
		shared = shared[:min(len(shared), max(1, int(inner/2/step)))]
		badges = float64(len(shared)) * step
		for i, s := range shared {
			at := Rect{m.Pad + inner - badges + float64(i)*step + m.Tight/2, y + math.Floor((lineHeight(m.Text)-m.SmallBadge)/2), m.SmallBadge, m.SmallBadge}
			k.Badges = append(k.Badges, segmentBadge(s, at))
		}
	}
	title := e.label(text.Type(n.Relationship.Type), m.Pad, y, inner-badges, style{size: m.Text, bold: true, lines: 2})
	y += title.Rect.H
	words, meta := text.Note(n)
	most := 3
	if n.ID == text.Whole {
		most, meta = 0, ""
	}
	k.Labels, k.Text = []Label{title}, Rect{m.Pad, y, inner, lineHeight(m.Small)}
	for _, l := range e.body(words, meta, most, m.Pad, y, inner, m) {
		y = l.Rect.Y + l.Rect.H
		k.Labels = append(k.Labels, l)
	}
	if words != "" {
		k.Text.H = k.Labels[1].Rect.H
	} else if n.ID == text.Whole {
		y = k.Text.Bottom()
	}
	k.Rect = Rect{0, 0, width, y + m.PadY}
	return k
}

// gap says, in the first empty cell of a row or else beneath the cards of its
// first, which types the segment expects and does not get. It returns the
// height that the row needs for it.
func (c columns) gap(e *BoardEngine, text BoardText, types []string, cells []BoardCell) float64 {
	if len(types) == 0 {
		return 0
	}
	at := max(0, slices.IndexFunc(cells, func(c BoardCell) bool { return len(c.Cards) == 0 && c.Cell.Stage != "" }))
	cell, y := &cells[at], c.m.Pad+c.m.Tight
	if k := len(cell.Cards); k > 0 {
		y = cell.Cards[k-1].Rect.Y + cell.Cards[k-1].Rect.H + c.m.Pad
	}
	l := e.label(text.Gap(types, len(cell.Cards) == 0), c.m.Pad+c.m.Tight, y, c.cell-2*(c.m.Pad+c.m.Tight), style{size: c.m.Small, tone: ToneWarn})
	cell.Lacks, cell.Labels = types, []Label{l}
	return l.Rect.Y + l.Rect.H + c.m.Pad
}

// stretch shares room that is left over beneath the rows among them: it fills
// up the lowest rows first, as water would, so that they become equally high.
func (b *Board) stretch(left float64) {
	if len(b.Rows) == 0 || left <= 0 {
		return
	}
	heights := make([]float64, len(b.Rows))
	for i, r := range b.Rows {
		heights[i] = r.Rect.H
	}
	slices.Sort(heights)
	level, sum := 0.0, left
	for i, h := range heights {
		sum += h
		level = sum / float64(i+1)
		if i+1 == len(heights) || level <= heights[i+1] {
			break
		}
	}
	level = math.Floor(min(level, b.Metrics.RowStretch))
	for i := range b.Rows {
		b.Rows[i].Rect.H = max(b.Rows[i].Rect.H, level)
	}
}

// placeRows puts the rows and the hint one under the other, scrolled as far as
// wished and possible, and gives the rows' parts the rows' heights.
func (b *Board) placeRows(scroll float64) {
	content := b.Hint.Rect.Y + b.Hint.Rect.H
	for _, r := range b.Rows {
		content += r.Rect.H + b.Metrics.Gap
	}
	if b.Hint.Empty() {
		content -= b.Metrics.Gap
	}
	b.Most.Rows = math.Ceil(max(0, content-b.Body.H))
	b.Scroll.Rows = math.Round(min(scroll, b.Most.Rows))
	y := b.Body.Y - b.Scroll.Rows
	for i := range b.Rows {
		r := &b.Rows[i]
		h := r.Rect.H
		r.Rect = r.Rect.Moved(Point{0, y})
		r.Head = Rect{r.Head.X, y, r.Head.W, h}
		if r.Figures.W > 0 {
			r.Figures = Rect{r.Figures.X, y, r.Figures.W, h}
		}
		for j := range r.Cells {
			c := &r.Cells[j]
			c.Rect = Rect{c.Rect.X, y, c.Rect.W, h}
			for k := range c.Cards {
				c.Cards[k].Rect = c.Cards[k].Rect.Moved(Point{0, y})
			}
		}
		y += h + b.Metrics.Gap
	}
	b.Hint.Rect.Y += y
}
