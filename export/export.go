// Package export is the way out of a project: one function that writes it in
// any of the formats, for the window and the command line alike, so that both
// make the same file. What a page or a sheet holds is for the packages below.
// It must not know where the bytes go.
package export

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/export/handout"
	"ninefold/export/image"
	"ninefold/export/markdown"
	"ninefold/export/pdf"
	"ninefold/export/scene"
	"ninefold/export/xlsx"
)

// A Format is a kind of file, by its extension without the dot.
type Format string

// The formats.
const (
	PDF  Format = "pdf"  // the handout
	XLSX Format = "xlsx" // the cost sheet
	PNG  Format = "png"  // a picture of a page
	SVG  Format = "svg"  // the same, in shapes
	MD   Format = "md"   // the pages as text
)

// Formats returns the formats in the order in which they are offered.
func Formats() []Format { return []Format{PDF, XLSX, PNG, SVG, MD} }

// Known reports whether f is one of the formats.
func (f Format) Known() bool { return slices.Contains(Formats(), f) }

// Options say how a file is made: its language, pages, paper and so on. Only
// their words must be set.
type Options = handout.Options

// pixels is how many pixels of a picture a point of paper is wide: 144 to an
// inch.
const pixels = 2

// Pages returns the pages that a PDF of the project has, to be looked at before
// it is written, and the sentences of [Write] about them. Without a project,
// which is nil, they are those of one that says nothing.
func Pages(p *canvas.Project, o Options) (pages []*scene.Page, notices []string) {
	if p == nil {
		p = new(canvas.Project)
	}
	pages, missing := handout.Pages(p, o)
	return pages, texts(p, missing, o.Words)
}

// Write writes a project, or one that says nothing, in a format. It returns
// sentences, in the language of the options, about what could not be shown as it
// is.
func Write(w io.Writer, f Format, p *canvas.Project, o Options) (notices []string, err error) {
	if p == nil {
		p = new(canvas.Project)
	}
	title := cmp.Or(p.Head().Title, o.Words.T("export.canvas"))
	switch f {
	case PDF:
		pages, notices := Pages(p, o)
		h := p.Head()
		return notices, pdf.Write(w, pages, pdf.Info{
			Title: title, Author: h.DesignedBy, Subject: h.Subtitle, Lang: cmp.Or(h.Language, string(o.Words.Lang())),
		})
	case PNG:
		page, notices := Picture(p, o)
		return notices, image.PNG(w, page, pixels)
	case SVG:
		page, notices := Picture(p, o)
		return notices, image.SVG(w, page, title, string(o.Words.Lang()))
	case MD:
		return nil, markdown.Write(w, p, o)
	case XLSX:
		said, err := xlsx.Write(w, p, o.Words, o.Scenario)
		for _, n := range said {
			notices = append(notices, n.Text(o.Words))
		}
		return notices, err
	}
	return nil, fmt.Errorf("no format is called %q", f)
}

// Picture returns the page that a picture of the project shows: the first of the
// options' pages, else the canvas, as high as it needs to be. The paper is what
// its width follows from; it is not spread over sheets.
func Picture(p *canvas.Project, o Options) (page *scene.Page, notices []string) {
	o.Grow, o.Tile = true, scene.Paper{}
	if len(o.Pages) == 0 || !o.Pages[0].Known() {
		o.Pages = []handout.Kind{handout.Canvas}
	}
	o.Pages = o.Pages[:1]
	pages, notices := Pages(p, o)
	return pages[0], notices
}

// A Part is one of the files that a format makes of a project.
type Part struct {
	Format  Format
	Suffix  string // of the file's name, before the extension; empty where there is one part
	Options Options
}

// Parts returns what a format makes of a project: one file, or of several pages
// as many pictures.
func Parts(f Format, o Options) []Part {
	if f != PNG && f != SVG || len(o.Pages) < 2 {
		return []Part{{f, "", o}}
	}
	var out []Part
	for _, k := range o.Pages {
		one := o
		one.Pages = []handout.Kind{k}
		out = append(out, Part{f, "-" + string(k), one})
	}
	return out
}

// texts says for each place which characters no font has.
func texts(p *canvas.Project, notices []handout.Notice, words *locale.Words) []string {
	var out []string
	for _, n := range notices {
		where := p.Head().Title
		if note := p.Note(n.Note); note != nil {
			where = note.Text
		}
		out = append(out, words.T("export.missing_characters", "Where", canvas.Excerpt(where, 40), "Characters", string(n.Missing)))
	}
	return out
}
