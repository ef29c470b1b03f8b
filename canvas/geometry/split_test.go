package geometry

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"ninefold/canvas/canvastest"
)

// A plain text is split as the rules of Unicode have it.
func TestPlainTextsAreSplitByTheRules(t *testing.T) {
	parts := []string{"a", "Bike", "é", "ß", "Š", "ſ", "7", "2026", " ", " ", "  ", ".", ",", ":", ";", "?", "!", "'", "’", "×", "-", "-", "€", "%", "(", ")"}
	plains := 0
	seed := canvastest.Seed()
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 1))
	for range 50_000 {
		var b strings.Builder
		for range r.IntN(9) {
			b.WriteString(parts[r.IntN(len(parts))])
		}
		text := b.String()
		if !plain(text) {
			continue
		}
		plains++
		if got, want := splitPlain(text, characters), splitByRules(text, characters); !slices.Equal(got, want) {
			t.Fatalf("%q is split into %v, want %v", text, got, want)
		}
	}
	if plains < 1000 {
		t.Errorf("only %d texts were plain", plains)
	}
}
