package document

import (
	"testing"

	"ninefold/canvas"
)

// several is a document with a segment and two notes, all of them selected.
func several(t *testing.T) (d *Document, segment canvas.ID) {
	t.Helper()
	p := canvas.New("Bicycles", "en", "EUR")
	for _, n := range []canvas.Note{{ID: "s", Text: "Commuters"}, {ID: "a", Text: "App"}, {ID: "b", Text: "Shop", Paper: canvas.PaperBlue}} {
		block := canvas.Channels
		if n.ID == "s" {
			block = canvas.CustomerSegments
		}
		var err error
		if p, _, err = canvas.AddNote(p, n, block, canvas.AtEnd); err != nil {
			t.Fatal(err)
		}
	}
	d = New(p, "")
	d.Select("s", "a", "b")
	return d, "s"
}

func TestSeveralNotesChangeInOneStep(t *testing.T) {
	d, _ := several(t)
	before := d.Project()
	blue := func(n *canvas.Note) bool { return n.Paper == canvas.PaperBlue }
	paint := func(n *canvas.Note) { n.Paper = canvas.PaperBlue }
	if d.AllSelected(blue) {
		t.Error("not all are blue")
	}
	if err := d.ChangeSelected("edit.paper", paint); err != nil || !d.AllSelected(blue) || d.UndoName() != "edit.paper" {
		t.Errorf("all are blue: %v, the step is %q: %v", d.AllSelected(blue), d.UndoName(), err)
	}
	if now := d.Project(); d.ChangeSelected("edit.paper", paint) != nil || d.Project() != now {
		t.Error("what changes nothing is a step")
	}
	if d.Undo(); d.Project() != before {
		t.Error("one undo does not bring all back")
	}
	d.Select()
	if d.AllSelected(blue) {
		t.Error("of none selected something is true")
	}
}

func TestSeveralNotesServeASegment(t *testing.T) {
	d, segment := several(t)
	if err := d.ServeSelected(segment, true); err != nil || !d.AllServe(segment) {
		t.Fatalf("all serve: %v, %v", d.AllServe(segment), err)
	}
	if d.Project().Note(segment).Serves(segment) {
		t.Error("the segment serves itself")
	}
	if err := d.ServeSelected(segment, false); err != nil || d.AllServe(segment) || d.Project().Note("a").Serves(segment) {
		t.Errorf("all serve: %v, %v", d.AllServe(segment), err)
	}
	if err := d.ServeSelected("a", true); err == nil {
		t.Error("a note that is no segment is served")
	}
}
