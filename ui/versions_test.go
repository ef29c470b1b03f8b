package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"ninefold/canvas"
	"ninefold/ui/uitest"
)

// savedThrice is a window on a file that was saved three times, with a note
// more each time.
func savedThrice(t *testing.T) (*App, *Window, string) {
	t.Helper()
	path := sample(t)
	a := newApp(t, Options{Files: []string{path}, State: t.TempDir()})
	w := a.windows[0]
	for _, text := range []string{"one", "two", "three"} {
		edit(t, w, text)
		w.Run("file_save")
	}
	return a, w, path
}

func TestEarlierVersionIsRestoredAsOneStep(t *testing.T) {
	_, w, path := savedThrice(t)
	w.Run("file_versions")
	wantSaid(t, w, w.words.T("dialog.versions.title"), "three")
	r := uitest.New(t, w.win)
	r.Key(fyne.KeyDown)
	wantSaid(t, w, w.words.T("dialog.versions.differs"), "two")
	r.Key(fyne.KeyReturn)
	wantQuiet(t, w)
	if p := w.doc.Project(); !hasNote(p, "one") || hasNote(p, "two") || w.doc.Path() != path || !w.doc.Dirty() {
		t.Error("it is not the version before the second save")
	}
	w.Run("edit_undo")
	if !hasNote(w.doc.Project(), "three") || w.doc.Dirty() {
		t.Error("restoring cannot be undone")
	}
}

func TestEarlierVersionOpensAsACopy(t *testing.T) {
	a, w, _ := savedThrice(t)
	w.Run("file_versions")
	w.answer(t, "button.open_copy")
	if len(a.windows) != 2 || a.windows[1].doc.Path() != "" || hasNote(a.windows[1].doc.Project(), "three") || !hasNote(a.windows[1].doc.Project(), "two") {
		t.Error("the copy is not what it should be")
	}
	if !hasNote(w.doc.Project(), "three") {
		t.Error("the window changed")
	}
}

func TestNoEarlierVersions(t *testing.T) {
	a := newApp(t, Options{Files: []string{sample(t)}, State: t.TempDir()})
	w := a.windows[0]
	w.Run("file_versions")
	wantSaid(t, w, "There are none yet")
	w.answer(t, "button.ok")
	w.Run("file_save") // nothing else than what stands there
	w.Run("file_versions")
	wantSaid(t, w, "There are none yet")
	if newApp(t, Options{}).windows[0].Run("file_versions") {
		t.Error("a canvas without a file is looked for")
	}
}

// What another program wrote, and was overwritten all the same, is kept, too.
func TestWhatOthersWroteIsAnEarlierVersion(t *testing.T) {
	path := sample(t)
	a := newApp(t, Options{Files: []string{path}, State: t.TempDir()})
	w := a.windows[0]
	byOthers(t, path, adding("theirs"))
	w.checkFile(nil)
	w.Run("edit_undo")
	w.Run("file_save")
	w.Run("file_versions")
	wantSaid(t, w, "theirs")
	w.answer(t, "button.restore_version")
	if !hasNote(w.doc.Project(), "theirs") || w.doc.Project().Block(canvas.Channels) == nil {
		t.Error("it did not come back")
	}
}
