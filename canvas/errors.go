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

// An UnknownStageError says that a stage is none of the four.
type UnknownStageError struct{ Stage Stage }

func (e *UnknownStageError) Error() string { return fmt.Sprintf("no stage has id %q", e.Stage) }

// A TakenIDError says that a note was to be added under another's id.
type TakenIDError struct{ Note ID }

func (e *TakenIDError) Error() string { return fmt.Sprintf("another note has id %q", e.Note) }

// A TooManySegmentsError says that no letter is left for a further segment.
type TooManySegmentsError struct{ Most int }

func (e *TooManySegmentsError) Error() string {
	return fmt.Sprintf("a project has at most %d segments", e.Most)
}

// An UnknownTypeError says that the project has no relationship type of its own with the id.
type UnknownTypeError struct{ Type string }

func (e *UnknownTypeError) Error() string {
	return fmt.Sprintf("the project has no relationship type with id %q", e.Type)
}

// A TypeInUseError says that a relationship type cannot go because notes speak of it.
type TypeInUseError struct {
	Type  string
	Notes []*Note
}

func (e *TypeInUseError) Error() string {
	return fmt.Sprintf("%d notes use the relationship type %q", len(e.Notes), e.Type)
}

// A TakenNameError says that another relationship type of the project has the name.
type TakenNameError struct{ Name string }

func (e *TakenNameError) Error() string {
	return fmt.Sprintf("another relationship type is named %q", e.Name)
}
