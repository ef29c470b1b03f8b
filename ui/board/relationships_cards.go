package board

import (
	"slices"

	"ninefold/canvas"
	"ninefold/canvas/geometry"
)

// A placement takes a relationship's card from one cell to another.
type placement struct {
	note     canvas.ID
	from, to canvas.Cell
}

// moved is the project with cards elsewhere.
func moved(p *canvas.Project, moves []placement) (_ *canvas.Project, _ []canvas.ID, err error) {
	var ids []canvas.ID
	for _, m := range moves {
		if p, err = canvas.MoveRelationship(p, m.note, m.from, m.to); err != nil {
			return nil, nil, err
		}
		ids = append(ids, m.note)
	}
	return p, ids, nil
}

// shared is the project in which relationships stand on further cells. Where
// only the segment is another one, the relationship serves that one, too;
// otherwise a copy of it stands there, so that nothing changes where it stood.
func shared(p *canvas.Project, moves []placement) (_ *canvas.Project, _ []canvas.ID, err error) {
	var ids []canvas.ID
	for _, m := range moves {
		if m.from.Segment != m.to.Segment && m.from.Stage == m.to.Stage && m.to.Segment != "" {
			if p, err = canvas.ExtendRelationship(p, m.note, m.to); err != nil {
				return nil, nil, err
			}
			ids = append(ids, m.note)
			continue
		}
		next, n, err := canvas.CopyRelationship(p, m.note, m.to)
		if err != nil {
			return nil, nil, err
		}
		p, ids = next, append(ids, n.ID)
	}
	return p, ids, nil
}

// dropCards takes cards to a cell, or has their relationships stand there, too.
func (r *Relationships) dropCards(keys []Key, to landing, copied bool) (Drop, bool) {
	var moves []placement
	within := true // nothing comes from another cell
	for _, key := range keys {
		card := r.things[key].card
		if card == nil || slices.ContainsFunc(moves, func(m placement) bool { return m.note == card.Note.ID }) {
			continue
		}
		served := card.Cell != to.cell && card.Note.Serves(to.cell.Segment) && card.Note.Relationship.Stage == to.cell.Stage
		if copied && served {
			continue // it stands there already
		}
		within = within && card.Cell == to.cell
		moves = append(moves, placement{card.Note.ID, card.Cell, to.cell})
	}
	drop := r.marked(to)
	drop.Do = func() ([]Key, error) { return r.place(moves, to.at, copied, within) }
	if within && !copied && r.stays(moves, to) {
		return Drop{}, false
	}
	return drop, len(moves) > 0
}

// stays reports whether cards of a cell would come to stand where they are.
func (r *Relationships) stays(moves []placement, to landing) bool {
	var ids []canvas.ID
	for _, m := range moves {
		ids = append(ids, m.note)
	}
	p := r.doc.Project()
	next, err := lined(p, ids, r.cards(to.cell), to.at)
	return err == nil && next == p
}

// place carries placements into one cell out and lines the cards up there.
func (r *Relationships) place(moves []placement, at int, copied, within bool) ([]Key, error) {
	if len(moves) == 0 {
		return nil, nil
	}
	to := moves[0].to
	block := r.doc.Project().Block(canvas.CustomerRelationships)
	slices.SortFunc(moves, func(a, b placement) int { // as they lie now, whichever was pressed
		return placeIn(block, a.note) - placeIn(block, b.note)
	})
	carry, name := moved, "edit.place"
	switch {
	case copied && slices.ContainsFunc(moves, func(m placement) bool { return m.from.Stage != to.Stage || m.from.Segment == to.Segment }):
		carry, name = shared, "edit.copy_relationship"
	case copied:
		carry, name = shared, "edit.extend"
	case within:
		name = "edit.reorder"
	}
	var ids []canvas.ID
	err := r.doc.Do(name, func(p *canvas.Project) (next *canvas.Project, err error) {
		list := r.cards(to)
		if next, ids, err = carry(p, moves); err != nil {
			return nil, err
		}
		return lined(next, ids, list, at)
	})
	if err != nil {
		return nil, err
	}
	keys := make([]Key, len(ids))
	for i, id := range ids {
		keys[i] = r.cardKey(id, to.Segment)
	}
	return keys, nil
}

// Nudge moves rows, or cards by one place within their cell, and from its ends into the
// cells beside it. With copy the relationships stand in the next cell, too.
func (r *Relationships) Nudge(keys []Key, dir Direction, copied bool) (bool, error) {
	if r.things[keys[0]].head != nil {
		return r.nudgeRows(keys, dir)
	}
	var cards []*geometry.Card
	apart := false
	for _, key := range keys {
		if c := r.things[key].card; c != nil {
			cards = append(cards, c)
			apart = apart || c.Cell != cards[0].Cell
		}
	}
	if len(cards) == 0 {
		return false, nil
	}
	if apart {
		return r.nudgeEach(cards, dir)
	}
	if to, ok := r.within(cards, dir); ok && !copied {
		_, err := r.place(placements(cards, cards[0].Cell), to, false, true)
		return true, err
	}
	cell := r.beside(cards[0], dir)
	for copied && cell != nil && cell.Cell.Stage == cards[0].Cell.Stage && (cell.Cell.Segment == "" || cards[0].Note.Serves(cell.Cell.Segment)) {
		// on to the next segment that is not served yet
		if cell = r.besideCell(cell, dir); cell == nil {
			return false, nil
		}
	}
	if cell == nil {
		return false, nil
	}
	place := len(cell.Cards)
	if dir == Down {
		place = 0
	}
	_, err := r.place(placements(cards, cell.Cell), place, copied, false)
	return true, err
}

// nudgeEach moves cards of several cells, each into the cell beside its own.
func (r *Relationships) nudgeEach(cards []*geometry.Card, dir Direction) (bool, error) {
	var moves []placement
	for _, c := range cards {
		if to := r.beside(c, dir); to != nil {
			moves = append(moves, placement{c.Note.ID, c.Cell, to.Cell})
		}
	}
	if len(moves) == 0 {
		return false, nil
	}
	return true, r.doc.Do("edit.place", func(p *canvas.Project) (*canvas.Project, error) {
		p, _, err := moved(p, moves)
		return p, err
	})
}

// beside is the cell beside a card's; nil beyond the table.
func (r *Relationships) beside(c *geometry.Card, dir Direction) *geometry.BoardCell {
	return r.besideCell(r.layout.Cell(c.Cell), dir)
}

func (r *Relationships) besideCell(c *geometry.BoardCell, dir Direction) *geometry.BoardCell {
	for i := range r.layout.Rows {
		for j := range r.layout.Rows[i].Cells {
			if c != &r.layout.Rows[i].Cells[j] {
				continue
			}
			switch dir {
			case Left:
				j--
			case Right:
				j++
			case Up:
				i--
			case Down:
				i++
			}
			return r.things[r.cellAt(i, j)].cell
		}
	}
	return nil
}

// within is the place in their cell that cards come to when they go up or down
// by one; false at its ends.
func (r *Relationships) within(cards []*geometry.Card, dir Direction) (int, bool) {
	cell := r.layout.Cell(cards[0].Cell)
	at := func(c *geometry.Card) int {
		return slices.IndexFunc(cell.Cards, func(o geometry.Card) bool { return o.Note == c.Note })
	}
	first, last := len(cell.Cards), -1
	for _, c := range cards {
		first, last = min(first, at(c)), max(last, at(c))
	}
	switch dir {
	case Up:
		return first - 1, first > 0
	case Down:
		return last + 2, last+1 < len(cell.Cards)
	}
	return 0, false
}

func placements(cards []*geometry.Card, to canvas.Cell) []placement {
	out := make([]placement, len(cards))
	for i, c := range cards {
		out[i] = placement{c.Note.ID, c.Cell, to}
	}
	return out
}
