package scene

import (
	"image/color"

	"ninefold/canvas"
)

// A Look is the set of colours that everything is drawn in. There are three:
// [Light] and [Dark] for the window and [Print] for paper.
type Look struct {
	Dark bool
	// Sheeted says that places need not lie on whole units, as on paper.
	Sheeted bool
	// Hollow says that badges are outlined and not filled.
	Hollow bool
	// Rule is the width of thin lines around boxes.
	Rule float64

	Desk      color.NRGBA // behind the canvas
	Bar       color.NRGBA // menu, status bar, trough of the tabs
	Sheet     color.NRGBA // the canvas, panels, cards
	Cell      color.NRGBA // an empty cell of the relationship board
	Line      color.NRGBA // thin lines
	Frame     color.NRGBA // the canvas's own outline
	Ink       color.NRGBA // text
	Muted     color.NRGBA // labels, counts, explanations
	Accent    color.NRGBA // the one accent: selection, main button, drop marks
	OnAccent  color.NRGBA // text on the accent
	AccentDim color.NRGBA // a place that a drop would go to
	Warn      color.NRGBA // text of a gap
	WarnDim   color.NRGBA // behind a gap
	Good      color.NRGBA // a figure as it should be
	Bad       color.NRGBA // a figure as it should not be
	Input     color.NRGBA // figures that the user types

	papers   map[canvas.Paper]tone
	segments map[canvas.Colour]color.NRGBA
}

// A tone is a note's paper and the bar at its edge.
type tone struct{ paper, bar color.NRGBA }

// Paper returns the colour of a note's paper and of the bar at its edge.
func (l *Look) Paper(p canvas.Paper) (paper, bar color.NRGBA) {
	t, ok := l.papers[p]
	if !ok {
		t = l.papers[canvas.PaperYellow]
	}
	return t.paper, t.bar
}

// Segment returns the colour of a segment's badge; white letters on it reach a
// contrast of 3 : 1 or more.
func (l *Look) Segment(c canvas.Colour) color.NRGBA {
	if s, ok := l.segments[c]; ok {
		return s
	}
	return l.segments[canvas.ColourBlue]
}

// rgb reads 0xRRGGBB.
func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

// segmentColours keep apart for the usual kinds of colour blindness (after
// Okabe and Ito, darkened where white letters would not be legible).
var segmentColours = map[canvas.Colour]color.NRGBA{
	canvas.ColourBlue:   rgb(0x0072b2),
	canvas.ColourOrange: rgb(0xd55e00),
	canvas.ColourGreen:  rgb(0x009e73),
	canvas.ColourPurple: rgb(0xa8578a),
	canvas.ColourSky:    rgb(0x2f8fc4),
	canvas.ColourRed:    rgb(0xb3362b),
	canvas.ColourBrown:  rgb(0x8a6200),
	canvas.ColourSlate:  rgb(0x5b6470),
}

// Light is the window by day.
func Light() *Look {
	return &Look{
		Rule: 1,
		Desk: rgb(0xf3f1ec), Bar: rgb(0xece9e2), Sheet: rgb(0xfffefb), Cell: rgb(0xf9f8f3),
		Line: rgb(0xc9c6bd), Frame: rgb(0x9a978e), Ink: rgb(0x1b1d21), Muted: rgb(0x626976),
		Accent: rgb(0x1f6f78), OnAccent: rgb(0xffffff), AccentDim: rgb(0xe6f1f1),
		Warn: rgb(0x9a3b00), WarnDim: rgb(0xfdeee4), Good: rgb(0x0b7a53), Bad: rgb(0xa8231c), Input: rgb(0x1c49b0),
		papers: map[canvas.Paper]tone{
			canvas.PaperYellow: {rgb(0xfef5ce), rgb(0xe0b93b)},
			canvas.PaperOrange: {rgb(0xffe6cf), rgb(0xe08a3c)},
			canvas.PaperPink:   {rgb(0xfde3ea), rgb(0xd8718f)},
			canvas.PaperPurple: {rgb(0xeee5f8), rgb(0x9a75c7)},
			canvas.PaperBlue:   {rgb(0xe0edfb), rgb(0x5b93d1)},
			canvas.PaperTeal:   {rgb(0xdcf1ef), rgb(0x3f9c95)},
			canvas.PaperGreen:  {rgb(0xe5f3d8), rgb(0x79ab48)},
			canvas.PaperGrey:   {rgb(0xecebe7), rgb(0x9b988f)},
		},
		segments: segmentColours,
	}
}

// Dark is the window by night.
func Dark() *Look {
	return &Look{
		Dark: true, Rule: 1,
		Desk: rgb(0x1b1c1e), Bar: rgb(0x26282a), Sheet: rgb(0x222426), Cell: rgb(0x1f2123),
		Line: rgb(0x44474a), Frame: rgb(0x5c6064), Ink: rgb(0xeceae4), Muted: rgb(0xa2a6ab),
		Accent: rgb(0x4fb0b3), OnAccent: rgb(0x0e1718), AccentDim: rgb(0x1f3335),
		Warn: rgb(0xf0a57a), WarnDim: rgb(0x3a2a21), Good: rgb(0x55c39a), Bad: rgb(0xf08a80), Input: rgb(0x8fb2ff),
		papers: map[canvas.Paper]tone{
			canvas.PaperYellow: {rgb(0x423b24), rgb(0xd3ab36)},
			canvas.PaperOrange: {rgb(0x453323), rgb(0xd5833a)},
			canvas.PaperPink:   {rgb(0x442b33), rgb(0xd0708c)},
			canvas.PaperPurple: {rgb(0x372f45), rgb(0x9f7dcb)},
			canvas.PaperBlue:   {rgb(0x283747), rgb(0x5f97d4)},
			canvas.PaperTeal:   {rgb(0x223b3a), rgb(0x45a59e)},
			canvas.PaperGreen:  {rgb(0x303d25), rgb(0x7fb24d)},
			canvas.PaperGrey:   {rgb(0x37393b), rgb(0x8f9296)},
		},
		segments: segmentColours,
	}
}

// Print is paper: white, with notes a little lighter than on the screen.
func Print() *Look {
	l := Light()
	l.Sheeted = true
	l.Desk, l.Sheet, l.Cell = rgb(0xffffff), rgb(0xffffff), rgb(0xffffff)
	l.Line, l.Frame, l.Ink, l.Muted = rgb(0x1b1d21), rgb(0x1b1d21), rgb(0x1b1d21), rgb(0x5b6270)
	for p, t := range l.papers {
		l.papers[p] = tone{Mix(t.paper, l.Sheet, 0.3), t.bar}
	}
	return l
}
