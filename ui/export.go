package ui

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	"ninefold/canvas/store"
	"ninefold/export"
	"ninefold/export/handout"
	"ninefold/ui/picker"
	"ninefold/ui/sharing"
)

// How things are handed to other programs. Tests put their own here.
var (
	printFile = sharing.Print
	copyImage = sharing.CopyPicture
)

// askExportFile asks for a file and writes to it what is planned.
func (w *Window) askExportFile(p plan) {
	extension := "." + string(p.format)
	folder := w.app.settings.Export.Folder
	if folder == "" {
		folder = w.folder()
	}
	picker.Save(w.win, w.words, w.look, picker.Request{
		Folder: folder,
		Recent: w.app.settings.Recent,
		Title:  w.words.T("export_form.title"),
		Name:   w.fileName(extension),
		Suffix: extension,
	}, func(path string) {
		w.app.settings.Export.Folder = filepath.Dir(path)
		w.app.settings.Save()
		w.askReplace(p, path)
	})
	w.app.probe.watch(w)
}

// partPath is the file of a part beside the one that was chosen.
func partPath(path string, part export.Part) string {
	extension := filepath.Ext(path)
	return strings.TrimSuffix(path, extension) + part.Suffix + extension
}

// askReplace asks before a plan of several files replaces some that are there:
// the user has only said what they begin with.
func (w *Window) askReplace(p plan, path string) {
	var there []string
	for _, part := range export.Parts(p.format, p.options) {
		if file := partPath(path, part); part.Suffix != "" {
			if _, err := os.Stat(file); err == nil {
				there = append(there, base(file))
			}
		}
	}
	if len(there) == 0 {
		w.exportTo(p, path)
		return
	}
	w.ask(w.words.T("dialog.replace.title"), w.words.T("dialog.replace.text", "Name", strings.Join(there, ", ")),
		answer{key: "button.cancel", escape: true, primary: true},
		answer{key: "button.replace", do: func() { w.exportTo(p, path) }})
}

// exportTo makes the file beside the window's work and says what came of it.
// Of a plan that makes several files the others stand beside it.
func (w *Window) exportTo(p plan, path string) {
	w.writeOut(p, path, func(notices []string, err error) {
		if err != nil {
			w.report("export", err, path)
			return
		}
		w.status.say(w.words.T("dialog.exported.text", "Name", base(path)))
		w.warn(path, notices)
	})
}

// writeOut writes the files of a plan beside the window's work. The status bar
// says so meanwhile and lets the user stop it: then no further file is written,
// and done is not called.
func (w *Window) writeOut(p plan, path string, done func(notices []string, err error)) {
	var stopped atomic.Bool
	w.status.work(w.words.T("export_form.writing", "Name", base(path)), func() {
		stopped.Store(true)
		w.status.say(w.words.T("export_form.cancelled"))
	})
	var notices []string
	var err error
	w.app.exports.add(func() {
		for _, part := range export.Parts(p.format, p.options) {
			if stopped.Load() {
				return
			}
			var b bytes.Buffer
			var said []string
			if said, err = export.Write(&b, part.Format, p.project, part.Options); err != nil || stopped.Load() {
				return
			}
			if err = store.WriteFile(partPath(path, part), b.Bytes()); err != nil {
				return
			}
			notices = append(notices, said...)
		}
	}, func() {
		if !stopped.Load() {
			w.status.rest()
			done(notices, err)
		}
	})
}

// print hands the pages of a plan to the program that prints them.
func (w *Window) print(p plan) {
	folder, err := os.MkdirTemp("", "ninefold-print-")
	if err != nil {
		w.report("print", err, "")
		return
	}
	w.app.litter = append(w.app.litter, folder)
	path := filepath.Join(folder, w.fileName(".pdf"))
	w.writeOut(p, path, func(_ []string, err error) {
		if err == nil {
			err = printFile(path)
		}
		if err != nil {
			w.report("print", err, path)
			return
		}
		w.status.say(w.words.T("export_form.printing", "Name", base(path)))
	})
}

// copyPicture puts a picture of the view into the clipboard, in the way that
// pictures were exported last.
func (w *Window) copyPicture() {
	kind := handout.Canvas
	if k := handout.Kind(w.view); k.Known() {
		kind = k
	}
	p, options := w.doc.Project(), export.Options{Words: w.words, Paper: w.app.paper(), Pages: []handout.Kind{kind}}
	var err error
	w.app.exports.add(func() {
		var b bytes.Buffer
		if _, err = export.Write(&b, export.PNG, p, options); err == nil {
			err = copyImage(b.Bytes())
		}
	}, func() {
		if err != nil {
			w.report("copy", err, "")
			return
		}
		w.status.say(w.words.T("export_form.copied"))
	})
}

// cleanUp removes what was only made to be handed over. What a program still
// holds open stays, and goes with the system's other temporary files.
func (a *App) cleanUp() {
	for _, folder := range a.litter {
		_ = os.RemoveAll(folder)
	}
}

// toolText is the sentence about a program of the desktop that is missing or
// failed; false means that the error is none of those.
func toolText(say func(key string, pairs ...any) string, err error) (string, bool) {
	var none *sharing.NoToolError
	var failed *sharing.ToolError
	switch {
	case errors.As(err, &none):
		return say("no_tool", "Tools", strings.Join(none.Tools, ", ")), true
	case errors.As(err, &failed):
		return say("tool", "Tool", failed.Tool, "Detail", failed.Says), true
	}
	return "", false
}
