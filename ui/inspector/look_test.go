package inspector

import (
	"image"
	"image/draw"
	"testing"

	"ninefold/canvas"
	"ninefold/internal/golden"
)

// The panel for a note of each block, for a block and for the whole canvas, in
// the language with the longest words.
func TestThePanelLooksAsItDid(t *testing.T) {
	var shots []image.Image
	shoot := func(choose func(*Inspector)) image.Image {
		i, w := sample(t, "it")
		choose(i)
		return w.Canvas().Capture()
	}
	for _, b := range canvas.Blocks() {
		shot := shoot(func(i *Inspector) { i.doc.Select(i.doc.Project().Block(b)[0].ID) })
		if b == canvas.CustomerRelationships {
			golden.CompareImage(t, "relationship", shot)
			continue
		}
		shots = append(shots, shot)
	}
	shots = append(shots,
		shoot(func(i *Inspector) { i.doc.SelectBlock(canvas.CostStructure) }),
		shoot(func(*Inspector) {}),
	)
	size := image.Pt(shots[0].Bounds().Dx(), 500) // what differs stands above
	const columns = 5
	all := image.NewRGBA(image.Rect(0, 0, columns*size.X, (len(shots)+columns-1)/columns*size.Y))
	for k, shot := range shots {
		at := image.Pt(k%columns*size.X, k/columns*size.Y)
		draw.Draw(all, image.Rectangle{at, at.Add(size)}, shot, image.Point{}, draw.Src)
	}
	golden.CompareImage(t, "panel", all)
}
