package store

import (
	"io"
	"os"

	"ninefold/canvas"
	"ninefold/canvas/file"
)

// Load reads a project from a file. Errors are [*ReadError],
// [*NotRegularError] and those of [file.Decode]. A file that is larger than a
// project may be is refused without being read.
func Load(path string) (*canvas.Project, []file.Warning, error) {
	c, err := Read(path)
	if err != nil {
		return nil, nil, err
	}
	return c.Project, c.Warnings, nil
}

// ReadFile reads a file of at most so many bytes. Errors are [*ReadError],
// [*NotRegularError] and [*file.TooLargeError].
func ReadFile(path string, most int64) ([]byte, error) {
	// Asked before opening: to open a pipe waits until somebody writes to it.
	info, err := os.Stat(path)
	if err != nil {
		return nil, &ReadError{path, err}
	}
	if !info.Mode().IsRegular() {
		return nil, &NotRegularError{path, info.Mode()}
	}
	if info.Size() > most {
		return nil, &file.TooLargeError{Quantity: file.QuantityBytes, Limit: most}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, &ReadError{path, err}
	}
	defer f.Close()
	// The file may be growing; one byte too many is enough to see that.
	data := make([]byte, 0, info.Size()+1)
	for {
		n, err := f.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		switch {
		case err == io.EOF:
			return data, nil
		case err != nil:
			return nil, &ReadError{path, err}
		case int64(len(data)) > most:
			return nil, &file.TooLargeError{Quantity: file.QuantityBytes, Limit: most}
		case len(data) == cap(data):
			data = append(data, 0)[:len(data)]
		}
	}
}
