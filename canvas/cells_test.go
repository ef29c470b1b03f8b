package canvas_test

import (
	"slices"
	"testing"

	"ninefold/canvas"
)

func TestCells(t *testing.T) {
	for _, c := range []struct {
		text string
		want [][]string
	}{
		{"", nil},
		{"a", [][]string{{"a"}}},
		{"a\n", [][]string{{"a"}}},
		{"a\tb\r\nc\td\r\n", [][]string{{"a", "b"}, {"c", "d"}}},
		{"1\n\n3", [][]string{{"1"}, {""}, {"3"}}},
		{"\t\n", [][]string{{"", ""}}},
		{"\"two\nlines\"\tb\nc", [][]string{{"two\nlines", "b"}, {"c"}}},
		{"\"say \"\"yes\"\"\"\n2", [][]string{{`say "yes"`}, {"2"}}},
		{"\"a\"\t1", [][]string{{`"a"`, "1"}}},
		{"\"open", [][]string{{`"open`}}},
		{"\"a\"b\tc", [][]string{{`"a"b`, "c"}}},
	} {
		got := canvas.Cells(c.text)
		if !slices.EqualFunc(got, c.want, slices.Equal) {
			t.Errorf("%q has cells %q, want %q", c.text, got, c.want)
		}
	}
}
