package geometry

import (
	"math"
	"slices"

	"ninefold/canvas"
)

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
	c.head = e.floor(clamp(m.HeadShare*room, m.HeadMin, m.HeadMax))
	c.cell = (room - c.head - n*m.Gap) / n
	if text.Figures != nil {
		// Figures stand in the inspector too: cards that can be read come first.
		figures := e.floor(clamp(m.FiguresShare*room, m.FiguresMin, m.FiguresMax))
		if cell := c.cell - (figures+m.Gap)/n; cell >= m.CellMin {
			c.cell, c.figures = cell, figures
		}
	}
	c.cell = e.floor(max(c.cell, m.CellLeast))

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
		l := e.label(line, x, y, inner, style{size: m.Small, tone: ToneMuted, lines: 4})
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
	title := e.label(text.Type(n.Relationship.Type), m.Pad, y, inner, style{size: m.Text, bold: true, lines: 2})
	y += title.Rect.H
	words, after := text.Note(n)
	most := 3
	if n.ID == text.Whole {
		most, after = 0, nil
	}
	k.Labels, k.Text = []Label{title}, Rect{m.Pad, y, inner, lineHeight(m.Small)}
	for _, l := range e.body(words, after, most, m.Pad, y, inner, m.Small) {
		y = l.Rect.Y + l.Rect.H
		k.Labels = append(k.Labels, l)
	}
	if words != "" {
		k.Text.H = k.Labels[1].Rect.H
	} else if n.ID == text.Whole {
		y = k.Text.Bottom()
	}
	y = c.shared(e, g.served(n), &k, inner, y)
	k.Rect = Rect{0, 0, width, y + m.PadY}
	return k
}

// shared sets the badges of the segments that a relationship serves, where
// they are several: at the end of the card's last line, or beneath it. It
// returns where the card's contents end.
func (c columns) shared(e *BoardEngine, segments []*canvas.Note, k *Card, inner, y float64) float64 {
	m := c.m
	if len(segments) < 2 {
		return y
	}
	step := m.SmallBadge + m.Tight/2
	segments = segments[:min(len(segments), max(1, int(inner/step)))]
	width := float64(len(segments)) * step
	last := k.Labels[len(k.Labels)-1]
	line := last.LineHeight()
	if e.Measure(last.Lines[len(last.Lines)-1], last.Size, last.Bold)+m.Pad+width > inner || y > last.Rect.Bottom() {
		line = m.SmallBadge
		y += m.Tight + line
	}
	for i, s := range segments {
		x := m.Pad + inner - width + m.Tight/2 + float64(i)*step
		k.Badges = append(k.Badges, segmentBadge(s, Rect{x, y - math.Ceil((line+m.SmallBadge)/2), m.SmallBadge, m.SmallBadge}))
	}
	return y
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
