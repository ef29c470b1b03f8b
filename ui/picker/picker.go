// Package picker lets the user choose a file to open or a place to save one.
// It is our own because Fyne's dialog empties the chosen file before the
// program has anything to write into it. It only finds a path; reading and
// writing are for others.
package picker

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ninefold/assets/locale"
	"ninefold/export/scene"
	"ninefold/ui/kit"
)

// A Filter shows only files whose names end in one of its suffixes.
type Filter struct {
	Label    string
	Suffixes []string // in small letters, with the dot
}

// A Request says what is to be chosen.
type Request struct {
	Title  string
	Folder string // where to begin; one that is not there leads to the nearest that is
	// Filters are offered when opening, the first at once.
	Filters []Filter
	// Name is proposed when saving, and Suffix added to a name without it.
	Name, Suffix string
}

// The size of the list of files.
const listWidth, listHeight = 560, 320

// Open lets the user choose a file that is there.
func Open(w fyne.Window, words *locale.Words, look *scene.Look, r Request, chosen func(path string)) {
	p := &picker{window: w, words: words, look: look, request: r, chosen: chosen}
	p.show()
}

// Save lets the user choose a place for a file, and asks before one that is
// there would be replaced.
func Save(w fyne.Window, words *locale.Words, look *scene.Look, r Request, chosen func(path string)) {
	p := &picker{window: w, words: words, look: look, request: r, chosen: chosen, saving: true}
	r.Filters = []Filter{{Suffixes: []string{r.Suffix}}}
	p.request = r
	p.show()
}

type picker struct {
	window  fyne.Window
	words   *locale.Words
	look    *scene.Look
	request Request
	chosen  func(string)
	saving  bool

	folder  string
	entries []entry
	filter  int

	path  *kit.Entry
	name  *kit.Entry
	list  *fileList
	note  *widget.Label
	popup *kit.Popup
}

func (p *picker) show() {
	p.path = kit.NewEntry(func() { p.enter(start(p.path.Text)) }, p.leave)
	p.note = widget.NewLabel("")
	p.note.Importance = widget.DangerImportance
	p.note.Wrapping = fyne.TextWrapWord
	p.note.Hide()
	p.list = newFileList(p)
	up := kit.NewIconButton(p.look, theme.NavigateBackIcon(), p.words.T("picker.up"), func() { p.enter(filepath.Dir(p.folder)) })
	home := kit.NewIconButton(p.look, theme.HomeIcon(), p.words.T("picker.home"), func() { p.enter(start("")) })

	up.OnEscape, home.OnEscape = p.leave, p.leave

	p.name = kit.NewEntry(p.answer, p.leave)
	p.name.SetText(p.request.Name)
	foot := container.NewVBox()
	if p.saving {
		foot.Add(container.NewBorder(nil, nil, kit.Text(p.words.T("picker.name"), p.look.Muted, false), nil, kit.Inset(p.name, 8, 0)))
	} else if len(p.request.Filters) > 1 {
		foot.Add(p.filters())
	}
	foot.Add(p.note)

	spaceHolder := container.NewStack(fixed(listWidth, listHeight), kit.Box(p.list, p.look.Cell, p.look.Line, 2))
	body := container.New(layout.NewCustomPaddedVBoxLayout(8),
		container.NewBorder(nil, nil, kit.Row(2, up, home), nil, kit.Inset(p.path, 4, 0)), spaceHolder, foot)
	button := p.words.T("button.open")
	if p.saving {
		button = p.words.T("button.save")
	}
	p.popup = kit.Form(p.window.Canvas(), p.look, p.request.Title, body, fyne.Size{},
		kit.Answer{Text: p.words.T("button.cancel"), Escape: true},
		kit.Answer{Text: button, Do: p.answer, Default: true})
	p.enter(start(p.request.Folder))
	if p.saving {
		p.window.Canvas().Focus(p.name)
		p.name.TypedShortcut(&fyne.ShortcutSelectAll{})
	} else {
		p.window.Canvas().Focus(p.list)
	}
}

// filters is the choice of what to show.
func (p *picker) filters() fyne.CanvasObject {
	var labels []string
	for _, f := range p.request.Filters {
		labels = append(labels, f.Label)
	}
	s := kit.NewSelect(labels, 0, p.leave)
	s.OnChanged = func(string) {
		p.filter = s.SelectedIndex()
		p.enter(p.folder)
	}
	return container.NewBorder(nil, nil, kit.Text(p.words.T("picker.show"), p.look.Muted, false), nil, kit.Inset(kit.Framing(s, p.look), 8, 0))
}

// leave gives up.
func (p *picker) leave() { p.popup.Hide() }

// enter shows a folder.
func (p *picker) enter(folder string) {
	var suffixes []string
	if len(p.request.Filters) > 0 {
		suffixes = p.request.Filters[p.filter].Suffixes
	}
	entries, err := list(folder, suffixes)
	if err != nil {
		p.say(p.words.T("picker.unreadable", "Folder", folder))
		return
	}
	p.say("")
	p.folder, p.entries = folder, entries
	p.path.SetText(folder)
	p.list.UnselectAll()
	p.list.top()
	p.list.Refresh()
	p.list.ScrollToTop()
}

// say shows a sentence below the list, or none.
func (p *picker) say(s string) {
	p.note.SetText(s)
	if s == "" {
		p.note.Hide()
	} else {
		p.note.Show()
	}
}

// selected goes into a folder that was tapped, and takes over a file's name.
func (p *picker) selected(i widget.ListItemID) {
	e := p.entries[i]
	p.list.at = i
	if e.folder {
		p.enter(filepath.Join(p.folder, e.name))
		return
	}
	if !p.saving && p.name.Text == e.name {
		p.answer() // tapped twice
		return
	}
	p.name.SetText(e.name)
	p.say("")
	if !p.saving {
		p.list.UnselectAll() // so that a second tap is one
	}
	p.list.Refresh()
}

// answer takes what is chosen, if something is.
func (p *picker) answer() {
	path := complete(p.folder, p.name.Text, p.request.Suffix)
	if path == "" {
		p.say(p.words.T("picker.choose"))
		return
	}
	if info := stat(path); p.saving && info != nil {
		if info.IsDir() {
			p.enter(path)
			return
		}
		kit.Ask(p.window.Canvas(), p.look, p.words.T("dialog.replace.title"), p.words.T("dialog.replace.text", "Name", filepath.Base(path)),
			kit.Answer{Text: p.words.T("button.cancel"), Escape: true, Default: true},
			kit.Answer{Text: p.words.T("button.replace"), Do: func() { p.done(path) }})
		return
	}
	p.done(path)
}

func (p *picker) done(path string) {
	p.popup.Hide()
	p.chosen(path)
}
