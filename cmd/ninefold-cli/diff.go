package main

import (
	"flag"

	"github.com/go-json-experiment/json/jsontext"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/merge"
)

func diffCommand() command {
	return command{
		name: "diff", args: "[--json] [--lang L] A B",
		prepare: func(options *flag.FlagSet) func(*call) status {
			lang := langOption(options, "result")
			asJSON := options.Bool("json", false, "json")
			return func(c *call) status {
				if len(c.files) != 2 || c.files[0] == stdio && c.files[1] == stdio {
					return c.misuse("diff: two FILEs are needed")
				}
				a := c.load(c.files[0])
				b := c.load(c.files[1])
				if a == nil || b == nil {
					return failed
				}
				d := merge.Diff(a, b)
				result := done
				if !d.Empty() {
					result = found
				}
				if *asJSON {
					return max(result, c.printJSON(report(d)))
				}
				c.printDiff(d, lang.words())
				return result
			}
		},
	}
}

// printDiff writes a line for each note that was added, removed, moved or
// changed, and below a change a line for each field.
func (c *call) printDiff(d *merge.Difference, words *locale.Words) {
	line := func(sign string, n *canvas.Note, more string) {
		c.print("%s %s: %s%s\n", sign, words.T("block."+string(n.Block)), label(n), more)
	}
	fields := func(fields []merge.Field) {
		for _, f := range fields {
			c.print("    %s: %s -> %s\n", f.Path, orNothing(f.Before, words), orNothing(f.After, words))
		}
	}
	if len(d.Head) > 0 {
		c.print("~ %s\n", words.T("cli.diff_project"))
		fields(d.Head)
	}
	for _, n := range d.Removed {
		line("-", n, "")
	}
	for _, n := range d.Added {
		line("+", n, "")
	}
	for _, m := range d.Moved {
		where := words.T("cli.diff_within")
		if m.Before.Block != m.After.Block {
			where = words.T("cli.diff_from", "Block", words.T("block."+string(m.Before.Block)))
		}
		line(">", m.After, " ("+where+")")
	}
	for _, change := range d.Changed {
		line("~", change.After, "")
		fields(change.Fields)
	}
}

func orNothing(value string, words *locale.Words) string {
	if value == "" {
		return words.T("cli.diff_nothing")
	}
	return value
}

// label is a note's text on one line, or its id where it has none.
func label(n *canvas.Note) string {
	if n.Text == "" {
		return string(n.ID)
	}
	return oneLine(n.Text)
}

// A diffReport is the result of diff as JSON.
type diffReport struct {
	Version int         `json:"version"`
	Head    []diffField `json:"head"`
	Removed []diffNote  `json:"removed"`
	Added   []diffNote  `json:"added"`
	Moved   []diffMove  `json:"moved"`
	Changed []diffNote  `json:"changed"`
}

type diffNote struct {
	ID     canvas.ID    `json:"id"`
	Block  canvas.Block `json:"block"`
	Text   string       `json:"text"`
	Fields []diffField  `json:"fields,omitempty"` // of a change
}

type diffMove struct {
	diffNote  `json:",inline"`
	FromBlock canvas.Block `json:"from_block"`
}

type diffField struct {
	Path   string         `json:"path"`
	Before jsontext.Value `json:"before"`
	After  jsontext.Value `json:"after"`
}

func report(d *merge.Difference) diffReport {
	notes := func(notes []*canvas.Note) []diffNote {
		out := make([]diffNote, len(notes))
		for i, n := range notes {
			out[i] = diffNote{ID: n.ID, Block: n.Block, Text: n.Text}
		}
		return out
	}
	r := diffReport{
		Version: 1, Head: diffFields(d.Head), Removed: notes(d.Removed), Added: notes(d.Added),
		Moved: []diffMove{}, Changed: []diffNote{},
	}
	for _, m := range d.Moved {
		n := diffNote{ID: m.ID, Block: m.After.Block, Text: m.After.Text}
		r.Moved = append(r.Moved, diffMove{n, m.Before.Block})
	}
	for _, change := range d.Changed {
		n := change.After
		r.Changed = append(r.Changed, diffNote{n.ID, n.Block, n.Text, diffFields(change.Fields)})
	}
	return r
}

func diffFields(fields []merge.Field) []diffField {
	out := make([]diffField, len(fields))
	for i, f := range fields {
		out[i] = diffField{f.Path, jsonOrNull(f.Before), jsonOrNull(f.After)}
	}
	return out
}

func jsonOrNull(text string) jsontext.Value {
	if text == "" {
		return jsontext.Value("null")
	}
	return jsontext.Value(text)
}
