// Package picker lets the user choose a file to open or a place to save one.
// It is our own because Fyne's dialog empties the chosen file before the
// program has anything to write into it, and because no library that gives the
// desktop's own dialogs does so on all three systems and can be had as a Go
// module. It only finds a path; reading and writing are for others.
package picker

import (
	"os"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ninefold/assets/locale"
	"ninefold/export/scene"
	"ninefold/ui/kit"
	"ninefold/ui/theme"
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
	// Recent are files that the user worked on, newest first: their folders
	// are among the places to go to.
	Recent []string
	// Filters are offered when opening, the first at once.
	Filters []Filter
	// Name is proposed when saving, and Suffix added to a name without it.
	Name, Suffix string
}

// The sizes of the lists of places and of files, at the usual size of text.
const (
	placesWidth = 168
	listWidth   = 520
	listHeight  = 340
)

// besides is the height of all in the picker but the lists; what is left of
// the window is theirs.
const besides = 230

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

	user    user
	folder  string
	entries []entry
	filter  int

	path   *kit.Entry
	name   *kit.Entry
	places *placeList
	list   *fileList
	empty  fyne.CanvasObject // over the list where it has nothing to show
	note   *widget.Label
	popup  *kit.Popup
}

func (p *picker) show() {
	p.user = thisUser()
	p.path = kit.NewEntry(p.goTyped, p.leave)
	p.note = widget.NewLabel("")
	p.note.Importance = widget.DangerImportance
	p.note.Wrapping = fyne.TextWrapWord
	p.note.Hide()
	p.list = newFileList(p)
	p.places = newPlaceList(p, p.user.places(p.words, p.request.Recent))
	p.empty = container.NewCenter(kit.Text(p.words.T("picker.empty"), p.look.Muted, false))

	up := p.button(fynetheme.MoveUpIcon(), "picker.up", p.up)
	head := kit.Row(2, up)
	foot := container.NewVBox()
	p.name = kit.NewEntry(p.answer, p.leave)
	p.name.SetText(p.request.Name)
	if p.saving {
		foot.Add(container.NewBorder(nil, nil, kit.Text(p.words.T("picker.name"), p.look.Muted, false), nil, kit.Inset(p.name, 8, 0)))
	} else if len(p.request.Filters) > 1 {
		foot.Add(p.filters())
	}
	foot.Add(p.note)

	var right fyne.CanvasObject
	if p.saving {
		right = p.button(fynetheme.FolderNewIcon(), "picker.new_folder", p.askFolder)
	}
	body := container.New(layout.NewCustomPaddedVBoxLayout(8),
		container.NewBorder(nil, nil, head, right, kit.Inset(p.path, 4, 0)), p.lists(), foot)
	button := p.words.T("button.open")
	if p.saving {
		button = p.words.T("button.save")
	}
	p.popup = kit.Form(p.window.Canvas(), p.look, p.request.Title, body, fyne.Size{},
		kit.Answer{Text: p.words.T("button.cancel"), Escape: true},
		kit.Answer{Text: button, Do: p.answer, Default: true})
	p.enter(p.user.start(p.request.Folder))
	if p.saving {
		p.window.Canvas().Focus(p.name)
		p.name.TypedShortcut(&fyne.ShortcutSelectAll{})
	} else {
		p.window.Canvas().Focus(p.list)
	}
}

// button is one of the row above the lists.
func (p *picker) button(icon fyne.Resource, key string, tapped func()) *kit.Button {
	b := kit.NewIconButton(p.look, icon, p.words.T(key), tapped)
	b.OnEscape = p.leave
	return b
}

// lists are the places beside the files, as high as the window allows.
func (p *picker) lists() fyne.CanvasObject {
	height := min(theme.Scaled(listHeight), max(120, p.window.Canvas().Size().Height-theme.Scaled(besides)))
	width := min(theme.Scaled(listWidth), p.window.Canvas().Size().Width-theme.Scaled(placesWidth)-80)
	side := container.NewStack(fixed(theme.Scaled(placesWidth), height), kit.Box(p.places, p.look.Bar, p.look.Line, 2))
	files := container.NewStack(fixed(width, height), kit.Box(container.NewStack(p.list, p.empty), p.look.Cell, p.look.Line, 2))
	return container.NewBorder(nil, nil, kit.Row(0, side, kit.Gap(8)), nil, files)
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

// up goes to the folder above.
func (p *picker) up() { p.enter(filepath.Dir(p.folder)) }

// enter shows a folder. The keyboard begins at its first entry or, on the way
// up, at the folder that was left.
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
	left := p.folder
	p.folder, p.entries = folder, entries
	p.path.SetText(folder)
	p.empty.Hide()
	if len(entries) == 0 {
		p.empty.Show()
	}
	p.places.Refresh()
	p.list.UnselectAll()
	p.list.Refresh()
	p.list.ScrollToTop()
	p.list.goTo(0)
	if filepath.Dir(left) == folder {
		p.list.goTo(slices.IndexFunc(entries, func(e entry) bool { return e.name == filepath.Base(left) }))
	}
}

// goTyped goes where the line above the lists says: into a folder or, when
// opening, to a file.
func (p *picker) goTyped() {
	path := p.user.typed(p.folder, p.path.Text)
	switch {
	case path == "":
		p.path.SetText(p.folder)
	case isFolder(path):
		p.enter(filepath.Clean(path))
		p.window.Canvas().Focus(p.list)
	case !p.saving && stat(path) != nil:
		p.done(filepath.Clean(path))
	default:
		p.say(p.words.T("picker.no_folder", "Folder", path))
	}
}

// say shows a sentence below the list, or none.
func (p *picker) say(s string) {
	p.note.SetText(s)
	if s == "" {
		p.note.Hide()
	} else {
		p.note.Show()
	}
	if p.popup != nil {
		p.popup.Fit()
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
	path := p.user.typed(p.folder, p.name.Text)
	switch {
	case path == "":
		p.say(p.words.T("picker.choose"))
		return
	case isFolder(path) && !(p.saving && isName(p.name.Text)):
		p.name.SetText("")
		p.enter(filepath.Clean(path))
		return
	}
	path = complete(path, p.request.Suffix)
	if !p.saving {
		if stat(path) == nil { // it has gone meanwhile
			p.say(p.words.T("picker.no_file", "Name", filepath.Base(path)))
			return
		}
		p.done(path)
		return
	}
	if !isFolder(filepath.Dir(path)) {
		p.say(p.words.T("picker.no_folder", "Folder", filepath.Dir(path)))
		return
	}
	if stat(path) != nil {
		kit.Ask(p.window.Canvas(), p.look, p.words.T("dialog.replace.title"), p.words.T("dialog.replace.text", "Name", filepath.Base(path)),
			kit.Answer{Text: p.words.T("button.cancel"), Escape: true, Default: true},
			kit.Answer{Text: p.words.T("button.replace"), Do: func() { p.done(path) }})
		return
	}
	p.done(path)
}

// askFolder makes a folder in the one that is shown, and goes into it.
func (p *picker) askFolder() {
	var pop *kit.Popup
	var name *kit.Entry
	create := func() {
		pop.Hide()
		if path := p.user.typed(p.folder, name.Text); path != "" {
			if err := os.Mkdir(path, 0o755); err != nil && !isFolder(path) {
				p.say(p.words.T("picker.new_folder.failed", "Name", filepath.Base(path)))
				return
			}
			p.enter(path)
		}
		p.window.Canvas().Focus(p.name)
	}
	name = kit.NewEntry(create, func() { pop.Hide() })
	name.SetPlaceHolder(p.words.T("picker.new_folder.name"))
	pop = kit.Form(p.window.Canvas(), p.look, p.words.T("picker.new_folder"), name, fyne.NewSize(theme.Scaled(320), 0),
		kit.Answer{Text: p.words.T("button.cancel"), Escape: true},
		kit.Answer{Text: p.words.T("button.create"), Do: create, Default: true})
	p.window.Canvas().Focus(name)
}

func (p *picker) done(path string) {
	p.popup.Hide()
	p.chosen(path)
}
