//go:build e2e

package desktop

import (
	"fmt"
	"regexp"
	"unicode"
)

// A key that types nothing, in what xmodmap prints of the keyboard.
var spareKey = regexp.MustCompile(`(?m)^keycode +(\d+) = *$`)

// bindKeys gives each letter of text that is not ASCII a spare key of its own,
// for good: xdotool by itself lends it one and takes it back, often before the
// program has looked up what was typed.
func (d *Desktop) bindKeys(text string) {
	d.t.Helper()
	if d.keys == nil {
		d.keys = map[rune]bool{}
	}
	for _, r := range text {
		if r <= unicode.MaxASCII || d.keys[r] {
			continue
		}
		keyboard, err := d.output("xmodmap", "-pke")
		if err != nil {
			d.t.Fatalf("desktop: xmodmap: %v", err)
		}
		spare := spareKey.FindStringSubmatch(keyboard)
		if spare == nil {
			d.t.Fatalf("desktop: the keyboard has no spare key for %q", r)
		}
		if err := d.run("xmodmap", "-e", fmt.Sprintf("keycode %s = U%04X", spare[1], r)); err != nil {
			d.t.Fatalf("desktop: xmodmap: %v", err)
		}
		d.keys[r] = true
	}
}
