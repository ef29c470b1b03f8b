package state

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"ninefold/canvas"
	"ninefold/canvas/canvastest"
	"ninefold/canvas/file"
	"ninefold/canvas/store"
)

// titled is a project that a title tells from others.
func titled(id canvas.ID, title string) *canvas.Project {
	p := canvas.New(title, "en", "EUR")
	return canvas.UpdateHead(p, func(h *canvas.Head) { h.ID = id })
}

func title(t *testing.T, path string) string {
	t.Helper()
	p, _, err := store.Load(path)
	if err != nil {
		t.Fatal(err)
	}
	return p.Head().Title
}

func save(t *testing.T, s State, path, title string, known store.Stamp) store.Stamp {
	t.Helper()
	now, unkept, err := s.Save(path, titled("pr_one", title), known)
	if err := errors.Join(unkept, err); err != nil {
		t.Fatal(err)
	}
	return now
}

// kept are the titles of the earlier versions.
func kept(t *testing.T, s State, id canvas.ID) []string {
	t.Helper()
	all, err := s.Versions(id)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, v := range all {
		out = append(out, title(t, v.Path))
	}
	return out
}

func TestLastVersionsAreKept(t *testing.T) {
	s := In(filepath.Join(t.TempDir(), "state"))
	path := filepath.Join(t.TempDir(), "a"+file.Extension)
	var known store.Stamp
	for text := range strings.SplitSeq("abcdefgh", "") {
		known = save(t, s, path, text, known)
	}
	if got := kept(t, s, "pr_one"); !slices.Equal(got, []string{"g", "f", "e", "d", "c"}) || title(t, path) != "h" {
		t.Errorf("kept are %v", got)
	}
	// What is there already is kept once, and counts as new.
	known = save(t, s, path, "d", known)
	known = save(t, s, path, "e", known)
	save(t, s, path, "e", known)
	if got := kept(t, s, "pr_one"); !slices.Equal(got, []string{"d", "h", "g", "f", "e"}) {
		t.Errorf("kept are %v", got)
	}
	if got := kept(t, s, "pr_two"); got != nil {
		t.Errorf("another project has %v", got)
	}
}

func TestACopyKeepsItsOwnVersions(t *testing.T) {
	s := In(t.TempDir())
	one, two := filepath.Join(t.TempDir(), "one.json"), filepath.Join(t.TempDir(), "two.json")
	a := save(t, s, one, "a", store.Stamp{})
	save(t, s, one, "b", a)
	var known store.Stamp
	for range 3 {
		for _, text := range []string{"1", "2", "3", "4", "5", "6", "7"} {
			known = save(t, s, two, text, known)
		}
	}
	if got := kept(t, s, "pr_one"); len(got) != MaxVersions+1 || got[MaxVersions] != "a" {
		t.Errorf("kept are %v", got)
	}
}

func TestVersionsFollowNoClock(t *testing.T) {
	s := In(t.TempDir())
	path := filepath.Join(t.TempDir(), "a.json")
	clock := time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)
	var known store.Stamp
	for _, text := range []string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh"} {
		known = save(t, s, path, text, known)
		clock = clock.Add(-24 * time.Hour) // each is written a day before the last
		if err := os.Chtimes(path, clock, clock); err != nil {
			t.Fatal(err)
		}
	}
	if got := kept(t, s, "pr_one"); !slices.Equal(got, []string{"sixth", "fifth", "fourth", "third", "second"}) {
		t.Errorf("kept are %v", got)
	}
	all, err := s.Versions("pr_one")
	if err != nil || !all[0].Time.Equal(clock.Add(24*time.Hour)) {
		t.Errorf("the sixth was written at %v, %v", all[0].Time, err)
	}
}

func TestHostileIdsStayInTheFolder(t *testing.T) {
	folder := t.TempDir()
	s := In(filepath.Join(folder, "state"))
	path := filepath.Join(folder, "a.json")
	for _, id := range []canvas.ID{"../../x", "/etc", "", "a\x00b", canvas.ID(strings.Repeat("x", 5000))} {
		if err := s.keep(id, path, []byte(id), time.Unix(0, 0)); err != nil {
			t.Errorf("%.20q: %v", id, err)
		}
		if all, err := s.Versions(id); err != nil || len(all) != 1 {
			t.Errorf("%.20q: %v, %v", id, all, err)
		}
	}
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != 1 {
		t.Errorf("beside the state there is %v, %v", entries, err)
	}
}

func TestChangedFileIsNotReplaced(t *testing.T) {
	s := In(t.TempDir())
	path := filepath.Join(t.TempDir(), "a.json")
	known := save(t, s, path, "mine", store.Stamp{})
	if err := store.Save(path, titled("pr_one", "theirs")); err != nil {
		t.Fatal(err)
	}
	var changed *ChangedError
	if _, _, err := s.Save(path, titled("pr_one", "mine again"), known); !errors.As(err, &changed) || changed.Path != path {
		t.Errorf("got %v", err)
	}
	if title(t, path) != "theirs" {
		t.Fatal("it was replaced")
	}
	// Asked to, it is replaced, and theirs is kept.
	save(t, s, path, "mine again", store.Stamp{})
	if got := kept(t, s, "pr_one"); !slices.Equal(got, []string{"theirs"}) {
		t.Errorf("kept are %v", got)
	}
	// A file that is gone is written anew.
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	save(t, s, path, "anew", known)
	// What has become larger than any project is none of ours.
	if err := os.Truncate(path, file.MaxSize+1); err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Save(path, titled("pr_one", "late"), known); !errors.As(err, &changed) {
		t.Errorf("a large file: %v", err)
	}
}

func TestVersionThatCannotBeKeptDoesNotKeepFromSaving(t *testing.T) {
	blocked := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s := In(filepath.Join(blocked, "state"))
	path := filepath.Join(t.TempDir(), "a.json")
	known, unkept, err := s.Save(path, titled("pr_one", "a"), store.Stamp{})
	if err != nil || unkept != nil {
		t.Fatalf("%v, %v", unkept, err)
	}
	if _, unkept, err := s.Save(path, titled("pr_one", "b"), known); err != nil || unkept == nil {
		t.Errorf("%v, %v", unkept, err)
	}
	if title(t, path) != "b" {
		t.Error("it was not saved")
	}
}

// Many savers who each know what they have read lose nothing: every save is
// refused or done upon the one before.
func TestSavesOfOneFileTakeTurns(t *testing.T) {
	s := In(t.TempDir())
	path := filepath.Join(t.TempDir(), "a.json")
	first := save(t, s, path, "", store.Stamp{})
	var wait sync.WaitGroup
	var mu sync.Mutex
	done := 0
	for range 8 {
		wait.Go(func() {
			if _, _, err := s.Save(path, titled("pr_one", string(canvas.NewID("x"))), first); err == nil {
				mu.Lock()
				done++
				mu.Unlock()
			}
		})
	}
	wait.Wait()
	if done != 1 {
		t.Errorf("%d of 8 believe that they have replaced the same version", done)
	}
}

func TestClaims(t *testing.T) {
	s := In(t.TempDir())
	folder := t.TempDir()
	path := filepath.Join(folder, "a.json")
	save(t, s, path, "a", store.Stamp{})
	link := filepath.Join(folder, "link.json")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	first, taken := s.Claim(path)
	if first == nil || taken {
		t.Fatalf("the first claim: %v, %v", first, taken)
	}
	if l, taken := s.Claim(link); l != nil || !taken {
		t.Errorf("by another path: %v, %v", l, taken)
	}
	first.Release()
	second, taken := s.Claim(link)
	if second == nil || taken {
		t.Errorf("once it is released: %v, %v", second, taken)
	}
	second.Release()
	if l, taken := In("").Claim(path); l != nil || taken {
		t.Errorf("where nothing is kept: %v, %v", l, taken)
	}
	if entries, err := os.ReadDir(s.Path("open")); err != nil || len(entries) > 0 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
}

func TestUnsavedIsFoundOnceItsProgramHasEnded(t *testing.T) {
	s := In(t.TempDir())
	running, crashed := s.NewSession(), s.NewSession()
	p := canvastest.Random(3, 20)
	known := store.StampOf([]byte("before"))
	for _, session := range []*Session{running, crashed} {
		if err := session.Keep("one", Unsaved{Path: "/a.json", Known: known, Project: p}); err != nil {
			t.Fatal(err)
		}
	}
	if err := crashed.Keep("two", Unsaved{Project: p}); err != nil {
		t.Fatal(err)
	}
	if left := s.Abandoned(); len(left) > 0 {
		t.Fatalf("%d are taken from running programs", len(left))
	}
	_ = crashed.lock.held.Close() // as the system does when a process ends

	left := s.Abandoned()
	if len(left) != 1 || !slices.Equal(left[0].Names(), []string{"one", "two"}) {
		t.Fatalf("found %v", left)
	}
	if again := s.Abandoned(); len(again) > 0 {
		t.Error("two programs are offered the same")
	}
	u, err := left[0].Read("one")
	if err != nil || u.Path != "/a.json" || u.Known != known || canvastest.Diff(u.Project, p) != "" || u.Time.IsZero() {
		t.Errorf("%+v, %v", u, err)
	}
	if u, err := left[0].Read("two"); err != nil || u.Path != "" || !u.Known.IsZero() {
		t.Errorf("never saved: %+v, %v", u, err)
	}
	if err := left[0].Drop("one"); err != nil {
		t.Fatal(err)
	}
	left[0].Release()

	left = s.Abandoned() // what was not dropped is found again
	if len(left) != 1 || !slices.Equal(left[0].Names(), []string{"two"}) {
		t.Fatalf("found %v", left)
	}
	if err := left[0].Drop("two"); err != nil {
		t.Fatal(err)
	}
	left[0].Release()
	if err := running.Drop("one"); err != nil {
		t.Fatal(err)
	}
	if entries, err := os.ReadDir(s.Path("recovery")); err != nil || len(entries) > 0 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
}

func TestUnsavedIsReplacedAndPutAway(t *testing.T) {
	s := In(t.TempDir())
	session := s.NewSession()
	if err := session.Drop("never kept"); err != nil {
		t.Error(err)
	}
	for range 3 { // a session that is empty can be used again
		for _, text := range []string{"a", "b"} {
			if err := session.Keep("one", Unsaved{Project: titled("pr_one", text)}); err != nil {
				t.Fatal(err)
			}
		}
		if got := title(t, s.Path("recovery", session.id, "one"+file.Extension)); got != "b" {
			t.Errorf("kept is %q", got)
		}
		if err := session.Drop("one"); err != nil {
			t.Fatal(err)
		}
	}
	if left := s.Abandoned(); len(left) > 0 {
		t.Errorf("found %v", left)
	}
}

// What an unsaved project was worked on from lies beside it, is written only
// when it changes, and is believed only as it was written.
func TestTheBaseOfUnsavedWork(t *testing.T) {
	s := In(t.TempDir())
	session := s.NewSession()
	keep := func(base *canvas.Project) {
		t.Helper()
		if err := session.Keep("one", Unsaved{Path: "/a.json", Base: base, Project: titled("pr_one", "mine")}); err != nil {
			t.Fatal(err)
		}
	}
	first, second := titled("pr_one", "first"), titled("pr_one", "second")
	keep(first)
	path := s.Path("recovery", session.id, "one.base")
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	keep(first)
	if _, err := os.Stat(path); err == nil {
		t.Error("it was written again")
	}
	keep(second)
	found := func() *canvas.Project {
		t.Helper()
		_ = session.lock.held.Close() // as the system does when a process ends
		left := s.Abandoned()
		defer left[0].Release()
		u, err := left[0].Read("one")
		if err != nil {
			t.Fatal(err)
		}
		return u.Base
	}
	if base := found(); base == nil || base.Head().Title != "second" {
		t.Errorf("the base is %v", base)
	}
	if err := store.Save(path, first); err != nil {
		t.Fatal(err)
	}
	if base := found(); base != nil {
		t.Error("what somebody else put there is believed")
	}
}

func TestADamagedOriginLosesNoProject(t *testing.T) {
	s := In(t.TempDir())
	session := s.NewSession()
	if err := session.Keep("one", Unsaved{Path: "/a.json", Project: titled("pr_one", "a")}); err != nil {
		t.Fatal(err)
	}
	_ = session.lock.held.Close()
	if err := os.WriteFile(s.Path("recovery", session.id, "one.json"), []byte(`{"path": 7, "known": "zz"`), 0o600); err != nil {
		t.Fatal(err)
	}
	left := s.Abandoned()
	u, err := left[0].Read("one")
	if err != nil || u.Path != "" || u.Project.Head().Title != "a" {
		t.Errorf("%+v, %v", u, err)
	}
	left[0].Release()
}

func TestNothingIsKeptWithoutAFolder(t *testing.T) {
	s := In("")
	path := filepath.Join(t.TempDir(), "a.json")
	known := save(t, s, path, "a", store.Stamp{})
	save(t, s, path, "b", known)
	if err := s.NewSession().Keep("one", Unsaved{Project: titled("pr_one", "a")}); err != nil {
		t.Error(err)
	}
	if got := kept(t, s, "pr_one"); got != nil || len(s.Abandoned()) > 0 {
		t.Errorf("kept are %v", got)
	}
}
