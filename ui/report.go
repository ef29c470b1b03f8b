package ui

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"ninefold/assets"
	"ninefold/canvas/store"
	"ninefold/ui/kit"
	"ninefold/ui/picker"
	"ninefold/ui/theme"
)

// The size of the report at the usual size of text, and how many of the log's
// lines stand in it.
const (
	reportWidth  = 620
	reportHeight = 300
	reportLines  = 200
)

// report is what helps to find the cause of a problem, in English, for those
// who look into it. Nothing that a user wrote stands in it.
func (a *App) report() string {
	var b strings.Builder
	line := func(name string, value any) { fmt.Fprintf(&b, "%-10s %v\n", name, value) }
	line("program", strings.TrimSpace(assets.AppName+" "+assets.Version+" "+assets.Build))
	line("system", fmt.Sprintf("%s %s, %d processors", runtime.GOOS, runtime.GOARCH, runtime.NumCPU()))
	if name := systemName(); name != "" {
		line("", name)
	}
	line("go", runtime.Version())
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, dep := range info.Deps {
			if strings.HasPrefix(dep.Path, "fyne.io/fyne/") || strings.HasPrefix(dep.Path, "github.com/go-gl/") {
				line("", dep.Path+" "+dep.Version)
			}
		}
	}
	for _, name := range []string{"XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE"} {
		if value := os.Getenv(name); value != "" {
			line("desktop", value)
		}
	}
	line("language", a.words.Lang())
	line("theme", fmt.Sprintf("%q, text %q", a.settings.Theme, a.settings.Text))
	for _, w := range a.windows {
		size := w.win.Canvas().Size()
		line("window", fmt.Sprintf("%s, %.0f x %.0f at %.2f, %d notes", w.view, size.Width, size.Height, w.win.Canvas().Scale(), w.doc.Project().Len()))
	}
	b.WriteString("\n")
	log := strings.SplitAfter(a.journal.Text(), "\n")
	b.WriteString(strings.Join(log[max(0, len(log)-reportLines):], ""))
	return b.String()
}

// systemName is what a Linux system calls itself.
func systemName() string {
	data, err := os.ReadFile("/etc/os-release")
	if err != nil {
		return ""
	}
	for line := range strings.Lines(string(data)) {
		if name, ok := strings.CutPrefix(line, "PRETTY_NAME="); ok {
			return strings.Trim(strings.TrimSpace(name), `"`)
		}
	}
	return ""
}

// showReport shows the report, to be copied or saved. Nothing is sent.
func (w *Window) showReport() {
	text := w.app.report()
	shown := widget.NewLabel(text)
	shown.Selectable = true
	shown.TextStyle.Monospace = true
	scroll := container.NewScroll(shown)
	scroll.SetMinSize(fyne.NewSize(theme.Scaled(reportWidth), theme.Scaled(reportHeight)))
	content := container.New(layout.NewCustomPaddedVBoxLayout(12), wrapped(w.words.T("report.text")), kit.Box(scroll, w.look.Sheet, w.look.Line, 1))
	var pop *kit.Popup
	pop = w.askForm(w.words.T("report.title"), content,
		answer{key: "button.save_text", do: func() {
			pop.Hide()
			w.saveReport(text)
		}},
		answer{key: "button.copy_text", do: func() { fyne.CurrentApp().Clipboard().SetContent(text) }},
		answer{key: "button.close", do: func() { pop.Hide() }, escape: true, primary: true})
}

// saveReport writes the report to a file that the user chooses.
func (w *Window) saveReport(text string) {
	const suffix = ".txt"
	picker.Save(w.win, w.words, w.look, picker.Request{
		Folder: w.folder(), Title: w.words.T("report.title"), Name: w.words.T("report.file") + suffix, Suffix: suffix,
	}, func(path string) {
		err := errCaught
		w.app.exports.add(func() { err = store.WriteFile(path, []byte(text)) }, func() {
			if err != nil {
				w.report("export", err, path)
			}
		})
	})
	w.app.probe.watch(w)
}
