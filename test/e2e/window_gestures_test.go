//go:build e2e

package e2e

import (
	"image"
	"testing"

	"ninefold/canvas"
	"ninefold/test/e2e/desktop"
)

// in reports whether all notes lie in a block.
func in(m desktop.Map, block canvas.Block, notes []*canvas.Note) bool {
	for _, n := range notes {
		if !m.Has(key(n.ID)) || !m.Items["block:"+string(block)].Contains(m.Items[key(n.ID)].Center()) {
			return false
		}
	}
	return true
}

// TestMouseOnManyNotes selects notes by a rubber band and by clicks, drags them
// together, puts one elsewhere in its block, gives up, and uses the menu of a
// note.
func TestMouseOnManyNotes(t *testing.T) {
	w, path := openSample(t, "en")
	before := load(t, path)
	activities := before.Block(canvas.KeyActivities)
	block := w.Item("block:key_activities")
	w.Drag(block.At(0.5, 0.95), block.At(0.02, 0.12))
	w.Drag(w.Item(key(activities[1].ID)).Center(), w.Item("block:key_partnerships").At(0.5, 0.9))
	w.WaitFor("three notes in Key Partners, by one step", func(m desktop.Map) bool {
		return m.Undo == "edit.move" && in(m, canvas.KeyPartnerships, activities)
	})
	w.Screenshot("moved together")
	w.Key("ctrl+z")
	w.WaitFor("them back", func(m desktop.Map) bool { return m.Undo == "" && in(m, canvas.KeyActivities, activities) })

	partners := before.Block(canvas.KeyPartnerships)
	second := w.Item(key(partners[1].ID))
	w.Drag(w.Item(key(partners[0].ID)).Center(), second.At(0.5, 0.9))
	w.WaitFor("the first note below the second", func(m desktop.Map) bool {
		return m.Items[key(partners[0].ID)].Y > m.Items[key(partners[1].ID)].Y
	})

	w.Click(w.Item(key(partners[2].ID)).Center())
	w.Holding("shift", func() { w.Click(w.Item(key(activities[0].ID)).Center()) })
	w.Holding("ctrl", func() { w.Click(w.Item(key(activities[1].ID)).Center()) })
	w.Key("Delete")
	w.WaitFor("three notes less", func(m desktop.Map) bool { return m.Notes == before.Len()-3 })
	w.Key("ctrl+z")
	w.WaitFor("them again", func(m desktop.Map) bool { return m.Notes == before.Len() })

	w.Click(w.Item("block:customer_segments").At(0.5, 0.95))
	w.Press(block.At(0.5, 0.95))
	w.Carry(block.At(0.5, 0.95), block.At(0.02, 0.12))
	w.Key("Escape")
	w.Release()
	w.Key("Delete") // nothing is selected
	w.RightClick(w.Item(key(activities[0].ID)).Center())
	w.WaitFor("a menu", func(m desktop.Map) bool { return m.Busy })
	w.Screenshot("menu of a note")
	w.Key("Down", "Down", "Down", "Return")
	m := w.WaitFor("a copy", func(m desktop.Map) bool { return m.Undo == "edit.duplicate" })
	if m.Notes != before.Len()+1 {
		t.Errorf("there are %d notes, want %d", m.Notes, before.Len()+1)
	}
	save(t, w)
	now := load(t, path)
	if got := now.Block(canvas.KeyPartnerships); got[0].ID != partners[1].ID || got[1].ID != partners[0].ID {
		t.Error("the first two notes have not changed places")
	}
	w.Quit()
}

// TestTypingInPlace begins to edit and compares what the screen shows: not a
// pixel of the text moves. Then a segment is made, renamed, moved and deleted.
func TestTypingInPlace(t *testing.T) {
	w, path := openSample(t, "en")
	p := load(t, path)
	note := p.Block(canvas.CustomerRelationships)[0]
	at := w.Item(key(note.ID))
	w.Click(at.Center())
	before := w.Screenshot("before editing")
	w.Key("Return", "End", "shift+Home") // a selection lies on the text, which goes on being seen
	w.Key("End")
	w.Type("!")
	w.WaitFor("the note to stay", func(m desktop.Map) bool { return m.Has(key(note.ID)) })
	w.Key("BackSpace")
	after := w.Screenshot("while editing")
	if gone := lost(before, after, at); gone > 0 {
		t.Errorf("%d dark pixels of the text have moved", gone)
	}
	w.Type(" Done")
	w.Key("ctrl+z", "Return") // what was typed is taken back within the text
	w.Key("Escape")

	segments := w.Item("block:customer_segments")
	w.Click(segments.At(0.5, 0.9))
	w.Key("Return")
	w.Type("Schools")
	w.Key("Return", "Escape") // Enter keeps it and begins the next
	w.WaitFor("a segment more", func(m desktop.Map) bool { return m.Notes == p.Len()+1 })
	w.Key("F2", "ctrl+a")
	w.Type("Cities")
	w.Key("Return", "alt+Up")
	w.WaitFor("the segment to move", func(m desktop.Map) bool { return m.Undo == "edit.move" })
	save(t, w)
	got := load(t, path).Segments()
	if s := got[len(got)-2]; s.Text != "Cities" || s.Segment.Letter != "D" {
		t.Errorf("the last segment but one is %q, %+v", s.Text, s.Segment)
	}
	if first := load(t, path).Note(note.ID); first.Text != note.Text {
		t.Errorf("the note says %q", first.Text)
	}
	w.Click(w.Item(key(got[0].ID)).Center())
	w.Key("Delete")
	w.WaitFor("the question what it touches", func(m desktop.Map) bool { return m.Has("answer:button.delete") })
	w.Key("Escape")
	w.WaitGone("answer:button.delete")
	w.Quit()
}

// lost is how many dark pixels of a part of a picture are light in another.
func lost(before, after image.Image, at desktop.Rect) int {
	dark := func(m image.Image, x, y int) bool {
		r, g, b, _ := m.At(x, y).RGBA()
		return max(r, g, b) < 0x5000
	}
	n := 0
	for y := at.Y + 3; y < at.Y+at.H-3; y++ {
		for x := at.X + 8; x < at.X+at.W-8; x++ {
			if dark(before, x, y) && !dark(after, x, y) {
				n++
			}
		}
	}
	return n
}
