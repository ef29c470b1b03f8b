package ui

import "fyne.io/fyne/v2"

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

// A task is what is done elsewhere and what is done in the window afterwards.
type task struct{ work, done func() }

func newQueue() *queue { return &queue{start: beside} }

// beside carries out work on another goroutine, then done on the windows'.
func beside(work, done func()) {
	go func() {
		work()
		fyne.Do(done)
	}()
}

// add has work done once what was given before is through.
func (q *queue) add(work, done func()) {
	q.waiting = append(q.waiting, task{work, done})
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
	q.start(t.work, func() {
		q.busy = false
		t.done()
		q.next()
	})
}
