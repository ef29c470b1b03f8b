package gesture

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

var (
	note     = Target{Key: "note:1", Selectable: true, Movable: true}
	selected = Target{Key: "note:1", Selectable: true, Movable: true, Selected: true}
	fixed    = Target{Key: "note:1", Selectable: true}
	token    = Target{Key: "token:communities", Movable: true}
	button   = Target{Key: "fold:1", Button: true}
	block    = Target{Key: "block:channels"}
	bar      = Target{Key: "thumb:rows", Bar: true}
	add      = Modifiers{Add: true}
	ctrl     = Modifiers{Add: true, Copy: true}
	pan      = Modifiers{Pan: true}
)

// at is a point n units to the right of the place where the tests press.
func at(n float64) Point { return Point{X: 10 + n, Y: 20} }

func TestMachine(t *testing.T) {
	press := func(on Target, mod Modifiers) func(*Machine) []Effect {
		return func(m *Machine) []Effect { return m.Press(at(0), on, mod) }
	}
	move := func(n float64, mod Modifiers) func(*Machine) []Effect {
		return func(m *Machine) []Effect { return m.Move(at(n), mod) }
	}
	release := func(n float64, mod Modifiers) func(*Machine) []Effect {
		return func(m *Machine) []Effect { return m.Release(at(n), mod) }
	}
	twice := func(n float64, on Target) func(*Machine) []Effect {
		return func(m *Machine) []Effect { return m.Twice(at(n), on) }
	}
	escape := func(m *Machine) []Effect { e, _ := m.Cancel(); return e }
	secondary := func(on Target) func(*Machine) []Effect {
		return func(m *Machine) []Effect { return m.Secondary(on) }
	}
	none := Modifiers{}

	for _, test := range []struct {
		name  string
		steps []func(*Machine) []Effect
		want  []Effect
		state State
	}{
		{"a click selects", steps(press(note, none), release(0, none)), effects(Choose{Key: note.Key}), Idle},
		{"a trembling hand clicks", steps(press(note, none), move(4, none), release(4, none)), effects(Choose{Key: note.Key}), Idle},
		{"a click on one of several leaves one", steps(press(selected, none), release(0, none)), effects(Choose{Key: note.Key}), Idle},
		{"shift adds", steps(press(note, add), release(0, add)), effects(Choose{Key: note.Key, Toggle: true}), Idle},
		{"shift takes away, on release", steps(press(selected, add), release(0, add)), effects(Choose{Key: note.Key, Toggle: true}), Idle},
		{"ctrl adds, on release", steps(press(note, ctrl), release(0, ctrl)), effects(Choose{Key: note.Key, Toggle: true}), Idle},
		{
			"ctrl and a drag take what was pressed alone", steps(press(note, ctrl), move(6, ctrl), release(9, ctrl)),
			effects(Choose{Key: note.Key}, Lift{Key: note.Key, At: at(0)}, Carry{At: at(6), Copy: true}, Drop{At: at(9), Copy: true}), Idle,
		},
		{"a click on a block enters it", steps(press(block, none), release(0, none)), effects(Enter{Key: block.Key}), Idle},
		{"shift on a block changes nothing", steps(press(block, add), release(0, add)), nil, Idle},
		{
			"a drag", steps(press(note, none), move(6, none), move(30, none), release(30, none)),
			effects(Choose{Key: note.Key}, Lift{Key: note.Key, At: at(0)}, Carry{At: at(6)}, Carry{At: at(30)}, Drop{At: at(30)}), Idle,
		},
		{
			"a drag of the selection keeps it", steps(press(selected, none), move(6, none), release(7, none)),
			effects(Lift{Key: note.Key, At: at(0)}, Carry{At: at(6)}, Drop{At: at(7)}), Idle,
		},
		{
			"ctrl at the drop copies", steps(press(selected, none), move(6, none), move(7, ctrl), release(7, ctrl)),
			effects(Lift{Key: note.Key, At: at(0)}, Carry{At: at(6)}, Carry{At: at(7), Copy: true}, Drop{At: at(7), Copy: true}), Idle,
		},
		{
			"a token is dragged", steps(press(token, none), move(6, none), release(9, none)),
			effects(Choose{Key: token.Key}, Lift{Key: token.Key, At: at(0)}, Carry{At: at(6)}, Drop{At: at(9)}), Idle,
		},
		{"a button is pushed on release", steps(press(button, none), release(2, none)), effects(Choose{Key: button.Key}, Push{Key: button.Key}), Idle},
		{"a button is pushed by a hand that slips", steps(press(button, none), move(9, none), release(9, none)), effects(Choose{Key: button.Key}, Push{Key: button.Key}), Idle},
		{"escape lets a button be", steps(press(button, none), escape, release(0, none)), effects(Choose{Key: button.Key}), Idle},
		{"what cannot move stays", steps(press(fixed, none), move(50, none), release(50, none)), effects(Choose{Key: fixed.Key}), Idle},
		{
			"escape cancels a drag until the button is up", steps(press(note, none), move(6, none), escape, move(40, none), release(40, none)),
			effects(Choose{Key: note.Key}, Lift{Key: note.Key, At: at(0)}, Carry{At: at(6)}, PutBack{}), Idle,
		},
		{
			"after escape the next drag works", steps(press(selected, none), move(6, none), escape, release(40, none), press(selected, none), move(6, none), release(8, none)),
			effects(Lift{Key: note.Key, At: at(0)}, Carry{At: at(6)}, PutBack{}, Lift{Key: note.Key, At: at(0)}, Carry{At: at(6)}, Drop{At: at(8)}), Idle,
		},
		{"escape before the threshold", steps(press(selected, none), escape, move(40, none)), nil, Spent},
		{
			"a rubber band", steps(press(block, none), move(6, none), move(9, none), release(9, none)),
			effects(Enter{Key: block.Key}, Stretch{From: at(0), To: at(6)}, Stretch{From: at(0), To: at(9)}, Slacken{}), Idle,
		},
		{
			"shift extends by a rubber band", steps(press(block, add), move(9, none), release(9, none)),
			effects(Stretch{From: at(0), To: at(9), Add: true}, Slacken{}), Idle,
		},
		{
			"escape cancels a rubber band", steps(press(block, add), move(9, none), escape, move(20, none), release(9, none)),
			effects(Stretch{From: at(0), To: at(9), Add: true}, PutBack{}), Idle,
		},
		{
			"a double click opens", steps(press(note, none), release(0, none), press(selected, none), release(0, none), twice(0, selected)),
			effects(Choose{Key: note.Key}, Choose{Key: note.Key}, Open{Key: note.Key, At: at(0)}), Idle,
		},
		{
			"two clicks at two places do not", steps(
				func(m *Machine) []Effect { return m.Press(at(80), selected, none) }, release(80, none),
				press(selected, none), release(0, none), twice(0, selected)),
			effects(Choose{Key: note.Key}, Choose{Key: note.Key}), Idle,
		},
		{
			"a press while dragging puts back first", steps(press(selected, none), move(9, none), press(block, none)),
			effects(Lift{Key: note.Key, At: at(0)}, Carry{At: at(9)}, PutBack{}, Enter{Key: block.Key}), Pressed,
		},
		{"the other button selects", steps(secondary(note)), effects(Choose{Key: note.Key}), Idle},
		{"the other button keeps the selection", steps(secondary(selected)), nil, Idle},
		{"the other button in a block", steps(secondary(block)), effects(Enter{Key: block.Key}), Idle},
		{"the other button while dragging", steps(press(selected, none), move(9, none), secondary(note)), effects(Lift{Key: note.Key, At: at(0)}, Carry{At: at(9)}), Dragging},
		{
			"the board is panned", steps(press(note, pan), move(3, none), move(9, none), release(12, none), move(20, none)),
			effects(Pan{From: at(0), To: at(3)}, Pan{From: at(3), To: at(9)}), Idle,
		},
		{"escape ends panning", steps(press(block, pan), escape, move(9, none)), nil, Spent},
		{
			"a bar slides from the first movement", steps(press(bar, none), move(1, none), move(9, none), release(9, none), move(20, none)),
			effects(Grip{Key: bar.Key, At: at(0)}, Slide{To: at(1)}, Slide{To: at(9)}), Idle,
		},
		{"shift makes no difference to a bar", steps(press(bar, add), release(0, add)), effects(Grip{Key: bar.Key, At: at(0)}), Idle},
		{
			"escape lets a bar go back", steps(press(bar, none), move(9, none), escape, move(20, none), release(20, none)),
			effects(Grip{Key: bar.Key, At: at(0)}, Slide{To: at(9)}, PutBack{}), Idle,
		},
		{
			"two clicks on a bar only scroll", steps(press(bar, none), release(0, none), press(bar, none), release(0, none), twice(0, bar)),
			effects(Grip{Key: bar.Key, At: at(0)}, Grip{Key: bar.Key, At: at(0)}), Idle,
		},
		{"the other button on a bar", steps(secondary(bar)), nil, Idle},
		{
			"a press while sliding puts back first", steps(press(bar, none), move(9, none), press(block, none)),
			effects(Grip{Key: bar.Key, At: at(0)}, Slide{To: at(9)}, PutBack{}, Enter{Key: block.Key}), Pressed,
		},
		{"the pointer alone", steps(move(9, none), release(9, none), escape), nil, Idle},
	} {
		t.Run(test.name, func(t *testing.T) {
			var m Machine
			var got []Effect
			for _, step := range test.steps {
				got = append(got, step(&m)...)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("effects (-want +got):\n%s", diff)
			}
			if m.State() != test.state {
				t.Errorf("state = %v, want %v", m.State(), test.state)
			}
		})
	}
}

func steps(s ...func(*Machine) []Effect) []func(*Machine) []Effect { return s }

func effects(e ...Effect) []Effect { return e }
