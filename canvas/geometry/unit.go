package geometry

import "ninefold/canvas"

// A shape says where the lines of a canvas run, as shares of its height.
type shape struct {
	lower       float64 // of the two wide blocks
	left, right float64 // of the upper of two blocks that share a column, in their column
}

// usual is the shape of the canvas as everybody knows it.
var usual = shape{lower: 0.27, left: 0.5, right: 0.5}

// unit is a block's place on a canvas one wide and one high.
func (s shape) unit(b canvas.Block) Rect {
	upper := 1 - s.lower
	switch b {
	case canvas.KeyPartnerships:
		return Rect{0, 0, 0.2, upper}
	case canvas.KeyActivities:
		return Rect{0.2, 0, 0.2, upper * s.left}
	case canvas.KeyResources:
		return Rect{0.2, upper * s.left, 0.2, upper * (1 - s.left)}
	case canvas.ValuePropositions:
		return Rect{0.4, 0, 0.2, upper}
	case canvas.CustomerRelationships:
		return Rect{0.6, 0, 0.2, upper * s.right}
	case canvas.Channels:
		return Rect{0.6, upper * s.right, 0.2, upper * (1 - s.right)}
	case canvas.CustomerSegments:
		return Rect{0.8, 0, 0.2, upper}
	case canvas.CostStructure:
		return Rect{0, upper, 0.5, s.lower}
	case canvas.RevenueStreams:
		return Rect{0.5, upper, 0.5, s.lower}
	}
	return Rect{}
}

// unit returns a block's usual place on a canvas that is one wide and one high.
// The nine places cover it without overlapping. A block that is none of the
// nine has an empty place.
func unit(b canvas.Block) Rect { return usual.unit(b) }

// wide reports whether a block's notes flow in several columns.
func wide(b canvas.Block) bool { return b == canvas.CostStructure || b == canvas.RevenueStreams }
