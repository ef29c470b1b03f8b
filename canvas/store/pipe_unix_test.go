//go:build unix

package store

import (
	"errors"
	"path/filepath"
	"syscall"
	"testing"
)

func TestPipeDoesNotHang(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip(err)
	}
	var not *NotRegularError
	if _, _, err := Load(path); !errors.As(err, &not) {
		t.Errorf("reading: %v", err)
	}
	if err := WriteFile(path, nil); !errors.As(err, &not) {
		t.Errorf("writing: %v", err)
	}
}
