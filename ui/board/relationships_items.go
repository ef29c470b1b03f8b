package board

import (
	"fmt"

	"ninefold/canvas"
	"ninefold/canvas/catalog"
	"ninefold/canvas/geometry"
	"ninefold/export/scene"
)

// Ground is the palette's panel and the heads of the columns.
func (r *Relationships) Ground() Picture {
	b := r.layout
	return Picture{
		Stamp: stampOf(b.Area, b.Table, b.Search, b.Scroll.Palette > 0, b.PaletteLabels, b.Heads, b.Hint),
		Page:  func() *scene.Page { return scene.BoardGround(b, r.look) },
	}
}

// stampOf says what a picture shows, in so many words.
func stampOf(of ...any) string { return fmt.Sprint(of...) }

// Items lists tokens, rows, their heads and cards.
func (r *Relationships) Items() []Item {
	b := r.layout
	var items []Item
	for i := range b.Tokens {
		items = append(items, r.tokenItem(&b.Tokens[i]))
	}
	items = append(items, Item{Key: searchKey, Rect: b.Search.Rect, Clip: b.Palette, Button: true, Label: r.text.Search})
	if !b.Search.Clear.Empty() {
		items = append(items, Item{Key: clearKey, Rect: b.Search.Clear, Clip: b.Palette, Button: true, Label: r.words.T("palette.clear")})
	}
	for i := range b.Rows {
		items = append(items, r.rowItems(&b.Rows[i])...)
	}
	items = append(items, r.thumbs()...)
	add := &b.NewSegment
	return append(items, Item{
		Key: NewSegmentKey, Rect: add.Rect, Clip: b.Body, Button: true, Label: add.Name,
		Picture: seen(add.Rect, b.Body, func() (any, func() *scene.Page) {
			return stampOf(add.MarkRect, add.Label), func() *scene.Page { return scene.BoardToken(add, b.Metrics, r.look) }
		}),
	})
}

// The bars that show how far palette, rows and columns are scrolled.
const (
	paletteBar = Key("thumb:palette")
	rowsBar    = Key("thumb:rows")
	columnsBar = Key("thumb:columns")
)

// thumbs show how far palette, rows and columns are scrolled.
func (r *Relationships) thumbs() []Item {
	bars := r.layout.Bars()
	var items []Item
	thumb := func(key Key, at geometry.Rect) {
		if size := (geometry.Size{W: at.W, H: at.H}); !at.Empty() {
			picture := Picture{Stamp: size, Page: func() *scene.Page { return scene.BoardThumb(size, r.look) }}
			items = append(items, Item{Key: key, Rect: at, Bar: true, Picture: picture})
		}
	}
	thumb(paletteBar, bars.Palette.Thumb)
	thumb(rowsBar, bars.Rows.Thumb)
	thumb(columnsBar, bars.Columns.Thumb)
	return items
}

func (r *Relationships) tokenItem(t *geometry.Token) Item {
	b := r.layout
	item := Item{
		Key: tokenKey(t), Rect: t.Rect, Clip: b.PaletteBody, Movable: t.Kind != geometry.TokenNew, Button: t.Kind == geometry.TokenNew,
		Picture: seen(t.Rect, b.PaletteBody, func() (any, func() *scene.Page) {
			return stampOf(t.Icon, t.Mark, t.MarkRect, t.Label), func() *scene.Page { return scene.BoardToken(t, b.Metrics, r.look) }
		}),
	}
	switch t.Kind {
	case geometry.TokenType:
		item.Label = r.words.T("relationships.label.token", "Type", t.Name)
	case geometry.TokenTactic:
		tactic, _ := catalog.TacticByID(t.ID)
		stage, _ := r.text.Stage(tactic.Stage)
		item.Label = r.words.T("palette.label.tactic", "Stage", stage, "Name", t.Name)
	default:
		item.Label = t.Name
	}
	return item
}

// seen is the picture of something that lies in a window. Out of it, there is
// none: stamps of a long board's many cards would be made for nothing.
func seen(at, window geometry.Rect, of func() (stamp any, page func() *scene.Page)) Picture {
	if !at.Overlaps(window) {
		return Picture{}
	}
	stamp, page := of()
	return Picture{Stamp: stamp, Page: page}
}

// rowItems lists a row's cells, as one picture, its head and its cards.
func (r *Relationships) rowItems(row *geometry.BoardRow) []Item {
	b := r.layout
	id, name := canvas.ID(""), r.words.T("relationships.no_segment")
	label, headAs := name, Key("head:")
	if row.Segment != nil {
		id, name = row.Segment.ID, row.Segment.SegmentName()
		label = r.words.T("relationships.label.segment", "Letter", row.Segment.Segment.Letter, "Name", name)
		headAs = headKey(id)
	}
	items := []Item{
		{
			Key: Key("row:" + id), Rect: row.Rect, Clip: b.Table, Label: label,
			Picture: seen(row.Rect, b.Table, func() (any, func() *scene.Page) {
				var cells []any
				for _, c := range row.Cells {
					cells = append(cells, c.Rect.X-row.Rect.X, c.Rect.W, c.Mark.Rect, c.Labels)
				}
				return stampOf(cells, row.Figures.X-row.Rect.X, row.FigureLabels), func() *scene.Page { return scene.BoardRow(row, b.Metrics, r.look) }
			}),
		},
		{
			Key: headAs, Rect: row.Head, Clip: b.Body, Note: id, Movable: id != "", Label: label,
			Picture: seen(row.Head, b.Body, func() (any, func() *scene.Page) {
				return stampOf(row.Badge, row.Mark, row.Folded, row.Labels, row.Fields, row.Figures.W > 0, row.FigureLabels), func() *scene.Page { return scene.BoardRowHead(row, b.Metrics, r.look) }
			}),
		},
	}
	for _, p := range partsOf(row) {
		items = append(items, Item{Key: p.key, Rect: p.rect, Clip: r.windowOf(&p, row), Button: true, Label: r.partLabel(&p, name)})
	}
	for j := range row.Cells {
		cell := &row.Cells[j]
		if at := b.AddAt(cell); !at.Empty() {
			items = append(items, Item{
				Key: addKey(cell.Cell), Rect: at, Clip: b.Table, Offer: cellKey(cell.Cell), Button: true, Label: b.Add.Name,
				Picture: Picture{Stamp: stampOf(b.Add), Page: func() *scene.Page { return scene.BoardToken(&b.Add, b.Metrics, r.look) }},
			})
		}
		stage, _ := r.text.Stage(cell.Cell.Stage)
		for k := range cell.Cards {
			card := &cell.Cards[k]
			items = append(items, Item{
				Key: r.cardKey(card.Note.ID, id), Rect: card.Rect, Clip: b.Table,
				Area: cellKey(cell.Cell), Note: card.Note.ID, Movable: true,
				Label: fmt.Sprintf("%s: %s. %s, %s", r.text.Type(card.Note.Relationship.Type), card.Note.Text, name, stage),
				Picture: seen(card.Rect, b.Table, func() (any, func() *scene.Page) {
					return stampOf(card.Badges, card.Mark, card.Tactics, card.Labels), func() *scene.Page { return scene.BoardCard(card, b.Metrics, r.look) }
				}),
			})
		}
	}
	return items
}

// barAt names the bar at a point, where there is something to scroll.
func (r *Relationships) barAt(at geometry.Point) Key {
	bars := r.layout.Bars()
	switch {
	case !bars.Palette.Thumb.Empty() && bars.Palette.Track.Contains(at):
		return paletteBar
	case !bars.Rows.Thumb.Empty() && bars.Rows.Track.Contains(at):
		return rowsBar
	case !bars.Columns.Thumb.Empty() && bars.Columns.Track.Contains(at):
		return columnsBar
	}
	return ""
}

// Hit returns the bar, token, part of a head, card or figure at a point, or else the
// cell there.
func (r *Relationships) Hit(at geometry.Point) Key {
	if key := r.barAt(at); key != "" {
		return key
	}
	if t := r.layout.TokenAt(at); t != nil {
		return tokenKey(t)
	}
	for _, key := range []Key{clearKey, searchKey} {
		if r.things[key].rect.Contains(at) {
			return key
		}
	}
	if r.layout.Body.Contains(at) && r.layout.NewSegment.Rect.Contains(at) {
		return NewSegmentKey
	}
	row := r.layout.RowAt(at)
	if row == nil {
		return ""
	}
	for _, p := range partsOf(row) {
		if p.rect.Contains(at) && r.windowOf(&p, row).Contains(at) {
			return p.key
		}
	}
	if card := r.layout.CardAt(at); card != nil {
		return r.cardKey(card.Note.ID, card.Cell.Segment)
	}
	if row.Segment != nil && row.Head.Contains(at) {
		return headKey(row.Segment.ID)
	}
	for _, c := range row.Cells {
		if !c.Rect.Contains(at) || !r.layout.Table.Contains(at) {
			continue
		}
		if r.layout.AddAt(&c).Contains(at) {
			return addKey(c.Cell)
		}
		return cellKey(c.Cell)
	}
	return ""
}
