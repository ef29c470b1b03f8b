package ui

import (
	"os"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"ninefold/canvas"
	"ninefold/ui/board"
	"ninefold/ui/uitest"
)

func TestCopyAndPasteOfANote(t *testing.T) {
	tr := newTrial(t)
	tr.Click(tr.at(board.NoteKey(shop)))
	tr.ctrl(fyne.KeyC)
	if got := clipboard().Content(); got != "Shop on the square" {
		t.Fatalf("the clipboard says %q", got)
	}
	tr.Click(tr.at(board.BlockKey(canvas.KeyPartnerships)))
	tr.ctrl(fyne.KeyV)
	tr.wantTexts(canvas.KeyPartnerships, "Shop\non the square")
	n := tr.w.doc.Selected()
	if n == nil || n.ID == shop || n.Paper != canvas.PaperBlue || !slices.Equal(n.Segments, []canvas.ID{fleets}) {
		t.Fatalf("pasted and selected is %+v", n)
	}
	if tr.w.doc.UndoName() != "edit.paste" {
		t.Errorf("the step is %q", tr.w.doc.UndoName())
	}
	tr.ctrl(fyne.KeyZ)
	tr.wantTexts(canvas.KeyPartnerships)
}

func TestPasteComesAfterTheSelectedNote(t *testing.T) {
	tr := newTrial(t)
	tr.Click(tr.at(board.NoteKey(app)))
	clipboard().SetContent("Visits\n\n• Fairs\nLetters\t2 a year\n")
	tr.ctrl(fyne.KeyV)
	tr.wantTexts(canvas.Channels, "App", "Visits", "Fairs", "Letters – 2 a year", "Shop\non the square")
	if n := len(tr.w.doc.Selection()); n != 3 {
		t.Errorf("%d notes are selected", n)
	}
	tr.ctrl(fyne.KeyZ)
	tr.wantTexts(canvas.Channels, "App", "Shop\non the square")
}

func TestCutAndPasteMovesTheNote(t *testing.T) {
	tr := newTrial(t)
	tr.Click(tr.at(board.NoteKey(shop)))
	tr.ctrl(fyne.KeyX)
	tr.wantTexts(canvas.Channels, "App")
	if tr.w.doc.UndoName() != "edit.cut" {
		t.Errorf("the step is %q", tr.w.doc.UndoName())
	}
	tr.Click(tr.at(board.BlockKey(canvas.KeyActivities)))
	tr.ctrl(fyne.KeyV)
	if n := tr.w.doc.Project().Note(shop); n == nil || n.Block != canvas.KeyActivities || !n.Serves(fleets) {
		t.Fatalf("the note came back as %+v", n)
	}
}

func TestPasteIntoAnotherWindow(t *testing.T) {
	tr := newTrial(t)
	tr.Click(tr.at(board.NoteKey(shop)))
	tr.ctrl(fyne.KeyC)
	tr.w.doc.SelectBlock(canvas.KeyResources)
	tr.app.NewCanvas()
	other := tr.app.windows[1]
	uitest.New(t, other.win).Chord(fyne.KeyModifierControl, fyne.KeyV)
	notes := other.doc.Project().Block(canvas.Channels) // their own: none was chosen
	if len(notes) != 1 || notes[0].Paper != canvas.PaperBlue || len(notes[0].Segments) != 0 {
		t.Fatalf("the other window holds %+v", notes)
	}
}

// Another running copy of the program finds the notes in the file.
func TestPasteIntoAnotherProcess(t *testing.T) {
	tr := newTrial(t)
	tr.Click(tr.at(board.NoteKey(shop)))
	tr.ctrl(fyne.KeyC)
	path := tr.app.copied.path
	other := copied{path: path}
	notes, ok := other.find(clipboard().Content())
	if !ok || len(notes.IDs) != 1 || notes.From.Note(shop) == nil {
		t.Fatalf("found %+v", notes)
	}
	if _, ok := other.find("Something else"); ok {
		t.Error("another text was taken for the notes")
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := (&copied{}).find(string(data)); !ok {
		t.Error("the file's text on the clipboard was not known")
	}
	tr.w.close(nil)
	if _, err := os.Stat(path); !os.IsNotExist(err) {
		t.Errorf("the file is still there: %v", err)
	}
}

func TestPasteOnTheRelationshipBoard(t *testing.T) {
	tr := newTrial(t)
	tr.w.Run("view_relationships")
	tr.Click(tr.at(board.Key("cell:" + string(fleets) + ":retain")))
	clipboard().SetContent("Hotline\nNewsletter")
	tr.ctrl(fyne.KeyV)
	tr.wantTexts(canvas.CustomerRelationships, "Hotline", "Newsletter")
	for _, n := range tr.w.doc.Project().Block(canvas.CustomerRelationships) {
		if !slices.Equal(n.Segments, []canvas.ID{fleets}) || n.Relationship.Stage != canvas.StageRetain {
			t.Errorf("%+v %+v", n, n.Relationship)
		}
	}
	if n := len(tr.w.doc.Selection()); n != 2 {
		t.Errorf("%d notes are selected", n)
	}
}

func TestClipboardBelongsToTheEntryWhileTyping(t *testing.T) {
	tr := newTrial(t)
	before := tr.w.doc.Project()
	tr.DoubleClick(tr.at(board.NoteKey(vans)))
	clipboard().SetContent("Two ")
	tr.Key(fyne.KeyHome)
	tr.ctrl(fyne.KeyV)
	if tr.w.doc.Project() != before {
		t.Fatal("pasting into the text changed the project")
	}
	tr.Key(fyne.KeyReturn)
	tr.wantTexts(canvas.KeyResources, "Two Café vans")
}

func TestNothingToPasteIsNoStep(t *testing.T) {
	tr := newTrial(t)
	clipboard().SetContent(" \n\t\n")
	tr.ctrl(fyne.KeyV)
	if name := tr.w.doc.UndoName(); name != "" {
		t.Errorf("the step is %q", name)
	}
}
