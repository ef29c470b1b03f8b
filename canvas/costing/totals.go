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

// total computes the project's figures out of the tally and the segments.
func (m *Model) total(t *tally) Totals {
	out := Totals{Costs: t.all.costs(), Missing: t.missing}
	for i := range out.blocks {
		out.blocks[i] = t.blocks[i].amount()
	}
	var variable sum
	for i := range m.segments {
		variable.add(m.segments[i].Variable)
	}
	out.Customers, out.Revenue = m.All(DriverCustomers), m.All(DriverRevenue)
	out.Common = Sum(m.common.Relationships, m.common.Other)
	out.Variable = variable.amount()
	out.Cost = Sum(out.Relationships, out.Other, out.Variable)
	out.Result = out.Revenue.minus(out.Cost)
	out.UnitContribution = out.Revenue.minus(out.Variable).minus(out.Driven).overPositive(out.Customers)
	out.BreakEven = breakEven(out.Fixed, out.UnitContribution)
	return out
}
