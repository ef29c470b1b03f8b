package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"

	"ninefold/canvas/file"
	"ninefold/canvas/store"
)

func migrateCommand() command {
	return command{
		name: "migrate", args: "FILE...",
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
	if err := keep(path+".bak", old); err != nil {
		return err
	}
	return store.WriteFile(path, data)
}

// keep writes a file's old content beside it, over nothing but the same.
func keep(backup string, old []byte) error {
	there, err := store.ReadFile(backup, file.MaxSize)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return store.WriteFile(backup, old)
	case err == nil && bytes.Equal(there, old):
		return nil
	default:
		return fmt.Errorf("not rewritten: %s is there already, and would be lost", backup)
	}
}
