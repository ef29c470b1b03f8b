package ui

import (
	"os"
	"os/signal"
	"syscall"
	"time"

	"fyne.io/fyne/v2"
)

// lastWait is how long a program that is told to end waits for its windows,
// which may hang.
const lastWait = 2 * time.Second

// Run runs the program until its last window is closed or the system ends it.
func (a *App) Run() {
	a.fyne.Run()
	// Where the system ended it nobody was asked, and there still are documents.
	// Their windows are not there any more, so these must not hear of it.
	for _, w := range a.windows {
		w.stop()
		w.commit()
		w.setAside()
	}
	a.keeper.Flush()
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
		fyne.Do(func() {
			a.putAside()
			close(done)
		})
		select {
		case <-done:
			fyne.Do(a.fyne.Quit)
		case <-time.After(lastWait):
			a.keeper.Flush() // all but what is being typed
			os.Exit(1)
		}
	}()
}
