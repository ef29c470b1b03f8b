package board_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"ninefold/canvas"
	"ninefold/ui/board"
)

func TestArrowsGoFromNoteToNote(t *testing.T) {
	b := newBench(t)
	b.Click(b.note(app))
	for _, step := range []struct {
		key  fyne.KeyName
		want canvas.ID
	}{
		{fyne.KeyDown, shop},
		{fyne.KeyDown, visits},
		{fyne.KeyUp, shop},
		{fyne.KeyHome, app},
		{fyne.KeyEnd, visits},
		{fyne.KeyRight, commute},
		{fyne.KeyLeft, ""},
	} {
		b.Key(step.key)
		if step.want == "" {
			b.wantSelected()
			continue
		}
		b.wantSelected(step.want)
	}
}

func TestShiftArrowExtends(t *testing.T) {
	b := newBench(t)
	b.Click(b.note(app))
	b.Chord(fyne.KeyModifierShift, fyne.KeyDown)
	b.wantSelected(app, shop)
	b.Chord(fyne.KeyModifierControl, fyne.KeyA)
	b.wantSelected(app, shop, visits)
}

func TestTabGoesThroughTheBlocksAndOut(t *testing.T) {
	b := newBench(t)
	b.Click(b.empty(canvas.CustomerSegments))
	for _, want := range canvas.Blocks() {
		if b.doc.Block() != want {
			t.Fatalf("works in %q, want %q", b.doc.Block(), want)
		}
		b.Key(fyne.KeyTab)
	}
	if b.window.Canvas().Focused() != fyne.Focusable(b.other) {
		t.Fatal("Tab does not leave the board after the last block")
	}
	b.Click(b.empty(canvas.Channels))
	b.Chord(fyne.KeyModifierShift, fyne.KeyTab)
	if b.doc.Block() != canvas.ValuePropositions {
		t.Errorf("Shift+Tab leads to %q", b.doc.Block())
	}
}

func TestAltArrowsMoveTheNote(t *testing.T) {
	b := newBench(t)
	b.Click(b.note(app))
	b.Chord(fyne.KeyModifierAlt, fyne.KeyDown)
	b.wantTexts(canvas.Channels, "Shop", "App", "Visits")
	b.wantSelected(app)
	b.Chord(fyne.KeyModifierAlt, fyne.KeyUp)
	b.wantTexts(canvas.Channels, "App", "Shop", "Visits")
	b.Chord(fyne.KeyModifierAlt, fyne.KeyUp)
	b.wantTexts(canvas.CustomerRelationships, "App")
	b.Chord(fyne.KeyModifierAlt, fyne.KeyLeft)
	b.wantTexts(canvas.ValuePropositions, "App")
	b.wantUndo("edit.move")
	for range 4 {
		b.doc.Undo()
	}
	b.wantTexts(canvas.Channels, "App", "Shop", "Visits")
	b.wantUndo("")
}

func TestAltArrowsMoveTheSelection(t *testing.T) {
	b := newBench(t)
	b.Click(b.note(app))
	b.Chord(fyne.KeyModifierShift, fyne.KeyDown)
	b.Chord(fyne.KeyModifierAlt, fyne.KeyDown)
	b.wantTexts(canvas.Channels, "Visits", "App", "Shop")
	b.Chord(fyne.KeyModifierAlt, fyne.KeyUp)
	b.wantTexts(canvas.Channels, "App", "Shop", "Visits")
}

func TestDelete(t *testing.T) {
	b := newBench(t)
	b.Click(b.note(shop))
	b.Key(fyne.KeyDelete)
	b.wantTexts(canvas.Channels, "App", "Visits")
	b.wantUndo("edit.delete")
	b.wantSelected(visits)
	b.Key(fyne.KeyBackspace)
	b.wantSelected(app)
	b.Key(fyne.KeyDelete)
	b.wantTexts(canvas.Channels)
	b.wantSelected()
	b.Key(fyne.KeyReturn) // the block is still the one that is worked in
	b.Type("Van")
	b.Key(fyne.KeyReturn)
	b.wantTexts(canvas.Channels, "Van")
}

func TestTheWindowMayAskBeforeDeleting(t *testing.T) {
	b := newBench(t)
	b.runs = map[string]bool{"edit_delete": true}
	b.Click(b.note(shop))
	b.Key(fyne.KeyDelete)
	b.wantTexts(canvas.Channels, "App", "Shop", "Visits")
	b.board.Delete() // the answer was yes
	b.wantTexts(canvas.Channels, "App", "Visits")
}

func TestOtherKeysAreTheWindows(t *testing.T) {
	b := newBench(t)
	var got fyne.KeyName
	b.window.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { got = e.Name })
	b.Click(b.note(shop))
	b.Key(fyne.KeyF1)
	if got != fyne.KeyF1 {
		t.Errorf("the window heard of %q, want F1", got)
	}
}

func TestDuplicate(t *testing.T) {
	b := newBench(t)
	b.Click(b.note(app))
	b.Chord(fyne.KeyModifierControl, fyne.KeyD)
	b.wantTexts(canvas.Channels, "App", "App", "Shop", "Visits")
	b.wantUndo("edit.duplicate")
	if s := b.doc.Selection(); len(s) != 1 || s[0] == app {
		t.Errorf("selected are %q, want the copy", s)
	}
}

func TestEscapeEndsTheSelection(t *testing.T) {
	b := newBench(t)
	b.Click(b.note(app))
	b.Key(fyne.KeyEscape)
	b.wantSelected()
	if b.board.Cancel() {
		t.Error("there is nothing left to cancel")
	}
}

func TestSelectionFromElsewhereIsFollowed(t *testing.T) {
	b := newBench(t)
	b.Click(b.note(app))
	b.doc.Select(visits)
	b.Key(fyne.KeyUp)
	b.wantSelected(shop)
	if _, ok := b.board.Places()[board.NoteKey(shop)]; !ok {
		t.Error("the note is out of sight")
	}
}
