package ui

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ninefold/canvas"
	"ninefold/canvas/merge"
	"ninefold/canvas/store"
	"ninefold/canvas/store/state"
	"ninefold/export/changes"
	"ninefold/ui/kit"
	"ninefold/ui/theme"
)

// The size of the list of earlier versions, and of what is said of one, at the
// usual size of text.
const (
	versionsWidth  = 620
	versionsHeight = 260
	versionDates   = 250
)

// A version is an earlier one, read and compared with what stands here.
type version struct {
	state.Version
	project *canvas.Project // nil where it cannot be read
	differs *merge.Difference
}

// versions is the form that shows the earlier versions of a document.
type versions struct {
	w     *Window
	now   *canvas.Project
	all   []version
	at    int
	list  *versionList
	about *widget.Label
	pop   *kit.Popup
}

// askVersions shows the versions that saving has replaced, and brings one back.
func (w *Window) askVersions() {
	now, s := w.doc.Project(), w.app.state
	var all []version
	err := errCaught
	w.app.soon(func() { all, err = findVersions(s, now) }, func() {}, func() {
		switch {
		case w.closed || w.busy():
		case err != nil:
			w.report("open", err, "")
		case len(all) == 0:
			w.ask(w.words.T("dialog.versions.title"), w.words.T("dialog.versions.none", "Most", state.MaxVersions),
				answer{key: "button.ok", primary: true})
		default:
			newVersions(w, now, all)
		}
	})
}

// findVersions reads the earlier versions of a project. One that says the same
// as the project is none that anybody looks for.
func findVersions(s state.State, now *canvas.Project) ([]version, error) {
	found, err := s.Versions(now.Head().ID)
	if err != nil {
		return nil, err
	}
	var out []version
	for _, f := range found {
		v := version{Version: f}
		if v.project, _, err = store.Load(f.Path); err != nil {
			v.project = nil // the list says so
		} else if v.differs = merge.Diff(now, v.project); v.differs.Empty() {
			continue
		}
		out = append(out, v)
	}
	return out, nil
}

func newVersions(w *Window, now *canvas.Project, all []version) {
	v := &versions{w: w, now: now, all: all, about: kit.Paragraph("")}
	v.list = &versionList{versions: v}
	v.list.ExtendBaseWidget(v.list)
	v.list.Length = func() int { return len(v.all) }
	v.list.CreateItem, v.list.UpdateItem = v.row, v.fill
	v.list.OnSelected = v.choose
	left := kit.Box(v.list, w.look.Sheet, w.look.Line, 1)
	right := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(2, 2, 14, 10), kit.Flush(v.about)))
	v.pop = w.askForm(w.words.T("dialog.versions.title"), container.New(&sideBySide{theme.Scaled(versionDates)}, left, right),
		answer{key: "button.cancel", escape: true},
		answer{key: "button.open_copy", do: v.openCopy},
		answer{key: "button.restore_version", do: v.restore, primary: true})
	v.list.Select(0)
	w.win.Canvas().Focus(v.list)
}

// row is the empty form of a version: when it was written, and how much is
// otherwise in it.
func (v *versions) row() fyne.CanvasObject {
	sum := widget.NewLabel("")
	sum.Truncation, sum.SizeName, sum.Importance = fyne.TextTruncateEllipsis, fynetheme.SizeNameCaptionText, widget.LowImportance
	return container.New(layout.NewCustomPaddedLayout(4, 2, 8, 8),
		container.New(layout.NewCustomPaddedVBoxLayout(1), kit.Text("", v.w.look.Ink, false), kit.Flush(sum)))
}

func (v *versions) fill(i widget.ListItemID, o fyne.CanvasObject) {
	lines := o.(*fyne.Container).Objects[0].(*fyne.Container).Objects
	when, sum := lines[0].(*fynecanvas.Text), lines[1].(*fyne.Container).Objects[0].(*widget.Label)
	version, words := v.all[i], v.w.words
	at := version.Time.Local()
	when.Text = words.T("dialog.versions.when", "Date", words.Date(at.Format(time.DateOnly)), "Time", words.Clock(at))
	when.TextStyle.Bold = i == v.at
	when.Refresh()
	if version.project == nil {
		sum.SetText(words.T("dialog.versions.unreadable"))
	} else {
		sum.SetText(changes.Summary(words, version.differs))
	}
}

// choose says what is otherwise in a version.
func (v *versions) choose(i widget.ListItemID) {
	v.at = i
	words, at := v.w.words, v.all[i]
	if at.project == nil {
		v.about.SetText(words.T("dialog.versions.unreadable"))
	} else {
		v.about.SetText(words.T("dialog.versions.differs") + "\n\n" + strings.Join(changes.Lines(words, v.now, at.project, mostVersionLines), "\n"))
	}
	for _, b := range v.pop.Buttons[1:] {
		b.SetEnabled(at.project != nil)
	}
	v.list.Refresh()
}

// mostVersionLines is how many changes are listed of a version.
const mostVersionLines = 60

// restore makes the version the present one, as one step.
func (v *versions) restore() {
	p := v.all[v.at].project
	if p == nil {
		return
	}
	v.pop.Hide()
	v.w.try(v.w.doc.Do("edit.restore_version", func(*canvas.Project) (*canvas.Project, error) { return p, nil }))
}

// openCopy shows the version in a window of its own.
func (v *versions) openCopy() {
	if p := v.all[v.at].project; p != nil {
		v.pop.Hide()
		v.w.app.show(&found{project: p})
	}
}

// A versionList is a list where Enter restores and Escape leaves.
type versionList struct {
	widget.List
	versions *versions
}

// TypedKey adds Enter and Escape to what a list knows; the arrows choose.
func (l *versionList) TypedKey(e *fyne.KeyEvent) {
	v := l.versions
	switch e.Name {
	case fyne.KeyEscape:
		v.pop.Hide()
	case fyne.KeyReturn, fyne.KeyEnter:
		v.restore()
	case fyne.KeyDown:
		l.Select(min(v.at+1, len(v.all)-1))
	case fyne.KeyUp:
		l.Select(max(v.at-1, 0))
	default:
		l.List.TypedKey(e)
	}
}

// sideBySide lays two things out beside each other, the first of a width.
type sideBySide struct{ first float32 }

func (l *sideBySide) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.Scaled(versionsWidth), theme.Scaled(versionsHeight))
}

func (l *sideBySide) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(l.first, size.Height))
	o[1].Move(fyne.NewPos(l.first, 0))
	o[1].Resize(fyne.NewSize(size.Width-l.first, size.Height))
}
