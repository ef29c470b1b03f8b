package geometry

import (
	"math"
	"slices"
	"strings"

	"ninefold/canvas"
)

// columns is where the columns of the rows begin and how wide they are.
type columns struct {
	m             BoardMetrics
	stages        []canvas.Stage
	x, head       float64 // of the rows' heads
	cell, figures float64 // widths; no figures where they are left out
	scroll        float64 // to the left
}

// layHeads decides the columns, lays out their heads and the body beneath.
func (b *Board) layHeads(e *BoardEngine, text BoardText, stageless bool, scroll float64) columns {
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
	content := c.head + n*(m.Gap+c.cell)
	if c.figures > 0 {
		content += m.Gap + c.figures
	}
	b.Most.Columns = math.Ceil(max(0, content-room))
	c.scroll = math.Round(clamp(scroll, 0, b.Most.Columns))
	b.Scroll.Columns = c.scroll

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
	x := c.first()
	for _, s := range c.stages {
		name, hint := text.Stage(s)
		head(x+m.Tight, c.cell-m.Tight, name, hint)
		x += c.cell + m.Gap
	}
	if c.figures > 0 {
		head(x+m.Tight, c.figures-m.Tight, text.FiguresHead, "")
	}
	y := top + tallest + m.Gap
	b.Body = Rect{c.x, y, min(content, room), max(0, b.Area.Y+b.Area.H-m.Gap-y)}
	if b.Most.Columns > 0 {
		b.Body.H = max(0, b.Body.H-m.bar()-m.Tight) // for the bar beneath
	}
	b.Table = b.Body
	b.Table.X += c.head + m.Gap
	b.Table.W -= c.head + m.Gap
	return c
}

// first is where the first column begins.
func (c columns) first() float64 { return c.x + c.head + c.m.Gap - c.scroll }

// row lays one segment's row out at the origin of y, as high as it needs.
func (c columns) row(e *BoardEngine, text BoardText, g *grouping, s *canvas.Note) BoardRow {
	m := c.m
	r := BoardRow{Segment: s, Head: Rect{c.x, 0, c.head, 0}}
	var id canvas.ID
	if s != nil {
		id = s.ID
	}
	r.Folded = text.Folded != nil && text.Folded(id)
	height := max(m.Badge+2*m.Pad, c.headLabels(e, text, s, &r))
	if !r.Folded {
		height = max(height, m.RowMin)
	}
	x := c.first()
	for _, stage := range c.stages {
		cell := BoardCell{Cell: canvas.Cell{Segment: id, Stage: stage}, Rect: Rect{x, 0, c.cell, 0}}
		var used float64
		if r.Folded {
			used = c.named(e, text, g.cells[cell.Cell], &cell)
		} else {
			used = c.stack(e, text, g, &cell)
		}
		height = max(height, used)
		r.Cells = append(r.Cells, cell)
		x += c.cell + m.Gap
	}
	height = max(height, c.gap(e, text, unmet(s, g.bySegment[id]), &r))
	if c.figures > 0 {
		r.Figures = Rect{x, 0, c.figures, 0}
		var used float64
		r.FigureLabels, used = c.counted(e, text, s, r.Folded)
		height = max(height, used)
		x += c.figures + m.Gap
	}
	left := c.x - c.scroll
	r.Rect = Rect{left, 0, x - m.Gap - left, height}
	return r
}

// counted writes a segment's figures, in a folded row the main ones, and
// returns the height that they need.
func (c columns) counted(e *BoardEngine, text BoardText, s *canvas.Note, folded bool) ([]FigureLabel, float64) {
	if s == nil {
		return nil, 0
	}
	figures := text.Figures(s)
	if folded {
		figures = mainFigures(figures)
	}
	at := Rect{c.m.Pad, c.m.Pad, c.figures - 2*c.m.Pad, 0}
	out, y := e.figures(figures, c.m, at)
	return out, y + c.m.Tight
}

func mainFigures(all []Figure) []Figure {
	return slices.DeleteFunc(slices.Clone(all), func(f Figure) bool { return !f.Main })
}

// stack sets a cell's cards one under the other and returns the height that
// they need.
func (c columns) stack(e *BoardEngine, text BoardText, g *grouping, cell *BoardCell) float64 {
	m, y := c.m, c.m.Pad
	for _, n := range g.cells[cell.Cell] {
		card := c.card(e, text, g, n, cell.Cell)
		card.Rect = card.Rect.Moved(Point{cell.Rect.X + m.Pad, y})
		y += card.Rect.H + m.PadY
		cell.Cards = append(cell.Cards, card)
	}
	return y + m.Pad - m.PadY
}

// named writes what kinds of relationships a cell of a folded row holds, and
// returns the height that the row needs for it.
func (c columns) named(e *BoardEngine, text BoardText, notes []*canvas.Note, cell *BoardCell) float64 {
	m := c.m
	var names []string
	for _, n := range notes {
		if name := text.Type(n.Relationship.Type); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	l := e.label(strings.Join(names, ", "), m.Pad, m.Pad, c.cell-2*m.Pad, style{size: m.Small, tone: ToneMuted, lines: 2})
	if l.Empty() {
		return 0
	}
	cell.Labels = []Label{l}
	return l.Rect.Bottom() + m.Pad
}

// card lays a relationship's card out at the origin.
func (c columns) card(e *BoardEngine, text BoardText, g *grouping, n *canvas.Note, cell canvas.Cell) Card {
	m := c.m
	k := Card{Note: n, Cell: cell}
	width := c.cell - 2*m.Pad
	inner, y := width-2*m.Pad, m.PadY
	room, name, warn := inner, text.Type(n.Relationship.Type), e.Warn[n.ID]
	if beside := inner - m.SmallBadge - m.Tight; warn && e.longest(name, m.Text) <= beside {
		k.Mark, room, warn = m.finding(width-m.Pad, y, m.Text), beside, false
	}
	title := e.title(name, m.Pad, y, room, m.Text, 2)
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
	y = c.carried(text, &k, inner, y)
	y = c.signs(e, g.served(n), warn, &k, inner, y)
	k.Rect = Rect{0, 0, width, y + m.PadY}
	return k
}

// carried sets the drawings of the tactics by which a relationship is carried
// out beneath its text, as many as have room, and returns where they end.
func (c columns) carried(text BoardText, k *Card, inner, y float64) float64 {
	tactics, side := k.Note.Relationship.Tactics, c.m.TacticIcon
	if len(tactics) == 0 {
		return y
	}
	step := side + c.m.Tight
	y += c.m.Tight
	for i, id := range tactics[:min(len(tactics), max(1, int((inner+c.m.Tight)/step)))] {
		k.Tactics = append(k.Tactics, CardIcon{text.Tactic(id), Rect{c.m.Pad + float64(i)*step, y, side, side}})
	}
	return y + side
}

// signs sets the mark that has no room beside the title, and the badges of the
// segments that a relationship serves, where they are several: at the end of
// the card's last line, or beneath it. It returns where the card's contents end.
func (c columns) signs(e *BoardEngine, segments []*canvas.Note, warn bool, k *Card, inner, y float64) float64 {
	m, width := c.m, 0.0
	if warn {
		width = m.SmallBadge + m.Tight
	}
	if len(segments) < 2 {
		segments = nil
	}
	if !warn && segments == nil {
		return y
	}
	for i, s := range segments {
		step := BadgeSize(s.Segment.Letter, m.SmallBadge).W + m.Tight
		if i > 0 && width+step > inner {
			segments = segments[:i]
			break
		}
		width += step
	}
	last := k.Labels[len(k.Labels)-1]
	line, used := last.LineHeight(), e.Measure(last.Lines[len(last.Lines)-1], last.Size, last.Bold)+m.Pad
	if n := len(k.Tactics); n > 0 {
		line, used = m.TacticIcon, k.Tactics[n-1].Rect.Right()
	} else if y > last.Rect.Bottom() {
		used = inner // beneath the place of a text that there is none of yet
	}
	if used+width > inner {
		line = m.SmallBadge
		y += m.Tight + line
	}
	x, top := m.Pad+inner-width, y-math.Ceil((line+m.SmallBadge)/2)
	if warn {
		k.Mark = Badge{Kind: BadgeFinding, Rect: Rect{x + m.Tight, top, m.SmallBadge, m.SmallBadge}}
		x = k.Mark.Rect.Right()
	}
	for _, s := range segments {
		b := segmentBadge(s, Point{x + m.Tight, top}, m.SmallBadge)
		k.Badges = append(k.Badges, b)
		x = b.Rect.Right()
	}
	return y
}

// finding is the sign of what is worth a look, in the middle of a line of text
// of a size, ending at right.
func (m BoardMetrics) finding(right, y, size float64) Badge {
	side := m.SmallBadge
	return Badge{Kind: BadgeFinding, Rect: Rect{right - side, y + math.Floor((lineHeight(size)-side)/2), side, side}}
}

// gap says, in the first empty cell of a row or else beneath the cards of its
// first, which types the segment expects and does not get. It returns the
// height that the row needs for it.
func (c columns) gap(e *BoardEngine, text BoardText, types []string, r *BoardRow) float64 {
	if len(types) == 0 {
		return 0
	}
	m := c.m
	at := max(0, slices.IndexFunc(r.Cells, func(c BoardCell) bool {
		return len(c.Cards)+len(c.Labels) == 0 && c.Cell.Stage != ""
	}))
	cell, lines := &r.Cells[at], 0
	empty := len(cell.Cards)+len(cell.Labels) == 0
	x, y := m.Pad+m.Tight, m.Pad+m.Tight
	if k := len(cell.Cards); k > 0 {
		y = cell.Cards[k-1].Rect.Bottom() + m.Pad
	}
	if r.Folded {
		x, y, lines = m.Pad, m.Pad, 2
		if !empty {
			y = cell.Labels[0].Rect.Bottom()
		}
	}
	x += m.SmallBadge
	cell.Mark = m.finding(x, y, m.Small)
	x += m.Tight
	l := e.label(text.Gap(types, empty), x, y, c.cell-m.Pad-x, style{size: m.Small, tone: ToneWarn, lines: lines})
	cell.Lacks, cell.Labels = types, append(cell.Labels, l)
	return l.Rect.Bottom() + m.Pad
}
