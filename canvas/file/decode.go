package file

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"ninefold/canvas"
)

// document is a project's text as a value: the members in their order.
type document struct {
	Format    string `json:"format"`
	Version   int    `json:"version"`
	Generator string `json:"generator,omitzero"`
	canvas.Head
	Notes []*canvas.Note `json:"notes"`
}

// Decode reads a project. Its errors are [*NotProjectError], [*TooNewError],
// [*TooLargeError] and [*DamagedError]; with an error there is no project.
// What is odd but can be worked with comes as warnings.
func Decode(data []byte) (*canvas.Project, []Warning, error) {
	if len(data) > MaxSize {
		return nil, nil, &TooLargeError{QuantityBytes, MaxSize}
	}
	d := decoder{data: bytes.TrimPrefix(data, []byte("\uFEFF"))}
	d.skipped = int64(len(data) - len(d.data))
	version, err := d.version()
	if err != nil {
		return nil, nil, err
	}
	if err := d.migrate(version); err != nil {
		return nil, nil, err
	}
	doc, err := d.document()
	if err != nil {
		return nil, nil, err
	}
	return d.project(doc)
}

// A decoder holds the text that is read, for the places of what is wrong.
type decoder struct {
	data     []byte
	skipped  int64 // bytes of the file before data: a byte order mark
	migrated bool  // data is not what stands in the file
}

// space is what may stand between the parts of JSON.
const space = " \t\r\n"

// document reads the text into values, whatever they say.
func (d *decoder) document() (*document, error) {
	if err := survey(d.data); err != nil {
		return nil, err
	}
	if at := invalidUTF8(d.data); at >= 0 {
		return nil, d.damage(int64(at), "", CodeInvalidUTF8, "")
	}
	var doc document
	err := json.Unmarshal(d.data, &doc, json.WithUnmarshalers(unmarshalers))
	var syntactic *jsontext.SyntacticError
	var semantic *json.SemanticError
	switch {
	case errors.As(err, &syntactic):
		return nil, d.syntax(syntactic)
	case errors.As(err, &semantic):
		return nil, d.kind(semantic)
	case err != nil:
		return nil, fmt.Errorf("decode project: %w", err)
	case len(doc.Notes) > MaxNotes:
		return nil, &TooLargeError{QuantityNotes, MaxNotes}
	}
	for i, n := range doc.Notes {
		if n == nil {
			path := fmt.Sprintf("notes[%d]", i)
			return nil, d.damage(offsets(d.data, []string{path})[0], path, CodeWrongType, "null")
		}
	}
	return &doc, nil
}

// project makes the project, if what it says can be.
func (d *decoder) project(doc *document) (*canvas.Project, []Warning, error) {
	problems := canvas.Validate(doc.Head, doc.Notes)
	paths := make([]string, len(problems))
	for i, p := range problems {
		paths[i] = p.Path
	}
	var warnings []Warning
	if len(problems) > 0 {
		for i, at := range offsets(d.data, paths) {
			p := problems[i]
			if p.Broken {
				return nil, nil, d.damage(at, p.Path, p.Code, p.Value)
			}
			line, column := position(d.data, at)
			if d.migrated {
				line, column = 1, 1
			}
			warnings = append(warnings, Warning{p, line, column})
		}
	}
	p, err := canvas.Build(doc.Head, doc.Notes)
	if err != nil {
		return nil, nil, fmt.Errorf("decode project: %w", err)
	}
	return p, warnings, nil
}

// damage is a [*DamagedError] for the place at an offset.
func (d *decoder) damage(offset int64, path string, code canvas.ProblemCode, value string) *DamagedError {
	if d.migrated {
		return &DamagedError{Line: 1, Column: 1, Path: path, Code: code, Value: value}
	}
	line, column := position(d.data, offset)
	return &DamagedError{Line: line, Column: column, Offset: offset + d.skipped, Path: path, Code: code, Value: value}
}

// syntax says what is wrong with text that is not well-formed JSON.
func (d *decoder) syntax(err *jsontext.SyntacticError) error {
	path := pathOf(err.JSONPointer)
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		end := len(bytes.TrimRight(d.data, space)) // behind the last thing that stands there
		return d.damage(int64(end), path, CodeTruncated, "")
	case errors.Is(err, jsontext.ErrDuplicateName):
		name := shorten(err.JSONPointer.LastToken())
		return d.damage(err.ByteOffset, pathOf(err.JSONPointer.Parent()), CodeDuplicateName, strconv.Quote(name))
	}
	r, _ := utf8.DecodeRune(d.data[min(err.ByteOffset, int64(len(d.data))):])
	return d.damage(err.ByteOffset, path, CodeUnexpected, strconv.QuoteRune(r))
}

// kind says that a value is not of the kind that belongs where it stands.
func (d *decoder) kind(err *json.SemanticError) error {
	offset := err.ByteOffset
	for offset < int64(len(d.data)) && strings.IndexByte(space+",:", d.data[offset]) >= 0 {
		offset++
	}
	code := CodeWrongType
	switch {
	case errors.Is(err, errBadAmount):
		code = CodeBadAmount
	case err.GoType == reflect.TypeFor[time.Time]() && err.JSONKind == '"':
		code = CodeBadTime
	}
	return d.damage(offset, pathOf(err.JSONPointer), code, d.glance(offset))
}

// glance returns the value that begins at an offset, shortened for a message.
func (d *decoder) glance(offset int64) string {
	rest := d.data[offset:]
	switch v, err := jsontext.NewDecoder(bytes.NewBuffer(rest)).ReadValue(); {
	case err != nil || v.Kind() == '{':
		return "{…}"
	case v.Kind() == '[':
		return "[…]"
	default:
		return shorten(string(v))
	}
}

// invalidUTF8 returns where data stops being UTF-8, or -1.
func invalidUTF8(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}
