package geometry

import (
	"math"
	"slices"

	"ninefold/canvas"
)

// A Layout is a canvas laid out: where its blocks and notes lie. Do not change
// what it holds: its contents are shared with other layouts of the same engine.
type Layout struct {
	Area    Rect
	Metrics Metrics
	Blocks  [9]Block // in the filling order
}

// A Block is one of the nine blocks, laid out.
type Block struct {
	Block  canvas.Block
	Rect   Rect     // up to the middle of the lines between the blocks
	Header Rect     // with the title
	Body   Rect     // where the notes are seen
	Total  Rect     // where it is said what the notes come to, if it is
	More   Rect     // where it is said how many notes are out of sight, if some are
	Title  []string // the title's lines
	Notes  []Note   // in order; those out of sight too

	// Hidden is the number of notes that do not wholly lie in the body.
	Hidden int
	// ContentH is the height of all notes with the gaps between them.
	ContentH float64
	// Scroll is how far the notes are moved up: by whole rows, from 0 to
	// MaxScroll, which brings the last one into sight.
	Scroll, MaxScroll float64
	// Columns is the number of columns in which the notes flow, row by row.
	Columns int
}

// A Note is a note, laid out.
type Note struct {
	ID   canvas.ID
	Note *canvas.Note
	Rect Rect
	*Content
}

// Block returns a block by its id, or nil if it is none of the nine.
func (l *Layout) Block(b canvas.Block) *Block {
	if i := b.Number(); i > 0 {
		return &l.Blocks[i-1]
	}
	return nil
}

// Shows reports whether a note of the block wholly lies in its body.
func (b *Block) Shows(n *Note) bool {
	return n.Rect.Y >= b.Body.Y-slack && n.Rect.Bottom() <= b.Body.Bottom()+slack
}

// Sight is the part of a note of the block that is seen. A note that goes on
// below the body is cut between two of its lines; it is empty where not even one
// is in sight.
func (l *Layout) Sight(b *Block, n *Note) Rect {
	m := l.Metrics
	switch {
	case b.Shows(n):
		return n.Rect
	case n.Rect.Y < b.Body.Y-slack || n.Rect.Y >= b.Body.Bottom():
		return Rect{}
	}
	lines := math.Floor((b.Body.Bottom() - n.Rect.Y - m.PadY + slack) / m.Line)
	if lines < 1 {
		return Rect{}
	}
	seen := n.Rect
	seen.H = math.Min(seen.H, m.PadY+lines*m.Line)
	return seen
}

// Unseen is how many notes of the block are not seen to the end of their text,
// above and below.
func (l *Layout) Unseen(b *Block) (above, below int) {
	for i := range b.Notes {
		switch n := &b.Notes[i]; {
		case l.Sight(b, n).H >= n.Rect.H-l.Metrics.PadY-slack:
		case n.Rect.Y < b.Body.Y-slack:
			above++
		default:
			below++
		}
	}
	return above, below
}

// Note returns a note by its id, or nil.
func (l *Layout) Note(id canvas.ID) *Note {
	for i := range l.Blocks {
		notes := l.Blocks[i].Notes
		if j := slices.IndexFunc(notes, func(n Note) bool { return n.ID == id }); j >= 0 {
			return &notes[j]
		}
	}
	return nil
}

// Rect returns where a note lies; false means that there is no such note.
func (l *Layout) Rect(id canvas.ID) (Rect, bool) {
	if n := l.Note(id); n != nil {
		return n.Rect, true
	}
	return Rect{}, false
}

// At returns the block at a point and the note there that can be seen; each is
// empty where there is none.
func (l *Layout) At(p Point) (canvas.Block, canvas.ID) {
	b := l.blockAt(p)
	if b == nil {
		return "", ""
	}
	if b.Body.Contains(p) {
		for i := range b.Notes {
			if l.Sight(b, &b.Notes[i]).Contains(p) {
				return b.Block, b.Notes[i].ID
			}
		}
	}
	return b.Block, ""
}

func (l *Layout) blockAt(p Point) *Block {
	for i := range l.Blocks {
		if l.Blocks[i].Rect.Contains(p) {
			return &l.Blocks[i]
		}
	}
	return nil
}
