package board

import (
	"math"
	"slices"
	"strings"

	"ninefold/canvas"
	"ninefold/canvas/geometry"
)

// where returns the block that a key lies in and the place of its note there,
// or -1 for the block itself.
func (c *Canvas) where(key Key) (*geometry.Block, int) {
	if b, ok := blockOf(key); ok {
		return c.layout.Block(b), -1
	}
	id, _ := noteOf(key)
	for i := range c.layout.Blocks {
		b := &c.layout.Blocks[i]
		if at := slices.IndexFunc(b.Notes, func(n geometry.Note) bool { return n.ID == id }); at >= 0 {
			return b, at
		}
	}
	return nil, -1
}

// Step is for the board: arrows go from note to note, and from a block's edge
// to the block beside it; Tab goes from block to block in filling order.
func (c *Canvas) Step(from Key, dir Direction) Key {
	b, at := c.where(from)
	if b == nil {
		return BlockKey(canvas.CustomerSegments)
	}
	switch dir {
	case Next, Previous:
		i := b.Block.Number() // of the next one, counted from 0
		if dir == Previous {
			i -= 2
		}
		if i < 0 || i >= len(c.layout.Blocks) {
			return ""
		}
		return BlockKey(c.layout.Blocks[i].Block)
	case First, Last:
		if len(b.Notes) == 0 {
			return ""
		}
		if dir == First {
			return NoteKey(b.Notes[0].ID)
		}
		return NoteKey(b.Notes[len(b.Notes)-1].ID)
	}
	if at < 0 && dir == Down && len(b.Notes) > 0 {
		return NoteKey(b.Notes[0].ID)
	}
	if at >= 0 {
		if to, ok := beside(b, at, dir); ok {
			return NoteKey(b.Notes[to].ID)
		}
	}
	next, start := c.across(b, at, dir)
	if next == nil {
		return ""
	}
	if to := nearest(next, dir, start); to >= 0 {
		return NoteKey(next.Notes[to].ID)
	}
	return BlockKey(next.Block)
}

// beside returns the place beside a note within its block.
func beside(b *geometry.Block, at int, dir Direction) (int, bool) {
	to := at
	switch dir {
	case Left:
		to--
	case Right:
		to++
	case Up:
		to -= b.Columns
	case Down:
		to += b.Columns
	}
	if (dir == Left || dir == Right) && to/b.Columns != at/b.Columns {
		return 0, false // the end of the row
	}
	return to, to >= 0 && to < len(b.Notes)
}

// across returns the block beside a block and the point that the way there
// starts from: the note at a place, or the block's middle.
func (c *Canvas) across(b *geometry.Block, at int, dir Direction) (*geometry.Block, geometry.Point) {
	start := b.Rect.Center()
	if at >= 0 {
		start = b.Notes[at].Rect.Center()
		start.Y = min(max(start.Y, b.Body.Y), b.Body.Bottom()-1) // it may be out of sight
	}
	over := start
	switch dir {
	case Left:
		over.X = b.Rect.X - 1
	case Right:
		over.X = b.Rect.Right() + 1
	case Up:
		over.Y = b.Rect.Y - 1
	case Down:
		over.Y = b.Rect.Bottom() + 1
	}
	block, _ := c.layout.At(over)
	return c.layout.Block(block), start
}

// nearest returns the place of the note that a way into a block leads to, or
// -1 where it has none.
func nearest(b *geometry.Block, dir Direction, start geometry.Point) int {
	best, least := -1, math.Inf(1)
	for i := range b.Notes {
		r := b.Notes[i].Rect
		away := math.Abs(r.Center().Y - start.Y)
		switch dir {
		case Up:
			away = -r.Bottom() + math.Abs(r.Center().X-start.X)/1000
		case Down:
			away = r.Y + math.Abs(r.Center().X-start.X)/1000
		case Left: // of two side by side, the nearer one
			away -= r.X / 1000
		case Right:
			away += r.X / 1000
		}
		if away < least {
			best, least = i, away
		}
	}
	return best
}

// Nudge is for the board. A note stands in one place, so none also stays.
func (c *Canvas) Nudge(keys []Key, dir Direction, _ bool) (bool, error) {
	b, at := c.where(keys[0])
	if b == nil || at < 0 {
		return false, nil
	}
	ids := c.ids(keys)
	// The notes move as one: from the first or the last of them in the block.
	for i := range b.Notes {
		if slices.Contains(ids, b.Notes[i].ID) {
			at = i
			if dir == Left || dir == Up {
				break
			}
		}
	}
	if to, ok := beside(b, at, dir); ok {
		if dir == Right || dir == Down {
			to++
		}
		return true, c.move(ids, b.Block, to)
	}
	next, start := c.across(b, at, dir)
	if next == nil {
		return false, nil
	}
	index := 0
	switch dir {
	case Up:
		index = canvas.AtEnd
	case Left, Right:
		for index < len(next.Notes) && next.Notes[index].Rect.Center().Y < start.Y {
			index++
		}
	}
	return true, c.move(ids, next.Block, index)
}

// Reveal is for the board.
func (c *Canvas) Reveal(key Key) bool {
	if b, down, ok := c.moreOf(key); ok {
		return c.turn(b, down)
	}
	if b, ok := blockOf(key); ok && c.layout.Block(b) != nil {
		return c.panTo(c.layout.Block(b).Header)
	}
	id, ok := noteOf(key)
	return ok && c.reveal(id)
}

// reveal scrolls a note into sight.
func (c *Canvas) reveal(id canvas.ID) bool {
	b, at := c.where(NoteKey(id))
	if b == nil || at < 0 {
		return false
	}
	r := b.Notes[at].Rect
	by := 0.0
	if over := r.Bottom() - b.Body.Bottom(); over > 0 {
		by = over
	}
	if r.Y-by < b.Body.Y { // the beginning matters more than the end
		by = r.Y - b.Body.Y
	}
	if by > 0 { // blocks scroll by whole rows
		for i := range b.Notes {
			if way := b.Notes[i].Rect.Y - b.Body.Y; way >= by {
				by = way
				break
			}
		}
	}
	scrolled := c.scrollBlock(b, b.Scroll-c.scroll[b.Block]+by)
	b, at = c.where(NoteKey(id))
	return c.panTo(b.Notes[at].Rect.Intersect(b.Body)) || scrolled
}

// ScrollBy is for the board: the wheel scrolls a full block to its end, and
// then the sheet.
func (c *Canvas) ScrollBy(at geometry.Point, dx, dy float64) bool {
	block, _ := c.layout.At(at)
	b := c.layout.Block(block)
	return b != nil && dx == 0 && c.scrollBlock(b, dy*wheelPace) || c.Pan(-dx, -dy)
}

// wheelPace is how much further than the wheel says a block is scrolled, so that
// a notch of it brings the next note.
const wheelPace = 2

func (c *Canvas) scrollBlock(b *geometry.Block, by float64) bool {
	if by == 0 {
		return false
	}
	block, before := b.Block, c.scroll[b.Block]
	c.scroll[block] = before + by
	c.Arrange(c.size)
	return c.scroll[block] != before
}

// Prefixes of the keys of the line that says how many notes of a block are out
// of sight.
const (
	moreBelow = "more below:"
	moreAbove = "more above:"
)

// moreKey is the key of what that line says at a point.
func (c *Canvas) moreKey(b *geometry.Block, at geometry.Point) Key {
	if above, below := c.layout.Unseen(b); below == 0 || above > 0 && at.X > b.More.Center().X {
		return Key(moreAbove + b.Block)
	}
	return Key(moreBelow + b.Block)
}

// moreOf is the block of such a key, and whether it is about what lies below.
func (c *Canvas) moreOf(key Key) (b *geometry.Block, down, ok bool) {
	block, down := strings.CutPrefix(string(key), moreBelow)
	if !down {
		block, ok = strings.CutPrefix(string(key), moreAbove)
	}
	b = c.layout.Block(canvas.Block(block))
	return b, down, (down || ok) && b != nil
}

// turn scrolls a block by as much as can be seen of it.
func (c *Canvas) turn(b *geometry.Block, down bool) bool {
	by := b.Body.H
	if !down {
		by = -by
	}
	return c.scrollBlock(b, b.Scroll-c.scroll[b.Block]+by)
}
