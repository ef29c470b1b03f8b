package merge

import (
	"cmp"

	"ninefold/canvas"
)

// A Difference is what a second version of a project has otherwise than a
// first one. Its lists follow the order of the canvas: blocks as they are
// filled in, notes as they stand, in the version that holds them.
type Difference struct {
	Added, Removed []*canvas.Note
	Changed        []Change
	Moved          []Move
	Head           []Field // what is said of the whole project
}

// A Change is a note that says something else than before.
type Change struct {
	ID            canvas.ID
	Before, After *canvas.Note
	Fields        []Field // never empty
}

// A Move is a note that stands in another block, or in its block on another
// side of a note that stayed. A note may be both moved and changed.
type Move struct {
	ID            canvas.ID
	Before, After *canvas.Note
}

// Empty reports whether the versions say the same. Order keys that were made
// anew without changing the order of any notes are no difference.
func (d *Difference) Empty() bool {
	return len(d.Added) == 0 && len(d.Removed) == 0 && len(d.Changed) == 0 && len(d.Moved) == 0 && len(d.Head) == 0
}

// Diff returns what b has otherwise than a. Notes that both share are passed
// over, so consecutive versions are compared in the time it takes to walk
// their notes. Ids must be unique in each project.
func Diff(a, b *canvas.Project) *Difference {
	d := &Difference{Head: headFields(a, b)}
	before, after, rekeyed := apart(a, b)
	old := make(map[canvas.ID]*canvas.Note, len(before))
	for _, n := range before {
		old[n.ID] = n
	}
	matched := make(map[canvas.ID]bool, len(after))
	for _, n := range after {
		was := old[n.ID]
		if was == nil {
			d.Added = append(d.Added, n)
			continue
		}
		matched[n.ID] = true
		if fields := NoteFields(was, n); len(fields) > 0 {
			d.Changed = append(d.Changed, Change{ID: n.ID, Before: was, After: n, Fields: fields})
		}
	}
	for _, n := range before {
		if !matched[n.ID] {
			d.Removed = append(d.Removed, n)
		}
	}
	left := map[canvas.ID]bool{} // notes that changed their place within a block
	for _, block := range rekeyed {
		for _, id := range reordered(a.Block(block), b.Block(block)) {
			left[id] = true
		}
	}
	for _, n := range after {
		if was := old[n.ID]; was != nil && (was.Block != n.Block || left[n.ID]) {
			d.Moved = append(d.Moved, Move{ID: n.ID, Before: was, After: n})
		}
	}
	return d
}

// apart returns the notes that only one of the projects holds as they are, and
// the blocks in which notes have other order keys than before.
func apart(a, b *canvas.Project) (before, after []*canvas.Note, rekeyed []canvas.Block) {
	for _, block := range canvas.Blocks() {
		x, y := a.Block(block), b.Block(block)
		if len(x) == len(y) && (len(x) == 0 || &x[0] == &y[0]) {
			continue // the very same list
		}
		keys := map[canvas.ID]string{}
		// Both lists are sorted alike, so walking them side by side finds every
		// shared note without looking anything up.
		for len(x) > 0 || len(y) > 0 {
			c := compare(x, y)
			if c == 0 && x[0] == y[0] {
				x, y = x[1:], y[1:]
				continue
			}
			if c <= 0 {
				keys[x[0].ID] = x[0].Order
				before, x = append(before, x[0]), x[1:]
			}
			if c >= 0 {
				after, y = append(after, y[0]), y[1:]
			}
		}
		for i := len(after) - 1; i >= 0 && after[i].Block == block; i-- {
			if key, was := keys[after[i].ID]; was && key != after[i].Order {
				rekeyed = append(rekeyed, block)
				break
			}
		}
	}
	return before, after, rekeyed
}

// compare says which list's first note comes first; an empty list comes last.
func compare(x, y []*canvas.Note) int {
	switch {
	case len(y) == 0:
		return -1
	case len(x) == 0:
		return 1
	}
	return cmp.Or(cmp.Compare(x[0].Order, y[0].Order), cmp.Compare(x[0].ID, y[0].ID))
}
