package merge

import (
	"slices"

	"ninefold/canvas"
)

// revive brings back notes that one side deleted and the other newly refers
// to, unless it is decided that they go.
func (m *merger) revive() {
	for _, id := range m.gone {
		if m.newlyNamed(id) && !m.goes(m.deletion(id)) {
			m.notes[id] = m.ours[id]
			if m.notes[id] == nil {
				m.notes[id] = m.theirs[id]
			}
		}
	}
}

// newlyNamed reports whether a note of the outcome serves or links a note that
// it did not in the base.
func (m *merger) newlyNamed(id canvas.ID) bool {
	for _, n := range m.notes {
		names := slices.Contains(n.Segments, id) || slices.Contains(n.Links, id)
		if !names {
			continue
		}
		was := m.base[n.ID]
		if was == nil || !slices.Contains(was.Segments, id) && !slices.Contains(was.Links, id) {
			return true
		}
	}
	return false
}

// project makes the outcome out of what was merged.
func (m *merger) project(head canvas.Head, order []canvas.ID) (*canvas.Project, error) {
	var notes []*canvas.Note
	for _, id := range order {
		if n := m.notes[id]; n != nil {
			notes = append(notes, n)
		}
	}
	return canvas.Settle(head, notes)
}
