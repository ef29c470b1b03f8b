//go:build e2e

package desktop

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// A Window is the running program with its window.
type Window struct {
	t     testing.TB
	desk  *Desktop
	id    string // the window's, at the X server
	probe string
	cmd   *exec.Cmd
	log   bytes.Buffer
	ended chan struct{} // closed when the process is gone
	fault error         // how it ended; read after ended
}

// Start opens the program's window on a desktop of its own. args are the
// program's, usually the file to open.
func Start(t testing.TB, args ...string) *Window {
	t.Helper()
	return New(t).Start(args...)
}

// Start opens the program's window and waits until its map is there.
func (d *Desktop) Start(args ...string) *Window {
	d.t.Helper()
	return d.StartProgram(Program(d.t, "ninefold"), args...)
}

// StartProgram is Start for a program that lies elsewhere.
func (d *Desktop) StartProgram(path string, args ...string) *Window {
	t := d.t
	t.Helper()
	w := &Window{t: t, desk: d, ended: make(chan struct{})}
	w.probe = filepath.Join(t.TempDir(), "map.json")
	w.cmd = exec.Command(path, append([]string{"-probe", w.probe}, args...)...)
	w.cmd.Env = d.environment()
	w.cmd.Dir = d.home
	w.cmd.Stderr = &w.log
	if err := w.cmd.Start(); err != nil {
		t.Fatalf("desktop: %v", err)
	}
	go func() {
		w.fault = w.cmd.Wait()
		close(w.ended)
	}()
	t.Cleanup(w.cleanup)
	w.await("a map from -probe", func() bool {
		_, err := readMap(w.probe)
		return err == nil
	})
	w.await("a window", func() bool {
		ids, err := d.output("xdotool", "search", "--onlyvisible", "--pid", strconv.Itoa(w.cmd.Process.Pid))
		w.id, _, _ = strings.Cut(ids, "\n")
		return err == nil && w.id != ""
	})
	w.do("windowfocus", "--sync", w.id)
	return w
}

// Program gives the path of a program that make build has built.
func Program(t testing.TB, name string) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatalf("desktop: %v", err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("desktop: the tests do not run inside the module")
		}
		dir = filepath.Dir(dir)
	}
	path := filepath.Join(dir, "bin", name)
	if _, err := os.Stat(path); err != nil {
		t.Fatalf("desktop: %v; make build makes it", err)
	}
	return path
}

// cleanup ends the process, and tells what a failed test looked like.
func (w *Window) cleanup() {
	if w.t.Failed() {
		if w.running() {
			w.t.Logf("the window at the end: %s", w.capture("failed"))
		}
		w.Kill()
		w.t.Logf("the program's log:\n%s", w.log.String())
		return
	}
	w.Kill()
}

func (w *Window) running() bool {
	select {
	case <-w.ended:
		return false
	default:
		return true
	}
}

// Kill ends the process at once, as a crash does, and waits until it is gone.
func (w *Window) Kill() {
	_ = w.cmd.Process.Kill()
	<-w.ended
}

// Signal sends the process a signal, as the system does at a log-out.
func (w *Window) Signal(s os.Signal) {
	w.t.Helper()
	if err := w.cmd.Process.Signal(s); err != nil {
		w.t.Fatalf("desktop: %v", err)
	}
}

// Focus gives the window the keyboard, where there are several.
func (w *Window) Focus() {
	w.t.Helper()
	w.do("windowactivate", "--sync", w.id)
}

// Close asks the window to close, as its title bar's button does, and does not
// wait for it: the program may ask back.
func (w *Window) Close() {
	w.t.Helper()
	w.Key("alt+F4")
}

// Quit closes the window and fails the test unless the program then ends with
// status 0.
func (w *Window) Quit() {
	w.t.Helper()
	w.Close()
	w.WaitEnded()
}

// WaitEnded waits until the program has ended by itself, with status 0.
func (w *Window) WaitEnded() {
	w.t.Helper()
	select {
	case <-w.ended:
		if w.fault != nil {
			w.t.Fatalf("desktop: the program ended with %v", w.fault)
		}
	case <-time.After(Deadline):
		w.t.Fatalf("desktop: the program still runs %v after its window was closed", Deadline)
	}
}

// Log gives what an ended program has written to standard error.
func (w *Window) Log() string {
	<-w.ended
	return w.log.String()
}

// Map gives the map as it is now.
func (w *Window) Map() Map {
	w.t.Helper()
	m, err := readMap(w.probe)
	if err != nil {
		w.t.Fatalf("desktop: %v", err)
	}
	return m
}

// WaitFor waits until the map is as cond wants it and gives that map. what
// names it in the message of a test that fails.
func (w *Window) WaitFor(what string, cond func(Map) bool) Map {
	w.t.Helper()
	var m Map
	w.await(what, func() bool {
		m = w.Map()
		return cond(m)
	})
	return m
}

// Item waits until the window shows the thing called key and gives its place.
func (w *Window) Item(key string) Rect {
	w.t.Helper()
	return w.WaitFor(key, func(m Map) bool { return m.Has(key) }).Items[key]
}

// WaitGone waits until the window does not show the thing called key.
func (w *Window) WaitGone(key string) {
	w.t.Helper()
	w.WaitFor("no "+key, func(m Map) bool { return !m.Has(key) })
}

// await polls while the program runs.
func (w *Window) await(what string, done func() bool) {
	w.t.Helper()
	ok := pollFor(Deadline, func() bool { return !w.running() || done() })
	switch {
	case !w.running() && !done():
		w.t.Fatalf("desktop: the program ended (%v) before there was %s", w.fault, what)
	case !ok:
		m, err := readMap(w.probe)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			w.t.Logf("the map: %v", err)
		}
		w.t.Fatalf("desktop: waited %v in vain for %s; the last step is %q, over the window lies %q, it shows %q", Deadline, what, m.Undo, m.Says, m.Keys(""))
	}
}
