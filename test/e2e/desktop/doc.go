// Package desktop runs the built program as its user has it: a real window on
// a virtual display, with a window manager, a mouse and a keyboard. It finds
// things through the map that the program writes with -probe, and waits for
// what shall come by looking again until a deadline. It knows nothing of what
// the things mean.
//
// All of it is built with the tag e2e only and needs Linux and what
// `scripts/deps e2e` installs.
package desktop
