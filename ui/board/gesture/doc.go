// Package gesture says what the pointer means: a click, a drag, a rubber band.
// A [Machine] is told of presses, movements and releases and answers with what
// the board has to do. It knows positions and names of things, and must know
// neither Fyne nor the model nor how anything is drawn.
package gesture
