package file

import (
	"bytes"
	"encoding/json"
	"fmt"

	"ninefold/canvas"
)

// NotesFormat is what copied notes say that they are: see [EncodeNotes].
const NotesFormat = "ninefold-notes"

// Notes are notes that were copied out of a project.
type Notes struct {
	Text string // what they say, as it stands on the clipboard
	From *canvas.Project
	IDs  []canvas.ID
}

// copied is how notes are written. The project holds them and what it takes to
// understand them; see [canvas.Extract].
type copied struct {
	Format  string          `json:"format"`
	Text    string          `json:"text"`
	Notes   []canvas.ID     `json:"notes"`
	Project json.RawMessage `json:"project"`
}

// EncodeNotes writes copied notes as a text that another program of this kind
// can paste.
func EncodeNotes(n Notes) ([]byte, error) {
	project, err := Encode(canvas.Extract(n.From, n.IDs))
	if err != nil {
		return nil, err
	}
	data, err := json.MarshalIndent(copied{NotesFormat, n.Text, n.IDs, project}, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("encode notes: %w", err)
	}
	return append(data, '\n'), nil
}

// DecodeNotes reads what [EncodeNotes] wrote, for [canvas.Paste]. False means
// that the text is something else.
func DecodeNotes(text []byte) (Notes, bool) {
	if len(text) > MaxSize || !bytes.HasPrefix(bytes.TrimSpace(text), []byte("{")) {
		return Notes{}, false
	}
	var c copied
	if json.Unmarshal(text, &c) != nil || c.Format != NotesFormat {
		return Notes{}, false
	}
	from, _, err := Decode(c.Project)
	if err != nil {
		return Notes{}, false
	}
	return Notes{c.Text, from, c.Notes}, true
}
