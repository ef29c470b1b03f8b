package board

import (
	"ninefold/canvas"
	"ninefold/canvas/geometry"
)

// A drag is what follows the pointer.
type drag struct {
	keys []Key
	from geometry.Point
	at   geometry.Point
	drop Drop
	ok   bool // whether letting go now would do something

	copied bool   // what is dragged stays where it is, too
	rest   int    // moments that the pointer has been at an edge
	stop   func() // ends the moments
}

// lift takes an item off the board, with the rest of the selection if it
// belongs to it.
func (b *Board) lift(key Key, at geometry.Point) {
	item, ok := b.item(key)
	if !ok {
		return
	}
	b.drag = &drag{keys: b.together(item), from: at, at: at}
	b.drag.stop = b.env.Moments(b.drift)
	b.fadeAgain(b.drag.keys)
	b.mark()
	b.layers.ghost.lift(item, len(b.drag.keys), b.scale)
}

// together returns the keys of an item and of everything selected with it, the
// item first and each note once.
func (b *Board) together(item Item) []Key {
	keys := []Key{item.Key}
	if item.Note == "" || !b.env.Doc.IsSelected(item.Note) {
		return keys
	}
	rest := map[canvas.ID]bool{}
	for _, id := range b.env.Doc.Selection() {
		rest[id] = id != item.Note
	}
	for _, other := range b.items {
		if other.Movable && rest[other.Note] {
			rest[other.Note] = false
			keys = append(keys, other.Key)
		}
	}
	return keys
}

// carry moves the ghost and the mark, and nothing else.
func (b *Board) carry(to geometry.Point, copied bool) {
	d := b.drag
	if d == nil {
		return
	}
	d.at = to
	if copied = copied && b.index[d.keys[0]] < len(b.items) && b.items[b.index[d.keys[0]]].Note != ""; copied != d.copied {
		d.copied = copied
		b.layers.ghost.plus(copied)
		b.fadeAgain(d.keys)
	}
	b.layers.ghost.carry(to.Sub(d.from))
	d.drop, d.ok = b.surface.DropAt(d.keys, to, copied)
	b.markDrop(d.drop, d.ok)
	b.say(d.drop, d.ok, to.Sub(d.from))
}

// drop lets go of what is dragged.
func (b *Board) drop() {
	d := b.drag
	b.putBack()
	if d != nil && d.ok {
		b.carryOut(d.drop, geometry.Rect{X: d.at.X, Y: d.at.Y})
	}
}

// carryOut does what a drop at a place does, or asks first what it is to do.
func (b *Board) carryOut(d Drop, at geometry.Rect) {
	if d.Ask != nil {
		b.ask(d.Ask, at)
		return
	}
	keys, err := d.Do()
	b.report(err)
	b.pick(keys)
}

// putBack ends a drag.
func (b *Board) putBack() {
	if b.drag == nil {
		return
	}
	b.drag.stop()
	keys := b.drag.keys
	b.drag = nil
	b.fadeAgain(keys)
	b.layers.end()
	b.markDrop(Drop{}, false)
	b.mark()
}
