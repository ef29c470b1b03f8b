package changes

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/go-json-experiment/json"
	"github.com/shopspring/decimal"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/merge"
	"ninefold/export/scene"
)

// A speaker says what is in projects in a reader's language. Where projects
// differ in what something is called, the first that knows it counts.
type speaker struct {
	words    *locale.Words
	projects []*canvas.Project
}

// find finds a note as the first project has it that has it; nil where none has.
func (s *speaker) find(id canvas.ID) *canvas.Note {
	for _, p := range s.projects {
		if n := p.Note(id); n != nil {
			return n
		}
	}
	return nil
}

// versions are what holds the values of a note, or with no id of the whole, in
// each project.
func (s *speaker) versions(id canvas.ID) []any {
	var out []any
	for _, p := range s.projects {
		if n := p.Note(id); n != nil {
			out = append(out, n)
		} else if id == "" {
			out = append(out, p.Head())
		}
	}
	return out
}

// of finds what is known of the field that a path leads to.
func of(path string) (f field, known bool) {
	var pattern []string
	for _, at := range merge.Steps(path) {
		if at.Record != "" {
			at.Member += "[]"
		}
		pattern = append(pattern, at.Member)
	}
	f, known = fields[strings.Join(pattern, ".")]
	return f, known
}

// name is what a value of a note is called, or with no id one of the whole,
// such as "Cost “Rent” · Amount".
func (s *speaker) name(id canvas.ID, path string) string {
	var parts []string
	here := ""
	all := merge.Steps(path)
	for i, at := range all {
		if here = strings.TrimPrefix(here+"."+at.Member, "."); at.Record != "" {
			here += "[" + at.Record + "]"
		}
		f, known := of(here)
		switch last := i == len(all)-1; {
		case known && (f.kind == kindRecord || last):
			parts = append(parts, s.words.T(f.key, "Name", s.label(id, here)))
		case last:
			parts = append(parts, s.words.T("field.other", "Name", at.Member))
		}
	}
	return strings.Join(parts, " · ")
}

// label is what a record calls itself.
func (s *speaker) label(id canvas.ID, path string) string {
	for _, v := range s.versions(id) {
		if text := s.record(merge.At(v, path)); text != "" {
			return canvas.Excerpt(text, excerpt)
		}
	}
	return s.words.T("value.unnamed")
}

// record is what a record calls itself; empty where it does not.
func (s *speaker) record(value string) string {
	var r struct {
		Label, Name, Text, Letter, Reason, Author, Remark, Type string
		Block                                                   canvas.Block
		Behaviour                                               canvas.Behaviour
		Price                                                   *decimal.Decimal
	}
	if json.Unmarshal([]byte(value), &r, json.MatchCaseInsensitiveNames(true)) != nil {
		return ""
	}
	switch {
	case r.Type != "":
		return s.typeName(r.Type)
	case r.Block != "" && r.Text == "":
		return strings.TrimRight(s.words.T("block."+string(r.Block))+", "+r.Author, ", ")
	case r.Behaviour != "" && r.Label == "":
		return s.words.T("behaviour." + string(r.Behaviour))
	case r.Price != nil:
		return s.money(*r.Price)
	}
	return cmp.Or(r.Label, r.Name, r.Text, r.Letter, r.Reason, r.Author, r.Remark)
}

func (s *speaker) money(d decimal.Decimal) string {
	return s.words.Money(d, s.projects[0].Head().Currency)
}

func (s *speaker) typeName(id string) string {
	for _, p := range s.projects {
		if name := scene.TypeName(p, s.words, id); name != id {
			return name
		}
	}
	return id
}

// value is a value, given as JSON, in words.
func (s *speaker) value(path, value string) string {
	if value == "" {
		return s.words.T("value.none")
	}
	f, _ := of(path)
	var v any
	if json.Unmarshal([]byte(value), &v) != nil {
		return value
	}
	switch v := v.(type) {
	case string:
		return cmp.Or(s.text(f, v), s.words.T("value.none"))
	case float64:
		return s.words.Number(decimal.NewFromFloat(v), -1)
	case bool:
		return s.words.T(map[bool]string{false: "value.no", true: "value.yes"}[v])
	case []any:
		return s.list(f, v)
	case nil:
		return s.words.T("value.none")
	}
	return cmp.Or(canvas.Excerpt(s.record(value), excerpt), s.words.T("value.several"))
}

// text is a value that is a text, in words.
func (s *speaker) text(f field, text string) string {
	switch f.kind {
	case kindNumber, kindMoney, kindShare:
		d, err := decimal.NewFromString(text)
		switch {
		case err != nil:
			return text
		case f.kind == kindMoney:
			return s.money(d)
		case f.kind == kindShare:
			return s.words.Percent(d)
		}
		return s.words.Number(d, -1)
	case kindWord:
		if s.words.Has(f.prefix + text) {
			return locale.Capital(s.words.T(f.prefix + text))
		}
	case kindType:
		return s.typeName(text)
	case kindDay:
		return s.words.Date(text)
	case kindTime:
		if at, err := time.Parse(time.RFC3339, text); err == nil {
			at = at.Local()
			return s.words.Date(at.Format(time.DateOnly)) + ", " + s.words.Clock(at)
		}
	case kindLang:
		return cmp.Or(locale.Lang(text).Name(), text)
	case kindText, kindWords, kindTypes, kindNotes, kindRecord, kindFacet: // as it stands
	}
	return strings.TrimSpace(text)
}

// list is a value that is a list, in words.
func (s *speaker) list(f field, list []any) string {
	var out []string
	for _, v := range list {
		text, ok := v.(string)
		if !ok {
			return s.words.T("value.several")
		}
		switch f.kind {
		case kindWords:
			if key := f.prefix + text + ".name"; s.words.Has(key) {
				text = s.words.T(key)
			}
		case kindTypes:
			text = s.typeName(text)
		case kindNotes:
			text = s.caption(canvas.ID(text))
		default:
			return s.words.T("value.several") // the order of records, named by ids
		}
		out = append(out, text)
	}
	return cmp.Or(strings.Join(out, "; "), s.words.T("value.none"))
}

// caption is a note in a few words.
func (s *speaker) caption(id canvas.ID) string {
	n := s.find(id)
	if n == nil {
		return s.words.T("value.gone")
	}
	text := n.Text
	if n.IsSegment() {
		text = n.SegmentName()
	}
	if text == "" && n.IsRelationship() {
		text = s.typeName(n.Relationship.Type)
	}
	return cmp.Or(canvas.Excerpt(text, excerpt), s.words.T("changes.untitled"))
}

// The most characters of a text that are shown beside another one, and how many
// of those that both have are shown before the first in which they differ.
const (
	mostShown = 600
	lead      = 60
)

// apart shortens two texts so that what is shown of both is where they differ.
func apart(a, b string) (shortA, shortB string) {
	x, y := []rune(a), []rune(b)
	if max(len(x), len(y)) <= mostShown {
		return a, b
	}
	same := 0
	for same < min(len(x), len(y)) && x[same] == y[same] {
		same++
	}
	from := max(0, same-lead)
	for from > 0 && !unicode.IsSpace(x[from-1]) && same-from < 2*lead { // at a word's beginning
		from--
	}
	cut := func(r []rune) string {
		r = slices.Clone(r[min(from, len(r)):])
		end := ""
		if len(r) > mostShown {
			r, end = r[:mostShown], "…"
		}
		if from > 0 {
			return "…" + string(r) + end
		}
		return string(r) + end
	}
	return cut(x), cut(y)
}
