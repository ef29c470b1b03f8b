package ui

import (
	"net/url"
	"strings"

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
		w.libraries(),
		wrapped(w.words.T("about.private")),
	)
	w.tell(w.title(w.action("help_about")), body, theme.Scaled(500))
}

// libraries lists what the program is built with and under which licences.
func (w *Window) libraries() fyne.CanvasObject {
	names, licences := container.NewVBox(), container.NewVBox()
	for _, l := range assets.Libraries() {
		names.Add(kit.Text(l.Module, w.look.Muted, false))
		licences.Add(kit.Text(l.Licence, w.look.Muted, false))
	}
	scroll := container.NewVScroll(kit.Inset(container.NewBorder(nil, nil, names, licences), 12, 6))
	scroll.SetMinSize(fyne.NewSize(0, theme.Scaled(120)))
	return kit.Box(scroll, w.look.Sheet, w.look.Line, 1)
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

// boardKeys are what the board acts on by itself, as the words after "keys.".
var boardKeys = []string{"enter", "typing", "arrows", "tab", "alt_arrows", "alt_shift", "home_end", "page", "space", "fill", "palette", "ctrl_drop", "menu", "wheel", "pan", "escape"}

// showShortcuts lists every action that has a shortcut, menu by menu, and the
// keys that the board acts on by itself.
func (w *Window) showShortcuts() {
	sheet := &shortcuts{w: w}
	for _, t := range menuTable {
		var lines [][2]string
		for _, id := range t.items {
			if a := w.action(id); a != nil && a.Shortcut != nil {
				lines = append(lines, [2]string{keysOf(a.Shortcut, w.words), w.words.T("action."+a.ID, "App", assets.AppName)})
			}
		}
		sheet.add(t.key, lines)
	}
	var lines [][2]string
	for _, k := range boardKeys {
		lines = append(lines, [2]string{w.words.T("keys." + k + ".keys"), w.words.T("keys." + k)})
	}
	sheet.add("shortcuts.board", lines)

	content := container.New(layout.NewCustomPaddedLayout(2, 2, 2, 14), container.New(columns{gap: 28}, sheet.groups...)) // clear of the scroll bar
	wide := min(theme.Scaled(820), w.win.Canvas().Size().Width-80)
	content.Resize(fyne.NewSize(wide, 0)) // its height follows from its width
	content.Resize(fyne.NewSize(wide, content.MinSize().Height))
	scroll := container.NewVScroll(content)
	scroll.SetMinSize(fyne.NewSize(wide, min(w.win.Canvas().Size().Height-theme.Scaled(180), content.MinSize().Height)))
	w.tell(w.words.T("shortcuts.title"), scroll, 0)
}

// shortcuts is the sheet that lists them, group by group.
type shortcuts struct {
	w      *Window
	groups []fyne.CanvasObject
	caps   float32 // the width of the widest keys
}

// add lists keys, and what they do, under a heading; no lines are no group.
func (s *shortcuts) add(heading string, lines [][2]string) {
	if len(lines) == 0 {
		return
	}
	group := container.New(layout.NewCustomPaddedVBoxLayout(3), kit.Heading(strings.ToUpper(s.w.words.T(heading)), s.w.look))
	for _, l := range lines {
		keys := kit.Text(l[0], s.w.look.Ink, true)
		keys.TextSize--
		box := container.NewHBox(kit.Box(keys, s.w.look.Bar, s.w.look.Line, 3))
		s.caps = max(s.caps, box.MinSize().Width)
		group.Add(container.New(&keyLine{s}, box, wrapped(l[1])))
	}
	s.groups = append(s.groups, kit.Inset(group, 0, 6))
}

// keyLine sets keys and what they do side by side, so that the latter stand in
// one column down the whole sheet.
type keyLine struct{ sheet *shortcuts }

func (l *keyLine) MinSize(o []fyne.CanvasObject) fyne.Size {
	what := o[1].MinSize()
	return fyne.NewSize(l.sheet.caps+10+what.Width, max(o[0].MinSize().Height, what.Height))
}

func (l *keyLine) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(o[0].MinSize())
	o[0].Move(fyne.NewPos(0, 0))
	// Wrapped text knows its height only once it has its width.
	wide := size.Width - l.sheet.caps - 10
	o[1].Resize(fyne.NewSize(wide, o[1].MinSize().Height))
	o[1].Resize(fyne.NewSize(wide, o[1].MinSize().Height))
	o[1].Move(fyne.NewPos(l.sheet.caps+10, max(0, o[0].MinSize().Height-o[1].MinSize().Height)/2))
}

// columns lays objects out in two columns, in their order.
type columns struct{ gap float32 }

// split is how many objects stand in the first column for the two to be the
// least high, and that height.
func (columns) split(objects []fyne.CanvasObject) (at int, high float32) {
	var second float32
	for _, o := range objects {
		second += o.MinSize().Height
	}
	var first float32
	high = second
	for i, o := range objects {
		first += o.MinSize().Height
		second -= o.MinSize().Height
		if h := max(first, second); h < high {
			at, high = i+1, h
		}
	}
	return at, high
}

func (c columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var wide float32
	for _, o := range objects {
		wide = max(wide, o.MinSize().Width)
	}
	_, high := c.split(objects)
	return fyne.NewSize(2*wide+c.gap, high)
}

func (c columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	wide := (size.Width - c.gap) / 2
	for _, o := range objects {
		o.Resize(fyne.NewSize(wide, o.MinSize().Height)) // wrapped, its height may be another then
	}
	at, _ := c.split(objects)
	var x, y float32
	for i, o := range objects {
		if i == at {
			x, y = wide+c.gap, 0
		}
		high := o.MinSize().Height
		o.Resize(fyne.NewSize(wide, high))
		o.Move(fyne.NewPos(x, y))
		y += high
	}
}
