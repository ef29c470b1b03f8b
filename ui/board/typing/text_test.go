package typing

import (
	"math/rand/v2"
	"testing"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"ninefold/canvas/canvastest"
)

// family is one character of several parts.
const family = "👨‍👩‍👧"

// state of a text as tests write it: the cursor as |, a selection in [ ].
func written(t *Text) string {
	from, to := t.Selection()
	s := t.String()
	if from == to {
		return s[:from] + "|" + s[to:]
	}
	return s[:from] + "[" + s[from:to] + "]" + s[to:]
}

func TestTyping(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		do   func(*Text)
		want string
	}{
		"typing at the end":          {"bike", func(t *Text) { t.Insert("s") }, "bikes|"},
		"typing in the middle":       {"be", func(t *Text) { t.Go(Back, false); t.Insert("ik") }, "bik|e"},
		"typing over a selection":    {"red bike", func(t *Text) { t.SelectWord(0); t.Insert("x") }, "x| bike"},
		"line breaks":                {"", func(t *Text) { t.Insert("a\r\nb\rc\u2028d\te\a") }, "a\nb\nc\nd e|"},
		"broken text":                {"\xff", func(t *Text) { t.Insert("\xfe") }, "\uFFFD\uFFFD|"},
		"back":                       {"ab", func(t *Text) { t.Erase(Back) }, "a|"},
		"back at the beginning":      {"ab", func(t *Text) { t.Go(Start, false); t.Erase(Back) }, "|ab"},
		"delete":                     {"ab", func(t *Text) { t.Go(Start, false); t.Erase(Forward) }, "|b"},
		"delete at the end":          {"ab", func(t *Text) { t.Erase(Forward) }, "ab|"},
		"back over a family":         {"a" + family, func(t *Text) { t.Erase(Back) }, "a|"},
		"back over an accent":        {"cafe\u0301", func(t *Text) { t.Erase(Back) }, "caf|"},
		"back over a flag":           {"🇵🇹🇮🇹", func(t *Text) { t.Erase(Back) }, "🇵🇹|"},
		"by words back":              {"repair the bike", func(t *Text) { t.Go(WordBack, false); t.Go(WordBack, false) }, "repair |the bike"},
		"by words on":                {"repair the bike", func(t *Text) { t.Go(Start, false); t.Go(WordForward, false) }, "repair |the bike"},
		"delete a word":              {"repair the bike", func(t *Text) { t.Erase(WordBack) }, "repair the |"},
		"extend":                     {"ab", func(t *Text) { t.Go(Back, true); t.Go(Back, true) }, "[ab]"},
		"a selection ends left":      {"ab", func(t *Text) { t.SelectAll(); t.Go(Back, false) }, "|ab"},
		"a selection ends right":     {"ab", func(t *Text) { t.SelectAll(); t.Go(Forward, false) }, "ab|"},
		"the word in the middle":     {"repair the bike", func(t *Text) { t.SelectWord(8) }, "repair [the] bike"},
		"the word at the end":        {"repair", func(t *Text) { t.SelectWord(6) }, "[repair]"},
		"the word of nothing":        {"", func(t *Text) { t.SelectWord(0) }, "|"},
		"never within a character":   {family + "!", func(t *Text) { t.Place(5, false) }, "|" + family + "!"},
		"an accent joins its letter": {"ae", func(t *Text) { t.Insert("\u0301") }, "ae\u0301|"},
		"undo a word":                {"", func(t *Text) { typeIn(t, "red bike"); t.Undo() }, "red|"},
		"undo all and redo":          {"x", func(t *Text) { typeIn(t, "y z"); t.Undo(); t.Undo(); t.Redo() }, "xy|"},
		"undo erasing":               {"bike", func(t *Text) { t.Erase(Back); t.Erase(Back); t.Undo() }, "bike|"},
		"a new step ends redo":       {"", func(t *Text) { typeIn(t, "a"); t.Undo(); typeIn(t, "b"); t.Redo() }, "b|"},
	} {
		t.Run(name, func(t *testing.T) {
			text := New(c.text)
			c.do(text)
			if got := written(text); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func typeIn(t *Text, s string) {
	for _, r := range s {
		t.Insert(string(r))
	}
}

// Whatever is done, the cursor stands between two characters, and undoing all
// brings the first text back.
func TestAnythingCanBeUndone(t *testing.T) {
	seed := canvastest.Seed()
	t.Logf("seed %d", seed)
	rng := rand.New(rand.NewPCG(seed, 1))
	pieces := []string{"a", " ", "é", "\u0301", "🇵", "🇹", family, "\u200d", "ש", "日", "word and more", "\n"}
	for range 300 {
		first := pieces[rng.IntN(len(pieces))] + pieces[rng.IntN(len(pieces))]
		text := New(first)
		for range 40 {
			switch rng.IntN(6) {
			case 0, 1:
				text.Insert(pieces[rng.IntN(len(pieces))])
			case 2:
				text.Erase(Move(rng.IntN(6)))
			case 3:
				text.Go(Move(rng.IntN(6)), rng.IntN(2) == 0)
			case 4:
				text.Place(rng.IntN(60)-5, rng.IntN(2) == 0)
			default:
				text.SelectWord(rng.IntN(40))
			}
			if !utf8.ValidString(text.String()) {
				t.Fatalf("%q is no text", text.String())
			}
			for _, at := range []int{text.cursor, text.anchor} {
				if !between(text.String(), at) {
					t.Fatalf("%q: place %d is within a character", text.String(), at)
				}
			}
		}
		for text.Undo() {
		}
		if text.String() != first {
			t.Fatalf("undoing all gives %q, want %q", text.String(), first)
		}
	}
}

func between(s string, at int) bool {
	end := 0
	for g := uniseg.NewGraphemes(s); end < at && g.Next(); {
		end += len(g.Str())
	}
	return end == at
}
