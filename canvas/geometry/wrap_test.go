package geometry

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"ninefold/canvas/canvastest"
)

// characters measures a text as if every character as a reader sees it were one
// wide. Soft hyphens are seen at the end of a line only.
func characters(s string) float64 {
	n := uniseg.GraphemeClusterCount(strings.ReplaceAll(s, softHyphen, ""))
	if strings.HasSuffix(s, softHyphen) {
		n++
	}
	return float64(n)
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		name  string
		text  string
		width float64
		want  []string
	}{
		{"empty", "", 10, []string{""}},
		{"fits", "two vans", 10, []string{"two vans"}},
		{"breaks between words", "two repair vans", 10, []string{"two repair", "vans"}},
		{"a space at the break may hang over", "abc def", 3, []string{"abc", "def"}},
		{"keeps spaces inside a line", "a  b", 10, []string{"a  b"}},
		{"breaks after a hyphen", "cargo-bike", 7, []string{"cargo-", "bike"}},
		{"does not break at a no-break space", "a 10\u00a0km", 5, []string{"a", "10\u00a0km"}},
		{"a long word begins on its own line", "ab cdefghij", 5, []string{"ab", "cdefg", "hij"}},
		{"and the next word follows it", "abcdefg h", 5, []string{"abcde", "fg h"}},
		{"line breaks are kept", "a\nb\r\nc", 10, []string{"a", "b", "c"}},
		{"an empty line too", "a\n\nb", 10, []string{"a", "", "b"}},
		{"at the end too", "a\n", 10, []string{"a", ""}},
		{"a width of nothing makes progress", "abc", 0, []string{"a", "b", "c"}},
		{"flags and families stay whole", "🇵🇹🇪🇸👩‍👩‍👧", 1, []string{"🇵🇹", "🇪🇸", "👩‍👩‍👧"}},
		{"an astronaut stays whole", "one 👩🏽‍🚀 and more", 5, []string{"one 👩🏽‍🚀", "and", "more"}},
		{"accents stay on their letters", "e\u0301e\u0301", 1, []string{"e\u0301", "e\u0301"}},
		{"a soft hyphen breaks a word", "co\u00adop shop", 3, []string{"co\u00ad", "op", "sho", "p"}},
		{"where it has room", "re\u00adcycle", 9, []string{"re\u00adcycle"}},
		{"Chinese breaks anywhere", "客户关系", 2, []string{"客户", "关系"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Wrap(c.text, c.width, characters); !slices.Equal(got, c.want) {
				t.Errorf("Wrap(%q, %v) = %q, want %q", c.text, c.width, got, c.want)
			}
		})
	}
}

// checkWrap holds what must be true of any text.
func checkWrap(t *testing.T, text string, width float64) {
	t.Helper()
	lines := Wrap(text, width, characters)
	squeeze := func(s string) string {
		return strings.Map(func(r rune) rune {
			if isSpace(r) {
				return -1
			}
			return r
		}, s)
	}
	if squeeze(strings.Join(lines, "")) != squeeze(text) {
		t.Errorf("Wrap(%q, %v) = %q lost or changed something", text, width, lines)
	}
	for _, line := range lines {
		if characters(line) > width && characters(strings.TrimSuffix(line, softHyphen)) > 1 {
			t.Errorf("Wrap(%q, %v): line %q is too wide", text, width, line)
		}
	}
}

func TestClip(t *testing.T) {
	for _, c := range []struct {
		name  string
		text  string
		width float64
		want  string
	}{
		{"fits", "two vans", 8, "two vans"},
		{"empty", "", 5, ""},
		{"ends within a word", "room, coffee", 9, "room, co…"},
		{"not in a space", "room, coffee", 7, "room,…"},
		{"a long word", "abcdefgh", 5, "abcd…"},
		{"at the end of a line", "one\r\ntwo", 9, "one…"},
		{"characters stay whole", "ab 👩🏽‍🚀👩🏽‍🚀👩🏽‍🚀", 5, "ab 👩🏽‍🚀…"},
		{"no room", "abc", 0, "…"},
	} {
		if got := Clip(c.text, c.width, characters); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestWrapLosesNothing(t *testing.T) {
	seed := canvastest.Seed()
	t.Logf("seed %d", seed)
	rng := rand.New(rand.NewPCG(seed, 1))
	pieces := []string{"a", "bike", "é", "e\u0301", " ", "  ", "-", "客", "🚲", "👩‍👩‍👧", "שלום", "مرحبا", "\n", "\u00a0", "ß", "10 €", "\t", "ไทย", "co\u00adop", "\u00ad"}
	for range 2000 {
		var b strings.Builder
		for range rng.IntN(14) {
			b.WriteString(pieces[rng.IntN(len(pieces))])
		}
		checkWrap(t, b.String(), float64(rng.IntN(12)))
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("two repair vans", 5)
	f.Add("e\u0301\u200d🚲\r\n", 1)
	f.Fuzz(func(t *testing.T, text string, width int) {
		if utf8.ValidString(text) {
			checkWrap(t, text, float64(width%50))
		}
	})
}
