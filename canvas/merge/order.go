package merge

import (
	"sort"

	"ninefold/canvas"
)

// reordered returns the notes of a block that have to be moved to come from
// one order to the other, as few as can be. Notes that kept their order key
// stayed: the others moved around them.
func reordered(before, after []*canvas.Note) []canvas.ID {
	type place struct{ index, stayed int } // in the old order; stayed counts the notes before it that kept their key
	kept := map[canvas.ID]bool{}
	keys := make(map[canvas.ID]string, len(after))
	for _, n := range after {
		keys[n.ID] = n.Order
	}
	old := make(map[canvas.ID]place, len(before))
	stayed := 0
	for i, n := range before {
		old[n.ID] = place{i, stayed}
		if key, still := keys[n.ID]; still && key == n.Order {
			kept[n.ID] = true
			stayed++
		}
	}

	var moved []canvas.ID
	var rest []canvas.ID // have new keys, and stand between the same stayed notes as before
	stayed = 0
	for _, n := range after {
		was, there := old[n.ID]
		switch {
		case kept[n.ID]:
			stayed++
		case !there: // new in this block
		case was.stayed != stayed:
			moved = append(moved, n.ID)
		default:
			rest = append(rest, n.ID)
		}
	}
	still := longestRise(rest, func(id canvas.ID) int { return old[id].index })
	for i, id := range rest {
		if len(still) > 0 && still[0] == i {
			still = still[1:]
		} else {
			moved = append(moved, id)
		}
	}
	return moved
}

// longestRise returns the indexes of a longest rising sequence in a list of
// things with distinct ranks.
func longestRise[T any](list []T, rank func(T) int) []int {
	var ends []int                     // ends[k]: where the rise of length k+1 with the lowest end ends
	previous := make([]int, len(list)) // the index before it in the rise that ends there
	for i, x := range list {
		k := sort.Search(len(ends), func(k int) bool { return rank(list[ends[k]]) > rank(x) })
		previous[i] = -1
		if k > 0 {
			previous[i] = ends[k-1]
		}
		if k == len(ends) {
			ends = append(ends, i)
		} else {
			ends[k] = i
		}
	}
	rise := make([]int, len(ends))
	if len(ends) > 0 {
		for i, at := len(ends)-1, ends[len(ends)-1]; i >= 0; i, at = i-1, previous[at] {
			rise[i] = at
		}
	}
	return rise
}
