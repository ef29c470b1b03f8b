package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// zoomed keeps the size that the board is drawn in, for when it is built anew,
// and shows it.
func (w *Window) zoomed() {
	w.zoom[w.view] = w.board.Zoom()
	w.toolbar.showZoom()
	w.app.probe.watch(w)
}

// aliases are further shortcuts of actions. The key of the plus is named for
// what it writes alone on some keyboards, with Shift on others.
var aliases = []struct {
	key    fyne.KeyName
	mod    fyne.KeyModifier
	action string
}{
	{fyne.KeyEqual, fyne.KeyModifierShortcutDefault, "view_zoom_in"},
	{fyne.KeyEqual, fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift, "view_zoom_in"},
	{fyne.KeyPlus, fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift, "view_zoom_in"},
}

// runAlias runs the action that a shortcut is an alias of, if it is one.
func (w *Window) runAlias(s fyne.Shortcut) bool {
	c, ok := s.(*desktop.CustomShortcut)
	for _, a := range aliases {
		if ok && c.KeyName == a.key && c.Modifier == a.mod {
			w.Run(a.action)
			return true
		}
	}
	return false
}

// listenAliases hears the aliases while nothing has the focus.
func (w *Window) listenAliases() {
	for _, a := range aliases {
		s := &desktop.CustomShortcut{KeyName: a.key, Modifier: a.mod}
		w.win.Canvas().AddShortcut(s, func(s fyne.Shortcut) { w.runAlias(s) })
	}
}
