package board_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"ninefold/canvas"
	"ninefold/ui/board"
)

// segments are the ids of the segments in their order.
func (b *bench) segments() []canvas.ID {
	var ids []canvas.ID
	for _, n := range b.doc.Project().Segments() {
		ids = append(ids, n.ID)
	}
	return ids
}

func TestRowsAreReordered(t *testing.T) {
	b := newTable(t)
	before, after := []canvas.ID{riders, fleets}, []canvas.ID{fleets, riders}
	head := func(id canvas.ID) fyne.Position { // beside what can be chosen in it
		r := b.board.Places()[board.NoteKey(id)]
		return fyne.NewPos(float32(r.X+60), float32(r.Y+8)).Add(b.board.Position())
	}
	b.Drag(head(fleets), head(riders))
	if got := b.segments(); !slices.Equal(got, after) {
		t.Fatalf("dragged upwards, the segments are %v", got)
	}
	b.wantUndo("edit.move")
	b.wantSelected(fleets)
	b.doc.Undo()
	b.Drag(head(riders), b.low(cell(fleets, canvas.StageRetain)))
	if got := b.segments(); !slices.Equal(got, after) {
		t.Fatalf("dragged downwards, the segments are %v", got)
	}
	b.doc.Undo()
	was := b.doc.Project()
	b.Drag(head(riders), b.low(cell(riders, canvas.StageRetain)))
	b.Drag(head(riders), b.at("token:communities"))
	if b.doc.Project() != was {
		t.Error("a row that is dropped where it was, or on the palette, is a step")
	}

	b.Click(head(riders))
	alt := func(key fyne.KeyName) { b.Chord(fyne.KeyModifierAlt, key) }
	alt(fyne.KeyUp) // it is the first
	if b.doc.Project() != was {
		t.Error("the first row goes up")
	}
	alt(fyne.KeyDown)
	if got := b.segments(); !slices.Equal(got, after) {
		t.Errorf("by keyboard the segments are %v", got)
	}
	alt(fyne.KeyDown)
	alt(fyne.KeyRight)
	alt(fyne.KeyUp)
	if got := b.segments(); !slices.Equal(got, before) {
		t.Errorf("back again, the segments are %v", got)
	}
}

// Back on the palette a card is deleted; one of several segments only leaves
// the row that it was taken from.
func TestCardDraggedOffTheBoard(t *testing.T) {
	b := newTable(t)
	b.Drag(b.note(signUp), b.at("token:communities"))
	if b.doc.Project().Note(signUp) != nil {
		t.Fatal("the relationship is still there")
	}
	b.wantUndo("edit.delete")
	b.doc.Undo()
	b.Drag(b.at(board.Key("note:"+club+":"+fleets)), b.at("token:communities"))
	b.wantStands(club, canvas.Cell{Segment: riders, Stage: canvas.StageRetain})
	b.wantUndo("edit.serve")
	b.Drag(b.note(club), b.at("palette:search"))
	if b.doc.Project().Note(club) != nil {
		t.Error("the relationship of one segment is still there")
	}
}

// A cell offers to add something while the pointer is in it.
func TestCellsOfferToAdd(t *testing.T) {
	b := newTable(t)
	add := board.Key("add:" + string(riders) + ":grow")
	b.Click(b.at(add))
	if b.asked == nil {
		t.Fatal("nothing is asked")
	}
	if b.board.At() != cell(riders, canvas.StageGrow) {
		t.Errorf("the keyboard is at %s", b.board.At())
	}
	b.answer("Sales programme")
	b.Type("Winter check")
	b.Key(fyne.KeyReturn)
	if n := b.newest(); n.Text != "Winter check" || n.Relationship.Type != "sales_programme" {
		t.Errorf("added is %+v", n)
	}
	b.Drag(b.at("token:co_creation"), b.at(add)) // it is in no drop's way
	if n := b.newest(); n.Relationship.Type != "co_creation" {
		t.Errorf("dropped is %+v", n)
	}
	b.Click(b.at(board.Key("fold:" + riders)))
	if _, ok := b.board.Places()[add]; ok {
		t.Error("a folded row offers to add")
	}
}
