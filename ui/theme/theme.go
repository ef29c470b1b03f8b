// Package theme dresses Fyne's own widgets in the colours of a scene.Look, so
// that entries, menus and dialogs belong to the same paper as the canvas. It
// must not know any view.
package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"ninefold/export/scene"
)

// textSize is the size of ordinary text, in device-independent pixels, when
// the user has not chosen another.
const textSize = 13

// SizeNameSmallText is a little smaller than ordinary text, for cards.
const SizeNameSmallText fyne.ThemeSizeName = "smallText"

// New returns Fyne's theme for a look. The size of ordinary text is in
// device-independent pixels; zero means the usual one.
func New(look *scene.Look, text float32) fyne.Theme {
	if text == 0 {
		text = textSize
	}
	return &theme{Theme: fynetheme.DefaultTheme(), look: look, text: text}
}

// Scaled is a length that was measured for the usual size of text, as the size
// of the theme that is on asks for. Smaller text takes no less.
func Scaled(length float32) float32 {
	return length * max(1, fynetheme.TextSize()/textSize)
}

// theme takes fonts and icons from Fyne's default and says the rest itself.
type theme struct {
	fyne.Theme
	look *scene.Look
	text float32
}

func (t *theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	l := t.look
	switch name {
	case fynetheme.ColorNameHeaderBackground:
		return l.Bar
	// What the whole window is filled with first need not be drawn again: that
	// is the sheet, for there is the most of it.
	case fynetheme.ColorNameBackground, fynetheme.ColorNameButton:
		return l.Sheet
	case fynetheme.ColorNameInputBackground:
		if l.Dark { // it would not be seen on what is raised
			return l.Sheet
		}
		return color.Transparent // it shows the sheet that it lies on
	case fynetheme.ColorNameMenuBackground, fynetheme.ColorNameOverlayBackground:
		return raised(l)
	case fynetheme.ColorNameForeground:
		return l.Ink
	case fynetheme.ColorNamePlaceHolder, fynetheme.ColorNameDisabled:
		return l.Muted
	case fynetheme.ColorNameDisabledButton:
		return l.Bar
	case fynetheme.ColorNameInputBorder:
		if l.Dark { // a thin line between pixels loses half of its light
			return l.Frame
		}
		return l.Line
	case fynetheme.ColorNameSeparator, fynetheme.ColorNameInnerWindowBorder:
		return l.Line
	case fynetheme.ColorNamePrimary, fynetheme.ColorNameHyperlink:
		return l.Accent
	case fynetheme.ColorNameForegroundOnPrimary:
		return l.OnAccent
	case fynetheme.ColorNameError:
		return l.Bad
	case fynetheme.ColorNameWarning:
		return l.Warn
	case fynetheme.ColorNameSuccess:
		return l.Good
	case fynetheme.ColorNameHover:
		return faint(l.Ink, 0x14)
	case fynetheme.ColorNamePressed:
		return faint(l.Ink, 0x26)
	case fynetheme.ColorNameFocus, fynetheme.ColorNameSelection:
		return faint(l.Accent, 0x40)
	case fynetheme.ColorNameScrollBar:
		return faint(l.Ink, 0x55)
	case fynetheme.ColorNameScrollBarBackground:
		return color.Transparent
	case fynetheme.ColorNameShadow:
		return color.NRGBA{A: 0x30}
	}
	variant := fynetheme.VariantLight
	if l.Dark {
		variant = fynetheme.VariantDark
	}
	return t.Theme.Color(name, variant)
}

func (t *theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case fynetheme.SizeNameText:
		return t.text
	case SizeNameSmallText:
		return t.text - 1
	case fynetheme.SizeNameCaptionText:
		return t.text - 2
	case fynetheme.SizeNameSubHeadingText:
		return t.text + 2
	case fynetheme.SizeNameHeadingText:
		return t.text + 6
	case fynetheme.SizeNameInnerPadding:
		return 7
	case fynetheme.SizeNamePadding:
		return 4
	case fynetheme.SizeNameInlineIcon:
		return 18
	case fynetheme.SizeNameInputRadius, fynetheme.SizeNameButtonRadius, fynetheme.SizeNameSelectionRadius,
		fynetheme.SizeNameMenuRadius, fynetheme.SizeNamePopupRadius:
		return 5
	case fynetheme.SizeNameDialogRadius, fynetheme.SizeNameCardRadius:
		return 8
	case fynetheme.SizeNameModalBlurRadius:
		return 0 // blurring what lies behind costs a frame without a graphics card
	}
	return t.Theme.Size(name)
}

// raised is the colour of what lies above the sheet. In the dark a shadow does
// not show, so it is lighter.
func raised(l *scene.Look) color.Color {
	if !l.Dark {
		return l.Sheet
	}
	lift := func(c uint8) uint8 { return c + 0x0e }
	return color.NRGBA{R: lift(l.Sheet.R), G: lift(l.Sheet.G), B: lift(l.Sheet.B), A: 0xff}
}

// faint is a colour let through.
func faint(c color.NRGBA, alpha uint8) color.NRGBA {
	c.A = alpha
	return c
}
