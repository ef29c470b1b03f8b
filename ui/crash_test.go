package ui

import (
	"errors"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ninefold/canvas"
	"ninefold/canvas/store"
	"ninefold/ui/document"
	"ninefold/ui/guard"
	"ninefold/ui/uitest"
)

// guarded is a program whose errors are caught, as when it runs.
func guarded(t *testing.T) (*App, *Window, string) {
	t.Helper()
	path := sample(t)
	a := newApp(t, Options{Files: []string{path}, State: t.TempDir()})
	guard.Tell(a.caught)
	t.Cleanup(func() { guard.Tell(nil) })
	return a, a.windows[0], path
}

func TestErrorInAnActionIsCaught(t *testing.T) {
	a, w, path := guarded(t)
	edit(t, w, "precious")
	w.action("view_zoom_in").Run = func(*Window) { panic("note text") }
	uitest.New(t, w.win).Shortcut(w.action("view_zoom_in").Shortcut)
	wantSaid(t, w, w.words.T("dialog.crash.title"))
	w.Run("view_zoom_in")
	w.answer(t, "button.ok")
	wantQuiet(t, w)
	a.keeper.Flush()
	if leftBehind(t, a.state.Path()) != 1 {
		t.Error("the project was not set aside")
	}
	if log := a.journal.Text(); !strings.Contains(log, "caught") || !strings.Contains(log, "crash_test.go") {
		t.Errorf("the log says %s", log)
	}
	// The program goes on.
	w.Run("file_save")
	if !hasNote(load(t, path), "precious") {
		t.Error("it cannot be saved any more")
	}
}

func TestErrorInAListenerKeepsNobodyElseFromHearing(t *testing.T) {
	_, w, _ := guarded(t)
	heard := false
	w.doc.Listen(func(document.Change) { panic("wrong") })
	w.doc.Listen(func(document.Change) { heard = true })
	edit(t, w, "mine")
	wantSaid(t, w, w.words.T("dialog.crash.title"))
	if !heard || !hasNote(w.doc.Project(), "mine") {
		t.Error("the change got lost")
	}
}

func TestErrorInAnEditChangesNothing(t *testing.T) {
	_, w, _ := guarded(t)
	before := w.doc.Project()
	if err := w.doc.Do("edit.text", func(*canvas.Project) (*canvas.Project, error) { panic("wrong") }); err != nil || w.doc.Project() != before {
		t.Error("something changed")
	}
	wantSaid(t, w, w.words.T("dialog.crash.title"))
}

// A save that breaks off has not saved.
func TestErrorWhileSavingIsNoSave(t *testing.T) {
	a, w, path := guarded(t)
	edit(t, w, "mine")
	start := a.saves.start
	a.saves.start = func(_, done func()) { start(func() { guard.Run(func() { panic("wrong") }) }, done) }
	w.Run("file_save")
	if !w.doc.Dirty() || hasNote(load(t, path), "mine") {
		t.Error("it counts as saved")
	}
	wantSaid(t, w, w.words.T("error.save.title"))
}

// Nothing that a user writes gets into the log or the report, whatever happens.
func TestReportHoldsNothingOfTheCanvas(t *testing.T) {
	const secret = "Tangerine"
	folder := t.TempDir()
	path := folder + "/" + secret + ".ninefold.json"
	p := canvas.New(secret+" title", "en", "EUR")
	p, _, err := canvas.AddNote(p, canvas.Note{Text: secret + " note"}, canvas.Channels, canvas.AtEnd)
	if err := errors.Join(err, store.Save(path, p)); err != nil {
		t.Fatal(err)
	}
	a := newApp(t, Options{Files: []string{path, folder + "/" + secret + "-missing.json"}, State: t.TempDir()})
	guard.Tell(a.caught)
	t.Cleanup(func() { guard.Tell(nil) })
	w := a.windows[0]
	w.answer(t, "button.ok")
	edit(t, w, secret+" more")
	w.Run("file_save")
	byOthers(t, path, adding(secret+" theirs"))
	w.checkFile(nil)
	edit(t, w, secret+" again")
	readOnly(t, path)
	w.Run("file_save")
	w.answer(t, "button.ok")
	write(t, folder+"/x", nil)
	if err := os.Rename(folder+"/x", path); err != nil {
		t.Fatal(err)
	}
	w.checkFile(nil)
	w.doc.Select(w.doc.Project().Block(canvas.Channels)[0].ID)
	w.action("view_zoom_in").Run = func(w *Window) { panic(w.doc.Project().Head().Title) }
	w.Run("view_zoom_in")
	w.answer(t, "button.ok")

	w.Run("help_report")
	wantSaid(t, w, w.words.T("report.title"), "caught", "saving failed", "changed from outside", "opened")
	report := a.report()
	if strings.Contains(report, secret) || strings.Contains(report, folder) {
		t.Errorf("the report holds what the user wrote:\n%s", report)
	}
	w.answer(t, "button.copy_text")
	if got := fyne.CurrentApp().Clipboard().Content(); got != report {
		t.Errorf("copied was %q", got)
	}
	w.answer(t, "button.save_text")
	a.settings.Folder = folder
	wantSaid(t, w, w.words.T("report.title"))
	uitest.New(t, w.win).Key(fyne.KeyReturn)
	wantQuiet(t, w)
	if data, err := os.ReadFile(folder + "/ninefold-report.txt"); err != nil || string(data) != report {
		t.Errorf("saved was %q, %v", data, err)
	}
}
