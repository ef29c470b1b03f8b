package assets

import (
	"encoding/xml"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// settings reads `key = value` or `key=value` lines under [section] heads, as
// FyneApp.toml and desktop entries both are, into "section.key".
func settings(t *testing.T, path string) map[string]string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	values := map[string]string{}
	section := ""
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "["); ok {
			section = strings.TrimSuffix(name, "]")
			continue
		}
		if key, value, ok := strings.Cut(line, "="); ok {
			values[section+"."+strings.TrimSpace(key)] = strings.Trim(strings.TrimSpace(value), `"`)
		}
	}
	return values
}

const packaging = "../packaging/linux/" + AppID

func TestFyneAppAgrees(t *testing.T) {
	app := settings(t, "../FyneApp.toml")
	for key, want := range map[string]string{
		"Details.Name":      AppName,
		"Details.ID":        AppID,
		"Details.Version":   Version,
		"Migrations.fyneDo": "true", // the build tag migrated_fynedo says so too
		"Details.Icon":      "assets/icon/icon.png",
		"Details.Build":     "1",
	} {
		if got := app[key]; got != want {
			t.Errorf("FyneApp.toml: %s is %q, want %q", key, got, want)
		}
	}
}

func TestDesktopEntryAgrees(t *testing.T) {
	entry := settings(t, packaging+".desktop")
	for key, want := range map[string]string{
		"Name":     AppName,
		"Icon":     AppID,
		"Exec":     "ninefold %F",
		"MimeType": mimeType(t) + ";",
	} {
		if got := entry["Desktop Entry."+key]; got != want {
			t.Errorf("desktop entry: %s is %q, want %q", key, got, want)
		}
	}
}

// mimeType reads which type the packages declare for project files.
func mimeType(t *testing.T) string {
	t.Helper()
	var info struct {
		Type struct {
			Name string `xml:"type,attr"`
			Glob struct {
				Pattern string `xml:"pattern,attr"`
			} `xml:"glob"`
		} `xml:"mime-type"`
	}
	readXML(t, packaging+".mime.xml", &info)
	if info.Type.Glob.Pattern != "*.ninefold.json" {
		t.Errorf("the MIME type is for %s", info.Type.Glob.Pattern)
	}
	return info.Type.Name
}

func TestMetainfoAgrees(t *testing.T) {
	var info struct {
		ID       string   `xml:"id"`
		Names    []string `xml:"name"`
		Launch   string   `xml:"launchable"`
		Types    []string `xml:"provides>mediatype"`
		Releases []struct {
			Version string `xml:"version,attr"`
		} `xml:"releases>release"`
	}
	readXML(t, packaging+".metainfo.xml", &info)
	if info.ID != AppID || info.Launch != AppID+".desktop" {
		t.Errorf("metainfo: id %q launches %q", info.ID, info.Launch)
	}
	if len(info.Names) != 1 || info.Names[0] != AppName {
		t.Errorf("metainfo: names are %q, want %q", info.Names, AppName)
	}
	if len(info.Types) != 1 || info.Types[0] != mimeType(t) {
		t.Errorf("metainfo: media types are %q, want %q", info.Types, mimeType(t))
	}
	if len(info.Releases) == 0 || info.Releases[0].Version != Version {
		t.Errorf("metainfo: the newest release is not %s: %v", Version, info.Releases)
	}
}

func readXML(t *testing.T, path string, value any) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := xml.Unmarshal(data, value); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

// TestChangelogTellsOfTheVersion holds that no version is shipped untold.
func TestChangelogTellsOfTheVersion(t *testing.T) {
	data, err := os.ReadFile("../CHANGELOG.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(data), "## ["+Version+"]") {
		t.Errorf("CHANGELOG.md has no section for %s", Version)
	}
}

func TestIconIsSquare(t *testing.T) {
	f, err := os.Open(filepath.Join("icon", "icon.png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	icon, err := png.DecodeConfig(f)
	if err != nil {
		t.Fatal(err)
	}
	if icon.Width != 512 || icon.Height != 512 {
		t.Errorf("the icon is %d by %d pixels, want 512 by 512", icon.Width, icon.Height)
	}
}
