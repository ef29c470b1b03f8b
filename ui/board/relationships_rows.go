package board

import (
	"slices"

	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/ui/document"
)

// dropRows takes segments' rows to another place among the rows.
func (r *Relationships) dropRows(keys []Key, at geometry.Point) (Drop, bool) {
	body, rows := r.layout.Body, r.layout.Rows
	if !body.Contains(at) {
		return Drop{}, false
	}
	i, y := 0, body.Y
	for i < len(rows) && rows[i].Segment != nil && rows[i].Rect.Center().Y < at.Y {
		y = rows[i].Rect.Bottom() + r.layout.Metrics.Gap/2
		i++
	}
	line := geometry.Rect{X: body.X, Y: y - 1.5, W: body.W, H: 3}
	return Drop{Marker: line.Intersect(body), Style: DropLine, Do: func() ([]Key, error) {
		return keys, reorder(r.doc, r.segmentsOf(keys), canvas.CustomerSegments, r.placeOfRow(i))
	}}, true
}

// segmentsOf are the segments whose heads keys name, in the order of the rows.
func (r *Relationships) segmentsOf(keys []Key) []canvas.ID {
	var ids []canvas.ID
	for i := range r.layout.Rows {
		if s := r.layout.Rows[i].Segment; s != nil && slices.Contains(keys, headKey(s.ID)) {
			ids = append(ids, s.ID)
		}
	}
	return ids
}

// placeOfRow is the place in its block of the segment whose row has a number;
// the end of the block where there is no such row.
func (r *Relationships) placeOfRow(i int) int {
	block := r.doc.Project().Block(canvas.CustomerSegments)
	if i < len(r.layout.Rows) && r.layout.Rows[i].Segment != nil {
		return placeIn(block, r.layout.Rows[i].Segment.ID)
	}
	return len(block)
}

// nudgeRows takes segments' rows up or down by one.
func (r *Relationships) nudgeRows(keys []Key, dir Direction) (bool, error) {
	ids := r.segmentsOf(keys)
	first := slices.IndexFunc(r.layout.Rows, func(row geometry.BoardRow) bool { return row.Segment != nil && row.Segment.ID == ids[0] })
	to := first - 1
	if dir == Down {
		to = first + len(ids) + 1
	}
	if dir != Up && dir != Down || to < 0 || to > len(r.doc.Project().Segments()) {
		return false, nil
	}
	return true, reorder(r.doc, ids, canvas.CustomerSegments, r.placeOfRow(to))
}

// reorder puts notes into a block at a place. What is where it was is no step.
func reorder(doc *document.Document, ids []canvas.ID, block canvas.Block, at int) error {
	return doc.Do("edit.move", func(p *canvas.Project) (*canvas.Project, error) {
		next, err := canvas.MoveNotes(p, ids, block, at)
		if err == nil && slices.EqualFunc(p.Block(block), next.Block(block), func(a, b *canvas.Note) bool { return a.ID == b.ID }) {
			return p, nil
		}
		return next, err
	})
}

// dropOff takes cards off the board: a relationship of several segments leaves
// the one in whose row it was taken, any other is deleted.
func (r *Relationships) dropOff(keys []Key) (Drop, bool) {
	var gone []canvas.ID
	var left []*geometry.Card
	for _, key := range keys {
		switch c := r.things[key].card; {
		case c == nil:
		case len(c.Note.Segments) > 1:
			left = append(left, c)
		default:
			gone = append(gone, c.Note.ID)
		}
	}
	says, name := r.words.T("relationships.delete"), "edit.delete"
	if len(gone) == 0 {
		says, name = r.words.T("relationships.leave", "Segment", canvas.Excerpt(r.note(left[0].Cell.Segment).SegmentName(), 24)), "edit.serve"
	}
	return Drop{Says: says, Marker: r.layout.Palette.Inset(3), Style: DropArea, Do: func() ([]Key, error) {
		return nil, r.doc.Do(name, func(p *canvas.Project) (_ *canvas.Project, err error) {
			for _, c := range left {
				if p, err = canvas.Serve(p, c.Note.ID, c.Cell.Segment, false); err != nil {
					return nil, err
				}
			}
			return canvas.DeleteNotes(p, gone)
		})
	}}, true
}
