package main

import (
	"flag"
	"fmt"
	"path/filepath"

	"ninefold/canvas/bmml"
	"ninefold/canvas/file"
	"ninefold/canvas/store"
)

func importCommand() command {
	return command{
		name: "import", args: "[--out FILE] [--currency CODE] FILE",
		prepare: func(options *flag.FlagSet) func(*call) status {
			out := options.String("out", "", "`FILE` out")
			money := currencyOption(options)
			return func(c *call) status {
				if len(c.files) != 1 {
					return c.misuse("import: one FILE is needed")
				}
				from, to := c.files[0], *out
				switch {
				case to == "" && from == stdio:
					to = stdio
				case to == "":
					to = filepath.Join(filepath.Dir(from), baseName(from)+file.Extension)
					if !c.absent(to) {
						return failed
					}
				}
				var data []byte
				var err error
				if from == stdio {
					data, err = c.readAll(bmml.MaxSize)
				} else {
					data, err = store.ReadFile(from, bmml.MaxSize)
				}
				if err != nil {
					return c.fail(from, err)
				}
				p, left, err := bmml.Import(data, money.String())
				if err != nil {
					return c.fail(from, err)
				}
				for _, l := range left {
					c.note(from, fmt.Sprintf("line %d, column %d (%s): %s", l.Line, l.Column, l.Path, l.What()))
				}
				return c.save(to, p)
			}
		},
	}
}
