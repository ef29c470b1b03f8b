package board_test

import (
	"image"
	"image/draw"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ninefold/canvas"
	"ninefold/export/scene"
	"ninefold/internal/golden"
	"ninefold/ui/board"
	"ninefold/ui/theme"
)

// What the board draws around notes: selection, hover, what was looked for and
// what is pale; a drag, a rubber band, a text that is typed; an empty canvas.
func TestTheBoardLooksAsItDid(t *testing.T) {
	shots := map[string]func(*bench){
		"chosen": func(b *bench) {
			b.board.Found(map[canvas.ID]bool{visits: true})
			b.board.Fade(map[canvas.ID]bool{app: true})
			b.Click(b.note(shop))
			b.MoveTo(b.note(visits))
		},
		"dragged": func(b *bench) {
			b.Click(b.note(app))
			b.Click(b.note(shop))
			b.Pull(b.note(shop), b.at(board.BlockKey(canvas.Channels)).AddXY(20, 40))
		},
		"copied": func(b *bench) {
			b.Click(b.note(app))
			release := b.Hold(fyne.KeyModifierShift)
			b.Click(b.note(shop))
			release()
			b.Hold(fyne.KeyModifierControl)
			b.Pull(b.note(shop), b.at(board.BlockKey(canvas.Channels)).AddXY(20, 40))
		},
		"banded": func(b *bench) { b.Pull(b.empty(canvas.Channels).SubtractXY(70, 0), b.note(shop)) },
		"typed": func(b *bench) {
			b.DoubleClick(b.note(shop))
			b.Type(" on the square by the river, Saturdays")
			b.Chord(fyne.KeyModifierShift, fyne.KeyUp)
		},
		"begun": func(b *bench) { b.DoubleClick(b.empty(canvas.Channels)) },
	}
	all := image.NewRGBA(image.Rect(0, 0, 3*230, 2*190))
	for i, name := range []string{"chosen", "dragged", "copied", "banded", "typed", "begun"} {
		b := newBench(t)
		fyne.CurrentApp().Settings().SetTheme(theme.New(scene.Light(), 0)) // the sheet is what the window is cleared with
		shots[name](b)
		r := b.board.Places()[board.BlockKey(canvas.Channels)]
		at := image.Pt(int(r.X), int(r.Y)).Add(image.Pt(int(b.board.Position().X)-4, int(b.board.Position().Y)-4))
		cell := image.Rect(0, 0, 230, 190).Add(image.Pt(i%3*230, i/3*190))
		draw.Draw(all, cell, b.window.Canvas().Capture(), at, draw.Src)
		b.Release(desktop.MouseButtonPrimary)
	}
	golden.CompareImage(t, "board", all)
}
