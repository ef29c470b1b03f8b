package uitest

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Key presses a key, with the modifiers that are held. Tab goes from widget to
// widget unless the focused one wants it for itself; what looks like a
// shortcut is told as one.
func (r *Robot) Key(name fyne.KeyName) {
	c := r.window.Canvas()
	if name == fyne.KeyTab && r.held&^fyne.KeyModifierShift == 0 && !r.takesTab() {
		if r.held&fyne.KeyModifierShift != 0 {
			c.FocusPrevious()
		} else {
			c.FocusNext()
		}
		return
	}
	if s := shortcut(name, r.held); s != nil && r.Shortcut(s) {
		return
	}
	e := &fyne.KeyEvent{Name: name}
	if focused := c.Focused(); focused != nil {
		focused.TypedKey(e)
	} else if f := c.OnTypedKey(); f != nil {
		f(e)
	}
}

func (r *Robot) takesTab() bool {
	t, ok := r.window.Canvas().Focused().(fyne.Tabbable)
	return ok && t.AcceptsTab()
}

// Chord presses a key with modifiers: Chord(fyne.KeyModifierAlt, fyne.KeyUp).
func (r *Robot) Chord(m fyne.KeyModifier, name fyne.KeyName) {
	defer r.Hold(m)()
	r.Key(name)
}

// Keep holds a key that is no modifier until the returned function is called.
func (r *Robot) Keep(name fyne.KeyName) (release func()) {
	e := &fyne.KeyEvent{Name: name}
	if k, ok := r.window.Canvas().Focused().(desktop.Keyable); ok {
		k.KeyDown(e)
	}
	return func() {
		if k, ok := r.window.Canvas().Focused().(desktop.Keyable); ok {
			k.KeyUp(e)
		}
	}
}

// Type types a text into what has the focus, character by character.
func (r *Robot) Type(text string) {
	for _, c := range text {
		if focused := r.window.Canvas().Focused(); focused != nil {
			focused.TypedRune(c)
		} else if f := r.window.Canvas().OnTypedRune(); f != nil {
			f(c)
		}
	}
}

// Shortcut tells of a shortcut: the main menu hears of it first, then what has
// the focus, then the window. It reports whether anybody did.
func (r *Robot) Shortcut(s fyne.Shortcut) bool {
	if menu := r.window.MainMenu(); menu != nil {
		for _, m := range menu.Items {
			if runItem(m, s) {
				return true
			}
		}
	}
	if focused, ok := r.window.Canvas().Focused().(fyne.Shortcutable); ok {
		focused.TypedShortcut(s)
		return true
	}
	if c, ok := r.window.Canvas().(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
		return true
	}
	return false
}

// runItem runs the item of a menu that has the shortcut. A disabled item runs,
// too: so it does in a real window.
func runItem(m *fyne.Menu, s fyne.Shortcut) bool {
	for _, item := range m.Items {
		if item.Shortcut != nil && item.Shortcut.ShortcutName() == s.ShortcutName() {
			item.Action()
			return true
		}
		if item.ChildMenu != nil && runItem(item.ChildMenu, s) {
			return true
		}
	}
	return false
}

// shortcut is what the driver makes of a key with modifiers.
func shortcut(name fyne.KeyName, m fyne.KeyModifier) fyne.Shortcut {
	if m == fyne.KeyModifierShortcutDefault {
		switch name {
		case fyne.KeyZ:
			return &fyne.ShortcutUndo{}
		case fyne.KeyY:
			return &fyne.ShortcutRedo{}
		case fyne.KeyV:
			return &fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()}
		case fyne.KeyC:
			return &fyne.ShortcutCopy{Clipboard: fyne.CurrentApp().Clipboard()}
		case fyne.KeyX:
			return &fyne.ShortcutCut{Clipboard: fyne.CurrentApp().Clipboard()}
		case fyne.KeyA:
			return &fyne.ShortcutSelectAll{}
		}
	}
	if m != 0 && m != fyne.KeyModifierShift {
		return &desktop.CustomShortcut{KeyName: name, Modifier: m}
	}
	return nil
}
