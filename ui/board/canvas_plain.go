package board

import "ninefold/export/scene"

// The canvas has notes and blocks and nothing else: no buttons, nothing to
// explain, nothing to search.

// DropOn is for the board: nothing is placed by keyboard.
func (c *Canvas) DropOn(Key, Key) (Drop, bool) { return Drop{}, false }

// Push is for the board.
func (c *Canvas) Push(Key) (Push, bool) { return Push{}, false }

// Tip is for the board.
func (c *Canvas) Tip(Key) scene.Tip { return scene.Tip{} }

// Typing is for the board: the note is edited, or one begun in the block.
func (c *Canvas) Typing(at Key) Key { return at }

// Reset is for the board.
func (c *Canvas) Reset() bool { return false }
