package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/ui/board"
)

// chip is the middle of a segment's chip in the toolbar.
func (tr *trial) chip(segment canvas.ID) fyne.Position {
	tr.t.Helper()
	for i, n := range tr.w.toolbar.segments {
		if n.ID == segment {
			c := tr.w.toolbar.segmentChips[i]
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c)
			return at.AddXY(c.Size().Width/2, c.Size().Height/2)
		}
	}
	tr.t.Fatalf("no chip for %s", segment)
	return fyne.Position{}
}

func (tr *trial) wantPale(want ...canvas.ID) {
	tr.t.Helper()
	for _, id := range []canvas.ID{families, fleets, app, shop, vans} {
		wanted := false
		for _, w := range want {
			wanted = wanted || w == id
		}
		if got := tr.w.board.Pale(board.NoteKey(id)); got != wanted {
			tr.t.Errorf("%s is pale: %v", id, got)
		}
	}
}

func TestChipsSayWhichSegmentsAreLookedAt(t *testing.T) {
	tr := newTrial(t)
	tr.wantPale()
	tr.Click(tr.chip(families))
	tr.wantPale(fleets, shop) // the vans are for all
	tr.Click(tr.chip(fleets))
	tr.wantPale()
	tr.Click(tr.chip(families))
	tr.wantPale(families, app)
	if tr.w.doc.UndoName() != "" || len(tr.w.doc.Selection()) > 0 {
		t.Error("looking at a segment changed the document")
	}
	tr.Click(tr.chip(fleets))
	tr.wantPale()
}

func TestFilterFollowsTheDocument(t *testing.T) {
	tr := newTrial(t)
	tr.Click(tr.chip(families))
	tr.Click(tr.at(board.NoteKey(shop)))
	tr.wantPale(fleets, shop)
	if err := tr.w.doc.Do("edit.serve", func(p *canvas.Project) (*canvas.Project, error) {
		return canvas.Serve(p, shop, families, true)
	}); err != nil {
		t.Fatal(err)
	}
	tr.wantPale(fleets)
	tr.ctrl(fyne.KeyZ)
	tr.wantPale(fleets, shop)
	tr.Drag(tr.at(board.NoteKey(shop)), tr.at(board.BlockKey(canvas.KeyActivities)))
	tr.wantPale(fleets, shop)
	tr.app.SetLanguage(locale.Lang("it"))
	tr.wantPale(fleets, shop)
	if err := tr.w.doc.Do("edit.delete", func(p *canvas.Project) (*canvas.Project, error) {
		return canvas.DeleteNotes(p, []canvas.ID{families})
	}); err != nil {
		t.Fatal(err)
	}
	tr.wantPale()
}

func TestFilterOnTheRelationshipBoard(t *testing.T) {
	tr := newTrial(t)
	tr.Click(tr.chip(fleets))
	tr.w.Run("view_relationships")
	if !tr.w.board.Pale(board.NoteKey(families)) || tr.w.board.Pale(board.NoteKey(fleets)) {
		t.Error("the rows are not as the chips say")
	}
	if !tr.w.Run("view_show_all") || tr.w.board.Pale(board.NoteKey(families)) {
		t.Error("the menu does not show all")
	}
	if tr.w.Run("view_show_all") {
		t.Error("all are shown and could be shown again")
	}
}

func TestChipsWorkByKeyboard(t *testing.T) {
	tr := newTrial(t)
	tr.w.win.Canvas().Focus(tr.w.toolbar.segmentChips[0])
	tr.Type(" ")
	tr.wantPale(fleets, shop)
	tr.Key(fyne.KeyReturn)
	tr.wantPale()
}
