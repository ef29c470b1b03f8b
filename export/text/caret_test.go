package text

import (
	"math"
	"testing"

	"github.com/rivo/uniseg"
)

func TestCaretGoesWithTheText(t *testing.T) {
	for _, c := range []struct {
		text   string
		toLeft bool
	}{
		{"Bike repair", false},
		{"Cafe\u0301 👨‍👩‍👧 x", false},
		{"日本の自転車", false},
		{"שלום עולם", true},
		{"مرحبا", true},
	} {
		if RightToLeft(c.text) != c.toLeft {
			t.Errorf("RightToLeft(%q) = %v", c.text, !c.toLeft)
		}
		width := Measure(c.text, 1, false)
		last, at := Caret(c.text, 0, false, false), 0
		if want := map[bool]float64{false: 0, true: width}[c.toLeft]; math.Abs(last-want) > 1e-6 {
			t.Errorf("%q begins at %v, want %v", c.text, last, want)
		}
		for g := uniseg.NewGraphemes(c.text); g.Next(); {
			at += len(g.Str())
			x := Caret(c.text, at, false, true)
			if c.toLeft && x > last+1e-6 || !c.toLeft && x < last-1e-6 || x < 0 || x > width+1e-6 {
				t.Errorf("%q: after %q the cursor goes from %v to %v", c.text, g.Str(), last, x)
			}
			if got := At(c.text, x, false); got != at && math.Abs(Caret(c.text, got, false, true)-x) > 1e-6 {
				t.Errorf("%q: At(%v) = %d, want %d", c.text, x, got, at)
			}
			last = x
		}
	}
}

// Where Hebrew stands in a Latin line, the end of the Latin and the beginning of
// the Hebrew are two places on the screen.
func TestCaretBetweenTwoDirections(t *testing.T) {
	const s = "ab שלום"
	before, after := Caret(s, 3, false, true), Caret(s, 3, false, false)
	if math.Abs(before-Measure("ab ", 1, false)) > 1e-6 || after <= before {
		t.Errorf("the cursor stands at %v and %v", before, after)
	}
	if x := Caret("", 0, false, false); x != 0 {
		t.Errorf("in an empty line the cursor stands at %v", x)
	}
}
