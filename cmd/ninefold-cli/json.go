package main

import (
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// printJSON writes a result to standard output.
func (c *call) printJSON(v any) status {
	// Names of files may be other bytes than text; they are shown as far as can be.
	data, err := json.Marshal(v, json.Deterministic(true), jsontext.AllowInvalidUTF8(true), jsontext.WithIndent("  "))
	if err != nil {
		return c.fail("standard output", err)
	}
	c.print("%s\n", data)
	return done
}
