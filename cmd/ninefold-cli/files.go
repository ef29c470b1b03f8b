package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"ninefold/canvas"
	"ninefold/canvas/file"
	"ninefold/canvas/store"
)

// stdio is the name that stands for standard input or output.
const stdio = "-"

// load reads a project, as read does. It says what went wrong, if anything
// did, and returns nil then.
func (c *call) load(path string) *canvas.Project {
	p, _, err := c.read(path)
	if err != nil {
		c.fail(path, err)
		return nil
	}
	return p
}

// read reads a project from a file or from standard input.
func (c *call) read(path string) (*canvas.Project, []file.Warning, error) {
	if path != stdio {
		return store.Load(path)
	}
	data, err := c.readAll(file.MaxSize)
	if err != nil {
		return nil, nil, err
	}
	return file.Decode(data)
}

// readAll reads standard input, and of more than most bytes one byte more, so
// that whoever reads them says that it is too much.
func (c *call) readAll(most int64) ([]byte, error) {
	return io.ReadAll(io.LimitReader(c.stdin, most+1))
}

// save writes a project to a file or to standard output, and says what went
// wrong, if anything did.
func (c *call) save(path string, p *canvas.Project) status {
	data, err := file.Encode(p)
	if err == nil {
		err = c.write(path, data)
	}
	if err != nil {
		return c.fail(path, err)
	}
	return done
}

// write writes a file, or standard output, whose errors are told at the end.
func (c *call) write(path string, data []byte) error {
	if path == stdio {
		c.print("%s", data)
		return nil
	}
	return store.WriteFile(path, data)
}

// print writes to standard output.
func (c *call) print(format string, args ...any) { fmt.Fprintf(c.stdout, format, args...) }

// absent says, if a file is there already, that it is not going to be
// overwritten.
func (c *call) absent(path string) bool {
	if path == stdio {
		return true
	}
	if _, err := os.Lstat(path); err == nil {
		c.fail(path, fs.ErrExist)
		return false
	}
	return true // or will turn out not to be when it is written
}

// fail says on one line of standard error what went wrong with a file.
func (c *call) fail(path string, err error) status {
	c.note(path, reason(path, err))
	return failed
}

// note says something about a file on one line of standard error.
func (c *call) note(path, text string) {
	fmt.Fprintf(c.stderr, "%s: %s\n", printable(path), oneLine(text))
}

// reason is an error's text without the name of the file, which comes first
// anyway.
func reason(path string, err error) string {
	return strings.TrimPrefix(err.Error(), path+": ")
}

// plain is an error of the system without the path that it names.
func plain(err error) error {
	if inPath, ok := errors.AsType[*fs.PathError](err); ok {
		return inPath.Err
	}
	return err
}

// printable is a file's name as messages give it.
func printable(path string) string {
	if path == stdio {
		return "standard input"
	}
	return oneLine(path)
}

// oneLine keeps what a file says from breaking, colouring or turning round a
// message.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r):
			return ' '
		case unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, s)
}

// baseName is a project's file name without folder and extension.
func baseName(path string) string {
	name := filepath.Base(path)
	if base, ok := strings.CutSuffix(name, file.Extension); ok && base != "" {
		return base
	}
	if base := strings.TrimSuffix(name, filepath.Ext(name)); base != "" {
		return base
	}
	return name
}

// progress tells on standard error how far a long job is, where somebody can
// see it.
type progress struct {
	w     io.Writer
	total int
	done  int
}

// progress begins to tell about a job over many files.
func (c *call) progress(total int) *progress {
	p := &progress{total: total}
	if f, ok := c.stderr.(*os.File); ok && total > 1 {
		if info, err := f.Stat(); err == nil && info.Mode()&fs.ModeCharDevice != 0 {
			p.w = f
		}
	}
	return p
}

// clearLine takes the cursor to the first column of an empty line.
const clearLine = "\r\x1b[K"

// next says which file is dealt with now.
func (p *progress) next(path string) {
	p.done++
	if p.w != nil {
		fmt.Fprintf(p.w, "%s[%d/%d] %s", clearLine, p.done, p.total, printable(path))
	}
}

// clear takes away what next said, so that other lines can be written.
func (p *progress) clear() {
	if p.w != nil {
		fmt.Fprint(p.w, clearLine)
	}
}
