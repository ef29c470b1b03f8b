package board

import (
	"strings"

	"ninefold/canvas"
	"ninefold/canvas/geometry"
)

// A tentative is the document as it would be with the text that is being typed.
// The board shows it instead of the document, which does not change before the
// text is done.
type tentative struct {
	project *canvas.Project // nil while nothing is typed
	note    canvas.ID
}

// Edit begins to edit a card's text, a segment's name, or a new relationship
// in a cell.
func (r *Relationships) Edit(key Key) (EditBox, bool) {
	switch t := r.things[key]; {
	case t.card != nil:
		return r.editCard(t.card.Note, t.card.Cell), true
	case t.head != nil:
		return r.editName(t.head.Segment), true
	case t.cell != nil && !r.folded(t.cell.Cell.Segment):
		return r.editNew(t.cell)
	case key == searchKey:
		return r.editSearch(), true
	case key == NewSegmentKey:
		return r.editNewSegment()
	default:
		return EditBox{}, false
	}
}

func (r *Relationships) editCard(n *canvas.Note, cell canvas.Cell) EditBox {
	set := func(p *canvas.Project, text string) (*canvas.Project, error) { return canvas.SetText(p, n.ID, text) }
	return r.box(r.doc.Project(), n, n.Text, r.layout.Metrics.Small, set,
		func() geometry.Rect { return r.cardText(n.ID, cell) },
		func(text string) (Key, error) {
			err := r.doc.Do("edit.text", func(p *canvas.Project) (*canvas.Project, error) { return set(p, text) })
			return r.cardKey(n.ID, cell.Segment), err
		})
}

// editNew begins a relationship of a type that the segment lacks, where the
// cell says so, or of the user's own.
func (r *Relationships) editNew(c *geometry.BoardCell) (EditBox, bool) {
	typ, cell := canvas.TypeCustom, c.Cell
	if len(c.Lacks) > 0 {
		typ = c.Lacks[0]
	}
	p, n, err := canvas.AddRelationship(r.doc.Project(), typ, "", cell)
	if err != nil {
		return EditBox{}, false
	}
	set := func(p *canvas.Project, text string) (*canvas.Project, error) { return canvas.SetText(p, n.ID, text) }
	return r.box(p, n, "", r.layout.Metrics.Small, set,
		func() geometry.Rect { return r.cardText(n.ID, cell) },
		func(text string) (Key, error) {
			if text = strings.TrimSpace(text); text == "" {
				return "", nil
			}
			keys, err := r.add(landing{cell: cell, at: end}, typ, text)
			if err != nil {
				return "", err
			}
			return keys[0], nil
		}), true
}

func (r *Relationships) editName(n *canvas.Note) EditBox {
	set := func(p *canvas.Project, text string) (*canvas.Project, error) {
		if strings.TrimSpace(text) == "" {
			return p, nil
		}
		return canvas.UpdateNote(p, n.ID, func(n *canvas.Note) { rename(n, strings.TrimSpace(text)) })
	}
	return r.box(r.doc.Project(), n, n.SegmentName(), r.layout.Metrics.Text, set,
		func() geometry.Rect { return r.nameOf(n.ID) },
		func(text string) (Key, error) {
			err := r.doc.Do("edit.text", func(p *canvas.Project) (*canvas.Project, error) { return set(p, text) })
			return headKey(n.ID), err
		})
}

// editNewSegment begins a segment, whose row stands beneath the others.
func (r *Relationships) editNewSegment() (EditBox, bool) {
	p, n, err := canvas.AddNote(r.doc.Project(), canvas.Note{}, canvas.CustomerSegments, canvas.AtEnd)
	if err != nil {
		return EditBox{}, false
	}
	r.scroll.Rows = end
	set := func(p *canvas.Project, text string) (*canvas.Project, error) { return canvas.SetText(p, n.ID, text) }
	return r.box(p, n, "", r.layout.Metrics.Text, set,
		func() geometry.Rect { return r.nameOf(n.ID) },
		func(text string) (Key, error) {
			if text = strings.TrimSpace(text); text == "" {
				return "", nil
			}
			err := r.doc.Do("edit.add", func(p *canvas.Project) (*canvas.Project, error) {
				p, _, err := canvas.AddNote(p, canvas.Note{ID: n.ID, Text: text}, canvas.CustomerSegments, canvas.AtEnd)
				return p, err
			})
			return headKey(n.ID), err
		}), true
}

// nameOf is where a segment's name stands, or would stand, in its head.
func (r *Relationships) nameOf(segment canvas.ID) geometry.Rect {
	row := r.things[headKey(segment)].head
	if row == nil { // deleted under the editor
		return geometry.Rect{}
	}
	at := row.Labels[0].Rect.Moved(geometry.Point{X: row.Head.X, Y: row.Head.Y})
	at.H = max(at.H, row.Labels[0].LineHeight())
	return at
}

// rename gives a segment another short name, there where it has it from.
func rename(n *canvas.Note, name string) {
	if n.Segment.Name == "" {
		_, rest, more := strings.Cut(n.Text, "\n")
		if n.Text = name; more {
			n.Text += "\n" + rest
		}
		return
	}
	s := *n.Segment
	s.Name = name
	n.Segment = &s
}

// box shows the document with the text that is typed, until the text is kept
// or dropped. The note may be one that is not in the document yet.
func (r *Relationships) box(
	p *canvas.Project, note *canvas.Note, text string, size float64,
	set func(*canvas.Project, string) (*canvas.Project, error),
	where func() geometry.Rect, keep func(text string) (Key, error),
) EditBox {
	show := func(p *canvas.Project) geometry.Rect {
		r.typed = tentative{p, note.ID}
		r.Arrange(r.size)
		return where()
	}
	drop := func() {
		r.typed = tentative{}
		r.doc.Typing(r, nil)
		r.Arrange(r.size)
	}
	return EditBox{
		Rect: show(p), Fill: r.look.Sheet, Text: text, Size: size,
		Typed: func(text string) geometry.Rect {
			next, err := set(p, text)
			if err != nil { // the note is gone; keeping the text will say so
				return where()
			}
			r.doc.Typing(r, func(now *canvas.Project) (*canvas.Project, error) {
				if now.Note(note.ID) == nil {
					if strings.TrimSpace(text) == "" {
						return now, nil
					}
					var err error
					if now, _, err = canvas.AddNote(now, *note, note.Block, canvas.AtEnd); err != nil {
						return nil, err
					}
				}
				return set(now, text)
			})
			return show(next)
		},
		Commit: func(text string) (Key, error) {
			drop()
			return keep(text)
		},
		Discard: drop,
	}
}

// cardText is where the text of a card stands on the board.
func (r *Relationships) cardText(id canvas.ID, cell canvas.Cell) geometry.Rect {
	c := r.layout.Card(id, cell)
	if c == nil { // deleted under the editor
		return geometry.Rect{}
	}
	return c.Text.Moved(geometry.Point{X: c.Rect.X, Y: c.Rect.Y})
}

// Paste puts notes into Customer Relationships and, if they serve nobody yet,
// into the cell where the user works.
func (r *Relationships) Paste(add Adder) ([]Key, error) {
	cell, ok := r.cellHere()
	return added(r.doc, "edit.paste", func(p *canvas.Project) (*canvas.Project, []canvas.ID, error) {
		p, ids, err := add(p, canvas.CustomerRelationships, canvas.AtEnd)
		if err != nil || !ok {
			return p, ids, err
		}
		for _, id := range ids {
			if n := p.Note(id); !n.IsRelationship() || len(n.Segments) > 0 {
				continue
			}
			if p, err = canvas.ExtendRelationship(p, id, cell); err != nil {
				return nil, nil, err
			}
		}
		return p, ids, nil
	})
}

// cellHere is the cell of the card that is selected, or else the one that the
// user works in.
func (r *Relationships) cellHere() (canvas.Cell, bool) {
	if n := r.doc.Selected(); n != nil {
		if card := r.things[NoteKey(n.ID)].card; card != nil {
			return card.Cell, true
		}
	}
	if cell := r.things[r.here].cell; cell != nil {
		return cell.Cell, true
	}
	return canvas.Cell{}, false
}
