package ui

import (
	"slices"

	"ninefold/canvas"
)

// toggleShown has the window look at a segment too, or no longer. Notes that
// serve none of the segments looked at are shown pale; those that serve no
// segment in particular are for all.
func (w *Window) toggleShown(segment canvas.ID) {
	if i := slices.Index(w.shown, segment); i >= 0 {
		w.shown = slices.Delete(slices.Clone(w.shown), i, i+1)
	} else {
		w.shown = append(slices.Clone(w.shown), segment)
	}
	w.filtered()
}

// showAll has the window look at all segments.
func (w *Window) showAll() {
	w.shown = nil
	w.filtered()
}

func (w *Window) filtered() {
	w.applyFilter()
	w.toolbar.showFilter()
	w.menus.update()
	if w.win.Canvas().Focused() == nil { // a click took it; whoever came by keyboard stays
		w.focusView()
	}
}

// applyFilter tells the board which notes are pale, or the table of costs which
// segments to show. Segments that are gone are no longer looked at.
func (w *Window) applyFilter() {
	p := w.doc.Project()
	w.shown = slices.DeleteFunc(slices.Clone(w.shown), func(id canvas.ID) bool { n := p.Note(id); return n == nil || !n.IsSegment() })
	if w.costs != nil {
		w.costs.ShowSegments(w.shown)
		return
	}
	if len(w.shown) == 0 {
		w.board.Fade(nil)
		return
	}
	pale := map[canvas.ID]bool{}
	for n := range p.Notes() {
		serves := n.Segments
		if n.IsSegment() {
			serves = []canvas.ID{n.ID}
		}
		isShown := func(id canvas.ID) bool { return slices.Contains(w.shown, id) }
		if len(w.shown) > 0 && len(serves) > 0 && !slices.ContainsFunc(serves, isShown) {
			pale[n.ID] = true
		}
	}
	w.board.Fade(pale)
}

// showFilter lights up the chips of the segments that are looked at.
func (t *toolbar) showFilter() {
	for i, c := range t.segmentChips {
		c.SetChoice(len(t.w.shown) > 0, slices.Contains(t.w.shown, t.segments[i].ID))
	}
}
