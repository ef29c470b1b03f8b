package ui

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/costing"
	"ninefold/export"
	"ninefold/export/handout"
	"ninefold/export/scene"
	"ninefold/ui/kit"
	"ninefold/ui/theme"
)

// formWidth is that of the choices beside the preview, at the usual size of text.
const formWidth = 320

// An exportForm is where the user says how the project is to leave the window,
// and sees what will come out.
type exportForm struct {
	w       *Window
	project *canvas.Project
	pop     *kit.Popup
	rows    *fyne.Container
	shown   map[*choice][]fyne.CanvasObject // what the form has of each choice
	ticks   fyne.CanvasObject               // those of the pages
	preview *preview

	format, paper, way, mode, tile, scenario, language *choice
	pages                                              []*kit.Check // as allKinds has them
	questions                                          *kit.Check   // on a blank canvas
	pictured                                           bool         // the ticks are those of pictures
}

// askExport has a form filled in and then writes the document in a format; the
// one that the form begins with is the given one or else that of last time.
func (w *Window) askExport(f export.Format) {
	e := w.newExportForm(f)
	e.open("export_form.title",
		answer{key: "button.cancel", escape: true},
		answer{key: "button.print", do: func() { e.take(w.print) }},
		answer{key: "button.export", primary: true, do: func() { e.take(w.askExportFile) }})
}

// askPrint has the same form filled in for paper.
func (w *Window) askPrint() {
	e := w.newExportForm(export.PDF)
	e.show(e.format, false)
	e.open("export_form.print",
		answer{key: "button.cancel", escape: true},
		answer{key: "button.print", primary: true, do: func() { e.take(w.print) }})
}

func (w *Window) newExportForm(f export.Format) *exportForm {
	e := &exportForm{w: w, project: w.doc.Project(), rows: container.New(layout.NewFormLayout()), shown: map[*choice][]fyne.CanvasObject{}}
	e.preview = newPreview(w, e.plan)
	last := w.app.settings.Export

	var formats, names []string
	for _, f := range export.Formats() {
		formats, names = append(formats, string(f)), append(names, w.words.T("export_form.format."+string(f)))
	}
	e.format = e.choice("export_form.format", formats, names, cmp.Or(string(f), last.Format))
	e.addPages()

	sizes, papers := allPapers()
	e.paper = e.choice("export_form.paper", sizes, papers, w.app.paper().ID)
	e.way = e.choice("export_form.way", []string{"landscape", "portrait"}, w.each("export_form.landscape", "export_form.portrait"), wayOf(last.Portrait))
	var modes []string
	names = nil
	for _, m := range scene.Modes() {
		modes, names = append(modes, string(m)), append(names, w.words.T("export_form.mode."+string(m)))
	}
	e.mode = e.choice("export_form.mode", modes, names, last.Mode)
	tiles, sheets := []string{""}, []string{w.words.T("export_form.whole")}
	for k, id := range sizes {
		tiles, sheets = append(tiles, id), append(sheets, w.words.T("export_form.sheets", "Paper", papers[k]))
	}
	e.tile = e.choice("export_form.tile", tiles, sheets, last.Tile)
	var scenarios []string
	names = nil
	for _, s := range costing.Scenarios() {
		scenarios, names = append(scenarios, string(s)), append(names, w.words.T("costs.scenario."+string(s)))
	}
	e.scenario = e.choice("costs.scenario", scenarios, names, string(w.scenario))
	languages, tongues := []string{""}, []string{w.words.T("export_form.as_window")}
	for _, l := range locale.Langs() {
		languages, tongues = append(languages, string(l)), append(tongues, l.Name())
	}
	e.language = e.choice("export_form.language", languages, tongues, last.Language)
	return e
}

func wayOf(portrait bool) string {
	if portrait {
		return "portrait"
	}
	return "landscape"
}

// open shows the form.
func (e *exportForm) open(title string, answers ...answer) {
	e.fit()
	// The choices scroll where the window is low; the bar lies over their edge.
	side := container.NewVScroll(container.NewBorder(container.NewBorder(nil, nil, nil, kit.Gap(14), e.rows), nil, nil, nil))
	high := max(e.preview.object.MinSize().Height, min(e.rows.MinSize().Height+14, e.w.win.Canvas().Size().Height-theme.Scaled(150)))
	side.SetMinSize(fyne.NewSize(theme.Scaled(formWidth), high))
	body := container.NewBorder(nil, nil, side, nil, kit.Inset(e.preview.object, 10, 0))
	e.pop = e.w.askForm(e.w.words.T(title), body, answers...)
	e.update()
	e.preview.back.OnEscape, e.preview.next.OnEscape = e.leave, e.leave
}

func (e *exportForm) leave() { e.pop.Hide() }

// choice puts a list into the form. Whatever is chosen shows in the preview.
func (e *exportForm) choice(label string, ids, names []string, chosen string) *choice {
	c := newChoice(ids, names, chosen, e.leave)
	c.list.OnChanged = func(string) { e.update() }
	e.shown[c] = e.row(label, kit.Framing(c.list, e.w.look))
	return c
}

// row puts a field with its name into the form.
func (e *exportForm) row(label string, field fyne.CanvasObject) []fyne.CanvasObject {
	name := kit.Text(e.w.words.T(label), e.w.look.Muted, false)
	beside := kit.Inset(kit.Row(0, name, kit.Gap(8)), 0, 8) // beside the first line of the field
	parts := []fyne.CanvasObject{container.NewBorder(beside, nil, nil, nil), field}
	for _, p := range parts {
		e.rows.Add(p)
	}
	return parts
}

// addPages puts a tick for each kind of page into the form, and apart from those
// of the project one for each sheet to fill in by hand.
func (e *exportForm) addPages() {
	tick := func(text string, ticked bool) *kit.Check {
		c := kit.NewCheck(e.w.words.T(text), ticked, e.leave)
		c.OnChanged = func(bool) { e.update() }
		return c
	}
	e.questions = tick("export_form.questions", e.w.app.settings.Export.Questions)
	add := func(label string, kinds []handout.Kind) fyne.CanvasObject {
		box := container.New(layout.NewCustomPaddedVBoxLayout(-4))
		for _, k := range kinds {
			c := tick("export_form.page."+string(k), false)
			e.pages = append(e.pages, c)
			box.Add(c)
			if k == handout.BlankCanvas {
				box.Add(container.NewBorder(nil, nil, kit.Gap(20), nil, e.questions))
			}
		}
		e.shown[nil] = append(e.shown[nil], e.row(label, box)...)
		return box
	}
	e.ticks = add("export_form.pages", handout.Kinds())
	add("export_form.blanks", handout.Blanks())
	e.tick()
}

// allKinds are the kinds of pages that can be ticked.
func allKinds() []handout.Kind { return slices.Concat(handout.Kinds(), handout.Blanks()) }

// tick ticks the pages of last time or else the usual ones: of pictures, since
// each is a file of its own, the canvas alone.
func (e *exportForm) tick() {
	last, usual := e.w.app.settings.Export.Pages, handout.Usual()
	if e.pictured = e.pictures(); e.pictured {
		last, usual = e.w.app.settings.Export.Pictures, []handout.Kind{handout.Canvas}
	}
	if !slices.ContainsFunc(last, func(id string) bool { return handout.Kind(id).Known() }) {
		last = ids(usual)
	}
	for i, k := range allKinds() {
		e.pages[i].Checked = slices.Contains(last, string(k))
		e.pages[i].Refresh()
	}
}

// pictures reports whether each page becomes a file of its own.
func (e *exportForm) pictures() bool {
	f := export.Format(e.format.id())
	return f == export.PNG || f == export.SVG
}

// ids are kinds of pages as the settings keep them.
func ids(kinds []handout.Kind) []string {
	var out []string
	for _, k := range kinds {
		out = append(out, string(k))
	}
	return out
}

// show shows a choice or hides it.
func (e *exportForm) show(c *choice, on bool) {
	for _, o := range e.shown[c] {
		if on {
			o.Show()
		} else {
			o.Hide()
		}
	}
}

// fit shows those choices that a format has.
func (e *exportForm) fit() {
	f := export.Format(e.format.id())
	sheet := f != export.XLSX
	for _, c := range []*choice{nil, e.paper, e.way, e.mode} {
		e.show(c, sheet)
	}
	e.show(e.tile, f == export.PDF)
}

// update brings the form and the preview to what is chosen.
func (e *exportForm) update() {
	if e.pop == nil {
		return // it is being made
	}
	if e.pictures() != e.pictured {
		e.tick()
	}
	e.fit()
	printing := export.Format(e.format.id()) == export.PDF
	ready := len(e.kinds()) > 0 || export.Format(e.format.id()) == export.XLSX
	for i, b := range e.pop.Buttons {
		if i > 0 {
			b.SetEnabled(ready)
		}
	}
	if len(e.pop.Buttons) == 3 {
		e.pop.Buttons[1].SetEnabled(ready && printing)
	}
	if slices.Contains(e.kinds(), handout.BlankCanvas) {
		e.questions.Enable()
	} else {
		e.questions.Disable()
	}
	e.rows.Refresh()
	e.pop.Fit()
	e.preview.update()
}

// kinds are the pages that are ticked.
func (e *exportForm) kinds() []handout.Kind {
	var out []handout.Kind
	for i, k := range allKinds() {
		if e.pages[i].Checked {
			out = append(out, k)
		}
	}
	return out
}

// A plan is what is to be made of a project.
type plan struct {
	project *canvas.Project
	format  export.Format
	options export.Options
}

// plan is what is chosen.
func (e *exportForm) plan() plan {
	words := e.w.words
	if id := e.language.id(); id != "" {
		words = locale.Of(locale.Lang(id))
	}
	p := plan{e.project, export.Format(e.format.id()), export.Options{
		Words: words, Pages: e.kinds(), Portrait: e.way.id() == "portrait", Mode: scene.Mode(e.mode.id()),
		Scenario: costing.Scenario(e.scenario.id()), Questions: e.questions.Checked,
	}}
	p.options.Paper, _ = scene.PaperByID(e.paper.id())
	if p.format == export.PDF {
		p.options.Tile, _ = scene.PaperByID(e.tile.id())
	}
	return p
}

// take remembers what is chosen and goes on with it.
func (e *exportForm) take(next func(plan)) {
	p := e.plan()
	e.pop.Hide()
	s := e.w.app.settings
	s.Paper = e.paper.id()
	x := &s.Export
	x.Format, x.Portrait, x.Mode, x.Tile, x.Language = e.format.id(), p.options.Portrait, e.mode.id(), e.tile.id(), e.language.id()
	x.Questions = e.questions.Checked
	if e.pictured {
		x.Pictures = ids(p.options.Pages)
	} else {
		x.Pages = ids(p.options.Pages)
	}
	s.Save()
	next(p)
}
