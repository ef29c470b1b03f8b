package main

import (
	"cmp"
	"flag"
	"runtime"

	"ninefold/assets"
	"ninefold/canvas/file"
)

func schemaCommand() command {
	return command{
		name: "schema",
		prepare: func(*flag.FlagSet) func(*call) status {
			return func(c *call) status {
				if len(c.files) > 0 {
					return c.misuse("schema: takes no files")
				}
				c.print("%s", file.Schema())
				return done
			}
		},
	}
}

func versionCommand() command {
	return command{
		name: "version",
		prepare: func(*flag.FlagSet) func(*call) status {
			return func(c *call) status {
				if len(c.files) > 0 {
					return c.misuse("version: takes no files")
				}
				c.print("ninefold-cli %s\nformat %d\nbuild %s %s %s/%s\n", assets.Version, file.Version,
					cmp.Or(assets.Build, "unnamed"), runtime.Version(), runtime.GOOS, runtime.GOARCH)
				return done
			}
		},
	}
}
