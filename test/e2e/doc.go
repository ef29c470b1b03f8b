// Package e2e tests the built programs from outside: the window with a mouse
// and a keyboard, the exports with other people's readers. `make e2e` runs it;
// it is built with the tag e2e only.
package e2e
