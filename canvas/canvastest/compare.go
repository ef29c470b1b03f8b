package canvastest

import (
	"slices"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/shopspring/decimal"

	"ninefold/canvas"
)

// Diff tells how two projects differ in what they say, or returns "" when they
// do not: amounts are compared by value, times by instant, and unknown members
// as JSON.
func Diff(want, got *canvas.Project) string {
	type project struct {
		Head  canvas.Head
		Notes []*canvas.Note
	}
	return cmp.Diff(project{want.Head(), slices.Collect(want.Notes())}, project{got.Head(), slices.Collect(got.Notes())},
		cmpopts.EquateEmpty(),
		cmp.Comparer(func(a, b decimal.Decimal) bool { return a.Equal(b) }),
		cmp.Comparer(func(a, b time.Time) bool { return a.Equal(b) }),
		cmp.FilterValues(func(a, b canvas.Unknown) bool { return len(a)+len(b) > 0 }, // EquateEmpty has the others
			cmp.Comparer(func(a, b canvas.Unknown) bool { return canonical(a) == canonical(b) })))
}

func canonical(u canvas.Unknown) string {
	u = slices.Clone(u)
	_ = u.Canonicalize() // what is no JSON is compared as it is
	return string(u)
}
