package ui

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"ninefold/canvas"
	"ninefold/canvas/store"
	"ninefold/ui/uitest"
)

// byOthers writes a file as another program does that has opened it.
func byOthers(t *testing.T, path string, edit func(*canvas.Project) (*canvas.Project, error)) {
	t.Helper()
	p, err := edit(load(t, path))
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Save(path, p); err != nil {
		t.Fatal(err)
	}
}

// adding adds a note with a text.
func adding(text string) func(*canvas.Project) (*canvas.Project, error) {
	return func(p *canvas.Project) (*canvas.Project, error) {
		p, _, err := canvas.AddNote(p, canvas.Note{Text: text}, canvas.Channels, canvas.AtEnd)
		return p, err
	}
}

// writing writes over the first channel.
func writing(text string) func(*canvas.Project) (*canvas.Project, error) {
	return func(p *canvas.Project) (*canvas.Project, error) {
		return canvas.SetText(p, p.Block(canvas.Channels)[0].ID, text)
	}
}

func wantStatus(t *testing.T, w *Window, key string) {
	t.Helper()
	if got := w.status.saved.Text; got != w.words.T(key) {
		t.Errorf("the status bar says %q, want %q", got, w.words.T(key))
	}
}

func do(t *testing.T, w *Window, edit canvas.Edit) {
	t.Helper()
	if err := w.doc.Do("edit.text", edit); err != nil {
		t.Fatal(err)
	}
}

func TestChangedFileIsReadAgain(t *testing.T) {
	_, w, path := openSample(t)
	selected := w.doc.Project().Block(canvas.Channels)[1].ID
	w.doc.Select(selected)
	byOthers(t, path, adding("theirs"))
	w.checkFile(nil)
	if !hasNote(w.doc.Project(), "theirs") || w.doc.Dirty() || !w.doc.IsSelected(selected) {
		t.Error("the file was not read again as it should be")
	}
	wantStatus(t, w, "statusbar.reloaded")
	wantQuiet(t, w)
	w.Run("edit_undo")
	if hasNote(w.doc.Project(), "theirs") || !w.doc.Dirty() {
		t.Error("reading again cannot be undone")
	}
	w.Run("file_save")
	if hasNote(load(t, path), "theirs") {
		t.Error("what was undone is in the file")
	}
}

func TestBothSidesAreMerged(t *testing.T) {
	_, w, path := openSample(t)
	edit(t, w, "mine")
	byOthers(t, path, adding("theirs"))
	w.checkFile(nil)
	wantQuiet(t, w)
	wantStatus(t, w, "statusbar.merged")
	if p := w.doc.Project(); !hasNote(p, "mine") || !hasNote(p, "theirs") || !w.doc.Dirty() {
		t.Error("something is missing")
	}
	w.Run("file_save")
	if p := load(t, path); !hasNote(p, "mine") || !hasNote(p, "theirs") || w.doc.Dirty() {
		t.Error("something is missing in the file")
	}
}

// A change that nobody told of is found before it is overwritten.
func TestSavingLooksFirst(t *testing.T) {
	_, w, path := openSample(t)
	edit(t, w, "mine")
	byOthers(t, path, adding("theirs"))
	w.Run("file_save")
	wantQuiet(t, w)
	if p := load(t, path); !hasNote(p, "mine") || !hasNote(p, "theirs") || w.doc.Dirty() {
		t.Error("something is missing in the file")
	}
}

func TestConflicts(t *testing.T) {
	conflict := func(t *testing.T) (*App, *Window, string) {
		a, w, path := openSample(t)
		do(t, w, writing("my words"))
		do(t, w, adding("mine"))
		byOthers(t, path, writing("their words"))
		byOthers(t, path, adding("theirs"))
		w.Run("file_save")
		wantSaid(t, w, w.words.T("dialog.outside.title"), "my words their words")
		return a, w, path
	}
	has := func(t *testing.T, p *canvas.Project, words string) {
		t.Helper()
		if !hasNote(p, "mine") || !hasNote(p, "theirs") || !hasNote(p, words) {
			t.Errorf("the file lacks something: it begins with %q", p.Block(canvas.Channels)[0].Text)
		}
	}
	t.Run("mine", func(t *testing.T) {
		_, w, path := conflict(t)
		w.answer(t, "button.bring_together")
		has(t, load(t, path), "my words")
		if w.doc.Dirty() {
			t.Error("it is still unsaved")
		}
	})
	t.Run("theirs", func(t *testing.T) {
		_, w, path := conflict(t)
		uitest.New(t, w.win).Key(fyne.KeyRight)
		w.answer(t, "button.bring_together")
		has(t, load(t, path), "their words")
		w.Run("edit_undo")
		if p := w.doc.Project(); !hasNote(p, "my words") || hasNote(p, "theirs") {
			t.Error("the choice cannot be undone")
		}
	})
	t.Run("cancel", func(t *testing.T) {
		_, w, path := conflict(t)
		w.answer(t, "button.cancel")
		if hasNote(load(t, path), "mine") || !w.doc.Dirty() {
			t.Error("something was saved")
		}
		w.Run("file_save")
		wantSaid(t, w, w.words.T("dialog.outside.title"))
	})
	t.Run("copy", func(t *testing.T) {
		_, w, path := conflict(t)
		w.answer(t, "button.save_copy")
		r := uitest.New(t, w.win)
		r.Type("copy")
		r.Key("Return")
		copied := filepath.Join(filepath.Dir(path), "copy.ninefold.json")
		if p := load(t, copied); !hasNote(p, "mine") || hasNote(p, "theirs") || w.doc.Path() != copied {
			t.Error("the copy is not what it should be")
		}
		if p := load(t, path); hasNote(p, "mine") || !hasNote(p, "theirs") {
			t.Error("the file is not what it was")
		}
	})
}

func TestClosingBringsBothTogether(t *testing.T) {
	a, w, path := openSample(t)
	edit(t, w, "mine")
	byOthers(t, path, adding("theirs"))
	w.askClose()
	w.answer(t, "button.save")
	if p := load(t, path); len(a.windows) > 0 || !hasNote(p, "mine") || !hasNote(p, "theirs") {
		t.Error("something is missing in the file, or the window is still there")
	}
}

func TestSameChangeOnBothSidesIsNoChange(t *testing.T) {
	_, w, path := openSample(t)
	do(t, w, writing("alike"))
	byOthers(t, path, writing("alike"))
	w.checkFile(nil)
	wantQuiet(t, w)
	if w.doc.Dirty() {
		t.Error("what stands in the file counts as unsaved")
	}
}

func TestFileThatGoesAndComesBack(t *testing.T) {
	_, w, path := openSample(t)
	away := path + ".away"
	if err := os.Rename(path, away); err != nil {
		t.Fatal(err)
	}
	w.checkFile(nil)
	wantStatus(t, w, "statusbar.lost")
	if !w.doc.Dirty() {
		t.Error("the document counts as saved")
	}
	if err := os.Rename(away, path); err != nil {
		t.Fatal(err)
	}
	w.checkFile(nil)
	if w.doc.Dirty() {
		t.Error("what stands in the file counts as unsaved")
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	w.checkFile(nil)
	w.Run("file_save")
	wantQuiet(t, w)
	if load(t, path).Len() != w.doc.Project().Len() || w.doc.Dirty() {
		t.Error("saving does not write it anew")
	}
}

func TestFileThatBecomesUnreadable(t *testing.T) {
	_, w, path := openSample(t)
	edit(t, w, "mine")
	write(t, path, []byte("broken"))
	w.checkFile(nil)
	wantStatus(t, w, "statusbar.unreadable")
	w.Run("file_save")
	wantSaid(t, w, w.words.T("dialog.outside.unreadable", "Name", filepath.Base(path)))
	w.answer(t, "button.cancel")
	if data, err := os.ReadFile(path); err != nil || string(data) != "broken" {
		t.Fatalf("it was replaced: %v", err)
	}
	w.Run("file_save")
	w.answer(t, "button.replace")
	wantQuiet(t, w)
	if !hasNote(load(t, path), "mine") || w.doc.Dirty() {
		t.Error("it was not replaced")
	}
}

func TestNobodyIsInterruptedWhileTyping(t *testing.T) {
	_, w, path := openSample(t)
	r := uitest.New(t, w.win)
	w.Run("insert_note")
	r.Type("half a wo")
	byOthers(t, path, adding("theirs"))
	w.checkFile(nil)
	wantStatus(t, w, "statusbar.changed_outside")
	r.Type("rd")
	if !w.board.Editing() || hasNote(w.doc.Project(), "theirs") {
		t.Fatal("the typing was interrupted")
	}
	r.Key("Escape")
	w.commit()
	edit(t, w, "mine")
	if !hasNote(w.doc.Project(), "theirs") {
		t.Error("it is forgotten afterwards")
	}
}

func TestSecondWindowOnAFileSaysSo(t *testing.T) {
	a, w, path := openSample(t)
	if !a.Open(path) || len(a.windows) != 1 {
		t.Fatalf("there are %d windows", len(a.windows))
	}
	wantStatus(t, w, "statusbar.already_open")
}

func TestFileOpenInAnotherProgramOpensAndSaysSo(t *testing.T) {
	folder, path := t.TempDir(), sample(t)
	first := newApp(t, Options{Files: []string{path}, State: folder})
	second := newApp(t, Options{Files: []string{path}, State: folder})
	w := second.windows[0]
	if w.doc.Project().Len() == 0 {
		t.Fatal("it did not open")
	}
	wantStatus(t, w, "statusbar.shared")
	wantQuiet(t, w)
	first.windows[0].Run("file_close")
	w.checkFile(nil)
	if w.origin.shared || w.origin.claim == nil {
		t.Error("it does not see that the other has left")
	}
	w.Run("file_close")
	third := newApp(t, Options{Files: []string{path}, State: folder})
	wantStatus(t, third.windows[0], "statusbar.as_saved")
	third.windows[0].Run("file_close")
}
