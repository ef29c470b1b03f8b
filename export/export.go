// Package export is the way out of a project: one function that writes it in
// any of the formats, for the window and the command line alike, so that both
// make the same file. What a page or a sheet holds is for the packages below.
package export

import (
	"fmt"
	"io"
	"slices"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/costing"
	"ninefold/export/image"
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
	PNG  Format = "png"  // a picture of the canvas
)

// Formats returns the formats in the order in which they are offered.
func Formats() []Format { return []Format{PDF, XLSX, PNG} }

// Known reports whether f is one of the formats.
func (f Format) Known() bool { return slices.Contains(Formats(), f) }

// Options say how a file is made.
type Options struct {
	Words *locale.Words // the language of all that is not the user's own
	Paper scene.Paper   // of the handout; the zero Paper is A4
	// Scenario is the one that is chosen in the workbook; the base where it is empty.
	Scenario costing.Scenario
}

// pixels is how many pixels of a picture a point of paper is wide: 144 to an
// inch.
const pixels = 2

// Write writes a project in a format. It returns sentences, in the language of
// the options, about what could not be shown as it is.
func Write(w io.Writer, f Format, p *canvas.Project, o Options) (notices []string, err error) {
	switch f {
	case PDF:
		pages, missing := scene.Handout(p, o.handout(p, false))
		h := p.Head()
		err = pdf.Write(w, pages, pdf.Info{Title: h.Title, Author: h.DesignedBy, Subject: h.Subtitle, Lang: h.Language})
		return texts(p, missing, o.Words), err
	case PNG:
		pages, missing := scene.Handout(p, o.handout(p, true))
		return texts(p, missing, o.Words), image.PNG(w, pages[0], pixels)
	case XLSX:
		said, err := xlsx.Write(w, p, o.Words, o.Scenario)
		for _, n := range said {
			notices = append(notices, n.Text(o.Words))
		}
		return notices, err
	}
	return nil, fmt.Errorf("no format is called %q", f)
}

// handout are the options of the page, with the totals in its foot.
func (o Options) handout(p *canvas.Project, grow bool) scene.Options {
	totals, code := costing.New(p).Totals(), p.Head().Currency
	foot := ""
	say := func(key string, a costing.Amount) {
		d, ok := a.Get()
		if !ok || d.IsZero() {
			return
		}
		if foot != "" {
			foot += "     "
		}
		foot += o.Words.T(key, "Amount", o.Words.MoneyRound(d.RoundBank(0), code))
	}
	say("export.total_cost", totals.Cost)
	say("export.total_revenue", totals.Revenue)
	return scene.Options{Paper: o.Paper, Words: o.Words, Footer: foot, Grow: grow}
}

// texts says for each place which characters no font has.
func texts(p *canvas.Project, notices []scene.Notice, words *locale.Words) []string {
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
