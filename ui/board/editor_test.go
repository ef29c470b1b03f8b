package board_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/ui/board"
)

func TestEditInPlace(t *testing.T) {
	for name, begin := range map[string]func(*bench){
		"double click": func(b *bench) { b.DoubleClick(b.note(shop)) },
		"enter":        func(b *bench) { b.Click(b.note(shop)); b.Key(fyne.KeyReturn) },
		"F2":           func(b *bench) { b.Click(b.note(shop)); b.Key(fyne.KeyF2) },
		"typing":       func(b *bench) { b.Click(b.note(shop)) },
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t)
			begin(b)
			b.Type(", Saturdays")
			if !b.board.Editing() {
				t.Fatal("nothing is being edited")
			}
			b.wantUndo("")
			b.Key(fyne.KeyReturn)
			b.wantTexts(canvas.Channels, "App", "Shop, Saturdays", "Visits")
			b.wantUndo("edit.text")
			b.wantSelected(shop)
			b.Key(fyne.KeyDown) // the board has the keyboard again
			b.wantSelected(visits)
			b.doc.Undo()
			b.wantTexts(canvas.Channels, "App", "Shop", "Visits")
		})
	}
}

func TestShiftEnterBreaksTheLine(t *testing.T) {
	b := newBench(t)
	before := b.board.Places()[board.NoteKey(shop)]
	b.DoubleClick(b.note(shop))
	b.Chord(fyne.KeyModifierShift, fyne.KeyReturn)
	b.Type("second line")
	if now := b.board.Places()[board.NoteKey(shop)]; now.H <= before.H {
		t.Errorf("the note is %v high while a second line is typed, was %v", now.H, before.H)
	}
	b.Key(fyne.KeyReturn)
	b.wantTexts(canvas.Channels, "App", "Shop\nsecond line", "Visits")
}

func TestEscapeDropsWhatWasTyped(t *testing.T) {
	b := newBench(t)
	before := b.doc.Project()
	b.DoubleClick(b.note(shop))
	b.Type(" and more")
	b.Key(fyne.KeyEscape)
	if b.board.Editing() || b.doc.Project() != before {
		t.Error("Escape left something behind")
	}
	b.wantSelected(shop)
	b.Key(fyne.KeyDown)
	b.wantSelected(visits)
}

func TestAnUnchangedTextIsNoStep(t *testing.T) {
	b := newBench(t)
	b.DoubleClick(b.note(shop))
	b.Type(" ")
	b.Key(fyne.KeyReturn)
	b.wantUndo("")
}

func TestNewNote(t *testing.T) {
	for name, begin := range map[string]func(*bench){
		"double click": func(b *bench) { b.DoubleClick(b.empty(canvas.KeyResources)) },
		"enter":        func(b *bench) { b.Click(b.empty(canvas.KeyResources)); b.Key(fyne.KeyReturn) },
		"typing":       func(b *bench) { b.Click(b.empty(canvas.KeyResources)) },
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t)
			begin(b)
			b.Type("Two vans")
			b.wantTexts(canvas.KeyResources) // not yet
			b.Key(fyne.KeyReturn)
			b.wantTexts(canvas.KeyResources, "Two vans")
			b.wantUndo("edit.add")
			if len(b.doc.Selection()) != 1 {
				t.Errorf("selected are %q, want the new note", b.doc.Selection())
			}
			b.doc.Undo()
			b.wantTexts(canvas.KeyResources)
			b.wantUndo("")
		})
	}
}

func TestEnterBeginsTheNextNoteAfterANewOne(t *testing.T) {
	b := newBench(t)
	b.Click(b.empty(canvas.KeyResources))
	b.Key(fyne.KeyReturn)
	for _, text := range []string{"Two vans", "Workshop"} {
		b.Type(text)
		b.Key(fyne.KeyReturn)
		if !b.board.Editing() {
			t.Fatalf("after %q no further note is begun", text)
		}
	}
	b.Key(fyne.KeyReturn) // an empty one is the end
	b.wantTexts(canvas.KeyResources, "Two vans", "Workshop")
	if b.board.Editing() || len(b.doc.Selection()) != 1 {
		t.Errorf("editing: %v, selected: %v", b.board.Editing(), b.doc.Selection())
	}
	b.DoubleClick(b.note(shop))
	b.Type("s")
	b.Key(fyne.KeyReturn)
	if b.board.Editing() {
		t.Error("a note that was there leads to a new one")
	}
}

func TestCtrlEnterBeginsTheNextNote(t *testing.T) {
	b := newBench(t)
	b.DoubleClick(b.empty(canvas.KeyResources))
	b.Type("Two vans")
	b.Chord(fyne.KeyModifierControl, fyne.KeyReturn)
	b.Type("Workshop")
	b.Chord(fyne.KeyModifierControl, fyne.KeyReturn)
	b.Key(fyne.KeyReturn) // the third one is empty
	b.wantTexts(canvas.KeyResources, "Two vans", "Workshop")
	b.doc.Undo()
	b.wantTexts(canvas.KeyResources, "Two vans")
}

func TestAnEmptyNewNoteLeavesNothing(t *testing.T) {
	b := newBench(t)
	before := b.doc.Project()
	for _, end := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEscape} {
		b.DoubleClick(b.empty(canvas.KeyResources))
		b.Type("  ")
		b.Key(end)
		if b.doc.Project() != before {
			t.Error("the project is not the very one of before")
		}
		b.wantUndo("")
	}
}

func TestANewCustomerIsASegment(t *testing.T) {
	b := newBench(t)
	b.DoubleClick(b.empty(canvas.CustomerSegments))
	b.Type("Families")
	b.Key(fyne.KeyReturn)
	segments := b.doc.Project().Segments()
	if len(segments) != 2 || segments[1].Segment.Letter != "B" {
		t.Errorf("segments are %v", segments)
	}
}

func TestClickElsewhereKeepsTheText(t *testing.T) {
	b := newBench(t)
	b.DoubleClick(b.empty(canvas.KeyResources))
	b.Type("Two vans")
	b.Click(b.note(app))
	b.wantTexts(canvas.KeyResources, "Two vans")
	b.wantSelected(app)

	b.DoubleClick(b.note(app))
	b.Type("s")
	b.Click(b.other.Position().AddXY(20, 10))
	b.wantTexts(canvas.Channels, "Apps", "Shop", "Visits")
	if b.window.Canvas().Focused() != fyne.Focusable(b.other) {
		t.Error("the other widget does not have the focus")
	}
}

func TestUndoInTheEntryIsTheEntrys(t *testing.T) {
	b := newBench(t)
	b.window.Canvas().AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { b.doc.Undo() })
	b.Click(b.note(app))
	b.Key(fyne.KeyDelete)
	b.DoubleClick(b.note(shop))
	b.Type("x")
	b.Chord(fyne.KeyModifierControl, fyne.KeyZ)
	b.wantTexts(canvas.Channels, "Shop", "Visits")
	b.Key(fyne.KeyReturn)
	b.wantTexts(canvas.Channels, "Shop", "Visits")
	b.wantUndo("edit.delete")
}

func TestCloseKeepsTheText(t *testing.T) {
	b := newBench(t)
	b.DoubleClick(b.note(shop))
	b.Type("s")
	b.board.Close()
	b.wantTexts(canvas.Channels, "App", "Shops", "Visits")
}

func TestANoteDeletedUnderTheEditorIsReported(t *testing.T) {
	b := newBench(t)
	b.DoubleClick(b.note(shop))
	b.Type("s")
	if err := b.doc.Do("edit.delete", func(p *canvas.Project) (*canvas.Project, error) {
		return canvas.DeleteNotes(p, []canvas.ID{shop})
	}); err != nil {
		t.Fatal(err)
	}
	b.Type("!")
	b.Key(fyne.KeyReturn)
	b.wantTexts(canvas.Channels, "App", "Visits")
	if len(b.errs) != 1 {
		t.Errorf("reported were %v, want that there is no such note", b.errs)
	}
}

func TestEmptyCanvas(t *testing.T) {
	b := newBenchWith(t, canvas.New("New", "en", "EUR"))
	if !locale.Of("en").Has("board.empty") {
		t.Fatal("no words for an empty canvas")
	}
	b.window.Canvas().Focus(b.board)
	b.Type("Commuters")
	b.Key(fyne.KeyEnter)
	b.wantTexts(canvas.CustomerSegments, "Commuters")
}
