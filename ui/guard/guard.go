// Package guard catches what goes wrong in a callback, so that one mistake in
// the program does not take all of it, and the work in it, down. It must not
// know what the callbacks do.
//
// Fyne calls back on one goroutine, with nothing between it and the end of the
// process; so each way in from outside begins with
//
//	defer guard.Catch()
package guard

import (
	"runtime/debug"
	"sync/atomic"
)

// A Caught is what went wrong: what was panicked with, and where.
type Caught struct {
	Value any
	Stack []byte
}

var tell atomic.Pointer[func(Caught)]

// Tell has a function told of whatever is caught from now on, on the goroutine
// where it happened; nil lets everything through.
func Tell(f func(Caught)) {
	if f == nil {
		tell.Store(nil)
		return
	}
	tell.Store(&f)
}

// Catch ends a panic of the function that defers it.
func Catch() {
	f := tell.Load()
	if f == nil {
		return
	}
	if r := recover(); r != nil {
		(*f)(Caught{r, debug.Stack()})
	}
}

// Run calls a function and ends its panic.
func Run(f func()) {
	defer Catch()
	f()
}
