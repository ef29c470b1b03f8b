package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ninefold/canvas"
	"ninefold/ui/board"
	"ninefold/ui/uitest"
)

// openRows opens the sample's relationship board.
func openRows(t *testing.T) (*Window, *uitest.Robot) {
	t.Helper()
	_, w, _ := openSample(t)
	w.Run("view_relationships")
	return w, uitest.New(t, w.win)
}

// onBoard is the middle of something on the board, in the window.
func onBoard(t *testing.T, w *Window, key board.Key) fyne.Position {
	t.Helper()
	r, ok := w.board.Places()[key]
	if !ok {
		t.Fatalf("%s is not on the board", key)
	}
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(w.board)
	return origin.AddXY(float32(r.Center().X), float32(r.Center().Y))
}

func TestRowsFoldAndStayFolded(t *testing.T) {
	w, r := openRows(t)
	first := w.doc.Project().Segments()[0]
	card := board.NoteKey(w.doc.Project().Block(canvas.CustomerRelationships)[0].ID)
	r.Click(onBoard(t, w, board.Key("fold:"+first.ID)))
	if _, ok := w.board.Places()[card]; ok {
		t.Fatal("a folded row shows its cards")
	}
	w.Run("view_canvas")
	w.Run("view_relationships")
	if _, ok := w.board.Places()[card]; ok {
		t.Error("the row is unfolded after a look at the canvas")
	}
	w.doc.Select(w.doc.Project().Block(canvas.CustomerRelationships)[0].ID)
	if _, ok := w.board.Places()[card]; !ok {
		t.Error("a selected card stays hidden")
	}

	w.Run("view_fold_all")
	for key := range w.board.Places() {
		if n, ok := strings.CutPrefix(string(key), "note:"); ok && !w.doc.Project().Note(canvas.ID(n)).IsSegment() {
			t.Errorf("%s is shown with all rows folded", key)
		}
	}
	w.Run("view_unfold_all")
	if _, ok := w.board.Places()[card]; !ok {
		t.Error("the rows are not unfolded")
	}
	r.Click(onBoard(t, w, board.NoteKey(first.ID)))
	w.Run("view_fold")
	if _, ok := w.board.Places()[card]; ok {
		t.Error("the row that the keyboard is in is not folded")
	}
	r.Key(fyne.KeySpace)
	if _, ok := w.board.Places()[card]; !ok {
		t.Error("Space does not unfold it")
	}
	if w.doc.UndoName() != "" {
		t.Errorf("folding is a step: %s", w.doc.UndoName())
	}
}

func TestTypesOfOnesOwn(t *testing.T) {
	w, r := openRows(t)
	r.Click(onBoard(t, w, "palette:new"))
	wantSaid(t, w, w.words.T("type_form.new"))
	r.Key(fyne.KeyReturn) // without a name
	r.Type("VIP club")
	r.Key(fyne.KeyReturn)
	wantQuiet(t, w)
	types := w.doc.Project().Head().Types
	vip := types[len(types)-1]
	if vip.Name != "VIP club" || w.doc.UndoName() != "edit.add_type" {
		t.Fatalf("the types are %+v", types)
	}
	if w.board.At() != board.TypeKey(vip.ID) {
		t.Errorf("the keyboard is at %s", w.board.At())
	}
	w.Run("type_edit")
	r.Key(fyne.KeyEnd)
	r.Type("bing")
	r.Key(fyne.KeyReturn)
	if got, _ := w.doc.Project().Type(vip.ID); got.Name != "VIP clubbing" || w.doc.UndoName() != "edit.update_type" {
		t.Errorf("the type is %+v", got)
	}

	// Placed by keyboard, then in use.
	r.Key(fyne.KeyReturn)
	r.Key(fyne.KeyReturn)
	notes := w.doc.Project().Block(canvas.CustomerRelationships)
	if !slices.ContainsFunc(notes, func(n *canvas.Note) bool { return n.Relationship.Type == vip.ID }) {
		t.Fatal("the type was not placed")
	}
	w.board.GoTo(board.TypeKey(vip.ID))
	before := w.doc.Project()
	w.Run("type_remove")
	wantSaid(t, w, "VIP clubbing")
	if w.doc.Project() != before {
		t.Error("a type in use was removed")
	}
	r.Key(fyne.KeyReturn)
	w.Run("edit_undo")
	w.board.GoTo(board.TypeKey(vip.ID))
	w.Run("type_remove")
	wantQuiet(t, w)
	if _, ok := w.doc.Project().Type(vip.ID); ok || w.doc.UndoName() != "edit.remove_type" {
		t.Error("the type is still there")
	}
}

// In the palette F2 and Delete are for the type of one's own, and for no other.
func TestKeysOnTypesOfOnesOwn(t *testing.T) {
	w, r := openRows(t)
	r.Click(onBoard(t, w, "palette:search"))
	r.Type("Riders’ council")
	r.Key(fyne.KeyReturn)
	r.Key(fyne.KeyReturn)
	wantSaid(t, w, w.words.T("type_form.new"))
	r.Key(fyne.KeyReturn)
	types := w.doc.Project().Head().Types
	council := types[len(types)-1]
	if council.Name != "Riders’ council" {
		t.Fatalf("the types are %+v", types)
	}
	r.Key(fyne.KeyF2)
	wantSaid(t, w, w.words.T("type_form.edit"))
	r.Key(fyne.KeyEscape)
	r.Key(fyne.KeyUp)
	before := w.doc.Project()
	r.Key(fyne.KeyF2)
	r.Key(fyne.KeyDelete)
	wantQuiet(t, w)
	if w.doc.Project() != before {
		t.Error("a type of the catalogue is edited or deleted")
	}
	w.board.GoTo(board.TypeKey(council.ID))
	r.Key(fyne.KeyDelete)
	if _, ok := w.doc.Project().Type(council.ID); ok || w.doc.UndoName() != "edit.remove_type" {
		t.Error("Delete does not remove the type")
	}
}

func TestFieldsOfARowAreChosenInItsHead(t *testing.T) {
	w, r := openRows(t)
	s := w.doc.Project().Segments()[0]
	now := func() *canvas.Segment { return w.doc.Project().Note(s.ID).Segment }
	expected := len(now().Expected)

	w.board.GoTo(board.Key("field:" + s.ID + ":expected"))
	r.Key(fyne.KeyReturn)
	r.Type("co-creation")
	r.Key(fyne.KeyReturn)
	if got := now().Expected; len(got) != expected+1 || got[expected] != "co_creation" || w.doc.UndoName() != "edit.segment" {
		t.Errorf("expected are %v", got)
	}
	r.Key(fyne.KeyReturn) // the list stays open: taken back
	if got := now().Expected; len(got) != expected {
		t.Errorf("expected are %v", got)
	}
	r.Key(fyne.KeyEscape)
	if w.busy() {
		t.Fatal("Escape does not close the list")
	}

	before := now().Bond
	w.board.GoTo(board.Key("field:" + s.ID + ":bond"))
	r.Key(fyne.KeyReturn)
	r.Key(fyne.KeyDown)
	r.Key(fyne.KeyReturn)
	if w.busy() || now().Bond == before {
		t.Errorf("the bond is %q", now().Bond)
	}
}

func TestBothViewsAreOneDocument(t *testing.T) {
	w, r := openRows(t)
	first := w.doc.Project().Segments()[0]
	w.board.GoTo("token:co_creation")
	r.Key(fyne.KeyReturn)
	r.Key(fyne.KeyReturn)
	made := w.doc.Selected()
	if made == nil || !made.Serves(first.ID) {
		t.Fatalf("made and selected is %+v", made)
	}

	w.Run("view_canvas")
	if got := w.doc.Selected(); got == nil || got.ID != made.ID || w.board.At() != board.NoteKey(made.ID) {
		t.Fatalf("on the canvas %+v is selected, the keyboard is at %s", got, w.board.At())
	}
	r.Key(fyne.KeyF2)
	r.Type("Design a frame")
	r.Key(fyne.KeyReturn)
	w.Run("edit_duplicate")
	copied := w.doc.Selected()

	w.Run("view_relationships")
	for _, id := range []canvas.ID{made.ID, copied.ID} {
		if _, ok := w.board.Places()[board.NoteKey(id)]; !ok {
			t.Errorf("%s has no card", id)
		}
		if got := w.doc.Project().Note(id).Text; got != "Design a frame" {
			t.Errorf("the text is %q", got)
		}
	}
	if got := w.doc.Selected(); got == nil || got.ID != copied.ID {
		t.Errorf("on the board %+v is selected", got)
	}
	for _, step := range []string{"edit.duplicate", "edit.text", "edit.add_relationship"} {
		if w.doc.UndoName() != step {
			t.Errorf("undo would take back %q, want %q", w.doc.UndoName(), step)
		}
		w.Run("edit_undo")
	}
	if _, ok := w.board.Places()[board.NoteKey(made.ID)]; ok {
		t.Error("after undo the card is still there")
	}
}
