package board_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/export/scene"
	"ninefold/ui/board"
	"ninefold/ui/document"
)

// Ids of the notes on the bench of relationships.
const (
	riders = canvas.ID("nt_riders")
	fleets = canvas.ID("nt_fleets")
	signUp = canvas.ID("nt_sign_up")
	club   = canvas.ID("nt_club")
)

// newTable is a bench with the relationship board of two segments: riders have
// a sign-up and, with the fleets, a club; fleets expect dedicated assistance.
func newTable(t *testing.T) *bench {
	t.Helper()
	p := canvas.New("Bicycles", "en", "EUR")
	for _, n := range []canvas.Note{
		{ID: riders, Block: canvas.CustomerSegments, Text: "Riders\nfive days a week"},
		{ID: fleets, Block: canvas.CustomerSegments, Text: "Fleets", Segment: &canvas.Segment{Expected: []string{"dedicated_assistance"}}},
		{
			ID: signUp, Block: canvas.CustomerRelationships, Text: "Online sign-up", Segments: []canvas.ID{riders},
			Relationship: &canvas.Relationship{Type: "self_service", Stage: canvas.StageAcquire},
		},
		{
			ID: club, Block: canvas.CustomerRelationships, Text: "Saturday club", Segments: []canvas.ID{riders, fleets},
			Relationship: &canvas.Relationship{Type: "communities", Stage: canvas.StageRetain},
		},
	} {
		var err error
		if p, _, err = canvas.AddNote(p, n, n.Block, canvas.AtEnd); err != nil {
			t.Fatal(err)
		}
	}
	return newTableWith(t, p)
}

func newTableWith(t *testing.T, p *canvas.Project) *bench {
	t.Helper()
	return newBenchOf(t, p, func(doc *document.Document, words *locale.Words, look *scene.Look) board.Surface {
		return board.NewRelationships(doc, words, look, &board.Memory{})
	})
}

func cell(segment canvas.ID, stage canvas.Stage) board.Key {
	return board.Key("cell:" + string(segment) + ":" + string(stage))
}

// low is a place at the lower end of a cell, beneath its cards.
func (b *bench) low(key board.Key) fyne.Position {
	b.t.Helper()
	r := b.board.Places()[key]
	return fyne.NewPos(float32(r.X+r.W/2), float32(r.Bottom()-12)).Add(b.board.Position())
}

// wantStands checks on which cells a relationship stands.
func (b *bench) wantStands(id canvas.ID, want ...canvas.Cell) {
	b.t.Helper()
	n := b.doc.Project().Note(id)
	if n == nil {
		b.t.Fatalf("%s is gone", id)
	}
	if got := canvas.CellsOf(n); !slices.Equal(got, want) {
		b.t.Errorf("%s stands on %v, want %v", id, got, want)
	}
}

// newest is the last note in Customer Relationships.
func (b *bench) newest() *canvas.Note {
	b.t.Helper()
	notes := b.doc.Project().Block(canvas.CustomerRelationships)
	return notes[len(notes)-1]
}

func TestTokenDraggedOntoACellMakesARelationship(t *testing.T) {
	b := newTable(t)
	b.Drag(b.at("token:co_creation"), b.at(cell(fleets, canvas.StageGrow)))
	n := b.newest()
	if n.Relationship.Type != "co_creation" || n.Block != canvas.CustomerRelationships {
		t.Fatalf("the newest relationship is %+v", n)
	}
	b.wantStands(n.ID, canvas.Cell{Segment: fleets, Stage: canvas.StageGrow})
	b.wantUndo("edit.add_relationship")
	b.wantSelected(n.ID)
	if _, ok := b.board.Places()[board.NoteKey(n.ID)]; !ok {
		t.Error("the relationship is not on the board")
	}
	b.Key(fyne.KeyReturn)
	b.Type("Design a frame")
	b.Key(fyne.KeyReturn)
	if n := b.newest(); n.Text != "Design a frame" {
		t.Errorf("the relationship's text is %q", n.Text)
	}
	b.doc.Undo()
	b.doc.Undo()
	if n := b.newest(); n.ID != club {
		t.Errorf("after undo %q is still there", n.Text)
	}
}

func TestTokenDroppedBesideTheCellsDoesNothing(t *testing.T) {
	b := newTable(t)
	before := b.doc.Project()
	b.Drag(b.at("token:co_creation"), b.at("token:communities"))
	b.Drag(b.at("token:co_creation"), b.at(board.NoteKey(riders)))
	b.Pull(b.at("token:co_creation"), b.at(cell(fleets, canvas.StageGrow)))
	b.Key(fyne.KeyEscape)
	b.Release(desktop.MouseButtonPrimary)
	if b.doc.Project() != before {
		t.Error("the project changed")
	}
}

func TestTokenPlacedByKeyboard(t *testing.T) {
	b := newTable(t)
	b.Click(b.at("token:self_service"))
	b.Key(fyne.KeyDown) // on to automated services
	b.Key(fyne.KeyReturn)
	b.Key(fyne.KeyRight)
	b.Key(fyne.KeyRight)
	b.Key(fyne.KeyRight)
	b.Key(fyne.KeyRight) // there is no further column
	b.Key(fyne.KeyDown)
	b.Key(fyne.KeyReturn)
	n := b.newest()
	if n.Relationship.Type != "automated_services" {
		t.Fatalf("the newest relationship is of type %q", n.Relationship.Type)
	}
	b.wantStands(n.ID, canvas.Cell{Segment: fleets, Stage: canvas.StageGrow})
	b.wantSelected(n.ID)

	b.Click(b.at("token:self_service"))
	before := b.doc.Project()
	b.Key(fyne.KeyReturn)
	b.Key(fyne.KeyRight)
	b.Key(fyne.KeyEscape)
	b.Key(fyne.KeyEscape)
	if b.doc.Project() != before {
		t.Error("a placing that was cancelled changed the project")
	}
}

func TestCardDraggedToAnotherCell(t *testing.T) {
	b := newTable(t)
	b.Drag(b.note(signUp), b.at(cell(fleets, canvas.StageConsider)))
	b.wantStands(signUp, canvas.Cell{Segment: fleets, Stage: canvas.StageConsider})
	b.wantUndo("edit.place")
	b.wantSelected(signUp)
}

func TestCardOfOneSegmentLeavesTheOthersAlone(t *testing.T) {
	b := newTable(t)
	second := board.Key("note:" + club + ":" + fleets)
	b.Drag(b.at(second), b.low(cell(riders, canvas.StageRetain)))
	b.wantStands(club, canvas.Cell{Segment: riders, Stage: canvas.StageRetain})
}

func TestCardDraggedWithCtrlServesOneMoreSegment(t *testing.T) {
	b := newTable(t)
	b.Pull(b.note(signUp), b.at(cell(fleets, canvas.StageAcquire)))
	release := b.Hold(fyne.KeyModifierControl)
	b.Release(desktop.MouseButtonPrimary)
	release()
	b.wantStands(signUp,
		canvas.Cell{Segment: riders, Stage: canvas.StageAcquire},
		canvas.Cell{Segment: fleets, Stage: canvas.StageAcquire})
	b.wantUndo("edit.extend")
}

func TestCardsDraggedTogether(t *testing.T) {
	b := newTable(t)
	b.Click(b.note(signUp))
	release := b.Hold(fyne.KeyModifierShift)
	b.Click(b.note(club))
	release()
	b.Drag(b.note(signUp), b.at(cell(riders, canvas.StageGrow)))
	b.wantStands(signUp, canvas.Cell{Segment: riders, Stage: canvas.StageGrow})
	b.wantStands(club, canvas.Cell{Segment: riders, Stage: canvas.StageGrow}, canvas.Cell{Segment: fleets, Stage: canvas.StageGrow})
	b.doc.Undo()
	b.wantStands(signUp, canvas.Cell{Segment: riders, Stage: canvas.StageAcquire})
}

func TestCardDroppedOnItsOwnCellIsNoStep(t *testing.T) {
	b := newTable(t)
	b.Drag(b.note(signUp), b.low(cell(riders, canvas.StageAcquire)))
	b.wantUndo("")
}

func TestCardNudgedByKeyboard(t *testing.T) {
	b := newTable(t)
	b.Click(b.note(signUp))
	b.Chord(fyne.KeyModifierAlt, fyne.KeyRight)
	b.wantStands(signUp, canvas.Cell{Segment: riders, Stage: canvas.StageConsider})
	b.Chord(fyne.KeyModifierAlt, fyne.KeyDown)
	b.wantStands(signUp, canvas.Cell{Segment: fleets, Stage: canvas.StageConsider})
	b.Chord(fyne.KeyModifierAlt, fyne.KeyDown) // the last row
	b.wantStands(signUp, canvas.Cell{Segment: fleets, Stage: canvas.StageConsider})
	b.wantSelected(signUp)
}

func TestArrowsGoOverCardsAndCells(t *testing.T) {
	b := newTable(t)
	b.Click(b.note(signUp))
	b.Key(fyne.KeyLeft)
	b.wantSelected(riders)
	b.Key(fyne.KeyRight)
	b.wantSelected(signUp)
	b.Key(fyne.KeyRight) // an empty cell
	b.wantSelected()
	b.Key(fyne.KeyRight)
	b.wantSelected(club)
	b.Key(fyne.KeyTab)
	b.wantSelected(fleets)
}

func TestCardEditedInPlace(t *testing.T) {
	b := newTable(t)
	b.DoubleClick(b.note(signUp))
	b.Key(fyne.KeyEnd)
	b.Type(" in two minutes")
	if got := b.doc.Project().Note(signUp).Text; got != "Online sign-up" {
		t.Errorf("the document changed while typing: %q", got)
	}
	b.Key(fyne.KeyReturn)
	if got := b.doc.Project().Note(signUp).Text; got != "Online sign-up in two minutes" {
		t.Errorf("text is %q", got)
	}
	b.wantUndo("edit.text")

	before := b.doc.Project()
	b.DoubleClick(b.note(signUp))
	b.Type("no")
	b.Key(fyne.KeyEscape)
	if b.doc.Project() != before {
		t.Error("an edit that was cancelled changed the project")
	}
}

// Fyne loses the cursor where a space is typed at the end of a full line.
func TestSpacesAreKeptWhereLinesBreak(t *testing.T) {
	const text = "in two minutes, on any telephone, with no papers to fill in"
	for begin := range 12 {
		b := newTable(t)
		b.DoubleClick(b.note(signUp))
		b.Key(fyne.KeyEnd)
		typed := text[begin:]
		for _, c := range typed {
			b.Type(string(c))
			if c == ' ' {
				b.Type("x")
				b.Key(fyne.KeyBackspace)
			}
		}
		b.Key(fyne.KeyReturn)
		if got := b.doc.Project().Note(signUp).Text; got != "Online sign-up"+typed {
			t.Errorf("typed %q, got %q", "Online sign-up"+typed, got)
		}
	}
}

func TestSegmentRenamedInItsHead(t *testing.T) {
	b := newTable(t)
	b.DoubleClick(b.note(riders))
	b.Key(fyne.KeyEnd)
	b.Type(" in town")
	b.Key(fyne.KeyReturn)
	if got := b.doc.Project().Note(riders).Text; got != "Riders in town\nfive days a week" {
		t.Errorf("the segment's text is %q", got)
	}
}

func TestDoubleClickInACellBeginsARelationship(t *testing.T) {
	b := newTable(t)
	for _, c := range []struct {
		cell canvas.Cell
		typ  string
	}{
		{canvas.Cell{Segment: fleets, Stage: canvas.StageAcquire}, "dedicated_assistance"}, // as the cell says is lacking
		{canvas.Cell{Segment: riders, Stage: canvas.StageGrow}, canvas.TypeCustom},
	} {
		b.DoubleClick(b.at(cell(c.cell.Segment, c.cell.Stage)))
		b.Type("Talk")
		b.Key(fyne.KeyReturn)
		n := b.newest()
		if n.Text != "Talk" || n.Relationship.Type != c.typ {
			t.Errorf("in %v came %q of type %q, want type %q", c.cell, n.Text, n.Relationship.Type, c.typ)
		}
		b.wantStands(n.ID, c.cell)
		b.wantSelected(n.ID)
	}
	before := b.doc.Project()
	b.DoubleClick(b.at(cell(riders, canvas.StageConsider)))
	b.Key(fyne.KeyReturn)
	if b.doc.Project() != before {
		t.Error("a relationship without text was kept")
	}
}

func TestDeleteTakesARelationshipAway(t *testing.T) {
	b := newTable(t)
	b.Click(b.note(signUp))
	b.Key(fyne.KeyDelete)
	if b.doc.Project().Note(signUp) != nil {
		t.Error("the relationship is still there")
	}
	b.doc.Undo()
	b.wantStands(signUp, canvas.Cell{Segment: riders, Stage: canvas.StageAcquire})
}
