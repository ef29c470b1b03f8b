package text

import (
	"slices"
	"testing"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"
)

func TestFindEmoji(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"1️⃣ and 1, #️⃣ and #", []string{"1️⃣", "#️⃣"}},
		{"1\u20e3 without asking", []string{"1\u20e3"}},
		{"1\ufe0f is a digit", nil},
		{"❤ ❤️ ❤", []string{"❤️"}},
		{"☕⚡ ☎ ✓ ★ ⭐", []string{"☕", "⚡", "⭐"}},
		{"😀\ufe0e as text", nil},
		{"👩🏽‍🚀 👨‍👩‍👧‍👦 🏳️‍🌈", []string{"👩🏽‍🚀", "👨‍👩‍👧‍👦", "🏳️‍🌈"}},
		{"🇵🇹🇪🇸 👍🏿", []string{"🇵🇹", "🇪🇸", "👍🏿"}},
		{"© ©️ e\u0301 שלום", []string{"©️"}},
	} {
		text := []rune(c.text)
		var got []string
		for _, e := range findEmoji(text) {
			got = append(got, string(text[e.begin:e.end]))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("pictures in %q are %q, want %q", c.text, got, c.want)
		}
	}
}

// Pictures are shaped by themselves, each whole, and nothing else is lost; one
// that no font has stays where it was.
func TestCutOut(t *testing.T) {
	text := []rune("a 1️⃣b 😀")
	letters, colours := new(font.Face), new(font.Face)
	inputs := []shaping.Input{{Text: text, RunStart: 0, RunEnd: 4, Face: letters}, {Text: text, RunStart: 4, RunEnd: len(text), Face: letters}}
	out := cutOut(inputs, findEmoji(text), text, func(r rune) *font.Face {
		if r == '1' {
			return colours
		}
		return nil
	})
	var got []string
	for _, in := range out {
		s := string(text[in.RunStart:in.RunEnd])
		if in.Face == colours {
			s = "[" + s + "]"
		}
		got = append(got, s)
	}
	if want := []string{"a ", "[1️⃣]", "b 😀"}; !slices.Equal(got, want) {
		t.Errorf("the text is shaped as %q, want %q", got, want)
	}
}

// A soft hyphen is seen where it ends a line, and nowhere else.
func TestSoftHyphens(t *testing.T) {
	for _, c := range []struct{ text, drawn string }{
		{"co\u00ad", "co-"},
		{"co\u00adop", "coop"},
		{"\u00adcoop", "coop"},
		{"שלו\u00adם", "שלום"},
	} {
		if got, want := Measure(c.text, 1, false), Measure(c.drawn, 1, false); got != want {
			t.Errorf("%q is %v wide, want %v", c.text, got, want)
		}
	}
	if run := Layout("co\u00ad", false).Runs[0]; !run.Plain || run.Text != "co-" {
		t.Errorf("the line is written as %q", run.Text)
	}
}
