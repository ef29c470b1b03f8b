package board_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ninefold/canvas"
	"ninefold/ui/board"
)

// newLongTable is a bench with more rows than there is room for.
func newLongTable(t *testing.T) *bench {
	t.Helper()
	p := canvas.New("Bicycles", "en", "EUR")
	for i := range 26 {
		var err error
		if p, _, err = canvas.AddNote(p, canvas.Note{ID: canvas.ID(fmt.Sprintf("nt_%02d", i)), Text: "Segment"}, canvas.CustomerSegments, canvas.AtEnd); err != nil {
			t.Fatal(err)
		}
	}
	return newTableWith(t, p)
}

// within is a place of the board from the middle of something.
func (b *bench) within(key board.Key, dx, dy float32) fyne.Position { return b.at(key).AddXY(dx, dy) }

func TestBarsAreDragged(t *testing.T) {
	b := newLongTable(t)
	b.Click(b.at(cell("nt_00", canvas.StageAcquire)))
	before := b.board.Places()
	b.Drag(b.at("thumb:rows"), b.within("thumb:rows", 0, 2000)) // beyond the end
	if _, ok := b.board.Places()[board.NewSegmentKey]; !ok {
		t.Fatal("the end of the rows is not in sight")
	}
	if b.board.At() != cell("nt_00", canvas.StageAcquire) {
		t.Errorf("the keyboard went to %s", b.board.At())
	}
	b.Drag(b.at("thumb:rows"), b.within("thumb:rows", 0, -2000))
	after := b.board.Places()
	if len(after) != len(before) || after["thumb:rows"] != before["thumb:rows"] || after["row:nt_00"] != before["row:nt_00"] {
		t.Error("dragged to its beginning, the bar does not show it")
	}

	// The bar follows the pointer, and Escape lets it go back.
	bar := before["thumb:rows"]
	b.Pull(b.at("thumb:rows"), b.within("thumb:rows", 0, 40))
	if got := b.board.Places()["thumb:rows"]; got.Y < bar.Y+38 || got.Y > bar.Y+42 {
		t.Errorf("after 40 the bar is at %g, it was at %g", got.Y, bar.Y)
	}
	b.Key(fyne.KeyEscape)
	b.Release(desktop.MouseButtonPrimary)
	if got := b.board.Places()["thumb:rows"]; got != bar {
		t.Errorf("after Escape the bar is at %v", got)
	}

	// A click beside the thumb brings it there.
	b.Click(b.within("thumb:rows", 0, 150))
	if got := b.board.Places()["thumb:rows"].Center().Y; got < bar.Center().Y+148 || got > bar.Center().Y+152 {
		t.Errorf("after a click the bar's middle is at %g, it was at %g", got, bar.Center().Y)
	}

	b.Drag(b.at("thumb:palette"), b.within("thumb:palette", 0, 2000))
	if _, ok := b.board.Places()["tactic:referral"]; !ok {
		t.Error("the end of the palette is not in sight")
	}
	b.wantUndo("")
}

func TestPageKeysScroll(t *testing.T) {
	b := newLongTable(t)
	b.Click(b.at(cell("nt_00", canvas.StageAcquire)))
	top := b.board.Places()["thumb:rows"].Y
	b.Key(fyne.KeyPageDown)
	down := b.board.Places()["thumb:rows"].Y
	b.Key(fyne.KeyPageUp)
	if up := b.board.Places()["thumb:rows"].Y; down <= top || up != top {
		t.Errorf("the bar goes from %g to %g and to %g", top, down, up)
	}
	b.Click(b.at("token:communities"))
	b.Key(fyne.KeyPageDown)
	if _, ok := b.board.Places()["tactic:referral"]; !ok && b.board.Places()["token:communities"].H > 0 {
		t.Error("the palette does not scroll")
	}
}

// Where there is no room for all columns that can be read, they scroll beside
// the rows' heads: by bar, by wheel, by keyboard and while something is dragged.
func TestColumnsScroll(t *testing.T) {
	b := newTable(t)
	b.board.SetZoom(2)
	first, last := cell(riders, canvas.StageAcquire), cell(riders, canvas.StageGrow)
	head := b.board.Places()[board.NoteKey(riders)]
	seen := func(key board.Key) float64 { return b.board.Places()[key].W }
	whole := seen(first)
	if whole < 200 || seen(last) >= whole {
		t.Fatalf("at twice the size the first column is %g wide and the last %g", whole, seen(last))
	}
	b.Click(b.at(first))
	b.Key(fyne.KeyRight)
	b.Key(fyne.KeyEnd)
	if seen(last) != whole {
		t.Error("the keyboard does not scroll the columns")
	}
	if b.board.Places()[board.NoteKey(riders)] != head {
		t.Error("the rows' heads scroll, too")
	}
	for key, r := range b.board.Places() {
		if r.Overlaps(head) && key != board.NoteKey(riders) && key[:5] != "field" && key[:4] != "fold" && key[:6] != "figure" {
			t.Errorf("%s lies over a row's head", key)
		}
	}
	b.Drag(b.at("thumb:columns"), b.within("thumb:columns", -2000, 0))
	if seen(first) != whole {
		t.Error("the bar does not scroll the columns")
	}
	release := b.Hold(fyne.KeyModifierShift)
	b.MoveTo(b.at(first))
	b.Scroll(-3000)
	release()
	if seen(last) != whole {
		t.Error("the wheel does not scroll the columns with Shift")
	}

	b.Drag(b.at("thumb:columns"), b.within("thumb:columns", -2000, 0))
	edge := fyne.NewPos(b.board.Size().Width-45, float32(b.board.Places()[first].Center().Y)).Add(b.board.Position())
	b.Pull(b.at("token:co_creation"), edge)
	b.wait(400)
	b.Release(desktop.MouseButtonPrimary)
	n := b.newest()
	if n.Relationship.Type != "co_creation" || n.Relationship.Stage != canvas.StageGrow {
		t.Errorf("dragged to the right edge, the newest relationship is %+v", n.Relationship)
	}
}
