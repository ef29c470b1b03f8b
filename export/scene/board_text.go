package scene

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/catalog"
	"ninefold/canvas/costing"
	"ninefold/canvas/geometry"
)

// BoardText says a project's relationship board in a language, with what its
// relationships cost.
func BoardText(p *canvas.Project, words *locale.Words) geometry.BoardText {
	b := boardWords{p, words, costing.New(p)}
	return geometry.BoardText{
		Palette:     strings.ToUpper(words.T("relationships.palette")),
		Types:       b.types(),
		Hint:        words.T("relationships.palette_hint"),
		NoSegments:  words.T("relationships.no_segments"),
		FiguresHead: words.T("relationships.figures"),
		Type:        func(id string) string { return TypeName(p, words, id) },
		Stage:       b.stage,
		Segment:     b.segment,
		Note:        b.note,
		Gap:         b.gap,
		Figures:     b.figures,
	}
}

// TypeName is the name of a relationship's type: the project's own, or the
// catalogue's in the reader's language. A type that neither knows keeps its id.
func TypeName(p *canvas.Project, words *locale.Words, id string) string {
	if t, ok := p.Type(id); ok {
		return t.Name
	}
	if key := "type." + id + ".name"; words.Has(key) {
		return words.T(key)
	}
	return id
}

type boardWords struct {
	project *canvas.Project
	words   *locale.Words
	costs   *costing.Model
}

// types are the catalogue's and those that the project has of its own.
func (b boardWords) types() []geometry.TypeText {
	var out []geometry.TypeText
	add := func(id, mark string) {
		out = append(out, geometry.TypeText{ID: id, Mark: mark, Name: TypeName(b.project, b.words, id)})
	}
	for _, t := range catalog.Types() {
		add(t.ID, t.Mark)
	}
	for _, t := range b.project.Head().Types {
		first, _ := utf8.DecodeRuneInString(t.Name)
		add(t.ID, string(unicode.ToUpper(first)))
	}
	return out
}

func (b boardWords) stage(s canvas.Stage) (name, hint string) {
	if s == "" {
		return b.words.T("relationships.no_stage"), b.words.T("relationships.no_stage.hint")
	}
	key := "stage." + string(s)
	return b.words.T(key), b.words.T(key + ".hint")
}

func (b boardWords) segment(n *canvas.Note) (name string, about []string) {
	w := b.words
	if n == nil {
		return w.T("relationships.no_segment"), []string{w.T("relationships.no_segment.about")}
	}
	s := n.Segment
	say := func(line string) { about = append(about, line) }
	if len(s.Expected) > 0 {
		say(w.T("relationships.expects", "Types", b.list(s.Expected)))
	}
	if len(s.Habitual) > 0 {
		say(w.T("relationships.habitual", "Types", b.list(s.Habitual)))
	}
	if s.Bond != "" {
		say(w.T("relationships.bond." + string(s.Bond)))
	}
	var how []string
	if s.Route != "" {
		how = append(how, w.T("relationships.route."+string(s.Route)))
	}
	if s.Presence != "" {
		how = append(how, w.T("relationships.presence."+string(s.Presence)))
	}
	if len(how) > 0 {
		say(w.T("relationships.reached", "How", strings.Join(how, ", ")))
	}
	return n.SegmentName(), about
}

func (b boardWords) note(n *canvas.Note) (text string, after []string) {
	if len(n.Costs) > 0 {
		cost := b.amount(b.costs.Note(n.ID), b.words.MoneyRound)
		after = append(after, b.words.T("relationships.per_month", "Amount", cost))
	}
	if s := n.Relationship.Status; s != "" {
		after = append(after, b.words.T("status."+string(s)))
	}
	return n.Text, after
}

// amount writes money, or that it cannot be computed.
func (b boardWords) amount(a costing.Amount, write func(decimal.Decimal, string) string) string {
	d, ok := a.Get()
	if !ok {
		return b.words.T("relationships.not_available")
	}
	return write(d, b.project.Head().Currency)
}

func (b boardWords) figures(n *canvas.Note) []geometry.Figure {
	w, s := b.words, b.costs.Segment(n.ID)
	ratio := geometry.Figure{Name: w.T("relationships.figure.ratio"), Value: w.T("relationships.not_available"), Tone: geometry.ToneMuted}
	if d, ok := s.LTVToCAC.Get(); ok {
		ratio.Value, ratio.Tone = w.Number(d.RoundBank(1), 1), geometry.ToneGood
		if d.LessThan(costing.SoundRatio()) {
			ratio.Tone = geometry.ToneBad
		}
	}
	money := func(name string, a costing.Amount, write func(decimal.Decimal, string) string) geometry.Figure {
		f := geometry.Figure{Name: name, Value: b.amount(a, write)}
		if _, ok := a.Get(); !ok {
			f.Tone = geometry.ToneMuted
		}
		return f
	}
	return []geometry.Figure{
		money(w.T("relationships.figure.month"), s.Relationships, w.MoneyRound),
		money(w.T("relationships.figure.cac"), s.CAC, w.Money),
		money(w.T("relationships.figure.ltv"), s.LTV, w.Money),
		ratio,
	}
}

func (b boardWords) gap(types []string, empty bool) string {
	key := "relationships.gap_beside"
	if empty {
		key = "relationships.gap"
	}
	return b.words.T(key, "Types", b.list(types))
}

// list names types within a sentence.
func (b boardWords) list(types []string) string {
	names := make([]string, len(types))
	for i, t := range types {
		names[i] = TypeName(b.project, b.words, t)
		if _, own := b.project.Type(t); !own {
			names[i] = lowerFirst(names[i])
		}
	}
	if len(names) == 1 {
		return names[0]
	}
	last := len(names) - 1
	return b.words.T("relationships.and", "First", strings.Join(names[:last], ", "), "Last", names[last])
}

// lowerFirst begins a name small, as the catalogue's names are written within
// a sentence in all languages that there are.
func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}
