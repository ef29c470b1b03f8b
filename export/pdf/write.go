package pdf

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/jung-kurt/gofpdf"

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

// document makes the file: pages are drawn side by side, while the library reads
// its fonts.
func document(pages []*scene.Page, info Info) ([]byte, error) {
	if len(pages) == 0 {
		return nil, ErrNoPages
	}
	f := &frame{}
	var framed error
	var reading sync.WaitGroup
	reading.Go(func() { f.pdf, framed = newFrame(gofpdf.SizeType{Wd: pages[0].W, Ht: pages[0].H}, info) })
	all, err := f.draw(pages)
	reading.Wait()
	if err != nil {
		return nil, err
	}
	if framed != nil {
		return nil, &DrawError{0, framed}
	}
	file, err := f.build(pages, all)
	if err != nil {
		return nil, &DrawError{0, err}
	}
	file, err = join(file, f.names, all, info.Lang)
	if err != nil {
		return nil, &DrawError{0, err}
	}
	return file, nil
}

// draw draws the pages, as many at once as there are processors, and collects
// what they use. What comes out does not depend on who draws which.
func (f *frame) draw(pages []*scene.Page) ([]*drawn, error) {
	all, errs := make([]*drawn, len(pages)), make([]error, len(pages))
	pictures := &pictures{names: map[*text.Bitmap]string{}, files: map[string][]byte{}}
	drawers := make([]*drawer, min(runtime.GOMAXPROCS(0), len(pages)))
	var next atomic.Int32
	var drawing sync.WaitGroup
	for i := range drawers {
		d := newDrawer(pictures)
		drawers[i] = d
		drawing.Go(func() {
			for {
				k := int(next.Add(1)) - 1
				if k >= len(pages) {
					return
				}
				all[k], errs[k] = d.draw(pages[k])
			}
		})
	}
	drawing.Wait()
	for i, err := range errs {
		if err != nil {
			return nil, &DrawError{i + 1, err}
		}
	}
	f.used, f.files = newUsed(), pictures.files
	for _, d := range drawers {
		f.used.add(d.used)
	}
	return all, nil
}
