package geometry

import (
	"math"

	"ninefold/canvas"
)

// Fit lays a project out like [Engine.Canvas], but moves the lines between the
// blocks up or down where notes have no room and a neighbour has some to
// spare.
func (e *Engine) Fit(p *canvas.Project, area Rect, m Metrics) *Layout {
	return e.FitScrolled(p, area, m, nil)
}

// FitScrolled is [Engine.Fit] where blocks that still have no room for all of
// their notes scroll.
func (e *Engine) FitScrolled(p *canvas.Project, area Rect, m Metrics, scroll map[canvas.Block]float64) *Layout {
	l := e.Canvas(p, area, m, scroll)
	if l.Hidden() == 0 || area.H <= 0 {
		return l
	}
	upper, lower := l.needs()
	s := usual
	ease := m.Inset / 2 // below the last note, as beside it
	s.lower = 1 - share(upper, lower, area.H, 1-usual.lower, 2*ease, ease)
	room := (1 - s.lower) * area.H
	need := func(b canvas.Block) float64 { return l.need(l.Block(b)) }
	s.left = share(need(canvas.KeyActivities), need(canvas.KeyResources), room, usual.left, ease, ease)
	s.right = share(need(canvas.CustomerRelationships), need(canvas.Channels), room, usual.right, ease, ease)
	if s == usual {
		return l
	}
	return e.lay(p, area, m, s, scroll)
}

// share divides a room between two that need something of it and returns what
// the first gets, as a share of the room: the usual, unless one of them needs
// more and the other has some to spare. Where there is room, they get so much more
// than they need.
func share(first, second, room, usual, moreFirst, moreSecond float64) float64 {
	if first+moreFirst+second+moreSecond <= room {
		first, second = first+moreFirst, second+moreSecond
	}
	own := usual * room
	switch {
	case first > own && second < room-own:
		return math.Min(first, room-second) / room
	case second > room-own && first < own:
		return math.Max(first, room-second) / room
	}
	return usual
}

// Hidden is the number of notes that do not wholly lie in their block's body.
func (l *Layout) Hidden() int {
	n := 0
	for i := range l.Blocks {
		n += l.Blocks[i].Hidden
	}
	return n
}

// Need is the height of a canvas of the same width on which [Engine.Fit] has
// room for all notes.
func (l *Layout) Need() float64 {
	upper, lower := l.needs()
	return upper + lower
}

// needs returns the heights that the blocks above and the two wide ones below
// need for their notes.
func (l *Layout) needs() (upper, lower float64) {
	need := func(b canvas.Block) float64 { return l.need(l.Block(b)) }
	upper = max(
		need(canvas.KeyPartnerships), need(canvas.ValuePropositions), need(canvas.CustomerSegments),
		need(canvas.KeyActivities)+need(canvas.KeyResources),
		need(canvas.CustomerRelationships)+need(canvas.Channels),
	)
	return upper, max(need(canvas.CostStructure), need(canvas.RevenueStreams))
}

// need is the height that a block needs for its notes.
func (l *Layout) need(b *Block) float64 {
	m := l.Metrics
	high := b.Header.H + b.ContentH + m.Inset/2 + m.Foot + b.Total.H + slack
	if m.Whole { // edges move by up to half a unit
		high++
	}
	return high
}
