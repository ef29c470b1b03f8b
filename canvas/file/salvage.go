package file

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"ninefold/canvas"
)

// A Loss is something in a damaged project that could not be kept.
type Loss struct {
	DamagedError
	// Note is the note that is gone, or that lacks something now, as far as its
	// text could be read; empty for what is said of the whole project.
	Note string
	// Whole says that all of the note is gone.
	Whole bool
}

// Salvage reads what is sound of a project that [Decode] refuses as damaged. A
// value that cannot be is left out, a record that lacks what it must have goes
// with it, and where the text itself is broken, notes are read on from the next
// one whose beginning can be told. What two sound notes break together is
// mended as [canvas.Settle] does it.
//
// The losses tell what is not in the project, in the order of the file; at
// most [canvas.MaxProblems] are told. Its errors are those of Decode for text
// that is no project, too new or too large, and for damaged text of an older
// version, which cannot be brought to the newest in parts.
func Salvage(data []byte) (*canvas.Project, []Loss, error) {
	if len(data) > MaxSize {
		return nil, nil, &TooLargeError{QuantityBytes, MaxSize}
	}
	d := decoder{data: bytes.TrimPrefix(data, []byte("\uFEFF"))}
	d.skipped = int64(len(data) - len(d.data))
	if err := survey(d.data); err != nil {
		return nil, nil, err
	}
	var damaged *DamagedError
	switch version, err := d.version(); {
	case err != nil && !errors.As(err, &damaged):
		return nil, nil, err
	case err == nil:
		if err := d.migrate(version); err != nil {
			return nil, nil, err
		}
	}
	s := salvager{decoder: &d}
	s.top()
	p, err := s.project()
	if err != nil {
		return nil, nil, err
	}
	return p, s.losses, nil
}

// A salvager collects what is sound. It reads value by value, so that what is
// broken in one leaves the others alone.
type salvager struct {
	*decoder
	at     int  // how far it has read
	ended  bool // the text broke, and no more of it can be read
	head   []record
	notes  []record
	losses []Loss
}

// A record is a note, or a member of the head, as it stands in the text.
type record struct {
	path   string
	value  jsontext.Value
	offset int
}

// lose notes a loss.
func (s *salvager) lose(l Loss) {
	if len(s.losses) < canvas.MaxProblems {
		s.losses = append(s.losses, l)
	}
}

// loss is one at an offset.
func (s *salvager) loss(offset int, path string, code canvas.ProblemCode, value string) Loss {
	return Loss{DamagedError: *s.damage(int64(offset), path, code, value)}
}

// broken notes that the text itself is broken.
func (s *salvager) broken(path string, err error) {
	code, value, offset := CodeUnexpected, "", s.at
	if syntactic, ok := errors.AsType[*jsontext.SyntacticError](err); ok {
		offset += int(syntactic.ByteOffset)
	}
	if offset >= len(s.data) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		code, offset = CodeTruncated, len(bytes.TrimRight(s.data, space))
	} else {
		r, _ := utf8.DecodeRune(s.data[offset:])
		value = strconv.QuoteRune(r)
	}
	l := s.loss(offset, path, code, value)
	l.Whole = path != ""
	s.lose(l)
}

// skip passes over white space and the given characters, and returns the next
// one; 0 at the end.
func (s *salvager) skip(also string) byte {
	for ; s.at < len(s.data); s.at++ {
		if c := s.data[s.at]; strings.IndexByte(space+also, c) < 0 {
			return c
		}
	}
	return 0
}

// value reads one value.
func (s *salvager) value() (jsontext.Value, error) {
	dec := jsontext.NewDecoder(bytes.NewBuffer(s.data[s.at:]), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	v, err := dec.ReadValue()
	if err != nil {
		return nil, err
	}
	s.at += int(dec.InputOffset())
	return v.Clone(), nil
}

// notesBegin finds the list of notes where the text before it is broken.
var notesBegin = regexp.MustCompile(`"notes"\s*:\s*\[`)

// top reads the members of the outermost object.
func (s *salvager) top() {
	s.skip("{")
	for s.skip(",") == '"' {
		start := s.at
		name, err := s.value()
		if err == nil && s.skip("") != ':' {
			err = io.ErrUnexpectedEOF
		}
		s.skip(":")
		path, _ := jsontext.AppendUnquote(nil, name)
		if err == nil && string(path) == "notes" && s.skip("") == '[' {
			s.at++
			s.list()
			continue
		}
		at := s.at
		var v jsontext.Value
		if err == nil {
			v, err = s.value()
		}
		if err != nil {
			s.broken("", err)
			next := notesBegin.FindIndex(s.data[start:])
			if next == nil || s.notes != nil {
				return
			}
			s.at = start + next[1]
			s.list()
			continue
		}
		switch string(path) {
		case "format", "version", "generator":
		case "notes":
			s.lose(s.loss(at, "notes", CodeWrongType, shorten(string(v))))
		default:
			if slices.ContainsFunc(s.head, func(r record) bool { return r.path == string(path) }) {
				s.lose(s.loss(start, "", CodeDuplicateName, strconv.Quote(shorten(string(path)))))
				continue
			}
			s.head = append(s.head, record{string(path), v, at})
		}
	}
	if s.skip("") != '}' && !s.ended {
		s.broken("", nil)
	}
}

// list reads the notes. Where the text breaks, it goes on with the next line
// that begins as that of the first note.
func (s *salvager) list() {
	var first []byte
	for i := 0; s.skip(",") != ']'; i++ {
		at := s.at
		if at == len(s.data) {
			s.broken("", nil)
			s.ended = true
			return
		}
		v, err := s.value()
		if err == nil {
			if first == nil {
				first = lineStart(s.data, at)
			}
			s.notes = append(s.notes, record{fmt.Sprintf("notes[%d]", i), v, at})
			continue
		}
		s.broken(fmt.Sprintf("notes[%d]", i), err)
		next := -1
		if first != nil {
			next = bytes.Index(s.data[at:], first)
		}
		if next < 0 {
			s.at, s.ended = len(s.data), true
			return
		}
		s.at = at + next + len(first) - 1
	}
	s.at++
}

// lineStart is the beginning of a line up to a value that is its first; nil
// where another stands before it.
func lineStart(data []byte, at int) []byte {
	start := bytes.LastIndexByte(data[:at], '\n')
	if start < 0 || len(bytes.TrimSpace(data[start:at])) > 0 {
		return nil
	}
	return data[start : at+1]
}
