package board

import (
	"slices"

	"ninefold/canvas"
	"ninefold/canvas/check"
	"ninefold/canvas/geometry"
)

// PlaceOf is where a finding is to be seen on the board: the cell in which
// something is missing, or the card in the row of the segment that the finding
// also concerns. The row is unfolded. The key is empty for any other finding.
func (r *Relationships) PlaceOf(f *check.Finding) Key {
	segment := f.Cell.Segment
	if segment == "" && len(f.Notes) > 1 {
		segment = f.Notes[1]
	}
	row := slices.IndexFunc(r.layout.Rows, func(row geometry.BoardRow) bool { return row.Segment != nil && row.Segment.ID == segment })
	if row < 0 {
		return ""
	}
	if r.folded(segment) {
		r.Fold(segment)
	}
	if f.Cell != (canvas.Cell{}) {
		return r.missingIn(&r.layout.Rows[row], f.Cell.Stage)
	}
	if key := r.cardKey(f.Notes[0], segment); r.things[key].card != nil {
		return key
	}
	return ""
}

// missingIn is a row's cell of a stage. Without a stage it is the cell that
// says what the segment lacks, or else the first one.
func (r *Relationships) missingIn(row *geometry.BoardRow, stage canvas.Stage) Key {
	at := slices.IndexFunc(row.Cells, func(c geometry.BoardCell) bool {
		return stage != "" && c.Cell.Stage == stage || stage == "" && len(c.Lacks) > 0
	})
	return cellKey(row.Cells[max(at, 0)].Cell)
}
