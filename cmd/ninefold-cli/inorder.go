package main

import (
	"runtime"
	"sync/atomic"
)

// inOrder does some work for each number below n, as much at once as there are
// processors, and calls done with the results one after another in the order of
// the numbers.
func inOrder[T any](n int, work func(i int) T, done func(i int, result T)) {
	results := make([]chan T, n)
	for i := range results {
		results[i] = make(chan T, 1)
	}
	var next atomic.Int64
	for range min(n, runtime.GOMAXPROCS(0)) {
		go func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				results[i] <- work(i)
			}
		}()
	}
	for i, result := range results {
		done(i, <-result)
	}
}
