package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ninefold/canvas"
	"ninefold/canvas/store"
	"ninefold/ui/uitest"
)

// readOnly makes a file unwritable; also root, who may write anywhere, keeps
// to that.
func readOnly(t *testing.T, path string) {
	t.Helper()
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
}

func TestSave(t *testing.T) {
	_, w, path := openSample(t)
	edit(t, w, "one more")
	if !w.Run("file_save") || w.doc.Dirty() || !hasNote(load(t, path), "one more") {
		t.Error("the file does not hold the note")
	}
	wantQuiet(t, w)
}

func TestSavingKeepsWhatIsBeingTyped(t *testing.T) {
	_, w, path := openSample(t)
	r := uitest.New(t, w.win)
	w.Run("insert_note")
	r.Type("typed on the board")
	r.Shortcut(ctrl(fyne.KeyS))
	if !hasNote(load(t, path), "typed on the board") {
		t.Error("what was typed on the board is not in the file")
	}
}

func TestOfTwoSavesTheLastWins(t *testing.T) {
	a, w, path := openSample(t)
	disk := &slowDisk{}
	a.saves.start = disk.start
	edit(t, w, "first")
	w.Run("file_save")
	edit(t, w, "second")
	w.Run("file_save")
	if len(disk.work) != 1 {
		t.Fatalf("%d writings go on at a time", len(disk.work))
	}
	disk.turn()
	if p := load(t, path); !hasNote(p, "first") || hasNote(p, "second") {
		t.Error("the first save wrote something else")
	}
	if !w.doc.Dirty() {
		t.Error("what was edited since counts as saved")
	}
	disk.turn()
	if !hasNote(load(t, path), "second") || w.doc.Dirty() || disk.turn() {
		t.Error("the second save did not come last")
	}
}

func TestEditsDuringASaveStayUnsaved(t *testing.T) {
	a, w, path := openSample(t)
	disk := &slowDisk{}
	a.saves.start = disk.start
	edit(t, w, "first")
	w.Run("file_save")
	edit(t, w, "meanwhile")
	disk.turn()
	if !w.doc.Dirty() || hasNote(load(t, path), "meanwhile") {
		t.Error("what was edited meanwhile counts as saved")
	}
}

func TestClosingWaitsForWhatIsBeingWritten(t *testing.T) {
	a, w, path := openSample(t)
	disk := &slowDisk{}
	a.saves.start = disk.start
	edit(t, w, "late")
	w.Run("file_save")
	w.Run("file_close")
	wantQuiet(t, w)
	w.Run("file_close") // who asks twice is asked
	wantSaid(t, w, w.words.T("dialog.writing.title"))
	if len(a.windows) != 1 {
		t.Fatal("the window closed while its file was being written")
	}
	for disk.turn() {
		t.Log("the disk turns")
	}
	if len(a.windows) != 0 || !hasNote(load(t, path), "late") {
		t.Error("the window did not close once the file was written")
	}
}

// A disk that does not answer keeps nobody from closing, and what it was to
// hold is offered at the next start.
func TestClosingWithoutWaiting(t *testing.T) {
	path := sample(t)
	a := newApp(t, Options{Files: []string{path}, State: t.TempDir()})
	w := a.windows[0]
	disk := &slowDisk{}
	a.saves.start = disk.start
	edit(t, w, "late")
	w.Run("file_save")
	w.askClose()
	w.askClose()
	w.answer(t, "button.wait")
	wantQuiet(t, w)
	w.askClose()
	w.answer(t, "button.close_anyway")
	if len(a.windows) != 0 {
		t.Fatal("the window is still there")
	}
	second := newApp(t, Options{State: crash(t, a)})
	wantSaid(t, second.windows[0], w.words.T("dialog.recover.title"), "late")
	for disk.turn() { // it answers after all
		t.Log("the disk turns")
	}
}

func TestClosingAsksAfterASaveThatFailed(t *testing.T) {
	a, w, path := openSample(t)
	disk := &slowDisk{}
	a.saves.start = disk.start
	readOnly(t, path)
	edit(t, w, "precious")
	w.Run("file_save")
	w.Run("file_close")
	for disk.turn() {
		t.Log("the disk turns")
	}
	if len(a.windows) != 1 || !hasNote(w.doc.Project(), "precious") {
		t.Fatal("the window closed without its file being written")
	}
	w.answer(t, "button.cancel")
	wantSaid(t, w, w.words.T("error.not_permitted", "Name", filepath.Base(path)))
}

func TestUnsavedChanges(t *testing.T) {
	t.Run("cancel", func(t *testing.T) {
		a, w, path := openSample(t)
		edit(t, w, "mine")
		w.askClose()
		w.askClose() // twice is one question
		if n := len(w.win.Canvas().Overlays().List()); n != 1 {
			t.Errorf("%d questions are open", n)
		}
		wantSaid(t, w, w.words.T("dialog.unsaved.title"))
		w.answer(t, "button.cancel")
		wantQuiet(t, w)
		if len(a.windows) != 1 || hasNote(load(t, path), "mine") {
			t.Error("something was closed or saved")
		}
		w.askClose()
		wantSaid(t, w, w.words.T("dialog.unsaved.title"))
	})
	t.Run("escape", func(t *testing.T) {
		a, w, _ := openSample(t)
		edit(t, w, "mine")
		w.askClose()
		uitest.New(t, w.win).Key(fyne.KeyEscape)
		wantQuiet(t, w)
		if len(a.windows) != 1 {
			t.Error("the window closed")
		}
	})
	t.Run("don't save", func(t *testing.T) {
		a, w, path := openSample(t)
		edit(t, w, "mine")
		w.askClose()
		w.answer(t, "button.dont_save")
		if len(a.windows) != 0 || hasNote(load(t, path), "mine") {
			t.Error("the window is open or the file was written")
		}
	})
	t.Run("save", func(t *testing.T) {
		a, w, path := openSample(t)
		edit(t, w, "mine")
		w.askClose()
		uitest.New(t, w.win).Key(fyne.KeyReturn)
		if len(a.windows) != 0 || !hasNote(load(t, path), "mine") {
			t.Error("the window is open or the file was not written")
		}
	})
	t.Run("save fails", func(t *testing.T) {
		a, w, path := openSample(t)
		before, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		readOnly(t, path)
		edit(t, w, "mine")
		w.askClose()
		w.answer(t, "button.save")
		wantSaid(t, w, w.words.T("error.save.title"), w.words.T("error.not_permitted", "Name", filepath.Base(path)))
		w.answer(t, "button.ok")
		after, err := os.ReadFile(path)
		if err != nil || !slices.Equal(before, after) {
			t.Errorf("the old file has changed: %v", err)
		}
		if len(a.windows) != 1 || !w.doc.Dirty() || !hasNote(w.doc.Project(), "mine") {
			t.Error("what was edited is lost")
		}
	})
	t.Run("nothing to ask", func(t *testing.T) {
		a, w, _ := openSample(t)
		w.Run("file_close")
		if len(a.windows) != 0 {
			t.Error("the window is still open")
		}
	})
}

func TestQuit(t *testing.T) {
	one, two, three := sample(t), sample(t), sample(t)
	a := newApp(t, Options{Files: []string{one, two, three}})
	first, second := a.windows[0], a.windows[1]
	edit(t, first, "in the first")
	edit(t, second, "in the second")
	first.Run("file_quit")
	if len(a.windows) != 2 {
		t.Fatalf("%d windows are open, want those with changes", len(a.windows))
	}
	wantSaid(t, second, second.words.T("dialog.unsaved.title"))
	second.answer(t, "button.cancel")
	if len(a.windows) != 2 {
		t.Fatal("quitting goes on after cancel")
	}
	wantQuiet(t, first)
	first.Run("file_quit")
	second.answer(t, "button.save")
	first.answer(t, "button.dont_save")
	if len(a.windows) != 0 || !hasNote(load(t, two), "in the second") || hasNote(load(t, one), "in the first") {
		t.Error("the answers were not followed")
	}
}

func TestSaveAs(t *testing.T) {
	_, w, path := openSample(t)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r := uitest.New(t, w.win)
	edit(t, w, "mine")
	w.Run("file_save_as")
	r.Type("copy")
	r.Key(fyne.KeyReturn)
	wantQuiet(t, w)
	made := filepath.Join(filepath.Dir(path), "copy.ninefold.json")
	if w.doc.Path() != made || w.doc.Dirty() || !hasNote(load(t, made), "mine") {
		t.Errorf("the document is that of %q", w.doc.Path())
	}
	if after, err := os.ReadFile(path); err != nil || !slices.Equal(before, after) {
		t.Errorf("the first file has changed: %v", err)
	}
}

func TestSaveAsAsksBeforeItReplaces(t *testing.T) {
	_, w, path := openSample(t)
	other := filepath.Join(filepath.Dir(path), "other.ninefold.json")
	write(t, other, []byte("precious"))
	r := uitest.New(t, w.win)
	w.Run("file_save_as")
	r.Type("other")
	r.Key(fyne.KeyReturn)
	wantSaid(t, w, w.words.T("dialog.replace.title"))
	r.Key(fyne.KeyReturn) // Enter does not replace
	wantSaid(t, w, w.words.T("dialog.save.title"))
	if data, err := os.ReadFile(other); err != nil || string(data) != "precious" {
		t.Fatalf("the file was replaced: %v", err)
	}
	r.Key(fyne.KeyReturn)
	r.Key(fyne.KeyTab)
	r.Key(fyne.KeyReturn)
	wantQuiet(t, w)
	if w.doc.Path() != other || load(t, other).Len() != w.doc.Project().Len() {
		t.Error("the file was not replaced")
	}
}

func TestSaveAsThatFailsKeepsTheOldFile(t *testing.T) {
	_, w, path := openSample(t)
	other := filepath.Join(filepath.Dir(path), "other.ninefold.json")
	write(t, other, []byte("precious"))
	readOnly(t, other)
	w.saveTo(other, func() { t.Error("it went on as if saved") })
	wantSaid(t, w, w.words.T("error.not_permitted", "Name", "other.ninefold.json"))
	if data, err := os.ReadFile(other); err != nil || string(data) != "precious" || w.doc.Path() != path {
		t.Errorf("the file holds %q, the document is that of %q", data, w.doc.Path())
	}
}

func TestSaveAsOntoAnOpenDocument(t *testing.T) {
	one, two := sample(t), sample(t)
	a := newApp(t, Options{Files: []string{one, two}})
	edit(t, a.windows[0], "mine")
	a.windows[0].saveTo(two, nil)
	wantSaid(t, a.windows[0], a.windows[0].words.T("error.open_elsewhere", "Name", filepath.Base(two)))
	if hasNote(load(t, two), "mine") || a.windows[0].doc.Path() != one {
		t.Error("the other window's file was written")
	}
}

func TestANewCanvasAsksForItsFile(t *testing.T) {
	a := newApp(t, Options{})
	w := a.windows[0]
	folder := t.TempDir()
	a.settings.Folder = folder
	edit(t, w, "mine")
	w.askClose()
	w.answer(t, "button.save")
	wantSaid(t, w, w.words.T("dialog.save.title"))
	r := uitest.New(t, w.win)
	r.Key(fyne.KeyEscape) // giving up keeps the window
	wantQuiet(t, w)
	if len(a.windows) != 1 {
		t.Fatal("the window closed")
	}
	w.askClose()
	w.answer(t, "button.save")
	r.Type("mine")
	r.Key(fyne.KeyReturn)
	if len(a.windows) != 0 || !hasNote(load(t, filepath.Join(folder, "mine.ninefold.json")), "mine") {
		t.Error("it was not saved and closed")
	}
}

func TestExports(t *testing.T) {
	for _, c := range []struct{ id, name, magic string }{
		{"file_export_pdf", "out.pdf", "%PDF"},
		{"file_export_xlsx", "out.xlsx", "PK"},
		{"file_export_png", "out.png", "\x89PNG"},
	} {
		_, w, path := openSample(t)
		r := uitest.New(t, w.win)
		w.Run(c.id)
		r.Key(fyne.KeyReturn) // as it was last time
		r.Type("out")
		r.Key(fyne.KeyReturn)
		wantQuiet(t, w)
		data, err := os.ReadFile(filepath.Join(filepath.Dir(path), c.name))
		if err != nil || len(data) < 1000 || string(data[:len(c.magic)]) != c.magic {
			t.Errorf("%s: %d bytes, %v", c.id, len(data), err)
		}
		if got := words(w.status.object); !strings.Contains(got, w.words.T("dialog.exported.text", "Name", c.name)) {
			t.Errorf("the status bar says %q", got)
		}
		if w.doc.Dirty() || w.doc.Path() != path {
			t.Error("an export is no save")
		}
	}
}

func TestAnExportThatFailsKeepsTheOldFile(t *testing.T) {
	_, w, path := openSample(t)
	out := filepath.Join(filepath.Dir(path), "out.pdf")
	write(t, out, []byte("precious"))
	readOnly(t, out)
	w.exportTo(w.newExportForm("pdf").plan(), out)
	wantSaid(t, w, w.words.T("error.export.title"), w.words.T("error.not_permitted", "Name", "out.pdf"))
	if data, err := os.ReadFile(out); err != nil || string(data) != "precious" {
		t.Errorf("the file holds %q, %v", data, err)
	}
}

func TestImportedModelsHaveNoFileYet(t *testing.T) {
	models, err := filepath.Glob("../canvas/bmml/testdata/*.bmml")
	if err != nil || len(models) == 0 {
		t.Fatalf("no models: %v", err)
	}
	for _, path := range models {
		a := newApp(t, Options{Files: []string{path}})
		w := a.windows[0]
		if w.doc.Project().Len() == 0 || w.doc.Path() != "" {
			t.Errorf("%s: %d notes, file %q", path, w.doc.Project().Len(), w.doc.Path())
		}
		if len(w.asked) > 0 {
			w.answer(t, "button.ok")
		}
		wantQuiet(t, w)
		saved := filepath.Join(t.TempDir(), "saved.ninefold.json")
		w.saveTo(saved, nil)
		if load(t, saved).Len() != w.doc.Project().Len() {
			t.Errorf("%s: not all notes were saved", path)
		}
	}
}

func TestFileNames(t *testing.T) {
	a := newApp(t, Options{})
	w := a.windows[0]
	for _, c := range []struct{ title, path, want string }{
		{"", "", "Untitled canvas.pdf"},
		{"A/B: what?", "", "A-B- what-.pdf"},
		{"..", "", "Untitled canvas.pdf"},
		{strings.Repeat("long ", 100), "", strings.TrimSpace(strings.Repeat("long ", 12)) + ".pdf"},
		{"Volta", "/tmp/mine.ninefold.json", "mine.pdf"},
		{"Volta", "/tmp/mine.json", "mine.pdf"},
		{"Volta", "/tmp/mine", "mine.pdf"},
	} {
		w.open(&found{project: canvas.New(c.title, "en", "EUR"), origin: origin{path: c.path}})
		if got := w.fileName(".pdf"); got != c.want {
			t.Errorf("%q at %q: %q, want %q", c.title, c.path, got, c.want)
		}
	}
}

func TestAFullDiskIsExplained(t *testing.T) {
	for _, w := range inAllLanguages(t) {
		err := &store.WriteError{Path: "x.json", Op: store.OpWrite, Err: store.ErrDiskFull}
		w.report("save", err, "x.json")
		wantSaid(t, w, w.words.T("error.disk_full", "Name", "x.json"))
	}
}
