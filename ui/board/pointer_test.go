package board_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ninefold/canvas"
	"ninefold/ui/board"
)

func TestDragToAnotherBlock(t *testing.T) {
	b := newBench(t)
	b.Drag(b.note(shop), b.empty(canvas.KeyResources))
	b.wantTexts(canvas.Channels, "App", "Visits")
	b.wantTexts(canvas.KeyResources, "Shop")
	b.wantUndo("edit.move")
	b.wantSelected(shop)
	b.doc.Undo()
	b.wantTexts(canvas.Channels, "App", "Shop", "Visits")
	b.wantTexts(canvas.KeyResources)
}

func TestDragWithinABlock(t *testing.T) {
	b := newBench(t)
	to := b.note(app)
	b.Drag(b.note(visits), fyne.NewPos(to.X, to.Y-6))
	b.wantTexts(canvas.Channels, "Visits", "App", "Shop")
}

func TestDragOfTheSelectionKeepsTogether(t *testing.T) {
	b := newBench(t)
	b.Click(b.note(visits))
	release := b.Hold(fyne.KeyModifierControl)
	b.Click(b.note(app))
	release()
	b.wantSelected(visits, app)
	b.Drag(b.note(visits), b.empty(canvas.KeyActivities))
	b.wantTexts(canvas.Channels, "Shop")
	b.wantTexts(canvas.KeyActivities, "App", "Visits")
	b.wantSelected(visits, app)
}

func TestDragToTheSamePlaceIsNoStep(t *testing.T) {
	b := newBench(t)
	at := b.note(shop)
	b.Drag(at, at.AddXY(20, 2))
	b.wantUndo("")
	b.Drag(at, fyne.NewPos(2, 2)) // outside the sheet
	b.wantUndo("")
}

func TestEscapeCancelsADrag(t *testing.T) {
	b := newBench(t)
	before := b.doc.Project()
	b.Pull(b.note(shop), b.empty(canvas.KeyResources))
	b.Key(fyne.KeyEscape)
	b.MoveTo(b.empty(canvas.KeyActivities))
	b.Release(desktop.MouseButtonPrimary)
	if b.doc.Project() != before {
		t.Error("the project is not the very one of before")
	}
	b.wantUndo("")
	b.Drag(b.note(shop), b.empty(canvas.KeyResources)) // and the next drag works
	b.wantTexts(canvas.KeyResources, "Shop")
}

func TestClickSelects(t *testing.T) {
	b := newBench(t)
	b.Click(b.note(shop))
	b.wantSelected(shop)
	b.Click(b.note(app))
	b.wantSelected(app)
	release := b.Hold(fyne.KeyModifierShift)
	b.Click(b.note(shop))
	b.wantSelected(app, shop)
	b.Click(b.note(app))
	b.wantSelected(shop)
	release()
	b.Click(b.empty(canvas.RevenueStreams))
	b.wantSelected()
	if b.doc.Block() != canvas.RevenueStreams {
		t.Errorf("works in %q", b.doc.Block())
	}
}

func TestRubberBand(t *testing.T) {
	b := newBench(t)
	r := b.board.Places()[board.BlockKey(canvas.Channels)]
	from, to := fyne.NewPos(float32(r.X+3), float32(r.Bottom()-5)), b.note(shop)
	b.Pull(from, to)
	b.wantSelected(shop, visits)
	b.Key(fyne.KeyEscape)
	b.wantSelected()
	b.Release(desktop.MouseButtonPrimary)
	b.Drag(from, to)
	b.wantSelected(shop, visits)
	release := b.Hold(fyne.KeyModifierShift)
	b.Drag(b.empty(canvas.KeyPartnerships), b.note(parts))
	release()
	b.wantSelected(shop, visits, parts)
}

func TestMenuOfWhatLiesThere(t *testing.T) {
	b := newBench(t)
	b.RightClick(b.note(shop))
	b.wantSelected(shop)
	onNote := len(b.menu)
	b.RightClick(b.empty(canvas.Channels))
	b.wantSelected()
	if onNote == 0 || len(b.menu) == 0 || len(b.menu) == onNote {
		t.Errorf("menus have %d and %d actions", onNote, len(b.menu))
	}
}

func TestWheelScrollsAFullBlock(t *testing.T) {
	b := newBench(t)
	for range 30 { // more than the line above the block can make room for
		b.Click(b.at(board.BlockKey(canvas.Channels)))
		b.Key(fyne.KeyEscape)
		b.Key(fyne.KeyReturn)
		b.Type("Another way to reach them")
		b.Key(fyne.KeyReturn)
		b.Key(fyne.KeyEscape)
	}
	if _, ok := b.board.Places()[board.NoteKey(app)]; ok {
		t.Fatal("the first note is still in sight")
	}
	b.MoveTo(b.at(board.BlockKey(canvas.Channels)))
	b.Scroll(1000)
	if _, ok := b.board.Places()[board.NoteKey(app)]; !ok {
		t.Error("the wheel does not bring the first note back")
	}
}

func TestWheelScrollsUnderADrag(t *testing.T) {
	b := newBenchWith(t, manyNotes(t, 400))
	b.Pull(b.note("nt_0"), b.at(board.BlockKey(canvas.ValuePropositions)))
	b.Scroll(-100000)
	b.Release(desktop.MouseButtonPrimary)
	texts := b.texts(canvas.ValuePropositions)
	for i, text := range texts {
		if text == "Note 0 of many that say something" && i > len(texts)/2 {
			return
		}
	}
	t.Errorf("the note did not land among the last of %q", texts)
}
