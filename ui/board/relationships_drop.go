package board

import (
	"slices"

	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/export/scene"
)

// A landing is where on the board something comes to stand: before the card
// that is at a place of a cell now.
type landing struct {
	cell canvas.Cell
	at   int
}

// DropAt puts a token out of the palette onto a cell, a tactic also onto a
// card, or takes cards to a cell, and a segment's head to another row. To copy a
// card makes its relationship serve one more segment; back on the palette cards
// are taken off the board.
func (r *Relationships) DropAt(keys []Key, at geometry.Point, copied bool) (Drop, bool) {
	switch {
	case len(keys) == 0:
		return Drop{}, false
	case r.things[keys[0]].head != nil:
		return r.dropRows(keys, at)
	case r.things[keys[0]].card != nil && r.layout.Palette.Contains(at):
		return r.dropOff(keys)
	}
	cell := r.layout.DropAt(at)
	if cell == nil {
		return Drop{}, false
	}
	to := landing{cell.Cell, cell.PlaceAt(at.Y)}
	if t := r.things[keys[0]].token; t != nil {
		if card := r.layout.CardAt(at); card != nil && t.Kind == geometry.TokenTactic {
			return r.dropOnCard(t.ID, card)
		}
		return r.dropToken(t, to), true
	}
	return r.dropCards(keys, to, copied)
}

// DropOn is [Relationships.DropAt] for a token and a cell or card.
func (r *Relationships) DropOn(item, target Key) (Drop, bool) {
	t, on := r.things[item].token, r.things[target]
	switch {
	case t == nil:
		return Drop{}, false
	case on.card != nil && t.Kind == geometry.TokenTactic:
		return r.dropOnCard(t.ID, on.card)
	case on.cell != nil:
		return r.dropToken(t, landing{on.cell.Cell, len(on.cell.Cards)}), true
	}
	return Drop{}, false
}

// marked is a drop that is marked in a cell.
func (r *Relationships) marked(to landing) Drop {
	cell := r.layout.Cell(to.cell)
	return Drop{
		Says: r.named(to.cell), Marker: cell.Rect.Intersect(r.layout.Table), Style: DropArea,
		Line: cell.Gap(min(to.at, len(cell.Cards)), r.layout.Metrics).Intersect(r.layout.Table),
	}
}

// named is a cell in words.
func (r *Relationships) named(c canvas.Cell) string {
	segment := r.words.T("relationships.no_segment")
	if n := r.note(c.Segment); n.IsSegment() {
		segment = n.SegmentName()
	}
	stage, _ := r.text.Stage(c.Stage)
	return canvas.Excerpt(segment, 24) + " · " + stage
}

// dropToken makes a relationship of a type. Of what type one is that a tactic
// begins is asked first.
func (r *Relationships) dropToken(t *geometry.Token, to landing) Drop {
	drop := r.marked(to)
	id := t.ID
	if t.Kind == geometry.TokenType {
		drop.Do = func() ([]Key, error) { return r.add(to, id, "") }
		return drop
	}
	types := r.types()
	drop.Ask = &Choice{
		Hint: r.words.T("palette.choose_type"), Options: r.typeOptions(types, nil),
		Pick: func(i int) ([]Key, error) { return r.add(to, types[i], "", id) },
	}
	return drop
}

// dropOnCard makes a tactic join a relationship.
func (r *Relationships) dropOnCard(tactic string, card *geometry.Card) (Drop, bool) {
	note, segment := card.Note, card.Cell.Segment
	return Drop{
		Says: r.text.Type(note.Relationship.Type), Marker: card.Rect.Inset(-2).Intersect(r.layout.Table), Style: DropArea,
		Do: func() ([]Key, error) {
			err := r.doc.Do("edit.add_tactic", func(p *canvas.Project) (*canvas.Project, error) {
				return canvas.AddTactic(p, note.ID, tactic)
			})
			return []Key{r.cardKey(note.ID, segment)}, err
		},
	}, !slices.Contains(note.Relationship.Tactics, tactic)
}

// fill offers the types for a new relationship in a cell, those first that its
// segment expects and does not get.
func (r *Relationships) fill(c *geometry.BoardCell) *Choice {
	lacks := r.lacks(c.Cell.Segment)
	types := slices.Concat(lacks, slices.DeleteFunc(r.types(), func(t string) bool { return slices.Contains(lacks, t) }))
	options := r.typeOptions(types, nil)
	for i := range options {
		switch {
		case i < len(lacks):
			options[i].Group = r.words.T("palette.expected")
		case len(lacks) > 0:
			options[i].Group = r.words.T("palette.others")
		}
	}
	to := landing{c.Cell, len(c.Cards)}
	return &Choice{
		Hint: r.words.T("palette.choose_for", "Cell", r.named(c.Cell)), Options: options, Write: true,
		Pick: func(i int) ([]Key, error) { return r.add(to, types[i], "") },
	}
}

// lacks are the types that a segment expects and that its row says it does not
// get.
func (r *Relationships) lacks(segment canvas.ID) []string {
	for i := range r.layout.Rows {
		for _, c := range r.layout.Rows[i].Cells {
			if c.Cell.Segment == segment && len(c.Lacks) > 0 {
				return c.Lacks
			}
		}
	}
	return nil
}

// types are the ids of all types that the palette would offer.
func (r *Relationships) types() []string {
	var ids []string
	for _, g := range r.groups {
		for _, t := range g.Tokens {
			if t.Kind == geometry.TokenType {
				ids = append(ids, t.ID)
			}
		}
	}
	return ids
}

// typeOptions offers types, with those that are chosen already.
func (r *Relationships) typeOptions(ids, chosen []string) []Option {
	options := make([]Option, len(ids))
	for i, id := range ids {
		tip := scene.TypeTip(r.doc.Project(), r.words, id)
		options[i] = Option{Text: tip.Title, Detail: tip.Text, Also: scene.TypeWords(r.words, id), Chosen: slices.Contains(chosen, id)}
	}
	return options
}

// add makes a relationship, carried out by tactics.
func (r *Relationships) add(to landing, typ, text string, tactics ...string) ([]Key, error) {
	var id canvas.ID
	err := r.doc.Do("edit.add_relationship", func(p *canvas.Project) (*canvas.Project, error) {
		p, n, err := canvas.AddRelationship(p, typ, text, to.cell)
		if err != nil {
			return nil, err
		}
		id = n.ID
		for _, t := range tactics {
			if p, err = canvas.AddTactic(p, id, t); err != nil {
				return nil, err
			}
		}
		return lined(p, []canvas.ID{id}, r.cards(to.cell), to.at)
	})
	if err != nil {
		return nil, err
	}
	return []Key{r.cardKey(id, to.cell.Segment)}, nil
}

// cards are the notes that stand in a cell now.
func (r *Relationships) cards(c canvas.Cell) []canvas.ID {
	var ids []canvas.ID
	for _, n := range r.doc.Project().Block(canvas.CustomerRelationships) {
		if n.IsRelationship() && slices.Contains(canvas.CellsOf(n), c) {
			ids = append(ids, n.ID)
		}
	}
	return ids
}

// lined is the project in which notes stand in their block before the one that
// is at a place of a list, or after the last of it.
func lined(p *canvas.Project, ids, list []canvas.ID, at int) (*canvas.Project, error) {
	at = min(at, len(list))
	stays := func(id canvas.ID) bool { return !slices.Contains(ids, id) }
	block := p.Block(canvas.CustomerRelationships)
	if next := slices.IndexFunc(list[at:], stays); next >= 0 {
		return canvas.MoveNotes(p, ids, canvas.CustomerRelationships, placeIn(block, list[at+next]))
	}
	for i := at - 1; i >= 0; i-- {
		if stays(list[i]) {
			return canvas.MoveNotes(p, ids, canvas.CustomerRelationships, placeIn(block, list[i])+1)
		}
	}
	return p, nil
}

// placeIn is a note's place in a block.
func placeIn(block []*canvas.Note, id canvas.ID) int {
	return slices.IndexFunc(block, func(n *canvas.Note) bool { return n.ID == id })
}
