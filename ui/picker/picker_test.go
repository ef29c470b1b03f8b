package picker

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"ninefold/assets/locale"
	"ninefold/export/scene"
	"ninefold/ui/kit"
	"ninefold/ui/uitest"
)

// A bench is a window in which something is to be chosen.
type bench struct {
	*uitest.Robot
	t      *testing.T
	window fyne.Window
	folder string
	chosen []string
}

func newBench(t *testing.T) *bench {
	t.Helper()
	test.NewTempApp(t)
	b := &bench{t: t, folder: t.TempDir(), window: test.NewTempWindow(t, widget.NewEntry())}
	b.window.Resize(fyne.NewSize(900, 700))
	b.Robot = uitest.New(t, b.window)
	for _, name := range []string{"a.ninefold.json", "b.bmml", filepath.Join("deep", "c.ninefold.json")} {
		path := filepath.Join(b.folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return b
}

func (b *bench) open() {
	Open(b.window, locale.Of("en"), scene.Light(), Request{
		Title: "Open", Folder: b.folder,
		Filters: []Filter{
			{Label: "all", Suffixes: []string{".ninefold.json", ".bmml"}},
			{Label: "models", Suffixes: []string{".bmml"}},
		},
	}, func(path string) { b.chosen = append(b.chosen, path) })
}

func (b *bench) save(name string) {
	Save(b.window, locale.Of("en"), scene.Light(), Request{Title: "Save", Folder: b.folder, Name: name, Suffix: ".ninefold.json"},
		func(path string) { b.chosen = append(b.chosen, path) })
}

// shown is all that the topmost dialog shows.
func (b *bench) shown() string {
	top := b.window.Canvas().Overlays().Top()
	if top == nil {
		return ""
	}
	var texts []string
	for _, part := range test.LaidOutObjects(top) {
		switch part := part.(type) {
		case *fynecanvas.Text:
			texts = append(texts, part.Text)
		case *widget.Entry:
			texts = append(texts, part.Text)
		}
	}
	return strings.Join(strings.Fields(strings.Join(texts, " ")), " ")
}

func (b *bench) wantShown(texts ...string) {
	b.t.Helper()
	got := b.shown()
	for _, text := range texts {
		if !strings.Contains(got, text) {
			b.t.Fatalf("shown is %q, want %q", got, text)
		}
	}
}

func (b *bench) wantChosen(names ...string) {
	b.t.Helper()
	if len(b.chosen) != len(names) {
		b.t.Fatalf("chosen are %q, want %q", b.chosen, names)
	}
	for i, name := range names {
		if b.chosen[i] != filepath.Join(b.folder, name) {
			b.t.Fatalf("chosen are %q, want %q", b.chosen, names)
		}
	}
	if b.shown() != "" {
		b.t.Fatalf("the picker is still open: %q", b.shown())
	}
}

func TestOpenByKeyboard(t *testing.T) {
	b := newBench(t)
	b.open()
	b.wantShown("deep", "a.ninefold.json", "b.bmml")
	b.Key(fyne.KeyReturn) // into the folder
	b.wantShown("c.ninefold.json")
	if strings.Contains(b.shown(), "b.bmml") {
		t.Fatalf("the folder above is still shown: %q", b.shown())
	}
	b.Key(fyne.KeyBackspace)
	b.wantShown("b.bmml")
	b.Key(fyne.KeyDown)
	b.Key(fyne.KeyDown)
	b.Key(fyne.KeyReturn)
	b.wantChosen("b.bmml")
}

func TestThePointerDoesNotMoveTheKeyboard(t *testing.T) {
	b := newBench(t)
	b.open()
	b.Key(fyne.KeyDown)
	b.MoveTo(fyne.NewPos(450, 380)) // over some row
	b.Key(fyne.KeyReturn)
	b.wantChosen("a.ninefold.json")
}

func TestEscapeLeavesFromEverywhere(t *testing.T) {
	b := newBench(t)
	for tabs := range 8 {
		b.open()
		for range tabs {
			b.Key(fyne.KeyTab)
		}
		b.Key(fyne.KeyEscape)
		if b.shown() != "" {
			t.Errorf("after %d tabs Escape does nothing on %T", tabs, b.window.Canvas().Focused())
			b.window.Canvas().Overlays().Remove(b.window.Canvas().Overlays().Top())
		}
		b.save("x")
		for range tabs {
			b.Key(fyne.KeyTab)
		}
		b.Key(fyne.KeyEscape)
		if b.shown() != "" {
			t.Errorf("saving: after %d tabs Escape does nothing on %T", tabs, b.window.Canvas().Focused())
			b.window.Canvas().Overlays().Remove(b.window.Canvas().Overlays().Top())
		}
	}
	b.wantChosen()
}

func TestNothingChosenIsSaid(t *testing.T) {
	b := newBench(t)
	b.save("")
	b.Key(fyne.KeyReturn)
	b.wantShown(locale.Of("en").T("picker.choose"))
	b.Type("deep")
	b.Key(fyne.KeyReturn)
	b.wantChosen("deep.ninefold.json")
}

func TestSaveCompletesTheName(t *testing.T) {
	b := newBench(t)
	b.save("proposed.ninefold.json")
	b.Key(fyne.KeyReturn)
	b.wantChosen("proposed.ninefold.json")
	b.save("proposed.ninefold.json")
	b.Type("mine") // over what was proposed
	b.Key(fyne.KeyReturn)
	b.wantChosen("proposed.ninefold.json", "mine.ninefold.json")
}

func TestReplacingIsAsked(t *testing.T) {
	b := newBench(t)
	b.save("a")
	b.Key(fyne.KeyReturn)
	b.wantShown(locale.Of("en").T("dialog.replace.title"))
	b.Key(fyne.KeyEscape)
	b.wantShown("Save")
	b.Key(fyne.KeyReturn)
	b.Key(fyne.KeyTab)
	b.Key(fyne.KeySpace)
	b.Type(" ")
	b.wantChosen("a.ninefold.json")
}

func TestAFolderThatIsGoneIsSaid(t *testing.T) {
	b := newBench(t)
	b.open()
	if err := os.RemoveAll(filepath.Join(b.folder, "deep")); err != nil {
		t.Fatal(err)
	}
	b.Key(fyne.KeyReturn)
	b.wantShown(locale.Of("en").T("picker.unreadable", "Folder", filepath.Join(b.folder, "deep"))[:20])
}

func TestLettersGoToTheEntryThatBeginsWithThem(t *testing.T) {
	b := newBench(t)
	b.open()
	b.Type("b.")
	b.Key(fyne.KeyReturn)
	b.wantChosen("b.bmml")
}

func TestOnTheWayUpTheKeyboardStaysWhereOneWas(t *testing.T) {
	b := newBench(t)
	if err := os.Mkdir(filepath.Join(b.folder, "a first one"), 0o700); err != nil {
		t.Fatal(err)
	}
	b.open()
	b.Type("d")
	b.Key(fyne.KeyReturn)
	b.Key(fyne.KeyBackspace)
	b.Key(fyne.KeyReturn)
	b.wantShown("c.ninefold.json")
}

func TestAPathCanBeTyped(t *testing.T) {
	b := newBench(t)
	b.open()
	b.Type(filepath.ToSlash(filepath.Join(b.folder, "deep"))) // the slash leads to the line above
	b.Key(fyne.KeyReturn)
	b.wantShown("c.ninefold.json")
	b.Key(fyne.KeyReturn) // the list has the keyboard again
	b.wantChosen(filepath.Join("deep", "c.ninefold.json"))

	b.chosen = nil
	b.open()
	b.Type("/nowhere/at all")
	b.Key(fyne.KeyReturn)
	b.wantShown("does not exist")
}

func TestANewFolderIsMadeWhenSaving(t *testing.T) {
	b := newBench(t)
	b.save("mine")
	top := b.window.Canvas().Overlays().Top()
	for _, part := range test.LaidOutObjects(top) {
		if button, ok := part.(*kit.Button); ok && button.AccessibilityLabel() == locale.Of("en").T("picker.new_folder") {
			button.Tapped(nil)
		}
	}
	b.Type("fresh")
	b.Key(fyne.KeyReturn)
	b.wantShown(filepath.Join(b.folder, "fresh"), locale.Of("en").T("picker.empty"))
	b.Key(fyne.KeyReturn)
	b.wantChosen(filepath.Join("fresh", "mine.ninefold.json"))
}

func TestTheFoldersOfRecentFilesAreOneTapAway(t *testing.T) {
	b := newBench(t)
	Open(b.window, locale.Of("en"), scene.Light(), Request{
		Title: "Open", Folder: b.folder, Recent: []string{filepath.Join(b.folder, "deep", "c.ninefold.json")},
	}, func(path string) { b.chosen = append(b.chosen, path) })
	for _, part := range test.LaidOutObjects(b.window.Canvas().Overlays().Top()) {
		if l, ok := part.(*placeList); ok {
			b.window.Canvas().Focus(l)
			for i, p := range l.places {
				if p.name == "deep" {
					l.Highlight(i)
				}
			}
		}
	}
	b.Key(fyne.KeyReturn)
	b.wantShown("c.ninefold.json", filepath.Join(b.folder, "deep"))
}
