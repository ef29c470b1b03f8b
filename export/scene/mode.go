package scene

import (
	"image/color"
	"slices"

	"ninefold/canvas"
)

// A Mode is how ink is used on paper.
type Mode string

// The modes.
const (
	Colour    Mode = "colour"     // as designed; the empty mode is this one
	InkSaving Mode = "ink-saving" // no filled areas: outlines and text only
	Greyscale Mode = "greyscale"  // for printers and copiers without colours
)

// Modes returns the modes in the order in which they are offered.
func Modes() []Mode { return []Mode{Colour, InkSaving, Greyscale} }

// Known reports whether m is one of the modes.
func (m Mode) Known() bool { return slices.Contains(Modes(), m) }

// PrintIn is paper in a mode. Segments keep their letters and shapes in each,
// which tell them apart where colours do not.
func PrintIn(m Mode) *Look {
	l := Print()
	switch m {
	case InkSaving:
		l.Hollow = true
		l.AccentDim, l.WarnDim = l.Sheet, l.Sheet
		for p, t := range l.papers {
			l.papers[p] = tone{l.Sheet, t.bar}
		}
	case Greyscale:
		l.grey()
	}
	return l
}

// greyOfSegment is what a segment's badges are filled with in greyscale: darker
// or lighter by its colour, but always so dark that white letters are legible.
func greyOfSegment(c canvas.Colour) color.NRGBA {
	const darkest, step = 0x38, 8
	y := uint8(darkest + step*max(0, slices.Index(canvas.Colours(), c)))
	return color.NRGBA{y, y, y, 0xff}
}

// grey takes the colour out of everything.
func (l *Look) grey() {
	for _, c := range []*color.NRGBA{
		&l.Desk, &l.Bar, &l.Sheet, &l.Cell, &l.Line, &l.Frame, &l.Ink, &l.Muted, &l.Accent, &l.OnAccent,
		&l.AccentDim, &l.Warn, &l.WarnDim, &l.Good, &l.Bad, &l.Input,
	} {
		*c = greyOf(*c)
	}
	for p, t := range l.papers {
		l.papers[p] = tone{greyOf(t.paper), greyOf(t.bar)}
	}
	segments := make(map[canvas.Colour]color.NRGBA, len(l.segments))
	for c := range l.segments {
		segments[c] = greyOfSegment(c)
	}
	l.segments = segments
}

// Grey takes the colours out of the pictures in texts.
func (p *Page) Grey() {
	for i, item := range p.Items {
		if t, ok := item.(Text); ok {
			t.Grey = true
			p.Items[i] = t
		}
	}
}

// greyOf returns the grey that looks as light as a colour.
func greyOf(c color.NRGBA) color.NRGBA {
	y := color.GrayModel.Convert(color.NRGBA{c.R, c.G, c.B, 0xff}).(color.Gray).Y
	return color.NRGBA{y, y, y, c.A}
}
