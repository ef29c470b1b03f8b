package inspector

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"ninefold/canvas"
)

// What a type asks of other blocks is added by a tap as one step: the note,
// linked, for the same segments.
func TestAskIsMetByATap(t *testing.T) {
	b := newBench(t)
	b.show(reminder)
	before := b.doc.Project()
	b.press("Add: Software for automated services, Key Resources")
	p := b.doc.Project()
	linked := canvas.Provided(p, p.Note(reminder), canvas.KeyResources)
	if len(linked) != 1 || linked[0].Text != "Software for automated services" || !linked[0].Serves(commuters) || p.Len() != before.Len()+1 {
		t.Fatalf("linked with %+v", linked)
	}
	if b.doc.UndoName() != "edit.provide" {
		t.Errorf("the step is %q", b.doc.UndoName())
	}
	b.reads("ASKS OF OTHER BLOCKS", "1 of 2")
	b.press("Software for automated services, Key Resources") // which leads to it now
	if !b.doc.IsSelected(linked[0].ID) {
		t.Error("what is met does not lead to its note")
	}
	b.doc.Undo()
	if b.doc.Project() != before {
		t.Error("one undo does not take it all back")
	}
}

// By keyboard alone, one after the other: the focus stays where it is.
func TestAsksAreMetByKeyboard(t *testing.T) {
	b := newBench(t)
	b.show(reminder)
	row := b.named("Add: Software for automated services, Key Resources").(fyne.Focusable)
	b.window.Canvas().Focus(row)
	b.Key(fyne.KeyReturn)
	if b.window.Canvas().Focused() != row {
		t.Fatal("the focus is gone")
	}
	b.Key(fyne.KeyTab)
	b.Key(fyne.KeyReturn)
	b.reads("ASKS OF OTHER BLOCKS", "2 of 2")
	if n := len(b.doc.Project().Block(canvas.KeyActivities)); n != 1 {
		t.Errorf("there are %d key activities", n)
	}
}

// A cost that is asked for comes open, since its figures are wanted next.
func TestAskedCostIsOpen(t *testing.T) {
	b := newBench(t)
	b.show(reminder)
	b.choose("Type", "Through third parties")
	b.press("Add: Commissions, Cost: share of revenue")
	costs := b.doc.Project().Note(reminder).Costs
	if c := costs[len(costs)-1]; c.Label != "Commissions" || c.Behaviour != canvas.BehaviourPercentOfRevenue || b.doc.UndoName() != "edit.add_cost" {
		t.Fatalf("the cost is %+v, step %q", c, b.doc.UndoName())
	}
	b.fill("Share", "8")
	if got := b.doc.Project().Note(reminder).Costs[len(costs)-1].Rate; got == nil || got.String() != "0.08" {
		t.Errorf("the share is %v", got)
	}
	steps := b.doc.UndoName()
	b.press("Commissions, Cost: share of revenue") // is met and leads nowhere
	if b.doc.UndoName() != steps {
		t.Error("a tap on what is met makes a step")
	}
}

// Whatever the user calls it, a linked note of the block is what was asked for.
func TestLinkedNoteMeetsAsk(t *testing.T) {
	b := newBench(t)
	b.show(reminder)
	b.reads("ASKS OF OTHER BLOCKS", "0 of 2")
	if err := b.doc.Do("edit.link", func(p *canvas.Project) (*canvas.Project, error) { return canvas.Link(p, vans, reminder) }); err != nil {
		t.Fatal(err)
	}
	b.reads("ASKS OF OTHER BLOCKS", "1 of 2")
	b.named("Two vans, Key Resources")
	b.choose("Type", "Club evening")
	if slices.Contains(b.texts(), "ASKS OF OTHER BLOCKS") {
		t.Error("a type of the project's own asks for something")
	}
}
