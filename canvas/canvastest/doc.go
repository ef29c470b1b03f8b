// Package canvastest makes projects for tests and benchmarks: the same seed
// gives the same project, ids included. Only tests import it; it knows the
// model and nothing else.
package canvastest
