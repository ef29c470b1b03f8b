package ui

import (
	"errors"

	"ninefold/assets"
	"ninefold/ui/guard"
)

// errCaught is how work ends that goes wrong in a way nobody foresaw: it stands
// for its outcome until there is one.
var errCaught = errors.New("the work was broken off")

// caught logs an error of the program that was caught, has the disk hold what
// is unsaved, and says so once: one error often comes with others. It is told
// on any goroutine.
func (a *App) caught(c guard.Caught) {
	a.journal.Caught(c)
	later(func() {
		for _, w := range a.windows {
			w.setAside()
		}
		go guard.Run(a.keeper.Flush)
		if a.telling || len(a.windows) == 0 {
			return
		}
		a.telling = true
		w := a.windows[len(a.windows)-1]
		w.ask(w.words.T("dialog.crash.title"), w.words.T("dialog.crash.text", "App", assets.AppName),
			answer{key: "button.ok", do: func() { a.telling = false }, primary: true})
	})
}
