package watch

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"ninefold/canvas/store"
)

// deadline is how long a test waits for what must come.
const deadline = 20 * time.Second

// want fails the test unless the path is told next.
func want(t *testing.T, told <-chan string, path, after string) {
	t.Helper()
	select {
	case got := <-told:
		if got != path {
			t.Fatalf("%s: %s was told, want %s", after, got, path)
		}
	case <-time.After(deadline):
		t.Fatalf("%s: nothing was told", after)
	}
}

func do(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestChangesAreTold(t *testing.T) {
	folder := t.TempDir()
	path, other := filepath.Join(folder, "a.json"), filepath.Join(folder, "other.json")
	do(t, os.WriteFile(path, []byte("one"), 0o600))
	told := make(chan string, 100)
	w, err := New(func(path string) { told <- path })
	do(t, err)
	defer w.Close()
	do(t, w.Add(path))
	do(t, w.Add(path))

	do(t, os.WriteFile(other, []byte("nobody watches it"), 0o600))
	do(t, os.WriteFile(path, []byte("two"), 0o600))
	want(t, told, path, "written in place")
	do(t, store.WriteFile(path, []byte("three")))
	want(t, told, path, "replaced")
	do(t, os.Rename(path, other))
	want(t, told, path, "moved")
	do(t, os.Rename(other, path))
	want(t, told, path, "come back")
	do(t, os.Remove(path))
	want(t, told, path, "removed")
}

func TestAFileBehindALink(t *testing.T) {
	target, link := filepath.Join(t.TempDir(), "a.json"), filepath.Join(t.TempDir(), "link.json")
	do(t, os.WriteFile(target, []byte("one"), 0o600))
	do(t, os.Symlink(target, link))
	told := make(chan string, 100)
	w, err := New(func(path string) { told <- path })
	do(t, err)
	defer w.Close()
	do(t, w.Add(link))
	do(t, store.WriteFile(link, []byte("two")))
	want(t, told, link, "written")
}

func TestWhatIsNoLongerWatchedIsNotTold(t *testing.T) {
	folder := t.TempDir()
	one, two := filepath.Join(folder, "1.json"), filepath.Join(folder, "2.json")
	told := make(chan string, 100)
	w, err := New(func(path string) { told <- path })
	do(t, err)
	defer w.Close()
	do(t, w.Add(one)) // neither is there yet
	do(t, w.Add(two))
	w.Remove(one)
	w.Remove(one)
	do(t, os.WriteFile(one, nil, 0o600))
	do(t, os.WriteFile(two, nil, 0o600))
	want(t, told, two, "made")
	w.Remove(two)
	if len(w.folders) > 0 || len(w.system.WatchList()) > 0 {
		t.Errorf("folders are still watched: %v", w.system.WatchList())
	}
	if err := w.Add(filepath.Join(folder, "none", "a.json")); err == nil {
		t.Error("a folder that is not there is watched")
	}
}
