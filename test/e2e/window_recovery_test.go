//go:build e2e

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"ninefold/canvas"
	"ninefold/canvas/canvastest"
	"ninefold/canvas/file"
	"ninefold/canvas/store"
	"ninefold/test/e2e/desktop"
)

// writeNote writes a note in a block by the keyboard.
func writeNote(t *testing.T, w *desktop.Window, block canvas.Block, text string) {
	t.Helper()
	notes := w.Map().Notes
	beginNote(w, block, text)
	w.Key("Return")
	w.WaitFor("the note", func(m desktop.Map) bool { return m.Notes == notes+1 })
	w.Key("Escape")
}

// beginNote writes a note and leaves it unfinished.
func beginNote(w *desktop.Window, block canvas.Block, text string) {
	w.Click(w.Item("block:"+string(block)).At(0.5, 0.95))
	w.Key("ctrl+shift+n")
	w.Type(text)
}

// asideOf waits until a desktop's programs have set something aside that holds
// a text, and gives its path.
func asideOf(t *testing.T, d *desktop.Desktop, text string) string {
	t.Helper()
	for end := time.Now().Add(desktop.Deadline); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		for _, path := range allAside(t, d) {
			if data, err := os.ReadFile(path); err == nil && strings.Contains(string(data), text) {
				return path
			}
		}
	}
	t.Fatalf("nothing that holds %q was set aside", text)
	return ""
}

func allAside(t *testing.T, d *desktop.Desktop) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(d.Home(), "state", "ninefold", "recovery", "*", "*"+file.Extension))
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// TestKilledWindowLosesNothing kills the program after an edit, twice: with a
// project that has a file and with one that has none.
func TestKilledWindowLosesNothing(t *testing.T) {
	d := desktop.New(t)
	path := newSample(t, "en")
	w := d.Start("-lang", "en", path)
	before := w.WaitFor("the sample", func(m desktop.Map) bool { return m.Notes > 0 }).Notes
	writeNote(t, w, canvas.Channels, "Not saved yet")
	want := load(t, asideOf(t, d, "Not saved yet"))
	other := d.Start("-lang", "en")
	other.WaitFor("an empty canvas", func(m desktop.Map) bool { return !m.Busy && m.Notes == 0 }) // and no offer: the first still runs
	beginNote(other, canvas.KeyResources, "Never saved")                                          // in the middle of typing
	asideOf(t, d, "Never saved")
	w.Kill()
	other.Kill()

	w = d.Start("-lang", "en")
	for range 2 { // in any order
		m := w.WaitFor("an offer", func(m desktop.Map) bool { return m.Has("answer:button.restore") })
		w.Screenshot("offer")
		switch {
		case strings.Contains(m.Says, "Never saved"):
			w.Key("shift+Tab", "shift+Tab", "Return") // to Discard
		case strings.Contains(m.Says, filepath.Base(path)) && strings.Contains(m.Says, "Not saved yet"):
			w.Key("Return")
		default:
			t.Fatalf("it offers %q", m.Says)
		}
		w.WaitFor("the answer to be taken", func(n desktop.Map) bool { return n.Says != m.Says })
	}
	m := w.WaitFor("the project with the note", func(m desktop.Map) bool { return !m.Busy && m.Notes == before+1 })
	if m.Undo != "edit.recover" || !strings.HasPrefix(m.Title, "•") {
		t.Errorf("undo would take back %q; the title is %q", m.Undo, m.Title)
	}
	w.Screenshot("restored")
	save(t, w)
	if diff := canvastest.Diff(want, load(t, path)); diff != "" {
		t.Errorf("what came back is not what was there (-was +came):\n%s", diff)
	}
	w.Quit()
	if left := allAside(t, d); len(left) > 0 {
		t.Errorf("still set aside: %q", left)
	}
}

// TestKilledWhileTypingBesideTheCanvas kills the program while something stands
// in a field of the inspector, and while it stands in a cell of the costs. In
// the second case another program goes on with the file before the next start.
func TestKilledWhileTypingBesideTheCanvas(t *testing.T) {
	for _, c := range []struct{ name, typed, offered string }{
		{"inspector", "half a wo", "half a wo"},
		{"costs", "98765", "€98,765"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := desktop.New(t)
			path := newSample(t, "en")
			w := d.Start("-lang", "en", path)
			w.WaitFor("the sample", func(m desktop.Map) bool { return m.Notes > 0 })
			p := load(t, path)
			if c.name == "inspector" {
				w.Click(w.Item(key(p.Block(canvas.Channels)[0].ID)).Center())
				w.Key("F6")
				w.Key("ctrl+a")
			} else {
				w.Key("ctrl+3")
				cell := ""
				for n := range p.Notes() {
					if cell == "" && len(n.Costs) > 0 && n.Costs[0].Amount != nil {
						cell = costKey(&n.Costs[0], "amount")
					}
				}
				w.WaitFor("the table", func(m desktop.Map) bool { return m.Has(cell) })
				w.Click(w.Item(cell).Center())
			}
			w.Type(c.typed)
			asideOf(t, d, c.typed)
			w.Screenshot("typed")
			w.Kill()
			if c.name == "costs" {
				p, _, err := canvas.AddNote(p, canvas.Note{Text: "by another program"}, canvas.Channels, canvas.AtEnd)
				if err != nil {
					t.Fatal(err)
				}
				if err := store.Save(path, p); err != nil {
					t.Fatal(err)
				}
			}

			w = d.Start("-lang", "en", path)
			w.WaitFor("an offer", func(m desktop.Map) bool { return strings.Contains(m.Says, c.offered) })
			w.Screenshot("offer")
			w.Key("Return")
			w.WaitFor("what was typed", func(m desktop.Map) bool { return !m.Busy && m.Undo == "edit.recover" })
			save(t, w)
			data, err := os.ReadFile(path)
			if err != nil || !strings.Contains(string(data), c.typed) {
				t.Errorf("what was typed did not come back: %v", err)
			}
			if c.name == "costs" && !strings.Contains(string(data), "by another program") {
				t.Error("what another program wrote is gone")
			}
			w.Quit()
		})
	}
}

// TestLogOutKeepsWhatIsBeingTyped ends the program as the system does at a
// log-out, in the middle of a word.
func TestLogOutKeepsWhatIsBeingTyped(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP} {
		t.Run(signal.String(), func(t *testing.T) {
			d := desktop.New(t)
			path := newSample(t, "en")
			before, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			w := d.Start("-lang", "en", path)
			notes := w.WaitFor("the sample", func(m desktop.Map) bool { return m.Notes > 0 }).Notes
			beginNote(w, canvas.Channels, "half a wo")
			w.Screenshot("typed") // waits until the window has taken it all
			w.Signal(signal)
			w.WaitEnded()
			asideOf(t, d, "half a wo")
			if now, err := os.ReadFile(path); err != nil || string(now) != string(before) {
				t.Errorf("the file was written: %v", err)
			}
			w = d.Start("-lang", "en", path)
			w.WaitFor("an offer", func(m desktop.Map) bool { return strings.Contains(m.Says, "half a wo") })
			w.Key("Return")
			w.WaitFor("the note", func(m desktop.Map) bool { return m.Notes == notes+1 })
			w.Kill()
		})
	}
}

// TestTwoProgramsOnOneFile has two real programs work on one file: each sees
// what the other saves, and nothing of either is lost.
func TestTwoProgramsOnOneFile(t *testing.T) {
	d := desktop.New(t)
	path := newSample(t, "en")
	one := d.Start("-lang", "en", path)
	notes := one.WaitFor("the sample", func(m desktop.Map) bool { return m.Notes > 0 }).Notes
	two := d.Start("-lang", "en", path)
	two.WaitFor("a word about the other", func(m desktop.Map) bool { return strings.Contains(m.Status, "another Ninefold") })
	two.Screenshot("shared")

	// Without changes of its own the other reads it again.
	writeNote(t, two, canvas.Channels, "second was here")
	save(t, two)
	one.WaitFor("the file to be read again", func(m desktop.Map) bool {
		return m.Notes == notes+1 && m.Undo == "edit.reload" && !strings.HasPrefix(m.Title, "•") && strings.Contains(m.Status, "read again")
	})
	one.Focus()
	one.Screenshot("read again")

	// With changes of its own the other merges.
	writeNote(t, one, canvas.KeyResources, "first works on")
	two.Focus()
	writeNote(t, two, canvas.KeyActivities, "so does the second")
	save(t, two)
	one.WaitFor("both to be merged", func(m desktop.Map) bool {
		return m.Notes == notes+3 && m.Undo == "edit.merge" && strings.HasPrefix(m.Title, "•")
	})
	one.Focus()
	one.Screenshot("merged")
	save(t, one)
	two.WaitFor("all to be there", func(m desktop.Map) bool { return m.Notes == notes+3 })

	// What both change is asked about.
	note := load(t, path).Block(canvas.ValuePropositions)[0]
	p, err := canvas.SetText(load(t, path), note.ID, "their words")
	if err != nil {
		t.Fatal(err)
	}
	one.Focus()
	one.Click(one.Item(key(note.ID)).Center())
	one.Key("F2", "ctrl+a")
	one.Type("my words")
	one.Key("Tab")
	one.WaitFor("my words", func(m desktop.Map) bool { return strings.HasPrefix(m.Title, "•") && m.Undo == "edit.text" })
	if err := store.Save(path, p); err != nil {
		t.Fatal(err)
	}
	m := one.WaitFor("a question", func(m desktop.Map) bool { return m.Has("answer:button.bring_together") })
	if !strings.Contains(m.Says, "Mine “my words”, In the file “their words”") {
		t.Errorf("it asks %q", m.Says)
	}
	one.Screenshot("conflict")
	one.Key("Right", "Left", "Return") // theirs, and mine after all
	one.WaitFor("an answer", func(m desktop.Map) bool { return !m.Busy })
	save(t, one)
	if got := load(t, path).Note(note.ID).Text; got != "my words" {
		t.Errorf("the file says %q", got)
	}

	// A file that goes is missed.
	if err := os.Rename(path, path+".away"); err != nil {
		t.Fatal(err)
	}
	one.WaitFor("a word about the file", func(m desktop.Map) bool { return strings.Contains(m.Status, "deleted or moved") })
	save(t, one)
	if got := load(t, path).Len(); got != notes+3 {
		t.Errorf("%d notes were saved, want %d", got, notes+3)
	}
	two.Kill()
	one.Quit()
}
