package board

import (
	"image"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"ninefold/canvas/geometry"
	raster "ninefold/export/image"
	"ninefold/export/scene"
	"ninefold/export/text"
	"ninefold/ui/board/typing"
	"ninefold/ui/kit"
)

// editor is the one text that is typed on a board, in the place where it is
// shown: the item's picture goes on showing it, and the editor adds the cursor
// and the selection. So not a pixel of the text moves when editing begins, and
// whatever the board can show can be typed.
type editor struct {
	widget.BaseWidget
	board  *Board
	raster *fynecanvas.Raster
	look   *scene.Look

	shown  bool
	box    EditBox
	text   *typing.Text
	area   geometry.Rect // of the widget on the board
	pulled bool          // a selection is being drawn
	lines  []scene.NoteLine
	spans  []geometry.Span
	goal   float64 // the x to which arrows up and down keep; negative for none
}

var (
	_ fyne.Focusable         = (*editor)(nil)
	_ fyne.Shortcutable      = (*editor)(nil)
	_ fyne.Draggable         = (*editor)(nil)
	_ fyne.DoubleTappable    = (*editor)(nil)
	_ fyne.SecondaryTappable = (*editor)(nil)
	_ desktop.Mouseable      = (*editor)(nil)
	_ desktop.Cursorable     = (*editor)(nil)
	_ fyne.Accessible        = (*editor)(nil)
)

// editorPad is the room around the text in which the cursor may stand, in units
// of the board.
const editorPad = 3

func newEditor(b *Board, look *scene.Look) *editor {
	e := &editor{board: b, look: look, text: typing.New("")}
	e.raster = kit.NewRaster(e.draw)
	e.ExtendBaseWidget(e)
	e.Hide()
	return e
}

// CreateRenderer is for Fyne.
func (e *editor) CreateRenderer() fyne.WidgetRenderer { return kit.RasterRenderer(e.raster) }

// Editing reports whether a text is being edited in its place.
func (b *Board) Editing() bool { return b.editor.shown }

// Commit keeps the text that is being edited, if any, as one step.
func (b *Board) Commit() {
	if !b.Editing() {
		return
	}
	b.editor.commit()
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil && c.Focused() == fyne.Focusable(b.editor) {
		c.Focus(b)
	}
}

// edit begins to edit an item, or a new one in an area, and types the first
// character of it unless that is zero.
func (b *Board) edit(key Key, first rune) {
	if key == "" {
		return
	}
	b.Commit()
	if b.surface.Reveal(key) {
		b.sync()
	}
	box, ok := b.surface.Edit(key)
	if !ok {
		return
	}
	b.sync()
	b.editor.open(box)
	if first != 0 {
		b.editor.TypedRune(first)
	}
}

func (e *editor) open(box EditBox) {
	// A text begins with an empty history of its own: Ctrl+Z in it must not
	// bring back what was typed into another note.
	e.shown, e.box, e.text, e.goal = true, box, typing.New(box.Text), -1
	e.place()
	e.Show()
	if c := fyne.CurrentApp().Driver().CanvasForObject(e.board); c != nil {
		c.Focus(e)
	}
	e.board.mark()
}

// typed follows the text: the note grows with it.
func (e *editor) typed() {
	if !e.shown {
		return
	}
	e.goal = -1
	if e.box.Typed != nil {
		e.box.Rect = e.box.Typed(e.text.String())
		e.board.sync()
	}
	e.place()
}

// place lays the editor over the text and finds the lines that this stands on.
func (e *editor) place() {
	switch {
	case e.box.Lines != nil:
		e.lines = e.box.Lines()
	case e.box.Line:
		e.lines = []scene.NoteLine{{Text: e.text.String()}}
	default:
		e.lines = nil
		for _, line := range geometry.Wrap(e.text.String(), e.box.Rect.W, e.measure) {
			e.lines = append(e.lines, scene.NoteLine{Text: line})
		}
	}
	texts := make([]string, len(e.lines))
	for i, line := range e.lines {
		texts[i] = line.Text
	}
	e.spans = geometry.Spans(e.shownText(), texts)
	at := e.box.Rect
	at.H = max(at.H, float64(len(e.lines))*e.line())
	e.area = at.Inset(-editorPad)
	if item, ok := e.board.item(e.box.Key); ok && !e.box.Line { // clicks beside the text are for it, too
		e.area = item.Rect.Intersect(e.board.view())
	}
	put(e, e.area)
	e.slide()
	e.raster.Refresh()
}

// slide has a single line that is longer than its place show the part before
// the cursor.
func (e *editor) slide() {
	if e.box.Line {
		e.lines[0].X = 0
		e.lines[0].X = min(0, e.box.Rect.W-e.caretAt(e.on(0), e.text.Cursor(), false))
	}
}

// shownText is the text with what the picture shows before it.
func (e *editor) shownText() string { return e.box.Lead + e.text.String() }

// lead is how many bytes of the shown text are not the text's own.
func (e *editor) lead() int { return len(e.box.Lead) }

func (e *editor) measure(s string) float64 { return text.Measure(s, e.box.Size, false) }

// line is the height of a line of the text.
func (e *editor) line() float64 {
	if e.box.LineHeight > 0 {
		return e.box.LineHeight
	}
	label := geometry.Label{Size: e.box.Size}
	return label.LineHeight()
}

// commit keeps the text.
func (e *editor) commit() {
	box := e.end()
	key, err := box.Commit(e.text.String())
	e.board.report(err)
	e.board.sync()
	if key != "" {
		e.board.pick([]Key{key})
	}
}

// discard drops the text.
func (e *editor) discard() {
	e.end().Discard()
	e.board.sync()
}

// end closes the editor.
func (e *editor) end() EditBox {
	box := e.box
	e.shown, e.box = false, EditBox{}
	e.Hide()
	return box
}

// draw makes the picture of cursor and selection, and of the text where the
// item's own picture does not show it.
func (e *editor) draw(w, h int) image.Image {
	if !e.shown || w <= 0 || h <= 0 || e.area.Empty() {
		return image.NewRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	}
	return raster.Render(e.page(), float64(w)/e.area.W)
}

func (e *editor) page() *scene.Page {
	p := &scene.Page{W: e.area.W, H: e.area.H}
	at := e.box.Rect.Moved(geometry.Point{X: -e.area.X, Y: -e.area.Y})
	if e.box.Lines == nil {
		p.Add(scene.Rect{W: p.W, H: p.H, Paint: scene.Paint{Fill: e.box.Fill}})
		for i, line := range e.lines {
			p.Add(scene.Text{X: at.X + line.X, Y: e.look.Baseline(at.Y+float64(i)*e.line(), e.line(), e.box.Size), Size: e.box.Size, Color: e.look.Ink, Text: line.Text})
		}
	}
	from, to := e.text.Selection()
	for i := range e.lines {
		y := at.Y + float64(i)*e.line()
		for _, r := range e.marked(i, from+e.lead(), to+e.lead()) {
			p.Add(scene.Rect{X: at.X + r.X, Y: y, W: r.W, H: e.line(), Paint: scene.Paint{Fill: alpha(e.look.Accent, 0x48)}})
		}
	}
	if from == to {
		c := e.caret()
		p.Add(scene.Rect{X: at.X + c.X - caretWidth/2, Y: at.Y + c.Y, W: caretWidth, H: e.line(), Paint: scene.Paint{Fill: e.look.Accent}})
	}
	return p
}

// caretWidth is the width of the cursor in units of the board.
const caretWidth = 1.5

// AccessibilityLabel is the text as it is now.
func (e *editor) AccessibilityLabel() string { return e.text.String() }

// AccessibilityRole says that it is a text.
func (e *editor) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
