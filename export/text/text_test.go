package text

import (
	"math"
	"strings"
	"sync"
	"testing"
)

func TestMeasureIsTheSumOfPlainAdvances(t *testing.T) {
	for _, s := range []string{"", "Parts wholesaler", "AVATAR Te office", "Relazioni con i clienti: più fedeltà", "Ελληνικά и кириллица", "€ 1.800,00 – “x”"} {
		want := 0.0
		for _, r := range s {
			want += Advance(r, Regular)
		}
		if got := Measure(s, 1, false); math.Abs(got-want) > 1e-9 {
			t.Errorf("Measure(%q) = %v, want the sum of its advances, %v", s, got, want)
		}
		line := Layout(s, false)
		if len(line.Runs) != 1 || !line.Runs[0].Plain {
			t.Errorf("Layout(%q) is not one plain run", s)
		}
	}
}

func TestMeasureAgreesWithLayout(t *testing.T) {
	for _, s := range []string{"plain", "שלום עולם", "مرحبا", "Sun ☀ and e\u0301", "🚲 ready", "客户关系", "a\tb", "x\u200by", "\xff"} {
		if m, l := Measure(s, 10, true), Layout(s, true).Width*10; math.Abs(m-l) > 1e-9 {
			t.Errorf("Measure(%q) = %v, Layout says %v", s, m, l)
		}
	}
}

func TestLayoutKeepsEveryCharacter(t *testing.T) {
	s := "Café 🚲 שלום (12) مرحبا العالم end"
	count := map[rune]int{}
	for _, r := range s {
		count[r]++
	}
	for _, run := range Layout(s, false).Runs {
		for _, r := range run.Text {
			count[r]--
		}
	}
	for r, n := range count {
		if n != 0 {
			t.Errorf("character %q is there %d times too few", r, n)
		}
	}
}

func TestMissingCharactersAreDrawnAsBoxes(t *testing.T) {
	const s = "a\U0010fffdb" // private use: no font has it
	if m := Missing(s, false); string(m) != "\U0010fffd" {
		t.Errorf("Missing(%q) = %q", s, string(m))
	}
	drawn := 0
	for _, run := range Layout(s, false).Runs {
		drawn += len(run.Glyphs)
	}
	if drawn != 1 {
		t.Errorf("%d glyphs are drawn, want one box", drawn)
	}
}

func TestClean(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"plain", "plain"},
		{"a\tb\nc\r\n", "a b c  "},
		{"nul\x00 bell\a", "nul bell"},
		{"cut \xc3", "cut \ufffd"},
		{"cafe\u0301", "café"},
		{"co\u00adop", "coop"},
		{"\ufeffbom", "bom"},
	} {
		if got := Clean(c.in); got != c.want {
			t.Errorf("Clean(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestSeveralGoroutines(*testing.T) {
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for _, s := range []string{"plain → text", "שלום", "e\u0301x\u0301", "🚲"} {
				Layout(s, false)
				Measure(s, 12, true)
				Outline('é', Regular)
			}
		})
	}
	wg.Wait()
}

func FuzzLayout(f *testing.F) {
	f.Add("Café 🚲 שלום")
	f.Fuzz(func(t *testing.T, s string) {
		line := Layout(s, false)
		if math.IsNaN(line.Width) || line.Width < 0 {
			t.Errorf("Layout(%q) is %v wide", s, line.Width)
		}
		var b strings.Builder
		for _, run := range line.Runs {
			b.WriteString(run.Text)
		}
		want := Clean(s)
		if strings.HasSuffix(s, softHyphen) {
			want += "-"
		}
		if len(b.String()) != len(want) {
			t.Errorf("Layout(%q) has the characters %q", s, b.String())
		}
	})
}

func BenchmarkMeasure(b *testing.B) {
	for b.Loop() {
		Measure("Reminder in the app when the chain is due", 12, false)
	}
}
