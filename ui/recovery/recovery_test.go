package recovery

import (
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"ninefold/canvas"
	"ninefold/canvas/file"
	"ninefold/canvas/store"
	"ninefold/canvas/store/state"
)

// titled is an unsaved project that a title tells from others.
func titled(title string) state.Unsaved {
	return state.Unsaved{Project: canvas.New(title, "en", "EUR")}
}

// aside are the titles of what is set aside.
func aside(t *testing.T, folder string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(folder, "recovery", "*", "*"+file.Extension))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range found {
		p, _, err := store.Load(f)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, p.Head().Title)
	}
	return out
}

func want(t *testing.T, folder, when string, titles ...string) {
	t.Helper()
	got := aside(t, folder)
	if len(got) != len(titles) || len(got) > 0 && got[0] != titles[0] {
		t.Errorf("%s: %q lie aside, want %q", when, got, titles)
	}
}

func newKeeper(t *testing.T, folder string) *Keeper {
	t.Helper()
	return New(state.In(folder).NewSession(), func(err error) { t.Errorf("it cannot be kept: %v", err) })
}

func TestWithinTwoSeconds(t *testing.T) {
	folder := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		s := newKeeper(t, folder).Slot("one")
		// Somebody who never stops typing is not waited for.
		for range 8 {
			s.Keep(titled("first"))
			time.Sleep(delay / 4)
		}
		want(t, folder, "while edits go on", "first")
		s.Keep(titled("last"))
		time.Sleep(2 * time.Second)
		synctest.Wait()
		want(t, folder, "two seconds after the last", "last")
		s.Drop()
		s.Keep(titled("kept instead"))
		time.Sleep(2 * time.Second)
		synctest.Wait()
		want(t, folder, "dropped for something else", "kept instead")
		s.Drop()
		synctest.Wait()
		want(t, folder, "as something else may follow", "kept instead")
		time.Sleep(2 * time.Second)
		synctest.Wait()
		want(t, folder, "dropped")
		s.Keep(titled("never"))
		s.Drop()
		time.Sleep(time.Minute)
		synctest.Wait()
		want(t, folder, "dropped before it was written")
		s.Drop()
		s.Keep(titled("again"))
		s.Drop()
		s.Keep(titled("after all"))
		time.Sleep(2 * time.Second)
		synctest.Wait()
		want(t, folder, "after all", "after all")
		s.Close()
		want(t, folder, "closed")
	})
}

func TestFlushWaitsForNoTimer(t *testing.T) {
	folder := t.TempDir()
	k := newKeeper(t, folder)
	one, two := k.Slot("one"), k.Slot("two")
	one.Keep(titled("same"))
	two.Keep(titled("same"))
	k.Flush()
	want(t, folder, "flushed", "same", "same")
	one.Close()
	want(t, folder, "one closed", "same")
	two.Close()
	k.Flush()
	want(t, folder, "both closed")
}

func TestFailureIsToldOnce(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "state")
	if err := os.WriteFile(folder, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	told := 0
	k := New(state.In(folder).NewSession(), func(error) { told++ })
	s := k.Slot("one")
	keep := func() {
		s.Keep(titled("text"))
		s.Flush()
	}
	keep()
	keep()
	if told != 1 {
		t.Errorf("told %d times", told)
	}
	if err := os.Remove(folder); err != nil {
		t.Fatal(err)
	}
	keep()
	want(t, folder, "once there is a place", "text")
	if err := os.Rename(folder, folder+".away"); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(folder, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	keep()
	if told != 2 {
		t.Errorf("told %d times", told)
	}
}
