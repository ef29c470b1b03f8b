package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"time"
)

// zipDate is the date of every file in the workbook: the first that a zip can
// tell, since the same project gives the same bytes whenever it is exported.
var zipDate = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// A sortedZip holds files back and writes them by name, whatever order they
// come in, and puts the rows into the sheets.
type sortedZip struct {
	to     io.Writer
	files  map[string]*bytes.Buffer
	sheets map[string]*sheetData
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
		if err := z.add(out, name); err != nil {
			return err
		}
	}
	return out.Close()
}

var errNoRows = errors.New("a sheet without a place for its rows")

// What excelize says of an axis's title a second time: upright, where the first
// time is right. LibreOffice believes it.
var turned = []byte(`<txPr><a:bodyPr anchorCtr="false" rot="0" spcFirstLastPara="false"></a:bodyPr><a:p></a:p></txPr></title>`)

// The place of the rows in a sheet that has none.
var noRows = []byte("<sheetData></sheetData>")

func (z *sortedZip) add(out *zip.Writer, name string) error {
	text := z.files[name].Bytes()
	if strings.HasPrefix(name, "xl/charts/") {
		text = monthAxis.ReplaceAll(bytes.ReplaceAll(text, turned, []byte("</title>")), dayAxis)
	}
	var pieces []*piece
	if data := z.sheets[name]; data != nil {
		at := bytes.Index(text, noRows)
		if at < 0 {
			return errNoRows
		}
		tag := at + len("<sheetData>")
		begin := &piece{text: text[:tag]}
		begin.pack(false)
		data.cut()
		data.wait.Wait()
		pieces = append(append(pieces, begin), data.pieces...)
		text = text[tag:]
	}
	end := &piece{text: text}
	end.pack(true)
	pieces = append(pieces, end)

	header := &zip.FileHeader{Name: name, Method: zip.Deflate}
	header.SetModTime(zipDate) //nolint:staticcheck // packed files have no other way to say their date
	header.CRC32, header.UncompressedSize64 = checksum(pieces)
	for _, p := range pieces {
		if p.err != nil {
			return p.err
		}
		header.CompressedSize64 += uint64(p.packed.Len())
	}
	w, err := out.CreateRaw(header)
	if err != nil {
		return err
	}
	for _, p := range pieces {
		if _, err := p.packed.WriteTo(w); err != nil {
			return err
		}
	}
	return nil
}
