// Package assets holds what the program carries with it: its name and version,
// fonts, icons, sample projects and, in package locale, its words. It must not
// know the model, the exports or the window.
package assets

// What the program calls itself, everywhere: in the window, in its files and
// in the packages it is shipped in. FyneApp.toml says the same; a test holds
// the two together.
const (
	AppName = "Ninefold"
	AppID   = "app.ninefold.Ninefold"
	Version = "0.1.0"
)

// Build names the source that the program was built from, as git describes
// it. The Makefile sets it through the linker; it is empty in a plain build.
var Build string
