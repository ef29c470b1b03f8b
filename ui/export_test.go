package ui

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ninefold/export"
	"ninefold/export/handout"
	"ninefold/export/scene"
	"ninefold/ui/sharing"
	"ninefold/ui/uitest"
)

// handed replaces how things are handed to other programs during a test.
func handed(t *testing.T, printed func(string) error, picture func([]byte) error) {
	t.Helper()
	p, c := printFile, copyImage
	printFile, copyImage = printed, picture
	t.Cleanup(func() { printFile, copyImage = p, c })
}

func TestTheExportFormShowsWhatWillComeOut(t *testing.T) {
	_, w, _ := openSample(t)
	e := w.newExportForm("")
	e.open("export_form.title", answer{key: "button.cancel", escape: true}, answer{key: "button.export", primary: true})
	picture := func() (wide, high int) {
		size := e.preview.picture.Image.Bounds().Size()
		return size.X, size.Y
	}
	if x, y := picture(); x <= y || !strings.Contains(said(w), w.words.T("export_form.page_of", "Page", 1, "Pages", len(e.preview.pages))) {
		t.Errorf("a page lying is shown as %d by %d, with %q", x, y, said(w))
	}
	e.way.list.SetSelectedIndex(1)
	if x, y := picture(); x >= y {
		t.Errorf("a page standing is shown as %d by %d", x, y)
	}
	e.way.list.SetSelectedIndex(0)

	// Spread over smaller sheets there are more pages, to be turned.
	e.paper.list.SetSelectedIndex(slices.Index(e.paper.ids, "a2"))
	whole := len(e.preview.pages)
	e.tile.list.SetSelectedIndex(slices.Index(e.tile.ids, "a4"))
	if len(e.preview.pages) <= whole {
		t.Fatalf("spread over sheets there are %d pages, in whole %d", len(e.preview.pages), whole)
	}
	e.preview.next.Tapped(nil)
	if e.preview.at != 1 || !strings.Contains(said(w), w.words.T("export_form.page_of", "Page", 2, "Pages", len(e.preview.pages))) {
		t.Errorf("page %d is shown, with %q", e.preview.at+1, said(w))
	}
	e.preview.back.Tapped(nil)
	e.preview.back.Tapped(nil) // there is none before
	if e.preview.at != 0 {
		t.Errorf("page %d is shown", e.preview.at+1)
	}

	// A workbook has no pages to choose and none to be seen.
	e.format.list.SetSelectedIndex(slices.Index(e.format.ids, "xlsx"))
	if e.ticks.Visible() || e.preview.picture.Visible() || !strings.Contains(said(w), w.words.T("export_form.workbook")) {
		t.Errorf("of a workbook it says %q", said(w))
	}
	e.format.list.SetSelectedIndex(slices.Index(e.format.ids, "png"))
	if !e.preview.picture.Visible() || len(e.preview.pages) != len(e.kinds()) {
		t.Errorf("%d pictures are shown of %d pages", len(e.preview.pages), len(e.kinds()))
	}
	for _, c := range e.pages {
		c.SetChecked(false)
	}
	if !strings.Contains(said(w), w.words.T("export_form.no_page")) {
		t.Errorf("with no page it says %q", said(w))
	}
	uitest.New(t, w.win).Key(fyne.KeyEscape)
	wantQuiet(t, w)
}

func TestThePreviewDrawsOnlyWhatWasChosenLast(t *testing.T) {
	a, w, _ := openSample(t)
	var disk slowDisk
	a.beside = disk.start
	e := w.newExportForm(export.PDF)
	e.open("export_form.title", answer{key: "button.export", primary: true})
	e.way.list.SetSelectedIndex(1)
	e.way.list.SetSelectedIndex(0)
	e.way.list.SetSelectedIndex(1)
	turns := 0
	for disk.turn() {
		turns++
	}
	if turns != 2 {
		t.Errorf("it was drawn %d times", turns)
	}
	if size := e.preview.picture.Image.Bounds().Size(); size.X >= size.Y {
		t.Errorf("shown is a page of %v", size)
	}
}

func TestWhatWasChosenIsRemembered(t *testing.T) {
	a, w, path := openSample(t)
	r := uitest.New(t, w.win)
	w.Run("file_export")
	e := w.newExportForm("")
	w.win.Canvas().Overlays().Top().Hide()
	e.open("export_form.title", answer{key: "button.export", primary: true, do: func() { e.take(w.askExportFile) }})
	e.mode.list.SetSelectedIndex(slices.Index(e.mode.ids, string(scene.Greyscale)))
	e.paper.list.SetSelectedIndex(slices.Index(e.paper.ids, "letter"))
	e.language.list.SetSelectedIndex(slices.Index(e.language.ids, "it"))
	folder := t.TempDir()
	e.pop.Buttons[0].Tapped(nil)
	r.Type(filepath.Join(folder, "out"))
	r.Key(fyne.KeyReturn)
	if _, err := os.Stat(filepath.Join(folder, "out.pdf")); err != nil {
		t.Fatal(err)
	}
	got := w.newExportForm("").plan()
	if got.options.Mode != scene.Greyscale || got.options.Paper.ID != "letter" || got.options.Words.Lang() != "it" || got.format != export.PDF {
		t.Errorf("the form begins with %+v", got.options)
	}
	if a.settings.Export.Folder != folder || w.folder() != filepath.Dir(path) {
		t.Errorf("exports go to %q, projects to %q", a.settings.Export.Folder, w.folder())
	}
}

func TestEachPageIsAPictureOfItsOwn(t *testing.T) {
	_, w, _ := openSample(t)
	folder := t.TempDir()
	out := filepath.Join(folder, "out.png")
	e := w.newExportForm(export.PNG)
	if got := e.kinds(); !slices.Equal(got, []handout.Kind{handout.Canvas}) {
		t.Errorf("the first picture is of %q", got)
	}
	p := e.plan()
	p.options.Pages = []handout.Kind{handout.Canvas, handout.Kinds()[1]}
	w.askReplace(p, out)
	wantQuiet(t, w)
	one := filepath.Join(folder, "out-"+string(handout.Canvas)+".png")
	data, err := os.ReadFile(one)
	if err != nil || !bytes.HasPrefix(data, []byte("\x89PNG")) {
		t.Fatalf("%.8q, %v", data, err)
	}
	write(t, one, []byte("precious"))
	w.askReplace(p, out)
	wantSaid(t, w, w.words.T("dialog.replace.title"), filepath.Base(one))
	w.answer(t, "button.cancel")
	if data, err := os.ReadFile(one); err != nil || string(data) != "precious" {
		t.Errorf("it holds %.8q, %v", data, err)
	}
}

func TestALongExportCanBeStopped(t *testing.T) {
	a, w, _ := openSample(t)
	var disk slowDisk
	a.exports.start = disk.start
	out := filepath.Join(t.TempDir(), "out.pdf")
	w.exportTo(w.newExportForm(export.PDF).plan(), out)
	if got := words(w.status.object); !strings.Contains(got, w.words.T("export_form.writing", "Name", "out.pdf")) {
		t.Errorf("the status bar says %q", got)
	}
	edit(t, w, "meanwhile")
	if got := words(w.status.object); !strings.Contains(got, w.words.T("export_form.writing", "Name", "out.pdf")) {
		t.Errorf("after an edit the status bar says %q", got)
	}
	w.status.stop.Tapped(nil)
	disk.turn()
	if _, err := os.Stat(out); err == nil {
		t.Error("it was written all the same")
	}
	if got := words(w.status.object); !strings.Contains(got, w.words.T("export_form.cancelled")) || w.status.stop.Visible() {
		t.Errorf("the status bar says %q", got)
	}
	wantQuiet(t, w)
}

func TestPrintHandsThePagesOver(t *testing.T) {
	a, w, _ := openSample(t)
	var path string
	var data []byte
	handed(t, func(p string) (err error) { path = p; data, err = os.ReadFile(p); return err }, nil)
	w.Run("file_print")
	wantSaid(t, w, w.words.T("export_form.print"))
	w.answer(t, "button.print")
	wantQuiet(t, w)
	if !bytes.HasPrefix(data, []byte("%PDF")) {
		t.Errorf("handed over is %.20q", data)
	}
	if got := words(w.status.object); !strings.Contains(got, w.words.T("export_form.printing", "Name", filepath.Base(path))) {
		t.Errorf("the status bar says %q", got)
	}
	a.Quit()
	if _, err := os.Stat(path); err == nil {
		t.Error("the file stays behind")
	}
}

func TestAPictureGoesIntoTheClipboard(t *testing.T) {
	_, w, _ := openSample(t)
	var data []byte
	handed(t, nil, func(png []byte) error { data = png; return nil })
	w.Run("edit_copy_picture")
	wantQuiet(t, w)
	if m, err := png.Decode(bytes.NewReader(data)); err != nil || m.Bounds().Dx() < 1000 {
		t.Errorf("copied are %d bytes, %v", len(data), err)
	}
	if got := words(w.status.object); !strings.Contains(got, w.words.T("export_form.copied")) {
		t.Errorf("the status bar says %q", got)
	}
}

func TestWhatCannotBeHandedOverIsExplained(t *testing.T) {
	_, w, _ := openSample(t)
	handed(t,
		func(string) error { return &sharing.ToolError{Tool: "xdg-open", Says: "no viewer", Err: os.ErrInvalid} },
		func([]byte) error { return &sharing.NoToolError{Tools: []string{"wl-copy", "xclip"}} })
	w.Run("edit_copy_picture")
	wantSaid(t, w, w.words.T("error.copy.title"), "wl-copy, xclip")
	w.answer(t, "button.ok")
	w.Run("file_print")
	w.answer(t, "button.print")
	wantSaid(t, w, w.words.T("error.print.title"), "xdg-open", "no viewer")
}

func TestEscapeLeavesTheExportFormFromEverywhere(t *testing.T) {
	_, w, _ := openSample(t)
	r := uitest.New(t, w.win)
	for tabs := range 14 {
		w.Run("file_export")
		for range tabs {
			r.Key(fyne.KeyTab)
		}
		r.Key(fyne.KeyEscape)
		if said(w) != "" {
			t.Fatalf("after %d tabs Escape does nothing on %T", tabs, w.win.Canvas().Focused())
		}
	}
}
