package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/export/scene"
	"ninefold/ui/kit"
	"ninefold/ui/settings"
)

// defaultCurrency is that of a new canvas as long as no other was chosen.
const defaultCurrency = "EUR"

// textSizes are the sizes of the window's text that can be chosen, in
// device-independent pixels. The board has its zoom instead.
var textSizes = map[string]float32{
	settings.TextSmall:  12,
	settings.TextNormal: 13,
	settings.TextLarge:  15,
	settings.TextLarger: 17,
}

// currency is that of a new canvas.
func (a *App) currency() string {
	if c := a.settings.Currency; c != "" && wrongCurrency(c) == nil {
		return c
	}
	return defaultCurrency
}

// wrongCurrency is what is wrong with a currency's code; nil means nothing.
func wrongCurrency(code string) *canvas.Problem {
	for _, p := range canvas.Validate(canvas.Head{Currency: code}, nil) {
		if p.Path == "currency" {
			return &p
		}
	}
	return nil
}

// paper is the size of sheet of handouts.
func (a *App) paper() scene.Paper {
	if p, known := scene.PaperByID(a.settings.Paper); known {
		return p
	}
	return scene.Papers()[0]
}

// prefer takes over changed settings, in all windows and for good.
func (a *App) prefer(change func(*settings.Settings)) {
	before := *a.settings
	change(a.settings)
	s := a.settings
	if s.Language != before.Language {
		a.language = "" // of this run
	}
	if s.Language == before.Language && s.Theme == before.Theme && s.Text == before.Text && s.Author == before.Author {
		s.Save() // nothing that is seen in a window
		return
	}
	a.redress()
}

// allPapers are the ids and the names of the sizes of sheets.
func allPapers() (ids, names []string) {
	for _, p := range scene.Papers() {
		ids, names = append(ids, p.ID), append(names, p.Name)
	}
	return ids, names
}

// A choice is what one of the lists in the preferences offers.
type choice struct {
	ids  []string // as the settings keep them
	list *kit.Select
}

// newChoice is a list on which what is chosen is marked; if that is not offered,
// it is taken for the one with no id or else for the first.
func newChoice(ids, names []string, chosen string, leave func()) *choice {
	at := slices.Index(ids, chosen)
	if at < 0 {
		at = max(slices.Index(ids, ""), 0)
	}
	return &choice{ids: ids, list: kit.NewSelect(names, at, leave)}
}

// id is what was chosen.
func (c *choice) id() string { return c.ids[c.list.SelectedIndex()] }

// A preferences form is what the user chooses once for all canvases.
type preferences struct {
	w    *Window
	form *fyne.Container
	pop  *kit.Popup

	language, theme, text, paper *choice
	author, currency             *kit.Entry
	wrong                        *kit.Complaint // about the currency
}

// askPreferences shows the preferences. They take effect when the form is
// confirmed: language and theme make the whole window anew, which the form
// would not survive.
func (w *Window) askPreferences() {
	p := &preferences{w: w, form: container.New(layout.NewFormLayout())}
	s := w.app.settings

	languages, names := []string{""}, []string{w.words.T("action.view_theme_system")}
	for _, l := range locale.Langs() {
		languages, names = append(languages, string(l)), append(names, l.Name())
	}
	p.language = p.choice("action.view_language", languages, names, s.Language)
	p.theme = p.choice("action.view_theme", []string{settings.ThemeSystem, settings.ThemeLight, settings.ThemeDark},
		w.each("action.view_theme_system", "action.view_theme_light", "action.view_theme_dark"), s.Theme)
	p.text = p.choice("prefs.text", []string{settings.TextSmall, settings.TextNormal, settings.TextLarge, settings.TextLarger},
		w.each("prefs.text_small", "prefs.text_normal", "prefs.text_large", "prefs.text_larger"), s.Text)
	p.author = p.entry("prefs.author", s.Author)
	p.currency = p.entry("prefs.currency", w.app.currency())
	p.currency.SetPlaceHolder(defaultCurrency)
	ids, papers := allPapers()
	p.paper = p.choice("prefs.paper", ids, papers, w.app.paper().ID)

	p.wrong = kit.NewComplaint()
	p.currency.OnChanged = func(string) { p.wrong.Say("", p.pop) }

	p.pop = w.askForm(w.words.T("prefs.title"), container.NewVBox(p.form, p.wrong.Box),
		answer{key: "button.cancel", escape: true},
		answer{key: "button.ok", primary: true, do: p.confirm})
	w.win.Canvas().Focus(p.language.list)
}

// each is a word for each of several keys.
func (w *Window) each(keys ...string) []string {
	var out []string
	for _, key := range keys {
		out = append(out, w.words.T(key))
	}
	return out
}

// choice puts a list into the form.
func (p *preferences) choice(label string, ids, names []string, chosen string) *choice {
	c := newChoice(ids, names, chosen, p.leave)
	p.add(label, kit.Framing(c.list, p.w.look))
	return c
}

// entry puts a line to type into the form.
func (p *preferences) entry(label, text string) *kit.Entry {
	e := kit.NewEntry(p.confirm, p.leave)
	e.SetText(text)
	p.add(label, e)
	return e
}

func (p *preferences) add(label string, field fyne.CanvasObject) {
	name := kit.Text(p.w.words.T(label), p.w.look.Muted, false)
	p.form.Add(container.NewBorder(nil, nil, kit.Row(0, name, kit.Gap(8)), nil))
	p.form.Add(field)
}

func (p *preferences) leave() { p.pop.Hide() }

// confirm takes over what was chosen, unless something is wrong with it.
func (p *preferences) confirm() {
	currency := strings.ToUpper(strings.TrimSpace(p.currency.Text))
	if currency == "" {
		currency = defaultCurrency
	}
	if wrong := wrongCurrency(currency); wrong != nil {
		p.wrong.Say(problemText(p.w.words, wrong.Code, p.currency.Text), p.pop)
		p.w.win.Canvas().Focus(p.currency)
		return
	}
	p.pop.Hide()
	p.w.app.prefer(func(s *settings.Settings) {
		s.Language, s.Theme, s.Text, s.Paper = p.language.id(), p.theme.id(), p.text.id(), p.paper.id()
		s.Author = strings.TrimSpace(strings.ToValidUTF8(p.author.Text, "\uFFFD"))
		s.Currency = currency
	})
}
