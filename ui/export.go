package ui

import (
	"bytes"

	"ninefold/canvas/store"
	"ninefold/export"
	"ninefold/ui/picker"
)

// askExport asks for a file and writes the document to it in another format.
func (w *Window) askExport(f export.Format) {
	extension := "." + string(f)
	picker.Save(w.win, w.words, w.look, picker.Request{
		Folder: w.folder(),
		Recent: w.app.settings.Recent,
		Title:  w.words.T("action.file_export_" + string(f)),
		Name:   w.fileName(extension),
		Suffix: extension,
	}, func(path string) { w.exportTo(f, path) })
	w.app.probe.watch(w)
}

// exportTo makes the file beside the window's work and says what came of it.
func (w *Window) exportTo(f export.Format, path string) {
	w.commit()
	p, options := w.doc.Project(), export.Options{Words: w.words, Paper: w.app.paper()}
	var notices []string
	var err error
	w.app.exports.add(func() {
		var b bytes.Buffer
		if notices, err = export.Write(&b, f, p, options); err == nil {
			err = store.WriteFile(path, b.Bytes())
		}
	}, func() {
		if err != nil {
			w.report("export", err, path)
			return
		}
		w.status.say(w.words.T("dialog.exported.text", "Name", base(path)))
		w.warn(path, notices)
	})
}
