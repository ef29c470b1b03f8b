package costing

import "ninefold/canvas"

// Totals are the figures of a whole project: money per month in its currency
// unless a field says otherwise.
type Totals struct {
	blocks [9]Amount // by the block's number
	stages [5]Amount // by stageIndex

	Customers     Amount // active customers of all segments
	Relationships Amount // cost lines on notes in Customer Relationships
	Other         Amount // cost lines on other notes
	Variable      Amount // the segments' variable cost, which no cost line holds
	Common        Amount // part of Relationships and Other that falls on no segment
	Cost          Amount // Relationships + Other + Variable
	Revenue       Amount // of all segments; not available where there are none
	Result        Amount // Revenue - Cost

	Fixed            Amount    // lines that follow no driver
	Driven           Amount    // lines that follow one
	UnitContribution Amount    // per customer of today's mix, (Revenue - Variable - Driven) / Customers
	BreakEven        BreakEven // customers of today's mix that pay for Fixed
	// Missing is how many cost lines are not available and hence in no total.
	Missing int
}

// Block returns what the cost lines on a block's notes come to.
func (t *Totals) Block(b canvas.Block) Amount {
	if i := b.Number(); i > 0 {
		return t.blocks[i-1]
	}
	return Amount{}
}

// Stage returns what the cost lines on relationships of a stage come to; of the
// empty stage, on those that do not say theirs.
func (t *Totals) Stage(stage canvas.Stage) Amount { return t.stages[stageIndex(stage)] }

// A tally adds up cost lines.
type tally struct {
	segments      []segmentTally
	blocks        [9]sum
	stages        [5]sum
	common        sum
	fixed, driven sum
	missing       int
}

type segmentTally struct {
	stages        [5]sum
	other         sum
	fixed, driven sum
}

func newTally(segments int) *tally { return &tally{segments: make([]segmentTally, segments)} }

func (t *tally) add(l *Line, served []int) {
	related := l.Note.Block == canvas.CustomerRelationships
	stage := stageIndex(l.Stage())
	fixed := DriverOf(l.Cost.Behaviour) == DriverNone
	t.blocks[l.Note.Block.Number()-1].add(l.Monthly)
	if related {
		t.stages[stage].add(l.Monthly)
	}
	if len(served) == 0 {
		t.common.add(l.Monthly)
	}
	pick(fixed, &t.fixed, &t.driven).add(l.Monthly)
	if !l.Monthly.available {
		t.missing++
	}
	for k, i := range served {
		s, share := &t.segments[i], l.Shares[k].Monthly
		pick(related, &s.stages[stage], &s.other).add(share)
		pick(fixed, &s.fixed, &s.driven).add(share)
	}
}

func pick(first bool, a, b *sum) *sum {
	if first {
		return a
	}
	return b
}

// total computes the project's figures out of the tally and the segments.
func (m *Model) total(t *tally) Totals {
	var out Totals
	var other sum
	for i, b := range canvas.Blocks() {
		out.blocks[i] = t.blocks[i].amount()
		if b == canvas.CustomerRelationships {
			out.Relationships = out.blocks[i]
		} else {
			other.add(out.blocks[i])
		}
	}
	for i := range out.stages {
		out.stages[i] = t.stages[i].amount()
	}
	var variable sum
	for i := range m.segments {
		variable.add(m.segments[i].Variable)
	}
	out.Customers, out.Revenue = m.all(DriverCustomers), m.all(DriverRevenue)
	out.Other = other.amount()
	out.Variable = variable.amount()
	out.Common = t.common.amount()
	out.Cost = Sum(out.Relationships, out.Other, out.Variable)
	out.Result = out.Revenue.minus(out.Cost)
	out.Fixed, out.Driven = t.fixed.amount(), t.driven.amount()
	out.UnitContribution = out.Revenue.minus(out.Variable).minus(out.Driven).overPositive(out.Customers)
	out.BreakEven = breakEven(out.Fixed, out.UnitContribution)
	out.Missing = t.missing
	return out
}
