package geometry

import (
	"math"
	"slices"

	"ninefold/canvas"
)

// BoardPaper are the board's measures on a sheet, in points, for sizes that are
// unit times those of an A4 sheet; least is the smallest size of text. There is
// no palette.
func BoardPaper(unit, least float64) BoardMetrics {
	pt := func(v float64) float64 { return v * unit }
	text := func(v float64) float64 { return math.Max(least, pt(v)) }
	return BoardMetrics{
		Text: text(8.8), Small: text(8), Caption: text(7.5), Least: least,
		Pad: pt(6), PadY: pt(4.5), Tight: pt(2.5), Gap: pt(5), Radius: pt(3),
		Bar: pt(3), Badge: Legible(pt(11.5), least), SmallBadge: Legible(pt(9.5), least), TacticIcon: pt(10), FieldGap: pt(1.5),
		HeadShare: 0.17, HeadMin: pt(70), HeadMax: pt(150),
		FiguresShare: 0.16, FiguresMin: pt(74), FiguresMax: pt(130),
		CellMin: pt(66), CellLeast: pt(40),
		RowMin: pt(54), RowStretch: pt(220), HintWidth: pt(300), Narrow: pt(640),
	}
}

// Sheets lays a project's relationship board out on as many sheets as its rows
// need; next begins a sheet and says where on it the board has room. Cards show
// all of their text. A row that is higher than a sheet goes on on the next one.
func (e *BoardEngine) Sheets(p *canvas.Project, m BoardMetrics, text BoardText, next func() Rect) []*Board {
	e.whole = true
	defer func() { e.whole = false }()
	area := next()
	first := e.Board(p, Rect{area.X, area.Y, area.W, 0}, m, text, BoardScroll{})
	heads := first.Body.Y - area.Y
	s := sheets{all: first, next: next}
	s.begin(area, heads)
	if len(first.Rows) == 0 {
		s.now.Hint = first.Hint
		s.now.Hint.Rect.Y += s.now.Body.Y - first.Body.Y
	}
	for i := range first.Rows {
		row := first.Rows[i].lifted()
		if row.Rect.H > s.room() && s.used > 0 && row.Rect.H <= s.now.Body.H {
			s.begin(next(), heads)
		}
		for row.Rect.H > s.room() {
			part := row.take(s.room(), m)
			if part == nil { // not even a card has room here
				if s.used == 0 {
					break // nor will it anywhere
				}
				s.begin(next(), heads)
				continue
			}
			s.add(*part)
			s.begin(next(), heads)
		}
		s.add(row)
	}
	s.finish()
	return s.boards
}

// Bottom is where the rows end, or the hint that stands for them.
func (b *Board) Bottom() float64 {
	bottom := b.Hint.Rect.Bottom()
	for i := range b.Rows {
		bottom = math.Max(bottom, b.Rows[i].Rect.Bottom())
	}
	return bottom
}

// floor puts a length on whole units, which matters for pixels alone.
func (e *BoardEngine) floor(v float64) float64 {
	if e.whole {
		return v
	}
	return math.Floor(v)
}

// sheets are the boards of a project while their rows are being shared out.
type sheets struct {
	all    *Board
	next   func() Rect
	boards []*Board
	now    *Board
	used   float64 // height of the rows on the present one, with their gaps
}

// begin begins a sheet.
func (s *sheets) begin(area Rect, heads float64) {
	s.finish()
	b := &Board{Area: area, Metrics: s.all.Metrics, Palette: Rect{area.X, area.Y, 0, area.H}}
	dy := area.Y - s.all.Area.Y
	for _, h := range s.all.Heads {
		h.Rect.Y += dy
		b.Heads = append(b.Heads, h)
	}
	b.Body = Rect{s.all.Body.X, area.Y + heads, s.all.Body.W, area.H - heads}
	b.Table = Rect{s.all.Table.X, b.Body.Y, s.all.Table.W, b.Body.H}
	s.now, s.used = b, 0
	s.boards = append(s.boards, b)
}

func (s *sheets) room() float64 { return s.now.Body.H - s.used }

func (s *sheets) add(r BoardRow) {
	s.now.Rows = append(s.now.Rows, r)
	s.used += r.Rect.H + s.now.Metrics.Gap
}

// finish gives the rows of the present sheet their places.
func (s *sheets) finish() {
	if s.now == nil {
		return
	}
	s.now.stretch(s.room() + s.now.Metrics.Gap)
	s.now.placeRows(0)
}

// lifted returns the row with everything counted from y = 0, as before it was
// placed, and without what folds it: paper does not.
func (r *BoardRow) lifted() BoardRow {
	up := Point{0, -r.Rect.Y}
	out := *r
	out.Rect = r.Rect.Moved(up)
	out.Fold = Rect{}
	out.Cells = make([]BoardCell, len(r.Cells))
	for i, c := range r.Cells {
		c.Rect = c.Rect.Moved(up)
		cards := make([]Card, len(c.Cards))
		for k, card := range c.Cards {
			card.Rect = card.Rect.Moved(up)
			cards[k] = card
		}
		c.Cards = cards
		out.Cells[i] = c
	}
	return out
}

// take cuts off the row what has room in a height and returns it: of each cell
// the first cards, and of a card that is higher than all the room its first
// lines. What the row's head says and its figures go with it. Where that has no
// room, or no card has, it returns nil.
func (r *BoardRow) take(height float64, m BoardMetrics) *BoardRow {
	least := m.RowMin
	for i := range r.Labels {
		least = math.Max(least, r.Labels[i].Rect.Bottom()+m.Pad)
	}
	for i := range r.Fields {
		least = math.Max(least, r.Fields[i].Rect.Bottom()+m.Pad)
	}
	for i := range r.FigureLabels {
		least = math.Max(least, r.FigureLabels[i].Rect.Bottom()+m.Pad)
	}
	for _, c := range r.Cells {
		if len(c.Cards) == 0 { // what is lacking is said here, and not again
			for i := range c.Labels {
				least = math.Max(least, c.Labels[i].Rect.Bottom()+m.Pad)
			}
		}
	}
	if least > height {
		return nil
	}
	part := *r
	part.Rect.H = height
	part.Cells = make([]BoardCell, len(r.Cells))
	rest, taken := m.RowMin, false
	for i := range r.Cells {
		c := &r.Cells[i]
		mine := *c
		mine.Cards = nil
		var left []Card
		y, end := m.Pad, m.Pad
		for k := range c.Cards {
			card := c.Cards[k]
			if len(left) == 0 && y+card.Rect.H+m.Pad <= height {
				mine.Cards = append(mine.Cards, card.at(y))
				y += card.Rect.H + m.PadY
				continue
			}
			if len(left) == 0 {
				if head, tail, ok := card.cut(height-y-m.Pad, m); ok {
					mine.Cards = append(mine.Cards, head.at(y))
					card = tail
				}
			}
			left = append(left, card.at(end))
			end += card.Rect.H + m.PadY
		}
		taken = taken || len(mine.Cards) > 0
		if len(c.Cards) > 0 {
			// What is lacking stands below the last card.
			mine.Labels, mine.Lacks, mine.Mark = nil, nil, Badge{}
			for j := range c.Labels {
				down := end - m.PadY + m.Pad - c.Labels[j].Rect.Y
				c.Labels[j].Rect.Y += down
				c.Mark.Rect.Y += down
				end = c.Labels[j].Rect.Bottom()
			}
		} else {
			c.Labels, c.Lacks, c.Mark = nil, nil, Badge{}
		}
		part.Cells[i] = mine
		c.Cards = left
		rest = math.Max(rest, end+m.Pad)
	}
	if !taken {
		return nil
	}
	r.Labels, r.Fields = r.Labels[:1], nil
	r.Figures, r.FigureLabels = Rect{r.Figures.X, 0, r.Figures.W, 0}, nil
	r.Rect.H = rest
	return &part
}

func (k Card) at(y float64) Card {
	k.Rect.Y = y
	return k
}

// cut divides a card between its lines, so that the first part is no higher
// than most; false means that there is no such place.
func (k Card) cut(most float64, m BoardMetrics) (head, tail Card, ok bool) {
	head, tail = k, k
	head.Labels, tail.Labels, head.Tactics, head.Badges = nil, nil, nil, nil
	up := 0.0
	for i := range k.Labels {
		l := k.Labels[i]
		line := l.LineHeight()
		fit := int(math.Floor((most - m.PadY - l.Rect.Y + 1e-6) / line))
		fit = max(0, min(fit, len(l.Lines)))
		switch {
		case len(tail.Labels) > 0:
			fit = 0
		case i == len(k.Labels)-1 && fit == len(l.Lines):
			fit-- // the badges have no room: the last line goes with them
		}
		if fit > 0 {
			first := l
			first.Lines, first.Rect.H = l.Lines[:fit], float64(fit)*line
			head.Labels = append(head.Labels, first)
			head.Rect.H = first.Rect.Bottom() + m.PadY
		}
		if fit < len(l.Lines) {
			if len(tail.Labels) == 0 {
				up = l.Rect.Y + float64(fit)*line - m.PadY
			}
			last := l
			last.Lines, last.Rect.H = l.Lines[fit:], float64(len(l.Lines)-fit)*line
			last.Rect.Y += float64(fit)*line - up
			tail.Labels = append(tail.Labels, last)
		}
	}
	if len(head.Labels) == 0 || len(tail.Labels) == 0 {
		return k, k, false
	}
	tail.Rect.H -= up
	tail.Tactics = slices.Clone(k.Tactics)
	for i := range tail.Tactics {
		tail.Tactics[i].Rect.Y -= up
	}
	tail.Badges = make([]Badge, len(k.Badges))
	for i, b := range k.Badges {
		b.Rect.Y -= up
		tail.Badges[i] = b
	}
	return head, tail, true
}
