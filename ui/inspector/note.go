package inspector

import (
	"slices"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"ninefold/canvas"
	"ninefold/canvas/catalog"
	"ninefold/ui/kit"
)

// A sheet is the panel as it shows a note. Its fields stay those of that note:
// what was typed may be kept only after another one has been selected.
type sheet struct {
	*Inspector
	id canvas.ID
}

// now is the note as it is now, or an empty one where it has gone meanwhile.
func (i *sheet) now() *canvas.Note {
	if n := i.doc.Project().Note(i.id); n != nil {
		return n
	}
	return &canvas.Note{}
}

// edit carries a change of the note out as a step. One that has gone
// meanwhile takes what was typed for it along.
func (i *sheet) edit(step string, change func(*canvas.Note)) {
	if i.doc.Project().Note(i.id) != nil {
		i.do(step, func(p *canvas.Project) (*canvas.Project, error) { return canvas.UpdateNote(p, i.id, change) })
	}
}

// note shows all that a note can say.
func (i *sheet) note(n *canvas.Note) {
	title := i.words.T("block." + string(n.Block))
	if n.IsRelationship() {
		title = i.typeName(n.Relationship.Type)
	}
	i.heading(title)
	if n.IsRelationship() {
		i.add(i.paragraph(i.words.T("block." + string(n.Block))))
	}

	i.section("inspector.note")
	i.add(i.text(3, func() string { return i.now().Text }, func(s string) {
		i.edit("edit.text", func(n *canvas.Note) { n.Text = s })
	}))
	switch {
	case n.IsSegment():
		i.segment()
	default:
		i.serves()
	}
	if n.IsRelationship() {
		i.relationship()
	}
	if n.IsRevenue() {
		i.revenue()
	}
	i.costs(n)
	i.standing()
	i.paper()
	i.questions(n.Block)
}

// serves shows the segments, those that the note serves lit.
func (i *sheet) serves() {
	segments := i.doc.Project().Segments()
	if len(segments) == 0 {
		return
	}
	i.section("inspector.segments")
	chips := container.New(layout.NewRowWrapLayout())
	for _, s := range segments {
		c := kit.NewChoice(i.look, s, i.now().Serves(s.ID), nil)
		c.OnTapped = func() {
			on := !i.now().Serves(s.ID)
			i.do("edit.serve", func(p *canvas.Project) (*canvas.Project, error) { return canvas.Serve(p, i.id, s.ID, on) })
		}
		i.fields = append(i.fields, func() { c.Choose(i.now().Serves(s.ID)) })
		chips.Add(c)
	}
	i.add(chips)
}

// standing shows how sure the note is.
func (i *sheet) standing() {
	i.section("inspector.standing")
	i.tabs("standing.", canvas.StandingHypothesis.Values(),
		func() string { return string(i.now().Standing) },
		func(s string) {
			i.edit("edit.standing", func(n *canvas.Note) { n.Standing = canvas.Standing(s) })
		})
}

// tabs shows words to choose one from, as tabs where they fit in the panel's
// width and as a list where they do not.
func (i *Inspector) tabs(prefix string, ids []string, get func() string, take func(string)) {
	names := make([]string, len(ids))
	for k, id := range ids {
		names[k] = capital(i.words.T(prefix + id))
	}
	t := kit.NewTabs(i.look, names, slices.Index(ids, get()), func(k int) { take(ids[k]) })
	if t.MinSize().Width > bodyWidth {
		i.add(i.choice(ids, names, get, take))
		return
	}
	i.fields = append(i.fields, func() { t.Select(slices.Index(ids, get())) })
	i.add(container.NewHBox(t))
}

// bodyWidth is the width that the panel's fields have.
const bodyWidth = 252

// paper shows the eight papers.
func (i *sheet) paper() {
	i.section("inspector.paper")
	row := kit.Row(6)
	for _, p := range canvas.Papers() {
		fill, bar := i.look.Paper(p)
		s := newSwatch(fill, bar, i.look.Accent, i.words.T("paper."+string(p)), func() {
			i.edit("edit.paper", func(n *canvas.Note) { n.Paper = p })
		})
		chosen := func() { s.choose(i.now().Paper == p || i.now().Paper == "" && p == canvas.PaperYellow) }
		chosen()
		i.fields = append(i.fields, chosen)
		row.Add(s)
	}
	i.add(row)
}

// questions shows what to ask oneself about a block.
func (i *Inspector) questions(b canvas.Block) {
	keys := catalog.Questions(b)
	if len(keys) == 0 {
		return
	}
	i.section("inspector.questions")
	for _, key := range keys {
		bar := fynecanvas.NewRectangle(i.look.Accent)
		bar.SetMinSize(fyne.NewSize(3, 3))
		i.add(container.NewBorder(nil, nil, bar, nil, kit.Inset(i.paragraph(i.words.T(key)), 9, 0)))
	}
}

// typeName is the name of a relationship type, the catalogue's or the project's own.
func (i *Inspector) typeName(id string) string {
	if t, ok := i.doc.Project().Type(id); ok {
		return t.Name
	}
	return i.words.T("type." + id + ".name")
}
