package ui

import (
	"testing"

	"ninefold/canvas"
	"ninefold/canvas/canvastest"
	"ninefold/canvas/costing"
	"ninefold/ui/costs/grid"
)

// What is computed beside the window is shown once it is there.
func TestALargeCanvasShowsItsFindingsOnceTheyAreComputed(t *testing.T) {
	a := newApp(t, Options{})
	var work, done func()
	a.beside = func(w, d func()) { work, done = w, d }
	w := a.show(&found{project: canvastest.Large(1000)})
	if w.status.weight.Text != "" || w.status.costs.Text != "" || len(w.review.cards) != 0 {
		t.Errorf("the window says %q, %q and %d cards before anything is computed", w.status.weight.Text, w.status.costs.Text, len(w.review.cards))
	}
	work()
	done()
	if w.status.weight.Text == "" || w.status.costs.Text == "" || len(w.review.cards) == 0 {
		t.Errorf("the window says %q, %q and %d cards", w.status.weight.Text, w.status.costs.Text, len(w.review.cards))
	}
}

// In a large table of costs, what is typed stands there at once; what it comes
// to follows.
func TestALargeTableOfCostsDoesNotWaitForItsFigures(t *testing.T) {
	a := newApp(t, Options{})
	var work, done func()
	a.beside = func(w, d func()) { work, done = w, d }
	p := canvastest.Large(1000)
	w := a.show(&found{project: p})
	w.show(viewCosts)
	finish := func() {
		for work != nil {
			now, after := work, done
			work = nil
			now()
			after()
		}
	}
	finish()
	at := grid.Cursor{Column: grid.Amount}
	for r := w.costs.Table().Rows; r[at.Row].Kind != grid.Line || r[at.Row].Cost.Behaviour != canvas.BehaviourMonthly; {
		at.Row++
	}
	row := func() *grid.Row { return &w.costs.Table().Rows[at.Row] }
	before := row().Monthly
	edit, _, err := w.costs.Table().Set(at, "77")
	if err != nil {
		t.Fatal(err)
	}
	w.try(w.doc.Do("edit.cost", edit))
	if got := w.costs.Table().Text(row(), grid.Amount); got != "77.00" || !row().Monthly.Equal(before) {
		t.Errorf("the amount is %s and comes to %v before anything is computed, want 77.00 and %v", got, row().Monthly, before)
	}
	first := p.Segments()[0].ID
	w.try(w.doc.Do("edit.delete", func(p *canvas.Project) (*canvas.Project, error) { return canvas.DeleteNotes(p, []canvas.ID{first}) }))
	finish()
	if want := costing.New(w.doc.Project()).Line(row().Cost.ID).Monthly; row().Monthly.String() != "77" || !row().Monthly.Equal(want) {
		t.Errorf("the amount comes to %v, want %v", row().Monthly, want)
	}
}
