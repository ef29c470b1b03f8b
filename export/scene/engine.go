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
	if n.Text == "" && n.IsRelationship() {
		return TypeName(p, words, n.Relationship.Type)
	}
	return Lead(p, n, words) + n.Text
}

// Lead is what a note's caption says before its text.
func Lead(p *canvas.Project, n *canvas.Note, words *locale.Words) string {
	if !n.IsRelationship() || n.Relationship.Type == canvas.TypeCustom {
		return ""
	}
	return TypeName(p, words, n.Relationship.Type) + ": "
}
