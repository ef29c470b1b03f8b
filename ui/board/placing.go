package board

import "ninefold/canvas/geometry"

// placing is a drag that is done by the keyboard.
type placing struct {
	item Key
	at   Key // the area or item
	drop Drop
	ok   bool
}

// startPlacing begins to place an item, if the surface knows how.
func (b *Board) startPlacing(item Item) bool {
	at := b.surface.Place(item.Key, "", Next)
	if at == "" {
		return false
	}
	b.placing = &placing{item: item.Key}
	b.layers.ghost.lift(item, 1, b.scale)
	b.placeAt(at)
	b.mark()
	return true
}

// carryOn takes what is being placed to the next area in a direction.
func (b *Board) carryOn(dir Direction) {
	if at := b.surface.Place(b.placing.item, b.placing.at, dir); at != "" {
		b.placeAt(at)
	}
}

func (b *Board) placeAt(at Key) {
	if b.surface.Reveal(at) {
		b.sync()
	}
	p := b.placing
	p.at = at
	p.drop, p.ok = b.surface.DropOn(p.item, at)
	b.markDrop(p.drop, p.ok)
	by := p.drop.Marker.Center().Sub(b.layers.ghost.item.Rect.Center())
	b.layers.ghost.carry(by)
	b.say(p.drop, p.ok, by)
	b.repaint()
}

// letGo drops what is being placed.
func (b *Board) letGo() {
	p := b.placing
	b.stopPlacing()
	if p.ok {
		b.carryOut(p.drop, geometry.Rect{X: p.drop.Marker.X, Y: p.drop.Marker.Y})
	}
}

// stopPlacing leaves everything as it was.
func (b *Board) stopPlacing() {
	if b.placing == nil {
		return
	}
	b.placing = nil
	b.layers.end()
	b.markDrop(Drop{}, false)
	b.mark()
}
