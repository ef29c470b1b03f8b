package main

import (
	"flag"

	"ninefold/assets"
	"ninefold/canvas"
	"ninefold/canvas/file"
)

func newCommand() command {
	return command{
		name: "new", args: "[OPTIONS] FILE",
		prepare: func(options *flag.FlagSet) func(*call) status {
			title := options.String("title", "", "`T` title")
			lang := langOption(options, "notes")
			money := currencyOption(options)
			sample := options.Bool("sample", false, "sample")
			return func(c *call) status {
				switch {
				case len(c.files) != 1:
					return c.misuse("new: one FILE is needed")
				case *sample && (*title != "" || isSet(options, "currency")):
					return c.misuse("new: the sample has a title and a currency of its own")
				case !c.absent(c.files[0]):
					return failed
				}
				path := c.files[0]
				p := canvas.New(*title, string(lang.get()), money.String())
				if *sample {
					var err error
					if p, _, err = file.Decode(assets.Sample(string(lang.get()))); err != nil {
						return c.fail("the sample", err)
					}
				} else if *title == "" && path != stdio {
					p = canvas.UpdateHead(p, func(h *canvas.Head) { h.Title = baseName(path) })
				}
				return c.save(path, p)
			}
		},
	}
}

// isSet reports whether an option was given.
func isSet(options *flag.FlagSet, name string) bool {
	set := false
	options.Visit(func(f *flag.Flag) { set = set || f.Name == name })
	return set
}
