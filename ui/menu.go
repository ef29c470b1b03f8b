package ui

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"ninefold/assets/locale"
	"ninefold/ui/guard"
	"ninefold/ui/settings"
)

// menuTable says which actions stand in which menu; "-" is a line, a name with
// a colon is a menu of its own.
var menuTable = []struct {
	key   string
	items []string
}{
	{"menu.file", []string{"file_new", "file_open", ":recent", "file_sample", "-", "file_save", "file_save_as", "file_versions", "-", "file_export", "file_export_pdf", "file_export_xlsx", "file_export_png", "file_print", "-", "file_preferences", "-", "file_close", "file_quit"}},
	{"menu.edit", []string{"edit_undo", "edit_redo", "-", "edit_cut", "edit_copy", "edit_paste", "edit_copy_picture", "-", "edit_text", "edit_duplicate", "edit_delete", "costs_move", "-", "edit_select_all", "-", "edit_find", "edit_find_next", "edit_find_previous", "-", "edit_plan"}},
	{"menu.view", []string{"view_canvas", "view_relationships", "view_costs", "-", "view_zoom_in", "view_zoom_out", "view_zoom_reset", "view_zoom_fit", "-", "view_show_all", "view_panel", "-", "view_fold", "view_fold_all", "view_unfold_all", "-", ":theme", ":language"}},
	{"menu.insert", []string{"insert_note", "insert_segment", "insert_relationship", "insert_cost", "-", "insert_type", "type_edit", "type_remove"}},
	{"menu.review", []string{"review_next", "review_previous", "review_list"}},
	{"menu.help", []string{"help_shortcuts", "-", "help_report", "help_about"}},
}

// menus keeps the window's menu bar true to the document.
type menus struct {
	w    *Window
	last string // what the bar showed last: it is built anew only when that changes
}

func newMenus(w *Window) *menus {
	m := &menus{w: w}
	m.update()
	return m
}

// update builds the menu bar anew if titles or what can be run have changed.
func (m *menus) update() {
	var state strings.Builder
	state.WriteString(string(m.w.words.Lang()) + m.w.app.settings.Theme + m.w.view + strings.Join(m.w.app.settings.Recent, "\n"))
	for i := range m.w.actions {
		a := &m.w.actions[i]
		state.WriteString(m.w.title(a))
		if m.w.enabled(a) {
			state.WriteByte('+')
		}
	}
	if s := state.String(); s != m.last {
		m.last = s
		m.w.win.SetMainMenu(m.build())
	}
}

func (m *menus) build() *fyne.MainMenu {
	bar := fyne.NewMainMenu()
	for _, t := range menuTable {
		menu := fyne.NewMenu(m.w.words.T(t.key))
		for _, id := range t.items {
			switch id {
			case "-":
				menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
			case ":recent":
				menu.Items = append(menu.Items, m.recent())
			case ":theme":
				menu.Items = append(menu.Items, m.themes())
			case ":language":
				menu.Items = append(menu.Items, m.w.languages())
			default:
				menu.Items = append(menu.Items, m.w.menuItem(id))
			}
		}
		bar.Items = append(bar.Items, menu)
	}
	return bar
}

// menuItem makes a menu's entry from an action.
func (w *Window) menuItem(id string) *fyne.MenuItem {
	a := w.action(id)
	item := fyne.NewMenuItem(w.title(a), func() { w.Run(id) })
	item.Shortcut = written(a.Shortcut, w.words)
	item.Disabled = !w.enabled(a)
	// Fyne adds a way to quit that does not ask unless an item of ours is marked as it.
	item.IsQuit = id == "file_quit"
	return item
}

func (m *menus) recent() *fyne.MenuItem {
	item := fyne.NewMenuItem(m.w.words.T("action.file_recent"), nil)
	item.ChildMenu = fyne.NewMenu("")
	for _, path := range m.w.app.settings.Recent {
		name := filepath.Base(path) + "  –  " + filepath.Base(filepath.Dir(path))
		item.ChildMenu.Items = append(item.ChildMenu.Items, fyne.NewMenuItem(name, m.w.unlessBusy(func() { m.w.app.Open(path) })))
	}
	item.Disabled = len(item.ChildMenu.Items) == 0
	item.ChildMenu.Items = append(item.ChildMenu.Items, fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(m.w.words.T("action.file_recent_clear"), m.w.unlessBusy(m.w.app.forgetRecent)))
	return item
}

func (m *menus) themes() *fyne.MenuItem {
	item := fyne.NewMenuItem(m.w.words.T("action.view_theme"), nil)
	item.ChildMenu = fyne.NewMenu("")
	for _, t := range []struct{ key, name string }{
		{"action.view_theme_system", settings.ThemeSystem},
		{"action.view_theme_light", settings.ThemeLight},
		{"action.view_theme_dark", settings.ThemeDark},
	} {
		entry := fyne.NewMenuItem(m.w.words.T(t.key), m.w.unlessBusy(func() { m.w.app.SetTheme(t.name) }))
		entry.Checked = m.w.app.settings.Theme == t.name
		item.ChildMenu.Items = append(item.ChildMenu.Items, entry)
	}
	return item
}

// languages is the menu of languages, each in its own words.
func (w *Window) languages() *fyne.MenuItem {
	item := fyne.NewMenuItem(w.words.T("action.view_language"), nil)
	item.ChildMenu = fyne.NewMenu("")
	for _, l := range locale.Langs() {
		entry := fyne.NewMenuItem(l.Name(), w.unlessBusy(func() { w.app.SetLanguage(l) }))
		entry.Checked = l == w.words.Lang()
		item.ChildMenu.Items = append(item.ChildMenu.Items, entry)
	}
	return item
}

// unlessBusy keeps a menu's entry that is no action from being carried out
// behind a dialog: the menu bar of some systems stays open to the mouse.
func (w *Window) unlessBusy(do func()) func() {
	return func() {
		defer guard.Catch()
		if !w.busy() {
			do()
		}
	}
}

// popUp shows a menu of actions at a place of the window.
func (w *Window) popUp(at fyne.Position, ids []string) {
	widget.ShowPopUpMenuAtPosition(w.menu(ids), w.win.Canvas(), at)
}

// menu makes a menu of actions; "-" is a line, a name with a colon one of the
// submenus. Outside the menu bar some titles must say more, since no heading
// goes before them.
func (w *Window) menu(ids []string) *fyne.Menu {
	menu := fyne.NewMenu("")
	for _, id := range ids {
		if id == "-" {
			menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
			continue
		}
		if submenu := submenus[id]; submenu != nil {
			menu.Items = append(menu.Items, submenu(w))
			continue
		}
		item := w.menuItem(id)
		if key := "context." + id; w.words.Has(key) {
			item.Label = w.words.T(key)
		}
		menu.Items = append(menu.Items, item)
	}
	return menu
}

// currentModifiers asks the desktop which modifier keys are held: scrolls and
// drags do not say so themselves.
var currentModifiers = func() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}
