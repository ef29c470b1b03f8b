//go:build e2e

package e2e

import (
	"testing"

	"ninefold/canvas"
	"ninefold/test/e2e/desktop"
)

// TestClipboardAndCopyByDragging works with the system's own clipboard and
// with modifier keys under a drag, which no test driver has.
func TestClipboardAndCopyByDragging(t *testing.T) {
	w, path := openSample(t, "en")
	before := load(t, path)
	note := before.Block(canvas.KeyResources)[0]

	w.Click(w.Item(key(note.ID)).Center())
	w.Key("ctrl+c")
	w.Click(w.Item("block:channels").At(0.5, 0.9))
	w.Key("ctrl+v")
	w.WaitFor("the pasted note", func(m desktop.Map) bool { return m.Undo == "edit.paste" && m.Notes == before.Len()+1 })
	w.Holding("ctrl", func() {
		w.Drag(w.Item(key(note.ID)).Center(), w.Item("block:key_activities").At(0.5, 0.9))
	})
	w.WaitFor("the copy", func(m desktop.Map) bool { return m.Undo == "edit.duplicate" && m.Notes == before.Len()+2 })
	w.Click(w.Item(key(note.ID)).Center())
	w.Key("ctrl+x")
	w.WaitFor("the note to be cut", func(m desktop.Map) bool { return m.Undo == "edit.cut" && !m.Has(key(note.ID)) })
	w.Click(w.Item("block:key_partnerships").At(0.5, 0.9))
	w.Key("ctrl+v")
	w.WaitFor("the very note elsewhere", func(m desktop.Map) bool {
		return m.Has(key(note.ID)) && m.Items["block:key_partnerships"].Contains(m.Items[key(note.ID)].Center())
	})
	save(t, w)

	after := load(t, path)
	for _, b := range []canvas.Block{canvas.Channels, canvas.KeyActivities, canvas.KeyPartnerships} {
		notes := after.Block(b)
		last := notes[len(notes)-1]
		if last.Text != note.Text || len(last.Costs) != len(note.Costs) || len(last.Segments) != len(note.Segments) {
			t.Errorf("the last note of %s is %+v", b, last)
		}
	}
	w.Quit()
}

// TestZoomAndFind turns the wheel with Ctrl held and looks for a note that is
// then out of sight.
func TestZoomAndFind(t *testing.T) {
	w, path := openSample(t, "en")
	note := load(t, path).Block(canvas.CustomerSegments)[0]
	block := w.Item("block:key_partnerships")
	w.Holding("ctrl", func() { w.Scroll(block.At(0.1, 0.1), 4) })
	w.WaitFor("a larger sheet", func(m desktop.Map) bool {
		return m.Items["block:key_partnerships"].W > block.W*7/5 && !m.Has(key(note.ID))
	})
	w.Key("ctrl+f")
	w.WaitFor("the bar to push the sheet down", func(m desktop.Map) bool { return m.Has("action:find") })
	w.Type("commuters, 5")
	w.WaitFor("the note to be in sight", func(m desktop.Map) bool { return m.Has(key(note.ID)) })
	w.Screenshot("found")
	w.Key("Escape", "ctrl+0")
	w.WaitFor("the natural size", func(m desktop.Map) bool {
		return m.Items["block:key_partnerships"].W <= block.W+1 && m.Has(key(note.ID))
	})
	w.Quit()
}
