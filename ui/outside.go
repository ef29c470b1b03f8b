package ui

import (
	"errors"
	"io/fs"
	"strings"

	"ninefold/canvas"
	"ninefold/canvas/merge"
	"ninefold/canvas/store"
	"ninefold/canvas/store/state"
	"ninefold/canvas/store/watch"
	"ninefold/export/changes"
	"ninefold/ui/journal"
)

// An origin is what is known of the file that a document belongs to.
type origin struct {
	path    string      // empty where there is none
	known   store.Stamp // of what it held when it was read or written last
	claim   *state.Lock // says to other programs that it is open here
	shared  bool        // another running program has it open
	missing bool        // it is gone, or holds no project any more
	waiting bool        // it was changed while the user was busy
}

// follow has the window belong to a file from now on.
func (w *Window) follow(o origin) {
	old := w.origin
	w.origin = o
	if old.claim != o.claim {
		old.claim.Release()
	}
	if watcher := w.app.watcher; watcher != nil && old.path != o.path {
		watcher.Remove(old.path)
		w.watchFile()
	}
}

// watchFile has the window hear of changes of its file. A folder that cannot
// be watched is no reason to say anything: there is a look before each save.
func (w *Window) watchFile() {
	if w.origin.path != "" && w.app.watcher != nil {
		_ = w.app.watcher.Add(w.origin.path)
	}
}

// startWatching has all windows hear of changes of their files, and look
// whenever the user comes back to the program.
func (a *App) startWatching() {
	watcher, err := watch.New(func(path string) {
		later(func() {
			for _, w := range a.windows {
				if w.origin.path == path {
					w.checkFile(nil)
				}
			}
		})
	})
	if err == nil {
		a.watcher = watcher
		for _, w := range a.windows {
			w.watchFile()
		}
	}
	a.fyne.Lifecycle().SetOnEnteredForeground(func() {
		for _, w := range a.windows {
			w.checkFile(nil)
		}
	})
}

// checkFile sees what the document's file holds now, and brings the two together.
// With a then it is about to be saved: then goes on with that, once the user
// has said whatever there is to say.
func (w *Window) checkFile(then func()) {
	path := w.origin.path
	if path == "" {
		return
	}
	var c *store.Content
	var o origin
	var claim *state.Lock
	err := errCaught
	s := w.app.state
	// Not in the row of what is written: a disk that is far away may not answer,
	// and nobody is to wait for a mere look.
	w.app.looks.addAfter(func() { o = w.origin }, func() {
		c, err = store.ReadOther(path, o.known)
		if o.claim == nil { // who had the file open may have left
			claim, _ = s.Claim(path)
		}
	}, func() {
		w.app.saves.then(func() {
			if claim != nil && !w.closed && w.origin.path == path && w.origin.claim == nil {
				w.origin.claim, w.origin.shared = claim, false
			} else {
				claim.Release()
			}
			switch {
			case w.closed || w.origin.path != path:
			case w.origin.known != o.known:
				w.checkFile(then) // it was saved meanwhile, and what was read may be older
			default:
				w.seen(c, err, then)
			}
		})
	})
}

// seen is told what the file holds.
func (w *Window) seen(c *store.Content, err error, then func()) {
	if err != nil {
		w.app.journal.Warn("the file cannot be read any more", journal.File(w.origin.path), journal.Err(err))
	} else if c.Stamp != w.origin.known {
		w.app.journal.Info("the file was changed from outside", journal.File(w.origin.path), "unsaved", w.doc.Dirty())
	}
	saving := then != nil
	if !saving {
		then = func() {}
	}
	doc, path := w.doc, w.origin.path
	switch {
	case errors.Is(err, fs.ErrNotExist):
		w.lost("statusbar.lost")
		then() // saving writes it anew
	case err != nil && saving:
		w.askUnreadable(then)
	case err != nil:
		w.lost("statusbar.unreadable")
	case doc.Base() == nil:
		then()
	case c.Stamp == w.origin.known || merge.Diff(doc.Base(), c.Project).Empty():
		// Nobody has changed what it says.
		w.origin.known = c.Stamp
		if w.origin.missing {
			w.origin.missing = false
			doc.Saved(doc.Base(), path)
		}
		then()
	case merge.Diff(doc.Project(), c.Project).Empty():
		// Somebody has saved just what stands here.
		w.take(c, func() { doc.Saved(doc.Project(), path) })
		then()
	case !saving && (w.busy() || w.typing()):
		w.origin.waiting = true
		w.status.say(w.words.T("statusbar.changed_outside"))
	case doc.Project() == doc.Base():
		w.take(c, func() { doc.Take("edit.reload", c.Project, c.Project) })
		w.status.say(w.words.T("statusbar.reloaded"))
		then()
	default:
		w.merge(c, then)
	}
}

// take notes what the file holds before the document takes it over.
func (w *Window) take(c *store.Content, do func()) {
	w.origin.known, w.origin.missing, w.origin.waiting = c.Stamp, false, false
	do()
}

// lost says that the file holds the document no longer.
func (w *Window) lost(why string) {
	if w.origin.missing {
		return // it was said
	}
	w.origin.missing = true
	w.doc.Lost()
	w.status.say(w.words.T(why))
}

// typing reports whether something is being typed that is not kept yet.
func (w *Window) typing() bool {
	field, ok := w.win.Canvas().Focused().(interface{ Pending() bool })
	return w.main.Editing() || ok && field.Pending()
}

// merge brings together what the file holds and what was worked on here. Where
// both have changed one thing, each to something else, the user chooses.
func (w *Window) merge(c *store.Content, then func()) {
	ours, name := w.doc.Project(), base(w.origin.path)
	goOn := func(p *canvas.Project) {
		if w.doc.Project() != ours { // it went on while he was asked
			w.checkFile(then)
			return
		}
		w.take(c, func() { w.doc.Take("edit.merge", c.Project, p) })
		w.status.say(w.words.T("statusbar.merged"))
		then()
	}
	saveCopy := answer{key: "button.save_copy", do: func() { w.saveAs(then) }}
	w.origin.waiting = false
	err := w.unite(union{
		base: w.doc.Base(), ours: ours, theirs: c.Project,
		title: w.words.T("dialog.outside.title"),
		text:  func(n int) string { return w.words.N("dialog.outside.conflicts", n, "Name", name) },
		left:  "choice.mine", right: "choice.file",
		cancel: "button.cancel", other: saveCopy, done: goOn,
	})
	if err == nil {
		return
	}
	// They cannot be one project.
	w.win.RequestFocus()
	lines := changes.Lines(w.words, ours, c.Project, mostLines)
	w.ask(w.words.T("dialog.outside.title"), w.words.T("dialog.outside.text", "Name", name)+"\n\n"+strings.Join(lines, "\n"),
		answer{key: "button.cancel", escape: true}, saveCopy,
		answer{key: "button.take_theirs", do: func() { goOn(c.Project) }},
		answer{key: "button.keep_mine", do: func() { goOn(ours) }, primary: true})
}

// askUnreadable asks whether to replace what is no project any more.
func (w *Window) askUnreadable(then func()) {
	w.ask(w.words.T("dialog.outside.title"), w.words.T("dialog.outside.unreadable", "Name", base(w.origin.path)),
		answer{key: "button.replace", do: func() {
			w.origin.known = store.Stamp{} // whatever is there
			then()
		}},
		answer{key: "button.cancel", escape: true},
		answer{key: "button.save_copy", do: func() { w.saveAs(then) }, primary: true})
}

// mostLines is how many lines of changes a question shows.
const mostLines = 8
