package ui

import (
	"errors"
	"path/filepath"
	"strings"
	"time"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/bmml"
	"ninefold/canvas/file"
	"ninefold/canvas/store"
	"ninefold/canvas/store/state"
	"ninefold/ui/journal"
	"ninefold/ui/kit"
	"ninefold/ui/picker"
)

// errOpenElsewhere says that a document was to be saved to the file of another
// one that is open.
var errOpenElsewhere = errors.New("the file is open in another window")

// foreignExtension is that of the projects of another format that can be
// imported: BMML, business models as YAML.
const foreignExtension = ".bmml"

// isForeign reports whether a file is of a format that is imported.
func isForeign(path string) bool { return strings.EqualFold(filepath.Ext(path), foreignExtension) }

// importFile reads a project of another format, with a currency for what is
// paid in none, and says what of it had no place.
func importFile(words *locale.Words, path, currency string) (*canvas.Project, []string, error) {
	data, err := store.ReadFile(path, bmml.MaxSize)
	if err != nil {
		return nil, nil, err
	}
	p, left, err := bmml.Import(data, currency)
	if err != nil {
		return nil, nil, err
	}
	var lines []string
	for _, l := range left {
		lines = append(lines, words.T("warning.line", "Line", l.Line,
			"What", words.N("import."+string(l.Reason), l.Count, "Kind", l.Kind(), "Value", l.Value)))
	}
	return p, lines, nil
}

// askOpen lets the user pick a file to open.
func (w *Window) askOpen() {
	picker.Open(w.win, w.words, w.look, picker.Request{
		Folder: w.folder(),
		Recent: w.app.settings.Recent,
		Title:  w.words.T("dialog.open.title"),
		Filters: []picker.Filter{
			{Label: w.words.T("file_type.readable"), Suffixes: []string{file.Extension, ".json", foreignExtension}},
			{Label: w.words.T("file_type.project"), Suffixes: []string{file.Extension}},
			{Label: w.words.T("file_type.bmml"), Suffixes: []string{foreignExtension}},
		},
	}, func(path string) { w.app.Open(path) })
	w.app.probe.watch(w)
}

// folder is where the user is likely to want to go on.
func (w *Window) folder() string {
	if p := w.doc.Path(); p != "" {
		return filepath.Dir(p)
	}
	return w.app.settings.Folder
}

// save writes the document to its file, or asks for one. Then is called once
// that has worked; it may be nil.
func (w *Window) save(then func()) {
	w.commit()
	if w.doc.Path() == "" {
		w.saveAs(then)
		return
	}
	w.saveTo(w.doc.Path(), then)
}

// saveAs asks for a file and writes the document to it.
func (w *Window) saveAs(then func()) {
	picker.Save(w.win, w.words, w.look, picker.Request{
		Folder: w.folder(),
		Recent: w.app.settings.Recent,
		Title:  w.words.T("dialog.save.title"),
		Name:   w.fileName(file.Extension),
		Suffix: file.Extension,
	}, func(path string) { w.saveTo(path, then) })
	w.app.probe.watch(w)
}

// fileName is a name for a file made from the document.
func (w *Window) fileName(extension string) string {
	if p := w.doc.Path(); p != "" {
		return strings.TrimSuffix(strings.TrimSuffix(filepath.Base(p), ".json"), ".ninefold") + extension
	}
	keep := func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return '-'
		}
		return r
	}
	// A leading dot would hide the file; few disks take more than 255 bytes.
	name := strings.Trim(strings.Map(keep, w.name()), " .")
	if r := []rune(name); len(r) > longestName {
		name = strings.TrimRight(string(r[:longestName]), " .")
	}
	if name == "" {
		name = w.words.T("project.untitled")
	}
	return name + extension
}

// longestName is how many characters of a title a file's name takes.
const longestName = 60

// saveTo writes the document. It does so on another goroutine, since a disk
// may be slow or far away; the project is a value, so what is edited meanwhile
// neither gets into the file nor gets lost.
func (w *Window) saveTo(path string, then func()) {
	if other := w.app.windowOf(path); other != nil && other != w {
		w.report("save", errOpenElsewhere, path)
		return
	}
	w.commit()
	doc, p, s := w.doc, w.doc.Project(), w.app.state
	o := origin{path: path}
	var unkept error
	err := errCaught
	w.app.saves.addAfter(func() {
		if path == w.origin.path {
			o = w.origin // as it is when the disk gets to it
		}
	}, func() {
		o.known, unkept, err = s.Save(path, p, o.known)
		if err == nil && o.claim == nil {
			o.claim, o.shared = s.Claim(path)
		}
	}, func() {
		var changed *state.ChangedError
		switch {
		case errors.As(err, &changed) && path == w.origin.path:
			w.checkFile(func() { w.save(then) })
			return
		case err != nil:
			w.app.journal.Error("saving failed", journal.File(path), journal.Err(err))
			w.report("save", err, path)
			return
		}
		w.saved = time.Now()
		o.missing, o.waiting = false, false
		w.follow(o)
		doc.Saved(p, path)
		w.app.opened(path)
		w.app.journal.Info("saved", journal.File(path), "notes", p.Len())
		if unkept != nil {
			w.app.journal.Warn("the version before was not kept", journal.File(path), journal.Err(unkept))
			w.status.say(w.words.T("statusbar.unkept"))
		}
		if then != nil {
			then()
		}
	})
}

// askClose closes the window, asking first about what is not saved.
func (w *Window) askClose() { w.close(nil) }

// close closes the window, asking first about what is not saved, and then does
// the next thing; then may be nil. It waits for what is being written: the
// program may end with its last window.
func (w *Window) close(then func()) {
	w.commit()
	if w.waits && w.app.saves.busy {
		w.askAbandon(then)
		return
	}
	if w.app.saves.busy {
		w.status.say(w.words.T("statusbar.writing"))
	}
	w.waits = true
	w.app.saves.then(func() {
		w.app.exports.then(func() {
			w.waits = false
			if w.abandon != nil {
				w.abandon.Hide()
			}
			w.closeWritten(then)
		})
	})
}

// askAbandon asks, when somebody wants the window closed once more, whether to
// go on waiting for a disk that does not answer. What is unsaved then stays
// set aside and is offered at the next start.
func (w *Window) askAbandon(then func()) {
	if w.abandon != nil {
		return // it is being asked already
	}
	text := w.words.T("dialog.writing.text", "Name", w.name())
	w.abandon = w.askWith(w.words.T("dialog.writing.title"), text, kit.Message(text),
		answer{key: "button.close_anyway", do: func() {
			w.abandon = nil
			w.setAside()
			w.leave(false)
			if then != nil {
				then()
			}
		}},
		answer{key: "button.wait", do: func() { w.abandon = nil }, escape: true, primary: true})
}

func (w *Window) closeWritten(then func()) {
	switch {
	case w.closed:
		return // it was asked for twice while something was being written
	case !w.doc.Dirty():
		w.leave(true)
		if then != nil {
			then()
		}
		return
	}
	w.win.RequestFocus()
	if w.closing {
		return // it is being asked already
	}
	w.closing = true
	answered := func(do func()) func() {
		return func() {
			w.closing = false
			do()
		}
	}
	w.ask(w.words.T("dialog.unsaved.title"), w.words.T("dialog.unsaved.text", "Name", w.name()),
		answer{key: "button.dont_save", do: answered(func() {
			w.leave(true)
			if then != nil {
				then()
			}
		})},
		answer{key: "button.cancel", do: answered(func() {}), escape: true},
		// It is asked again where something was edited while the disk was busy.
		answer{key: "button.save", do: answered(func() { w.save(func() { w.close(then) }) }), primary: true})
}

// leave closes the window, whatever is unsaved. Settled says that the user has
// said what is to become of it, so that nothing needs to stay set aside.
func (w *Window) leave(settled bool) {
	size := w.win.Canvas().Size()
	w.app.settings.Width, w.app.settings.Height = size.Width, size.Height
	w.app.settings.Save()
	w.detach()
	w.closed = true
	w.follow(origin{})
	if settled {
		w.slot.Close()
	}
	w.app.closed(w)
	w.win.Close()
}
