package board_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ninefold/canvas"
	"ninefold/ui/board"
)

// wait lets moments pass that a drag waits for.
func (b *bench) wait(moments int) {
	for range moments {
		if b.moment != nil {
			b.moment()
		}
	}
}

func TestCtrlWhileDroppingCopies(t *testing.T) {
	b := newBench(t)
	b.Pull(b.note(shop), b.empty(canvas.KeyResources))
	if !b.board.Pale(board.NoteKey(shop)) {
		t.Error("what is lifted is not pale")
	}
	release := b.Hold(fyne.KeyModifierControl)
	b.MoveTo(b.empty(canvas.KeyResources).AddXY(2, 0))
	if b.board.Pale(board.NoteKey(shop)) {
		t.Error("what stays is pale")
	}
	b.Release(desktop.MouseButtonPrimary)
	release()
	b.wantTexts(canvas.Channels, "App", "Shop", "Visits")
	b.wantTexts(canvas.KeyResources, "Shop")
	b.wantUndo("edit.duplicate")
	b.wantSelected(b.doc.Project().Block(canvas.KeyResources)[0].ID)
	b.doc.Undo()
	b.wantTexts(canvas.KeyResources)
}

func TestCtrlDragOfSeveralKeepsTheirOrder(t *testing.T) {
	b := newBench(t)
	b.Click(b.note(app))
	release := b.Hold(fyne.KeyModifierControl)
	b.Click(b.note(visits))
	b.Drag(b.note(visits), b.note(commute).AddXY(0, -8))
	release()
	b.wantTexts(canvas.CustomerSegments, "App", "Visits", "Commuters")
	b.wantTexts(canvas.Channels, "App", "Shop", "Visits")
}

func TestEscapeCancelsACopy(t *testing.T) {
	b := newBench(t)
	before := b.doc.Project()
	release := b.Hold(fyne.KeyModifierControl)
	b.Pull(b.note(shop), b.empty(canvas.KeyResources))
	b.Key(fyne.KeyEscape)
	b.Release(desktop.MouseButtonPrimary)
	release()
	if b.doc.Project() != before {
		t.Error("the project is not the very one of before")
	}
}

func TestADragScrollsAtTheEdgeOfAFullBlock(t *testing.T) {
	b := newBenchWith(t, manyNotes(t, 400))
	block := b.rect(board.BlockKey(canvas.ValuePropositions))
	bottom := fyne.NewPos(float32(block.Center().X), float32(block.Bottom()-12)).Add(b.board.Position())
	first := board.NoteKey("nt_1") // of that block
	b.Pull(b.note("nt_0"), bottom)
	b.wait(10)
	if _, seen := b.board.Places()[first]; !seen {
		t.Fatal("it scrolls at once")
	}
	b.wait(1000)
	if _, seen := b.board.Places()[first]; seen {
		t.Fatal("it does not scroll")
	}
	b.Release(desktop.MouseButtonPrimary)
	notes := b.doc.Project().Block(canvas.ValuePropositions)
	if at := len(notes) - 1; notes[at].ID != "nt_0" && notes[at-1].ID != "nt_0" {
		t.Errorf("the note did not land at the end of the block")
	}
	if b.moment != nil {
		t.Error("moments go on after the drag")
	}
}

func TestADragMovesALargeSheetAtItsEdge(t *testing.T) {
	b := newBench(t)
	b.Click(b.note(parts))
	b.board.SetZoom(2)
	before := b.rect(board.BlockKey(canvas.KeyPartnerships))
	b.Pull(b.note(parts), fyne.NewPos(b.board.Size().Width-4, 300).Add(b.board.Position()))
	b.wait(200)
	after, seen := b.board.Places()[board.BlockKey(canvas.KeyPartnerships)]
	if seen && after.X > before.X-300 {
		t.Errorf("the sheet went from %v to %v", before, after)
	}
	b.Key(fyne.KeyEscape)
	b.Release(desktop.MouseButtonPrimary)
	if b.moment != nil {
		t.Error("moments go on after Escape")
	}
	b.wantUndo("")
}

func TestAltArrowsKeepTheNoteInSight(t *testing.T) {
	b := newBenchWith(t, manyNotes(t, 400))
	b.Click(b.note("nt_1"))
	for range 40 {
		b.Chord(fyne.KeyModifierAlt, fyne.KeyDown)
		b.note("nt_1") // fails where it is out of sight
	}
	b.board.SetZoom(3)
	for range 4 {
		b.Chord(fyne.KeyModifierAlt, fyne.KeyRight)
		b.note("nt_1")
	}
	if n := b.doc.Project().Note("nt_1"); n.Block == canvas.ValuePropositions {
		t.Error("the note did not leave its block")
	}
}

func TestHomeAndEndGoThroughTheBlock(t *testing.T) {
	b := newBenchWith(t, manyNotes(t, 400))
	b.Click(b.note("nt_1"))
	b.Key(fyne.KeyEnd)
	notes := b.doc.Project().Block(canvas.ValuePropositions)
	last := notes[len(notes)-1].ID
	b.wantSelected(last)
	b.note(last)
	b.Key(fyne.KeyHome)
	b.wantSelected("nt_1")
	b.note("nt_1")
}
