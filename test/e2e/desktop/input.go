//go:build e2e

package desktop

import (
	"strconv"
	"strings"
)

// Mouse buttons, as X numbers them.
const (
	left  = "1"
	right = "3"
	up    = "4"
	down  = "5"
)

// do has xdotool send real events to the display.
func (w *Window) do(args ...string) {
	w.t.Helper()
	if err := w.desk.run("xdotool", args...); err != nil {
		w.t.Fatalf("desktop: xdotool %s: %v", strings.Join(args, " "), err)
	}
}

// move gives the command that puts the pointer on p.
func (w *Window) move(p Point) []string {
	return []string{"mousemove", "--window", w.id, strconv.Itoa(p.X), strconv.Itoa(p.Y)}
}

// MoveTo moves the pointer to p, with whatever button is held.
func (w *Window) MoveTo(p Point) {
	w.t.Helper()
	w.do(w.move(p)...)
}

// Press moves the pointer to p and holds the left button.
func (w *Window) Press(p Point) {
	w.t.Helper()
	w.do(append(w.move(p), "mousedown", left)...)
}

// Release lets go of the left button.
func (w *Window) Release() {
	w.t.Helper()
	w.do("mouseup", left)
}

// Click clicks p with the left button.
func (w *Window) Click(p Point) {
	w.t.Helper()
	w.do(append(w.move(p), "click", left)...)
}

// DoubleClick clicks p twice with the left button.
func (w *Window) DoubleClick(p Point) {
	w.t.Helper()
	w.do(append(w.move(p), "click", "--repeat", "2", "--delay", "40", left)...)
}

// RightClick clicks p with the right button.
func (w *Window) RightClick(p Point) {
	w.t.Helper()
	w.do(append(w.move(p), "click", right)...)
}

// Scroll turns the wheel over p by clicks: upwards, or downwards if negative.
func (w *Window) Scroll(p Point, clicks int) {
	w.t.Helper()
	button := up
	if clicks < 0 {
		button, clicks = down, -clicks
	}
	w.do(append(w.move(p), "click", "--repeat", strconv.Itoa(clicks), "--delay", "20", button)...)
}

// Drag presses the left button at from, moves to to in steps as a hand does,
// and lets go there.
func (w *Window) Drag(from, to Point) {
	w.t.Helper()
	w.Press(from)
	w.Carry(from, to)
	w.Release()
}

// Carry moves the pointer from one point to another in steps, with whatever
// button is held.
func (w *Window) Carry(from, to Point) {
	w.t.Helper()
	const steps = 10
	var args []string
	for i := 1; i <= steps; i++ {
		args = append(args, w.move(Point{
			from.X + (to.X-from.X)*i/steps,
			from.Y + (to.Y-from.Y)*i/steps,
		})...)
	}
	w.do(args...)
}

// Key presses keys one after the other, each named as X names it, with its
// modifiers: "ctrl+z", "Return", "alt+Right".
func (w *Window) Key(keys ...string) {
	w.t.Helper()
	w.do(append([]string{"key"}, keys...)...)
}

// Holding holds a key ("shift", "ctrl") while f runs.
func (w *Window) Holding(key string, f func()) {
	w.t.Helper()
	w.do("keydown", key)
	defer w.do("keyup", key)
	f()
}

// Type types text, with letters that the keyboard does not have, too.
func (w *Window) Type(text string) {
	w.t.Helper()
	w.desk.bindKeys(text)
	w.do("type", "--delay", "8", "--", text)
}
