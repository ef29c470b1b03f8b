package costs

import (
	"errors"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/ui/costs/grid"
	"ninefold/ui/guard"
	"ninefold/ui/kit"
	"ninefold/ui/theme"
)

// editor is the one text entry of a sheet. It is laid over the cell that is
// typed into; what is wrong with the text is said below.
type editor struct {
	widget.Entry
	sheet  *Sheet
	over   *container.ThemeOverride
	frame  *fyne.Container
	hint   *fyne.Container
	reason *widget.Label
	shown  bool
	key    string // of the row
	column grid.Column
	from   string // the text that it began with
	quick  bool   // it was begun by typing: arrows leave the cell
}

const editorPad = 5

func newEditor(s *Sheet) *editor {
	look := s.env.Look
	e := &editor{sheet: s}
	e.ExtendBaseWidget(e)
	e.OnChanged = e.typed
	e.over = container.NewThemeOverride(e, &theme.Inline{Look: look, Text: fynetheme.TextSize(), Fill: look.Sheet, Pad: editorPad})
	e.frame = container.NewWithoutLayout(e.over)
	e.frame.Hide()
	e.reason = kit.Paragraph("")
	e.reason.Importance = widget.DangerImportance
	back := fynecanvas.NewRectangle(look.Sheet)
	back.StrokeColor, back.StrokeWidth, back.CornerRadius = look.Bad, 1, 4
	e.hint = container.NewStack(back, e.reason)
	e.hint.Hide()
	return e
}

// Editing reports whether a cell is being typed into.
func (s *Sheet) Editing() bool { return s.editor.shown }

// Hint is what is wrong with what is being typed; empty where nothing is.
func (s *Sheet) Hint() string {
	if !s.editor.hint.Visible() {
		return ""
	}
	return s.editor.reason.Text
}

// begin begins to type into the cursor's cell, with its text or, unless it is
// zero, with a first character in its stead.
func (s *Sheet) begin(first rune) {
	r := s.row()
	if r == nil || r.Note == nil {
		return
	}
	c := s.cursor.Column
	if r.Kind == grid.Note {
		c = grid.Label
	}
	s.anchor = s.cursor
	s.reveal()
	e := s.editor
	e.key, e.column, e.quick = r.Key(), c, first != 0
	e.from = s.table.Text(r, c)
	e.shown = true
	text := e.from
	if first != 0 {
		text = ""
	}
	e.SetText(text)
	e.complain("")
	e.frame.Show()
	s.sync()
	if w := fyne.CurrentApp().Driver().CanvasForObject(s); w != nil {
		w.Focus(e)
	}
	if e.Enable(); c == grid.Monthly {
		e.Disable()
		e.complain(s.env.Words.T("costs.worked_out"))
	}
	if first != 0 {
		e.TypedRune(first)
	} else {
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	}
}

// place lays the entry over its cell.
func (e *editor) place() {
	if !e.shown {
		return
	}
	s := e.sheet
	at := s.table.Row(e.key)
	if at < 0 { // its line is gone
		e.end()
		return
	}
	cell := s.plan.cell(at, e.column, s.top)
	if s.table.Rows[at].Kind == grid.Note {
		cell.W = s.plan.columns[grid.Stage].x
	}
	cell = cell.Inset(1)
	e.over.Move(fyne.NewPos(float32(cell.X), float32(cell.Y)))
	e.over.Resize(fyne.NewSize(float32(cell.W), float32(cell.H)))
	e.frame.Hidden = cell.Intersect(s.plan.body).Empty()
	e.placeHint(cell)
}

// hintWidth is the width of what is said below a cell.
const hintWidth = 270

func (e *editor) placeHint(cell geometry.Rect) {
	if !e.hint.Visible() {
		return
	}
	s := e.sheet
	wide := theme.Scaled(hintWidth)
	e.hint.Resize(fyne.NewSize(wide, 0))
	size := fyne.NewSize(wide, e.hint.MinSize().Height)
	x := min(float32(cell.X), float32(s.plan.card.Right())-wide-4)
	y := float32(cell.Bottom()) + 3
	if y+size.Height > float32(s.plan.card.Bottom()) {
		y = float32(cell.Y) - size.Height - 3
	}
	e.hint.Move(fyne.NewPos(x, y))
	e.hint.Resize(size)
}

// complain says what is wrong with the text; nothing takes that away.
func (e *editor) complain(sentence string) {
	if sentence == "" {
		e.hint.Hide()
		return
	}
	e.reason.SetText(sentence)
	e.hint.Show()
	e.place()
}

// typed has what is being typed set aside, and says at once where an amount
// cannot become one, as a formula.
func (e *editor) typed(text string) {
	e.sheet.env.Doc.Typing(e, e.edit())
	if !e.shown || e.column != grid.Amount {
		e.complain("")
		return
	}
	if _, err := e.sheet.env.Words.ParseFigure(text, ""); len(text) > 0 && text[0] == '=' {
		e.complain(e.sheet.env.Words.Refusal(err))
		return
	}
	e.complain("")
}

// edit is what keeping the text now would do; nil where it would do nothing.
func (e *editor) edit() canvas.Edit {
	at := e.sheet.table.Row(e.key)
	if !e.shown || at < 0 || e.Text == e.from {
		return nil
	}
	edit, _, err := e.sheet.table.Set(grid.Cursor{Row: at, Column: e.column}, e.Text)
	if err != nil {
		return nil // it is said when the cell is left
	}
	return edit
}

// commit keeps the text as one step, and reports whether it could be kept.
func (e *editor) commit() bool {
	s := e.sheet
	if !e.shown {
		return true
	}
	at := s.table.Row(e.key)
	if at < 0 || e.Text == e.from {
		e.end()
		return true
	}
	isHead := s.table.Rows[at].Kind == grid.Note
	edit, key, err := s.table.Set(grid.Cursor{Row: at, Column: e.column}, e.Text)
	if refused, ok := errors.AsType[*grid.Refusal](err); ok {
		e.complain(refused.Sentence)
		return false
	}
	e.end()
	step := steps[e.column]
	if isHead {
		step = "edit.add_cost"
	}
	s.do(step, edit)
	if row := s.table.Row(key); row >= 0 && isHead {
		s.cursor = grid.Cursor{Row: row}
		s.anchor = s.cursor
	}
	return true
}

// steps are the names of the steps that typing into a column makes.
var steps = [grid.Columns]string{"edit.cost", "edit.serve", "edit.relationship", "edit.cost", "edit.cost", "edit.cost"}

// end takes the entry away.
func (e *editor) end() {
	e.shown = false
	e.frame.Hide()
	e.hint.Hide()
	e.sheet.env.Doc.Typing(e, nil)
	e.sheet.mark()
}

// TypedKey ends the typing by Enter, Tab and Escape, and by arrows where it was
// begun by typing.
func (e *editor) TypedKey(k *fyne.KeyEvent) {
	defer guard.Catch()
	s := e.sheet
	shift := s.env.Modifiers()&fyne.KeyModifierShift != 0
	leave := func(move func()) {
		if e.commit() {
			s.takeFocus()
			move()
		}
	}
	switch k.Name {
	case fyne.KeyEscape:
		e.end()
		s.takeFocus()
	case fyne.KeyReturn, fyne.KeyEnter:
		leave(func() { s.down(map[bool]int{false: 1, true: -1}[shift]) })
	case fyne.KeyTab:
		leave(func() { s.tab(shift) })
	case fyne.KeyUp:
		leave(func() { s.down(-1) })
	case fyne.KeyDown:
		leave(func() { s.down(1) })
	case fyne.KeyLeft, fyne.KeyRight:
		if e.quick && e.SelectedText() == "" {
			leave(func() { s.side(map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: 1}[k.Name]) })
			return
		}
		e.Entry.TypedKey(k)
	case fyne.KeyF2:
		e.quick = false
	default:
		e.Entry.TypedKey(k)
	}
}

// TypedShortcut leaves adding lines to the sheet, and to the window what is its own.
func (e *editor) TypedShortcut(sh fyne.Shortcut) {
	defer guard.Catch()
	if isAdd(sh) {
		if e.commit() {
			e.sheet.takeFocus()
			e.sheet.Add()
		}
		return
	}
	if !e.sheet.env.Shortcut(sh) {
		e.Entry.TypedShortcut(sh)
	}
}

// AcceptsTab keeps Tab for going to the next cell.
func (e *editor) AcceptsTab() bool { return true }

// FocusLost keeps the text, a moment later: Fyne does not allow the focus to be
// changed from within. What cannot be kept is given up.
func (e *editor) FocusLost() {
	e.Entry.FocusLost()
	key, column := e.key, e.column
	fyne.Do(func() {
		defer guard.Catch()
		c := fyne.CurrentApp().Driver().CanvasForObject(e.sheet)
		if e.shown && e.key == key && e.column == column && (c == nil || c.Overlays().Top() == nil && c.Focused() != fyne.Focusable(e)) && !e.commit() {
			e.end()
		}
	})
}
