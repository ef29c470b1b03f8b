package main

import (
	"flag"
	"fmt"

	"ninefold/canvas"
	"ninefold/canvas/merge"
)

func mergeCommand() command {
	return command{
		name: "merge", args: "[--out FILE] BASE OURS THEIRS",
		example: "ninefold-cli merge --out %A %O %A %B",
		prepare: func(options *flag.FlagSet) func(*call) status {
			out := options.String("out", stdio, "`FILE` out")
			return func(c *call) status {
				if len(c.files) != 3 || count(c.files, stdio) > 1 {
					return c.misuse("merge: three FILEs are needed")
				}
				var versions [3]*canvas.Project
				failure := done
				for i, path := range c.files {
					if versions[i] = c.load(path); versions[i] == nil {
						failure = failed
					}
				}
				if failure != done {
					return failure
				}
				m, err := merge.Three(versions[0], versions[1], versions[2], nil)
				if err != nil {
					return c.fail(c.files[1], err)
				}
				if s := c.save(*out, m.Project); s != done {
					return s
				}
				for _, conflict := range m.Conflicts {
					c.note(c.files[1], conflictText(conflict, versions[:]))
				}
				if len(m.Conflicts) > 0 {
					return found
				}
				return done
			}
		},
	}
}

func count(list []string, s string) int {
	n := 0
	for _, x := range list {
		if x == s {
			n++
		}
	}
	return n
}

// conflictText is a line about a conflict.
func conflictText(c merge.Conflict, versions []*canvas.Project) string {
	where := "the project itself"
	for _, p := range versions {
		if n := p.Note(c.Note); n != nil {
			where = fmt.Sprintf("note %s (%s)", c.Note, label(n))
		}
	}
	switch {
	case c.Path == "" && c.Ours == "":
		return where + ": ours deleted it, theirs changed it; it stays"
	case c.Path == "":
		return where + ": theirs deleted it, ours changed it; it stays"
	case c.Ours == "" || c.Theirs == "":
		kept, gone := "ours", "theirs"
		if c.Ours == "" {
			kept, gone = gone, kept
		}
		return fmt.Sprintf("%s, %s: %s has none, %s has %s", where, c.Path, gone, kept, c.Ours+c.Theirs)
	}
	return fmt.Sprintf("%s, %s: ours is %s, theirs is %s", where, c.Path, c.Ours, c.Theirs)
}
