package canvas

import "slices"

// SetAsideFinding returns the project in which a finding is set aside, with the
// reason why: the check's key, and the notes that the finding concerns in any
// order. One that is set aside already gets the new reason.
func SetAsideFinding(p *Project, check string, notes []ID, reason string) (*Project, error) {
	all := p.ByID()
	for _, id := range notes {
		if all[id] == nil {
			return nil, &NotFoundError{id}
		}
	}
	at := slices.IndexFunc(p.head.SetAside, func(s SetAside) bool { return s.Is(check, notes) })
	if at >= 0 && p.head.SetAside[at].Reason == reason {
		return p, nil
	}
	return UpdateHead(p, func(h *Head) {
		if at < 0 {
			h.SetAside = append(slices.Clip(h.SetAside), SetAside{Check: check, Notes: slices.Clone(notes), Reason: reason})
			return
		}
		h.SetAside = slices.Clone(h.SetAside)
		h.SetAside[at].Reason = reason
	}), nil
}

// BringBackFinding returns the project in which a finding is no longer set
// aside; p itself where it is not.
func BringBackFinding(p *Project, check string, notes []ID) *Project {
	is := func(s SetAside) bool { return s.Is(check, notes) }
	if !slices.ContainsFunc(p.head.SetAside, is) {
		return p
	}
	return UpdateHead(p, func(h *Head) { h.SetAside = slices.DeleteFunc(slices.Clone(h.SetAside), is) })
}

// Is reports whether this is the finding of a check, by its key, about these
// notes in any order.
func (s SetAside) Is(check string, notes []ID) bool {
	if s.Check != check || len(s.Notes) != len(notes) {
		return false
	}
	return slices.Equal(s.Notes, notes) || slices.Equal(slices.Sorted(slices.Values(s.Notes)), slices.Sorted(slices.Values(notes)))
}
