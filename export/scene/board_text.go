package scene

import (
	"cmp"
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

// BoardTextIn says a project's relationship board in a language, with the
// figures of a scenario.
func BoardTextIn(p *canvas.Project, words *locale.Words, costs *costing.Model) geometry.BoardText {
	b := boardWords{p, words, costs}
	return geometry.BoardText{
		Groups:      b.groups(),
		Search:      words.T("palette.search"),
		Hint:        words.T("relationships.palette_hint"),
		NoSegments:  words.T("relationships.no_segments"),
		NewSegment:  words.T("relationships.new_segment"),
		Add:         words.T("relationships.add"),
		FiguresHead: words.T("relationships.figures"),
		Type:        func(id string) string { return TypeName(p, words, id) },
		Stage:       b.stage,
		Segment:     b.segment,
		Note:        b.note,
		Tactic:      TacticIcon,
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

// groups are the palette: the catalogue's types and those that the project has
// of its own, then the tactics stage by stage.
func (b boardWords) groups() []geometry.TokenGroup {
	types := geometry.TokenGroup{Name: strings.ToUpper(b.words.T("relationships.palette"))}
	for _, t := range catalog.Types() {
		types.Tokens = append(types.Tokens, geometry.TokenText{ID: t.ID, Icon: typeIcon(t.ID), Mark: t.Mark, Name: TypeName(b.project, b.words, t.ID)})
	}
	for _, t := range b.project.Head().Types {
		first, _ := utf8.DecodeRuneInString(t.Name)
		types.Tokens = append(types.Tokens, geometry.TokenText{ID: t.ID, Mark: string(unicode.ToUpper(first)), Name: t.Name})
	}
	types.Tokens = append(types.Tokens, geometry.TokenText{
		Kind: geometry.TokenNew, Icon: "type/new", Name: b.words.T("palette.new"),
	})
	out := []geometry.TokenGroup{types}
	for _, stage := range canvas.Stages() {
		name, _ := b.stage(stage)
		g := geometry.TokenGroup{Name: strings.ToUpper(b.words.T("palette.tactics", "Stage", name))}
		for _, t := range catalog.Tactics() {
			if t.Stage == stage {
				g.Tokens = append(g.Tokens, geometry.TokenText{
					Kind: geometry.TokenTactic, ID: t.ID, Icon: TacticIcon(t.ID), Name: TacticName(b.words, t.ID),
				})
			}
		}
		out = append(out, g)
	}
	return out
}

// TacticName is the name of a tactic in the reader's language. One that the
// catalogue does not know keeps its id.
func TacticName(words *locale.Words, id string) string {
	if key := "tactic." + id + ".name"; words.Has(key) {
		return words.T(key)
	}
	return id
}

func typeIcon(id string) string { return "type/" + id }

// TacticIcon is the drawing of a tactic; what the catalogue does not know has a
// general one.
func TacticIcon(id string) string {
	if _, ok := catalog.TacticByID(id); !ok {
		return typeIcon(canvas.TypeCustom)
	}
	return "tactic/" + id
}

func (b boardWords) stage(s canvas.Stage) (name, hint string) {
	if s == "" {
		return b.words.T("relationships.no_stage"), b.words.T("relationships.no_stage.hint")
	}
	key := "stage." + string(s)
	return b.words.T(key), b.words.T(key + ".hint")
}

func (b boardWords) segment(n *canvas.Note) (name string, about []geometry.FieldText) {
	w := b.words
	if n == nil {
		return w.T("relationships.no_segment"), []geometry.FieldText{{Text: w.T("relationships.no_segment.about")}}
	}
	s := n.Segment
	const unsaid = "–"
	say := func(id, key, arg, what string) {
		about = append(about, geometry.FieldText{ID: id, Text: w.T(key, arg, cmp.Or(what, unsaid))})
	}
	say(FieldExpected, "relationships.expects", "Types", b.list(s.Expected))
	say(FieldHabitual, "relationships.habitual", "Types", b.list(s.Habitual))
	bond := ""
	if s.Bond != "" {
		bond = w.T("bond." + string(s.Bond))
	}
	say(FieldBond, "relationships.bond", "Bond", bond)
	var how []string
	if s.Route != "" {
		how = append(how, w.T("relationships.route."+string(s.Route)))
	}
	if s.Presence != "" {
		how = append(how, w.T("relationships.presence."+string(s.Presence)))
	}
	say(FieldContact, "relationships.reached", "How", strings.Join(how, ", "))
	return n.SegmentName(), about
}

// What can be chosen in the head of a segment's row.
const (
	FieldExpected = "expected"
	FieldHabitual = "habitual"
	FieldBond     = "bond"
	FieldContact  = "contact"
)

func (b boardWords) note(n *canvas.Note) (text string, after []string) {
	if len(n.Costs) > 0 {
		cost := b.amount(b.costs.Note(n.ID), b.words.MoneyRound)
		after = append(after, b.words.T("relationships.per_month", "Amount", cost))
	}
	if s := n.Relationship.Status; s != "" {
		after = append(after, b.words.T("status."+string(s)))
	}
	if m := n.Relationship.Measures; len(m) > 0 { // the others are in the inspector
		after = append(after, b.measure(&m[0]))
	}
	return n.Text, after
}

// measure says how far a measure has come, and nothing of one without a name.
func (b boardWords) measure(m *canvas.Measure) string {
	value := func(d *decimal.Decimal, unit string) string {
		switch {
		case d == nil:
			return ""
		case unit == "%":
			return b.words.Percent(d.Shift(-2))
		}
		return strings.TrimSpace(b.words.Number(*d, -1) + " " + unit)
	}
	current, target := value(m.Current, m.Unit), value(m.Target, m.Unit)
	switch {
	case m.Name == "":
		return ""
	case current != "" && target != "":
		if m.Unit != "%" { // the unit is said once
			current = value(m.Current, "")
		}
		return b.words.T("relationships.measure", "Name", m.Name, "Current", current, "Target", target)
	case target != "":
		return b.words.T("relationships.measure_target", "Name", m.Name, "Target", target)
	case current != "":
		return b.words.T("relationships.measure_current", "Name", m.Name, "Current", current)
	}
	return m.Name
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
	switch len(names) {
	case 0:
		return ""
	case 1:
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
