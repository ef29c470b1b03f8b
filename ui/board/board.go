// Package board is the widget that the canvas and the relationship board are
// worked on with. A [Board] owns the whole input, since Fyne never passes an
// event on to what lies below, and draws what its [Surface] says lies on it:
// one picture for every note, made once and made again only when it changes.
// While something is dragged only a ghost and a mark move and nothing else is
// drawn anew, which is what keeps large canvases fluent.
//
// It must not know menus, dialogs or windows.
package board

import (
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/ui/board/gesture"
	"ninefold/ui/document"
)

// Env is what a board needs of the window around it. Doc and Look must be
// there; every function may be nil.
type Env struct {
	Doc  *document.Document
	Look *scene.Look
	// Run carries out an action of the window by its id, as far as the action
	// is possible now, and reports whether there is one.
	Run func(action string) bool
	// Shortcut carries out a shortcut of the window's that is in no menu, and
	// reports whether it is one.
	Shortcut func(fyne.Shortcut) bool
	// Modifiers returns the keys Shift, Ctrl, Alt that are held.
	Modifiers func() fyne.KeyModifier
	// Report is told of an edit that failed.
	Report func(error)
	// Moments calls a function many times a second until it is stopped; by
	// default with the screen's pace.
	Moments func(each func()) (stop func())
	// Zoomed is told that the board is drawn larger or smaller.
	Zoomed func()
	// Entered is told that the user works in another area.
	Entered func()
	// Laid is told that things may lie elsewhere.
	Laid func()
	// Menu shows a menu of actions at a place in the window.
	Menu func(at fyne.Position, actions []string)
	// Choose has something chosen beside a place in the window.
	Choose func(at fyne.Position, size fyne.Size, c Choice)
}

// A Board is a widget on which a document is worked on. Its methods are for
// the window's goroutine.
type Board struct {
	widget.BaseWidget

	surface Surface
	env     Env
	machine gesture.Machine

	size    geometry.Size
	scale   float64     // pixels of the screen in a unit of the board
	items   []Item      // what the surface says lies on it
	index   map[Key]int // places in items
	cursor  Key         // where the keyboard is
	focused bool
	hovered Key
	offers  map[Key]Item       // what areas show while the pointer is there
	faded   map[canvas.ID]bool // notes that are pale
	found   map[canvas.ID]bool // notes that were looked for

	floor   *floor
	sprites map[Key]*sprite
	layers  *layers
	editor  *editor
	drag    *drag
	grip    *grip
	band    []canvas.ID // the selection when the rubber band began
	notch   float32     // how far the wheel was turned towards the next zoom
	space   bool        // the space bar is held
	placing *placing
	tip     *tip
	stop    func()
}

var (
	_ fyne.Widget            = (*Board)(nil)
	_ fyne.Focusable         = (*Board)(nil)
	_ fyne.Tabbable          = (*Board)(nil)
	_ fyne.Shortcutable      = (*Board)(nil)
	_ fyne.Draggable         = (*Board)(nil)
	_ fyne.Scrollable        = (*Board)(nil)
	_ fyne.DoubleTappable    = (*Board)(nil)
	_ fyne.SecondaryTappable = (*Board)(nil)
	_ desktop.Cursorable     = (*Board)(nil)
)

// New returns a board that shows a surface. Call [Board.Close] when it is no
// longer shown.
func New(s Surface, env Env) *Board {
	if env.Run == nil {
		env.Run = func(string) bool { return false }
	}
	if env.Shortcut == nil {
		env.Shortcut = func(fyne.Shortcut) bool { return false }
	}
	if env.Modifiers == nil {
		env.Modifiers = func() fyne.KeyModifier { return 0 }
	}
	if env.Report == nil {
		env.Report = func(error) {}
	}
	if env.Moments == nil {
		env.Moments = moments
	}
	if env.Zoomed == nil {
		env.Zoomed = func() {}
	}
	if env.Entered == nil {
		env.Entered = func() {}
	}
	if env.Laid == nil {
		env.Laid = func() {}
	}
	if env.Menu == nil {
		env.Menu = func(fyne.Position, []string) {}
	}
	if env.Choose == nil {
		env.Choose = func(fyne.Position, fyne.Size, Choice) {}
	}
	b := &Board{surface: s, env: env, scale: 1, index: map[Key]int{}, offers: map[Key]Item{}, sprites: map[Key]*sprite{}, floor: newFloor()}
	b.floor.drawn = b.awaitScale
	b.layers = newLayers(env.Look)
	b.editor = newEditor(b, env.Look)
	b.tip = newTip(b)
	b.ExtendBaseWidget(b)
	b.stop = env.Doc.Listen(b.changed)
	return b
}

// Close ends the board: it no longer follows the document. A text that is
// being edited is kept.
func (b *Board) Close() {
	b.Commit()
	b.tip.hide()
	b.putBack()
	b.stop()
}

// Places returns where everything lies that can be seen, items and areas, in
// units of the board.
func (b *Board) Places() map[Key]geometry.Rect {
	places := map[Key]geometry.Rect{}
	maps.Copy(places, b.surface.Areas())
	for _, item := range b.items {
		if r := b.visible(item); !r.Empty() {
			places[item.Key] = r
		}
	}
	return places
}

// At is where the keyboard is: an item or an area.
func (b *Board) At() Key { return b.place() }

// Relayout lays the surface out anew, after something changed that is not in
// the document, such as its zoom.
func (b *Board) Relayout() {
	b.surface.Arrange(b.size)
	b.sync()
}

// changed follows the document.
func (b *Board) changed(c document.Change) {
	if c.Project() || c.Figures {
		b.surface.Arrange(b.size)
		b.sync()
	}
	if !c.Project() && !c.Selection {
		return
	}
	b.catchUp()
	b.mark()
}

// catchUp goes to what is selected and brings it into sight, unless a gesture
// is under way.
func (b *Board) catchUp() {
	b.follow()
	selection := b.env.Doc.Selection()
	if len(selection) == 0 {
		return
	}
	if b.cursor == "" && b.surface.Reveal(NoteKey(selection[len(selection)-1])) {
		b.sync() // it was folded away
		b.follow()
	}
	if b.machine.State() == gesture.Idle && b.cursor != "" && b.surface.Reveal(b.cursor) {
		b.sync()
	}
}

// follow keeps the keyboard's place where the selection is.
func (b *Board) follow() {
	selection := b.env.Doc.Selection()
	at, there := b.item(b.cursor)
	switch {
	case len(selection) == 0:
		if !there || at.Note != "" {
			b.cursor = b.surface.Here()
		}
	case !there || !slices.Contains(selection, at.Note):
		last := selection[len(selection)-1]
		b.cursor = ""
		for _, item := range b.items {
			if item.Note == last {
				b.cursor = item.Key
				break
			}
		}
	}
}

// item returns an item by its key.
func (b *Board) item(key Key) (Item, bool) {
	i, ok := b.index[key]
	if !ok {
		return Item{}, false
	}
	return b.items[i], true
}

// selected reports whether an item stands for a selected note.
func (b *Board) selected(item Item) bool {
	if item.Note == "" {
		return item.Key == b.cursor
	}
	return b.env.Doc.IsSelected(item.Note)
}

// view is all of the board that can be seen.
func (b *Board) view() geometry.Rect { return geometry.Rect{W: b.size.W, H: b.size.H} }

// visible is the part of an item that can be seen.
func (b *Board) visible(item Item) geometry.Rect {
	r := item.Rect.Intersect(b.view())
	if item.Clip != (geometry.Rect{}) {
		r = r.Intersect(item.Clip)
	}
	return r
}

// do reports an edit that failed.
func (b *Board) do(name string, edit canvas.Edit) bool {
	err := b.env.Doc.Do(name, edit)
	b.report(err)
	return err == nil
}

func (b *Board) report(err error) {
	if err != nil {
		b.env.Report(err)
	}
}

// CreateRenderer is for Fyne.
func (b *Board) CreateRenderer() fyne.WidgetRenderer { return &renderer{board: b} }

// renderer holds the layers from back to front.
type renderer struct {
	board   *Board
	objects []fyne.CanvasObject
}

func (r *renderer) Layout(size fyne.Size) {
	b := r.board
	now := geometry.Size{W: float64(size.Width), H: float64(size.Height)}
	if now == b.size {
		return // Fyne also asks when something in the tree is new
	}
	first := b.size == geometry.Size{}
	b.size = now
	b.Relayout()
	if first { // another view had the selection
		b.catchUp()
	}
	if b.Editing() {
		b.editor.typed()
	}
}

// MinSize is constant: one that grew with the notes would push the window open.
func (r *renderer) MinSize() fyne.Size { return fyne.NewSize(360, 240) }

// Refresh does nothing: refreshing a board would drop every picture on it.
func (r *renderer) Refresh() {}

func (r *renderer) Destroy() {}

func (r *renderer) Objects() []fyne.CanvasObject {
	if r.objects == nil {
		l := r.board.layers
		r.objects = []fyne.CanvasObject{
			r.board.floor.object, l.links, l.items, l.found, l.area, l.offer, l.marker, l.hover, l.rings,
			l.line, l.band, r.board.editor, l.ghost, l.place, r.board.tip.picture, l.dirty,
		}
	}
	return r.objects
}

// rect turns a place on the surface into Fyne's terms.
func rect(r geometry.Rect) (fyne.Position, fyne.Size) {
	return fyne.NewPos(float32(r.X), float32(r.Y)), fyne.NewSize(float32(r.W), float32(r.H))
}

// put moves an object to a place on the surface.
func put(o fyne.CanvasObject, r geometry.Rect) {
	pos, size := rect(r)
	o.Move(pos)
	o.Resize(size)
}

// point turns Fyne's position into a place on the surface.
func point(p fyne.Position) geometry.Point {
	return geometry.Point{X: float64(p.X), Y: float64(p.Y)}
}

// repaint has the window drawn again without making any picture anew.
func (b *Board) repaint() { fynecanvas.Refresh(b.layers.dirty) }
