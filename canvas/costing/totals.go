package costing

import "ninefold/canvas"

// Totals are the figures of a whole project: money per month in its currency
// unless a field says otherwise.
type Totals struct {
	blocks [9]Amount // by the block's number

	Costs            // all cost lines
	Common    Amount // part of the cost lines that falls on no segment
	Variable  Amount // the segments' variable cost, which no cost line holds
	Cost      Amount // Relationships + Other + Variable
	Revenue   Amount // of all segments; not available where there are none
	Result    Amount // Revenue - Cost
	Customers Amount // active customers of all segments

	UnitContribution Amount    // per customer of today's mix, (Revenue - Variable - Driven) / Customers
	BreakEven        BreakEven // customers of today's mix that pay for Fixed
	// Missing is how many cost lines are not available and hence in no total.
	Missing int
}

// Block returns what the cost lines on a block's notes come to.
func (t Totals) Block(b canvas.Block) Amount {
	if i := b.Number(); i > 0 {
		return t.blocks[i-1]
	}
	return Amount{}
}

// total computes the project's figures.
func (m *Model) total() Totals {
	t := m.tally()
	out := Totals{Costs: t.all.costs(), Missing: t.missing}
	for i, b := range canvas.Blocks() {
		out.blocks[i] = t.all.block(b)
	}
	var variable sum
	for i := range m.base {
		variable.add(m.base[i].Variable)
	}
	common := m.Common()
	out.Customers, out.Revenue = m.All(DriverCustomers), m.All(DriverRevenue)
	out.Common = Sum(common.Relationships, common.Other)
	out.Variable = variable.amount()
	out.Cost = Sum(out.Relationships, out.Other, out.Variable)
	out.Result = out.Revenue.minus(out.Cost)
	out.UnitContribution = out.Revenue.minus(out.Variable).minus(out.Driven).overPositive(out.Customers)
	out.BreakEven = breakEven(out.Fixed, out.UnitContribution)
	return out
}
