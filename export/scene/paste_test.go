package scene_test

import (
	goimage "image"
	"image/draw"
)

// paste draws one picture onto another.
func paste(onto *goimage.RGBA, picture *goimage.RGBA, x, y int) {
	draw.Draw(onto, picture.Bounds().Add(goimage.Pt(x, y)), picture, goimage.Point{}, draw.Over)
}
