package store

import (
	"crypto/sha256"
	"encoding/hex"

	"ninefold/canvas"
	"ninefold/canvas/file"
)

// A Stamp tells a file's content from any other, whatever the clocks of those
// who wrote it say. The zero Stamp is that of no content.
type Stamp [sha256.Size]byte

// StampOf is the stamp of some content.
func StampOf(data []byte) Stamp { return sha256.Sum256(data) }

// String is the stamp in hexadecimal digits.
func (s Stamp) String() string { return hex.EncodeToString(s[:]) }

// IsZero reports whether the stamp is that of no content.
func (s Stamp) IsZero() bool { return s == Stamp{} }

// MarshalText writes the stamp in hexadecimal digits.
func (s Stamp) MarshalText() ([]byte, error) { return hex.AppendEncode(nil, s[:]), nil }

// UnmarshalText reads what [Stamp.MarshalText] wrote; of anything else it makes
// the zero Stamp, which no file has.
func (s *Stamp) UnmarshalText(text []byte) error {
	*s = Stamp{}
	if hex.DecodedLen(len(text)) == len(s) {
		if _, err := hex.Decode(s[:], text); err != nil {
			*s = Stamp{}
		}
	}
	return nil
}

// A Content is a project as it stands in a file.
type Content struct {
	Project  *canvas.Project
	Warnings []file.Warning
	Stamp    Stamp
}

// Read is [Load], with the stamp of what was read.
func Read(path string) (*Content, error) { return ReadOther(path, Stamp{}) }

// ReadOther is Read, unless the file holds what is known: then the content has
// no project but its stamp alone.
func ReadOther(path string, known Stamp) (*Content, error) {
	data, err := ReadFile(path, file.MaxSize)
	if err != nil {
		return nil, err
	}
	if stamp := StampOf(data); stamp == known {
		return &Content{Stamp: stamp}, nil
	}
	p, warnings, err := file.Decode(data)
	if err != nil {
		return nil, err
	}
	return &Content{p, warnings, StampOf(data)}, nil
}
