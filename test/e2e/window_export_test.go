//go:build e2e

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ninefold/test/e2e/desktop"
	"ninefold/test/e2e/readback"
)

// TestOpeningAndExportingByKeyboard opens a project by a path that is typed and
// writes its handout with the form, whose preview is looked at.
func TestOpeningAndExportingByKeyboard(t *testing.T) {
	path := newSample(t, "en")
	w := desktop.Start(t)
	w.WaitFor("an empty canvas", func(m desktop.Map) bool { return m.Has("block:channels") && m.Notes == 0 })
	w.Key("ctrl+o")
	w.WaitFor("the picker", func(m desktop.Map) bool { return m.Busy })
	w.Type(path) // its slash leads to the line for paths
	w.Screenshot("picker")
	w.Key("Return")
	w.WaitFor("the sample", func(m desktop.Map) bool { return !m.Busy && m.Notes == len(noteTexts(t, path)) })

	w.Key("ctrl+e")
	w.WaitFor("the form", func(m desktop.Map) bool { return m.Has("answer:button.export") })
	w.Screenshot("export")
	w.Key("Return")
	w.WaitFor("the picker", func(m desktop.Map) bool { return m.Busy && !m.Has("answer:button.export") })
	out := filepath.Join(t.TempDir(), "handout.pdf")
	w.Type(strings.TrimSuffix(out, ".pdf"))
	w.Key("Return")
	w.WaitFor("the handout", func(m desktop.Map) bool {
		_, err := os.Stat(out)
		return !m.Busy && err == nil
	})
	readback.CheckPDF(t, out)
	w.Quit()
}
