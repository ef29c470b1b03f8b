package main

import (
	"bytes"
	"flag"
	"fmt"
	"path/filepath"
	"strings"

	"ninefold/canvas"
	"ninefold/canvas/costing"
	"ninefold/export"
	"ninefold/export/handout"
)

// blankKinds are the words of --kind and the pages that they stand for.
var blankKinds = map[string]handout.Kind{
	"canvas": handout.BlankCanvas, "worksheet": handout.Worksheet, "costs": handout.CostSheet,
}

func blankCommand() command {
	return command{
		name: "blank", args: "[OPTIONS] --out FILE [PROJECT]",
		prepare: func(options *flag.FlagSet) func(*call) status {
			kinds := &selection[string]{list: []string{"canvas", "worksheet"}, of: []string{"canvas", "worksheet", "costs"}, what: "kinds"}
			options.Var(kinds, "kind", "`KINDS` kind")
			questions := options.Bool("questions", false, "questions")
			sheet := sheetOptionsOf(options, "a3")
			out := options.String("out", "", "`FILE` out")
			return func(c *call) status {
				format := formatOf(*out)
				switch {
				case *out == "":
					return c.misuse("blank: --out is needed")
				case len(c.files) > 1:
					return c.misuse("blank: takes one PROJECT or none")
				case format != export.PDF && len(kinds.list) > 1:
					return c.misuse("blank: a picture takes one kind")
				}
				o := sheet.of(nil, costing.ScenarioBase)
				o.Questions = *questions
				for _, k := range kinds.list {
					o.Pages = append(o.Pages, blankKinds[k])
				}
				return c.blank(*out, format, o)
			}
		},
	}
}

// formatOf is the format that the name of a file asks for.
func formatOf(name string) export.Format {
	switch f := export.Format(strings.ToLower(strings.TrimPrefix(filepath.Ext(name), "."))); f {
	case export.PNG, export.SVG:
		return f
	default:
		return export.PDF
	}
}

func (c *call) blank(out string, format export.Format, o export.Options) status {
	p := new(canvas.Project)
	if len(c.files) == 1 {
		if p = c.load(c.files[0]); p == nil {
			return failed
		}
	}
	var data bytes.Buffer
	notices, err := export.Write(&data, format, p, o)
	for _, n := range notices {
		c.note(out, n)
	}
	if err == nil {
		err = c.write(out, data.Bytes())
	}
	if err != nil {
		return c.fail(out, fmt.Errorf("%s: %w", format, err))
	}
	return done
}
