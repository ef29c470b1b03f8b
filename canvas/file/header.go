package file

import (
	"bytes"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"
)

// version reads the version of the format, before anything else is looked at:
// so a file that is newer, or damaged further down, is known for what it is.
func (d *decoder) version() (int, error) {
	text := bytes.TrimLeft(d.data, space)
	switch {
	case len(bytes.Trim(text, "\x00")) == 0:
		return 0, &NotProjectError{Reason: ReasonEmpty}
	case isUTF16(d.data):
		return 0, &NotProjectError{Reason: ReasonUTF16}
	case text[0] != '{' && jsontext.Value(text).IsValid():
		return 0, &NotProjectError{Reason: ReasonNoObject}
	case text[0] != '{':
		return 0, &NotProjectError{Reason: ReasonNoJSON}
	}
	h, damaged := readHeader(d.data)
	switch {
	case h.format == nil && damaged:
		if err := survey(d.data); err != nil {
			return 0, err // nested too deep to be read
		}
		return 0, &NotProjectError{Reason: ReasonNoJSON}
	case h.format == nil:
		return 0, &NotProjectError{Reason: ReasonNoFormat}
	case h.text(h.format) != Format:
		return 0, &NotProjectError{Reason: ReasonOtherFormat, Value: shorten(h.text(h.format))}
	case h.version == nil && damaged:
		_, err := d.document() // has the place of the damage
		return 0, err
	case h.version == nil:
		return 0, d.damage(int64(len(d.data)-len(text)), "", CodeBadVersion, "null")
	}
	v, err := strconv.ParseInt(string(h.version), 10, 64)
	if err != nil || v < 0 || h.version.Kind() != '0' {
		return 0, d.damage(h.versionAt, "version", CodeBadVersion, shorten(string(h.version)))
	}
	if v > Version {
		return 0, &TooNewError{Version: v, Generator: shorten(h.text(h.generator))}
	}
	return int(v), nil
}

// A header is the part of a project that says how to read the rest.
type header struct {
	format, version, generator jsontext.Value // nil where missing
	versionAt                  int64
}

// text returns a member that is a string; one that is anything else, as it
// stands there.
func (header) text(v jsontext.Value) string {
	if s, err := jsontext.AppendUnquote(nil, v); err == nil {
		return string(s)
	}
	return string(v)
}

// readHeader looks for the header's members among those of the outermost
// object; damaged says that the text ended before they were all found, or that
// it is not well formed.
func readHeader(data []byte) (h header, damaged bool) {
	dec := jsontext.NewDecoder(bytes.NewBuffer(data))
	if _, err := dec.ReadToken(); err != nil {
		return h, true
	}
	for dec.PeekKind() != '}' {
		name, err := dec.ReadToken()
		if err != nil {
			return h, true
		}
		var member *jsontext.Value
		switch name.String() {
		case "format":
			member = &h.format
		case "version":
			member = &h.version
		case "generator":
			member = &h.generator
		default:
			if dec.SkipValue() != nil {
				return h, true
			}
			continue
		}
		v, err := dec.ReadValue()
		if err != nil {
			return h, true
		}
		*member = v.Clone()
		if member == &h.version {
			h.versionAt = dec.InputOffset() - int64(len(v))
		}
		if h.format != nil && h.version != nil && h.generator != nil {
			return h, false
		}
	}
	return h, false
}

// isUTF16 recognises UTF-16 by its byte order mark or by every other byte of
// its first characters being zero.
func isUTF16(data []byte) bool {
	if bytes.HasPrefix(data, []byte{0xFF, 0xFE}) || bytes.HasPrefix(data, []byte{0xFE, 0xFF}) {
		return true
	}
	return len(data) >= 4 && (data[0] == 0 && data[2] == 0 || data[1] == 0 && data[3] == 0)
}
