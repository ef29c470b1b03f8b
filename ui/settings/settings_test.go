package settings_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"ninefold/ui/settings"
)

func TestSettingsAreKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "not", "there", "yet", "settings.json")
	s := settings.Load(path)
	s.Language, s.Theme, s.Width, s.View = "it", settings.ThemeDark, 1200, "canvas"
	s.Opened(filepath.Join("home", "a.json"))
	got := settings.Load(path)
	if got.Language != "it" || got.Theme != settings.ThemeDark || got.Width != 1200 || got.View != "canvas" ||
		got.Folder != "home" || !slices.Equal(got.Recent, s.Recent) {
		t.Errorf("kept are %+v, want %+v", got, s)
	}
}

func TestRecentFilesAreFewAndEachStandsThereOnce(t *testing.T) {
	s := settings.Load("")
	for i := range 30 {
		s.Opened(fmt.Sprintf("%d.json", i%15))
	}
	if len(s.Recent) != 10 || s.Recent[0] != "14.json" {
		t.Errorf("recent are %v", s.Recent)
	}
	s.Opened("12.json")
	if len(s.Recent) != 10 || s.Recent[0] != "12.json" || slices.Contains(s.Recent[1:], "12.json") {
		t.Errorf("recent are %v", s.Recent)
	}
	s.Missing("12.json")
	if len(s.Recent) != 9 || slices.Contains(s.Recent, "12.json") {
		t.Errorf("recent are %v", s.Recent)
	}
}

func TestWhatCannotBeReadOrWrittenIsNoMatter(t *testing.T) {
	folder := t.TempDir()
	for _, damaged := range []string{"", "[]", `{"width": "wide", "theme": "dark"}`, `{"theme": "da`, "\x00\xff"} {
		path := filepath.Join(folder, "settings.json")
		if err := os.WriteFile(path, []byte(damaged), 0o600); err != nil {
			t.Fatal(err)
		}
		s := settings.Load(path)
		if s.Theme != "" || s.Width != 0 {
			t.Errorf("%q gives %+v", damaged, s)
		}
		s.Theme = settings.ThemeLight
		s.Save()
		if settings.Load(path).Theme != settings.ThemeLight {
			t.Errorf("after %q nothing is kept", damaged)
		}
	}
	for _, path := range []string{"", folder, filepath.Join(folder, "settings.json", "in a file")} {
		s := settings.Load(path)
		s.Save()
		if s.Theme != "" {
			t.Errorf("%q gives %+v", path, s)
		}
	}
}

func TestStateLiesApart(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("XDG_STATE_HOME", folder)
	if got := settings.StatePath(); got != filepath.Join(folder, "ninefold") {
		t.Errorf("got %s", got)
	}
	t.Setenv("XDG_STATE_HOME", "relative") // which the rules for it forbid
	if got := settings.StatePath(); !filepath.IsAbs(got) && got != "" {
		t.Errorf("got %s", got)
	}
}
