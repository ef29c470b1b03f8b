package scene

import (
	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/export/text"
)

// NewEngine returns an engine that lays canvases out in the words of a
// language and in the text that is drawn.
func NewEngine(words *locale.Words) *geometry.Engine {
	return &geometry.Engine{
		Measure: text.Measure,
		Title:   func(b canvas.Block) string { return words.T("block." + string(b)) },
		Caption: func(p *canvas.Project, n *canvas.Note) string { return Caption(p, n, words) },
	}
}

// Caption is what a note shows on the canvas: its text, and before it, if the
// note is a relationship, the name of its type.
func Caption(p *canvas.Project, n *canvas.Note, words *locale.Words) string {
	if !n.IsRelationship() {
		return n.Text
	}
	name := ""
	if own, ok := p.Type(n.Relationship.Type); ok {
		name = own.Name
	} else if key := "type." + n.Relationship.Type + ".name"; n.Relationship.Type != canvas.TypeCustom && words.Has(key) {
		name = words.T(key)
	}
	switch {
	case name == "":
		return n.Text
	case n.Text == "":
		return name
	}
	return name + ": " + n.Text
}
