package ui

import (
	"errors"
	"io/fs"
	"path/filepath"
	"strings"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/bmml"
	"ninefold/canvas/file"
	"ninefold/canvas/store"
	"ninefold/export/scene"
	"ninefold/export/xlsx"
)

// base is a file's name without its folder, for sentences.
func base(path string) string { return filepath.Base(path) }

// report says in the user's words what went wrong and what to do about it.
// What is what was being done: open, save, export or edit.
func (w *Window) report(what string, err error, path string) {
	w.ask(w.words.T("error."+what+".title"), describe(w.words, w.doc.Project(), err, path), answer{key: "button.ok", primary: true})
}

// warn says what was noticed about a file that was read or written all the same.
func (w *Window) warn(path string, lines []string) {
	if len(lines) == 0 {
		return
	}
	const most = canvas.MaxProblems + 1 // the message scrolls
	all := len(lines)
	if all > most {
		lines = append(lines[:most:most], w.words.N("warning.more", all-most))
	}
	w.ask(w.words.T("dialog.warnings.title"), w.words.N("warning.text", all, "Name", base(path))+"\n\n"+strings.Join(lines, "\n"),
		answer{key: "button.ok", primary: true})
}

// describe turns an error into a sentence about a file, or about the project
// that is open.
func describe(words *locale.Words, p *canvas.Project, err error, path string) string {
	var (
		used    *canvas.TypeInUseError
		taken   *canvas.TakenNameError
		unknown *canvas.UnknownTypeError
		damaged *file.DamagedError
		newer   *file.TooNewError
		large   *file.TooLargeError
		foreign *file.NotProjectError
		write   *store.WriteError
		read    *store.ReadError
		other   *store.NotRegularError
		syntax  *bmml.SyntaxError
		model   *bmml.NotModelError
		limit   *bmml.LimitError
		sheet   *xlsx.TooLargeError
	)
	say := func(key string, pairs ...any) string {
		return words.T("error."+key, append(pairs, "Name", base(path))...)
	}
	if text, is := toolText(say, err); is {
		return text
	}
	switch {
	case errors.As(err, &used):
		return usedType(words, p, used)
	case errors.As(err, &taken):
		return say("type_name_taken", "Type", taken.Name)
	case errors.As(err, &unknown):
		return say("unknown_type")
	case errors.Is(err, canvas.ErrNoName):
		return say("no_type_name")
	case errors.As(err, &newer):
		return say("too_new", "Version", newer.Version)
	case errors.As(err, &large) && large.Quantity == file.QuantityText:
		return say("text_too_long")
	case errors.As(err, &large), errors.As(err, &limit):
		return say("too_much")
	case errors.As(err, &sheet):
		return say("sheet_too_large")
	case errors.As(err, &foreign), errors.As(err, &model):
		return say("not_project")
	case errors.As(err, &damaged):
		return say("damaged", "Line", damaged.Line, "Column", damaged.Column, "What", problemText(words, damaged.Code, damaged.Value))
	case errors.As(err, &syntax):
		return say("damaged", "Line", syntax.Line, "Column", syntax.Column, "What", words.T("problem.not_yaml"))
	case errors.Is(err, errOpenElsewhere):
		return say("open_elsewhere")
	case errors.As(err, &other):
		return say("not_regular")
	case errors.Is(err, store.ErrDiskFull):
		return say("disk_full")
	case errors.Is(err, fs.ErrNotExist):
		return say("not_found")
	case errors.Is(err, fs.ErrPermission):
		return say("not_permitted")
	case errors.As(err, &write):
		return say("unwritable")
	case errors.As(err, &read):
		return say("unreadable")
	}
	return say("unknown", "Detail", err.Error())
}

// usedType says which notes speak of a type that was to go.
func usedType(words *locale.Words, p *canvas.Project, err *canvas.TypeInUseError) string {
	const most = 5
	var names []string
	for _, n := range err.Notes[:min(len(err.Notes), most)] {
		name := n.SegmentName()
		if n.IsRelationship() {
			name = scene.Caption(p, n, words)
		}
		names = append(names, canvas.Excerpt(name, 40))
	}
	list := strings.Join(names, "; ")
	if len(err.Notes) > most {
		list += " …"
	}
	return words.N("error.type_in_use", len(err.Notes), "Type", scene.TypeName(p, words, err.Type), "List", list)
}

// problemTexts turns what was noticed in a file into sentences with places.
func problemTexts(words *locale.Words, warnings []file.Warning) []string {
	var out []string
	for _, w := range warnings {
		out = append(out, words.T("warning.line", "Line", w.Line, "What", problemText(words, w.Code, w.Value)))
	}
	return out
}

func problemText(words *locale.Words, code canvas.ProblemCode, value string) string {
	return words.T("problem."+string(code), "Value", value)
}
