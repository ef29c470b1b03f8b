// Package canvas is the model: a business model canvas as a value.
//
// A [Project] is nine blocks of notes and what is said about the whole. It
// never changes once made: an edit is a function from one project to the next,
// such as [MoveNotes], and shares every record that it does not touch. So a
// list of projects is a history, a project handed to another goroutine is a
// snapshot, and an edit that is given up is a project thrown away.
//
// Everything that a user places is a [Note]; what a note can say beyond its
// text depends on its block and lies in its facets ([Segment],
// [Relationship], [Revenue]). A note that leaves its block keeps its facet,
// unused, so that moving it back loses nothing.
//
// The struct tags are the names in the file, and package file reads and
// writes them; this package itself must not know files, languages, pictures
// or windows, and does no input or output.
package canvas
