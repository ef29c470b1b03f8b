package ui

import (
	"path/filepath"
	"strings"
	"testing"

	"ninefold/assets"
	"ninefold/canvas"
)

func TestEveryActionHasWordsAndAPlaceInAMenu(t *testing.T) {
	inMenu := map[string]bool{}
	for _, m := range menuTable {
		for _, id := range m.items {
			inMenu[id] = true
		}
	}
	for _, w := range inAllLanguages(t) {
		seen := map[string]string{}
		for i := range w.actions {
			a := &w.actions[i]
			if !inMenu[a.ID] {
				t.Errorf("%s is in no menu", a.ID)
			}
			if !w.words.Has("action." + a.ID) {
				t.Errorf("%s: %s has no title", w.words.Lang(), a.ID)
			}
			if a.Shortcut == nil {
				continue
			}
			keys := keysOf(a.Shortcut, w.words)
			if other := seen[keys]; other != "" || keys == "" {
				t.Errorf("%s: %s and %s both have %q", w.words.Lang(), a.ID, other, keys)
			}
			seen[keys] = a.ID
		}
		w.Run("help_shortcuts")
		for keys := range seen {
			wantSaid(t, w, keys)
		}
	}
}

func TestTheWindowSaysWhatItShows(t *testing.T) {
	_, w, path := openSample(t)
	title := w.doc.Project().Head().Title
	if got := w.win.Title(); !strings.Contains(got, title) || !strings.Contains(got, assets.AppName) || strings.HasPrefix(got, "•") {
		t.Errorf("the title is %q", got)
	}
	edit(t, w, "new")
	if got := w.win.Title(); !strings.HasPrefix(got, "•") {
		t.Errorf("with unsaved changes the title is %q", got)
	}
	if got := words(w.status.object); !strings.Contains(got, w.words.T("statusbar.unsaved")) {
		t.Errorf("the status bar says %q", got)
	}
	w.Run("file_save")
	if got := w.win.Title(); strings.HasPrefix(got, "•") {
		t.Errorf("once saved the title is %q", got)
	}
	w.open(&found{project: canvas.New("", "en", "EUR"), origin: origin{path: filepath.Join(filepath.Dir(path), "plan.ninefold.json")}})
	if got := w.win.Title(); !strings.HasPrefix(got, "plan") {
		t.Errorf("without a title of its own the window is called %q", got)
	}
}
