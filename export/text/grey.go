package text

import (
	"image"
	"image/color"
	"sync"
)

// greys holds what pictures look like without colours.
var greys sync.Map // of *Bitmap to *Bitmap

// In returns the picture as it is, or without its colours where grey is wanted:
// always the same one.
func (b *Bitmap) In(grey bool) *Bitmap {
	if !grey {
		return b
	}
	if known, ok := greys.Load(b); ok {
		return known.(*Bitmap)
	}
	in := b.Image.Bounds()
	out := image.NewNRGBA(in)
	for y := in.Min.Y; y < in.Max.Y; y++ {
		for x := in.Min.X; x < in.Max.X; x++ {
			c := color.NRGBAModel.Convert(b.Image.At(x, y)).(color.NRGBA)
			g := color.GrayModel.Convert(color.NRGBA{c.R, c.G, c.B, 0xff}).(color.Gray).Y
			out.SetNRGBA(x, y, color.NRGBA{g, g, g, c.A})
		}
	}
	made := *b
	made.Image = out
	known, _ := greys.LoadOrStore(b, &made)
	return known.(*Bitmap)
}
