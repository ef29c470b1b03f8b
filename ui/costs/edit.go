package costs

import (
	"errors"

	"fyne.io/fyne/v2"

	"ninefold/canvas"
	"ninefold/ui/costs/grid"
	"ninefold/ui/kit"
)

// do carries an edit out as a step of the document.
func (s *Sheet) do(step string, edit canvas.Edit) {
	if edit == nil {
		return
	}
	if err := s.env.Doc.Do(step, edit); err != nil {
		s.env.Report(err)
	}
}

// goToKey moves the cursor to a row, if it is shown.
func (s *Sheet) goToKey(key string, c grid.Column) bool {
	row := s.table.Row(key)
	if row < 0 {
		return false
	}
	s.goTo(grid.Cursor{Row: row, Column: c}, false)
	return true
}

// Commit keeps what is being typed, as one step, if it can be kept.
func (s *Sheet) Commit() {
	if s.editor.shown && !s.editor.commit() {
		s.editor.end()
	}
}

// Edit begins to type into the cursor's cell; where there are words to choose
// from, it offers them.
func (s *Sheet) Edit() {
	if !s.choose() {
		s.begin(0)
	}
}

// choose offers the words of the cursor's cell, and reports whether it has any.
func (s *Sheet) choose() bool {
	r := s.row()
	if r == nil || r.Kind != grid.Line {
		return false
	}
	var prefix, now string
	var ids []string
	switch {
	case s.cursor.Column == grid.Behaviour:
		prefix, ids, now = "behaviour.", canvas.BehaviourMonthly.Values(), string(r.Cost.Behaviour)
	case s.cursor.Column == grid.Stage && r.Note.IsRelationship():
		prefix, ids, now = "stage.", canvas.StageAcquire.Values(), string(r.Note.Relationship.Stage)
	default:
		return false
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(s)
	if c == nil {
		return false
	}
	words := s.env.Words
	options := make([]kit.Option, len(ids))
	for i, id := range ids {
		options[i] = kit.Option{Text: words.T(prefix + id), Detail: words.T(prefix + id + ".hint"), Chosen: id == now}
	}
	at := s.cursor
	kit.NewFinder(c, s.env.Look, s.marks.cursor, words.T(grid.Heads[at.Column]), options, func(i int) {
		edit, _, err := s.table.Set(at, options[i].Text)
		if err == nil && ids[i] != now {
			s.do(steps[at.Column], edit)
		}
	})
	return true
}

// Add adds a line to the note of the cursor's row, after it, and begins to type
// its label. Where there is no row, it asks for the note.
func (s *Sheet) Add() {
	s.Commit()
	if s.row() == nil {
		s.AddTo()
		return
	}
	edit, key := s.table.Add(s.cursor.Row)
	s.add(edit, key)
}

func (s *Sheet) add(edit canvas.Edit, key string) {
	s.do("edit.add_cost", edit)
	if s.goToKey(key, grid.Label) {
		s.begin(0)
	}
}

// AddTo asks to which note a line is to be added, and adds it.
func (s *Sheet) AddTo() {
	s.Commit()
	s.pickNote(func(n *canvas.Note) {
		if n != nil {
			s.add(s.table.AddTo(n))
			return
		}
		note := canvas.Note{ID: canvas.NewID("nt"), Text: s.env.Words.T("costs.new_note"), Costs: []canvas.CostLine{
			{ID: canvas.NewID("cl"), Behaviour: canvas.BehaviourMonthly},
		}}
		s.add(func(p *canvas.Project) (*canvas.Project, error) {
			next, _, err := canvas.AddNote(p, note, canvas.CostStructure, canvas.AtEnd)
			return next, err
		}, "cost:"+string(note.Costs[0].ID))
	})
}

// pickNote lets the user pick a note by its text, or a new one in Cost
// Structure, for which it is nil.
func (s *Sheet) pickNote(picked func(*canvas.Note)) {
	c := fyne.CurrentApp().Driver().CanvasForObject(s)
	if c == nil {
		return
	}
	words, p := s.env.Words, s.env.Doc.Project()
	options := []kit.Option{{Text: words.T("costs.new_note_option"), Detail: words.T("block." + string(canvas.CostStructure))}}
	notes := []*canvas.Note{nil}
	for n := range p.Notes() {
		r := grid.Row{Kind: grid.Note, Note: n}
		options = append(options, kit.Option{Text: canvas.Excerpt(s.table.Title(&r), 50), Detail: words.T("block." + string(n.Block))})
		notes = append(notes, n)
	}
	kit.NewFinder(c, s.env.Look, s.handle(), words.T("costs.which_note"), options, func(i int) { picked(notes[i]) })
}

// handle is what a list to pick from is shown below: the cursor, or what adds
// a line.
func (s *Sheet) handle() fyne.CanvasObject {
	if s.marks.cursor.Visible() {
		return s.marks.cursor
	}
	return s.addSpot
}

// MoveTo asks for the note that the selected lines are to be moved to.
func (s *Sheet) MoveTo() {
	s.Commit()
	of, key := s.selected(), ""
	if r := s.row(); r != nil && r.Kind == grid.Line {
		key = r.Key()
	} else {
		return
	}
	column := s.cursor.Column
	s.pickNote(func(n *canvas.Note) {
		table := s.table
		s.do("edit.move_cost", func(p *canvas.Project) (*canvas.Project, error) {
			to := n
			if to == nil {
				var err error
				if p, to, err = canvas.AddNote(p, canvas.Note{Text: s.env.Words.T("costs.new_note")}, canvas.CostStructure, canvas.AtEnd); err != nil {
					return nil, err
				}
			}
			edit := table.MoveTo(of, to)
			if edit == nil {
				return p, nil
			}
			return edit(p)
		})
		s.goToKey(key, column)
	})
}

// shift moves the cursor's line up or down, within its note or to the next.
func (s *Sheet) shift(by int) {
	r := s.row()
	if r == nil {
		return
	}
	key := r.Key()
	s.do("edit.move_cost", s.table.Shift(s.cursor.Row, by))
	s.goToKey(key, s.cursor.Column)
}

// Delete empties the selected cells; what is empty already, or selected in
// whole rows, it takes away.
func (s *Sheet) Delete() {
	if !s.there || s.editor.shown {
		return
	}
	edit, removed := s.table.Clear(s.selected())
	step := "edit.clear_cost"
	if removed {
		step = "edit.remove_cost"
	}
	s.do(step, edit)
	if removed {
		s.anchor = s.cursor
		s.mark()
	}
}

// removeLines takes the selected lines away.
func (s *Sheet) removeLines(step string) {
	if s.there {
		s.do(step, s.table.Remove(s.selected()))
		s.anchor = s.cursor
		s.mark()
	}
}

// Duplicate puts copies after the selected lines.
func (s *Sheet) Duplicate() {
	s.Commit()
	if !s.there {
		return
	}
	edit, first := s.table.Duplicate(s.selected())
	if edit == nil {
		return
	}
	s.do("edit.duplicate_cost", edit)
	s.goToKey(first, s.cursor.Column)
}

// SelectAll selects all cells.
func (s *Sheet) SelectAll() {
	first, ok := s.table.First()
	if !ok {
		return
	}
	last := s.table.Down(first, len(s.table.Rows))
	s.anchor, s.cursor = grid.Cursor{Row: first.Row}, grid.Cursor{Row: last.Row, Column: grid.Monthly}
	s.mark()
}

// Copy returns the selected cells as spreadsheets exchange them.
func (s *Sheet) Copy() string {
	if !s.there {
		return ""
	}
	return s.table.Copy(s.selected())
}

// Cut empties the selected cells, for ones that were copied.
func (s *Sheet) Cut() { s.Delete() }

// Paste types a text of the clipboard into the cells from the selection on, as
// one step.
func (s *Sheet) Paste(text string) {
	s.Commit()
	if !s.there {
		return
	}
	edit, first, last, err := s.table.Paste(text, s.cursor, s.selected())
	if refused, ok := errors.AsType[*grid.Refusal](err); ok {
		s.env.Refuse(refused.Sentence)
		return
	}
	if edit == nil {
		return
	}
	column := min(s.cursor.Column, s.anchor.Column)
	if s.row().Kind == grid.Note {
		column = grid.Label
	}
	s.do("edit.paste_cost", edit)
	if cells := canvas.Cells(text); s.goToKey(first, column) && s.table.Row(last) >= 0 {
		s.anchor = grid.Cursor{Row: s.table.Row(last), Column: min(column+grid.Column(len(cells[0])-1), grid.Monthly)}
		s.mark()
	}
}

// pickStage lets the user pick the stage whose costs are shown, or all.
func (s *Sheet) pickStage() {
	c := fyne.CurrentApp().Driver().CanvasForObject(s)
	if c == nil {
		return
	}
	words := s.env.Words
	stages := append([]canvas.Stage{""}, canvas.Stages()...)
	options := []kit.Option{{Text: words.T("costs.all_stages")}}
	for _, st := range stages[1:] {
		options = append(options, kit.Option{Text: words.T("stage." + string(st)), Detail: words.T("stage." + string(st) + ".hint")})
	}
	kit.NewFinder(c, s.env.Look, s.stageSpot, words.T("costs.stage"), options, func(i int) { s.ShowStage(stages[i]) })
}
