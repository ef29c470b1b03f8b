package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"ninefold/canvas"
	"ninefold/ui/board"
	"ninefold/ui/kit"
)

// A typeForm is where a relationship type of the user's own is named and
// explained.
type typeForm struct {
	w                 *Window
	id                string // of the type; empty for a new one
	pop               *kit.Popup
	name, explanation *kit.Entry
	wrong             *kit.Complaint
}

// askType has a type of the project's own changed, or with an empty id one
// added.
func (w *Window) askType(id string) {
	f := &typeForm{w: w, id: id, wrong: kit.NewComplaint()}
	title, button := "type_form.new", "button.ok"
	before := canvas.RelationshipType{}
	if id != "" {
		title = "type_form.edit"
		before, _ = w.doc.Project().Type(id)
	} else if w.rows != nil && w.view == viewRelationships {
		before.Name = w.rows.Query()
	}
	f.name = kit.NewEntry(f.confirm, f.leave)
	f.name.SetText(before.Name)
	f.name.OnChanged = func(string) { f.wrong.Say("", f.pop) }
	f.explanation = kit.NewEntry(f.confirm, f.leave)
	f.explanation.SetPlaceHolder(w.words.T("type_form.explanation.hint"))
	f.explanation.SetText(before.Explanation)
	label := func(key string) fyne.CanvasObject {
		return container.NewBorder(nil, nil, kit.Row(0, kit.Text(w.words.T(key), w.look.Muted, false), kit.Gap(8)), nil)
	}
	form := container.New(layout.NewFormLayout(),
		label("type_form.name"), f.name, label("type_form.explanation"), f.explanation)
	f.pop = w.askForm(w.words.T(title), container.NewVBox(form, f.wrong.Box),
		answer{key: "button.cancel", escape: true},
		answer{key: button, primary: true, do: f.confirm})
	w.setAsideTyped(f.pop, func() canvas.Edit { _, edit := f.step(new(string)); return edit }, f.name, f.explanation)
	w.win.Canvas().Focus(f.name)
}

func (f *typeForm) leave() { f.pop.Hide() }

// step is what the form does: the name of the step, and its edit, which puts
// where it is asked to by what id the type then goes.
func (f *typeForm) step(id *string) (name string, edit canvas.Edit) {
	if f.id == "" {
		return "edit.add_type", func(p *canvas.Project) (*canvas.Project, error) {
			p, t, err := canvas.AddType(p, f.name.Text, f.explanation.Text)
			*id = t.ID
			return p, err
		}
	}
	*id = f.id
	return "edit.update_type", func(p *canvas.Project) (*canvas.Project, error) {
		return canvas.UpdateType(p, f.id, f.name.Text, f.explanation.Text)
	}
}

// confirm takes the type over, unless something is wrong with it.
func (f *typeForm) confirm() {
	var id string
	if err := f.w.doc.Do(f.step(&id)); err != nil {
		f.wrong.Say(describe(f.w.words, f.w.doc.Project(), err, ""), f.pop)
		f.w.win.Canvas().Focus(f.name)
		return
	}
	f.pop.Hide()
	if f.w.rows != nil && f.w.view == viewRelationships {
		f.w.rows.Reset()
		f.w.board.GoTo(board.TypeKey(id))
	}
}
