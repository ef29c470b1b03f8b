package costing

import (
	"slices"

	"ninefold/canvas"
)

// Costs are cost lines added up, per month; each figure is a [Sum].
type Costs struct {
	stages        [5]Amount // by stageIndex
	Relationships Amount    // on notes in Customer Relationships
	Other         Amount    // on other notes
	Fixed         Amount    // of lines that follow no driver
	Driven        Amount    // of lines that follow one
}

// Stage returns what the cost lines on relationships of a stage come to; of the
// empty stage, on those that do not say theirs.
func (c Costs) Stage(stage canvas.Stage) Amount { return c.stages[stageIndex(stage)] }

// stageIndex is a stage's place in the order of the stages; all others share
// the last.
func stageIndex(stage canvas.Stage) int {
	if i := slices.Index(canvas.Stages(), stage); i >= 0 {
		return i
	}
	return len(canvas.Stages())
}

// costSums are [Costs] on their way.
type costSums struct {
	stages        [5]sum
	other         sum
	fixed, driven sum
}

// add adds a line's month, or a share of it.
func (c *costSums) add(l *Line, monthly Amount) {
	if l.Note.Block == canvas.CustomerRelationships {
		c.stages[stageIndex(l.Stage())].add(monthly)
	} else {
		c.other.add(monthly)
	}
	if l.Fixed() {
		c.fixed.add(monthly)
	} else {
		c.driven.add(monthly)
	}
}

func (c *costSums) costs() Costs {
	out := Costs{Other: c.other.amount(), Fixed: c.fixed.amount(), Driven: c.driven.amount()}
	for i := range c.stages {
		out.stages[i] = c.stages[i].amount()
	}
	out.Relationships = Sum(out.stages[:]...)
	return out
}

// A tally adds up all cost lines of a project.
type tally struct {
	all      costSums
	common   costSums // lines that fall on no segment
	segments []costSums
	blocks   [9]sum
	missing  int
}

func newTally(segments int) *tally { return &tally{segments: make([]costSums, segments)} }

func (t *tally) add(l *Line, served []int) {
	t.all.add(l, l.Monthly)
	t.blocks[l.Note.Block.Number()-1].add(l.Monthly)
	if !l.Monthly.available {
		t.missing++
	}
	if len(served) == 0 {
		t.common.add(l, l.Monthly)
	}
	for k, i := range served {
		t.segments[i].add(l, l.Shares[k].Monthly)
	}
}
