package inspector

import (
	"testing"

	"fyne.io/fyne/v2"

	"ninefold/canvas"
)

func TestTypedTextGoesToTheNoteItWasTypedFor(t *testing.T) {
	for _, late := range []bool{false, true} {
		b := newBench(t, "en")
		one := b.first((*canvas.Note).IsSegment)
		two := b.doc.Project().Segments()[1]
		name, typed := b.entries[1], "Typed"
		b.write(name, typed)
		if late {
			// Fyne calls back later: by then the other note is shown.
			name.Text = name.shown
			b.doc.Select(two.ID)
			name.Text = typed
			name.commit()
		} else {
			b.doc.Select(two.ID)
		}
		p := b.doc.Project()
		if p.Note(one.ID).SegmentName() != typed || p.Note(two.ID) != two {
			t.Errorf("late: %v: the first is %q, the second %q", late, p.Note(one.ID).SegmentName(), p.Note(two.ID).SegmentName())
		}
		if b.shown.note != two.ID || b.Inspector.entries[1].Text != two.Segment.Name {
			t.Errorf("late: %v: the panel is not about the second", late)
		}
	}
}

func TestTypedTextGoesWithItsNote(t *testing.T) {
	b := newBench(t, "en")
	n := b.first(func(n *canvas.Note) bool { return len(n.Costs) > 1 })
	fields := b.entries
	for _, e := range fields {
		b.write(e, "9")
		e.OnChanged = nil
	}
	if err := b.doc.Do("edit.delete", func(p *canvas.Project) (*canvas.Project, error) {
		return canvas.DeleteNotes(p, []canvas.ID{n.ID})
	}); err != nil {
		t.Fatal(err)
	}
	for _, e := range fields {
		e.Text = "8"
		e.commit()
	}
	if len(b.errs) > 0 || b.doc.UndoName() != "edit.delete" {
		t.Errorf("errors %v, last step %q", b.errs, b.doc.UndoName())
	}
}

func TestUndoShowsInTheFieldThatHasTheFocus(t *testing.T) {
	b := newBench(t, "en")
	b.first((*canvas.Note).IsSegment)
	e := b.entries[1]
	before := e.Text
	b.write(e, "New")
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if e.Pending() {
		t.Fatal("the field still has something to keep")
	}
	b.doc.Undo()
	if e.Text != before {
		t.Errorf("the field shows %q, want %q", e.Text, before)
	}
	b.write(e, "half")
	b.doc.Redo()
	if e.Text != "half" {
		t.Errorf("what is being typed became %q", e.Text)
	}
}
