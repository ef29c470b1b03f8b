package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"ninefold/canvas/file"
)

func TestLargeFileIsRefusedUnread(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.json")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.Truncate(200<<20), f.Close()); err != nil {
		t.Fatal(err)
	}
	allocated := testing.AllocsPerRun(1, func() {
		_, _, err = Load(path)
	})
	var large *file.TooLargeError
	if !errors.As(err, &large) || large.Quantity != file.QuantityBytes {
		t.Errorf("got %v", err)
	}
	if allocated > 50 {
		t.Errorf("%v allocations", allocated)
	}
}

func TestOnlyRegularFilesAreRead(t *testing.T) {
	var not *NotRegularError
	if _, _, err := Load(t.TempDir()); !errors.As(err, &not) || !not.Mode.IsDir() {
		t.Errorf("a folder: %v", err)
	}
	if _, err := os.Stat("/dev/zero"); err == nil {
		if _, _, err := Load("/dev/zero"); !errors.As(err, &not) {
			t.Errorf("a device: %v", err)
		}
	}
}

func TestMissingFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none.json")
	_, _, err := Load(path)
	var failed *ReadError
	if !errors.As(err, &failed) || !errors.Is(err, fs.ErrNotExist) || failed.Path != path {
		t.Errorf("got %v", err)
	}
}

func TestWhatIsNoProjectSaysSo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.json")
	put(t, path, "")
	_, _, err := Load(path)
	var not *file.NotProjectError
	if !errors.As(err, &not) || not.Reason != file.ReasonEmpty {
		t.Errorf("got %v", err)
	}
}

func TestWholeFileIsRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.json")
	text := string(make([]byte, 3<<20))
	put(t, path, text)
	if got, err := ReadFile(path, file.MaxSize); err != nil || string(got) != text {
		t.Errorf("%d bytes of %d, %v", len(got), len(text), err)
	}
}
