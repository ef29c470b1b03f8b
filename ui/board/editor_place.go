package board

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/rivo/uniseg"

	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/export/text"
	"ninefold/ui/board/typing"
	"ninefold/ui/guard"
)

// A lineOf is a line with its place in the shown text.
type lineOf struct {
	geometry.Span
	scene.NoteLine
	all string // the text of the span, with the mark before it
}

// on is a line as it stands on the screen.
func (e *editor) on(i int) lineOf {
	span := e.spans[i]
	l := lineOf{span, e.lines[i], e.lines[i].Mark + e.shownText()[span.Start:span.End]}
	if text.RightToLeft(l.all) { // spaces at the end stand before the beginning
		l.X -= e.measure(l.all) - e.measure(l.Mark+l.Text)
	}
	return l
}

// caretAt is where a cursor stands on a line at a place of the shown text.
func (e *editor) caretAt(l lineOf, at int, after bool) float64 {
	in := min(max(at-l.Start, 0), l.End-l.Start) + len(l.Mark)
	return l.X + text.Caret(l.all, in, false, after)*e.box.Size
}

// at is the number of the line with the cursor.
func (e *editor) at() int { return geometry.LineAt(e.spans, e.text.Cursor()+e.lead()) }

// caret is the upper end of the cursor, from the beginning of the text's place.
func (e *editor) caret() geometry.Point {
	if len(e.spans) == 0 {
		return geometry.Point{}
	}
	i, at := e.at(), e.text.Cursor()+e.lead()
	l := e.on(i)
	x := e.caretAt(l, at, at >= l.End)
	return geometry.Point{X: min(max(x, -editorPad), e.box.Rect.W+editorPad), Y: float64(i) * e.line()} // spaces at a line's end go on
}

// marked are the parts of a line that are selected; the heights are left out.
func (e *editor) marked(line, from, to int) []geometry.Rect {
	l := e.on(line)
	var out []geometry.Rect
	at := l.Start
	for rest, state := l.all[len(l.Mark):], -1; rest != ""; {
		var c string
		c, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if at >= from && at < to {
			a, b := e.caretAt(l, at, false), e.caretAt(l, at+len(c), true)
			r := geometry.Rect{X: min(a, b), W: max(a, b) - min(a, b)}
			if k := len(out) - 1; k >= 0 && near(out[k].Right(), r.X) {
				out[k].W = r.Right() - out[k].X
			} else {
				out = append(out, r)
			}
		}
		at += len(c)
	}
	return out
}

func near(a, b float64) bool { return a-b < 0.01 && b-a < 0.01 }

// under is the place of the text at a point of the editor.
func (e *editor) under(p fyne.Position) int {
	at := point(p).Add(geometry.Point{X: e.area.X - e.box.Rect.X, Y: e.area.Y - e.box.Rect.Y})
	return e.nearest(int(at.Y/e.line()), at.X)
}

// nearest is the place of the text that is nearest to an x on a line.
func (e *editor) nearest(line int, x float64) int {
	if len(e.spans) == 0 {
		return 0
	}
	line = min(max(line, 0), len(e.spans)-1)
	l := e.on(line)
	in := max(text.At(l.all, (x-l.X)/e.box.Size, false)-len(l.Mark), 0)
	if line < len(e.spans)-1 && e.spans[line+1].Start == l.Start+in && in > 0 {
		in = len(l.Text)                         // the end of a line that was broken, not the beginning of the next
		if e.spans[line+1].Start == l.Start+in { // within a word: before its last character
			in = lastCharacter(l.Text)
		}
	}
	return max(l.Start+in-e.lead(), 0)
}

// lastCharacter is where the last character of a text begins.
func lastCharacter(s string) int {
	t := typing.New(s)
	t.Go(typing.Back, false)
	return t.Cursor()
}

// vertical moves the cursor by lines, to the same x.
func (e *editor) vertical(by int, extend bool) {
	c := e.caret()
	if e.goal < 0 {
		e.goal = c.X
	}
	goal := e.goal
	switch to := e.at() + by; {
	case to < 0:
		e.text.Go(typing.Start, extend)
	case to >= len(e.lines):
		e.text.Go(typing.End, extend)
	default:
		e.text.Place(e.nearest(to, goal), extend)
	}
	e.moved()
	e.goal = goal
}

// lineEnd moves the cursor to the beginning or the end of its line.
func (e *editor) lineEnd(end, extend bool) {
	if len(e.spans) == 0 {
		return
	}
	line := e.at()
	at := e.spans[line].Start
	if end {
		at += len(e.lines[line].Text)
		if line == len(e.spans)-1 {
			at = e.spans[line].End
		}
	}
	e.text.Place(max(at-e.lead(), 0), extend)
	e.moved()
}

// moved shows the cursor in its new place.
func (e *editor) moved() {
	e.goal = -1
	e.slide()
	e.raster.Refresh()
}

// MouseDown puts the cursor under the pointer; with Shift it selects up to there.
func (e *editor) MouseDown(ev *desktop.MouseEvent) {
	defer guard.Catch()
	if ev.Button != desktop.MouseButtonPrimary {
		return
	}
	e.text.Place(e.under(ev.Position), ev.Modifier&fyne.KeyModifierShift != 0)
	e.moved()
}

// MouseUp is for Fyne.
func (e *editor) MouseUp(*desktop.MouseEvent) {}

// Dragged selects.
func (e *editor) Dragged(ev *fyne.DragEvent) {
	defer guard.Catch()
	e.pulled = true
	e.text.Place(e.under(ev.Position), true)
	e.moved()
}

// DragEnd takes the focus back: Fyne took the end of a selection that was drawn
// beyond the text for a click elsewhere.
func (e *editor) DragEnd() {
	e.pulled = false
	if c := fyne.CurrentApp().Driver().CanvasForObject(e.board); c != nil && e.shown {
		c.Focus(e)
	}
}

// DoubleTapped selects the word under the pointer.
func (e *editor) DoubleTapped(ev *fyne.PointEvent) {
	defer guard.Catch()
	e.text.SelectWord(e.under(ev.Position))
	e.moved()
}

// TappedSecondary shows what can be done with the text.
func (e *editor) TappedSecondary(ev *fyne.PointEvent) {
	e.board.env.Menu(ev.AbsolutePosition, []string{"edit_cut", "edit_copy", "edit_paste", "-", "edit_select_all"})
}

// Cursor is the pointer over the text.
func (e *editor) Cursor() desktop.Cursor { return desktop.TextCursor }
