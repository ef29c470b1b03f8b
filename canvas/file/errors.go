package file

import (
	"fmt"
	"strconv"

	"ninefold/canvas"
)

// Why a file is no project.
const (
	ReasonEmpty       = "empty"        // nothing but white space, or the zeros that a crash of the machine leaves
	ReasonUTF16       = "utf16"        // text, but not in UTF-8
	ReasonNoJSON      = "no_json"      // not JSON, from the start
	ReasonNoObject    = "no_object"    // JSON, but a list or a single value
	ReasonNoFormat    = "no_format"    // JSON without the member "format"
	ReasonOtherFormat = "other_format" // the member says another format
)

var reasonTexts = map[string]string{
	ReasonEmpty:       "it is empty",
	ReasonUTF16:       "it is written in UTF-16, not in UTF-8",
	ReasonNoJSON:      "it is not JSON",
	ReasonNoObject:    "it is JSON, but not an object",
	ReasonNoFormat:    `it does not say "format": "ninefold"`,
	ReasonOtherFormat: "its format is %s",
}

// A NotProjectError says that a file is something else.
type NotProjectError struct {
	Reason string
	Value  string // the format that the file says it has, for ReasonOtherFormat
}

func (e *NotProjectError) Error() string {
	text := reasonTexts[e.Reason]
	if e.Reason == ReasonOtherFormat {
		text = fmt.Sprintf(text, strconv.Quote(e.Value))
	}
	return "not a project: " + text
}

// A TooNewError says that a newer program wrote the file.
type TooNewError struct {
	Version   int64  // of the file
	Generator string // which program wrote it; empty where the file does not say
}

func (e *TooNewError) Error() string {
	by := ""
	if e.Generator != "" {
		by = fmt.Sprintf(", written by %s,", e.Generator)
	}
	return fmt.Sprintf("format version %d%s is newer than version %d, the newest that can be read", e.Version, by, Version)
}

// What a project can have too much of.
const (
	QuantityBytes   = "bytes"
	QuantityText    = "text"
	QuantityDepth   = "depth"
	QuantityNotes   = "notes"
	QuantityRecords = "records"
)

var quantityTexts = map[string]string{
	QuantityBytes:   "larger than %d bytes",
	QuantityText:    "a text of more than %d bytes",
	QuantityDepth:   "nested more than %d levels deep",
	QuantityNotes:   "more than %d notes",
	QuantityRecords: "more than %d records",
}

// A TooLargeError says that a project is beyond one of the limits.
type TooLargeError struct {
	Quantity string
	Limit    int64
}

func (e *TooLargeError) Error() string {
	return "too large: " + fmt.Sprintf(quantityTexts[e.Quantity], e.Limit)
}

// What can be wrong with the text of a project, beside the problems that
// package canvas knows.
const (
	CodeUnexpected    canvas.ProblemCode = "unexpected"     // a character where JSON allows none such
	CodeTruncated     canvas.ProblemCode = "truncated"      // the file ends in the middle
	CodeDuplicateName canvas.ProblemCode = "duplicate_name" // a member of an object stands there twice
	CodeInvalidUTF8   canvas.ProblemCode = "invalid_utf8"   // bytes that are no text
	CodeWrongType     canvas.ProblemCode = "wrong_type"     // a number for a text, and the like
	CodeBadAmount     canvas.ProblemCode = "bad_amount"     // not a plain decimal of at most 40 characters
	CodeBadTime       canvas.ProblemCode = "bad_time"       // not a time as RFC 3339 writes it
	CodeBadVersion    canvas.ProblemCode = "bad_version"    // no whole number from 0
)

var codeTexts = map[canvas.ProblemCode]string{
	CodeUnexpected:    "%s cannot be here",
	CodeTruncated:     "the file ends too early",
	CodeDuplicateName: "the member %s is here twice",
	CodeInvalidUTF8:   "these bytes are not UTF-8 text",
	CodeWrongType:     "%s is not the kind of value that belongs here",
	CodeBadAmount:     "%s is not an amount: decimal digits with at most one point, 40 characters at most",
	CodeBadTime:       "%s is not a time, as in \"2026-11-21T10:42:00Z\"",
	CodeBadVersion:    "%s is not a format version",
}

// A DamagedError says that a file is a project in which something is wrong.
type DamagedError struct {
	// Line and Column count from 1, columns in characters. Both are 1 where
	// the file is of an older version, of which only the path tells the place.
	Line, Column int
	Offset       int64 // in bytes, from 0
	// Path leads to the member, as in "notes[3].segments[0]"; empty means the
	// whole project.
	Path string
	// Code is one of this package's codes or of canvas.
	Code canvas.ProblemCode
	// Value is what stands there, as the text of the code needs it.
	Value string
}

func (e *DamagedError) Error() string {
	at := fmt.Sprintf("line %d, column %d", e.Line, e.Column)
	if e.Path != "" {
		at += " (" + e.Path + ")"
	}
	text, ok := codeTexts[e.Code]
	switch {
	case !ok:
		text = canvas.Problem{Code: e.Code, Value: e.Value}.Error()
	case e.Value != "":
		text = fmt.Sprintf(text, e.Value)
	}
	return at + ": " + text
}

// A Warning is something odd in a project that opens all the same.
type Warning struct {
	canvas.Problem
	Line, Column int // from 1; columns count characters
}

func (w Warning) Error() string {
	return fmt.Sprintf("line %d, column %d (%s): %s", w.Line, w.Column, w.Path, w.Problem.Error())
}
