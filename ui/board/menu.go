package board

import "fyne.io/fyne/v2"

// openMenu shows the menu of what the keyboard is at, below it.
func (b *Board) openMenu() {
	at := b.place()
	r := b.surface.Areas()[at]
	if item, ok := b.item(at); ok {
		r = b.visible(item)
	}
	if actions := b.surface.Menu(at); len(actions) > 0 {
		origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
		b.env.Menu(origin.AddXY(float32(r.X)+editorPad, float32(min(r.Bottom(), r.Y+menuDrop))), actions)
	}
}

// menuDrop is how far below the top of what it is about a menu opens at most.
const menuDrop = 40
