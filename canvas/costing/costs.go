package costing

import (
	"slices"

	"ninefold/canvas"
)

// Costs are cost lines added up, per month; each figure is a [Sum].
type Costs struct {
	ByStage
	Fixed  Amount // of lines that follow no driver
	Driven Amount // of lines that follow one
}

// ByStage are cost lines added up by what they are for; each figure is a [Sum].
type ByStage struct {
	stages        [stagePlaces]Amount // by stageIndex
	Relationships Amount              // on notes in Customer Relationships
	Other         Amount              // on other notes
}

// Stage returns what the cost lines on relationships of a stage come to; of the
// empty stage, on those that do not say theirs.
func (c ByStage) Stage(stage canvas.Stage) Amount { return c.stages[stageIndex(stage)] }

var stages = canvas.Stages()

// stageIndex is a stage's place in the order of the stages; all others share
// the last.
func stageIndex(stage canvas.Stage) int {
	if i := slices.Index(stages, stage); i >= 0 {
		return i
	}
	return len(stages)
}

// A place is where a cost line lies: on a relationship of a stage, by
// stageIndex, or on a note of another block, by its number.
type place int

const (
	stagePlaces = 5
	places      = stagePlaces + 9
)

func placeOf(l *Line) place {
	if l.Note.Block == canvas.CustomerRelationships {
		return place(stageIndex(l.Stage()))
	}
	return place(stagePlaces + l.Note.Block.Number() - 1)
}

// costSums are [Costs] on their way, by place and by whether they are fixed.
type costSums [places][2]sum

// Whether costs are fixed, as an index.
const (
	fixed = iota
	driven
)

func nature(d Driver) int {
	if d == DriverNone {
		return fixed
	}
	return driven
}

// add adds a line's month, or a share of it.
func (c *costSums) add(l *Line, monthly Amount) {
	c[placeOf(l)][nature(DriverOf(l.Cost.Behaviour))].add(monthly)
}

func (c *costSums) costs() Costs {
	var by stageSums
	var natures [2]sum
	for p := range c {
		for n := range c[p] {
			by[min(p, stagePlaces)].merge(&c[p][n])
			natures[n].merge(&c[p][n])
		}
	}
	return Costs{by.costs(), natures[fixed].amount(), natures[driven].amount()}
}

// block is what the lines on a block's notes come to.
func (c *costSums) block(b canvas.Block) Amount {
	var out sum
	for p := range c {
		if p < stagePlaces && b == canvas.CustomerRelationships || p == stagePlaces+b.Number()-1 {
			out.merge(&c[p][fixed])
			out.merge(&c[p][driven])
		}
	}
	return out.amount()
}

// stageSums are [ByStage] on their way: by stageIndex, and then all other blocks.
type stageSums [stagePlaces + 1]sum

func (s *stageSums) merge(other *stageSums) {
	for i := range s {
		s[i].merge(&other[i])
	}
}

func (s *stageSums) costs() ByStage {
	var out ByStage
	var relationships sum
	for i := range out.stages {
		out.stages[i] = s[i].amount()
		relationships.merge(&s[i])
	}
	out.Relationships, out.Other = relationships.amount(), s[stagePlaces].amount()
	return out
}

// A tally adds up all cost lines of a project.
type tally struct {
	all     costSums
	common  costSums // lines that fall on no segment
	missing int
}

func (m *Model) count() *tally {
	t := &tally{}
	lines := m.monthly()
	for i := range lines {
		l := &lines[i]
		t.all.add(l, l.Monthly)
		if !l.Monthly.available {
			t.missing++
		}
		if len(l.served) == 0 {
			t.common.add(l, l.Monthly)
		}
	}
	return t
}
