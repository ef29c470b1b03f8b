package store

import (
	"io/fs"
	"syscall"
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

// syncFolder does nothing: Windows keeps folders in its journal.
func syncFolder(string) error { return nil }

// keepOwner does nothing: a new file takes its folder's owner and rights.
func keepOwner(string, fs.FileInfo) {}
