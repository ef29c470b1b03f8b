package board

import (
	"slices"

	"ninefold/canvas/geometry"
)

// A spot is a place in the table of rows and columns. Column -1 is the row's
// head, the last one has the figures. Stop is the number of the thing there;
// -1 is a cell itself although it has cards.
type spot struct{ row, column, stop int }

// stops are what the keyboard comes to in a column of a row, from top to
// bottom. With cells, the cells that hold cards are among them.
func (r *Relationships) stops(row, column int, cells bool) []Key {
	if row == len(r.layout.Rows) && column == -1 {
		return []Key{NewSegmentKey}
	}
	if row < 0 || row >= len(r.layout.Rows) {
		return nil
	}
	at := &r.layout.Rows[row]
	var keys []Key
	if column >= 0 && column < len(at.Cells) {
		cell := &at.Cells[column]
		for i := range cell.Cards {
			keys = append(keys, r.cardKey(cell.Cards[i].Note.ID, cell.Cell.Segment))
		}
		if cells || len(keys) == 0 {
			keys = append(keys, cellKey(cell.Cell))
		}
		return keys
	}
	if column == -1 && at.Segment != nil {
		keys = append(keys, headKey(at.Segment.ID))
	}
	for _, p := range partsOf(at) {
		if p.column(at) == column && p.kind != partFold {
			keys = append(keys, p.key)
		}
	}
	return keys
}

// spotOf returns where a thing in the table is.
func (r *Relationships) spotOf(key Key, cells bool) (spot, bool) {
	for i := range r.layout.Rows {
		for j := -1; j <= len(r.layout.Rows[i].Cells); j++ {
			if k := slices.Index(r.stops(i, j, cells), key); k >= 0 {
				return spot{i, j, k}, true
			}
			if t := r.things[key]; t.cell != nil && j >= 0 && j < len(r.layout.Rows[i].Cells) && t.cell == &r.layout.Rows[i].Cells[j] {
				return spot{i, j, -1}, true
			}
		}
	}
	return spot{len(r.layout.Rows), -1, 0}, key == NewSegmentKey
}

// end is a place after all others.
const end = 1 << 30

// key names what is at a spot, or the last thing where there are not so many;
// beyond the table it is empty.
func (r *Relationships) key(s spot, cells bool) Key {
	stops := r.stops(s.row, s.column, cells)
	if len(stops) == 0 {
		return ""
	}
	return stops[min(max(s.stop, 0), len(stops)-1)]
}

// rowStart is a row's head, or its first cell where it has no head.
func (r *Relationships) rowStart(row int) Key {
	if key := r.key(spot{row, -1, 0}, false); key != "" {
		return key
	}
	return r.key(spot{row, 0, 0}, false)
}

// Step goes from card to card, through empty cells, to the heads and on to the
// palette at their left. Tab goes from row to row.
func (r *Relationships) Step(from Key, dir Direction) Key {
	if slices.Contains(r.palette(), from) {
		return r.stepToken(from, dir)
	}
	at, ok := r.spotOf(from, false)
	if !ok {
		if key := r.key(spot{0, 0, 0}, false); key != "" {
			return key
		}
		return NewSegmentKey
	}
	switch dir {
	case Left:
		if key := r.key(spot{at.row, at.column - 1, at.stop}, false); key != "" {
			return key
		}
		return r.nearestToken(r.things[from].rect)
	case Right:
		return r.key(spot{at.row, at.column + 1, at.stop}, false)
	case Up, Down:
		return r.upDown(at, dir, false)
	case First:
		return r.rowStart(at.row)
	case Last:
		if at.row == len(r.layout.Rows) {
			return ""
		}
		return r.key(spot{at.row, len(r.layout.Rows[at.row].Cells) - 1, 0}, false)
	case Next:
		return r.rowStart(at.row + 1)
	case Previous:
		if key := r.rowStart(at.row - 1); key != "" {
			return key
		}
		return r.tokenAt(1)
	}
	return ""
}

// upDown goes through a column.
func (r *Relationships) upDown(at spot, dir Direction, cells bool) Key {
	stops := r.stops(at.row, at.column, cells)
	switch {
	case dir == Up && at.stop > 0:
		return stops[at.stop-1]
	case dir == Up && at.stop < 0 && len(stops) > 0 && stops[len(stops)-1] != cellKey(r.layout.Rows[at.row].Cells[at.column].Cell):
		return stops[len(stops)-1]
	case dir == Up:
		return r.key(spot{at.row - 1, at.column, end}, cells)
	case at.stop >= 0 && at.stop+1 < len(stops):
		return stops[at.stop+1]
	}
	return r.key(spot{at.row + 1, at.column, 0}, cells)
}

// palette are the keys of the search and the tokens, from top to bottom.
func (r *Relationships) palette() []Key {
	keys := []Key{searchKey}
	for i := range r.layout.Tokens {
		keys = append(keys, tokenKey(&r.layout.Tokens[i]))
	}
	return keys
}

// stepToken goes through the palette, and to the right out of it.
func (r *Relationships) stepToken(from Key, dir Direction) Key {
	i := slices.Index(r.palette(), from)
	switch dir {
	case Up:
		return r.tokenAt(i - 1)
	case Down:
		return r.tokenAt(i + 1)
	case First:
		return r.tokenAt(0)
	case Last:
		return r.tokenAt(len(r.layout.Tokens))
	case Next:
		return r.rowStart(0)
	case Right:
		y := r.things[from].rect.Center().Y
		beside := slices.IndexFunc(r.layout.Rows, func(row geometry.BoardRow) bool { return row.Rect.Bottom() > y })
		if beside < 0 {
			beside = len(r.layout.Rows)
		}
		return r.rowStart(beside)
	}
	return ""
}

// tokenAt names a part of the palette by its place, the search first; beyond
// the palette, none.
func (r *Relationships) tokenAt(i int) Key {
	keys := r.palette()
	if i < 0 || i >= len(keys) {
		return ""
	}
	return keys[i]
}

// nearestToken is the last token in sight that begins above the middle of a
// place.
func (r *Relationships) nearestToken(at geometry.Rect) Key {
	nearest := searchKey
	for i := range r.layout.Tokens {
		t := &r.layout.Tokens[i]
		if t.Rect.Overlaps(r.layout.PaletteBody) && (t.Rect.Y <= at.Center().Y || nearest == searchKey) {
			nearest = tokenKey(t)
		}
	}
	return nearest
}

// Place goes with a type from cell to cell, and with a tactic also from card to
// card; it begins where the user works.
func (r *Relationships) Place(item, from Key, dir Direction) Key {
	t := r.things[item].token
	if t == nil || t.Kind == geometry.TokenNew {
		return ""
	}
	tactic := t.Kind == geometry.TokenTactic
	at, ok := r.spotOf(from, true)
	if !ok {
		if here := r.Here(); here != "" {
			return here
		}
		return r.cellAt(0, 0)
	}
	last := len(r.layout.Rows[at.row].Cells) - 1
	switch dir {
	case Up, Down:
		if tactic {
			return r.upDown(at, dir, true)
		}
		if dir == Up {
			return r.cellAt(at.row-1, at.column)
		}
		return r.cellAt(at.row+1, at.column)
	case Left:
		at.column--
	case Right:
		at.column++
	case First:
		at.column = 0
	case Last:
		at.column = last
	case Next:
		if at.column++; at.column > last {
			at.row, at.column = at.row+1, 0
		}
	case Previous:
		if at.column--; at.column < 0 {
			at.row, at.column = at.row-1, last
		}
	}
	return r.cellAt(at.row, at.column)
}

// cellAt names a cell by its place; beyond the table, none.
func (r *Relationships) cellAt(row, column int) Key {
	if row < 0 || row >= len(r.layout.Rows) || column < 0 || column >= len(r.layout.Rows[row].Cells) {
		return ""
	}
	return cellKey(r.layout.Rows[row].Cells[column].Cell)
}
