package board

import (
	"strconv"

	"ninefold/canvas/geometry"
	"ninefold/export/scene"
)

func frameStandIn(l *geometry.Layout, look *scene.Look) *scene.Page {
	p := &scene.Page{}
	for _, b := range l.Blocks {
		p.Add(scene.Rect{X: b.Rect.X, Y: b.Rect.Y, W: b.Rect.W, H: b.Rect.H, Paint: scene.Paint{Fill: look.Sheet, Stroke: look.Line, Width: 1}})
		for i, t := range b.Title {
			p.Add(scene.Text{X: b.Header.X, Y: b.Header.Y + l.Metrics.TitleTop + 13 + float64(i)*l.Metrics.TitleLine, Size: l.Metrics.Title, Bold: true, Color: look.Ink, Text: t})
		}
		p.Add(scene.Text{X: b.Rect.Right() - 30, Y: b.Rect.Y + 20, Size: 12, Color: look.Muted, Text: strconv.Itoa(len(b.Notes)) + "-" + strconv.Itoa(b.Hidden)})
	}
	return p
}
