package canvas

import "slices"

// A Block is one of the nine blocks of the canvas, by its id in the file.
type Block string

// The nine blocks.
const (
	CustomerSegments      Block = "customer_segments"
	ValuePropositions     Block = "value_propositions"
	Channels              Block = "channels"
	CustomerRelationships Block = "customer_relationships"
	RevenueStreams        Block = "revenue_streams"
	KeyResources          Block = "key_resources"
	KeyActivities         Block = "key_activities"
	KeyPartnerships       Block = "key_partnerships"
	CostStructure         Block = "cost_structure"
)

// blockCount is how many blocks a canvas has.
const blockCount = 9

// fillingOrder is the order in which a canvas is filled in.
var fillingOrder = [blockCount]Block{
	CustomerSegments, ValuePropositions, Channels, CustomerRelationships, RevenueStreams,
	KeyResources, KeyActivities, KeyPartnerships, CostStructure,
}

// Blocks returns the nine blocks in the order in which a canvas is filled in.
func Blocks() []Block { return slices.Clone(fillingOrder[:]) }

// Number is the block's place in the filling order, 1 to 9, or 0 for a block
// that is none of the nine.
func (b Block) Number() int { return slices.Index(fillingOrder[:], b) + 1 }

// Values lists all blocks, in filling order.
func (Block) Values() []string { return values(fillingOrder[:]...) }
