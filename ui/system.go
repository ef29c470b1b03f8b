package ui

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"github.com/rymdport/portal/settings/appearance"

	"ninefold/ui/settings"
)

// followSystem puts on light or dark as the system has it, now and whenever
// that changes. On a desktop that does not say, it stays light: the paper of
// the canvas is.
func (a *App) followSystem() {
	ask := func() {
		go func() {
			dark := systemDark(a.fyne)
			later(func() {
				if dark != a.settings.SystemDark {
					a.settings.SystemDark = dark
					if a.settings.Theme == settings.ThemeSystem {
						a.redress()
					}
				}
			})
		}()
	}
	ask()
	a.fyne.Settings().AddListener(func(fyne.Settings) { ask() })
}

// systemDark asks the system. Fyne takes no answer for dark on the desktops
// that have a portal to ask, so those are asked here.
func systemDark(f fyne.App) bool {
	switch runtime.GOOS {
	case "darwin", "windows":
		return f.Settings().ThemeVariant() == theme.VariantDark
	}
	scheme, err := appearance.GetColorScheme()
	return err == nil && scheme == appearance.Dark
}
