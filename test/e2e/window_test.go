//go:build e2e

package e2e

import (
	"testing"

	"ninefold/test/e2e/desktop"
	"ninefold/test/e2e/readback"
)

func TestWindowOpensTheSample(t *testing.T) {
	project := newSample(t, "en")
	w := desktop.Start(t, project)
	w.WaitFor("all notes of the sample", func(m desktop.Map) bool {
		return len(m.Keys("note:")) >= len(noteTexts(t, project))
	})
	if ink := readback.Ink(w.Screenshot("sample")); ink < 0.02 {
		t.Errorf("the window is all but blank: %.3f of it is drawn on", ink)
	}
	w.Quit()
}
