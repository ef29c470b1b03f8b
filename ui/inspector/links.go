package inspector

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"ninefold/canvas"
	"ninefold/ui/kit"
)

// links shows the notes that this one has to do with, whichever of the two
// says so. A tap on one selects it.
func (i *sheet) links() {
	linked := func() []*canvas.Note {
		i.lookUp()
		return i.linked
	}
	i.part(part{key: "inspector.links", open: true, detail: func() string { return count(len(linked())) }, build: func() {
		i.group(func() string {
			var b strings.Builder
			for _, n := range linked() {
				fmt.Fprintln(&b, n.ID, n.Block, i.caption(n, tagWidth()))
			}
			return b.String()
		}, func() {
			for _, n := range linked() {
				i.add(kit.NewTag(i.look, i.caption(n, tagWidth()), i.words.T("block."+string(n.Block)), i.words.T("inspector.remove_link"),
					func() { i.doc.Select(n.ID) },
					func() {
						i.do(step{"edit.unlink", func(p *canvas.Project) (*canvas.Project, error) { return canvas.Unlink(p, i.id, n.ID) }})
					}))
			}
		})
		i.plus("inspector.add_link", i.addLink)
	}})
}

// addLink lets the user pick a note to link out of all others.
func (i *sheet) addLink(button fyne.CanvasObject) {
	i.lookUp()
	var ids []canvas.ID
	var options []kit.Option
	for n := range i.doc.Project().Notes() {
		if n.ID != i.id && !slices.Contains(i.linked, n) {
			ids = append(ids, n.ID)
			options = append(options, kit.Option{Group: i.words.T("block." + string(n.Block)), Text: i.caption(n, listWidth())})
		}
	}
	i.find(button, "inspector.add_link.hint", options, func(k int) {
		i.do(step{"edit.link", func(p *canvas.Project) (*canvas.Project, error) { return canvas.Link(p, i.id, ids[k]) }})
	})
}

// caption is a note in a few words: its text, or what a relationship without
// one is called.
func (i *Inspector) caption(n *canvas.Note, width float32) string {
	if n.Text == "" && n.IsRelationship() {
		return fit(i.typeName(n.Relationship.Type), width)
	}
	return fit(n.Text, width)
}
