package board

import (
	"image/color"

	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/export/scene"
)

// A Key names one thing on a surface for as long as it is there: an item, such
// as "note:nt_k3m9x2q7bt" or "token:communities", or an area, such as
// "block:channels" or "cell:SEGMENT:STAGE". The empty key names nothing.
type Key string

// A Picture is something drawn. Without a Page it is nothing. Stamp is comparable and says what the picture
// shows: as long as two pictures of a thing have equal stamps, Page is not
// called again.
type Picture struct {
	Stamp any
	Page  func() *scene.Page
	// Bare are parts of the ground on which there is nothing but the sheet. As
	// long as the stamp is the same, so are they.
	Bare []geometry.Rect
}

// An Item is one thing that lies on a surface, drawn as one picture.
type Item struct {
	Key  Key
	Rect geometry.Rect
	// Clip is the part of the surface in which the item may be seen; an empty
	// Clip is all of it.
	Clip    geometry.Rect
	Picture Picture
	// Area is the area that the item lies in, if any.
	Area Key
	// Note is the note that the item stands for; several items may stand for
	// the same. It is empty for what is no note, such as a token. Only notes
	// can be selected in the document.
	Note canvas.ID
	// Offer is the area in which the item is seen while the pointer is there, and
	// not otherwise. It is empty for what is always seen.
	Offer Key
	// Movable items can be dragged; on a button a click does something: see
	// [Surface].Push.
	Movable, Button bool
	// A Bar scrolls when it is dragged: see [Surface].Grip.
	Bar bool
	// Label says what the item is to somebody who cannot see it.
	Label string
}

// A Direction is a way to go on a surface by the keyboard.
type Direction int

// The directions.
const (
	Left Direction = iota
	Right
	Up
	Down
	Next     // Tab: the next area, in the surface's own order
	Previous // Shift+Tab
	First    // Home: the first item of the area
	Last     // End
)

// A DropStyle says how a [Drop] is marked.
type DropStyle int

// The styles.
const (
	DropLine DropStyle = iota // a bar between two items
	DropArea                  // a dashed area
)

// A Drop is what letting go would do.
type Drop struct {
	Marker geometry.Rect
	Style  DropStyle
	// Line is where within an area something would come to stand; empty where
	// that makes no difference.
	Line geometry.Rect
	// Says names the place for whoever drags; empty where it needs no name.
	Says string
	// Do carries the drop out as one step of the document and returns the keys
	// of the items that were dropped, as they are afterwards.
	Do func() ([]Key, error)
	// Ask, where it is there, has something chosen instead, which carries the
	// drop out.
	Ask *Choice
}

// A Choice is what the user is asked, at a place of the board.
type Choice struct {
	// Hint stands in the field that the options are searched with; without one
	// they are few and need no searching.
	Hint    string
	Options []Option
	// Many options may be chosen, and each is taken back by choosing it again.
	Many bool
	// Pick carries out, as one step of the document, that an option was chosen,
	// and returns the keys of the items that came of it.
	Pick func(option int) ([]Key, error)
	// Write says that the text of what came of it is edited next.
	Write bool
}

// An Option is one thing to choose. The zero Option is a line between others.
type Option struct {
	Group        string // what stands above the options of a group
	Text, Detail string
	Also         string // further words by which it is found
	Chosen       bool   // it is so already
}

// A Push is what the pushing of a button leads to. The zero Push is done.
type Push struct {
	Run string // an action of the window
	Ask *Choice
}

// An EditBox is a text that is being edited in its place. Exactly one of
// Commit and Discard is called at its end.
type EditBox struct {
	// Key is the item that shows the text meanwhile.
	Key Key
	// Rect is where the text stands, without padding.
	Rect geometry.Rect
	Text string
	Size float64 // of the text, in units of the surface
	// LineHeight is the height of a line of it; 0 is the usual one.
	LineHeight float64
	// Lines returns the lines of the text as the item's picture shows them, from
	// the top of Rect, and what stands there before the text. Where it is nil,
	// Rect is covered with Fill and the text drawn on it.
	Lines func() []scene.NoteLine
	Lead  string
	Fill  color.NRGBA
	// Next is the area where Enter goes on with a further text once this one is
	// kept; empty for none.
	Next Key
	// Line says that the text is one line: Up and Down end it, too.
	Line bool
	// Typed is told of every change of the text and returns where the text
	// stands now, as a note grows with what is typed. It may be nil.
	Typed func(text string) geometry.Rect
	// Commit keeps the text, as one step of the document, and returns the key
	// of the item that shows it; empty if nothing was worth keeping.
	Commit func(text string) (Key, error)
	// Discard leaves the document as it was before.
	Discard func()
}

// An Adder puts notes into a block before the note that is at a place now and
// returns their ids, as [canvas.Paste] and [canvas.AddLines] do. The block is
// empty where the user has not chosen any yet.
type Adder func(p *canvas.Project, block canvas.Block, at int) (*canvas.Project, []canvas.ID, error)

// A Surface says what lies on a [Board] and what becomes of it. It lays its
// document out and edits it; the board owns the input and the drawing. A
// surface must not know Fyne. Positions and lengths are in units of the board,
// device-independent pixels, from its top left.
//
// The board calls Arrange when the size or the project has changed. What
// changes the arrangement otherwise (scrolling, editing) leaves the surface
// arranged; the board then only asks anew what lies where.
type Surface interface {
	// Arrange lays the project out for a size.
	Arrange(size geometry.Size)
	// Ground is what lies under the items: frames, titles. It fills the size.
	Ground() Picture
	// Items lists what lies on the ground, from back to front. Items that are
	// wholly out of sight may be left out.
	Items() []Item
	// Links draws what lies under the items and joins a note to those that it is
	// linked with, and says where that lies; the place is empty where there is nothing to draw.
	Links(note canvas.ID) (Picture, geometry.Rect)
	// Hit returns the topmost item at a point, or else the area there.
	Hit(at geometry.Point) Key
	// Areas returns the areas by name: the blocks, the cells.
	Areas() map[Key]geometry.Rect

	// Here is the area that the document says the user works in; empty for none.
	Here() Key
	// Enter makes an area the one that the user works in, with no note selected.
	Enter(area Key)
	// Step returns where a direction leads from an item or an area; an empty
	// from is the start. An empty answer means that the way ends.
	Step(from Key, dir Direction) Key
	// Reveal scrolls as little as it takes for a key to be in sight and
	// reports whether it scrolled.
	Reveal(key Key) bool
	// ScrollBy scrolls what lies at a point and reports whether it moved.
	ScrollBy(at geometry.Point, dx, dy float64) bool

	// Zoom is how large everything is drawn; 1 is the natural size.
	Zoom() float64
	// SetZoom changes the size, as far as the surface allows, and keeps what
	// lies at a point under it.
	SetZoom(zoom float64, at geometry.Point)
	// Fit is the largest zoom, up to 1, at which everything is in sight.
	Fit() float64
	// Drift returns what scrolls a little further for something that is dragged
	// to a point at an edge; nil where there is no edge or nothing to scroll.
	Drift(at geometry.Point) func()
	// Pan moves the whole surface, as far as it is larger than its size, and
	// reports whether it moved.
	Pan(dx, dy float64) bool

	// Grip takes hold of a scroll bar at a point and returns what scrolls when
	// the pointer moves to another one, and what undoes that.
	Grip(bar Key, at geometry.Point) (slide func(to geometry.Point), back func())

	// DropAt says what letting go of the items at a point would do: the first
	// key is the item that was pressed. With copy, what is dropped also stays
	// where it was, if the surface knows such a thing.
	DropAt(keys []Key, at geometry.Point, copied bool) (Drop, bool)
	// Place is the way to drop an item by the keyboard: it returns the area or
	// item where the drop would go when a direction is taken from another. An
	// empty from asks where to begin; an empty answer then means that the item
	// cannot be placed in this way.
	Place(item, from Key, dir Direction) Key
	// DropOn says what dropping an item on an area or another item would do.
	DropOn(item, target Key) (Drop, bool)
	// Nudge moves items by one place in a direction, as one step of the
	// document; false means that there is nowhere to go. With copied, they also
	// stay where they were, if the surface knows such a thing.
	Nudge(keys []Key, dir Direction, copied bool) (bool, error)

	// Push does what an item or area is for apart from being edited and moved;
	// false means that it is for nothing else.
	Push(key Key) (Push, bool)
	// Tip explains an item; without a title there is nothing to explain.
	Tip(key Key) scene.Tip
	// Typing returns what is edited by typing while the keyboard is at an item
	// or area, and makes it ready for that.
	Typing(at Key) Key
	// Reset shows again what a search has left out; false means nothing.
	Reset() bool

	// Paste puts notes where the user works, as one step of the document, and
	// returns the keys of the items that show them.
	Paste(add Adder) ([]Key, error)

	// Edit begins to edit the text of an item; false means that it has none.
	// If key is an area, a new item is begun there.
	Edit(key Key) (EditBox, bool)
	// Menu lists the ids of the actions that make sense for a key, "-" for a
	// line between them, and the names of menus of their own.
	Menu(key Key) []string
}
