package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"ninefold/canvas/canvastest"
	"ninefold/canvas/file"
)

// faulty is the machine's disk, with one step that fails.
type faulty struct {
	disk
	failAt int // the step that fails, from 0
	err    error
	crash  bool // nothing works after that step either, as after a kill
	steps  int
	failed []string
}

func (d *faulty) step(name string) error {
	at := d.steps
	d.steps++
	if at == d.failAt || d.crash && at > d.failAt {
		d.failed = append(d.failed, name)
		return &fs.PathError{Op: name, Path: "secret.tmp", Err: d.err}
	}
	return nil
}

func (d *faulty) Lstat(path string) (fs.FileInfo, error) {
	if err := d.step("lstat"); err != nil {
		return nil, err
	}
	return d.disk.Lstat(path)
}

func (d *faulty) Create(path string, mode fs.FileMode) (handle, error) {
	if err := d.step("create"); err != nil {
		return nil, err
	}
	f, err := d.disk.Create(path, mode)
	return faultyHandle{f, d}, err
}

func (d *faulty) Rename(from, to string) error {
	if err := d.step("rename"); err != nil {
		return err
	}
	return d.disk.Rename(from, to)
}

func (d *faulty) Remove(path string) error {
	if err := d.step("remove"); err != nil {
		return err
	}
	return d.disk.Remove(path)
}

func (d *faulty) SyncFolder(path string) error {
	if err := d.step("sync folder"); err != nil {
		return err
	}
	return d.disk.SyncFolder(path)
}

type faultyHandle struct {
	handle
	d *faulty
}

func (f faultyHandle) Chmod(mode fs.FileMode) error {
	if err := f.d.step("chmod"); err != nil {
		return err
	}
	return f.handle.Chmod(mode)
}

// Write that fails has written half.
func (f faultyHandle) Write(p []byte) (int, error) {
	if err := f.d.step("write"); err != nil {
		n, _ := f.handle.Write(p[:len(p)/2])
		return n, err
	}
	return f.handle.Write(p)
}

func (f faultyHandle) Sync() error {
	if err := f.d.step("sync"); err != nil {
		return err
	}
	return f.handle.Sync()
}

// Close closes in any case, as the system does.
func (f faultyHandle) Close() error {
	err := f.d.step("close")
	return errors.Join(f.handle.Close(), err)
}

func TestAnyStepThatFailsLeavesTheOldFileOrTheNew(t *testing.T) {
	const old, now = "the old text", "the new and longer text"
	for _, existing := range []bool{true, false} {
		for _, crash := range []bool{true, false} {
			for at := 0; ; at++ {
				path := filepath.Join(t.TempDir(), "a.ninefold.json")
				if existing {
					put(t, path, old)
				}
				d := &faulty{failAt: at, err: syscall.ENOSPC, crash: crash}
				err := write(d, path, []byte(now))
				if len(d.failed) == 0 {
					if err != nil || at < 6 {
						t.Fatalf("all %d steps worked: %v", at, err)
					}
					break
				}
				what := fmt.Sprintf("existing %v, crash %v, %v failed", existing, crash, d.failed)
				var failed *WriteError
				if !errors.As(err, &failed) || !errors.Is(err, ErrDiskFull) || errors.Is(err, fs.ErrPermission) {
					t.Fatalf("%s: %v", what, err)
				}
				if failed.Path != path || strings.Contains(err.Error(), "secret") {
					t.Errorf("%s: names the wrong file: %v", what, err)
				}
				got, err := os.ReadFile(path)
				replaced := d.failed[0] == "sync folder"
				switch {
				case replaced && string(got) == now:
				case !replaced && existing && string(got) == old:
				case !replaced && !existing && errors.Is(err, fs.ErrNotExist):
				default:
					t.Errorf("%s: the file holds %q, %v", what, got, err)
				}
				if !crash {
					alone(t, path)
				}
			}
		}
	}
}

// alone fails the test when there is another file in the path's folder.
func alone(t *testing.T, path string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != filepath.Base(path) {
			t.Errorf("left behind: %s", e.Name())
		}
	}
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func get(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestTempFileIsOneThatSyncProgramsIgnore(t *testing.T) {
	dir := t.TempDir()
	d := &faulty{failAt: 3, err: syscall.EIO, crash: true}
	_ = write(d, filepath.Join(dir, "a.json"), []byte("text"))
	names, err := os.ReadDir(dir)
	if err != nil || len(names) != 1 {
		t.Fatalf("%v, %v", names, err)
	}
	if n := names[0].Name(); !strings.HasPrefix(n, ".~") || !strings.HasSuffix(n, ".tmp") {
		t.Errorf("named %s", n)
	}
}

func TestWhatKilledSavesLeftIsTidied(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "a [b] c*")
	if err := os.Mkdir(folder, 0o700); err != nil {
		folder = t.TempDir() // such names are not allowed here
	}
	path := filepath.Join(folder, "a.json")
	old, fresh, other := filepath.Join(folder, ".~ninefold-0000002a.tmp"), filepath.Join(folder, ".~ninefold-0000002b.tmp"), filepath.Join(folder, ".~other.tmp")
	long := time.Now().Add(-2 * abandoned)
	for _, p := range []string{path, old, fresh, other} {
		put(t, p, "text")
		if p != fresh {
			if err := os.Chtimes(p, long, long); err != nil {
				t.Fatal(err)
			}
		}
	}
	Tidy(path)
	for p, want := range map[string]bool{path: true, old: false, fresh: true, other: true} {
		if _, err := os.Stat(p); (err == nil) != want {
			t.Errorf("%s: %v", filepath.Base(p), err)
		}
	}
}

func TestFileKeepsItsPermissions(t *testing.T) {
	for _, mode := range []fs.FileMode{0o600, 0o664, 0o666, 0o755} {
		path := filepath.Join(t.TempDir(), "a.json")
		put(t, path, "old")
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		if err := WriteFile(path, []byte("new")); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(path)
		if err != nil || info.Mode().Perm() != mode && os.PathSeparator == '/' {
			t.Errorf("%v became %v, %v", mode, info.Mode(), err)
		}
	}
}

func TestFileMadeReadOnlyIsNotReplaced(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.json")
	put(t, path, "old")
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(path, []byte("new")); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("got %v", err)
	}
	if get(t, path) != "old" {
		t.Error("it was replaced")
	}
	alone(t, path)
}

func TestUnwritableFolder(t *testing.T) {
	for _, cause := range []error{syscall.EACCES, syscall.EPERM, syscall.EROFS} {
		path := filepath.Join(t.TempDir(), "a.json")
		put(t, path, "old")
		err := write(&faulty{failAt: 1, err: cause}, path, []byte("new"))
		if !errors.Is(err, fs.ErrPermission) || errors.Is(err, ErrDiskFull) {
			t.Errorf("%v: %v", cause, err)
		}
		if get(t, path) != "old" {
			t.Errorf("%v: the file changed", cause)
		}
	}
	if err := WriteFile(filepath.Join(t.TempDir(), "none", "a.json"), nil); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no folder: %v", err)
	}
}

func TestOnlyRegularFilesAreWritten(t *testing.T) {
	var not *NotRegularError
	if err := WriteFile(t.TempDir(), nil); !errors.As(err, &not) || !not.Mode.IsDir() {
		t.Errorf("a folder: %v", err)
	}
	if _, err := os.Stat("/dev/null"); err == nil {
		if err := WriteFile("/dev/null", nil); !errors.As(err, &not) {
			t.Errorf("a device: %v", err)
		}
	}
}

func TestSavedProjectLoads(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a"+file.Extension)
	p := canvastest.Random(1, 30)
	if err := Save(path, p); err != nil {
		t.Fatal(err)
	}
	q, warnings, err := Load(path)
	if err != nil || len(warnings) > 0 {
		t.Fatalf("%v, %v", warnings, err)
	}
	if d := canvastest.Diff(p, q); d != "" {
		t.Errorf("(-saved +loaded):\n%s", d)
	}
	alone(t, path)
}

func TestSavingAgainReplacesTheOldContent(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.json")
	for _, text := range []string{"long long text", "short", ""} {
		if err := WriteFile(path, []byte(text)); err != nil {
			t.Fatal(err)
		}
		if got := get(t, path); got != text {
			t.Errorf("holds %q", got)
		}
	}
	alone(t, path)
}
