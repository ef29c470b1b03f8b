package gesture

import "math"

// Threshold is how far, in the units of the board, the pointer must travel
// with the button held before a press becomes a drag: hands are never quite
// still.
const Threshold = 5

// A Point is a place on the board.
type Point struct{ X, Y float64 }

// far reports whether two points are further apart than the threshold.
func (p Point) far(o Point) bool { return math.Hypot(p.X-o.X, p.Y-o.Y) > Threshold }

// A Target is what lies under the pointer. The zero Target is nothing.
type Target struct {
	Key        string
	Selectable bool // it is an item: clicks select it
	Movable    bool // it can be dragged
	Button     bool // a click on it does something
	Bar        bool // it scrolls when it is dragged
	Selected   bool
}

// Modifiers are the keys held with the pointer's button.
type Modifiers struct {
	Add  bool // extends or reduces the selection: Shift or Ctrl
	Copy bool // what is dropped stays where it was too: Ctrl
	Pan  bool // the board itself is taken: Space, or the middle button
}

// A State is what a [Machine] is in the middle of.
type State int

// The states.
const (
	Idle     State = iota
	Pressed        // the button is down and the pointer has hardly moved
	Dragging       // an item follows the pointer
	Marquee        // a rubber band follows the pointer
	Panning        // the board follows the pointer
	Sliding        // a scroll bar follows the pointer
	Spent          // the gesture was cancelled; the button is still down
)

// A Machine follows one pointer. The zero Machine is idle.
type Machine struct {
	state   State
	from    Point
	on      Target
	mod     Modifiers
	earlier Point // of the press before this one
}

// State is what the machine is in the middle of.
func (m *Machine) State() State { return m.state }

// Press tells that the main button went down.
func (m *Machine) Press(at Point, on Target, mod Modifiers) []Effect {
	var effects []Effect
	if m.state == Dragging || m.state == Marquee || m.state == Sliding { // the release was never told: another window took it
		effects = append(effects, PutBack{})
	}
	m.earlier, m.from, m.on, m.mod = m.from, at, on, mod
	m.state = Pressed
	switch {
	case mod.Pan:
		m.state = Panning
	case on.Bar:
		m.state = Sliding
		effects = append(effects, Grip{Key: on.Key, At: at})
	case on.Button:
		effects = append(effects, Choose{Key: on.Key})
	case !on.Selectable && !on.Movable:
		if !mod.Add {
			effects = append(effects, Enter{Key: on.Key})
		}
	case m.undecided():
		// A click will add it to the selection; a drag copies it alone.
	case mod.Add && !on.Selected:
		effects = append(effects, Choose{Key: on.Key, Toggle: true})
	case !mod.Add && !on.Selected:
		effects = append(effects, Choose{Key: on.Key})
	}
	return effects // what is selected already is decided on release: it may be dragged with the rest
}

// undecided reports whether a press with Ctrl on what was not selected waits
// for what becomes of it.
func (m *Machine) undecided() bool { return m.mod.Copy && m.on.Movable && !m.on.Selected }

// Move tells that the pointer moved, with or without the button.
func (m *Machine) Move(at Point, mod Modifiers) []Effect {
	switch m.state {
	case Pressed:
		if !m.from.far(at) {
			return nil
		}
		if m.on.Movable {
			m.state = Dragging
			if m.undecided() {
				return []Effect{Choose{Key: m.on.Key}, Lift{Key: m.on.Key, At: m.from}, Carry{At: at, Copy: mod.Copy}}
			}
			return []Effect{Lift{Key: m.on.Key, At: m.from}, Carry{At: at, Copy: mod.Copy}}
		}
		if m.on.Selectable || m.on.Button {
			return nil
		}
		m.state = Marquee
		return []Effect{Stretch{From: m.from, To: at, Add: m.mod.Add}}
	case Dragging:
		return []Effect{Carry{At: at, Copy: mod.Copy}}
	case Marquee:
		return []Effect{Stretch{From: m.from, To: at, Add: m.mod.Add}}
	case Panning:
		from := m.from
		m.from = at
		return []Effect{Pan{From: from, To: at}}
	case Sliding:
		return []Effect{Slide{To: at}}
	default:
		return nil
	}
}

// Release tells that the main button went up.
func (m *Machine) Release(at Point, mod Modifiers) []Effect {
	state := m.state
	m.state = Idle
	switch state {
	case Pressed:
		if m.on.Button {
			return []Effect{Push{Key: m.on.Key}}
		}
		if m.undecided() || m.on.Selected && (m.on.Selectable || m.on.Movable) {
			return []Effect{Choose{Key: m.on.Key, Toggle: m.mod.Add}}
		}
		return nil
	case Dragging:
		return []Effect{Drop{At: at, Copy: mod.Copy}}
	case Marquee:
		return []Effect{Slacken{}}
	default:
		return nil
	}
}

// Twice tells of a double click, which came after its second release. Two
// clicks in quick succession at different places are none.
func (m *Machine) Twice(at Point, on Target) []Effect {
	if m.state != Idle || on.Bar || m.earlier.far(m.from) || m.from.far(at) {
		return nil
	}
	return []Effect{Open{Key: on.Key, At: at}}
}

// Secondary tells that the other button went down and up: what lies there is
// chosen, unless it belongs to the selection already.
func (m *Machine) Secondary(on Target) []Effect {
	switch {
	case m.state != Idle || on.Bar:
		return nil
	case !on.Selectable && !on.Movable && !on.Button:
		return []Effect{Enter{Key: on.Key}}
	case !on.Selected:
		return []Effect{Choose{Key: on.Key}}
	}
	return nil
}

// Cancel gives up what is under way, as Escape does. It reports false, with no
// effects, when nothing was.
func (m *Machine) Cancel() ([]Effect, bool) {
	switch m.state {
	case Dragging, Marquee, Sliding:
		m.state = Spent
		return []Effect{PutBack{}}, true
	case Pressed, Panning:
		m.state = Spent
		return nil, true
	default:
		return nil, false
	}
}
