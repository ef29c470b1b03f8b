package costing

import (
	"sync"

	"github.com/shopspring/decimal"

	"ninefold/canvas"
)

// A Model holds the figures of one project in one scenario. Each kind of figure
// is computed when it is first asked for. A model never changes, and may be
// used by several goroutines at once.
type Model struct {
	project  *canvas.Project
	plan     Plan
	scenario Scenario
	factors  Factors
	base     []Segment // what the users say, and what follows from it alone
	index    map[canvas.ID]int

	// Each builds on those above it.
	income     func() *income
	all        func() [drivers]Amount // of all segments
	monthly    func() []Line          // without their shares
	notes      func() map[canvas.ID]Amount
	shared     func() []Line
	places     func() map[canvas.ID]int // of lines, by their ids
	segments   func() []Segment
	tally      func() *tally
	totals     func() Totals
	quantities func() *quantities // of the months to come
	schedule   func() *schedule
	projection func() *Projection
}

// New returns the figures of a project in the base scenario.
func New(p *canvas.Project) *Model { return NewIn(p, ScenarioBase) }

// NewIn returns the figures of a project in a scenario.
func NewIn(p *canvas.Project, s Scenario) *Model {
	plan := p.Head().Plan
	m := &Model{project: p, plan: PlanOf(plan), scenario: s, factors: FactorsOf(plan, s), index: map[canvas.ID]int{}}
	for i, n := range p.Segments() {
		m.base = append(m.base, newSegment(n, m.factors))
		m.index[n.ID] = i
	}
	m.income = sync.OnceValue(m.earn)
	m.all = sync.OnceValue(m.addDrivers)
	m.monthly = sync.OnceValue(m.spend)
	m.notes = sync.OnceValue(m.sumNotes)
	m.shared = sync.OnceValue(m.share)
	m.places = sync.OnceValue(m.placeLines)
	m.segments = sync.OnceValue(m.economics)
	m.tally = sync.OnceValue(m.count)
	m.totals = sync.OnceValue(m.total)
	m.quantities = sync.OnceValue(m.quantify)
	m.schedule = sync.OnceValue(m.scheduled)
	m.projection = sync.OnceValue(m.projected)
	return m
}

// Plan returns the settings that are computed with.
func (m *Model) Plan() Plan { return m.plan }

// Scenario returns the scenario that is computed.
func (m *Model) Scenario() Scenario { return m.scenario }

// Factors returns what the scenario multiplies.
func (m *Model) Factors() Factors { return m.factors }

// Lines returns all cost lines, note by note in the canvas's filling order.
// The slice is shared: do not change it.
func (m *Model) Lines() []Line { return m.shared() }

// Line returns what the cost line with the id comes to. For an id that is none
// of the project's cost lines nothing is available.
func (m *Model) Line(id canvas.ID) Line {
	if i, ok := m.places()[id]; ok {
		return m.Lines()[i]
	}
	return Line{}
}

// Stream returns what a revenue note brings. For an id that is none of the
// project's revenue notes nothing is available.
func (m *Model) Stream(id canvas.ID) Stream {
	for _, s := range m.Streams() {
		if s.Note.ID == id {
			return s
		}
	}
	return Stream{}
}

// Streams returns all revenue notes in order. The slice is shared.
func (m *Model) Streams() []Stream { return m.income().streams }

// Segments returns the figures of all segments in order. The slice is shared.
func (m *Model) Segments() []Segment { return m.segments() }

// Note returns what a note's cost lines come to in a month: their [Sum]. It is
// not available for a note that has no cost lines.
func (m *Model) Note(id canvas.ID) Amount { return m.notes()[id] }

// Segment returns the figures of a segment. For an id that is none of the
// project's segments its Note is nil and nothing is available.
func (m *Model) Segment(id canvas.ID) Segment {
	if i, ok := m.index[id]; ok {
		return m.segments()[i]
	}
	return Segment{}
}

// Common returns the cost lines that fall on no segment.
func (m *Model) Common() Costs { return m.tally().common.costs() }

// Totals returns the figures of the whole project.
func (m *Model) Totals() Totals { return m.totals() }

// Projection returns the months of the plan's horizon.
func (m *Model) Projection() *Projection { return m.projection() }

func (m *Model) placeLines() map[canvas.ID]int {
	lines := m.Lines()
	places := make(map[canvas.ID]int, len(lines))
	for i := range lines {
		places[lines[i].Cost.ID] = i
	}
	return places
}

func (m *Model) sumNotes() map[canvas.ID]Amount {
	lines := m.monthly()
	sums := make(map[canvas.ID]Amount)
	for i := 0; i < len(lines); {
		n := lines[i].Note
		var total sum
		for ; i < len(lines) && lines[i].Note == n; i++ {
			total.add(lines[i].Monthly)
		}
		sums[n.ID] = total.amount()
	}
	return sums
}

func whole(n int) Amount { return Known(decimal.NewFromInt(int64(n))) }
