//go:build e2e

package e2e

import (
	"testing"

	"ninefold/test/e2e/desktop"
)

// TestFindingsByKeyboard goes to what is worth a look and sets it aside in the
// list, with no mouse, and then edits the note out of the panel.
func TestFindingsByKeyboard(t *testing.T) {
	w, path := openSample(t, "en")
	w.Key("F8", "ctrl+F8", "Delete")
	w.WaitFor("a question", func(m desktop.Map) bool { return m.Busy })
	w.Type("they never ask for it")
	w.Key("Return")
	w.WaitFor("the finding to be set aside", func(m desktop.Map) bool { return !m.Busy && m.Undo == "edit.set_aside" })
	w.Key("F6", "End")
	w.Type(" or cargo bikes")
	w.Key("F8") // leaves the field and keeps what was typed
	w.WaitFor("the text to be kept", func(m desktop.Map) bool { return m.Undo == "edit.text" })
	w.Screenshot("walked on")
	save(t, w)

	p := load(t, path)
	set := p.Head().SetAside
	if len(set) != 1 || set[0].Reason != "they never ask for it" || len(set[0].Notes) == 0 {
		t.Fatalf("set aside: %+v", set)
	}
	if text := p.Note(set[0].Notes[0]).Text; text != "Courier fleets, 10 to 60 bikes or cargo bikes" {
		t.Errorf("the note reads %q", text)
	}
	w.Quit()
}
