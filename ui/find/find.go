// Package find says which notes a reader means by a few letters: what they
// say, what their segment is called, what type of relationship they are and
// what their costs are called. Accents and capitals make no difference. It must
// not know how anything is drawn, and does not import Fyne.
package find

import (
	"strings"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/export/scene"
)

// Notes returns the notes that hold a text. Types of relationships are looked
// for by their names in the reader's language. A text that says nothing is in no
// note.
func Notes(p *canvas.Project, words *locale.Words, text string) map[canvas.ID]bool {
	wanted := locale.Fold(text)
	if wanted == "" {
		return nil
	}
	found := map[canvas.ID]bool{}
	for n := range p.Notes() {
		if holds(p, n, words, wanted) {
			found[n.ID] = true
		}
	}
	return found
}

func holds(p *canvas.Project, n *canvas.Note, words *locale.Words, wanted string) bool {
	in := func(text string) bool { return text != "" && strings.Contains(locale.Fold(text), wanted) }
	if in(n.Text) || n.IsSegment() && in(n.Segment.Name) {
		return true
	}
	if n.IsRelationship() && n.Relationship.Type != canvas.TypeCustom && in(scene.TypeName(p, words, n.Relationship.Type)) {
		return true
	}
	for _, c := range n.Costs {
		if in(c.Label) {
			return true
		}
	}
	return false
}
