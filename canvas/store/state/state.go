// Package state keeps, in a folder of the program's own, what a file's owner
// may want back: the versions that were replaced by saving, and what was not
// saved when the program ended. It also knows which files other running
// programs have open. It must not know windows.
//
// Nothing here relies on the clock: what is newest is told by numbers that
// grow, and who is still running by locks that end with their process.
package state

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/gofrs/flock"

	"ninefold/canvas/store"
)

// A State is the folder. The zero State keeps nothing.
type State struct{ folder string }

// In returns the state kept in a folder, which need not be there yet; an empty
// one keeps nothing.
func In(folder string) State { return State{folder} }

// Path is the path of something in the folder; empty where nothing is kept.
func (s State) Path(parts ...string) string {
	if s.folder == "" {
		return ""
	}
	return filepath.Join(append([]string{s.folder}, parts...)...)
}

// kept reports whether anything is.
func (s State) kept() bool { return s.folder != "" }

// name makes a file's name of any text: of an id that was made up by somebody
// else, or of a path.
func name(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}

// identity is the path that a file has however it is come by.
func identity(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	if target, err := filepath.EvalSymlinks(path); err == nil {
		return target
	}
	// The file may be missing, and its folder be there.
	if folder, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		return filepath.Join(folder, filepath.Base(path))
	}
	return path
}

// A Lock is held until it is released, or its process ends in whatever way.
type Lock struct{ held *flock.Flock }

// Release lets go of the lock; a nil Lock is none.
func (l *Lock) Release() {
	if l == nil {
		return
	}
	// Removed while it is held, so that nobody loses one just taken.
	removed := os.Remove(l.held.Path())
	_ = l.held.Close()
	if removed != nil && runtime.GOOS == "windows" { // where no open file can be removed, be it ours or another's
		_ = os.Remove(l.held.Path())
	}
}

// take takes a lock if nobody else has it. Both results are zero when somebody
// does.
func take(path string) (*Lock, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	for {
		l := flock.New(path, flock.SetPermissions(0o600))
		if ok, err := l.TryLock(); err != nil || !ok {
			_ = l.Close()
			return nil, err
		}
		// Whoever had it before may have removed the file meanwhile, and what
		// was locked would be a file that nobody can find.
		held, err := l.Stat()
		if err == nil {
			var now os.FileInfo
			if now, err = os.Stat(path); err == nil && os.SameFile(held, now) {
				return &Lock{l}, nil
			}
		}
		_ = l.Close()
		if err != nil && !os.IsNotExist(err) {
			return nil, err
		}
	}
}

// Claim notes that this process has a file open. Taken is true when another
// one has; that is for telling, and keeps nobody from anything.
func (s State) Claim(path string) (l *Lock, taken bool) {
	if !s.kept() {
		return nil, false
	}
	l, err := take(s.Path("open", name(identity(path))+".lock"))
	return l, l == nil && err == nil
}

// patience is how long a save waits for another program's save of the same
// file; it then goes on without: a lock must never keep work from the disk.
const patience = 5 * time.Second

// alone has one process at a time work on a file.
func (s State) alone(path string, work func()) {
	if s.kept() {
		lock := s.Path("saving", name(identity(path))+".lock")
		wait, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		for {
			l, err := take(lock)
			if l != nil {
				defer l.Release()
			}
			if l != nil || err != nil || pause(wait, 10*time.Millisecond) != nil {
				break
			}
		}
	}
	work()
}

// pause waits for a time, or until the context ends.
func pause(ctx context.Context, d time.Duration) error {
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// write makes a file of the state, with its folder.
func write(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return &store.WriteError{Path: path, Op: store.OpCreate, Err: err}
	}
	return store.WriteFile(path, data)
}
