// Package settings remembers between two starts what was chosen and what was
// open: language, theme, size of the window, paper, recent files. They lie in a
// file of their own in the user's configuration folder, written whole or not
// at all, because Fyne's own preferences are written in place. Nothing in it
// is worth a message: what cannot be read is forgotten, what cannot be written
// is not kept. It must not know projects, and does not import Fyne.
package settings

import (
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"ninefold/canvas/store"
)

// Themes that can be chosen.
const (
	ThemeSystem = ""
	ThemeLight  = "light"
	ThemeDark   = "dark"
)

// Sizes of the window's text that can be chosen.
const (
	TextSmall  = "small"
	TextNormal = ""
	TextLarge  = "large"
	TextLarger = "larger"
)

// maxRecent is how many recent files are kept.
const maxRecent = 10

// Settings are what is remembered. The zero Settings are those of a first start.
type Settings struct {
	Language string `json:"language,omitempty"` // empty follows the system
	Theme    string `json:"theme,omitempty"`
	Text     string `json:"text,omitempty"` // the size of it
	// SystemDark is whether the system was dark when it was asked last: the
	// answer may come after the first window is drawn.
	SystemDark bool     `json:"system_dark,omitempty"`
	Width      float32  `json:"width,omitempty"`
	Height     float32  `json:"height,omitempty"`
	View       string   `json:"view,omitempty"`
	Author     string   `json:"author,omitempty"`   // who signs comments; empty until it is told
	Currency   string   `json:"currency,omitempty"` // of new canvases, its ISO 4217 code; empty is the program's own
	Paper      string   `json:"paper,omitempty"`    // of handouts, its id; empty is the most usual
	Folder     string   `json:"folder,omitempty"`   // where a file was opened or saved last
	Recent     []string `json:"recent,omitempty"`   // newest first
	Export     Export   `json:"export,omitzero"`

	path string
}

// Export is how a project was exported last, by the ids of what was chosen. The
// paper is that of all handouts.
type Export struct {
	Format   string   `json:"format,omitempty"`
	Pages    []string `json:"pages,omitempty"`    // of a document
	Pictures []string `json:"pictures,omitempty"` // the pages that were made pictures of
	// Questions has a blank canvas show the questions that help to fill it in.
	Questions bool   `json:"questions,omitempty"`
	Portrait  bool   `json:"portrait,omitempty"`
	Mode      string `json:"mode,omitempty"`
	Tile      string `json:"tile,omitempty"`     // the sheet that pages are spread over; empty is none
	Language  string `json:"language,omitempty"` // empty is that of the window
	Folder    string `json:"folder,omitempty"`   // where the file went
}

// Path is where settings lie when nothing else is said.
func Path() string {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "" // without a home nothing is kept
	}
	return filepath.Join(dir, "ninefold", "settings.json")
}

// StatePath is the folder for what the program keeps that nobody chose: earlier
// versions, unsaved work, the log. It is not among the settings, which some
// people carry from machine to machine.
func StatePath() string {
	if dir := os.Getenv("XDG_STATE_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "ninefold")
	}
	switch runtime.GOOS {
	case "windows":
		if dir, err := os.UserCacheDir(); err == nil { // the one that stays on the machine
			return filepath.Join(dir, "ninefold", "state")
		}
	case "darwin":
		if dir, err := os.UserConfigDir(); err == nil {
			return filepath.Join(dir, "ninefold", "state")
		}
	default:
		if dir, err := os.UserHomeDir(); err == nil {
			return filepath.Join(dir, ".local", "state", "ninefold")
		}
	}
	return "" // without a home nothing is kept
}

// Beside is the path of another file in the settings' folder; empty where
// settings are not kept.
func (s *Settings) Beside(name string) string {
	if s.path == "" {
		return ""
	}
	return filepath.Join(filepath.Dir(s.path), name)
}

// Load reads the settings of a file. An empty path gives settings that are
// never kept.
func Load(path string) *Settings {
	s := &Settings{}
	if data, err := os.ReadFile(path); err == nil && json.Unmarshal(data, s) != nil {
		s = &Settings{}
	}
	s.path = path
	return s
}

// Save keeps the settings.
func (s *Settings) Save() {
	if s.path == "" {
		return
	}
	data, err := json.MarshalIndent(s, "", "  ")
	if err != nil || os.MkdirAll(filepath.Dir(s.path), 0o700) != nil {
		return
	}
	_ = store.WriteFile(s.path, append(data, '\n'))
}

// Opened puts a file at the head of the recent ones, remembers its folder and
// keeps the settings.
func (s *Settings) Opened(path string) {
	s.Folder = filepath.Dir(path)
	s.Recent = append([]string{path}, slices.DeleteFunc(slices.Clone(s.Recent), func(r string) bool { return r == path })...)
	s.Recent = s.Recent[:min(len(s.Recent), maxRecent)]
	s.Save()
}

// Missing takes a file that is no longer there from the recent ones.
func (s *Settings) Missing(path string) {
	s.Recent = slices.DeleteFunc(slices.Clone(s.Recent), func(r string) bool { return r == path })
	s.Save()
}

// Forget takes all files from the recent ones.
func (s *Settings) Forget() {
	s.Recent = nil
	s.Save()
}
