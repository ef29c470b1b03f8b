package main

import (
	"flag"
	"fmt"
	"slices"
	"strings"

	"ninefold/canvas/costing"
	"ninefold/export"
	"ninefold/export/handout"
	"ninefold/export/scene"
)

// A choice is the value of an option that takes one of several words.
type choice[T ~string] struct {
	value T
	of    []T
	what  string // what the words are, in the plural
}

func (c *choice[T]) String() string { return string(c.value) }

func (c *choice[T]) choices() []string { return texts(c.of) }

func (c *choice[T]) Set(s string) error {
	v := T(strings.ToLower(s))
	if !slices.Contains(c.of, v) {
		return fmt.Errorf("%s are %s", c.what, enumerate(c.of))
	}
	c.value = v
	return nil
}

// A selection is the value of an option that takes several words, with commas
// between them.
type selection[T ~string] struct {
	list []T
	of   []T
	what string
}

func (l *selection[T]) String() string { return strings.Join(texts(l.list), ",") }

func (l *selection[T]) choices() []string { return texts(l.of) }

func (l *selection[T]) Set(s string) error {
	l.list = nil
	for word := range strings.SplitSeq(s, ",") {
		c := choice[T]{of: l.of, what: l.what}
		if err := c.Set(strings.TrimSpace(word)); err != nil {
			return err
		}
		if !slices.Contains(l.list, c.value) {
			l.list = append(l.list, c.value)
		}
	}
	return nil
}

func texts[T ~string](words []T) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = string(w)
	}
	return out
}

// enumerate names words in a sentence.
func enumerate[T ~string](words []T) string {
	all := texts(words)
	last := len(all) - 1
	if last == 0 {
		return all[0]
	}
	return strings.Join(all[:last], ", ") + " and " + all[last]
}

func scenarioOption(options *flag.FlagSet) *choice[costing.Scenario] {
	s := &choice[costing.Scenario]{value: costing.ScenarioBase, of: costing.Scenarios(), what: "scenarios"}
	options.Var(s, "scenario", "`S` scenario")
	return s
}

func formatsOption(options *flag.FlagSet) *selection[export.Format] {
	f := &selection[export.Format]{list: []export.Format{export.PDF}, of: export.Formats(), what: "formats"}
	options.Var(f, "to", "`FORMATS` to")
	return f
}

// A paperSize is the value of an option that takes a size of paper.
type paperSize struct{ paper scene.Paper }

func (p *paperSize) String() string { return p.paper.ID }

func (p *paperSize) choices() []string {
	var ids []string
	for _, p := range scene.Papers() {
		ids = append(ids, p.ID)
	}
	return ids
}

func (p *paperSize) Set(s string) error {
	paper, known := scene.PaperByID(s)
	if !known {
		return fmt.Errorf("sizes are %s", enumerate(p.choices()))
	}
	p.paper = paper
	return nil
}

// A sheetOptions is how pages are put on paper.
type sheetOptions struct {
	paper, tile paperSize
	portrait    *bool
	mode        choice[scene.Mode]
	lang        *language
}

// sheetOptionsOf declares the options of everything that is printed.
func sheetOptionsOf(options *flag.FlagSet, paper string) *sheetOptions {
	o := &sheetOptions{mode: choice[scene.Mode]{value: scene.Colour, of: scene.Modes(), what: "modes"}}
	o.paper.paper, _ = scene.PaperByID(paper)
	options.Var(&o.paper, "paper", "`SIZE` paper")
	options.Var(&o.tile, "tile", "`SIZE` tile")
	o.portrait = options.Bool("portrait", false, "portrait")
	options.Var(&o.mode, "mode", "`MODE` mode")
	o.lang = langOption(options, "pages")
	return o
}

// of returns the options of an export of pages.
func (o *sheetOptions) of(pages []handout.Kind, scenario costing.Scenario) export.Options {
	return export.Options{
		Words: o.lang.words(), Pages: pages, Paper: o.paper.paper, Portrait: *o.portrait,
		Mode: o.mode.value, Tile: o.tile.paper, Scenario: scenario,
	}
}
