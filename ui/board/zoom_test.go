package board_test

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/ui/board"
)

// rect is where something lies on the board.
func (b *bench) rect(key board.Key) geometry.Rect {
	b.t.Helper()
	r, ok := b.board.Places()[key]
	if !ok {
		b.t.Fatalf("%s is not in sight", key)
	}
	return r
}

func (b *bench) wantZoom(want float64) {
	b.t.Helper()
	if got := b.board.Zoom(); got != want {
		b.t.Fatalf("zoom is %v, want %v", got, want)
	}
}

func TestWheelZoomsAtThePointer(t *testing.T) {
	b := newBench(t)
	at := b.note(shop)
	b.MoveTo(at)
	before := b.rect(board.NoteKey(shop))
	release := b.Hold(fyne.KeyModifierControl)
	for range 5 {
		b.Scroll(10)
	}
	b.wantZoom(2)
	after := b.rect(board.NoteKey(shop))
	if !after.Inset(-3).Contains(geometry.Point{X: float64(at.X), Y: float64(at.Y)}) {
		t.Errorf("the note went from %v to %v, away from %v", before, after, at)
	}
	if after.W < 1.7*before.W {
		t.Errorf("the note grew from %v to %v", before.W, after.W)
	}
	for range 30 {
		b.Scroll(10)
	}
	b.wantZoom(4)
	for range 30 {
		b.Scroll(-10)
	}
	b.wantZoom(0.5)
	b.Scroll(3)
	b.Scroll(3)
	b.wantZoom(0.5) // a touch pad turns little by little
	b.Scroll(3)
	b.wantZoom(0.67)
	release()
}

func TestZoomAndBackLeavesAllInItsPlace(t *testing.T) {
	b := newBench(t)
	before := b.board.Places()
	b.board.ZoomIn()
	b.board.ZoomIn()
	b.board.ZoomOut()
	b.board.ZoomOut()
	b.wantZoom(1)
	after := b.board.Places()
	for key, r := range before {
		if after[key] != r {
			t.Errorf("%s went from %v to %v", key, r, after[key])
		}
	}
}

func TestWheelMovesASheetThatIsTooLarge(t *testing.T) {
	b := newBench(t)
	b.board.SetZoom(2)
	b.MoveTo(b.at(board.BlockKey(canvas.ValuePropositions)))
	b.Scroll(100000)
	release := b.Hold(fyne.KeyModifierShift)
	b.Scroll(100000)
	release()
	block := board.BlockKey(canvas.KeyPartnerships)
	start := b.rect(block)
	if start.X != 14 || start.Y != 14 {
		t.Fatalf("the first block lies at %v", start)
	}
	b.Scroll(-40)
	if r := b.rect(block); r.X != start.X || r.Y != start.Y-40 {
		t.Errorf("the wheel took the block to %v", r)
	}
	release = b.Hold(fyne.KeyModifierShift)
	b.Scroll(-60)
	release()
	if r := b.rect(block); r.X != start.X-60 || r.Y != start.Y-40 {
		t.Errorf("Shift and the wheel took the block to %v", r)
	}
}

func TestPanningByMiddleButtonAndSpace(t *testing.T) {
	b := newBench(t)
	b.board.SetZoom(2)
	block := board.BlockKey(canvas.ValuePropositions)
	start := b.rect(block)
	at := b.at(block)
	hand := false // the pointer is one
	pull := func(button desktop.MouseButton) {
		b.MoveTo(at)
		b.Press(button)
		b.MoveTo(at.AddXY(-10, -4))
		b.MoveTo(at.AddXY(-30, -20))
		hand = b.board.Cursor() == desktop.PointerCursor
		b.Release(button)
	}
	pull(desktop.MouseButtonTertiary)
	if !hand || b.board.Cursor() != desktop.DefaultCursor {
		t.Error("the pointer is no hand while it takes the sheet, or stays one")
	}
	if r := b.rect(block); r.X != start.X-30 || r.Y != start.Y-20 {
		t.Fatalf("the middle button took %v to %v", start, r)
	}
	release := b.Keep(fyne.KeySpace)
	if b.board.Cursor() != desktop.PointerCursor {
		t.Error("with Space the pointer is no hand")
	}
	pull(desktop.MouseButtonPrimary)
	release()
	if r := b.rect(block); r.X != start.X-60 || r.Y != start.Y-40 {
		t.Fatalf("Space took %v to %v", start, r)
	}
	if b.doc.Block() != "" || b.doc.UndoName() != "" {
		t.Error("panning did something else")
	}
	pull(desktop.MouseButtonPrimary)
	if r := b.rect(block); r.X != start.X-60 {
		t.Error("without Space, a drag still pans")
	}
}

func TestDragsWorkOnAZoomedSheet(t *testing.T) {
	b := newBench(t)
	b.Click(b.note(shop))
	b.board.SetZoom(1.5)
	to := b.rect(board.NoteKey(visits))
	b.Drag(b.note(shop), fyne.NewPos(float32(to.Center().X), float32(to.Bottom()+4)))
	b.wantTexts(canvas.Channels, "App", "Visits", "Shop")
}

func TestZoomKeepsWhatIsTyped(t *testing.T) {
	b := newBench(t)
	b.DoubleClick(b.note(shop))
	b.Type("!")
	b.board.ZoomIn()
	if b.board.Editing() {
		t.Fatal("still editing")
	}
	b.wantTexts(canvas.Channels, "App", "Shop!", "Visits")
}

func TestKeyboardBringsIntoSight(t *testing.T) {
	b := newBench(t)
	b.Click(b.note(parts)) // at the left edge
	b.board.SetZoom(4)
	for range 8 {
		b.Key(fyne.KeyTab) // to the block after the last one, and so out
	}
	b.doc.Select(commute)
	b.Click(b.at(board.NoteKey(commute)))
	b.wantSelected(commute)
	b.Key(fyne.KeyTab)
	if r := b.rect(board.BlockKey(canvas.ValuePropositions)); r.X < -60 || r.X > 1000 {
		t.Errorf("the block that the keyboard is in begins at %v", r)
	}
}

func TestFitBringsAllIntoSight(t *testing.T) {
	b := newBench(t)
	b.board.ZoomIn()
	b.board.ZoomToFit()
	b.wantZoom(1) // all are in sight as it is
	b = newBenchWith(t, manyNotes(t, 90))
	b.board.ZoomToFit()
	zoom := b.board.Zoom()
	if zoom >= 1 {
		t.Fatalf("zoom is %v", zoom)
	}
	seen := 0
	for n := range b.doc.Project().Notes() {
		if r, ok := b.board.Places()[board.NoteKey(n.ID)]; ok && !math.IsNaN(r.X) {
			seen++
		}
	}
	if zoom > 0.5 && seen != b.doc.Project().Len() {
		t.Errorf("%d of %d notes are in sight at %v", seen, b.doc.Project().Len(), zoom)
	}
}
