//go:build unix

package store

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

var (
	diskFull = []error{syscall.ENOSPC, syscall.EDQUOT}
	readOnly = []error{syscall.EROFS}
)

// replace puts a file in the place of another.
func replace(from, to string) error { return os.Rename(from, to) }

// syncFolder makes the disk have the folder's new entry. File systems that
// cannot do so for a folder say EINVAL or ENOTSUP, and have their own ways.
func syncFolder(path string) error {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrPermission) {
		return nil // a folder may be written to and not read
	}
	if err != nil {
		return err
	}
	err = f.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		err = nil
	}
	return errors.Join(err, f.Close())
}

// keepOwner gives the new file the owner of the old one, where that is allowed.
func keepOwner(path string, old fs.FileInfo) {
	if s, ok := old.Sys().(*syscall.Stat_t); ok && (int(s.Uid) != os.Geteuid() || int(s.Gid) != os.Getegid()) {
		_ = os.Lchown(path, int(s.Uid), int(s.Gid)) // most users may not, and lose nothing
	}
}
