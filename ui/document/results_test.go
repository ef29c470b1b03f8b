package document

import (
	"fmt"
	"strconv"
	"testing"

	"github.com/shopspring/decimal"

	"ninefold/canvas"
	"ninefold/canvas/canvastest"
	"ninefold/canvas/check"
	"ninefold/canvas/costing"
)

// A desk carries out what is done beside a window when it is told to.
type desk struct{ works, dones []func() }

func (d *desk) start(work, done func()) {
	d.works, d.dones = append(d.works, work), append(d.dones, done)
}

// finish carries out the oldest piece of work.
func (d *desk) finish(t *testing.T) {
	t.Helper()
	if len(d.works) == 0 {
		t.Fatal("nothing is being computed")
	}
	work, done := d.works[0], d.dones[0]
	d.works, d.dones = d.works[1:], d.dones[1:]
	work()
	done()
}

func addNote(t *testing.T, d *Document, text string) {
	t.Helper()
	if err := d.Do("edit.add", func(p *canvas.Project) (*canvas.Project, error) {
		next, _, err := canvas.AddNote(p, canvas.Note{Text: text, Segment: &canvas.Segment{Name: text}}, canvas.CustomerSegments, 0)
		return next, err
	}); err != nil {
		t.Fatal(err)
	}
}

// wantCurrent fails unless the document shows the results of its project.
func wantCurrent(t *testing.T, d *Document) {
	t.Helper()
	got, want := d.Figures().Totals(), compute(d.Project(), "").figures.Totals()
	if !got.Relationships.Equal(want.Relationships) || !got.Cost.Equal(want.Cost) {
		t.Errorf("the relationships come to %v and all to %v, want %v and %v", got.Relationships, got.Cost, want.Relationships, want.Cost)
	}
	open, _ := d.Findings()
	found, _ := check.All(d.Project())
	if len(open) != len(found) {
		t.Errorf("%d findings, want %d", len(open), len(found))
	}
}

func TestASmallProjectIsComputedAtOnce(t *testing.T) {
	d := New(canvastest.Large(40), "")
	var beside desk
	d.Beside(beside.start)
	addNote(t, d, "One more")
	wantCurrent(t, d)
	if len(beside.works) != 0 {
		t.Error("it was computed beside the window")
	}
}

func TestALargeProjectIsComputedBesideTheWindow(t *testing.T) {
	d := New(canvastest.Large(atOnce+1), "")
	var beside desk
	d.Beside(beside.start)
	if open, _ := d.Findings(); len(open) != 0 || len(beside.works) != 1 {
		t.Fatalf("%d findings and %d computations before the first is through", len(open), len(beside.works))
	}
	if _, ok := d.Figures().Totals().Relationships.Get(); ok && d.Figures().Totals().Relationships.String() != "0" {
		t.Errorf("there are figures already: %v", d.Figures().Totals())
	}
	told := 0
	d.Listen(func(c Change) {
		if c.Figures && !c.Project() {
			told++
		}
	})
	beside.finish(t)
	wantCurrent(t, d)

	// Of changes while something is being computed only the last one counts.
	before, _ := d.Findings()
	addNote(t, d, "Nobody promises them anything")
	if open, _ := d.Findings(); len(open) != len(before) {
		t.Error("the findings are new before they were computed")
	}
	addNote(t, d, "Nor them")
	addNote(t, d, "Nor them either")
	beside.finish(t)
	if told != 2 || len(beside.works) != 1 {
		t.Fatalf("told %d times, %d computations waiting", told, len(beside.works))
	}
	beside.finish(t)
	wantCurrent(t, d)
	if open, _ := d.Findings(); len(open) <= len(before) {
		t.Errorf("%d findings after three segments without anything, %d before", len(open), len(before))
	}
	if told != 3 || len(beside.works) != 0 {
		t.Errorf("told %d times, %d computations waiting", told, len(beside.works))
	}
}

// withLines is a project of one note with cost lines, that has so many parts.
func withLines(t *testing.T, parts int) *canvas.Project {
	t.Helper()
	n := canvas.Note{ID: "nt_many", Text: "Many"}
	amount := decimal.NewFromInt(10)
	for i := range parts - 1 {
		n.Costs = append(n.Costs, canvas.CostLine{ID: canvas.ID(fmt.Sprint("cl_", i)), Behaviour: canvas.BehaviourMonthly, Amount: &amount})
	}
	p, _, err := canvas.AddNote(canvas.New("", "en", "EUR"), n, canvas.CostStructure, canvas.AtEnd)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestAProjectThatBecomesSmallIsComputedAtOnce(t *testing.T) {
	d := New(withLines(t, atOnce), "")
	var beside desk
	d.Beside(beside.start)
	wantCurrent(t, d)
	addNote(t, d, "One too many")
	if len(beside.works) != 1 {
		t.Fatalf("%d computations", len(beside.works))
	}
	d.Undo()
	wantCurrent(t, d)
	beside.finish(t)
	wantCurrent(t, d)
}

func TestTheMonthsToComeAreThoseOfTheScenarioThatIsLookedAt(t *testing.T) {
	for _, parts := range []int{atOnce / 2, 2 * atOnce} {
		d := New(canvas.UpdateHead(withLines(t, parts), func(h *canvas.Head) {
			double := decimal.NewFromInt(2)
			h.Plan.High = &canvas.Scenario{Cost: &double}
		}), "")
		var beside desk
		d.Beside(beside.start)
		want := func(s costing.Scenario, lines int) {
			t.Helper()
			m := d.Ahead()
			cost := decimal.NewFromInt(int64(lines * 10))
			if s == costing.ScenarioHigh {
				cost = cost.Add(cost)
			}
			if m.Scenario() != s || !m.Projection().Months[0].Cost.Equal(costing.Known(cost)) {
				t.Errorf("%d parts: the %s scenario costs %v in its first month, want %s and %v", parts, m.Scenario(), m.Projection().Months[0].Cost, s, cost)
			}
		}
		finish := func() {
			for len(beside.works) > 0 {
				beside.finish(t)
			}
		}
		d.LookAhead(costing.ScenarioHigh)
		finish()
		want(costing.ScenarioHigh, parts-1)
		if err := d.Do("edit.remove_cost", func(p *canvas.Project) (*canvas.Project, error) {
			return canvas.UpdateNote(p, "nt_many", func(n *canvas.Note) { n.Costs = n.Costs[1:] })
		}); err != nil {
			t.Fatal(err)
		}
		d.LookAhead(costing.ScenarioBase) // while it is still being computed
		finish()
		want(costing.ScenarioBase, parts-2)
		d.LookAhead(costing.ScenarioHigh)
		want(costing.ScenarioHigh, parts-2)
	}
}

// With goroutines as in the window, for the race detector.
func TestEditsWhileResultsAreComputed(t *testing.T) {
	d := New(canvastest.Large(atOnce+1), "")
	dones := make(chan func(), 1)
	running := 0
	d.Beside(func(work, done func()) {
		running++
		go func() {
			work()
			dones <- func() { running--; done() }
		}()
	})
	for i := range 20 {
		addNote(t, d, strconv.Itoa(i))
		d.Figures().Segments()
		d.Findings()
		select {
		case done := <-dones:
			done()
		default:
		}
	}
	for running > 0 {
		(<-dones)()
	}
	wantCurrent(t, d)
}
