package geometry

import (
	"strings"
	"testing"
)

func TestSpansFindTheLinesInTheText(t *testing.T) {
	rng := source(t)
	pieces := []string{"a", "bike", " ", "  ", "\n", "\r\n", "Fahrradwerkstatt", "日本", "👨‍👩‍👧", "é", "\u00a0", "-", "\u2028", "\u00ad"}
	measure := func(s string) float64 { return fakeMeasure(s, 2, false) }
	for range 2000 {
		var b strings.Builder
		for range rng.IntN(14) {
			b.WriteString(pieces[rng.IntN(len(pieces))])
		}
		text := b.String()
		lines := Wrap(text, float64(2+rng.IntN(14)), measure)
		spans := Spans(text, lines)
		if len(spans) != len(lines) {
			t.Fatalf("%q has %d lines and %d spans", text, len(lines), len(spans))
		}
		end := 0
		for i, s := range spans {
			if s.Start < end || s.End < s.Start || strings.TrimFunc(text[end:s.Start], isBreak) != "" {
				t.Fatalf("%q in %q: span %d is %v after %d", text, lines, i, s, end)
			}
			if rest, ok := strings.CutPrefix(text[s.Start:s.End], lines[i]); !ok || strings.TrimFunc(rest, isSpace) != "" {
				t.Fatalf("%q: span %d is %q, the line %q", text, i, text[s.Start:s.End], lines[i])
			}
			end = s.End
		}
		if strings.TrimFunc(text[end:], isBreak) != "" {
			t.Fatalf("%q in %q: %q is on no line", text, lines, text[end:])
		}
	}
}

func TestLineAt(t *testing.T) {
	text := "ab cd\n\nef"
	spans := Spans(text, []string{"ab", "cd", "", "ef"})
	for at, want := range []int{0, 0, 0, 1, 1, 1, 2, 3, 3, 3} {
		if got := LineAt(spans, at); got != want {
			t.Errorf("place %d stands on line %d, want %d", at, got, want)
		}
	}
}
