package ui

import (
	"os"
	"path/filepath"
	"testing"

	"ninefold/canvas"
	"ninefold/canvas/store"
)

// crash leaves behind what the program set aside, as if it had ended: another
// folder with the same in it, that nobody holds. It returns the whole folder.
func crash(t *testing.T, a *App) string {
	t.Helper()
	a.keeper.Flush()
	folders, err := filepath.Glob(a.state.Path("recovery", "run_*"))
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	for _, f := range folders {
		if info, err := os.Stat(f); err != nil || !info.IsDir() {
			continue
		}
		if err := os.CopyFS(filepath.Join(folder, "recovery", filepath.Base(f)), os.DirFS(f)); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// leftBehind is how many projects lie aside in a folder.
func leftBehind(t *testing.T, folder string) int {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(folder, "recovery", "*", "*.ninefold.json"))
	if err != nil {
		t.Fatal(err)
	}
	return len(found)
}

func TestUnsavedWorkIsOffered(t *testing.T) {
	path := sample(t)
	first := newApp(t, Options{Files: []string{path}, State: t.TempDir()})
	edit(t, first.windows[0], "precious")
	folder := crash(t, first)

	second := newApp(t, Options{State: folder})
	w := second.windows[0]
	wantSaid(t, w, w.words.T("dialog.recover.title"), filepath.Base(path), "precious")
	w.answer(t, "button.restore")
	wantQuiet(t, w)
	if !hasNote(w.doc.Project(), "precious") || w.doc.Path() != path || !w.doc.Dirty() {
		t.Fatal("it did not come back")
	}
	if again := crash(t, second); leftBehind(t, again) != 1 {
		t.Error("it does not lie aside as long as it is unsaved")
	}
	w.Run("edit_undo")
	if hasNote(w.doc.Project(), "precious") || w.doc.Dirty() {
		t.Error("undo does not lead to what the file holds")
	}
	w.Run("edit_redo")
	w.Run("file_save")
	if !hasNote(load(t, path), "precious") || hasNote(load(t, path), "") {
		t.Error("it was not saved")
	}
	second.keeper.Flush()
	if leftBehind(t, folder) != 0 {
		t.Error("it still lies aside")
	}
}

func TestUnsavedWorkThatNeverHadAFile(t *testing.T) {
	first := newApp(t, Options{State: t.TempDir()})
	edit(t, first.windows[0], "precious")
	second := newApp(t, Options{State: crash(t, first)})
	w := second.windows[0]
	wantSaid(t, w, w.words.T("project.untitled"), "precious")
	w.answer(t, "button.restore")
	if !hasNote(w.doc.Project(), "precious") || w.doc.Path() != "" || !w.doc.Dirty() {
		t.Error("it did not come back")
	}
	w.askClose()
	wantSaid(t, w, w.words.T("dialog.unsaved.title"))
}

func TestUnsavedWorkOnAFileThatWentOn(t *testing.T) {
	path := sample(t)
	first := newApp(t, Options{Files: []string{path}, State: t.TempDir()})
	edit(t, first.windows[0], "precious")
	folder := crash(t, first)
	byOthers(t, path, adding("theirs"))

	second := newApp(t, Options{State: folder})
	w := second.windows[0]
	wantSaid(t, w, w.words.T("dialog.recover.merge"), "precious")
	w.answer(t, "button.restore")
	wantQuiet(t, w)
	p := w.doc.Project()
	if len(second.windows) != 1 || w.doc.Path() != path || !hasNote(p, "precious") || !hasNote(p, "theirs") {
		t.Fatal("the two are not one")
	}
	if p := load(t, path); hasNote(p, "precious") {
		t.Error("the file was touched")
	}
	w.Run("edit_undo")
	if p := w.doc.Project(); hasNote(p, "precious") || !hasNote(p, "theirs") || w.doc.Dirty() {
		t.Error("undo does not lead to what the file holds")
	}
	w.Run("edit_redo")
	w.Run("file_save")
	wantQuiet(t, w)
	second.keeper.Flush()
	if p := load(t, path); !hasNote(p, "precious") || !hasNote(p, "theirs") || leftBehind(t, folder) != 0 {
		t.Error("it was not saved, or still lies aside")
	}
}

func TestUnsavedWorkInConflictWithItsFile(t *testing.T) {
	begin := func(t *testing.T) (*App, *Window, string, string) {
		path := sample(t)
		first := newApp(t, Options{Files: []string{path}, State: t.TempDir()})
		do(t, first.windows[0], writing("precious words"))
		folder := crash(t, first)
		byOthers(t, path, writing("their words"))
		byOthers(t, path, adding("theirs"))
		second := newApp(t, Options{Files: []string{path}, State: folder})
		w := second.windows[0]
		w.answer(t, "button.restore")
		wantSaid(t, w, w.words.T("dialog.recover.title"), "precious words their words")
		return second, w, path, folder
	}
	t.Run("decided", func(t *testing.T) {
		_, w, _, folder := begin(t)
		w.answer(t, "button.bring_together")
		if p := w.doc.Project(); !hasNote(p, "precious words") || hasNote(p, "their words") || !hasNote(p, "theirs") {
			t.Error("it is not as it was decided")
		}
		if leftBehind(t, folder) != 1 { // for this run
			t.Error("it does not lie aside once")
		}
	})
	t.Run("put off", func(t *testing.T) {
		_, w, _, folder := begin(t)
		w.answer(t, "button.later")
		if hasNote(w.doc.Project(), "precious words") || w.doc.Dirty() || leftBehind(t, folder) != 1 {
			t.Error("it was not put off")
		}
		again := newApp(t, Options{State: folder})
		wantSaid(t, again.windows[0], again.windows[0].words.T("dialog.recover.title"))
	})
	t.Run("apart", func(t *testing.T) {
		a, w, path, _ := begin(t)
		w.answer(t, "button.open_apart")
		if len(a.windows) != 2 {
			t.Fatalf("there are %d windows", len(a.windows))
		}
		apart := a.windows[1]
		if !hasNote(apart.doc.Project(), "precious words") || apart.doc.Path() != "" || hasNote(w.doc.Project(), "precious words") {
			t.Error("it does not stand apart")
		}
		if hasNote(load(t, path), "precious words") {
			t.Error("the file was touched")
		}
	})
}

// Where it is not known what was worked on from, or the file is another project
// by now, what was not saved opens apart.
func TestUnsavedWorkThatCannotBeMerged(t *testing.T) {
	for name, spoil := range map[string]func(t *testing.T, folder, path string){
		"no base": func(t *testing.T, folder, path string) {
			bases, err := filepath.Glob(filepath.Join(folder, "recovery", "*", "*.base"))
			if err != nil || len(bases) != 1 {
				t.Fatalf("bases are %q", bases)
			}
			write(t, bases[0], []byte("damaged"))
			byOthers(t, path, adding("theirs"))
		},
		"another project": func(t *testing.T, _, path string) {
			byOthers(t, path, func(*canvas.Project) (*canvas.Project, error) { return canvas.New("Another", "en", "EUR"), nil })
		},
		"no file": func(t *testing.T, _, path string) {
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := sample(t)
			first := newApp(t, Options{Files: []string{path}, State: t.TempDir()})
			edit(t, first.windows[0], "precious")
			folder := crash(t, first)
			spoil(t, folder, path)
			second := newApp(t, Options{State: folder})
			w := second.windows[0]
			w.answer(t, "button.restore")
			wantQuiet(t, w)
			for _, w := range second.windows {
				if hasNote(w.doc.Project(), "precious") && w.doc.Path() == "" {
					return
				}
			}
			t.Error("it does not stand apart")
		})
	}
}

func TestUnsavedWorkCanWaitOrGo(t *testing.T) {
	first := newApp(t, Options{State: t.TempDir()})
	edit(t, first.windows[0], "one")
	first.NewCanvas()
	edit(t, first.windows[1], "two")
	folder := crash(t, first)

	second := newApp(t, Options{State: folder})
	w := second.windows[0]
	w.answer(t, "button.later")
	w.answer(t, "button.later")
	wantQuiet(t, w)
	if leftBehind(t, folder) != 2 {
		t.Fatal("what was put off is gone")
	}
	third := newApp(t, Options{State: folder})
	w = third.windows[0]
	w.answer(t, "button.discard")
	w.answer(t, "button.discard")
	wantQuiet(t, w)
	if leftBehind(t, folder) != 0 || len(third.windows) != 1 || w.doc.Project().Len() != 0 {
		t.Error("what was discarded is still there")
	}
	wantQuiet(t, newApp(t, Options{State: folder}).windows[0])
}

func TestWhatWasSavedIsNotOffered(t *testing.T) {
	path := sample(t)
	first := newApp(t, Options{Files: []string{path}, State: t.TempDir()})
	edit(t, first.windows[0], "precious")
	folder := crash(t, first)
	if err := store.Save(path, first.windows[0].doc.Project()); err != nil {
		t.Fatal(err)
	}
	wantQuiet(t, newApp(t, Options{State: folder}).windows[0])
	if leftBehind(t, folder) != 0 {
		t.Error("it still lies aside")
	}
}

func TestNothingLiesAsideAfterAnAnswer(t *testing.T) {
	for _, key := range []string{"button.save", "button.dont_save"} {
		path := sample(t)
		a := newApp(t, Options{Files: []string{path}, State: t.TempDir()})
		edit(t, a.windows[0], "precious")
		a.keeper.Flush()
		if leftBehind(t, a.state.Path()) != 1 {
			t.Fatal("nothing lies aside")
		}
		a.windows[0].askClose()
		a.windows[0].answer(t, key)
		a.keeper.Flush()
		if n := leftBehind(t, a.state.Path()); n != 0 {
			t.Errorf("%s: %d still lie aside", key, n)
		}
	}
}

// Programs that run at the same time never take each other's.
func TestRunningProgramsKeepTheirOwn(t *testing.T) {
	folder := t.TempDir()
	first := newApp(t, Options{State: folder})
	edit(t, first.windows[0], "mine")
	first.keeper.Flush()
	second := newApp(t, Options{State: folder})
	wantQuiet(t, second.windows[0])
	edit(t, second.windows[0], "mine, too")
	second.keeper.Flush()
	if leftBehind(t, folder) != 2 {
		t.Error("they are in each other's way")
	}
}
