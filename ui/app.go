// Package ui is the program's window: it holds documents and views together,
// carries out commands and talks with the user. What a view draws and how it
// takes input is for the packages below it; arithmetic, layout and files are
// for canvas and export.
package ui

import (
	"runtime"
	"runtime/debug"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"ninefold/assets"
	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/file"
	"ninefold/canvas/store/state"
	"ninefold/canvas/store/watch"
	"ninefold/export/scene"
	"ninefold/ui/journal"
	"ninefold/ui/recovery"
	"ninefold/ui/settings"
	"ninefold/ui/theme"
)

// settled is when the first windows are drawn for certain. What starting took
// and nobody needs any more then goes back to the system: about 10 MiB.
const settled = 2 * time.Second

// An App is the running program: its settings and its windows.
type App struct {
	fyne     fyne.App
	settings *settings.Settings
	language locale.Lang // of this run, before that of the settings; empty for none
	words    *locale.Words
	look     *scene.Look
	windows  []*Window
	probe    *probe
	copied   copied
	litter   []string // folders of files that were only made to be handed over
	// What is written waits its turn, so that of two writings of one file the
	// later wins; exports, which may take long, do not keep a save waiting.
	saves, exports *queue
	looks          *queue                            // at files that may have changed
	opening        map[string]bool                   // paths that are being read
	soon           func(work, announce, done func()) // is soon; tests put their own here
	state          state.State
	keeper         *recovery.Keeper
	watcher        *watch.Watcher // nil until the program runs, and where the system has none
	journal        *journal.Journal
	telling        bool // of an error that was caught
	// beside carries out work on another goroutine and what follows on the
	// windows'. Tests put their own here.
	beside func(work, done func())
}

// Options say how the program starts.
type Options struct {
	// Files are opened, each in a window of its own; without one the program
	// begins with an empty canvas.
	Files []string
	// Sample opens the sample project.
	Sample bool
	// Language overrides the language of the settings for this run.
	Language locale.Lang
	// Settings is the file that the settings are kept in.
	Settings string
	// State is the folder of earlier versions, of what was not saved, and of
	// the log. Without one none of that is kept.
	State string
	// Probe is a file that says where things are in the window, for tests
	// that work with a real mouse; see [probe].
	Probe string
}

// New makes the program in a Fyne app and opens its first windows.
func New(f fyne.App, o Options) *App {
	a := &App{
		fyne: f, settings: settings.Load(o.Settings), state: state.In(o.State),
		journal: journal.Open(state.In(o.State).Path("log")),
		saves:   newQueue(), exports: newQueue(), looks: newQueue(), opening: map[string]bool{}, soon: soon, beside: beside,
	}
	a.journal.Info("started", "version", assets.Version, "build", assets.Build, "system", runtime.GOOS+"/"+runtime.GOARCH, "go", runtime.Version())
	a.keeper = recovery.New(a.state.NewSession(), a.cannotKeep)
	a.copied.path = a.settings.Beside("copied.json")
	if o.Probe != "" {
		a.probe = &probe{path: o.Probe}
	}
	a.language = o.Language
	file.Generator = assets.AppName + " " + assets.Version
	a.dress()
	failed, starting := map[string]error{}, true
	for _, path := range o.Files {
		a.open(path, func(err error) {
			switch {
			case err != nil && starting:
				failed[path] = err // said once there is a window
			case err != nil:
				a.complain(err, path)
			}
		})
	}
	if o.Sample {
		a.OpenSample()
	}
	if len(a.windows) == 0 {
		a.NewCanvas()
	}
	for _, path := range o.Files {
		if err := failed[path]; err != nil {
			a.complain(err, path)
		}
	}
	starting = false
	a.offerUnsaved()
	f.Lifecycle().SetOnStarted(func() {
		a.startWatching()
		a.endWhenTold()
		a.probe.start(a.windows)
		a.followSystem()
		time.AfterFunc(settled, debug.FreeOSMemory)
	})
	return a
}

// dress puts on the language, the theme and the size of text of the settings.
func (a *App) dress() {
	l := a.language
	if l == "" {
		l = locale.Lang(a.settings.Language)
	}
	if !slices.Contains(locale.Langs(), l) {
		l = locale.FromEnvironment()
	}
	a.words = locale.Of(l)
	// Fyne takes its own few words by the system's language only, so ours
	// stand in for those.
	if err := lang.AddTranslationsForLocale(locale.Fyne(l), lang.SystemLocale()); err != nil {
		fyne.LogError("Fyne's own words stay as they are", err)
	}
	a.look = scene.Light()
	if a.settings.Theme == settings.ThemeDark || a.settings.Theme == settings.ThemeSystem && a.settings.SystemDark {
		a.look = scene.Dark()
	}
	a.fyne.Settings().SetTheme(theme.New(a.look, textSizes[a.settings.Text]))
}

// redress puts on changed settings in every window.
func (a *App) redress() {
	a.settings.Save()
	a.dress()
	for _, w := range a.windows {
		w.build()
	}
}

// SetLanguage changes the language of all windows.
func (a *App) SetLanguage(l locale.Lang) {
	a.language, a.settings.Language = "", string(l)
	a.redress()
}

// SetTheme changes the theme of all windows: one of the settings' themes.
func (a *App) SetTheme(name string) {
	a.settings.Theme = name
	a.redress()
}

// NewCanvas opens a window on an empty canvas.
func (a *App) NewCanvas() {
	l := string(a.words.Lang())
	a.show(&found{project: canvas.New("", l, a.currency())})
}

// OpenSample opens a window on the sample project in the user's language, as a
// project that has no file yet.
func (a *App) OpenSample() {
	p, _, err := file.Decode(assets.Sample(string(a.words.Lang())))
	if err != nil {
		a.complain(err, "")
		return
	}
	a.show(&found{project: p})
}

// complain says in some window what went wrong with a file. Where there is no
// window yet, one is opened for it.
func (a *App) complain(err error, path string) {
	w := a.lastWindow()
	if isDamaged(err, path) {
		w.sayDamaged(err, path)
		return
	}
	w.report("open", err, path)
}

// lastWindow is the window that was opened last; there is always one for a
// question.
func (a *App) lastWindow() *Window {
	if len(a.windows) == 0 {
		a.NewCanvas()
	}
	return a.windows[len(a.windows)-1]
}

// closed forgets a window.
func (a *App) closed(w *Window) {
	a.windows = slices.DeleteFunc(a.windows, func(o *Window) bool { return o == w })
	if len(a.windows) == 0 {
		a.copied.forget()
		a.cleanUp()
	}
}

// Quit closes all windows one after the other, each asking for what is not
// saved; it stops where the user says so.
func (a *App) Quit() {
	if len(a.windows) == 0 {
		a.fyne.Quit()
		return
	}
	w := a.windows[len(a.windows)-1]
	w.close(a.Quit)
}
