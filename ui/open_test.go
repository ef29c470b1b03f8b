package ui

import (
	"os"
	"path/filepath"
	"testing"
)

// A farDisk takes its time with what is read, until it is told to go on.
type farDisk struct{ waiting []func() }

func (d *farDisk) soon(work, announce, done func()) {
	announce()
	d.waiting = append(d.waiting, func() {
		work()
		done()
	})
}

func (d *farDisk) turn() {
	for _, f := range d.waiting {
		f()
	}
	d.waiting = nil
}

func TestSlowFileIsAnnounced(t *testing.T) {
	a := newApp(t, Options{State: t.TempDir()})
	disk, path := &farDisk{}, sample(t)
	a.soon = disk.soon
	a.Open(path)
	a.Open(path) // once is enough
	w := a.windows[0]
	wantSaid(t, w, w.words.T("dialog.opening.title", "Name", filepath.Base(path)))
	if len(disk.waiting) != 1 {
		t.Fatalf("it is read %d times", len(disk.waiting))
	}
	disk.turn()
	wantQuiet(t, w)
	if len(a.windows) != 1 || w.doc.Path() != path || w.doc.Project().Len() == 0 {
		t.Error("it did not open in the window that was empty")
	}
}

func TestSlowFileCanBeGivenUp(t *testing.T) {
	a := newApp(t, Options{State: t.TempDir()})
	disk, path := &farDisk{}, sample(t)
	before := a.soon
	a.soon = disk.soon
	a.Open(path)
	w := a.windows[0]
	w.answer(t, "button.cancel")
	wantQuiet(t, w)
	disk.turn()
	wantQuiet(t, w)
	if len(a.windows) != 1 || w.doc.Path() != "" || w.doc.Project().Len() != 0 {
		t.Error("it opened all the same")
	}
	a.soon = before
	if !a.Open(path) || w.doc.Path() != path || w.origin.shared {
		t.Error("it cannot be opened afterwards")
	}
}

func TestSlowFileThatIsNoneSaysSo(t *testing.T) {
	a := newApp(t, Options{})
	disk, path := &farDisk{}, filepath.Join(t.TempDir(), "broken.ninefold.json")
	write(t, path, []byte("broken"))
	a.soon = disk.soon
	a.Open(path)
	disk.turn()
	w := a.windows[0]
	wantSaid(t, w, w.words.T("error.not_project", "Name", filepath.Base(path)))
	w.answer(t, "button.ok")
	wantQuiet(t, w)
}

// Where nothing can be set aside the user hears of it, and works on.
func TestNowhereToSetAside(t *testing.T) {
	blocked := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	path := sample(t)
	a := newApp(t, Options{Files: []string{path}, State: filepath.Join(blocked, "state")})
	w := a.windows[0]
	edit(t, w, "mine")
	a.keeper.Flush()
	wantStatus(t, w, "statusbar.no_recovery")
	wantQuiet(t, w)
	edit(t, w, "more")
	a.keeper.Flush()
	wantStatus(t, w, "statusbar.unsaved")
	w.Run("file_save")
	wantStatus(t, w, "statusbar.unkept")
	if !hasNote(load(t, path), "more") || w.doc.Dirty() {
		t.Error("it was not saved")
	}
}
