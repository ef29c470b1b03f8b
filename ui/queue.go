package ui

import (
	"fyne.io/fyne/v2"

	"ninefold/ui/guard"
)

// A queue carries out slow work beside the windows, one piece after the other
// in the order given: of two saves in a row the later one is what the file
// then holds. Its methods are for the windows' goroutine.
type queue struct {
	waiting []task
	busy    bool
	// start carries out the work on another goroutine, then done on the
	// windows'. Tests put their own here.
	start func(work, done func())
}

// A task is what is done elsewhere, and in the window before and after it.
type task struct{ before, work, done func() }

func newQueue() *queue { return &queue{start: beside} }

// beside carries out work on another goroutine, then done on the windows'.
func beside(work, done func()) {
	go func() {
		guard.Run(work)
		later(done)
	}()
}

// later calls a function on the windows' goroutine, from any other.
func later(f func()) { fyne.Do(func() { guard.Run(f) }) }

// add has work done once what was given before is through.
func (q *queue) add(work, done func()) { q.addAfter(func() {}, work, done) }

// addAfter is add with something that is to be done in the window just before
// the work, when all that was given earlier has had its effect.
func (q *queue) addAfter(before, work, done func()) {
	q.waiting = append(q.waiting, task{before, work, done})
	q.next()
}

// then calls a function once everything given so far is through, at once if it
// is already.
func (q *queue) then(f func()) {
	if !q.busy {
		f()
		return
	}
	q.add(func() {}, f)
}

func (q *queue) next() {
	if q.busy || len(q.waiting) == 0 {
		return
	}
	t := q.waiting[0]
	q.waiting = q.waiting[1:]
	q.busy = true
	t.before()
	q.start(t.work, func() {
		q.busy = false
		guard.Run(t.done)
		q.next()
	})
}
