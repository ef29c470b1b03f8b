package ui

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"ninefold/assets/locale"
	"ninefold/export"
	"ninefold/export/scene"
	"ninefold/ui/kit"
	"ninefold/ui/settings"
)

// filling is the form of the preferences as it is open in a window.
type filling struct {
	language, theme, text, paper *kit.Select
	author, currency             *kit.Entry
}

// fillIn opens the preferences.
func fillIn(t *testing.T, w *Window) filling {
	t.Helper()
	if !w.Run("file_preferences") {
		t.Fatal("the preferences do not open")
	}
	var lists []*kit.Select
	var entries []*kit.Entry
	for _, o := range test.LaidOutObjects(w.win.Canvas().Overlays().Top()) {
		switch o := o.(type) {
		case *kit.Select:
			lists = append(lists, o)
		case *kit.Entry:
			entries = append(entries, o)
		}
	}
	if len(lists) != 4 || len(entries) != 2 {
		t.Fatalf("the form has %d lists and %d entries", len(lists), len(entries))
	}
	return filling{lists[0], lists[1], lists[2], lists[3], entries[0], entries[1]}
}

func TestPreferencesAreTakenOverAndKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "settings.json")
	a := newApp(t, Options{Settings: path})
	w := a.windows[0]
	f := fillIn(t, w)
	f.language.SetSelected("Português")
	f.theme.SetSelected("Dark")
	f.text.SetSelected("Very large")
	f.paper.SetSelected("A3")
	f.author.SetText("  Ada ")
	f.currency.SetText(" chf")
	w.answer(t, "button.ok")
	wantQuiet(t, w)
	if w.words.Lang() != "pt" || !w.look.Dark || kit.Text("", nil, false).TextSize != 17 {
		t.Errorf("the window speaks %s, is dark: %v, with text of %v", w.words.Lang(), w.look.Dark, kit.Text("", nil, false).TextSize)
	}
	s := settings.Load(path)
	if s.Language != "pt" || s.Theme != settings.ThemeDark || s.Text != settings.TextLarger || s.Paper != "a3" || s.Author != "Ada" || s.Currency != "CHF" {
		t.Errorf("kept are %+v", s)
	}
	edit(t, w, "mine")
	a.NewCanvas()
	if c := a.windows[1].doc.Project().Head().Currency; c != "CHF" {
		t.Errorf("a new canvas counts in %s", c)
	}
	if !hasNote(w.doc.Project(), "mine") || w.doc.UndoName() == "" {
		t.Error("the window lost its document")
	}
	again := fillIn(t, w)
	if again.language.Selected != "Português" || again.theme.Selected != "Escuro" || again.text.Selected != "Muito grande" ||
		again.paper.Selected != "A3" || again.author.Text != "Ada" || again.currency.Text != "CHF" {
		t.Errorf("the form shows %q, %q, %q, %q, %q, %q", again.language.Selected, again.theme.Selected, again.text.Selected,
			again.paper.Selected, again.author.Text, again.currency.Text)
	}
}

func TestPreferencesAreLeftAsTheyWere(t *testing.T) {
	leave := map[string]func(*Window, filling){
		"the button":       func(w *Window, _ filling) { w.answer(t, "button.cancel") },
		"Escape in a list": func(_ *Window, f filling) { f.theme.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) },
		"Escape in a line": func(_ *Window, f filling) { f.author.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) },
	}
	for how, by := range leave {
		path := filepath.Join(t.TempDir(), "settings.json")
		a := newApp(t, Options{Settings: path})
		w := a.windows[0]
		f := fillIn(t, w)
		f.language.SetSelected("Italiano")
		f.theme.SetSelected("Dark")
		f.author.SetText("Ada")
		by(w, f)
		wantQuiet(t, w)
		if w.words.Lang() != "en" || w.look.Dark || a.settings.Author != "" {
			t.Errorf("after %s the window speaks %s, is dark: %v", how, w.words.Lang(), w.look.Dark)
		}
	}
}

func TestALanguageOfThisRunIsNotKeptByThePreferences(t *testing.T) {
	a := newApp(t, Options{Language: "it"})
	w := a.windows[0]
	f := fillIn(t, w)
	f.theme.SetSelected("Scuro")
	w.answer(t, "button.ok")
	if w.words.Lang() != "it" || a.settings.Language != "" {
		t.Errorf("the window speaks %s, kept is %q", w.words.Lang(), a.settings.Language)
	}
}

func TestAWrongCurrencyIsAskedForAgain(t *testing.T) {
	a := newApp(t, Options{})
	w := a.windows[0]
	f := fillIn(t, w)
	f.theme.SetSelected("Dark")
	f.currency.SetText("euro")
	f.currency.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	wantSaid(t, w, "No currency has the code “euro”")
	if w.look.Dark || w.win.Canvas().Focused() != fyne.Focusable(f.currency) {
		t.Error("it was taken over, or is not where one types")
	}
	f.currency.SetText("usd")
	f.currency.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	wantQuiet(t, w)
	if !w.look.Dark || a.currency() != "USD" {
		t.Errorf("new canvases count in %s", a.currency())
	}
}

func TestAnExportHasThePaperOfThePreferences(t *testing.T) {
	a, w, _ := openSample(t)
	f := fillIn(t, w)
	f.paper.SetSelected("Tabloid")
	w.answer(t, "button.ok")
	path := filepath.Join(t.TempDir(), "handout.pdf")
	w.exportTo(w.newExportForm(export.PDF).plan(), path)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(data, []byte("1224.00 792.00")) {
		t.Errorf("the sheet is no %s", a.paper().Name)
	}
}

// Settings may have been written by hand, or by another version.
func TestUnknownPreferencesGiveWay(t *testing.T) {
	path := filepath.Join(t.TempDir(), "settings.json")
	write(t, path, []byte(`{"language": "xx", "theme": "pink", "text": "huge", "paper": "napkin", "currency": "euro"}`))
	a := newApp(t, Options{Settings: path})
	if a.currency() != "EUR" || a.paper() != scene.Papers()[0] || kit.Text("", nil, false).TextSize != 13 {
		t.Errorf("they give %s, %v, text of %v", a.currency(), a.paper(), kit.Text("", nil, false).TextSize)
	}
	f := fillIn(t, a.windows[0])
	if f.language.SelectedIndex() != 0 || f.theme.SelectedIndex() != 0 || f.text.Selected != "Normal" || f.paper.Selected != "A4" {
		t.Errorf("the form shows %q, %q, %q, %q", f.language.Selected, f.theme.Selected, f.text.Selected, f.paper.Selected)
	}
}

// Whatever the size of text, nothing leaves the window or its dialogs, and the
// board stays as large as its zoom says.
func TestLargerTextFitsInEveryLanguage(t *testing.T) {
	for _, lang := range locale.Langs() {
		path := filepath.Join(t.TempDir(), "settings.json")
		write(t, path, []byte(`{"text": "larger", "width": 1280, "height": 800}`))
		a := newApp(t, Options{Settings: path, Language: lang, Sample: true})
		w := a.windows[0]
		if wide := w.win.Content().MinSize().Width; wide > 1280 {
			t.Errorf("%s: the window needs a width of %v", lang, wide)
		}
		for _, id := range []string{"file_preferences", "help_shortcuts", "help_about", "file_open", "file_save_as"} {
			w.Run(id)
			top := w.win.Canvas().Overlays().Top()
			size := w.win.Canvas().Size()
			for _, o := range test.LaidOutObjects(top) {
				text, ok := o.(*fynecanvas.Text)
				if !ok || !text.Visible() {
					continue
				}
				right := fyne.CurrentApp().Driver().AbsolutePositionForObject(text).X + text.MinSize().Width
				if right > size.Width {
					t.Errorf("%s, %s: %q is cut off by %.0f", lang, id, text.Text, right-size.Width)
				}
			}
			if need := top.MinSize(); need.Width > size.Width || need.Height > size.Height {
				t.Errorf("%s, %s: the dialog needs %v", lang, id, need)
			}
			w.win.Canvas().Overlays().Remove(top)
		}
	}
}
