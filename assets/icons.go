package assets

import "embed"

//go:embed icon/*.svg icon/*/*.svg icon/icon.png
var icons embed.FS

// Icon returns a drawing by the path of its file in folder icon, without the
// extension. Those other than "icon", the program's own, are drawn in
// currentColor. A name that is not there gives nothing.
func Icon(name string) []byte {
	data, _ := icons.ReadFile("icon/" + name + ".svg")
	return data
}

// AppIcon is the program's icon as a PNG of 512 by 512 pixels.
func AppIcon() []byte {
	data, _ := icons.ReadFile("icon/icon.png")
	return data
}
