package ui

import (
	"errors"
	"io/fs"
	"strings"
	"time"

	"ninefold/assets"
	"ninefold/canvas"
	"ninefold/canvas/merge"
	"ninefold/canvas/store"
	"ninefold/canvas/store/state"
	"ninefold/export/changes"
	"ninefold/ui/journal"
	"ninefold/ui/kit"
)

// setAside has what is unsaved of the document, what is being typed included,
// written aside soon, beside the windows; once all is saved it is put away.
func (w *Window) setAside() {
	p := w.doc.Typed()
	if p == w.doc.Project() && !w.doc.Dirty() {
		w.slot.Drop()
		return
	}
	w.slot.Keep(state.Unsaved{Path: w.origin.path, Known: w.origin.known, Base: w.doc.Base(), Project: p})
}

// setAsideTyped has what a form would change set aside as soon as it is typed,
// as long as the form is open. Edit is asked after each key; nil is for nothing.
func (w *Window) setAsideTyped(form *kit.Popup, edit func() canvas.Edit, entries ...*kit.Entry) {
	doc := w.doc
	for _, e := range entries {
		changed := e.OnChanged
		e.OnChanged = func(text string) {
			if changed != nil {
				changed(text)
			}
			doc.Typing(form, edit())
		}
	}
	form.OnHide(func() { doc.Typing(form, nil) })
}

// cannotKeep says that what is unsaved cannot be set aside. It is told on
// another goroutine.
func (a *App) cannotKeep(err error) {
	a.journal.Warn("unsaved work cannot be set aside", journal.Err(err))
	later(func() {
		for _, w := range a.windows {
			w.status.say(w.words.T("statusbar.no_recovery"))
		}
	})
}

// An unsaved is a project that some earlier run of the program did not save.
type unsaved struct {
	state.Unsaved
	left *state.Left
	name string // under which it lies there
	file *store.Content
	// Apart is true when the file is not what it was then: what is unsaved does
	// not simply go on from it.
	apart bool
}

// before is the project that the unsaved one went on from.
func (u *unsaved) before() *canvas.Project {
	if u.file != nil && !u.apart {
		return u.file.Project
	}
	now := u.Project.Head()
	return canvas.UpdateHead(canvas.New("", now.Language, now.Currency), func(h *canvas.Head) { h.ID = now.ID })
}

// merges reports whether the unsaved project and what its file holds now can be
// made one.
func (u *unsaved) merges() bool { return u.apart && u.file != nil && u.Base != nil }

// compared is the project that the unsaved one is compared with.
func (u *unsaved) compared() *canvas.Project {
	switch {
	case u.merges():
		return u.Base // what others have changed since is not of this work
	case u.file != nil:
		return u.file.Project
	}
	return u.before()
}

// differs is what the unsaved project has otherwise than its file.
func (u *unsaved) differs() *merge.Difference { return merge.Diff(u.compared(), u.Project) }

// findUnsaved reads what earlier runs did not save. What is saved after all is
// put away.
func findUnsaved(s state.State) []*unsaved {
	var out []*unsaved
	for _, left := range s.Abandoned() {
		wanted := false
		for _, name := range left.Names() {
			kept, err := left.Read(name)
			if err != nil {
				continue // it stays for a version of the program that can read it
			}
			u := &unsaved{Unsaved: *kept, left: left, name: name}
			if u.Path != "" {
				u.file, err = store.Read(u.Path)
				u.apart = err != nil || u.file.Stamp != u.Known
			}
			saved := u.file != nil && merge.Diff(u.file.Project, u.Project).Empty()
			if saved || u.differs().Empty() && (u.Path == "" || err == nil) {
				_ = left.Drop(name) // it would be found again, and dropped again
				continue
			}
			out, wanted = append(out, u), true
		}
		if !wanted {
			left.Release()
		}
	}
	return out
}

// offerUnsaved offers what earlier runs of the program did not save.
func (a *App) offerUnsaved() {
	var all []*unsaved
	s := a.state
	a.soon(func() { all = findUnsaved(s) }, func() {}, func() {
		if len(all) > 0 {
			a.journal.Info("unsaved work was found", "projects", len(all))
		}
		a.offerNext(all)
	})
}

// offerNext offers one after the other.
func (a *App) offerNext(all []*unsaved) {
	if len(all) == 0 {
		return
	}
	u, rest := all[0], all[1:]
	done := func() {
		if len(rest) == 0 || rest[0].left != u.left {
			u.left.Release() // what is put off is offered again at the next start
		}
		a.offerNext(rest)
	}
	if len(a.windows) == 0 {
		a.NewCanvas()
	}
	w := a.windows[len(a.windows)-1]
	name := u.Project.Head().Title
	switch {
	case u.Path != "":
		name = base(u.Path)
	case name == "":
		name = w.words.T("project.untitled")
	}
	key := "dialog.recover.text"
	if u.file == nil {
		key = "dialog.recover.never_saved"
	}
	lines := []string{w.words.T(key, "Name", name, "App", assets.AppName,
		"Date", w.words.Date(u.Time.Format(time.DateOnly)), "Time", w.words.Clock(u.Time)), ""}
	lines = append(lines, changes.Lines(w.words, u.compared(), u.Project, mostLines)...)
	switch {
	case u.merges():
		lines = append(lines, "", w.words.T("dialog.recover.merge"))
	case u.apart:
		lines = append(lines, "", w.words.T("dialog.recover.apart"))
	}
	w.ask(w.words.T("dialog.recover.title"), strings.Join(lines, "\n"),
		answer{key: "button.discard", do: func() {
			w.try(u.left.Drop(u.name))
			done()
		}},
		answer{key: "button.later", do: done, escape: true},
		answer{key: "button.restore", do: func() { a.restore(u, done) }, primary: true})
}

// restore shows an unsaved project as one step from what its file holds; where
// that was changed, merged with it. Then is called once that is done or was put
// off.
func (a *App) restore(u *unsaved, then func()) {
	apart := func() { a.recovered(a.show(&found{project: u.before()}), u, u.Project, then) }
	switch {
	case u.merges():
		w := a.fileOf(u)
		theirs := w.doc.Project()
		err := w.unite(union{
			base: u.Base, ours: u.Project, theirs: theirs,
			title: w.words.T("dialog.recover.title"),
			text:  func(n int) string { return w.words.N("dialog.recover.conflicts", n, "Name", base(u.Path)) },
			left:  "choice.recovered", right: "choice.file",
			cancel: "button.later", cancelled: then,
			other: answer{key: "button.open_apart", do: apart},
			done: func(p *canvas.Project) {
				if w.doc.Project() != theirs { // it went on while he was asked
					a.restore(u, then)
					return
				}
				a.recovered(w, u, p, then)
			},
		})
		if err != nil { // they cannot be one
			apart()
		}
	case u.apart || u.Path == "":
		apart()
	default:
		a.recovered(a.fileOf(u), u, u.Project, then)
	}
}

// fileOf is the window of the file that an unsaved project belongs to.
func (a *App) fileOf(u *unsaved) *Window {
	if w := a.windowOf(u.Path); w != nil {
		return w
	}
	f := &found{project: u.file.Project, origin: origin{path: u.Path, known: u.file.Stamp}}
	f.claim, f.shared = a.state.Claim(u.Path)
	return a.show(f)
}

// recovered makes what was not saved, as it has become, a step of a window's
// document. It then lies aside for this run, and goes from where it lay.
func (a *App) recovered(w *Window, u *unsaved, p *canvas.Project, then func()) {
	w.try(w.doc.Do("edit.recover", func(*canvas.Project) (*canvas.Project, error) { return p, nil }))
	w.slot.Flush()
	if err := u.left.Drop(u.name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		w.try(err)
	}
	then()
}
