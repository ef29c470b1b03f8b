package file

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"ninefold/canvas"
)

// Encode writes a project: the same project gives the same bytes, and one
// changed word changes one line. It fails with a [*TooLargeError] where
// [Decode] would. Bytes of a text that are no UTF-8 become U+FFFD.
func Encode(p *canvas.Project) ([]byte, error) {
	if p.Len() > MaxNotes {
		return nil, &TooLargeError{QuantityNotes, MaxNotes}
	}
	doc := document{Format: Format, Version: Version, Generator: Generator, Head: p.Head(), Notes: slices.Collect(p.Notes())}
	var out bounded
	err := json.MarshalWrite(&out, &doc,
		json.WithMarshalers(marshalers), json.Deterministic(true),
		jsontext.WithIndent("  "), jsontext.AllowInvalidUTF8(true))
	if out.full {
		return nil, &TooLargeError{QuantityBytes, MaxSize}
	}
	if err != nil {
		return nil, fmt.Errorf("encode project: %w", err)
	}
	out.text.WriteByte('\n')
	if err := survey(out.text.Bytes()); err != nil {
		return nil, err
	}
	return out.text.Bytes(), nil
}

// bounded takes what is written until it becomes larger than a file may be.
type bounded struct {
	text bytes.Buffer
	full bool
}

var errFull = errors.New("larger than a project may be")

func (b *bounded) Write(p []byte) (int, error) {
	if b.text.Len()+len(p) >= MaxSize { // the last line break comes on top
		b.full = true
		return 0, errFull
	}
	return b.text.Write(p)
}
