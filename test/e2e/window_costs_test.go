//go:build e2e

package e2e

import (
	"slices"
	"testing"

	"ninefold/canvas"
	"ninefold/test/e2e/desktop"
)

// costKey is what a cell of the table of costs is called.
func costKey(c *canvas.CostLine, column string) string { return "cost:" + string(c.ID) + ":" + column }

// TestCostsAsASpreadsheet works the table of costs with keyboard and clipboard
// and looks at what then stands in the file.
func TestCostsAsASpreadsheet(t *testing.T) {
	w, path := openSample(t, "en")
	before := load(t, path)
	relationships := before.Block(canvas.CustomerRelationships)
	at := slices.IndexFunc(relationships, func(n *canvas.Note) bool { return len(n.Costs) >= 3 })
	note := relationships[at]
	w.Key("ctrl+3")
	w.WaitFor("the table", func(m desktop.Map) bool { return m.Has(costKey(&note.Costs[0], "amount")) })

	w.Click(w.Item(costKey(&note.Costs[0], "amount")).Center())
	w.Type("12k")
	w.Key("Return")
	w.WaitFor("the amount", func(m desktop.Map) bool { return m.Undo == "edit.cost" })
	w.Type("=1+1")
	w.Key("Return", "Escape") // it is refused, and given up
	w.Key("Up")
	w.Key("shift+Down", "shift+Down")
	w.Key("ctrl+c")
	// On the head of another relationship what is pasted becomes new lines.
	other := relationships[at+1]
	w.Click(w.Item("note:" + string(other.ID)).Center())
	w.Type("Leaflets")
	w.Key("Tab")
	w.WaitFor("a new line", func(m desktop.Map) bool { return m.Undo == "edit.add_cost" })
	w.Click(w.Item(costKey(&other.Costs[0], "amount")).Center())
	w.Key("ctrl+v")
	w.WaitFor("the column", func(m desktop.Map) bool { return m.Undo == "edit.paste_cost" })
	w.Key("ctrl+z")
	w.WaitFor("the column to go", func(m desktop.Map) bool { return m.Undo == "edit.add_cost" })
	w.Key("ctrl+y")
	w.WaitFor("the column again", func(m desktop.Map) bool { return m.Undo == "edit.paste_cost" })
	w.Screenshot("costs")
	save(t, w)

	after := load(t, path)
	now, changed := after.Note(note.ID), after.Note(other.ID)
	if got := now.Costs[0].Amount.String(); got != "12000" {
		t.Errorf("the amount is %s", got)
	}
	if now.Costs[1].Amount.String() != note.Costs[1].Amount.String() {
		t.Errorf("a formula changed an amount to %v", now.Costs[1].Amount)
	}
	if len(changed.Costs) != len(other.Costs)+1 || changed.Costs[len(other.Costs)].Label != "Leaflets" {
		t.Errorf("the other relationship costs %+v", changed.Costs)
	}
	for i := range min(3, len(other.Costs)) {
		if got, want := changed.Costs[i].Amount, now.Costs[i].Amount; !got.Equal(*want) {
			t.Errorf("line %d was pasted as %s, want %s", i, got, want)
		}
	}
	w.Quit()
}
