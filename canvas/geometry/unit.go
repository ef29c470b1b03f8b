package geometry

import "ninefold/canvas"

// lower is the share of the canvas's height that the two wide blocks take.
const lower = 0.27

// units are the places of the nine blocks on a canvas one wide and one high,
// by their number in the filling order.
var units = map[canvas.Block]Rect{
	canvas.KeyPartnerships:       {0, 0, 0.2, 1 - lower},
	canvas.KeyActivities:         {0.2, 0, 0.2, (1 - lower) / 2},
	canvas.KeyResources:          {0.2, (1 - lower) / 2, 0.2, (1 - lower) / 2},
	canvas.ValuePropositions:     {0.4, 0, 0.2, 1 - lower},
	canvas.CustomerRelationships: {0.6, 0, 0.2, (1 - lower) / 2},
	canvas.Channels:              {0.6, (1 - lower) / 2, 0.2, (1 - lower) / 2},
	canvas.CustomerSegments:      {0.8, 0, 0.2, 1 - lower},
	canvas.CostStructure:         {0, 1 - lower, 0.5, lower},
	canvas.RevenueStreams:        {0.5, 1 - lower, 0.5, lower},
}

// Unit returns a block's place on a canvas that is one wide and one high. The
// nine places cover it without overlapping. A block that is none of the nine
// has an empty place.
func Unit(b canvas.Block) Rect { return units[b] }

// wide reports whether a block's notes flow in several columns.
func wide(b canvas.Block) bool { return b == canvas.CostStructure || b == canvas.RevenueStreams }
