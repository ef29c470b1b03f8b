package inspector

import (
	"fmt"
	"reflect"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"ninefold/canvas"
	"ninefold/canvas/catalog"
	"ninefold/ui/kit"
)

// A sheet is the panel as it shows a note. Its fields stay those of that note:
// what was typed may be kept only after another one has been selected.
type sheet struct {
	*Inspector
	id canvas.ID

	// What was found in a project, since every field asks and there may be
	// thousands of notes to look through.
	looked *canvas.Project
	note   *canvas.Note // nil where it has gone
	linked []*canvas.Note
}

// lookUp looks the note up in the project as it is now.
func (i *sheet) lookUp() {
	if p := i.doc.Project(); i.looked != p {
		i.looked, i.note, i.linked = p, p.Note(i.id), canvas.Linked(p, i.id)
	}
}

// now is the note as it is now, or an empty one where it has gone meanwhile.
func (i *sheet) now() *canvas.Note {
	if i.lookUp(); i.note != nil {
		return i.note
	}
	return &canvas.Note{}
}

// isThere reports whether the note has not gone meanwhile.
func (i *sheet) isThere() bool {
	i.lookUp()
	return i.note != nil
}

// step is a change of the note as a step. A note, a facet or a line of it that
// has gone meanwhile takes what was typed for it along.
func (i *sheet) step(name string, change func(*canvas.Note)) step {
	next := *i.now()
	if change(&next); !i.isThere() || reflect.DeepEqual(&next, i.now()) {
		return step{}
	}
	return step{name, func(p *canvas.Project) (*canvas.Project, error) { return canvas.UpdateNote(p, i.id, change) }}
}

// edit carries a change of the note out as a step.
func (i *sheet) edit(name string, change func(*canvas.Note)) { i.do(i.step(name, change)) }

// attempt is a step, or a complaint where it would put something that cannot be
// at one of the paths, which lead from the note.
func (i *sheet) attempt(name, typed string, change func(*canvas.Note), paths ...string) (step, error) {
	trial := *i.now()
	change(&trial)
	trial.Segments, trial.Links = nil, nil // they name notes that are not looked at here
	var notes []*canvas.Note               // the others count by their letters alone
	for _, s := range i.doc.Project().Segments() {
		if s.ID != i.id {
			notes = append(notes, &canvas.Note{ID: s.ID, Block: s.Block, Order: s.Order, Segment: &canvas.Segment{Letter: s.Segment.Letter}})
		}
	}
	notes = append(notes, &trial)
	for _, p := range canvas.Validate(canvas.Head{}, notes) {
		for _, path := range paths {
			if p.Path == fmt.Sprintf("notes[%d].%s", len(notes)-1, path) {
				return step{}, i.complaint(p, typed)
			}
		}
	}
	return i.step(name, change), nil
}

// complaint says in the user's words what is wrong with what was typed.
func (i *Inspector) complaint(p canvas.Problem, typed string) error {
	if p.Code == canvas.ProblemNotAShare {
		return complaint(i.words.T("inspector.no_percentage")) // shares are typed as percentages
	}
	return complaint(i.words.T("problem."+string(p.Code), "Value", typed))
}

// show shows all that a note can say.
func (i *sheet) show() {
	n := i.now()
	block := i.words.T("block." + string(n.Block))
	if n.IsRelationship() {
		title := i.heading("")
		i.follow(func() {
			if r := i.now().Relationship; r != nil && title.Text != i.typeName(r.Type) {
				title.SetText(i.typeName(r.Type))
				i.stale = true
			}
		})
		i.paragraph(block)
	} else {
		i.heading(block)
	}

	i.section("inspector.note")
	i.field(field{lines: 3, get: func() string { return i.now().Text }, take: func(s string) (step, error) {
		if !i.isThere() {
			return step{}, nil
		}
		return step{"edit.text", func(p *canvas.Project) (*canvas.Project, error) { return canvas.SetText(p, i.id, s) }}, nil
	}})
	if !n.IsSegment() {
		i.serves()
	}
	switch {
	case n.IsSegment():
		i.segment()
	case n.IsRelationship():
		i.relationship()
	case n.IsRevenue():
		i.revenue()
	}
	i.costs()
	i.questions(n.Block)
	i.links()
	i.common()
	i.comments()
}

// questions shows what to ask oneself about a block.
func (i *Inspector) questions(b canvas.Block) {
	keys := catalog.Questions(b)
	if len(keys) == 0 {
		return
	}
	i.part(part{key: "inspector.questions", open: true, build: func() {
		for _, key := range keys {
			bar := fynecanvas.NewRectangle(i.look.Accent)
			bar.SetMinSize(fyne.NewSize(3, 3))
			i.add(container.NewBorder(nil, nil, bar, nil, kit.Inset(prose(i.words.T(key)), 9, 0)))
		}
	}})
}

// typeName is the name of a relationship type, the catalogue's or the project's own.
func (i *Inspector) typeName(id string) string {
	if t, ok := i.doc.Project().Type(id); ok {
		return t.Name
	}
	return i.words.T("type." + id + ".name")
}
