package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"ninefold/assets"
	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/file"
	"ninefold/canvas/store"
	"ninefold/ui/uitest"
)

// Files are waited for, however slow the machine is.
func TestMain(m *testing.M) {
	patience = time.Hour
	os.Exit(m.Run())
}

// atOnce carries a queue's work out where it is given, as if the disk took no
// time.
func atOnce(work, done func()) {
	work()
	done()
}

// A slowDisk carries a queue's work out only when it is told to.
type slowDisk struct{ work, done []func() }

func (d *slowDisk) start(work, done func()) {
	d.work, d.done = append(d.work, work), append(d.done, done)
}

// turn carries out one piece; false means that there is none.
func (d *slowDisk) turn() bool {
	if len(d.work) == 0 {
		return false
	}
	work, done := d.work[0], d.done[0]
	d.work, d.done = d.work[1:], d.done[1:]
	work()
	done()
	return true
}

// newApp starts the program without a display.
func newApp(t *testing.T, o Options) *App {
	t.Helper()
	if o.Settings == "" {
		o.Settings = filepath.Join(t.TempDir(), "settings.json")
	}
	if o.Language == "" {
		o.Language = "en"
	}
	a := New(test.NewTempApp(t), o)
	a.saves.start, a.exports.start, a.looks.start, a.beside = atOnce, atOnce, atOnce, atOnce
	t.Cleanup(a.keeper.Flush) // else it writes, and may complain, while the next test runs
	return a
}

// sample writes the sample project to a file of its own.
func sample(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "volta.ninefold.json")
	write(t, path, assets.Sample("en"))
	return path
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

func load(t *testing.T, path string) *canvas.Project {
	t.Helper()
	p, _, err := store.Load(path)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// openSample starts the program on the sample and returns its one window.
func openSample(t *testing.T) (a *App, w *Window, path string) {
	t.Helper()
	path = sample(t)
	a = newApp(t, Options{Files: []string{path}})
	if len(a.windows) != 1 {
		t.Fatalf("there are %d windows", len(a.windows))
	}
	return a, a.windows[0], path
}

// said is all that the topmost dialog shows; empty where there is none.
func said(w *Window) string {
	top := w.win.Canvas().Overlays().Top()
	if top == nil {
		return ""
	}
	return words(top)
}

func words(o fyne.CanvasObject) string {
	var texts []string
	for _, part := range test.LaidOutObjects(o) {
		if text, ok := part.(*fynecanvas.Text); ok && text.Text != "" {
			texts = append(texts, text.Text)
		}
	}
	return strings.Join(strings.Fields(strings.Join(texts, " ")), " ")
}

// wantSaid fails unless the topmost dialog shows the texts.
func wantSaid(t *testing.T, w *Window, texts ...string) {
	t.Helper()
	got := said(w)
	for _, text := range texts {
		if !strings.Contains(got, strings.Join(strings.Fields(text), " ")) {
			t.Errorf("the dialog says %q, want %q", got, text)
		}
	}
}

func wantQuiet(t *testing.T, w *Window) {
	t.Helper()
	if s := said(w); s != "" {
		t.Fatalf("a dialog says %q", s)
	}
}

// answer taps a button of the question that is open.
func (w *Window) answer(t *testing.T, key string) {
	t.Helper()
	if len(w.asked) == 0 || w.asked[len(w.asked)-1].buttons[key] == nil {
		t.Fatalf("no question has the answer %s; it says %q", key, said(w))
	}
	w.asked[len(w.asked)-1].buttons[key].Tapped(nil)
}

// edit makes a step in the document.
func edit(t *testing.T, w *Window, text string) {
	t.Helper()
	err := w.doc.Do("edit.add", func(p *canvas.Project) (*canvas.Project, error) {
		next, _, err := canvas.AddNote(p, canvas.Note{Text: text}, canvas.Channels, canvas.AtEnd)
		return next, err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func hasNote(p *canvas.Project, text string) bool {
	for n := range p.Notes() {
		if n.Text == text {
			return true
		}
	}
	return false
}

func TestAFileOpensInOneWindowOnly(t *testing.T) {
	a, w, path := openSample(t)
	if !a.Open(path) || len(a.windows) != 1 {
		t.Errorf("there are %d windows", len(a.windows))
	}
	link := filepath.Join(t.TempDir(), "link.ninefold.json")
	if err := os.Link(path, link); err != nil {
		t.Fatal(err)
	}
	if !a.Open(link) || len(a.windows) != 1 {
		t.Errorf("by another path it has another window: there are %d", len(a.windows))
	}
	a.Open(sample(t))
	if len(a.windows) != 2 || a.windows[0] != w {
		t.Errorf("another file of the same name has no window: there are %d", len(a.windows))
	}
}

func TestAnUntouchedWindowIsReused(t *testing.T) {
	a := newApp(t, Options{})
	if len(a.windows) != 1 {
		t.Fatalf("there are %d windows at the start", len(a.windows))
	}
	a.Open(sample(t))
	if len(a.windows) != 1 {
		t.Errorf("the empty window was not reused: there are %d", len(a.windows))
	}
	a.NewCanvas()
	edit(t, a.windows[1], "mine")
	a.Open(sample(t))
	if len(a.windows) != 3 || !hasNote(a.windows[1].doc.Project(), "mine") {
		t.Errorf("a canvas that was worked on gave way: there are %d windows", len(a.windows))
	}
}

func TestDroppedFilesDoNotReplaceWhatADialogIsAbout(t *testing.T) {
	a := newApp(t, Options{})
	a.windows[0].Run("file_save_as")
	a.Open(sample(t))
	if len(a.windows) != 2 || a.windows[0].doc.Project().Len() != 0 {
		t.Error("the canvas that was to be saved is another one now")
	}
}

func TestRecentFiles(t *testing.T) {
	settings := filepath.Join(t.TempDir(), "settings.json")
	one, two := sample(t), sample(t)
	a := newApp(t, Options{Settings: settings, Files: []string{one, two}})
	menu := func(w *Window) []*fyne.MenuItem {
		for _, item := range w.win.MainMenu().Items[0].Items {
			if item.Label == w.words.T("action.file_recent") {
				return item.ChildMenu.Items
			}
		}
		return nil
	}
	// A line and the way to clear the list stand below the files.
	recent := func(w *Window) []*fyne.MenuItem { return menu(w)[:len(menu(w))-2] }
	clearing := func(w *Window) *fyne.MenuItem { return menu(w)[len(menu(w))-1] }
	for i, w := range a.windows {
		if got := recent(w); len(got) != 2 || !strings.Contains(got[0].Label, filepath.Base(filepath.Dir(two))) {
			t.Errorf("window %d offers %d recent files", i, len(got))
		}
	}

	// They survive a restart; one that is gone is explained and forgotten.
	if err := os.Remove(two); err != nil {
		t.Fatal(err)
	}
	a = newApp(t, Options{Settings: settings})
	w := a.windows[0]
	recent(w)[0].Action()
	wantSaid(t, w, w.words.T("error.not_found", "Name", filepath.Base(two)))
	w.answer(t, "button.ok")
	if got := recent(w); len(got) != 1 {
		t.Errorf("%d recent files are offered", len(got))
	}
	recent(w)[0].Action()
	if w.doc.Path() != one {
		t.Errorf("the window shows %q", w.doc.Path())
	}

	clearing(w).Action()
	if got := recent(w); len(got) != 0 || len(a.settings.Recent) != 0 {
		t.Errorf("%d recent files are offered after they were cleared", len(got))
	}
}

func TestFilesAtTheStart(t *testing.T) {
	bad := filepath.Join(t.TempDir(), "bad.json")
	write(t, bad, []byte("no"))
	a := newApp(t, Options{Files: []string{bad, sample(t), filepath.Join(t.TempDir(), "gone.json")}})
	if len(a.windows) != 1 {
		t.Fatalf("there are %d windows, want that of the one good file", len(a.windows))
	}
	w := a.windows[0]
	wantSaid(t, w, w.words.T("error.not_found", "Name", "gone.json"))
	w.answer(t, "button.ok")
	wantSaid(t, w, w.words.T("error.not_project", "Name", "bad.json"))
	w.answer(t, "button.ok")
	wantQuiet(t, w)
}

func TestLanguageAndThemeChangeUnderAnOpenDocument(t *testing.T) {
	a, w, _ := openSample(t)
	edit(t, w, "new")
	w.Run("view_relationships")
	note := w.doc.Project().Block(canvas.CustomerRelationships)[0]
	w.doc.Select(note.ID)
	before := w.doc.Project()
	for range 3 {
		for _, l := range locale.Langs() {
			a.SetLanguage(l)
			if got, want := w.win.MainMenu().Items[0].Label, locale.Of(l).T("menu.file"); got != want {
				t.Errorf("%s: the first menu is %q, want %q", l, got, want)
			}
			if got := w.title(w.action("edit_undo")); !strings.Contains(got, locale.Of(l).T("edit.add")) {
				t.Errorf("%s: undo is called %q", l, got)
			}
		}
		for _, theme := range []string{"dark", "light"} {
			a.SetTheme(theme)
			if w.look.Dark != (theme == "dark") {
				t.Errorf("the window is not %s", theme)
			}
		}
	}
	if w.doc.Project() != before || !w.doc.IsSelected(note.ID) || w.view != viewRelationships {
		t.Error("the document, the selection or the view has changed")
	}
	w.Run("edit_undo")
	if hasNote(w.doc.Project(), "new") {
		t.Error("undo did nothing")
	}
}

func TestTypedTextSurvivesAChangeOfLanguage(t *testing.T) {
	a, w, _ := openSample(t)
	r := uitest.New(t, w.win)
	w.Run("insert_note")
	r.Type("half a thought")
	a.SetLanguage("it")
	if !hasNote(w.doc.Project(), "half a thought") {
		t.Error("what was being typed is gone")
	}
	if !w.win.Canvas().Focused().(interface{ AcceptsTab() bool }).AcceptsTab() {
		t.Error("the board does not have the focus")
	}
}

func TestSettingsSurviveARestart(t *testing.T) {
	settings := filepath.Join(t.TempDir(), "deep", "settings.json")
	a := newApp(t, Options{Settings: settings})
	a.SetLanguage("pt")
	a.SetTheme("dark")
	w := a.windows[0]
	w.win.Resize(fyne.NewSize(1111, 777))
	w.Run("view_relationships")
	w.Run("file_close")
	if len(a.windows) != 0 {
		t.Fatal("the window did not close")
	}
	b := New(test.NewTempApp(t), Options{Settings: settings})
	w = b.windows[0]
	if w.words.Lang() != "pt" || !w.look.Dark || w.view != viewRelationships {
		t.Errorf("it begins in %s, dark: %v, view %s", w.words.Lang(), w.look.Dark, w.view)
	}
	if got := w.win.Canvas().Size(); got != fyne.NewSize(1111, 777) {
		t.Errorf("the window is %v", got)
	}

	write(t, settings, []byte(`{"language": 7, "theme": `))
	c := New(test.NewTempApp(t), Options{Settings: settings})
	if len(c.windows) != 1 || c.settings.Theme != "" {
		t.Error("damaged settings are not those of a first start")
	}
}

func TestTheSampleComesInTheUsersLanguage(t *testing.T) {
	for _, l := range locale.Langs() {
		a := newApp(t, Options{Language: l, Sample: true})
		w := a.windows[0]
		want, _, err := file.Decode(assets.Sample(string(l)))
		if err != nil {
			t.Fatal(err)
		}
		if w.doc.Path() != "" || w.doc.Project().Head().Title != want.Head().Title {
			t.Errorf("%s: the window shows %q", l, w.doc.Project().Head().Title)
		}
	}
}
