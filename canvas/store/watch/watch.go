// Package watch tells when files are changed from outside: by another program,
// or by one that keeps a folder in step. It must not know what is in them: the
// one who is told looks.
//
// Not every disk tells of changes, network disks least of all; so a program
// also looks before it saves.
package watch

import (
	"path/filepath"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"
)

// quiet is how long a file must be left alone before its change is told:
// programs write in several steps, and some remove a file before they put the
// new one in its place.
const quiet = 250 * time.Millisecond

// A Watcher watches the folders of files, since a file that is replaced whole
// is another file. Its methods may be called from any goroutine.
type Watcher struct {
	changed func(path string)
	system  *fsnotify.Watcher

	mu      sync.Mutex
	files   map[string]*watched // by their paths as they were given
	folders map[string]int      // how many of the files each holds
}

type watched struct {
	real  string // behind links
	timer *time.Timer
}

// New returns a watcher that calls a function, on a goroutine of its own, with
// the path of a file that may have changed, been removed or come back.
func New(changed func(path string)) (*Watcher, error) {
	system, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	w := &Watcher{changed: changed, system: system, files: map[string]*watched{}, folders: map[string]int{}}
	go w.run()
	return w, nil
}

// Add watches a file, which may be missing; its folder must be there. Watching
// it twice is watching it once.
func (w *Watcher) Add(path string) error {
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		target = path
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.files[path] != nil {
		return nil
	}
	folder := filepath.Dir(target)
	if w.folders[folder] == 0 {
		if err := w.system.Add(folder); err != nil {
			return err
		}
	}
	w.folders[folder]++
	w.files[path] = &watched{real: target}
	return nil
}

// Remove watches a file no longer.
func (w *Watcher) Remove(path string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	f := w.files[path]
	if f == nil {
		return
	}
	if f.timer != nil {
		f.timer.Stop()
	}
	delete(w.files, path)
	folder := filepath.Dir(f.real)
	if w.folders[folder]--; w.folders[folder] == 0 {
		delete(w.folders, folder)
		_ = w.system.Remove(folder) // it may be gone, and its watch with it
	}
}

// Close ends watching.
func (w *Watcher) Close() {
	w.mu.Lock()
	for _, f := range w.files {
		if f.timer != nil {
			f.timer.Stop()
		}
	}
	clear(w.files)
	w.mu.Unlock()
	_ = w.system.Close() // there is nothing left to be told
}

func (w *Watcher) run() {
	for {
		select {
		case e, open := <-w.system.Events:
			if !open {
				return
			}
			w.heard(e)
		case _, open := <-w.system.Errors:
			if !open {
				return
			}
			w.all() // something was missed
		}
	}
}

// heard has those told whose file an event may be about.
func (w *Watcher) heard(e fsnotify.Event) {
	if e.Op == fsnotify.Chmod {
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	for path, f := range w.files {
		if f.real == e.Name || filepath.Dir(f.real) == e.Name { // the folder itself went
			w.soon(path, f)
		}
	}
}

func (w *Watcher) all() {
	w.mu.Lock()
	defer w.mu.Unlock()
	for path, f := range w.files {
		w.soon(path, f)
	}
}

// soon has a file's change told once the file is left alone.
func (w *Watcher) soon(path string, f *watched) {
	if f.timer != nil {
		f.timer.Reset(quiet)
		return
	}
	f.timer = time.AfterFunc(quiet, func() { w.changed(path) })
}
