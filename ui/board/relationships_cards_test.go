package board_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ninefold/canvas"
	"ninefold/ui/board"
)

// kiosk and phone stand in the same cell as the sign-up.
const (
	kiosk = canvas.ID("nt_kiosk")
	phone = canvas.ID("nt_phone")
)

// newStack is a table whose first cell has three cards: sign-up, kiosk, phone.
func newStack(t *testing.T) *bench {
	t.Helper()
	p := newTable(t).doc.Project()
	for _, id := range []canvas.ID{kiosk, phone} {
		var err error
		p, _, err = canvas.AddNote(p, canvas.Note{
			ID: id, Text: string(id), Segments: []canvas.ID{riders},
			Relationship: &canvas.Relationship{Type: "self_service", Stage: canvas.StageAcquire},
		}, canvas.CustomerRelationships, canvas.AtEnd)
		if err != nil {
			t.Fatal(err)
		}
	}
	return newTableWith(t, p)
}

// wantCell checks which notes stand in a cell, from top to bottom, and that the
// board shows them in that order.
func (b *bench) wantCell(c canvas.Cell, want ...canvas.ID) {
	b.t.Helper()
	var got []canvas.ID
	y := -1.0
	for _, n := range b.doc.Project().Block(canvas.CustomerRelationships) {
		if !slices.Contains(canvas.CellsOf(n), c) {
			continue
		}
		got = append(got, n.ID)
		r, ok := b.board.Places()[board.NoteKey(n.ID)]
		if !ok || r.Y <= y {
			b.t.Errorf("%s lies at %v, what is before it at %v", n.ID, r.Y, y)
		}
		y = r.Y
	}
	if !slices.Equal(got, want) {
		b.t.Errorf("%v holds %v, want %v", c, got, want)
	}
}

var acquire = canvas.Cell{Segment: riders, Stage: canvas.StageAcquire}

func TestCardsAreReorderedByDragging(t *testing.T) {
	b := newStack(t)
	b.wantCell(acquire, signUp, kiosk, phone)
	b.Drag(b.note(phone), b.note(signUp).SubtractXY(0, 20))
	b.wantCell(acquire, phone, signUp, kiosk)
	b.wantUndo("edit.reorder")
	b.wantSelected(phone)
	b.Drag(b.note(phone), b.note(signUp).AddXY(0, 20))
	b.wantCell(acquire, signUp, phone, kiosk)
	b.doc.Undo()
	b.doc.Undo()
	b.wantCell(acquire, signUp, kiosk, phone)
	b.Drag(b.note(kiosk), b.note(kiosk).AddXY(8, 0)) // no further than its own place
	b.wantUndo("")
}

func TestCardsAndTokensComeBetweenOthers(t *testing.T) {
	b := newStack(t)
	b.Drag(b.note(club), b.note(kiosk).SubtractXY(0, 20))
	b.wantCell(acquire, signUp, club, kiosk, phone)
	b.Drag(b.at("token:communities"), b.note(signUp).SubtractXY(0, 20))
	first := b.doc.Selection()[0]
	b.wantCell(acquire, first, signUp, club, kiosk, phone)
	b.wantUndo("edit.add_relationship")
}

func TestCardsAreReorderedByKeyboard(t *testing.T) {
	b := newStack(t)
	b.Click(b.note(signUp))
	b.Chord(fyne.KeyModifierAlt, fyne.KeyDown)
	b.wantCell(acquire, kiosk, signUp, phone)
	b.Chord(fyne.KeyModifierAlt, fyne.KeyDown)
	b.wantCell(acquire, kiosk, phone, signUp)
	b.Chord(fyne.KeyModifierAlt, fyne.KeyUp)
	b.wantCell(acquire, kiosk, signUp, phone)
	b.wantUndo("edit.reorder")
	b.Chord(fyne.KeyModifierAlt, fyne.KeyDown)
	b.Chord(fyne.KeyModifierAlt, fyne.KeyDown) // on into the next row
	b.wantStands(signUp, canvas.Cell{Segment: fleets, Stage: canvas.StageAcquire})
	b.wantCell(acquire, kiosk, phone)
}

func TestAltShiftMakesACardServeTheNextSegment(t *testing.T) {
	b := newTable(t)
	b.Click(b.note(signUp))
	b.Chord(fyne.KeyModifierAlt|fyne.KeyModifierShift, fyne.KeyDown)
	b.wantStands(signUp, acquire, canvas.Cell{Segment: fleets, Stage: canvas.StageAcquire})
	b.wantUndo("edit.extend")
	before := b.doc.Project()
	b.Chord(fyne.KeyModifierAlt|fyne.KeyModifierShift, fyne.KeyDown) // there is no other
	if b.doc.Project() != before {
		t.Error("something changed")
	}
	b.Chord(fyne.KeyModifierAlt|fyne.KeyModifierShift, fyne.KeyRight)
	b.wantUndo("edit.copy_relationship")
	b.wantStands(signUp, acquire, canvas.Cell{Segment: fleets, Stage: canvas.StageAcquire})
}

func TestCtrlIntoAnotherStageLeavesTheOriginalAlone(t *testing.T) {
	b := newTable(t)
	before := b.doc.Project().Note(signUp)
	b.Pull(b.note(signUp), b.at(cell(fleets, canvas.StageGrow)))
	release := b.Hold(fyne.KeyModifierControl)
	b.Release(desktop.MouseButtonPrimary)
	release()
	if b.doc.Project().Note(signUp) != before {
		t.Error("the original changed")
	}
	id := b.doc.Selection()[0]
	b.wantStands(id, canvas.Cell{Segment: fleets, Stage: canvas.StageGrow})
	b.wantUndo("edit.copy_relationship")
}

func TestFoldedRowsTakeDrops(t *testing.T) {
	b := newTable(t)
	b.Click(b.at(board.Key("fold:" + fleets)))
	if _, ok := b.board.Places()[board.Key("note:"+club+":"+fleets)]; ok {
		t.Fatal("a folded row shows a card")
	}
	b.Drag(b.at("token:co_creation"), b.at(cell(fleets, canvas.StageGrow)))
	n := b.newest()
	b.wantStands(n.ID, canvas.Cell{Segment: fleets, Stage: canvas.StageGrow})
	if _, ok := b.board.Places()[board.NoteKey(n.ID)]; !ok {
		t.Error("what was dropped is hidden")
	}
}
