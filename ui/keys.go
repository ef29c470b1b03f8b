package ui

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ninefold/assets/locale"
	"ninefold/ui/guard"
)

// keysOf writes a shortcut as it stands on the keyboard, such as "Ctrl+Shift+S".
func keysOf(s fyne.Shortcut, words *locale.Words) string {
	k, ok := s.(fyne.KeyboardShortcut)
	if !ok {
		return ""
	}
	var parts []string
	for _, m := range []struct {
		bit  fyne.KeyModifier
		name string
	}{
		{fyne.KeyModifierControl, "key.ctrl"},
		{fyne.KeyModifierSuper, "key.super"},
		{fyne.KeyModifierAlt, "key.alt"},
		{fyne.KeyModifierShift, "key.shift"},
	} {
		if k.Mod()&m.bit != 0 {
			name := words.T(m.name)
			if m.bit == fyne.KeyModifierSuper && runtime.GOOS == "darwin" {
				name = "⌘"
			}
			parts = append(parts, name)
		}
	}
	name := string(k.Key())
	if key := "key." + strings.ToLower(name); words.Has(key) {
		name = words.T(key)
	}
	return strings.Join(append(parts, name), "+")
}

// A writtenShortcut is shown in a menu in the user's words: Fyne writes it letter
// by letter where it is not asked for modifiers, and otherwise in English.
type writtenShortcut struct {
	fyne.Shortcut
	text string
}

func (s writtenShortcut) Key() fyne.KeyName     { return fyne.KeyName(s.text) }
func (s writtenShortcut) Mod() fyne.KeyModifier { return 0 }

// written is a shortcut for the entry of a menu. The menus of macOS are the
// system's own and write it themselves.
func written(s fyne.Shortcut, words *locale.Words) fyne.Shortcut {
	if s == nil || runtime.GOOS == "darwin" {
		return s
	}
	return writtenShortcut{s, keysOf(s, words)}
}

// listenKeys hears the keys that no widget has: after a click on a button that
// takes no focus the keyboard still works the board.
func (w *Window) listenKeys() {
	c := w.win.Canvas()
	c.SetOnTypedKey(w.typedKey)
	c.SetOnTypedRune(func(r rune) {
		if !w.busy() {
			w.focusView()
			w.main.TypedRune(r)
		}
	})
	toBoard := func(s fyne.Shortcut) {
		if !w.busy() {
			w.focusView()
			w.main.TypedShortcut(s)
		}
	}
	for _, key := range []fyne.KeyName{fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown} {
		c.AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}, toBoard)
	}
	c.AddShortcut(ctrl(fyne.KeyReturn), toBoard)
}

// typedKey passes a key on to the board, or hears from the board of one that
// it has no use for: that of an action without a modifier, or with Shift alone.
func (w *Window) typedKey(e *fyne.KeyEvent) {
	defer guard.Catch()
	switch {
	case w.busy():
		return
	case w.win.Canvas().Focused() != fyne.Focusable(w.main):
		w.focusView()
		w.main.TypedKey(e)
		return
	}
	if e.Name == fyne.KeyEscape && w.find != nil {
		w.closeFind()
		return
	}
	w.runKey(e)
}

// runKey runs the action of a key without a modifier, or with Shift alone.
func (w *Window) runKey(e *fyne.KeyEvent) {
	held := currentModifiers() & fyne.KeyModifierShift // Fyne takes no key with Shift for a shortcut
	for i := range w.actions {
		s, ok := w.actions[i].Shortcut.(*desktop.CustomShortcut)
		if ok && s.Modifier == held && s.KeyName == e.Name {
			w.Run(w.actions[i].ID)
			return
		}
	}
}

// aliases are further shortcuts of actions. The key of the plus is named for
// what it writes alone on some keyboards, with Shift on others; redoing has two
// shortcuts by custom.
var aliases = []struct {
	key    fyne.KeyName
	mod    fyne.KeyModifier
	action string
}{
	{fyne.KeyZ, fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift, "edit_redo"},
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
