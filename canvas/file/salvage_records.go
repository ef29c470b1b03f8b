package file

import (
	"bytes"
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"ninefold/canvas"
)

// mostMended is how many values are left out of one record before all of it
// is: one in which more is wrong is not what it seems.
const mostMended = 20

// project makes a project of what is sound in the records that were read.
func (s *salvager) project() (*canvas.Project, error) {
	head := s.soundHead()
	var notes []*canvas.Note
	var from []record // where the notes come from
	for _, r := range s.notes[:min(len(s.notes), MaxNotes)] {
		var n canvas.Note
		if s.mend(r, func(v jsontext.Value) *canvas.Problem {
			n = canvas.Note{}
			if p := unmarshal(v, &n); p != nil {
				return p
			}
			if n.ID == "" {
				n.ID = canvas.NewID("nt")
			}
			return firstBroken(canvas.Head{ID: "pr", Currency: "EUR"}, []*canvas.Note{&n}, "notes[0].")
		}) {
			notes, from = append(notes, &n), append(from, r)
		}
	}
	s.dangling(head, notes, from)
	slices.SortStableFunc(s.losses, func(a, b Loss) int { return int(a.Offset - b.Offset) })
	return canvas.Settle(head, notes)
}

// soundHead returns what the sound members of the head say.
func (s *salvager) soundHead() canvas.Head {
	var head canvas.Head
	for _, r := range s.head {
		member := record{value: object(r.path, r.value), offset: r.offset - len(object(r.path, nil)) + 1}
		var next canvas.Head
		if s.mend(member, func(v jsontext.Value) *canvas.Problem {
			next = head
			if p := unmarshal(v, &next); p != nil {
				return p
			}
			alone := next
			if alone.ID == "" {
				alone.ID = "pr"
			}
			return firstBroken(alone, nil, "")
		}) {
			head = next
		}
	}
	if head.ID == "" {
		head.ID = canvas.NewID("pr")
	}
	return head
}

// object is an object with one member, up to its value where that is nil.
func object(name string, value jsontext.Value) jsontext.Value {
	text, err := jsontext.AppendQuote([]byte{'{'}, name)
	if err != nil {
		text = []byte(`{""`) // a name that is no text names nothing
	}
	text = append(text, ':')
	text = append(text, value...)
	return append(text, '}')
}

// mended are the problems that notes have only with one another, and that
// [canvas.Settle] takes care of.
var mended = []canvas.ProblemCode{
	canvas.ProblemNoSegment, canvas.ProblemNoNote, canvas.ProblemDuplicateID, canvas.ProblemBadLetter, canvas.ProblemTakenLetter,
}

// firstBroken returns the first problem that a record has alone, its path
// without the root before it.
func firstBroken(head canvas.Head, notes []*canvas.Note, root string) *canvas.Problem {
	for _, p := range canvas.Validate(head, notes) {
		if p.Broken && !slices.Contains(mended, p.Code) {
			p.Path = strings.TrimPrefix(p.Path, root)
			return &p
		}
	}
	return nil
}

// unmarshal reads a record, and says what is the first thing wrong with it.
func unmarshal(v jsontext.Value, into any) *canvas.Problem {
	err := json.Unmarshal(v, into, json.WithUnmarshalers(unmarshalers))
	if err == nil {
		return nil
	}
	d := decoder{data: v}
	var syntactic *jsontext.SyntacticError
	var semantic *json.SemanticError
	var damaged *DamagedError
	switch {
	case errors.As(err, &syntactic) && errors.Is(err, jsontext.ErrDuplicateName):
		return &canvas.Problem{Path: pathOf(syntactic.JSONPointer), Code: CodeDuplicateName, Value: strconv.Quote(shorten(syntactic.JSONPointer.LastToken()))}
	case errors.As(err, &semantic) && errors.As(d.kind(semantic), &damaged):
		return &canvas.Problem{Path: damaged.Path, Code: damaged.Code, Value: damaged.Value}
	}
	return &canvas.Problem{Code: CodeUnexpected, Value: strconv.Quote(shorten(string(v)))}
}

// mend leaves out of a record what is wrong with it until nothing is, and
// reports whether anything is left of it.
func (s *salvager) mend(r record, problem func(jsontext.Value) *canvas.Problem) bool {
	v, about := r.value, len(s.losses)
	if !utf8.Valid(v) {
		s.lose(s.lossAt(r, "", canvas.Problem{Code: CodeInvalidUTF8}))
		v = bytes.ToValidUTF8(v, []byte("\uFFFD"))
	}
	kept := false
	last := ""
	var cuts [][]string // what is left out already
	for range mostMended {
		p := problem(v)
		if p == nil {
			kept = true
			break
		}
		path := names(p.Path)
		if p.Path != last || last == "" { // else it is about what was just left out
			s.lose(s.lossAt(r, placeBefore(p.Path, cuts), *p))
		}
		var cut bool
		for len(path) > 0 && !cut {
			if v, cut = without(v, path); !cut {
				path = path[:len(path)-1]
			}
		}
		if !cut {
			break
		}
		last = ""
		if len(path) == len(names(p.Path)) {
			last = p.Path
		}
		cuts = append(cuts, path)
	}
	text := noteText(r.value)
	for i := range s.losses[min(about, len(s.losses)):] {
		l := &s.losses[about+i]
		l.Note, l.Whole = text, !kept && r.path != ""
	}
	return kept
}

// placeBefore is where a path led before elements of lists were left out.
func placeBefore(path string, cuts [][]string) string {
	for _, cut := range slices.Backward(cuts) {
		at := len(cut) - 1
		gone, err := strconv.Atoi(cut[at])
		parts := names(path)
		if err != nil || len(parts) <= at || !slices.Equal(parts[:at], cut[:at]) {
			continue
		}
		if i, err := strconv.Atoi(parts[at]); err == nil && i >= gone {
			parts[at] = strconv.Itoa(i + 1)
			path = pathOf(jsontext.Pointer("/" + strings.Join(parts, "/")))
		}
	}
	return path
}

// lossAt is a loss at a path within a record.
func (s *salvager) lossAt(r record, path string, p canvas.Problem) Loss {
	whole := strings.Trim(r.path+"."+path, ".")
	return s.loss(r.offset+int(offsets(r.value, []string{path})[0]), whole, p.Code, p.Value)
}

// noteText is the text of a note, as far as it can be read.
func noteText(v jsontext.Value) string {
	var n struct {
		Text jsontext.Value `json:"text"`
	}
	if json.Unmarshal(v, &n, jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)) != nil || n.Text.Kind() != '"' {
		return ""
	}
	text, _ := jsontext.AppendUnquote(nil, n.Text) // what is no UTF-8 is replaced
	return shorten(string(text))
}

// dangling notes what the notes refer to in vain, and what two of them both
// have: [canvas.Settle] drops it.
func (s *salvager) dangling(head canvas.Head, notes []*canvas.Note, from []record) {
	for _, p := range canvas.Validate(head, notes) {
		if p.Code != canvas.ProblemNoSegment && p.Code != canvas.ProblemNoNote && p.Code != canvas.ProblemDuplicateID {
			continue
		}
		parts := names(p.Path)
		if len(parts) < 3 || parts[0] != "notes" {
			continue
		}
		i, err := strconv.Atoi(parts[1])
		if err != nil || i >= len(from) {
			continue
		}
		_, path, _ := strings.Cut(p.Path, "].")
		l := s.lossAt(from[i], path, p)
		l.Note, l.Whole = shorten(notes[i].Text), path == "id"
		if p.Code != canvas.ProblemDuplicateID || l.Whole { // a record of a note gets another id
			s.lose(l)
		}
	}
}

// without returns a value without what a path leads to, and whether there was
// any such thing. Of members with one name the first goes.
func without(v jsontext.Value, path []string) (jsontext.Value, bool) {
	kind := v.Kind()
	if kind != '{' && kind != '[' {
		return v, false
	}
	dec := jsontext.NewDecoder(bytes.NewBuffer(v), jsontext.AllowDuplicateNames(true))
	if _, err := dec.ReadToken(); err != nil {
		return v, false
	}
	out, cut := []byte{byte(kind)}, false
	for i := 0; dec.PeekKind() != '}' && dec.PeekKind() != ']'; i++ {
		var name jsontext.Value
		at := strconv.Itoa(i)
		if kind == '{' {
			n, err := dec.ReadValue()
			if err != nil {
				return v, false
			}
			name = n.Clone()
			text, _ := jsontext.AppendUnquote(nil, name) // the decoder has read it as a text
			at = string(text)
		}
		element, err := dec.ReadValue()
		if err != nil {
			return v, false
		}
		if at == path[0] && !cut {
			cut = true
			if len(path) == 1 {
				continue
			}
			if element, cut = without(element.Clone(), path[1:]); !cut {
				return v, false
			}
		}
		if len(out) > 1 {
			out = append(out, ',')
		}
		if name != nil {
			out = append(append(out, name...), ':')
		}
		out = append(out, element...)
	}
	return append(out, byte(kind)+2), cut
}
