package board

import (
	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/export/scene"
)

// A Memory is what a window remembers of a project's boards while another view
// is shown. The zero Memory is that of a new window.
type Memory struct {
	folded map[canvas.ID]bool // the rows of the relationship board, by their segments
	query  string             // what is looked for in its palette
	engine *geometry.Engine   // of the canvas that was shown last
}

// Prepare returns the memory for a project that is going to be shown. What takes
// longest for a large one, taking its texts apart, is done then. It may be called
// beside the window.
func Prepare(p *canvas.Project, words *locale.Words) *Memory {
	e := scene.NewEngine(words)
	e.Canvas(p, geometry.Rect{W: 1000, H: 600}, geometry.Screen(1), nil) // a text comes apart in the same way in any size
	return &Memory{engine: e}
}
