package inspector

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ninefold/canvas"
	"ninefold/ui/kit"
)

// A note may have thousands of cost lines: the first are shown, and the others
// when they are asked for.
func TestManyCostLinesAreShownByAndBy(t *testing.T) {
	const count = 5000
	b := newBench(t)
	b.edit(func(n *canvas.Note) {
		n.Costs = make([]canvas.CostLine, count)
		for k := range n.Costs {
			n.Costs[k] = canvas.CostLine{ID: canvas.ID(fmt.Sprint("cl_", k)), Label: fmt.Sprint("Line ", k+1), Behaviour: canvas.BehaviourMonthly}
		}
	})
	b.window.Resize(fyne.NewSize(280, 6000))
	led := false
	b.panel.AllCosts(func() { led = true })
	b.doc.Select(reminder)
	b.lines(20)
	b.press("4,980 more costs")
	b.lines(40)
	b.press("See all in Costs")
	if !led {
		t.Error("the button does not lead to all costs")
	}

	b.panel.OpenCost("cl_4998")
	b.reads("Line 4999", "n/a")
	b.lines(41)
	b.press("Move this cost down")
	if n := b.doc.Project().Note(reminder); n.Costs[count-1].ID != "cl_4998" {
		t.Errorf("the last line is %s after the one before it was moved down", n.Costs[count-1].ID)
	}
	b.press("+ Cost")
	b.lines(42)

	b.edit(func(n *canvas.Note) { n.Costs = n.Costs[:41:41] })
	b.lines(40)
	b.press("1 more cost")
	b.lines(41)
	if slices.ContainsFunc(b.texts(), func(s string) bool { return strings.Contains(s, "more cost") }) {
		t.Errorf("more is offered than there is: %q", b.texts())
	}
}

// A cost line that another view is at comes into sight, with the part it is in.
func TestACostLineIsBroughtIntoSight(t *testing.T) {
	b := newBench(t)
	b.edit(func(n *canvas.Note) {
		for k := range 60 {
			n.Costs = append(n.Costs, canvas.CostLine{ID: canvas.ID(fmt.Sprint("cl_", k)), Label: fmt.Sprint("Line ", k), Behaviour: canvas.BehaviourMonthly})
		}
	})
	b.window.Resize(fyne.NewSize(280, 500))
	b.doc.Select(reminder)
	b.panel.open[costsKey] = false
	for _, k := range []int{12, 50, 0} {
		e, ok := b.panel.OpenCost(canvas.ID(fmt.Sprint("cl_", k))).(*entry)
		if !ok || e.Text != fmt.Sprint("Line ", k) {
			t.Fatalf("the first field of line %d is not its label", k)
		}
		top := fyne.CurrentApp().Driver().AbsolutePositionForObject(e).Y
		if top < 0 || top+e.Size().Height > 500 {
			t.Errorf("the label of line %d is at %v, out of sight", k, top)
		}
	}
	if field := b.panel.OpenCost("cl_other"); field != nil {
		t.Errorf("a line of another note has the field %v", field)
	}
	open := 0
	for key, is := range b.panel.Folds() {
		if is && strings.HasPrefix(key, "cost ") {
			open++
		}
	}
	if open != 1 {
		t.Errorf("%d cost lines are open, want the last one", open)
	}
}

// edit changes the note with many costs behind the panel's back.
func (b *bench) edit(change func(*canvas.Note)) {
	b.t.Helper()
	if err := b.doc.Do("edit.cost", func(p *canvas.Project) (*canvas.Project, error) {
		return canvas.UpdateNote(p, reminder, change)
	}); err != nil {
		b.t.Fatal(err)
	}
}

// lines checks how many cost lines are shown.
func (b *bench) lines(want int) {
	b.t.Helper()
	got := 0
	for _, o := range b.objects() {
		if f, ok := o.(*kit.Fold); ok && (strings.HasPrefix(f.AccessibilityLabel(), "Line ") || f.AccessibilityLabel() == "Monthly") {
			got++
		}
	}
	if got != want {
		b.t.Errorf("%d cost lines are shown, want %d", got, want)
	}
}
