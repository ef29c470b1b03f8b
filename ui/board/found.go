package board

import (
	"fyne.io/fyne/v2"

	"ninefold/canvas"
)

// Notes lists the notes on the board, in sight or not, each once and in the
// order in which they lie there.
func (b *Board) Notes() []canvas.ID {
	var ids []canvas.ID
	seen := make(map[canvas.ID]bool, len(b.items))
	for _, item := range b.items {
		if item.Note != "" && !seen[item.Note] {
			seen[item.Note] = true
			ids = append(ids, item.Note)
		}
	}
	return ids
}

// Found marks these notes as what was looked for, and no others.
func (b *Board) Found(notes map[canvas.ID]bool) {
	b.found = notes
	b.mark()
}

// markFound draws anew what marks the notes that were looked for.
func (b *Board) markFound() {
	marks := b.layers.found.Objects[:0]
	if len(b.found) > 0 {
		for _, item := range b.items {
			visible := b.visible(item)
			if visible.Empty() || !b.found[item.Note] {
				continue
			}
			o := again(b.layers.found.Objects, len(marks), func() fyne.CanvasObject {
				r := outline(alpha(b.env.Look.Warn, 0xb0), 1.5)
				r.FillColor = alpha(b.env.Look.Warn, 0x18)
				r.CornerRadius = ringRadius - 1
				return r
			})
			put(o, visible.Inset(-1))
			marks = append(marks, o)
		}
	}
	b.layers.found.Objects = marks
}

// again returns the object that stood at a place of a list before the list was
// cut, or else a new one: marks of many notes make no garbage in this way.
func again(list []fyne.CanvasObject, i int, anew func() fyne.CanvasObject) fyne.CanvasObject {
	if i < cap(list) {
		if o := list[:i+1][i]; o != nil {
			return o
		}
	}
	return anew()
}
