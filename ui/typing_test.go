package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"ninefold/canvas"
	"ninefold/ui/uitest"
)

// A pendingField is a field of the inspector.
type pendingField interface {
	fyne.Focusable
	Pending() bool
	SelectedText() string
}

// focusField goes by Tab to the inspector's first field.
func focusField(t *testing.T, w *Window) pendingField {
	t.Helper()
	w.win.Canvas().Unfocus()
	for range 100 {
		w.win.Canvas().FocusNext()
		if f, ok := w.win.Canvas().Focused().(pendingField); ok {
			return f
		}
	}
	t.Fatal("no field can be reached by Tab")
	return nil
}

func TestSavingKeepsWhatIsBeingTypedInTheInspector(t *testing.T) {
	_, w, path := openSample(t)
	note := selectFirst(t, w, canvas.KeyActivities)
	r := uitest.New(t, w.win)
	focusField(t, w)
	r.Shortcut(&fyne.ShortcutSelectAll{})
	r.Type("typed beside the board")
	r.Shortcut(ctrl(fyne.KeyS))
	if got := load(t, path).Note(note.ID).Text; got != "typed beside the board" {
		t.Errorf("the file says %q", got)
	}
	wantQuiet(t, w)
}

func TestClosingAsksAboutWhatIsBeingTyped(t *testing.T) {
	a, w, _ := openSample(t)
	selectFirst(t, w, canvas.KeyActivities)
	focusField(t, w)
	uitest.New(t, w.win).Type("x")
	w.askClose()
	wantSaid(t, w, w.words.T("dialog.unsaved.title"))
	if len(a.windows) != 1 {
		t.Error("the window closed")
	}
}

func TestUndoInAFieldTakesTypingBackAndThenTheStep(t *testing.T) {
	_, w, _ := openSample(t)
	edit(t, w, "a step")
	selectFirst(t, w, canvas.KeyActivities)
	r := uitest.New(t, w.win)
	field := focusField(t, w)
	r.Type("xyz")
	for range 10 {
		if !field.Pending() {
			break
		}
		r.Shortcut(&fyne.ShortcutUndo{})
	}
	if field.Pending() || !hasNote(w.doc.Project(), "a step") {
		t.Fatal("Ctrl+Z does not take the typing back, and that alone")
	}
	r.Shortcut(&fyne.ShortcutUndo{})
	if hasNote(w.doc.Project(), "a step") {
		t.Error("with nothing typed Ctrl+Z does not undo the step")
	}
	r.Shortcut(&fyne.ShortcutRedo{})
	if !hasNote(w.doc.Project(), "a step") {
		t.Error("Ctrl+Y does not repeat it")
	}
	r.Shortcut(&fyne.ShortcutUndo{})
	r.Shortcut(ctrlShift(fyne.KeyZ))
	if !hasNote(w.doc.Project(), "a step") {
		t.Error("Ctrl+Shift+Z in a field does not repeat it")
	}
	r.Type("xyz")
	r.Shortcut(&fyne.ShortcutUndo{})
	typed := !field.Pending()
	r.Shortcut(ctrlShift(fyne.KeyZ))
	if !typed || !field.Pending() {
		t.Error("Ctrl+Shift+Z does not repeat what was typed")
	}
	w.win.Canvas().Unfocus()
}

func TestSelectingAllInAFieldIsTheFields(t *testing.T) {
	_, w, _ := openSample(t)
	note := selectFirst(t, w, canvas.KeyActivities)
	r := uitest.New(t, w.win)
	field := focusField(t, w)
	r.Shortcut(&fyne.ShortcutSelectAll{})
	if field.SelectedText() != note.Text || len(w.doc.Selection()) != 1 {
		t.Errorf("selected are %q and %d notes", field.SelectedText(), len(w.doc.Selection()))
	}
}

func TestTheSystemMayTurnDarkBehindADialog(t *testing.T) {
	a, w, _ := openSample(t)
	edit(t, w, "mine")
	w.askClose()
	a.SetTheme("dark")
	wantSaid(t, w, w.words.T("dialog.unsaved.title"))
	r := uitest.New(t, w.win)
	r.Key(fyne.KeyEscape)
	wantQuiet(t, w)
	selectFirst(t, w, canvas.KeyActivities)
	r.Key(fyne.KeyDelete)
	if got := w.doc.UndoName(); got != "edit.delete" {
		t.Errorf("the board does not have the keyboard: the last step is %q", got)
	}
}
