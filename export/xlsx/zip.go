package xlsx

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"maps"
	"slices"
	"time"
)

// zipDate is the date of every file in the workbook: the first that a zip can
// tell, since the same project gives the same bytes whenever it is exported.
var zipDate = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// A sortedZip holds files back and writes them by name, whatever order they
// come in: excelize takes streamed sheets out of a map.
type sortedZip struct {
	to    io.Writer
	files map[string]*bytes.Buffer
}

func (z *sortedZip) Create(name string) (io.Writer, error) {
	b := &bytes.Buffer{}
	z.files[name] = b
	return b, nil
}

// AddFS is part of what excelize asks of a zip, and is never used.
func (z *sortedZip) AddFS(fs.FS) error { return nil }

func (z *sortedZip) Close() error {
	out := zip.NewWriter(z.to)
	for _, name := range slices.Sorted(maps.Keys(z.files)) {
		w, err := out.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: zipDate})
		if err != nil {
			return err
		}
		if _, err := z.files[name].WriteTo(w); err != nil {
			return err
		}
	}
	return out.Close()
}
