package ui

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/store"
	"ninefold/canvas/store/state"
	"ninefold/ui/board"
	"ninefold/ui/guard"
	"ninefold/ui/journal"
	"ninefold/ui/kit"
)

// patience is how long the window waits for a file before it says that it is
// being read. Tests wait longer.
var patience = 200 * time.Millisecond

// A found is a project to be shown, and where it came from.
type found struct {
	origin
	project *canvas.Project
	lines   []string      // what is worth knowing about it
	memory  *board.Memory // of the boards, for its window; nil where nothing is prepared
}

// Open opens a file in a window: the one that shows it already, else one whose
// canvas is still untouched, else a new one. It reports whether that worked, or
// is still under way.
func (a *App) Open(path string) bool {
	ok := true
	a.open(path, func(err error) {
		if err != nil {
			a.complain(err, path)
			ok = false
		}
	})
	return ok
}

// open opens a file and then says how that went. Where reading takes long it
// goes on beside the windows, and the user may give it up.
func (a *App) open(path string, then func(error)) {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	if w := a.windowOf(path); w != nil {
		w.win.RequestFocus()
		w.status.say(w.words.T("statusbar.already_open"))
		then(nil)
		return
	}
	if a.opening[path] {
		then(nil)
		return
	}
	a.opening[path] = true
	words, currency := a.words, a.currency()
	var f *found
	err := errCaught
	var wait *kit.Popup
	given := false // up
	a.soon(func() { f, err = read(a.state, words, path, currency) }, func() {
		wait = a.sayReading(path, func() { given = true })
	}, func() {
		delete(a.opening, path)
		switch {
		case given && f != nil:
			f.claim.Release()
			return
		case given:
			return
		case wait != nil:
			wait.Hide()
		}
		if errors.Is(err, fs.ErrNotExist) {
			a.settings.Missing(path)
			a.updateMenus()
		}
		if err == nil {
			a.journal.Info("opened", journal.File(path), "notes", f.project.Len(), "remarks", len(f.lines), "shared", f.shared)
			a.showFile(f, path)
		} else {
			a.journal.Error("opening failed", journal.File(path), journal.Err(err))
		}
		then(err)
	})
}

// showFile shows what was read from a file.
func (a *App) showFile(f *found, path string) {
	w := a.show(f)
	if f.path != "" {
		a.opened(f.path)
	}
	if f.shared {
		w.status.say(w.words.T("statusbar.shared"))
	}
	w.warn(path, f.lines)
}

// soon carries out work beside the windows and waits for it as long as nobody
// would notice. What takes longer is announced, and done comes later.
func soon(work, announce, done func()) {
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		guard.Run(work)
	}()
	select {
	case <-ended:
		done()
	case <-time.After(patience):
		announce()
		go func() {
			<-ended
			later(done)
		}()
	}
}

// sayReading says in some window that a file is being read, and lets the user
// give it up.
func (a *App) sayReading(path string, giveUp func()) *kit.Popup {
	w := a.lastWindow()
	bar := widget.NewProgressBarInfinite()
	text := w.words.T("dialog.opening.text")
	return w.askWith(w.words.T("dialog.opening.title", "Name", base(path)), text,
		container.New(layout.NewCustomPaddedVBoxLayout(14), kit.Message(text), kit.Slim(bar, 6)),
		answer{key: "button.cancel", do: func() {
			bar.Stop()
			giveUp()
		}, escape: true})
}

// read reads a project of our own format or of another that can be imported.
func read(s state.State, words *locale.Words, path, currency string) (*found, error) {
	if isForeign(path) {
		p, lines, err := importFile(words, path, currency)
		if err != nil {
			return nil, err
		}
		return &found{project: p, lines: lines}, nil // it has no file of our kind yet
	}
	c, err := store.Read(path)
	if err != nil {
		return nil, err
	}
	f := &found{origin: origin{path: path, known: c.Stamp}, project: c.Project, lines: problemTexts(words, c.Warnings)}
	f.claim, f.shared = s.Claim(path)
	f.memory = board.Prepare(f.project, words)
	store.Tidy(path)
	return f, nil
}

// windowOf returns the window that shows a file, by whatever path; nil means
// that none does.
func (a *App) windowOf(path string) *Window {
	info, _ := os.Stat(path)
	for _, w := range a.windows {
		own := w.doc.Path()
		if own == "" {
			continue
		}
		if own == path {
			return w
		}
		if i, err := os.Stat(own); err == nil && info != nil && os.SameFile(i, info) {
			return w
		}
	}
	return nil
}

// opened remembers a file that was opened or saved.
func (a *App) opened(path string) {
	a.settings.Opened(path)
	a.updateMenus()
}

// forgetRecent empties the list of recent files.
func (a *App) forgetRecent() {
	a.settings.Forget()
	a.updateMenus()
}

// updateMenus brings the recent files up to date in every window.
func (a *App) updateMenus() {
	for _, w := range a.windows {
		w.menus.update()
	}
}

// show shows a project, in the window of an untouched canvas if there is one.
func (a *App) show(f *found) *Window {
	for _, w := range a.windows {
		if w.untouched() {
			w.open(f)
			return w
		}
	}
	w := newWindow(a, f)
	a.windows = append(a.windows, w)
	return w
}
