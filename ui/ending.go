package ui

import (
	"os"
	"os/signal"
	"syscall"
	"time"

	"ninefold/ui/guard"
)

// lastWait is how long a program that is told to end waits for its windows,
// which may hang.
const lastWait = 2 * time.Second

// Run runs the program until its last window is closed or the system ends it.
func (a *App) Run() {
	guard.Tell(a.caught)
	a.journal.WatchForCrash()
	broken := false
	guard.Run(func() {
		broken = true
		a.fyne.Run()
		broken = false
	})
	// Where the system ended it nobody was asked, and there still are documents.
	// Their windows are not there any more, so these must not hear of it.
	for _, w := range a.windows {
		guard.Run(func() {
			w.stop()
			w.commit()
		})
		w.setAside()
	}
	a.keeper.Flush()
	a.journal.Info("ended", "broken", broken)
	if broken { // what draws the windows is no more, and the next start offers what is unsaved
		os.Exit(1)
	}
}

// putAside has the disk hold all that is unsaved, what is being typed included.
func (a *App) putAside() {
	for _, w := range a.windows {
		w.commit()
	}
	a.keeper.Flush()
}

// endWhenTold ends the program without asking when the system wants it to, as
// at a log-out, and puts aside what is unsaved.
func (a *App) endWhenTold() {
	told := make(chan os.Signal, 1)
	signal.Notify(told, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	go func() {
		<-told
		done := make(chan struct{})
		later(func() {
			a.putAside()
			close(done)
		})
		select {
		case <-done:
			later(a.fyne.Quit)
		case <-time.After(lastWait):
			a.keeper.Flush() // all but what is being typed
			os.Exit(1)
		}
	}()
}
