package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/jung-kurt/gofpdf"

	"ninefold/assets"
	"ninefold/export/scene"
	"ninefold/export/text"
)

// Info is what a file says about itself.
type Info struct {
	Title, Author, Subject string
	// Lang is the language of the text, such as "pt"; empty says nothing.
	Lang string
	// Date is when the content was made. It is part of the file: where the
	// same scene is to give the same bytes, it must not be the present time.
	// The zero date stands for the beginning of the year 2000.
	Date time.Time
}

// ErrNoPages is returned for a document without pages.
var ErrNoPages = errors.New("pdf: no pages to write")

// A DrawError says that a page could not be drawn.
type DrawError struct {
	Page int // from 1; 0 is the document as a whole
	Err  error
}

func (e *DrawError) Error() string {
	if e.Page == 0 {
		return fmt.Sprintf("pdf: %v", e.Err)
	}
	return fmt.Sprintf("pdf: page %d: %v", e.Page, e.Err)
}

func (e *DrawError) Unwrap() error { return e.Err }

// Write writes pages as a PDF file. Nothing is written when it fails before
// the file is complete.
func Write(w io.Writer, pages []*scene.Page, info Info) error {
	data, err := document(pages, info)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// document makes the file. A panic of the library, which some of its own
// limits cause, becomes an error.
func document(pages []*scene.Page, info Info) (data []byte, err error) {
	if len(pages) == 0 {
		return nil, ErrNoPages
	}
	at := 0
	defer func() {
		if r := recover(); r != nil {
			data, err = nil, &DrawError{at, fmt.Errorf("panic: %v", r)}
		}
	}()
	d := newDrawer(pages[0], info)
	for _, page := range pages {
		d.find(page.Items)
	}
	last := pages[len(pages)-1].H
	for i, page := range pages {
		at = i + 1
		if err := d.page(page, last); err != nil {
			return nil, &DrawError{at, err}
		}
	}
	at = 0
	var out bytes.Buffer
	if err := d.pdf.Output(&out); err != nil {
		return nil, &DrawError{0, err}
	}
	return complete(out.Bytes(), info.Lang), nil
}

// The names of the embedded fonts within gofpdf.
const (
	family  = "noto"
	symbols = "symbols"
)

func newDrawer(first *scene.Page, info Info) *drawer {
	pdf := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: first.W, Ht: first.H}})
	pdf.SetCatalogSort(true)
	date := info.Date.UTC()
	if date.IsZero() {
		date = time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC)
	}
	pdf.SetCreationDate(date)
	pdf.SetModificationDate(date)
	pdf.SetTitle(utf16(info.Title), false)
	pdf.SetAuthor(utf16(info.Author), false)
	pdf.SetSubject(utf16(info.Subject), false)
	pdf.SetCreator(assets.AppName+" "+assets.Version, false)
	pdf.SetMargins(0, 0, 0)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetLineCapStyle("butt")
	// The library changes the fonts that it is given.
	pdf.AddUTF8FontFromBytes(family, "", bytes.Clone(assets.FontRegular()))
	pdf.AddUTF8FontFromBytes(family, "B", bytes.Clone(assets.FontBold()))
	return &drawer{pdf: pdf, pictures: map[*text.Bitmap]string{}, anchors: map[string]int{}}
}
