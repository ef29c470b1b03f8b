package main

import (
	"bytes"
	"errors"
	"flag"
	"slices"
	"strings"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/export/image"
	"ninefold/export/pdf"
	"ninefold/export/scene"
	"ninefold/export/xlsx"
)

// An exporter writes a project in one format. The notices tell what could not
// be shown as it is.
type exporter func(*canvas.Project, exportOptions) (data []byte, notices []string, err error)

type exportOptions struct {
	words *locale.Words
	paper scene.Paper
}

// exporters are the formats by the extensions of their files.
var exporters = map[string]exporter{"pdf": exportPDF, "xlsx": exportXLSX, "png": exportPNG}

func exportPDF(p *canvas.Project, o exportOptions) ([]byte, []string, error) {
	pages, notices := scene.Handout(p, scene.Options{Paper: o.paper, Words: o.words})
	h := p.Head()
	var out bytes.Buffer
	err := pdf.Write(&out, pages, pdf.Info{Title: h.Title, Author: h.DesignedBy, Subject: h.Subtitle, Lang: h.Language})
	return out.Bytes(), sceneNotices(p, notices, o.words), err
}

// pixels is how many pixels of a picture a point of paper is wide: 144 to an
// inch.
const pixels = 2

func exportPNG(p *canvas.Project, o exportOptions) ([]byte, []string, error) {
	pages, notices := scene.Handout(p, scene.Options{Paper: o.paper, Words: o.words, Grow: true})
	var out bytes.Buffer
	err := image.PNG(&out, pages[0], pixels)
	return out.Bytes(), sceneNotices(p, notices, o.words), err
}

func exportXLSX(p *canvas.Project, o exportOptions) ([]byte, []string, error) {
	var out bytes.Buffer
	notices, err := xlsx.Write(&out, p, o.words)
	var said []string
	for _, n := range notices {
		said = append(said, n.Text(o.words))
	}
	return out.Bytes(), said, err
}

// sceneNotices says for each place which characters no font has.
func sceneNotices(p *canvas.Project, notices []scene.Notice, words *locale.Words) []string {
	var out []string
	for _, n := range notices {
		where := words.T("cli.diff_project")
		if note := p.Note(n.Note); note != nil {
			where = shorten(label(note))
		}
		out = append(out, words.T("cli.missing_characters", "Where", where, "Characters", string(n.Missing)))
	}
	return out
}

// shorten returns the beginning of a long text.
func shorten(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}

// formatList is the value of --to.
type formatList struct{ list []string }

func formatsOption(options *flag.FlagSet) *formatList {
	f := &formatList{list: []string{"pdf"}}
	options.Var(f, "to", "one or several `FORMATS` of pdf, xlsx and png, with commas; else pdf")
	return f
}

func (f *formatList) String() string { return strings.Join(f.list, ",") }

func (f *formatList) Set(s string) error {
	f.list = nil
	for name := range strings.SplitSeq(s, ",") {
		name = strings.ToLower(strings.TrimSpace(name))
		if _, known := exporters[name]; !known {
			return errors.New("formats are pdf, xlsx and png")
		}
		if !slices.Contains(f.list, name) {
			f.list = append(f.list, name)
		}
	}
	return nil
}

// paperSize is the value of --paper.
type paperSize struct{ paper scene.Paper }

func paperOption(options *flag.FlagSet) *paperSize {
	p := &paperSize{paper: scene.Papers()[0]}
	options.Var(p, "paper", "`SIZE` of the sheet, landscape: "+paperIDs()+"; else "+p.paper.ID)
	return p
}

func paperIDs() string {
	var ids []string
	for _, p := range scene.Papers() {
		ids = append(ids, p.ID)
	}
	return strings.Join(ids, ", ")
}

func (p *paperSize) String() string { return p.paper.ID }

func (p *paperSize) Set(s string) error {
	paper, known := scene.PaperByID(s)
	if !known {
		return errors.New("sizes are " + paperIDs())
	}
	p.paper = paper
	return nil
}
