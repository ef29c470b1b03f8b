// Package journal is the program's log: what it did and what went wrong, for
// those who are to find out why. It must not hold anything of what users write:
// neither texts nor titles, and of files no more than a mark that tells one
// from another.
package journal

import (
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"

	"ninefold/canvas/store"
	"ninefold/ui/guard"
)

// The files in the journal's folder: the present one, the one before, and what
// Go says when the program ends in a panic.
const (
	present = "ninefold.log"
	before  = "ninefold.1.log"
	crashed = "crash.txt"
)

// limit is how many bytes the present file takes before it becomes the one
// before. Two such files are all there is.
const limit = 256 << 10

// A Journal is the log in a folder. The zero Journal keeps nothing.
type Journal struct {
	*slog.Logger
	folder string
}

// Open begins a journal in a folder; an empty one keeps nothing. A folder that
// cannot be written keeps nothing either: a log is never worth a message.
func Open(folder string) *Journal {
	if folder == "" {
		return &Journal{slog.New(slog.DiscardHandler), ""}
	}
	return &Journal{slog.New(slog.NewTextHandler(&rotating{folder: folder}, nil)), folder}
}

// Text is what stands in the journal, the oldest first.
func (j *Journal) Text() string {
	var out strings.Builder
	for _, name := range []string{before, present} {
		data, err := os.ReadFile(filepath.Join(j.folder, name))
		if j.folder != "" && err == nil {
			out.Write(data)
		}
	}
	return out.String()
}

// rotating writes to a file until it is large. Several programs may write to it
// at a time: each line is written at once and goes to the end.
type rotating struct {
	folder string
	mu     sync.Mutex
	file   *os.File
	size   int64
}

// Write writes a line. What cannot be written is forgotten.
func (r *rotating) Write(line []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.file != nil && r.size+int64(len(line)) > limit {
		_ = r.file.Close()
		r.file = nil
		path := filepath.Join(r.folder, present)
		// Another program may have put it aside a moment ago.
		if info, err := os.Stat(path); err == nil && info.Size() > limit/2 {
			_ = os.Rename(path, filepath.Join(r.folder, before))
		}
	}
	if r.file == nil && !r.open() {
		return len(line), nil
	}
	n, err := r.file.Write(line)
	r.size += int64(n)
	return n, err
}

func (r *rotating) open() bool {
	if os.MkdirAll(r.folder, 0o700) != nil {
		return false
	}
	f, err := os.OpenFile(filepath.Join(r.folder, present), os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return false
	}
	r.file, r.size = f, 0
	if info, err := f.Stat(); err == nil {
		r.size = info.Size()
	}
	return true
}

// File names a file by a mark of its name, which says nothing and is the same
// each time.
func File(path string) slog.Attr {
	return slog.String("file", store.StampOf([]byte(filepath.Base(path))).String()[:8])
}

// Err says of what kinds an error and its causes are. Their messages may hold
// what a user wrote; only the system's own are taken.
func Err(err error) slog.Attr {
	var kinds []string
	for err != nil {
		kind := strings.TrimPrefix(fmt.Sprintf("%T", err), "*")
		var write *store.WriteError
		var number syscall.Errno
		switch {
		case err == fs.ErrNotExist, err == fs.ErrPermission, err == fs.ErrExist: //nolint:errorlint // this very link of the chain
			kind = err.Error()
		case errors.As(err, &write) && error(write) == err: //nolint:errorlint // this very link of the chain
			kind += "(" + string(write.Op) + ")"
		case errors.As(err, &number) && error(number) == err: //nolint:errorlint // this very link of the chain
			kind = number.Error()
		}
		kinds = append(kinds, kind)
		err = errors.Unwrap(err)
	}
	return slog.String("error", strings.Join(kinds, " < "))
}

// Caught logs what was caught, with the lines of the program that led there.
func (j *Journal) Caught(c guard.Caught) {
	if j.Logger != nil {
		j.Error("caught", "what", what(c.Value), "where", trace(string(c.Stack)))
	}
}

// what says what was panicked with: the runtime's own words, else the type
// alone, since anything may stand in it.
func what(value any) string {
	if err, ok := value.(runtime.Error); ok {
		var type_ *runtime.TypeAssertionError
		if errors.As(err, &type_) || strings.HasPrefix(err.Error(), "runtime error: ") {
			return err.Error()
		}
	}
	return fmt.Sprintf("%T", value)
}

// trace keeps of a stack the functions and their places, on one line.
func trace(stack string) string {
	var out []string
	for line := range strings.Lines(stack) {
		place, ok := strings.CutPrefix(line, "\t")
		if !ok {
			continue
		}
		place, _, _ = strings.Cut(strings.TrimSpace(place), " +0x")
		if file, number, found := strings.Cut(place, ".go:"); found {
			// Two folders are enough to find it; more would name the builder's home.
			parts := strings.Split(filepath.ToSlash(file), "/")
			parts = parts[max(0, len(parts)-3):]
			out = append(out, strings.Join(parts, "/")+".go:"+number)
		}
	}
	if len(out) > mostPlaces {
		out = out[:mostPlaces]
	}
	return strings.Join(out, " < ")
}

// mostPlaces is how many places of a stack are kept.
const mostPlaces = 40
