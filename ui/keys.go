package ui

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"

	"ninefold/assets/locale"
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
