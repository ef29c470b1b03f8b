// Package file reads and writes a project as the JSON text that a
// .ninefold.json file holds. docs/format.md documents the format, and [Schema]
// is its JSON Schema.
//
// [Decode] trusts nothing: what it returns is a project that can be worked
// with, and everything that it refuses comes as a typed error with the line,
// the column and the member. [Encode] gives the same bytes for the same
// project. Members that this version does not know are kept at every level.
//
// The package works on bytes: it must not know folders, disks or windows.
// Package store has the files.
package file

import _ "embed"

const (
	// Format stands in the member "format" of every project.
	Format = "ninefold"
	// Version is the newest version of the format, the one that is written.
	Version = 1
	// Extension is how the name of a project's file ends.
	Extension = ".ninefold.json"
)

// Limits of what is read and written.
const (
	MaxSize    = 64 << 20  // bytes, as they stand and as they would be written
	MaxText    = 256 << 10 // bytes of one text: a longer one takes a minute to lay out
	MaxDepth   = 64        // levels of nesting
	MaxNotes   = 100_000   // notes of a project
	MaxRecords = 1_000_000 // JSON objects of any kind
)

// Generator says which program writes, as in "Ninefold 1.2.0". A program sets
// it once, before it writes its first project.
var Generator = "Ninefold"

//go:embed schema.json
var schema []byte

// Schema returns the format's JSON Schema (draft 2020-12).
func Schema() []byte { return append([]byte(nil), schema...) }
