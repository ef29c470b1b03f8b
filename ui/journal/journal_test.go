package journal

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"

	"ninefold/canvas/file"
	"ninefold/canvas/store"
	"ninefold/ui/guard"
)

// secret stands for what a user wrote.
const secret = "Tangerine"

func TestNothingThatUsersWriteIsLogged(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, crashed), []byte("panic: "+secret+" [recovered]\n\ngoroutine 1 [running]:\nmain.main()\n\t/home/"+secret+"/src/x/cmd/ninefold/main.go:7 +0x1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	j := Open(folder)
	j.WatchForCrash()
	path := "/home/" + secret + "/" + secret + ".ninefold.json"
	for _, err := range []error{
		&store.WriteError{Path: path, Op: store.OpSync, Err: &fs.PathError{Op: "sync", Path: path, Err: syscall.ENOSPC}},
		&store.ReadError{Path: path, Err: fs.ErrNotExist},
		&file.DamagedError{Value: secret},
		fmt.Errorf("%s: %w", secret, errors.New(secret)),
		errors.Join(errors.New(secret)),
	} {
		j.Error("save failed", File(path), Err(err))
	}
	for _, value := range []any{secret, errors.New(secret), []string{secret}, fmt.Sprintf("index of %s", secret)} {
		j.Caught(guard.Caught{Value: value, Stack: []byte("goroutine 7 [running]:\nninefold/ui.f({0x1, 0x2})\n\t/home/" + secret + "/deep/ninefold/ui/files.go:12 +0x2a\n")})
	}
	text := j.Text()
	if strings.Contains(text, secret) {
		t.Errorf("it is in the log:\n%s", text)
	}
	for _, part := range []string{"no space left on device", "store.WriteError(sync)", "file does not exist", "ninefold/ui/files.go:12", "cmd/ninefold/main.go:7"} {
		if !strings.Contains(text, part) {
			t.Errorf("the log lacks %q:\n%s", part, text)
		}
	}
}

func TestWhatTheRuntimeSaysIsLogged(t *testing.T) {
	j := Open(t.TempDir())
	guard.Tell(j.Caught)
	defer guard.Tell(nil)
	guard.Run(func() {
		none, at := []int{}, 3
		_ = none[at]
	})
	if text := j.Text(); !strings.Contains(text, "index out of range") || !strings.Contains(text, "journal_test.go") {
		t.Errorf("the log says %s", text)
	}
}

func TestLogStaysSmall(t *testing.T) {
	folder := t.TempDir()
	one, two := Open(folder), Open(folder)
	line := strings.Repeat("x", 500)
	var wait sync.WaitGroup
	for _, j := range []*Journal{one, two} {
		wait.Go(func() {
			for range 3 * limit / len(line) {
				j.Info(line)
			}
			j.Info("last")
		})
	}
	wait.Wait()
	var total int64
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 2 {
		t.Fatalf("%v, %v", entries, err)
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		total += info.Size()
	}
	if total > 4*limit {
		t.Errorf("it takes %d bytes", total)
	}
	if !strings.HasSuffix(strings.TrimSpace(one.Text()), "msg=last") {
		t.Error("the newest is not at the end")
	}
}

func TestNowhereToLog(t *testing.T) {
	blocked := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{"", filepath.Join(blocked, "log")} {
		j := Open(folder)
		j.WatchForCrash()
		j.Info("lost")
		if j.Text() != "" {
			t.Errorf("%q: something was kept", folder)
		}
	}
}
