package canvas

import "fmt"

// A NotFoundError says that the project holds no note with the id.
type NotFoundError struct{ Note ID }

func (e *NotFoundError) Error() string { return fmt.Sprintf("no note has id %q", e.Note) }

// An UnknownBlockError says that a block is none of the nine.
type UnknownBlockError struct {
	Note  ID // the note that names the block; empty where none is concerned
	Block Block
}

func (e *UnknownBlockError) Error() string {
	if e.Note == "" {
		return fmt.Sprintf("no block has id %q", e.Block)
	}
	return fmt.Sprintf("note %q: no block has id %q", e.Note, e.Block)
}

// A NotSegmentError says that a note was to serve one that is no segment.
type NotSegmentError struct{ Note ID }

func (e *NotSegmentError) Error() string { return fmt.Sprintf("no segment has id %q", e.Note) }

// A NotRelationshipError says that a note is no relationship.
type NotRelationshipError struct{ Note ID }

func (e *NotRelationshipError) Error() string {
	return fmt.Sprintf("note %q is no relationship", e.Note)
}
