package scene

import (
	"strings"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/catalog"
	"ninefold/canvas/costing"
)

// TypeTip explains a type of relationship: what it is, when it fits, what it
// asks of other blocks, an example.
func TypeTip(p *canvas.Project, words *locale.Words, id string) Tip {
	tip := Tip{Title: TypeName(p, words, id)}
	if own, ok := p.Type(id); ok {
		if tip.Text = own.Explanation; tip.Text == "" {
			tip.Text = words.T("palette.own")
		}
		return tip
	}
	if _, ok := catalog.TypeByID(id); !ok {
		return tip
	}
	tip.Icon = typeIcon(id)
	key := "type." + id
	tip.Text = words.T(key + ".what")
	tip.Parts = []TipPart{
		{words.T("palette.about.when"), words.T(key + ".when")},
		{words.T("palette.about.asks"), words.T(key + ".asks")},
		{words.T("palette.about.example"), words.T(key + ".example")},
	}
	return tip
}

// TypeWords are further words for a type of relationship, by which it is found;
// none for a type of the project's own.
func TypeWords(words *locale.Words, id string) string { return lookUp(words, "type."+id) }

// TacticWords are further words for a tactic.
func TacticWords(words *locale.Words, id string) string { return lookUp(words, "tactic."+id) }

func lookUp(words *locale.Words, entry string) string {
	if key := entry + ".words"; words.Has(key) {
		return words.T(key)
	}
	return ""
}

// TacticTip explains a tactic: what it is, when it fits, an example.
func TacticTip(words *locale.Words, id string) Tip {
	tip := Tip{Icon: TacticIcon(id), Title: TacticName(words, id)}
	t, ok := catalog.TacticByID(id)
	if !ok {
		return tip
	}
	key := "tactic." + id
	tip.Text = words.T(key + ".what")
	tip.Parts = []TipPart{
		{words.T("palette.about.when"), words.T(key + ".when")},
		{words.T("palette.about.example"), words.T(key + ".example")},
	}
	tip.Note = words.T("palette.tactics", "Stage", words.T("stage."+string(t.Stage)))
	return tip
}

// NewTypeTip explains how to add a type of one's own.
func NewTypeTip(words *locale.Words) Tip {
	return Tip{Icon: "type/new", Title: words.T("palette.new"), Text: words.T("palette.new.what")}
}

// CardTip says all that a relationship's card has no room for, if it has none,
// and by which tactics the relationship is carried out. It has no title where
// there is nothing to say.
func CardTip(p *canvas.Project, words *locale.Words, costs *costing.Model, n *canvas.Note, cut bool) Tip {
	if !n.IsRelationship() || len(n.Relationship.Tactics) == 0 && !cut {
		return Tip{}
	}
	tip := Tip{Title: TypeName(p, words, n.Relationship.Type), Text: n.Text}
	var names []string
	for _, id := range n.Relationship.Tactics {
		names = append(names, TacticName(words, id))
	}
	if len(names) > 0 {
		tip.Parts = []TipPart{{words.T("palette.about.tactics"), strings.Join(names, " · ")}}
	}
	if cut {
		_, after := boardWords{p, words, costs}.note(n)
		tip.Note = strings.Join(after, " · ")
	}
	return tip
}

// SegmentTip says all that the head of a segment's row does, at full length.
func SegmentTip(p *canvas.Project, words *locale.Words, n *canvas.Note) Tip {
	name, about := boardWords{project: p, words: words}.segment(n)
	tip := Tip{Title: name, Text: n.Text}
	if n.Text == name {
		tip.Text = ""
	}
	for _, f := range about {
		tip.Parts = append(tip.Parts, TipPart{Text: f.Text})
	}
	return tip
}

// FigureTip says how a figure of a segment's row came about.
func FigureTip(p *canvas.Project, words *locale.Words, costs *costing.Model, segment canvas.ID, figure string) Tip {
	s := costs.Segment(segment)
	if s.Note == nil {
		return Tip{}
	}
	return boardWords{p, words, costs}.figureTip(&s, figure)
}
