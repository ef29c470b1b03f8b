package costing

import (
	"github.com/shopspring/decimal"

	"ninefold/canvas"
)

// The values of a plan that says nothing.
const (
	DefaultLifetimeMonths     = 60
	DefaultAmortisationMonths = 24
)

// MonthsPerQuarter and MonthsPerYear turn quarterly and yearly figures into
// monthly ones. MonthsPerYear is also how many salaries are paid in a year
// where a cost line does not say.
const (
	MonthsPerQuarter = 3
	MonthsPerYear    = 12
)

// A Model holds the figures of one project. It never changes, and may be used
// by several goroutines at once.
type Model struct {
	plan     Plan
	segments []Segment
	index    map[canvas.ID]int
	streams  []Stream
	lines    []Line
	notes    map[canvas.ID]Amount
	common   Costs
	totals   Totals
}

// A Plan is a project's settings with the defaults put in.
type Plan struct {
	LifetimeMonths     int    // longest lifetime of a customer
	AmortisationMonths int    // months that one-off costs are spread over
	DiscountRate       Amount // per month
}

// PlanOf returns a project's settings with the defaults put in. Months below
// one count as not said.
func PlanOf(p canvas.Plan) Plan {
	plan := Plan{p.LifetimeMonths, p.AmortisationMonths, given(p.DiscountRate)}
	if plan.LifetimeMonths < 1 {
		plan.LifetimeMonths = DefaultLifetimeMonths
	}
	if plan.AmortisationMonths < 1 {
		plan.AmortisationMonths = DefaultAmortisationMonths
	}
	return plan
}

// New computes the figures of a project.
func New(p *canvas.Project) *Model {
	m := &Model{plan: PlanOf(p.Head().Plan), index: map[canvas.ID]int{}, notes: map[canvas.ID]Amount{}}
	for i, n := range p.Segments() {
		m.segments = append(m.segments, newSegment(n))
		m.index[n.ID] = i
	}
	m.revenue(p)
	tally := newTally(len(m.segments))
	for n := range p.Notes() {
		if len(n.Costs) == 0 {
			continue
		}
		served := m.served(n)
		var total sum
		for i := range n.Costs {
			line := m.line(n, &n.Costs[i], served)
			total.add(line.Monthly)
			tally.add(&line, served)
			m.lines = append(m.lines, line)
		}
		m.notes[n.ID] = total.amount()
	}
	for i := range m.segments {
		m.segments[i].economics(tally.segments[i].costs(), m.plan)
	}
	m.common = tally.common.costs()
	m.totals = m.total(tally)
	return m
}

// Plan returns the settings that were computed with.
func (m *Model) Plan() Plan { return m.plan }

// Lines returns all cost lines, note by note in the canvas's filling order.
// The slice is shared: do not change it.
func (m *Model) Lines() []Line { return m.lines }

// Line returns what the cost line with the id comes to. For an id that is none
// of the project's cost lines nothing is available.
func (m *Model) Line(id canvas.ID) Line {
	for _, l := range m.lines {
		if l.Cost.ID == id {
			return l
		}
	}
	return Line{}
}

// Stream returns what a revenue note brings. For an id that is none of the
// project's revenue notes nothing is available.
func (m *Model) Stream(id canvas.ID) Stream {
	for _, s := range m.streams {
		if s.Note.ID == id {
			return s
		}
	}
	return Stream{}
}

// Streams returns all revenue notes in order. The slice is shared.
func (m *Model) Streams() []Stream { return m.streams }

// Segments returns the figures of all segments in order. The slice is shared.
func (m *Model) Segments() []Segment { return m.segments }

// Note returns what a note's cost lines come to in a month: their [Sum]. It is
// not available for a note that has no cost lines.
func (m *Model) Note(id canvas.ID) Amount { return m.notes[id] }

// Segment returns the figures of a segment. For an id that is none of the
// project's segments its Note is nil and nothing is available.
func (m *Model) Segment(id canvas.ID) Segment {
	if i, ok := m.index[id]; ok {
		return m.segments[i]
	}
	return Segment{}
}

// Common returns the cost lines that fall on no segment.
func (m *Model) Common() Costs { return m.common }

// Totals returns the figures of the whole project.
func (m *Model) Totals() Totals { return m.totals }

func whole(n int) Amount { return Known(decimal.NewFromInt(int64(n))) }
