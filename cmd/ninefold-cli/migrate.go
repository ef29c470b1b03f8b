package main

import (
	"bytes"
	"flag"
	"fmt"

	"ninefold/canvas/file"
	"ninefold/canvas/store"
)

func migrateCommand() command {
	return command{
		name: "migrate", args: "FILE...",
		summary: "rewrite projects in the newest version of the format",
		details: "The old file is kept as FILE.bak, which must not be there yet. A file that\n" +
			"would not change is left alone.",
		prepare: func(*flag.FlagSet) func(*call) status {
			return func(c *call) status {
				if len(c.files) == 0 {
					return c.misuse("migrate: at least one FILE is needed")
				}
				result := done
				progress := c.progress(len(c.files))
				for _, path := range c.files {
					progress.next(path)
					if err := migrate(path); err != nil {
						progress.clear()
						result = max(result, c.fail(path, err))
					}
				}
				progress.clear()
				return result
			}
		},
	}
}

// migrate rewrites one file.
func migrate(path string) error {
	old, err := store.ReadFile(path, file.MaxSize)
	if err != nil {
		return err
	}
	p, _, err := file.Decode(old)
	if err != nil {
		return err
	}
	data, err := file.Encode(p)
	if err != nil {
		return err
	}
	if bytes.Equal(old, data) {
		return nil
	}
	backup := path + ".bak"
	if _, err := store.ReadFile(backup, file.MaxSize); err == nil {
		return fmt.Errorf("%s is there already and would be lost", backup)
	}
	if err := store.WriteFile(backup, old); err != nil {
		return err
	}
	return store.WriteFile(path, data)
}
