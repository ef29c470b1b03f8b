package ui

import (
	"testing"

	"ninefold/canvas/canvastest"
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
