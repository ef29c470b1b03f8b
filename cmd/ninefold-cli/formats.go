package main

import (
	"errors"
	"flag"
	"slices"
	"strings"

	"ninefold/export"
	"ninefold/export/scene"
)

// formatList is the value of --to.
type formatList struct{ list []export.Format }

func formatsOption(options *flag.FlagSet) *formatList {
	f := &formatList{list: []export.Format{export.PDF}}
	options.Var(f, "to", "one or several `FORMATS` of pdf, xlsx and png, with commas; else pdf")
	return f
}

func (f *formatList) String() string {
	var names []string
	for _, format := range f.list {
		names = append(names, string(format))
	}
	return strings.Join(names, ",")
}

func (f *formatList) Set(s string) error {
	f.list = nil
	for name := range strings.SplitSeq(s, ",") {
		format := export.Format(strings.ToLower(strings.TrimSpace(name)))
		if !format.Known() {
			return errors.New("formats are pdf, xlsx and png")
		}
		if !slices.Contains(f.list, format) {
			f.list = append(f.list, format)
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
