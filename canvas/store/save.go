package store

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"ninefold/canvas"
	"ninefold/canvas/file"
)

// Save writes a project to a file, atomically and durably; see [WriteFile].
func Save(path string, p *canvas.Project) error {
	data, err := file.Encode(p)
	if err != nil {
		return err
	}
	return WriteFile(path, data)
}

// WriteFile writes data to a file so that at every moment, also after a crash,
// the path holds the old content or the new one. The file keeps its
// permissions, and behind a symbolic link it is the link's target that is
// written. Errors are [*WriteError] and [*NotRegularError].
func WriteFile(path string, data []byte) error {
	return write(disk{}, path, data)
}

// A filesystem is what writing needs of one; tests make each step fail.
type filesystem interface {
	Lstat(path string) (fs.FileInfo, error)
	Readlink(path string) (string, error)
	Create(path string, mode fs.FileMode) (handle, error) // a file that is not there yet
	KeepOwner(path string, old fs.FileInfo)
	Rename(from, to string) error
	Remove(path string) error
	SyncFolder(path string) error
}

type handle interface {
	io.WriteCloser
	Chmod(fs.FileMode) error
	Sync() error
}

func write(d filesystem, path string, data []byte) error {
	target, old, err := resolve(d, path)
	if err != nil {
		return err
	}
	mode := fs.FileMode(0o666) // less what the user's umask takes away
	if old != nil {
		mode = old.Mode().Perm()
		if mode&0o222 == 0 {
			return &WriteError{path, OpReplace, fs.ErrPermission} // made read-only on purpose
		}
	}
	folder := filepath.Dir(target)
	temp, f, err := createBeside(d, folder, mode)
	if err != nil {
		return &WriteError{path, OpCreate, err}
	}
	if op, err := fillAndClose(f, data, old); err != nil {
		_ = d.Remove(temp) // the first error is the one to tell
		return &WriteError{path, op, err}
	}
	if old != nil {
		d.KeepOwner(temp, old)
	}
	if err := d.Rename(temp, target); err != nil {
		_ = d.Remove(temp)
		return &WriteError{path, OpReplace, err}
	}
	if err := d.SyncFolder(folder); err != nil {
		return &WriteError{path, OpSync, err}
	}
	return nil
}

// maxLinks is how many symbolic links are followed before they are taken for
// a circle.
const maxLinks = 40

// resolve follows symbolic links to the file that a path means, and returns
// what is there now: nil for nothing.
func resolve(d filesystem, path string) (target string, old fs.FileInfo, err error) {
	target = path
	for range maxLinks {
		old, err = d.Lstat(target)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return target, nil, nil
		case err != nil:
			return "", nil, &WriteError{path, OpCreate, err}
		case old.Mode().IsRegular():
			return target, old, nil
		case old.Mode()&fs.ModeSymlink == 0:
			return "", nil, &NotRegularError{path, old.Mode()}
		}
		link, err := d.Readlink(target)
		if err != nil {
			return "", nil, &WriteError{path, OpCreate, err}
		}
		if !filepath.IsAbs(link) {
			link = filepath.Join(filepath.Dir(target), link)
		}
		target = link
	}
	return "", nil, &WriteError{path, OpCreate, syscall.ELOOP}
}

// The parts of a temporary file's name.
const (
	tempPrefix = ".~ninefold-"
	tempSuffix = ".tmp"
)

// abandoned is how old a temporary file is that nobody writes to any more.
const abandoned = 24 * time.Hour

// Tidy removes from a file's folder what saves left there that were killed.
func Tidy(path string) {
	found, err := filepath.Glob(filepath.Join(literally(filepath.Dir(path)), tempPrefix+"*"+tempSuffix))
	if err != nil {
		return // the pattern is none
	}
	for _, temp := range found {
		if info, err := os.Lstat(temp); err == nil && info.Mode().IsRegular() && time.Since(info.ModTime()) > abandoned {
			_ = os.Remove(temp) // somebody else may have been faster
		}
	}
}

// literally is a path as a pattern that matches nothing but it.
func literally(path string) string {
	if os.PathSeparator == '\\' {
		return path // where the escape is the separator, patterns cannot say it
	}
	return strings.NewReplacer(`*`, `\*`, `?`, `\?`, `[`, `\[`, `\`, `\\`).Replace(path)
}

// createBeside makes a new file in a folder. Its name is one that the programs
// which keep folders in step leave alone: ".~" at the front and ".tmp" at the
// end are each on the lists of several.
func createBeside(d filesystem, folder string, mode fs.FileMode) (string, handle, error) {
	for tries := 0; ; tries++ {
		path := filepath.Join(folder, fmt.Sprintf(tempPrefix+"%08x"+tempSuffix, rand.Uint32()))
		f, err := d.Create(path, mode)
		if err == nil || !errors.Is(err, fs.ErrExist) || tries == 100 {
			return path, f, err
		}
	}
}

// fillAndClose writes data until the disk has it, and closes the file in any
// case. On an error it says which step failed.
func fillAndClose(f handle, data []byte, old fs.FileInfo) (Op, error) {
	op, err := OpWrite, error(nil)
	if old != nil { // the umask may have taken something away
		op, err = OpCreate, f.Chmod(old.Mode().Perm())
	}
	if err == nil {
		op = OpWrite
		_, err = f.Write(data)
	}
	if err == nil {
		op, err = OpSync, f.Sync()
	}
	if closed := f.Close(); err == nil && closed != nil {
		op, err = OpWrite, closed // where a network disk tells that it is full
	}
	return op, err
}

// disk is the machine's own.
type disk struct{}

func (disk) Lstat(path string) (fs.FileInfo, error) { return os.Lstat(path) }
func (disk) Readlink(path string) (string, error)   { return os.Readlink(path) }
func (disk) Rename(from, to string) error           { return replace(from, to) }
func (disk) Remove(path string) error               { return os.Remove(path) }
func (disk) SyncFolder(path string) error           { return syncFolder(path) }
func (disk) KeepOwner(path string, old fs.FileInfo) { keepOwner(path, old) }
func (disk) Create(path string, mode fs.FileMode) (handle, error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return nil, err // not a handle that holds a nil file
	}
	return f, nil
}
