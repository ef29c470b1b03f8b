//go:build e2e

package saving

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"

	"ninefold/canvas/file"
	"ninefold/canvas/store"
	"ninefold/canvas/store/state"
)

// saveWithoutRoom saves the larger version where there is less and less room
// for it, down to none: each save fails, and says so.
func saveWithoutRoom(path string, s state.State) error {
	signal.Ignore(syscall.SIGXFSZ)
	large := versions()[1]
	data, err := file.Encode(large)
	if err != nil {
		return err
	}
	for room := len(data) - 1; room > 0; room -= len(data)/200 + 1 {
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: uint64(room), Max: uint64(len(data))}); err != nil {
			return err
		}
		var failed *store.WriteError
		if _, _, err := s.Save(path, large, store.Stamp{}); !errors.As(err, &failed) || failed.Op != store.OpWrite {
			return fmt.Errorf("with room for %d bytes: %w", room, err)
		}
	}
	return nil
}

// TestNoRoomForTheFile has the system break off each save at another place.
func TestNoRoomForTheFile(t *testing.T) {
	path, folder := filepath.Join(t.TempDir(), "a"+file.Extension), t.TempDir()
	want := texts(t)[0]
	if err := store.WriteFile(path, want); err != nil {
		t.Fatal(err)
	}
	if out, err := program("no room", path, folder).CombinedOutput(); err != nil {
		t.Fatalf("%s, %v", out, err)
	}
	onlyHolds(t, path, want)
}

// onlyHolds fails the test unless a file holds what it should, alone in its
// folder.
func onlyHolds(t *testing.T, path string, want []byte) {
	t.Helper()
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, want) {
		t.Errorf("the file holds %d bytes, want %d; %v", len(now), len(want), err)
	}
	if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) != 1 {
		t.Errorf("in the folder there are %v, %v", entries, err)
	}
}

// TestDiskRunsFull saves, where the machine lets the test have one, on a small
// disk of its own that fills up until nothing goes on it any more.
func TestDiskRunsFull(t *testing.T) {
	folder := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", folder).CombinedOutput(); err != nil {
		t.Logf("no small disk may be mounted (%v, %s): TestNoRoomForTheFile stands for it", err, bytes.TrimSpace(out))
		return
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(folder, 0); err != nil {
			t.Errorf("the small disk stays: %v", err)
		}
	})
	path := filepath.Join(folder, "project", "a"+file.Extension)
	if err := os.Mkdir(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	both, s := versions(), state.In(filepath.Join(folder, "state"))
	holds := texts(t)
	if err := store.WriteFile(path, holds[0]); err != nil {
		t.Fatal(err)
	}
	now, failed := 0, 0
	for i := 1; failed < 20; i++ {
		_, _, err := s.Save(path, both[i%2], store.Stamp{})
		switch {
		case err == nil:
			now = i % 2
		case errors.Is(err, store.ErrDiskFull):
			failed++
		default:
			t.Fatal(err)
		}
		onlyHolds(t, path, holds[now])
		// Something else takes what room there is.
		filler := filepath.Join(folder, fmt.Sprintf("filler-%d", i))
		if err := os.WriteFile(filler, make([]byte, 8<<10), 0o600); err != nil && !errors.Is(err, syscall.ENOSPC) {
			t.Fatal(err)
		}
	}
}
