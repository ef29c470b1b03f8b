package inspector

import (
	"cmp"
	"fmt"
	"strings"

	"ninefold/canvas"
	"ninefold/ui/kit"
)

// several shows what several notes can be told together.
func (i *Inspector) several(count int) {
	i.heading(i.words.N("inspector.several", count))
	i.serves()
	i.common()
	i.paragraph(i.words.T("inspector.several.hint"))
}

// common shows what every note can say, and several together: what they have in
// common is marked, and a choice is for all of them, as one step.
func (i *Inspector) common() {
	i.part(part{key: "inspector.standing", open: true, build: i.standing})
	i.part(part{key: "inspector.paper", open: true, build: i.paper})
}

// change changes what is selected.
func (i *Inspector) change(step string, change func(*canvas.Note)) {
	if err := i.doc.ChangeSelected(step, change); err != nil {
		i.report(err)
	}
}

// serves shows the segments, those lit that what is selected serves.
func (i *Inspector) serves() {
	// The chips are made anew when segments come, go or look different.
	i.group(func() string {
		var b strings.Builder
		for _, n := range i.doc.Project().Segments() {
			fmt.Fprintln(&b, n.ID, n.Segment.Letter, n.Segment.Colour, n.Segment.Shape, n.SegmentName())
		}
		return b.String()
	}, func() {
		segments := i.doc.Project().Segments()
		if len(segments) == 0 {
			return
		}
		i.section("inspector.segments")
		chips := wrap()
		for _, s := range segments {
			c := kit.NewChoice(i.look, s, i.doc.AllServe(s.ID), nil)
			c.OnTapped = func() {
				if err := i.doc.ServeSelected(s.ID, !i.doc.AllServe(s.ID)); err != nil {
					i.report(err)
				}
			}
			i.follow(func() { c.Choose(i.doc.AllServe(s.ID)) })
			chips.Add(c)
		}
		i.add(chips)
	})
}

// standing shows how sure what is selected is.
func (i *Inspector) standing() {
	words := canvas.StandingHypothesis.Values()
	i.tabs("standing.", words,
		func() string {
			for _, s := range words {
				if i.doc.AllSelected(func(n *canvas.Note) bool { return string(n.Standing) == s }) {
					return s
				}
			}
			return ""
		},
		func(s string) {
			i.change("edit.standing", func(n *canvas.Note) { n.Standing = canvas.Standing(s) })
		})
}

// paper shows the eight papers.
func (i *Inspector) paper() {
	row := kit.Row(5)
	for _, p := range canvas.Papers() {
		fill, bar := i.look.Paper(p)
		s := kit.NewSwatch(i.look, kit.NewSheet(fill, bar), i.words.T("paper."+string(p)), func() {
			i.change("edit.paper", func(n *canvas.Note) { n.Paper = p })
		})
		i.follow(func() {
			s.Choose(i.doc.AllSelected(func(n *canvas.Note) bool { return cmp.Or(n.Paper, canvas.PaperYellow) == p }))
		})
		row.Add(s)
	}
	i.add(row)
}
