package ui

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"ninefold/canvas"
	"ninefold/ui/board"
)

func (tr *trial) wantFound(count string, selected canvas.ID) {
	tr.t.Helper()
	if tr.w.find == nil {
		tr.t.Fatal("the bar is not open")
	}
	if got := tr.w.find.count.Text; got != count {
		tr.t.Fatalf("the bar says %q, want %q", got, count)
	}
	n := tr.w.doc.Selected()
	if selected == "" && n != nil || selected != "" && (n == nil || n.ID != selected) {
		tr.t.Fatalf("selected is %+v, want %s", n, selected)
	}
}

func TestFindGoesThroughMatches(t *testing.T) {
	tr := newTrial(t)
	tr.ctrl(fyne.KeyF)
	tr.wantFound("", "")
	tr.Type("a")
	tr.wantFound("1 / 4", families)
	tr.Type("pp")
	tr.wantFound("1 / 1", app)
	for range 3 {
		tr.Key(fyne.KeyBackspace)
	}
	tr.Type("f")
	tr.wantFound("1 / 3", families)
	tr.Key(fyne.KeyReturn)
	tr.wantFound("2 / 3", fleets)
	tr.Key(fyne.KeyF3)
	tr.wantFound("3 / 3", vans)
	tr.Key(fyne.KeyReturn)
	tr.wantFound("1 / 3", families)
	release := tr.Hold(fyne.KeyModifierShift)
	tr.Key(fyne.KeyReturn)
	tr.wantFound("3 / 3", vans)
	tr.Key(fyne.KeyF3)
	release()
	tr.wantFound("2 / 3", fleets)
	if tr.w.doc.UndoName() != "" {
		t.Error("looking for something changed the document")
	}
	tr.Key(fyne.KeyEscape)
	if tr.w.find != nil || tr.w.win.Canvas().Focused() != fyne.Focusable(tr.w.board) {
		t.Fatal("Escape does not give the board back")
	}
	if n := tr.w.doc.Selected(); n == nil || n.ID != fleets {
		t.Error("what was found is no longer selected")
	}
}

func TestFindFromTheBoard(t *testing.T) {
	tr := newTrial(t)
	tr.Key(fyne.KeyF3)
	tr.wantFound("", "")
	tr.Type("CAFE")
	tr.wantFound("1 / 1", vans)
	tr.Type("!")
	tr.wantFound("Nothing found", vans)
	tr.Key(fyne.KeyBackspace)
	tr.Click(tr.at(board.NoteKey(app)))
	tr.wantFound("– / 1", app)
	tr.Key(fyne.KeyF3)
	tr.wantFound("1 / 1", vans)
	tr.Key(fyne.KeyEscape) // ends the selection
	tr.Key(fyne.KeyEscape)
	if tr.w.find != nil {
		t.Error("the second Escape does not close the bar")
	}
	tr.ctrl(fyne.KeyF)
	if got := tr.w.find.entry.SelectedText(); got != "CAFE" {
		t.Errorf("what was looked for last is %q", got)
	}
}

func TestFindFollowsTheDocument(t *testing.T) {
	tr := newTrial(t)
	tr.ctrl(fyne.KeyF)
	tr.Type("shop")
	tr.wantFound("1 / 1", shop)
	tr.w.focusView()
	tr.ctrl(fyne.KeyD)
	if got := len(tr.w.find.matches); got != 2 {
		t.Fatalf("%d are found after one was duplicated", got)
	}
	tr.ctrl(fyne.KeyZ)
	if got := len(tr.w.find.matches); got != 1 {
		t.Fatalf("%d are found after undo", got)
	}
	tr.app.SetLanguage("pt")
	if tr.w.find == nil || len(tr.w.find.matches) != 1 || tr.w.find.entry.Text != "shop" {
		t.Fatal("another language ended the search")
	}
}

func TestFindOnTheRelationshipBoard(t *testing.T) {
	tr := newTrial(t)
	if err := tr.w.doc.Do("edit.add_relationship", func(p *canvas.Project) (*canvas.Project, error) {
		p, _, err := canvas.AddRelationship(p, "self_service", "", canvas.Cell{Segment: fleets, Stage: canvas.StageRetain})
		return p, err
	}); err != nil {
		t.Fatal(err)
	}
	tr.ctrl(fyne.KeyF)
	tr.Type("f")
	tr.w.Run("view_relationships")
	card := tr.w.doc.Project().Block(canvas.CustomerRelationships)[0].ID
	tr.ctrl(fyne.KeyF)
	tr.Type("self-s")
	tr.wantFound("1 / 1", card)
	tr.ctrl(fyne.KeyF)
	tr.Type("fleet")
	tr.wantFound("1 / 1", fleets)
	tr.ctrl(fyne.KeyF)
	tr.Type("vans")                     // is on the other board
	tr.wantFound("Nothing found", card) // which the first letter found
}

func TestFindBringsIntoSight(t *testing.T) {
	p := canvas.New("", "en", "EUR")
	for i := range 60 {
		var err error
		if p, _, err = canvas.AddNote(p, canvas.Note{ID: canvas.ID(fmt.Sprintf("nt_%d", i)), Text: fmt.Sprintf("Way %d", i)}, canvas.Channels, canvas.AtEnd); err != nil {
			t.Fatal(err)
		}
	}
	tr := newTrialOf(t, p)
	tr.ctrl(fyne.KeyF)
	tr.Type("way 57")
	tr.wantFound("1 / 1", "nt_57")
	tr.at(board.NoteKey("nt_57")) // fails where it is out of sight
}
