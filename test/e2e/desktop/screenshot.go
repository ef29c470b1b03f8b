//go:build e2e

package desktop

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"time"
)

// settle is how long a picture may take to come to rest. A blinking text
// cursor never does; the last picture then has to do.
const settle = 2 * time.Second

// Screenshot keeps a picture of the window as NAME.png among the test's
// artifacts, and gives it, once two looks in a row have seen the same.
func (w *Window) Screenshot(name string) image.Image {
	w.t.Helper()
	path := w.capture(name)
	before, err := os.ReadFile(path)
	if err != nil {
		w.t.Fatalf("desktop: no screenshot: %v", err)
	}
	pollFor(settle, func() bool {
		w.capture(name)
		now, err := os.ReadFile(path)
		same := err == nil && bytes.Equal(before, now)
		before = now
		return same
	})
	m, err := png.Decode(bytes.NewReader(before))
	if err != nil {
		w.t.Fatalf("desktop: screenshot %s: %v", name, err)
	}
	return m
}

// capture takes a picture at once and gives its path.
func (w *Window) capture(name string) string {
	path := filepath.Join(w.t.ArtifactDir(), name+".png")
	// Dates are left out, so that equal pictures are equal files.
	if err := w.desk.run("import", "-silent", "-window", "root", "-define", "png:exclude-chunks=date,time", path); err != nil {
		w.t.Logf("desktop: no screenshot %s: %v", name, err)
	}
	return path
}
