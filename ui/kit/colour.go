package kit

import (
	"bytes"
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
)

// blend lays a share of b over a. A fully transparent a lets b through.
func blend(a, b color.Color, share float64) color.NRGBA {
	x, y := color.NRGBAModel.Convert(a).(color.NRGBA), color.NRGBAModel.Convert(b).(color.NRGBA)
	if x.A == 0 {
		y.A = uint8(share * 255)
		return y
	}
	mix := func(p, q uint8) uint8 { return uint8(float64(p) + (float64(q)-float64(p))*share + 0.5) }
	return color.NRGBA{R: mix(x.R, y.R), G: mix(x.G, y.G), B: mix(x.B, y.B), A: x.A}
}

// inkPlace stands in our icons where their colour goes.
var inkPlace = []byte("currentColor")

// tint returns an icon of ours, an SVG drawn in currentColor, in a colour.
func tint(icon fyne.Resource, c color.NRGBA) fyne.Resource {
	hex := fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
	// The name carries the colour, because Fyne caches pictures by name.
	return fyne.NewStaticResource(hex[1:]+"-"+icon.Name(), bytes.ReplaceAll(icon.Content(), inkPlace, []byte(hex)))
}
