// Package typing is a text while it is being typed: where the cursor stands,
// what is selected, and a history of its own. Places in it are bytes, always
// between two characters as a reader sees them, so that no accent, flag or
// family is ever cut in two.
//
// It must know neither Fyne nor how the text is drawn or broken into lines.
package typing
