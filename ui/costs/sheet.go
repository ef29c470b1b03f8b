// Package costs is the view of costs: the table of cost lines, which is worked
// like a spreadsheet, and beside it what the figures come to for each segment
// and over the months.
//
// A [Sheet] owns the table's input and draws only the rows that are in sight,
// each as one picture that is kept until it changes; what cells say and what
// typing into them means is for package grid. The package must not know
// windows, menus or dialogs.
package costs

import (
	"slices"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/costing"
	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/ui/costs/grid"
	"ninefold/ui/document"
	"ninefold/ui/kit"
)

// Env is what the view needs of the window around it.
type Env struct {
	Doc   *document.Document
	Words *locale.Words
	Look  *scene.Look
	// Model returns the figures of the document in the scenario that is looked
	// at; those of a large one may for a moment be the ones before its last
	// change.
	Model func() *costing.Model
	// Run carries out an action of the window by its id, as far as it is
	// possible now.
	Run func(action string) bool
	// Shortcut carries out a shortcut of the window's that is in no menu, and
	// reports whether it is one.
	Shortcut func(fyne.Shortcut) bool
	// Modifiers returns the keys Shift, Ctrl, Alt that are held.
	Modifiers func() fyne.KeyModifier
	// Menu shows a menu of actions at a place in the window.
	Menu func(at fyne.Position, actions []string)
	// Report is told of an edit that failed, Refuse of something pasted that
	// cannot be, as a sentence.
	Report func(error)
	Refuse func(sentence string)
	// Changed is told that other things are in sight, or selected.
	Changed func()
}

// A Sheet is the table of cost lines. Its methods are for the window's
// goroutine.
type Sheet struct {
	widget.BaseWidget
	env    Env
	filter grid.Filter
	table  *grid.Table
	found  map[canvas.ID]bool

	plan    plan
	top     float64 // how far the rows are scrolled
	scale   float64
	cursor  grid.Cursor
	anchor  grid.Cursor // the other corner of what is selected
	there   bool        // the cursor is somewhere
	focused bool
	pulling pull
	clicked grid.Cursor // the cell clicked last
	before  grid.Cursor // the one before that

	ground   *kit.Picture
	rows     *fyne.Container
	pictures map[string]*kit.Picture
	marks    marks
	// What can be tapped beside the rows.
	addSpot, stageSpot *spot
	editor             *editor
	tip                *tip
	stop               func()
}

// A pull is what the mouse draws while its button is held.
type pull int

const (
	pullsNothing pull = iota
	pullsSelection
	pullsBar
)

// marks lie on the rows.
type marks struct {
	selected, cursor, bar *fynecanvas.Rectangle
}

var (
	_ fyne.Widget       = (*Sheet)(nil)
	_ fyne.Focusable    = (*Sheet)(nil)
	_ fyne.Tabbable     = (*Sheet)(nil)
	_ fyne.Shortcutable = (*Sheet)(nil)
	_ fyne.Accessible   = (*Sheet)(nil)
)

// New returns the table of a document. Call [Sheet.Close] when it is no longer
// shown.
func New(env Env) *Sheet {
	s := &Sheet{
		env: env, scale: 1, ground: kit.NewPicture(), rows: container.NewWithoutLayout(),
		pictures: map[string]*kit.Picture{}, marks: newMarks(env.Look), tip: newTip(),
	}
	s.editor = newEditor(s)
	s.addSpot = newSpot(s.Add, func() string { return s.env.Words.T("costs.add") })
	s.stageSpot = newSpot(s.pickStage, func() string { return s.env.Words.T("costs.stage") })
	s.ExtendBaseWidget(s)
	s.table = s.make()
	s.cursor, s.there = s.table.First()
	s.anchor = s.cursor
	if n := env.Doc.Selected(); n != nil {
		s.follow(n.ID)
	}
	s.stop = env.Doc.Listen(s.changed)
	return s
}

// Close ends the sheet: it no longer follows the document. What is being typed
// is kept, if it can be.
func (s *Sheet) Close() {
	s.Commit()
	s.stop()
}

func (s *Sheet) make() *grid.Table {
	return grid.New(s.env.Doc.Project(), s.env.Model(), s.env.Words, s.filter)
}

// Recompute shows the figures anew, after something that the document does not
// tell of, such as another scenario.
func (s *Sheet) Recompute() {
	before := s.table
	s.table = s.make()
	s.keep(before)
	s.sync()
}

// ShowSegments shows the costs of these segments alone, and those that are
// common; none shows all.
func (s *Sheet) ShowSegments(ids []canvas.ID) {
	if slices.Equal(ids, s.filter.Segments) {
		return
	}
	s.filter.Segments = ids
	s.Recompute()
}

// ShowStage shows the costs of relationships in a stage alone; the empty stage
// shows all.
func (s *Sheet) ShowStage(stage canvas.Stage) {
	s.filter.Stage = stage
	s.Recompute()
}

// Line is the cost line that the cursor is at, or nil.
func (s *Sheet) Line() *canvas.CostLine {
	if r := s.row(); r != nil {
		return r.Cost
	}
	return nil
}

// Table is what is shown.
func (s *Sheet) Table() *grid.Table { return s.table }

// Cursor is the cell that the keyboard is at, and whether it is at any.
func (s *Sheet) Cursor() (grid.Cursor, bool) { return s.cursor, s.there }

// keep keeps the cursor and the selection at their rows.
func (s *Sheet) keep(before *grid.Table) {
	if !s.there {
		s.cursor, s.there = s.table.First()
		s.anchor = s.cursor
		return
	}
	anchor := s.anchor
	s.cursor, s.there = s.table.Same(before, s.cursor)
	if s.anchor, _ = s.table.Same(before, anchor); !s.there {
		s.anchor = s.cursor
	}
}

// changed follows the document.
func (s *Sheet) changed(c document.Change) {
	if c.Project() || c.Figures {
		before := s.table
		s.table = s.make()
		s.keep(before)
	}
	if n := s.env.Doc.Selected(); c.Selection && n != nil {
		s.follow(n.ID)
	}
	if c.Project() || c.Figures || c.Selection {
		s.sync()
	}
}

// follow goes to the first row of a note, unless the cursor is in one already.
func (s *Sheet) follow(id canvas.ID) {
	if r := s.row(); r != nil && r.Note.ID == id {
		return
	}
	if at := s.table.OfNote(id); at >= 0 {
		s.cursor = grid.Cursor{Row: at, Column: s.cursor.Column}
		s.anchor, s.there = s.cursor, true
		s.reveal()
	}
}

// row is the row that the cursor is at, or nil.
func (s *Sheet) row() *grid.Row {
	if !s.there || s.cursor.Row >= len(s.table.Rows) {
		return nil
	}
	return &s.table.Rows[s.cursor.Row]
}

// selected is the block of cells that the keyboard works on.
func (s *Sheet) selected() grid.Range { return grid.Between(s.cursor, s.anchor) }

// goTo moves the cursor, and the document's selection with it. With extend the
// selection reaches from where it began.
func (s *Sheet) goTo(c grid.Cursor, extend bool) {
	s.cursor, s.there = c, true
	if !extend {
		s.anchor = c
	}
	s.reveal()
	if r := s.row(); r != nil && r.Note != nil {
		s.env.Doc.Select(r.Note.ID)
	}
	s.sync()
}

// Notes lists the notes that have rows, in their order.
func (s *Sheet) Notes() []canvas.ID {
	var out []canvas.ID
	for i := range s.table.Rows {
		if n := s.table.Rows[i].Note; n != nil && (len(out) == 0 || out[len(out)-1] != n.ID) {
			out = append(out, n.ID)
		}
	}
	return out
}

// Found points out notes that were looked for.
func (s *Sheet) Found(notes map[canvas.ID]bool) {
	s.found = notes
	s.sync()
}

// Places returns where the cells, heads and handles are that can be seen.
func (s *Sheet) Places() map[string]geometry.Rect {
	out := map[string]geometry.Rect{}
	for i := range s.table.Rows {
		r := &s.table.Rows[i]
		whole := s.plan.row(i, s.top)
		if whole.Intersect(s.plan.body).Empty() {
			continue
		}
		out[r.Key()] = whole.Intersect(s.plan.body)
		for c := range grid.Column(grid.Columns) {
			if r.Kind == grid.Line {
				out[r.Key()+":"+columnNames[c]] = s.plan.cell(i, c, s.top).Intersect(s.plan.body)
			}
		}
	}
	out["costs:add"], out["costs:stage"] = s.plan.add, s.plan.stage
	return out
}

// columnNames are what cells are called in [Sheet.Places].
var columnNames = [grid.Columns]string{"label", "segments", "stage", "behaviour", "amount", "monthly"}

// AccessibilityLabel says what the cursor's row is and what its cell says.
func (s *Sheet) AccessibilityLabel() string {
	r := s.row()
	if r == nil {
		return s.env.Words.T("costs.empty")
	}
	text := s.table.Title(r)
	if r.Kind == grid.Line && s.cursor.Column != grid.Label {
		text += ", " + s.env.Words.T(grid.Heads[s.cursor.Column]) + ": " + s.table.Text(r, s.cursor.Column)
	}
	return text
}

// AccessibilityRole says that the sheet is a text: Fyne knows no table.
func (s *Sheet) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is for Fyne.
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer { return &renderer{sheet: s} }

type renderer struct {
	sheet   *Sheet
	objects []fyne.CanvasObject
}

func (r *renderer) Layout(size fyne.Size) {
	s := r.sheet
	now := geometry.Size{W: float64(size.Width), H: float64(size.Height)}
	if now == s.plan.size {
		return
	}
	s.plan = newPlan(now)
	s.addSpot.put(s.plan.add)
	s.stageSpot.put(s.plan.stage)
	s.reveal()
	s.sync()
}

// MinSize is constant: one that grew with the lines would push the window open.
func (r *renderer) MinSize() fyne.Size { return fyne.NewSize(360, 240) }

// Refresh does nothing: refreshing would drop every picture.
func (r *renderer) Refresh() {}

func (r *renderer) Destroy() {}

func (r *renderer) Objects() []fyne.CanvasObject {
	if r.objects == nil {
		s := r.sheet
		r.objects = []fyne.CanvasObject{s.ground, s.rows, s.marks.selected, s.marks.cursor, s.marks.bar, s.addSpot, s.stageSpot, s.editor.frame, s.editor.hint}
		r.objects = append(r.objects, s.tip.objects()...)
	}
	return r.objects
}
