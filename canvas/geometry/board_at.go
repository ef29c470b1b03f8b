package geometry

import (
	"iter"
	"math"

	"ninefold/canvas"
)

// Cards yields all cards, row by row.
func (b *Board) Cards() iter.Seq[*Card] {
	return func(yield func(*Card) bool) {
		for i := range b.Rows {
			for j := range b.Rows[i].Cells {
				cards := b.Rows[i].Cells[j].Cards
				for k := range cards {
					if !yield(&cards[k]) {
						return
					}
				}
			}
		}
	}
}

// Cell returns a cell's place on the board, or nil.
func (b *Board) Cell(c canvas.Cell) *BoardCell {
	for i := range b.Rows {
		for j := range b.Rows[i].Cells {
			if at := &b.Rows[i].Cells[j]; at.Cell == c {
				return at
			}
		}
	}
	return nil
}

// Card returns a relationship's card in a cell, or nil.
func (b *Board) Card(id canvas.ID, c canvas.Cell) *Card {
	cell := b.Cell(c)
	if cell == nil {
		return nil
	}
	for k := range cell.Cards {
		if cell.Cards[k].Note.ID == id {
			return &cell.Cards[k]
		}
	}
	return nil
}

// RowAt returns the row whose visible part lies at a point, or nil.
func (b *Board) RowAt(p Point) *BoardRow {
	if !b.Body.Contains(p) {
		return nil
	}
	for i := range b.Rows {
		if b.Rows[i].Rect.Contains(p) {
			return &b.Rows[i]
		}
	}
	return nil
}

// CardAt returns the card at a point, or nil.
func (b *Board) CardAt(p Point) *Card {
	r := b.RowAt(p)
	if r == nil || !b.Table.Contains(p) {
		return nil
	}
	for j := range r.Cells {
		for k := range r.Cells[j].Cards {
			if c := &r.Cells[j].Cards[k]; c.Rect.Contains(p) {
				return c
			}
		}
	}
	return nil
}

// TokenAt returns the token at a point, or nil.
func (b *Board) TokenAt(p Point) *Token {
	for i := range b.Tokens {
		if t := &b.Tokens[i]; b.PaletteBody.Contains(p) && t.Rect.Contains(p) {
			return t
		}
	}
	return nil
}

// DropAt returns the cell that something let go at a point falls into, or nil.
// The gaps between cells belong to the cells beside them, half to each.
func (b *Board) DropAt(p Point) *BoardCell {
	if half := b.Metrics.Gap / 2; !b.Body.Contains(p) || p.X < b.Table.X-half {
		return nil
	}
	for i := range b.Rows {
		for j := range b.Rows[i].Cells {
			c := &b.Rows[i].Cells[j]
			if c.Rect.Inset(-b.Metrics.Gap / 2).Contains(p) {
				return c
			}
		}
	}
	return nil
}

// AddAt is where the button that adds a relationship to a cell stands: beneath
// what lies in it. It is empty where there is no room, as in a folded row.
func (b *Board) AddAt(c *BoardCell) Rect {
	y := c.Rect.Y + b.Metrics.Pad
	if n := len(c.Cards); n > 0 {
		y = c.Cards[n-1].Rect.Bottom() + b.Metrics.PadY
	}
	if n := len(c.Labels); n > 0 {
		y = max(y, c.Rect.Y+c.Labels[n-1].Rect.Bottom()+b.Metrics.Pad)
	}
	at := b.Add.Rect.Moved(Point{c.Rect.X + b.Metrics.Pad, y})
	if at.Bottom() > c.Rect.Bottom()-b.Metrics.PadY {
		return Rect{}
	}
	return at
}

// PlaceAt is the place among a cell's cards that something let go at a height
// comes to: the number of the card that it comes before.
func (c *BoardCell) PlaceAt(y float64) int {
	at := 0
	for at < len(c.Cards) && c.Cards[at].Rect.Center().Y < y {
		at++
	}
	return at
}

// Gap is the line between a cell's cards at which something would come to
// stand at a place; it is empty while there are none.
func (c *BoardCell) Gap(at int, m BoardMetrics) Rect {
	if len(c.Cards) == 0 {
		return Rect{}
	}
	y := c.Cards[0].Rect.Y - m.PadY/2
	if at > 0 {
		y = c.Cards[at-1].Rect.Bottom() + m.PadY/2
	}
	return Rect{c.Rect.X + m.Pad, math.Round(y) - 1.5, c.Rect.W - 2*m.Pad, 3}
}
