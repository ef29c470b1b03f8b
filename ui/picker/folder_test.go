package picker

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"ninefold/assets/locale"
)

func TestList(t *testing.T) {
	dir := t.TempDir()
	for _, f := range []string{"b.ninefold.json", "A.NINEFOLD.JSON", "c.txt", ".hidden.ninefold.json"} {
		if err := os.WriteFile(filepath.Join(dir, f), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "zebra"), 0o700); err != nil {
		t.Fatal(err)
	}
	found, err := list(dir, []string{".ninefold.json"})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range found {
		names = append(names, e.name)
	}
	if want := []string{"zebra", "A.NINEFOLD.JSON", "b.ninefold.json"}; !slices.Equal(names, want) {
		t.Errorf("got %q, want %q", names, want)
	}
}

func TestTypedPath(t *testing.T) {
	home := filepath.Join(string(filepath.Separator), "home", "ana")
	folder := filepath.Join(home, "work")
	for _, c := range []struct{ typed, want string }{
		{"", ""},
		{"  ", ""},
		{" volta ", filepath.Join(folder, "volta")},
		{filepath.Join("sub", "volta"), filepath.Join(folder, "sub", "volta")},
		{filepath.Join(string(filepath.Separator), "tmp", "x"), filepath.Join(string(filepath.Separator), "tmp", "x")},
		{"..", home},
		{"~", home},
		{filepath.Join("~", "volta"), filepath.Join(home, "volta")},
		{"~volta", filepath.Join(folder, "~volta")},
	} {
		if got := (user{home: home}).typed(folder, c.typed); got != c.want {
			t.Errorf("typed(%q) = %q, want %q", c.typed, got, c.want)
		}
	}
}

func TestComplete(t *testing.T) {
	for _, c := range []struct{ path, want string }{
		{"volta", "volta.pdf"},
		{"volta.PDF", "volta.PDF"},
		{"volta 2.1", "volta 2.1.pdf"},
	} {
		if got := complete(c.path, ".pdf"); got != c.want {
			t.Errorf("complete(%q) = %q, want %q", c.path, got, c.want)
		}
	}
}

func TestStartFindsTheNearestFolder(t *testing.T) {
	dir := t.TempDir()
	if got := (user{}).start(filepath.Join(dir, "gone", "further")); got != dir {
		t.Errorf("got %q, want %q", got, dir)
	}
}

func TestStartWithoutAWishIsAmongTheUsersOwn(t *testing.T) {
	home := t.TempDir()
	ana := user{home: home, config: t.TempDir()}
	if got := ana.start(""); got != home {
		t.Errorf("got %q, want %q", got, home)
	}
	documents := filepath.Join(home, "Documents")
	if err := os.Mkdir(documents, 0o700); err != nil {
		t.Fatal(err)
	}
	if got := ana.start(""); got != documents {
		t.Errorf("got %q, want %q", got, documents)
	}
}

func TestBeginning(t *testing.T) {
	entries := []entry{{name: "Alpha"}, {name: "alps"}, {name: "beta"}}
	for _, c := range []struct {
		after int
		typed string
		want  int
	}{
		{-1, "a", 0}, {0, "a", 1}, {1, "a", 0}, {0, "B", 2}, {-1, "alps", 1}, {1, "alph", 0}, {0, "x", -1},
	} {
		if got := beginning(entries, c.after, c.typed); got != c.want {
			t.Errorf("after %d, %q leads to %d, want %d", c.after, c.typed, got, c.want)
		}
	}
	if got := beginning(nil, 0, "a"); got != -1 {
		t.Errorf("in an empty folder got %d", got)
	}
}

func TestPlaces(t *testing.T) {
	home := t.TempDir()
	config := t.TempDir()
	for _, name := range []string{"Desktop", "Dokumente", "work", "gone"} {
		if err := os.Mkdir(filepath.Join(home, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Remove(filepath.Join(home, "gone")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(config, "user-dirs.dirs"), []byte("# comment\nXDG_DOCUMENTS_DIR=\"$HOME/Dokumente\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	recent := []string{
		filepath.Join(home, "work", "a.ninefold.json"), filepath.Join(home, "work", "b.ninefold.json"),
		filepath.Join(home, "gone", "c.ninefold.json"), filepath.Join(home, "d.ninefold.json"),
	}
	var got []string
	for _, p := range (user{home, config}).places(locale.Of("en"), recent) {
		if rel, err := filepath.Rel(home, p.path); err == nil && filepath.IsLocal(rel) {
			got = append(got, p.name+" "+rel)
		}
	}
	want := []string{"Home .", "Desktop Desktop", "Documents Dokumente", "work work"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
