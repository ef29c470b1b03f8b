package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/ui/board"
)

// pick goes through an open menu by the words of its entries and clicks the last.
func (tr *trial) pick(entries ...string) {
	tr.t.Helper()
	for i, entry := range entries {
		at, ok := tr.Words(entry)
		if !ok || !tr.w.busy() {
			tr.t.Fatalf("no menu says %q", entry)
		}
		if i < len(entries)-1 {
			tr.MoveTo(at)
		} else {
			tr.Click(at)
		}
	}
}

func (tr *trial) note(id canvas.ID) *canvas.Note { return tr.w.doc.Project().Note(id) }

func TestMenuOfSeveralNotes(t *testing.T) {
	tr := newTrial(t)
	words := tr.w.words
	tr.Click(tr.at(board.NoteKey(app)))
	release := tr.Hold(fyne.KeyModifierShift)
	tr.Click(tr.at(board.NoteKey(shop)))
	release()

	tr.RightClick(tr.at(board.NoteKey(shop)))
	tr.pick(words.T("inspector.paper"), locale.Capital(words.T("paper.teal")))
	tr.RightClick(tr.at(board.NoteKey(shop)))
	tr.pick(words.T("inspector.standing"), locale.Capital(words.T("standing.tested")))
	tr.RightClick(tr.at(board.NoteKey(shop)))
	segment := tr.note(fleets)
	tr.pick(words.T("inspector.segments"), segment.Segment.Letter+"  "+segment.SegmentName())
	for _, id := range []canvas.ID{app, shop} {
		if n := tr.note(id); n.Paper != canvas.PaperTeal || n.Standing != canvas.StandingTested || !n.Serves(fleets) {
			t.Errorf("the note is %+v", n)
		}
	}
	for range 3 {
		tr.w.Run("edit_undo")
	}
	if tr.w.doc.UndoName() != "" {
		t.Errorf("after three undos there is still %q", tr.w.doc.UndoName())
	}
}

func TestMenuByKeyboard(t *testing.T) {
	tr := newTrial(t)
	tr.Click(tr.at(board.NoteKey(app)))
	for _, open := range []func(){
		func() { tr.Key(desktop.KeyMenu) },
		func() { tr.Chord(fyne.KeyModifierShift, fyne.KeyF10) },
	} {
		open()
		if !tr.w.busy() {
			t.Fatal("no menu opens")
		}
		tr.Key(fyne.KeyEscape)
	}
}

// A segment can be renamed and deleted from its chip, too.
func TestMenuOfASegmentsChip(t *testing.T) {
	tr := newTrial(t)
	tr.RightClick(tr.chip(families))
	tr.pick(tr.w.words.T("action.edit_text"))
	tr.ctrl(fyne.KeyA)
	tr.Type("Households")
	tr.Key(fyne.KeyReturn)
	if got := tr.note(families).Text; got != "Households" {
		t.Errorf("the segment is called %q", got)
	}
	tr.RightClick(tr.chip(families))
	tr.pick(tr.w.words.T("action.edit_delete"))
	if len(tr.w.asked) == 0 {
		t.Fatal("nothing is asked before a segment goes that others serve")
	}
	tr.w.answer(t, "button.delete")
	if tr.note(families) != nil {
		t.Error("the segment is still there")
	}
}

// On the relationship board the menu of a card sets its type and status, and
// that of a cell begins a relationship in it.
func TestMenusOfTheRelationshipBoard(t *testing.T) {
	tr := newTrialOf(t, withExpectation(t))
	tr.w.show(viewRelationships)
	words := tr.w.words
	tr.RightClick(tr.at("note:nt_club"))
	tr.pick(words.T("inspector.type"), words.T("type.co_creation.name"))
	tr.RightClick(tr.at("note:nt_club"))
	tr.pick(words.T("inspector.status"), locale.Capital(words.T("status.offered")))
	if r := tr.note("nt_club").Relationship; r.Type != "co_creation" || r.Status != canvas.StatusOffered || r.Stage != canvas.StageGrow {
		t.Errorf("the relationship is %+v", r)
	}
	if tr.w.doc.UndoName() != "edit.relationship" {
		t.Errorf("the step is %q", tr.w.doc.UndoName())
	}

	tr.RightClick(tr.at("cell:nt_schools:retain"))
	tr.pick(words.T("context.insert_relationship"))
	tr.Type("forum") // a word of the field
	tr.Key(fyne.KeyReturn)
	tr.Type("Teachers")
	tr.Key(fyne.KeyReturn)
	n := tr.w.doc.Selected()
	if n == nil || n.Text != "Teachers" || n.Relationship.Type != "communities" || n.Relationship.Stage != canvas.StageRetain || !n.Serves("nt_schools") {
		t.Errorf("added is %+v", n)
	}

	tr.w.show(viewCanvas)
	tr.w.doc.SelectBlock(canvas.Channels)
	tr.w.Run("insert_relationship") // from anywhere
	if tr.w.view != viewRelationships || !tr.w.busy() {
		t.Error("nothing is asked")
	}
}

// Menus name keys and say what is begun in the user's words.
func TestMenusNameKeysInTheUsersWords(t *testing.T) {
	w := newApp(t, Options{Language: "it", Files: []string{sample(t)}}).windows[0]
	selectFirst(t, w, canvas.Channels)
	w.popUp(fyne.NewPos(100, 100), []string{"insert_note", "edit_delete", "edit_copy_picture"})
	for _, want := range []string{"Nuova nota", "Canc", "Ctrl+Maiusc+C"} {
		wantSaid(t, w, want)
	}
}
