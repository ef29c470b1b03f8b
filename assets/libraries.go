package assets

import (
	_ "embed"
	"strings"
)

//go:embed libraries.txt
var libraries string

// A Library is a module of other people's that the program is built with.
type Library struct {
	Module  string
	Licence string // its SPDX identifier
}

// Libraries are all of them in a build for Linux, by module path. A test holds
// them against the build.
func Libraries() []Library {
	var out []Library
	for line := range strings.Lines(libraries) {
		module, licence, _ := strings.Cut(strings.TrimSpace(line), " ")
		out = append(out, Library{module, licence})
	}
	return out
}
