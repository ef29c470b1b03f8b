package store

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
	"time"
)

// Numbers of Windows' errors that package syscall has no names for.
const (
	errorHandleDiskFull syscall.Errno = 39
	errorDiskFull       syscall.Errno = 112
	errorWriteProtect   syscall.Errno = 19
	errorDiskQuota      syscall.Errno = 1295
)

var (
	diskFull = []error{errorHandleDiskFull, errorDiskFull, errorDiskQuota}
	readOnly = []error{errorWriteProtect}
)

// What Windows says of a file that another program holds open, and how long
// that is waited for: programs that look for viruses or keep folders in step
// hold what was just written, for a moment.
const (
	errorSharing syscall.Errno = 32
	errorLocked  syscall.Errno = 33
	patience                   = 2 * time.Second
)

// replace puts a file in the place of another.
func replace(from, to string) error {
	for end := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		err := os.Rename(from, to)
		held := errors.Is(err, errorSharing) || errors.Is(err, errorLocked) || errors.Is(err, syscall.ERROR_ACCESS_DENIED)
		if !held || time.Now().After(end) {
			return err
		}
	}
}

// syncFolder does nothing: Windows keeps folders in its journal.
func syncFolder(string) error { return nil }

// keepOwner does nothing: a new file takes its folder's owner and rights.
func keepOwner(string, fs.FileInfo) {}
