//go:build unix

package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestPipeDoesNotHang(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	var not *NotRegularError
	if _, _, err := Load(path); !errors.As(err, &not) {
		t.Errorf("reading: %v", err)
	}
	if err := WriteFile(path, nil); !errors.As(err, &not) {
		t.Errorf("writing: %v", err)
	}
}

// Links need a right on Windows that its users do not have.
func TestLinkIsFollowedToItsTarget(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "sub"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, l := range [][2]string{{"sub/real.json", "second"}, {"second", "first"}, {"round", "round"}, {"sub/later.json", "dangling"}} {
		if err := os.Symlink(l[0], filepath.Join(dir, l[1])); err != nil {
			t.Fatal(err)
		}
	}
	put(t, filepath.Join(dir, "sub", "real.json"), "old")
	for link, target := range map[string]string{"first": "sub/real.json", "dangling": "sub/later.json"} {
		if err := WriteFile(filepath.Join(dir, link), []byte("new")); err != nil {
			t.Fatal(err)
		}
		info, err := os.Lstat(filepath.Join(dir, link))
		if err != nil || info.Mode()&fs.ModeSymlink == 0 {
			t.Errorf("%s is no link any more", link)
		}
		if got := get(t, filepath.Join(dir, target)); got != "new" {
			t.Errorf("%s holds %q", target, got)
		}
	}
	var failed *WriteError
	if err := WriteFile(filepath.Join(dir, "round"), nil); !errors.As(err, &failed) {
		t.Errorf("a circle: %v", err)
	}
}
