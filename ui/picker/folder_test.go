package picker

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
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

func TestComplete(t *testing.T) {
	folder := filepath.Join(string(filepath.Separator), "home", "ana")
	for _, c := range []struct{ typed, want string }{
		{"", ""},
		{"  ", ""},
		{"volta", filepath.Join(folder, "volta.pdf")},
		{" volta.PDF ", filepath.Join(folder, "volta.PDF")},
		{"volta 2.1", filepath.Join(folder, "volta 2.1.pdf")},
		{filepath.Join("sub", "volta"), filepath.Join(folder, "sub", "volta.pdf")},
		{filepath.Join(string(filepath.Separator), "tmp", "x"), filepath.Join(string(filepath.Separator), "tmp", "x.pdf")},
	} {
		if got := complete(folder, c.typed, ".pdf"); got != c.want {
			t.Errorf("complete(%q) = %q, want %q", c.typed, got, c.want)
		}
	}
}

func TestStartFindsTheNearestFolder(t *testing.T) {
	dir := t.TempDir()
	if got := start(filepath.Join(dir, "gone", "further")); got != dir {
		t.Errorf("got %q, want %q", got, dir)
	}
}
