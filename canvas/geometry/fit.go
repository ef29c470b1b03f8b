package geometry

import (
	"math"

	"ninefold/canvas"
)

// Fit lays a project out like [Engine.Canvas], but moves the lines between the
// blocks up or down where notes have no room and a neighbour has some to
// spare. It is for paper, which cannot scroll; on the screen blocks had better
// stay where they are.
func (e *Engine) Fit(p *canvas.Project, area Rect, m Metrics) *Layout {
	l := e.Canvas(p, area, m, nil)
	if l.Hidden() == 0 || area.H <= 0 {
		return l
	}
	upper, lower := l.needs()
	s := usual
	switch {
	case upper+lower > area.H+slack: // something stays hidden: each gets its share
		s.lower = math.Max(0.18, math.Min(0.4, lower/(upper+lower)))
	case lower > s.lower*area.H:
		s.lower = lower / area.H
	case upper > (1-s.lower)*area.H:
		s.lower = 1 - upper/area.H
	}
	room := (1 - s.lower) * area.H
	s.left = l.split(canvas.KeyActivities, canvas.KeyResources, room)
	s.right = l.split(canvas.CustomerRelationships, canvas.Channels, room)
	return e.lay(p, area, m, s, nil)
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
	return b.Header.H + b.ContentH + m.Inset/2 + m.Foot + slack
}

// split returns the upper block's share of a column: half, unless one of the
// two needs more.
func (l *Layout) split(above, below canvas.Block, room float64) float64 {
	a, b := l.need(l.Block(above)), l.need(l.Block(below))
	switch {
	case a+b > room+slack:
		return math.Max(0.25, math.Min(0.75, a/(a+b)))
	case a > room/2:
		return a / room
	case b > room/2:
		return 1 - b/room
	}
	return 0.5
}
