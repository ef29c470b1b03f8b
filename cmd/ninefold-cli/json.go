package main

import (
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// printJSON writes a result to standard output.
func (c *call) printJSON(v any) status {
	data, err := json.Marshal(v, json.Deterministic(true), jsontext.WithIndent("  "))
	if err == nil {
		_, err = c.stdout.Write(append(data, '\n'))
	}
	if err != nil {
		return c.fail("standard output", err)
	}
	return done
}
