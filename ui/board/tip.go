package board

import (
	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/ui/kit"
)

// tipDelay is for how many moments the pointer must rest on something before it
// is explained: half a second.
const tipDelay = 30

// tipSpace is between a tip and what it explains, in units of the board.
const tipSpace = 10

// tipEdge is between a tip and the board's edge.
const tipEdge = 4

// A tip explains what the pointer rests on, or what the keyboard asks about.
// While one is shown, the next comes at once.
type tip struct {
	board   *Board
	picture *kit.Picture
	key     Key    // what is explained, or is about to be
	moments int    // that the pointer has rested
	stop    func() // ends the moments; nil while there are none
}

func newTip(b *Board) *tip {
	t := &tip{board: b, picture: kit.NewPicture()}
	t.picture.Hide()
	return t
}

// rest tells that the pointer has come to something.
func (t *tip) rest(key Key) {
	shown := t.hide()
	b := t.board
	item, ok := b.item(key)
	if !ok || b.drag != nil || b.placing != nil || b.Editing() || b.surface.Tip(key).Title == "" {
		return
	}
	if shown {
		b.explain(item)
		return
	}
	t.key, t.moments = key, 0
	t.stop = b.env.Moments(func() {
		if t.moments++; t.moments < tipDelay || t.stop == nil {
			return
		}
		if item, ok := b.item(key); ok && t.key == key {
			t.hide()
			b.explain(item)
		}
	})
}

// hide takes the tip away, or no longer waits to show it. It reports whether
// one was shown.
func (t *tip) hide() bool {
	if t.stop != nil {
		t.stop()
		t.stop = nil
	}
	t.key = ""
	if !t.picture.Visible() {
		return false
	}
	t.picture.Hide()
	t.board.repaint()
	return true
}

// explain shows what there is to know about an item; asked again, it takes that
// away. It reports whether there is anything to know.
func (b *Board) explain(item Item) bool {
	says := b.surface.Tip(item.Key)
	if says.Title == "" {
		return false
	}
	t := b.tip
	if again := t.key == item.Key; t.hide() && again {
		return true
	}
	t.key = item.Key
	view := b.view().Inset(tipEdge)
	page := says.Fitted(b.surface.Zoom(), geometry.Size{W: view.W, H: view.H}, b.env.Look)
	at := kit.Snap(nextTo(b.visible(item), geometry.Size{W: page.W, H: page.H}, b.view()), b.scale)
	t.picture.Put(stampOf(says), func() *scene.Page { return page }, at, at)
	t.picture.Show()
	b.repaint()
	return true
}

// TipAt is what the tip that is shown explains; empty while there is none.
func (b *Board) TipAt() Key {
	if !b.tip.picture.Visible() {
		return ""
	}
	return b.tip.key
}

// nextTo is a place for something beside a thing: at its right, else at its
// left, else beneath it; always in view as far as it has room there.
func nextTo(thing geometry.Rect, size geometry.Size, view geometry.Rect) geometry.Rect {
	r := geometry.Rect{X: thing.Right() + tipSpace, Y: thing.Y, W: size.W, H: size.H}
	if r.Right() > view.Right() {
		r.X = thing.X - tipSpace - size.W
	}
	if r.X < view.X {
		r.X, r.Y = thing.X, thing.Bottom()+tipSpace
	}
	view = view.Inset(tipEdge)
	r.X = max(view.X, min(r.X, view.Right()-size.W))
	r.Y = max(view.Y, min(r.Y, view.Bottom()-size.H))
	return r
}
