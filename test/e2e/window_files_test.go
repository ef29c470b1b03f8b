//go:build e2e

package e2e

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"

	"ninefold/canvas"
	"ninefold/test/e2e/desktop"
	"ninefold/test/e2e/readback"
)

// saveAs saves under a name, in the folder that the window proposes.
func saveAs(t *testing.T, w *desktop.Window, name string) {
	t.Helper()
	w.Key("ctrl+shift+s")
	w.WaitFor("the picker", func(m desktop.Map) bool { return m.Busy })
	w.Type(name)
	w.Key("Return")
	w.WaitFor("the file to be written", func(m desktop.Map) bool { return !m.Busy && !strings.HasPrefix(m.Title, "•") })
}

// TestEveryBMMLExampleGoesThrough opens every example of the format that can
// be imported in the window, saves it as a project and exports that.
func TestEveryBMMLExampleGoesThrough(t *testing.T) {
	models, err := filepath.Glob("../../canvas/bmml/testdata/*.bmml")
	if err != nil || len(models) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	d := desktop.New(t)
	for _, model := range models {
		name := strings.TrimSuffix(filepath.Base(model), ".bmml")
		t.Run(name, func(t *testing.T) {
			full, err := filepath.Abs(model)
			if err != nil {
				t.Fatal(err)
			}
			w := d.Start("-lang", "en", full)
			m := w.WaitFor("the model", func(m desktop.Map) bool { return m.Notes > 0 })
			if m.Busy {
				if !strings.Contains(m.Says, name) || strings.Contains(m.Says, "import.") || !strings.Contains(m.Says, "Line") {
					t.Errorf("what was left out is not explained: %q", m.Says)
				}
				w.Screenshot(name)
				w.Key("Return")
				w.WaitFor("no message", func(m desktop.Map) bool { return !m.Busy })
			}
			project := filepath.Join(t.TempDir(), name+".ninefold.json")
			saveAs(t, w, project)
			w.Quit()
			if log := w.Log(); strings.Contains(log, "focus") || strings.Contains(log, "goroutine") {
				t.Errorf("the program logged: %s", log)
			}

			if got := load(t, project).Len(); got != m.Notes {
				t.Fatalf("%d notes were saved, want %d", got, m.Notes)
			}
			pdf := export(t, project, "pdf")
			readback.CheckPDF(t, pdf)
			text := unspaced(readback.PDFText(t, pdf))
			for _, note := range noteTexts(t, project) {
				if !strings.Contains(text, unspaced(note)) {
					t.Errorf("the handout lacks the note %q", note)
				}
			}
			if wrong := readback.WorkbookErrors(t, export(t, project, "xlsx")); len(wrong) > 0 {
				t.Errorf("the workbook shows errors: %v", wrong)
			}
		})
	}
}

// TestBadFilesAreExplained opens what is no project in one go: each message
// names its file and its cause, and the window then works as ever. The command
// line says the same on one line and ends with a status that is not 0.
func TestBadFilesAreExplained(t *testing.T) {
	folder := t.TempDir()
	data, err := os.ReadFile(newSample(t, "en"))
	if err != nil {
		t.Fatal(err)
	}
	good := string(data)
	swap := func(old, now string) string { return strings.Replace(good, old, now, 1) }
	bad := []struct{ name, text, says, line string }{
		{"no-json", "Dear Ana,", "is not a Ninefold project", "not JSON"},
		{"no-project", `{"name": "left-pad"}`, "is not a Ninefold project", "format"},
		{"cut-off", good[:len(good)/2], "is damaged at line", "too early"},
		{"dangling-id", regexp.MustCompile(`"segments": \[\s*"[^"]+"`).ReplaceAllString(good, `"segments": ["nt_nobody"`), "nt_nobody", "nt_nobody"},
		{"deep", swap(`"notes": [`, `"notes": [`+strings.Repeat("[", 100_000)), "more than any canvas needs", "nested"},
		{"no-utf8", swap(`"text": "`, "\"text\": \"\xff\xfe"), "UTF-8", "UTF-8"},
		{"newer", swap(`"version": 1`, `"version": 99`), "newer version", "newer"},
	}
	var paths []string
	for i, b := range bad {
		if b.text == good {
			t.Fatalf("%s is the sample as it is", b.name)
		}
		paths = append(paths, filepath.Join(folder, b.name+".ninefold.json"))
		if err := os.WriteFile(paths[i], []byte(b.text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	add := func(name, says, line string) {
		bad = append(bad, struct{ name, text, says, line string }{name, "", says, line})
		paths = append(paths, filepath.Join(folder, name+".ninefold.json"))
	}
	add("large", "more than any canvas needs", "larger")
	if err := os.WriteFile(paths[len(paths)-1], nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(paths[len(paths)-1], 200<<20); err != nil {
		t.Fatal(err)
	}
	add("folder", "is a folder", "folder")
	if err := os.Mkdir(paths[len(paths)-1], 0o700); err != nil {
		t.Fatal(err)
	}
	add("missing", "does not exist", "no such file")
	add("no-json.ninefold.json/unreachable", "could not be read", "not a directory")

	w := desktop.Start(t, append([]string{"-lang", "en"}, paths...)...)
	for _, b := range slices.Backward(bad) { // the last message lies on top
		m := w.WaitFor("a message about "+b.name, func(m desktop.Map) bool {
			return m.Has("answer:button.ok") && strings.Contains(m.Says, filepath.Base(b.name)+".ninefold.json")
		})
		if !strings.Contains(m.Says, b.says) {
			t.Errorf("%s: the window says %q", b.name, m.Says)
		}
		w.Screenshot(filepath.Base(b.name))
		w.Key("Return")
	}
	w.WaitFor("an empty canvas", func(m desktop.Map) bool { return !m.Busy && m.Notes == 0 })
	w.Key("Return")
	w.Type("all the same")
	w.Key("Return")
	w.WaitFor("a note and the next one begun", func(m desktop.Map) bool { return m.Notes == 1 })
	w.Key("Escape", "ctrl+z")
	w.WaitFor("none", func(m desktop.Map) bool { return m.Notes == 0 })
	w.Quit()

	for i, b := range bad {
		out, messages, status := cli(t, "check", paths[i])
		if status == 0 || out != "" && strings.Contains(out, "ok") || !strings.Contains(out+messages, b.line) {
			t.Errorf("%s: ninefold-cli check: status %d, %q, %q", b.name, status, out, messages)
		}
		if b.text == "" {
			continue
		}
		if now, err := os.ReadFile(paths[i]); err != nil || string(now) != b.text {
			t.Errorf("%s was touched: %v", b.name, err)
		}
	}
}

// smallDisk returns a folder on a disk that has room for so many kilobytes.
func smallDisk(t *testing.T, kilobytes int) string {
	t.Helper()
	folder := t.TempDir()
	size := fmt.Sprintf("size=%dk", kilobytes)
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", size, "tmpfs", folder).CombinedOutput(); err != nil {
		t.Skipf("NOT TESTED: a full disk needs the right to mount a small one: %v, %s", err, out)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(folder, 0); err != nil {
			t.Errorf("the small disk stays: %v", err)
		}
	})
	return folder
}

// TestFullDiskKeepsTheOldFile saves on a disk with no room for a second copy.
func TestFullDiskKeepsTheOldFile(t *testing.T) {
	data, err := os.ReadFile(newSample(t, "en"))
	if err != nil {
		t.Fatal(err)
	}
	folder := smallDisk(t, 64)
	path := filepath.Join(folder, "volta.ninefold.json")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	filler := filepath.Join(folder, "filler")
	if err := os.WriteFile(filler, make([]byte, 64<<10), 0o600); err != nil && !errors.Is(err, syscall.ENOSPC) {
		t.Fatal(err)
	}
	w := desktop.Start(t, "-lang", "en", path)
	m := w.WaitFor("the sample", func(m desktop.Map) bool { return m.Notes > 0 })
	note := load(t, path).Block(canvas.ValuePropositions)[0]
	w.Click(w.Item(key(note.ID)).Center())
	w.Key("Delete")
	w.WaitGone(key(note.ID))
	w.Key("ctrl+s")
	said := w.WaitFor("a message", func(m desktop.Map) bool { return m.Has("answer:button.ok") }).Says
	if !strings.Contains(said, "disk is full") {
		t.Errorf("the window says %q", said)
	}
	w.Screenshot("full")
	w.Key("Return")
	if now, err := os.ReadFile(path); err != nil || string(now) != string(data) {
		t.Fatalf("the old file has changed: %d bytes, %v", len(now), err)
	}

	// An export says so, too, and leaves nothing behind.
	w.WaitFor("no message", func(m desktop.Map) bool { return !m.Busy })
	w.Key("ctrl+e")
	w.WaitFor("the form", func(m desktop.Map) bool { return m.Has("answer:button.export") })
	w.Key("Return")
	w.WaitFor("the picker", func(m desktop.Map) bool { return m.Busy && !m.Has("answer:button.export") })
	w.Key("Return")
	said = w.WaitFor("a message", func(m desktop.Map) bool { return m.Has("answer:button.ok") }).Says
	if !strings.Contains(said, "disk is full") {
		t.Errorf("of the export the window says %q", said)
	}
	w.Key("Return")
	left, err := os.ReadDir(folder)
	if err != nil || len(left) != 2 {
		t.Errorf("on the disk there are %v, %v", left, err)
	}

	// Once there is room, what was edited can be saved.
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	w.WaitFor("no message", func(m desktop.Map) bool { return !m.Busy })
	save(t, w)
	if got := load(t, path).Len(); got != m.Notes-1 {
		t.Errorf("%d notes were saved, want %d", got, m.Notes-1)
	}
	w.Quit()
}

// TestUnwritablePlaceKeepsTheWindow saves to a file that was made read-only,
// while closing: nothing is lost and the window stays.
func TestUnwritablePlaceKeepsTheWindow(t *testing.T) {
	w, path := openSample(t, "en", "-lang", "en")
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	note := load(t, path).Block(canvas.ValuePropositions)[0]
	w.Click(w.Item(key(note.ID)).Center())
	w.Key("Delete")
	w.WaitGone(key(note.ID))
	w.Close()
	w.WaitFor("the question", func(m desktop.Map) bool { return m.Has("answer:button.save") })
	w.Key("Return")
	said := w.WaitFor("a message", func(m desktop.Map) bool { return m.Has("answer:button.ok") }).Says
	if !strings.Contains(said, "not permitted") {
		t.Errorf("the window says %q", said)
	}
	w.Screenshot("unwritable")
	w.Key("Return")
	if now, err := os.ReadFile(path); err != nil || string(now) != string(before) {
		t.Fatalf("the old file has changed: %v", err)
	}
	elsewhere := filepath.Join(t.TempDir(), "elsewhere.ninefold.json")
	w.WaitFor("no message", func(m desktop.Map) bool { return !m.Busy })
	saveAs(t, w, elsewhere)
	if load(t, elsewhere).Note(note.ID) != nil || load(t, path).Note(note.ID) == nil {
		t.Error("the wrong file was written")
	}
	w.Quit()
}

// TestKeysAfterAClickElsewhere clicks into the inspector, where nothing takes
// the keyboard: keys and shortcuts still work the board.
func TestKeysAfterAClickElsewhere(t *testing.T) {
	w, path := openSample(t, "en")
	note := load(t, path).Block(canvas.ValuePropositions)[0]
	elsewhere := func() {
		m := w.Map()
		w.Click(m.Window.At(0.99, 0.9))
	}
	w.Click(w.Item(key(note.ID)).Center())
	elsewhere()
	w.Key("alt+Down")
	w.WaitFor("the note to be moved", func(m desktop.Map) bool { return m.Undo == "edit.move" })
	elsewhere()
	w.Key("Delete")
	w.WaitGone(key(note.ID))
	elsewhere()
	w.Key("ctrl+z", "ctrl+z")
	w.WaitFor("nothing to be undone", func(m desktop.Map) bool { return m.Undo == "" })
	elsewhere()
	w.Key("F1")
	w.WaitFor("the list of shortcuts", func(m desktop.Map) bool { return m.Busy })
	w.Screenshot("shortcuts")
	w.Key("Escape")
	w.Quit()
}
