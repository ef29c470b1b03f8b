package geometry

import (
	"math"

	"ninefold/canvas"
)

// Drop returns where notes that are let go at a point come to lie: the block,
// the place in it as [canvas.MoveNotes] counts it (with the moving notes where
// they stand), and the mark that shows it, a line between notes. It is not ok
// outside the canvas. Letting go of a note over itself leaves it in its place.
func (l *Layout) Drop(at Point) (block canvas.Block, index int, marker Rect, ok bool) {
	b := l.blockAt(at)
	if b == nil {
		return "", 0, Rect{}, false
	}
	index = b.place(at)
	return b.Block, index, b.marker(index, at, l.Metrics), true
}

// place returns the place of the note before which a point lies.
func (b *Block) place(at Point) int {
	for row := 0; row < len(b.Notes); row += b.Columns {
		notes := b.Notes[row:min(row+b.Columns, len(b.Notes))]
		if b.Columns == 1 {
			if at.Y < notes[0].Rect.Center().Y {
				return row
			}
			continue
		}
		bottom := 0.0
		for i := range notes {
			bottom = math.Max(bottom, notes[i].Rect.Bottom())
		}
		if at.Y >= bottom && row+b.Columns < len(b.Notes) {
			continue
		}
		for i := range notes {
			if at.X < notes[i].Rect.Center().X {
				return row + i
			}
		}
		return row + len(notes)
	}
	return len(b.Notes)
}

// marker returns the mark of a place: a line above the note there, or left of
// it where notes flow in columns. The point tells on which side of a row's end
// the mark is shown.
func (b *Block) marker(index int, at Point, m Metrics) Rect {
	thick := math.Max(2, math.Round(m.Gap/3))
	if len(b.Notes) == 0 {
		return Rect{b.Body.X, b.Body.Y, b.Body.W, thick}
	}
	var r Rect
	if b.Columns == 1 {
		r = Rect{X: b.Body.X, W: b.Body.W, H: thick}
		switch index {
		case 0:
			r.Y = b.Notes[0].Rect.Y - m.Gap/2 - thick/2
		default:
			r.Y = b.Notes[index-1].Rect.Bottom() + m.Gap/2 - thick/2
		}
		r.Y = math.Min(math.Max(r.Y, b.Body.Y-m.Gap), b.Body.Bottom()-thick)
		return r
	}
	// A place between two rows is shown at the end of the upper or at the
	// beginning of the lower one, whichever the point is in.
	after := index > 0 && (index == len(b.Notes) || index%b.Columns == 0 && at.Y < b.Notes[index].Rect.Y)
	if after {
		n := b.Notes[index-1].Rect
		r = Rect{n.Right() + m.Gap/2 - thick/2, n.Y, thick, n.H}
	} else {
		n := b.Notes[index].Rect
		r = Rect{n.X - m.Gap/2 - thick/2, n.Y, thick, n.H}
	}
	return r.Intersect(b.Body.Inset(-m.Gap))
}
