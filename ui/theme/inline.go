package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"ninefold/export/scene"
)

// Inline is the theme of an entry that is laid over a text to edit it in its
// place: the ground and the size of that text, and hardly any padding.
type Inline struct {
	Look *scene.Look
	Text float32     // its size
	Fill color.NRGBA // what it stands on
	Pad  float32
}

// Color is for Fyne.
func (i *Inline) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	switch name {
	case fynetheme.ColorNameInputBackground:
		return i.Fill
	case fynetheme.ColorNameShadow:
		return color.Transparent
	case fynetheme.ColorNameForeground:
		return i.Look.Ink
	}
	return fyne.CurrentApp().Settings().Theme().Color(name, v)
}

// Size is for Fyne.
func (i *Inline) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case fynetheme.SizeNameText:
		return i.Text
	case fynetheme.SizeNameInnerPadding:
		return i.Pad
	case fynetheme.SizeNameInputBorder:
		return 1
	case fynetheme.SizeNameInputRadius, fynetheme.SizeNameLineSpacing, fynetheme.SizeNameScrollBar, fynetheme.SizeNameScrollBarSmall:
		return 0
	}
	return fyne.CurrentApp().Settings().Theme().Size(name)
}

// Font is for Fyne.
func (i *Inline) Font(s fyne.TextStyle) fyne.Resource {
	return fyne.CurrentApp().Settings().Theme().Font(s)
}

// Icon is for Fyne.
func (i *Inline) Icon(n fyne.ThemeIconName) fyne.Resource {
	return fyne.CurrentApp().Settings().Theme().Icon(n)
}
