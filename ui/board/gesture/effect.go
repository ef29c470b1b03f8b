package gesture

// An Effect is something that the board has to do because of a gesture.
type Effect interface{ effect() }

type (
	// Choose selects one item and no other; with Toggle it adds the item to
	// the selection or takes it out.
	Choose struct {
		Key    string
		Toggle bool
	}
	// Enter makes an area, named by Key, the one that the user works in; with
	// an empty key it only ends the selection.
	Enter struct{ Key string }
	// Push does what a button is for.
	Push struct{ Key string }
	// Open begins to edit an item, or adds one to an area.
	Open struct {
		Key string
		At  Point
	}
	// Lift takes an item, and the selection that it belongs to, off the board
	// at the point where it was pressed.
	Lift struct {
		Key string
		At  Point
	}
	// Carry moves what was lifted to a point.
	Carry struct {
		At   Point
		Copy bool
	}
	// Drop lets go of what was lifted.
	Drop struct {
		At   Point
		Copy bool
	}
	// Stretch spans the rubber band; with Add it extends the selection that
	// was there when it began.
	Stretch struct {
		From, To Point
		Add      bool
	}
	// Slacken takes the rubber band away and keeps what it selected.
	Slacken struct{}
	// Pan moves the board under the pointer.
	Pan struct{ From, To Point }
	// Grip takes hold of a scroll bar.
	Grip struct {
		Key string
		At  Point
	}
	// Slide scrolls as the bar that is held follows the pointer.
	Slide struct{ To Point }
	// PutBack leaves everything as it was before the drag, rubber band or
	// scrolling.
	PutBack struct{}
)

func (Choose) effect()  {}
func (Enter) effect()   {}
func (Push) effect()    {}
func (Open) effect()    {}
func (Lift) effect()    {}
func (Carry) effect()   {}
func (Drop) effect()    {}
func (Stretch) effect() {}
func (Slacken) effect() {}
func (Pan) effect()     {}
func (Grip) effect()    {}
func (Slide) effect()   {}
func (PutBack) effect() {}
