package bmml

import "fmt"

// A SyntaxError says that a file is no YAML that can be read.
type SyntaxError struct {
	Line, Column int // from 1; the column in characters
	Reason       string
}

func (e *SyntaxError) Error() string {
	return fmt.Sprintf("line %d, column %d: not valid YAML: %s", e.Line, e.Column, e.Reason)
}

// A NotModelError says that a file is YAML, but no business model in BMML.
type NotModelError struct {
	Line, Column int
	Reason       string
}

func (e *NotModelError) Error() string {
	return fmt.Sprintf("line %d, column %d: not a BMML business model: %s", e.Line, e.Column, e.Reason)
}

// A LimitError says that a file holds more than any business model does, and
// that it was not read for that reason. Line and Column are where the limit is
// passed; they are 0 for the size of the whole file.
type LimitError struct {
	Line, Column int
	What         string // what there is too much of, as in "levels of nesting"
	Limit        int
}

func (e *LimitError) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("more than %d %s", e.Limit, e.What)
	}
	return fmt.Sprintf("line %d, column %d: more than %d %s", e.Line, e.Column, e.Limit, e.What)
}
