package board

import (
	"slices"

	"ninefold/canvas"
	"ninefold/canvas/geometry"
)

// A spot is a place in the table of rows and columns. Column -1 is the row's
// head; card -1 is a cell itself rather than a card in it.
type spot struct{ row, column, card int }

// spotOf returns where a head, cell or card is.
func (r *Relationships) spotOf(key Key) (spot, bool) {
	t := r.things[key]
	for i := range r.layout.Rows {
		row := &r.layout.Rows[i]
		if t.head == row {
			return spot{i, -1, -1}, true
		}
		for j := range row.Cells {
			cell := &row.Cells[j]
			if t.cell == cell {
				return spot{i, j, -1}, true
			}
			if k := slices.IndexFunc(cell.Cards, func(c geometry.Card) bool { return t.card != nil && c.Note == t.card.Note }); k >= 0 && cell.Cell == t.card.Cell {
				return spot{i, j, k}, true
			}
		}
	}
	return spot{}, false
}

// key names what is at a spot: the card, or the last one where there are not
// so many; the cell where there is none. Beyond the table it is empty.
func (r *Relationships) key(s spot) Key {
	if s.row < 0 || s.row >= len(r.layout.Rows) {
		return ""
	}
	row := &r.layout.Rows[s.row]
	switch {
	case s.column < -1 || s.column >= len(row.Cells):
		return ""
	case s.column == -1 && row.Segment == nil:
		return ""
	case s.column == -1:
		return headKey(row.Segment.ID)
	}
	cell := &row.Cells[s.column]
	if s.card < 0 || len(cell.Cards) == 0 {
		return cellKey(cell.Cell)
	}
	card := cell.Cards[min(s.card, len(cell.Cards)-1)]
	return r.cardKey(card.Note.ID, cell.Cell.Segment)
}

// rowStart is a row's head, or its first cell where it has no head.
func (r *Relationships) rowStart(row int) Key {
	if key := r.key(spot{row, -1, -1}); key != "" {
		return key
	}
	return r.key(spot{row, 0, 0})
}

// Step goes from card to card, through empty cells, to the heads and on to the
// palette at their left. Tab goes from row to row.
func (r *Relationships) Step(from Key, dir Direction) Key {
	if t := r.things[from].token; t != nil {
		return r.stepToken(t, dir)
	}
	at, ok := r.spotOf(from)
	if !ok {
		if key := r.key(spot{0, 0, 0}); key != "" {
			return key
		}
		return r.tokenAt(0)
	}
	cards := 0
	if at.column >= 0 {
		cards = len(r.layout.Rows[at.row].Cells[at.column].Cards)
	}
	const end = 1 << 30
	switch dir {
	case Left:
		if key := r.key(spot{at.row, at.column - 1, max(at.card, 0)}); key != "" {
			return key
		}
		return r.nearestToken(r.things[from].rect())
	case Right:
		return r.key(spot{at.row, at.column + 1, max(at.card, 0)})
	case Up:
		switch {
		case at.card > 0:
			return r.key(spot{at.row, at.column, at.card - 1})
		case at.card < 0 && cards > 0:
			return r.key(spot{at.row, at.column, end})
		}
		return r.key(spot{at.row - 1, at.column, end})
	case Down:
		if at.card >= 0 && at.card+1 < cards {
			return r.key(spot{at.row, at.column, at.card + 1})
		}
		return r.key(spot{at.row + 1, at.column, 0})
	case First:
		return r.rowStart(at.row)
	case Last:
		return r.key(spot{at.row, len(r.layout.Rows[at.row].Cells) - 1, 0})
	case Next:
		return r.rowStart(at.row + 1)
	case Previous:
		if key := r.rowStart(at.row - 1); key != "" {
			return key
		}
		return r.tokenAt(0)
	}
	return ""
}

// stepToken goes through the palette, and to the right out of it.
func (r *Relationships) stepToken(t *geometry.Token, dir Direction) Key {
	tokens := r.layout.Tokens
	i := slices.IndexFunc(tokens, func(o geometry.Token) bool { return o.Type == t.Type })
	switch dir {
	case Up:
		return r.tokenAt(i - 1)
	case Down:
		return r.tokenAt(i + 1)
	case First:
		return r.tokenAt(0)
	case Last:
		return r.tokenAt(len(tokens) - 1)
	case Next:
		return r.rowStart(0)
	case Right:
		y := t.Rect.Center().Y
		beside := slices.IndexFunc(r.layout.Rows, func(row geometry.BoardRow) bool { return row.Rect.Bottom() > y })
		if beside < 0 {
			beside = len(r.layout.Rows) - 1
		}
		return r.rowStart(beside)
	}
	return ""
}

// tokenAt names a token by its place in the palette; beyond it, none.
func (r *Relationships) tokenAt(i int) Key {
	if i < 0 || i >= len(r.layout.Tokens) {
		return ""
	}
	return tokenKey(r.layout.Tokens[i].Type)
}

// nearestToken is the last token that begins above the middle of a place.
func (r *Relationships) nearestToken(at geometry.Rect) Key {
	nearest := 0
	for i, t := range r.layout.Tokens {
		if t.Rect.Y <= at.Center().Y {
			nearest = i
		}
	}
	return r.tokenAt(nearest)
}

// Place goes from cell to cell with a token; it begins where the user works.
func (r *Relationships) Place(item, from Key, dir Direction) Key {
	if r.things[item].token == nil {
		return ""
	}
	at, ok := r.spotOf(from)
	if !ok {
		if here := r.Here(); here != "" {
			return here
		}
		return r.key(spot{0, 0, -1})
	}
	to := cellBeside(at, dir)
	last := len(r.layout.Rows[at.row].Cells) - 1
	switch dir {
	case First:
		to.column = 0
	case Last:
		to.column = last
	case Next:
		if to.column++; to.column > last {
			to = spot{at.row + 1, 0, -1}
		}
	case Previous:
		if to.column--; to.column < 0 {
			to = spot{at.row - 1, last, -1}
		}
	}
	if to.column < 0 {
		return ""
	}
	return r.key(to)
}

// cellBeside is the cell beside another one.
func cellBeside(at spot, dir Direction) spot {
	at.card = -1
	switch dir {
	case Left:
		at.column--
	case Right:
		at.column++
	case Up:
		at.row--
	case Down:
		at.row++
	}
	return at
}

// Nudge moves cards into the cells beside theirs.
func (r *Relationships) Nudge(keys []Key, dir Direction) (bool, error) {
	var moves []placement
	for _, key := range keys {
		at, ok := r.spotOf(key)
		card := r.things[key].card
		if !ok || card == nil {
			continue
		}
		if to := r.things[r.key(cellBeside(at, dir))].cell; to != nil {
			moves = append(moves, placement{card.Note.ID, card.Cell, to.Cell})
		}
	}
	if len(moves) == 0 {
		return false, nil
	}
	return true, r.doc.Do("edit.place", func(p *canvas.Project) (*canvas.Project, error) { return moved(p, moves) })
}
