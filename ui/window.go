package ui

import (
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"ninefold/assets"
	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/costing"
	"ninefold/canvas/file"
	"ninefold/export/scene"
	"ninefold/ui/board"
	"ninefold/ui/document"
	"ninefold/ui/inspector"
	"ninefold/ui/kit"
	"ninefold/ui/recovery"
	"ninefold/ui/theme"
)

// The size of a first window.
const firstWidth, firstHeight = 1400, 900

// inspectorWidth is the width of the inspector.
func inspectorWidth(float32) float32 { return theme.Scaled(280) }

// A Window shows one document.
type Window struct {
	app     *App
	win     fyne.Window
	doc     *document.Document
	origin  origin
	slot    *recovery.Slot // where the document is set aside while it is unsaved
	actions []Action

	words    *locale.Words
	look     *scene.Look
	view     string
	shown    []canvas.ID        // the segments that are looked at; none means all
	query    string             // what was looked for last
	zoom     map[string]float64 // of each view; 0 is the natural size
	calm     bool               // what is worth a look is folded away
	details  int                // what stands beside the costs
	scenario costing.Scenario   // that is looked at
	saved    time.Time          // when the document was saved last in this run

	memory *board.Memory // of the boards

	// Built anew whenever language or theme change.
	stop      func() // no longer to follow the document
	main      view
	board     *board.Board         // the view, if it is a board
	rows      *board.Relationships // the surface of board, while it is that one
	costs     *costsView           // the view, if it is that of costs
	inspector *inspector.Inspector
	find      *findBar        // nil while nothing is looked for
	place     *fyne.Container // where the view stands
	side      *fyne.Container // what stands beside it
	frame     *frame
	content   *fyne.Container
	toolbar   *toolbar
	review    *review
	status    *status
	menus     *menus
	asked     []question    // those that are open, the topmost last
	conflicts *conflictForm // asks about two projects that are to be one; nil while none does

	waits   bool       // to be closed, for what is being written
	abandon *kit.Popup // asks whether to go on waiting
	closing bool       // it is being asked what to do with what is not saved
	closed  bool
}

func newWindow(a *App, f *found) *Window {
	w := &Window{app: a, win: a.fyne.NewWindow(assets.AppName), actions: actions(), view: a.settings.View, zoom: map[string]float64{}, scenario: costing.ScenarioBase}
	w.slot = a.keeper.Slot(string(canvas.NewID("window")))
	if !slices.Contains(views, w.view) {
		w.view = viewCanvas
	}
	w.win.SetPadded(false)
	w.win.SetCloseIntercept(w.askClose)
	w.win.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) {
		for _, u := range uris {
			a.Open(u.Path())
		}
	})
	w.open(f)
	w.listenKeys()
	size := fyne.NewSize(firstWidth, firstHeight)
	if a.settings.Width > 0 && a.settings.Height > 0 {
		size = fyne.NewSize(a.settings.Width, a.settings.Height)
	}
	w.win.Resize(size)
	w.win.Show()
	return w
}

// open shows another project in the window.
func (w *Window) open(f *found) {
	w.detach()
	w.main = nil
	w.doc = document.New(f.project, f.path)
	w.doc.Beside(w.app.beside)
	w.doc.OnTyping(w.setAside)
	w.follow(f.origin)
	w.slot.Drop()
	w.shown, w.find = nil, nil
	if w.memory = f.memory; w.memory == nil {
		w.memory = &board.Memory{}
	}
	w.saved = time.Time{}
	w.build()
}

// detach ends the views of the document in their present language and look.
func (w *Window) detach() {
	if w.main == nil {
		return // there are none yet
	}
	w.commit() // while all still listen
	w.stop()
	w.main.Close()
	w.inspector.Close()
}

// untouched reports whether the window shows an empty canvas that nobody has
// worked on.
func (w *Window) untouched() bool {
	return w.doc.Path() == "" && !w.doc.Dirty() && w.doc.Project().Len() == 0 && !w.busy()
}

// busy reports whether a dialog or a menu lies over the window.
func (w *Window) busy() bool { return w.win.Canvas().Overlays().Top() != nil }

// commit keeps what is being typed, on the board or in the inspector.
func (w *Window) commit() {
	w.main.Commit()
	w.inspector.Commit()
}

// build makes the window's content in the language and the look of the app.
func (w *Window) build() {
	w.detach()
	w.main = nil
	w.words, w.look = w.app.words, w.app.look
	w.stop = w.doc.Listen(w.changed)
	before := w.inspector
	w.inspector = inspector.New(w.doc, w.words, w.look, w.try)
	w.inspector.Sign(func() string { return w.app.settings.Author }, func(name string) {
		w.app.settings.Author = name
		w.app.settings.Save()
	})
	w.inspector.Shortcuts(w.runAlias)
	w.inspector.AllCosts(func() { w.show(viewCosts) })
	if before != nil {
		w.inspector.SetFolds(before.Folds())
	}
	w.place = container.NewStack()
	w.toolbar = newToolbar(w)
	w.review = newReview(w)
	w.status = newStatus(w)
	w.menus = newMenus(w)
	if w.find != nil {
		w.find.stop()
		w.find = newFindBar(w)
	}
	w.side = container.NewStack()
	w.frame = &frame{w.toolbar.object, w.place, w.side, w.status.object, inspectorWidth}
	w.content = nil
	w.setView()

	w.listenAliases()
	w.content = container.New(w.frame, w.toolbar.object, w.place, w.side, w.status.object)
	w.win.SetContent(w.content)
	if w.find != nil {
		w.find.attach()
	}
	w.toolbar.update()
	w.status.update()
	w.retitle()
	w.focusView()
}

// changed brings everything up to date that is no view of its own.
func (w *Window) changed(c document.Change) {
	if c.Project() {
		w.applyFilter()
	}
	if w.costs != nil {
		w.costs.changed(c)
	}
	if c.Project() || c.File {
		w.setAside()
	}
	if c.Project() && w.origin.waiting {
		w.origin.waiting = false
		w.checkFile(nil)
	}
	w.toolbar.update()
	w.review.update()
	w.status.update()
	w.menus.update()
	w.retitle()
	w.app.probe.watch(w)
}

// name is what the document is called in titles and questions.
func (w *Window) name() string {
	if t := w.doc.Project().Head().Title; t != "" {
		return t
	}
	if p := w.doc.Path(); p != "" {
		return strings.TrimSuffix(filepath.Base(p), file.Extension)
	}
	return w.words.T("project.untitled")
}

func (w *Window) retitle() {
	mark := ""
	if w.doc.Dirty() {
		mark = "• "
	}
	w.win.SetTitle(mark + w.words.T("window.title", "Project", w.name(), "App", assets.AppName))
}

// rule is a thin line, upright or lying, as long as its place.
func rule(look *scene.Look, width, height float32) fyne.CanvasObject {
	r := fynecanvas.NewRectangle(look.Line)
	r.SetMinSize(fyne.NewSize(width, height))
	return r
}

// frame lays the window out: the toolbar above, the status bar below, the
// inspector or the figures at the right, the view in what remains. The window may be made as
// small as its parts can bear.
type frame struct {
	top, view, side, foot fyne.CanvasObject
	beside                func(window float32) float32 // width of what stands beside the view
}

func (f *frame) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(max(f.top.MinSize().Width, 860), 540)
}

func (f *frame) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	wide := f.beside(size.Width)
	top, foot := f.top.MinSize().Height, f.foot.MinSize().Height
	middle := size.Height - top - foot
	f.top.Resize(fyne.NewSize(size.Width, top))
	f.foot.Resize(fyne.NewSize(size.Width, foot))
	f.foot.Move(fyne.NewPos(0, size.Height-foot))
	f.view.Move(fyne.NewPos(0, top))
	f.view.Resize(fyne.NewSize(size.Width-wide, middle))
	f.side.Move(fyne.NewPos(size.Width-wide, top))
	f.side.Resize(fyne.NewSize(wide, middle))
}

// An answer is one button of a question, with the key of its word.
type answer struct {
	key             string
	do              func()
	primary, escape bool
}

// A question is one that is open.
type question struct {
	text    string
	buttons map[string]*kit.Button // by the keys of the answers
}

// ask puts a question above the window.
func (w *Window) ask(title, text string, answers ...answer) {
	w.askWith(title, text, kit.Message(text), answers...)
}

// askWith puts a question with more to it than a text; the text is what the
// probe tells of it.
func (w *Window) askWith(title, text string, content fyne.CanvasObject, answers ...answer) *kit.Popup {
	pop := kit.Dialog(w.win.Canvas(), w.look, title, content, fyne.NewSize(kit.DialogWidth(), 0), w.answers(answers)...)
	w.asking(pop, title+"\n"+text, answers)
	return pop
}

// askForm has a form filled in, which stays until an answer hides it.
func (w *Window) askForm(title string, content fyne.CanvasObject, answers ...answer) *kit.Popup {
	pop := kit.Form(w.win.Canvas(), w.look, title, content, fyne.NewSize(kit.DialogWidth(), 0), w.answers(answers)...)
	w.asking(pop, title, answers)
	return pop
}

// answers are the buttons of answers, in the user's language.
func (w *Window) answers(all []answer) []kit.Answer {
	var out []kit.Answer
	for _, a := range all {
		out = append(out, kit.Answer{Text: w.words.T(a.key), Do: a.do, Default: a.primary, Escape: a.escape})
	}
	return out
}

// asking keeps in mind that a question is open, until it is gone.
func (w *Window) asking(pop *kit.Popup, text string, answers []answer) {
	q := question{text: text, buttons: map[string]*kit.Button{}}
	for i, a := range answers {
		q.buttons[a.key] = pop.Buttons[i]
	}
	w.asked = append(w.asked, q)
	pop.OnHide(func() {
		w.asked = w.asked[:len(w.asked)-1]
		w.app.probe.watch(w)
	})
	w.app.probe.watch(w)
}

// try says what went wrong with an edit, if anything did.
func (w *Window) try(err error) {
	if err != nil {
		w.report("edit", err, "")
	}
}
