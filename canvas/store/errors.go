package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// ErrDiskFull is what a [*WriteError] is where no space is left, or none that
// the user may take.
var ErrDiskFull = errors.New("no space left")

// A NotRegularError says that a path leads to a folder, a pipe or a device,
// which is neither read from nor written to.
type NotRegularError struct {
	Path string
	Mode fs.FileMode // what it is instead
}

func (e *NotRegularError) Error() string {
	if e.Mode.IsDir() {
		return fmt.Sprintf("%s: is a folder", e.Path)
	}
	return fmt.Sprintf("%s: is not a regular file", e.Path)
}

// A ReadError says that a file could not be read. It is fs.ErrNotExist,
// fs.ErrPermission and so on as its cause is.
type ReadError struct {
	Path string
	Err  error
}

func (e *ReadError) Error() string {
	return fmt.Sprintf("%s: cannot be read: %v", e.Path, plain(e.Err))
}
func (e *ReadError) Unwrap() error { return e.Err }

// An Op is a step of writing a file.
type Op string

// The steps.
const (
	OpCreate  Op = "create"  // a new file beside the old one
	OpWrite   Op = "write"   // the text into it
	OpSync    Op = "sync"    // until the disk has it
	OpReplace Op = "replace" // of the old file by the new one
)

// A WriteError says that a file could not be written. The old file is whole.
// Only where OpSync fails for the folder, after the replacing, is it already
// the new one. The error is [ErrDiskFull], fs.ErrPermission and so on as its
// cause is.
type WriteError struct {
	Path string
	Op   Op
	Err  error
}

func (e *WriteError) Error() string {
	return fmt.Sprintf("%s: cannot be written (%s): %v", e.Path, e.Op, plain(e.Err))
}

func (e *WriteError) Unwrap() error { return e.Err }

// Is makes one error of the systems' several for a full disk, and counts a
// disk that is read-only as a missing permission.
func (e *WriteError) Is(target error) bool {
	switch target {
	case ErrDiskFull:
		return isAny(e.Err, diskFull)
	case fs.ErrPermission:
		return isAny(e.Err, readOnly)
	}
	return false
}

func isAny(err error, of []error) bool {
	for _, e := range of {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// plain leaves out the paths that the system's error names: they are those of
// a file that the user knows nothing of.
func plain(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}
