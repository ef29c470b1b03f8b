package ui

import (
	"net/url"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"ninefold/assets"
	"ninefold/ui/kit"
	"ninefold/ui/theme"
)

// Web addresses that the licence of the canvas asks for.
const (
	canvasSite    = "https://www.strategyzer.com"
	canvasLicence = "https://creativecommons.org/licenses/by-sa/3.0/"
)

// showAbout says what the program is, whose canvas it draws and under which
// licences it and its parts stand.
func (w *Window) showAbout() {
	icon := fynecanvas.NewImageFromResource(fyne.NewStaticResource("icon.png", assets.AppIcon()))
	icon.SetMinSize(fyne.NewSquareSize(72))
	icon.FillMode = fynecanvas.ImageFillContain
	version := assets.Version
	if assets.Build != "" {
		version += " (" + assets.Build + ")"
	}
	head := container.NewVBox(
		kit.Text(assets.AppName+" "+version, w.look.Ink, true),
		wrapped(w.words.T("about.what")),
	)
	body := container.New(layout.NewCustomPaddedVBoxLayout(10),
		container.NewBorder(nil, nil, container.NewCenter(icon), nil, kit.Inset(head, 12, 0)),
		wrapped(w.words.T("about.credit")),
		kit.Row(18, link("strategyzer.com", canvasSite), link("creativecommons.org/licenses/by-sa/3.0", canvasLicence)),
		wrapped(w.words.T("about.licence")+" "+w.words.T("about.libraries")),
		wrapped(w.words.T("about.private")),
	)
	w.tell(w.title(w.action("help_about")), body, theme.Scaled(500))
}

// tell shows something that needs no answer.
func (w *Window) tell(title string, content fyne.CanvasObject, width float32) {
	p := kit.Dialog(w.win.Canvas(), w.look, title, content, fyne.NewSize(width, 0), kit.Answer{Text: w.words.T("button.close")})
	p.OnHide(func() { w.app.probe.watch(w) })
	w.app.probe.watch(w)
}

func wrapped(text string) fyne.CanvasObject { return kit.Flush(kit.Paragraph(text)) }

func link(text, address string) fyne.CanvasObject {
	u, _ := url.Parse(address)
	return kit.Flush(widget.NewHyperlink(text, u))
}

// showShortcuts lists every action that has a shortcut, and the keys that the
// board acts on by itself.
func (w *Window) showShortcuts() {
	grid := container.New(layout.NewFormLayout())
	line := func(keys, what string) {
		grid.Add(kit.Text(keys, w.look.Ink, true))
		grid.Add(kit.Text(what, w.look.Ink, false))
	}
	for i := range w.actions {
		if a := &w.actions[i]; a.Shortcut != nil {
			line(keysOf(a.Shortcut, w.words), w.words.T("action."+a.ID, "App", assets.AppName))
		}
	}
	for _, k := range []string{"enter", "typing", "arrows", "tab", "alt_arrows", "home_end", "ctrl_drop", "wheel", "pan", "escape"} {
		line(w.words.T("keys."+k+".keys"), w.words.T("keys."+k))
	}
	scroll := container.NewVScroll(kit.Inset(grid, 2, 2))
	scroll.SetMinSize(fyne.NewSize(theme.Scaled(520), 400))
	w.tell(w.words.T("shortcuts.title"), scroll, theme.Scaled(560))
}
