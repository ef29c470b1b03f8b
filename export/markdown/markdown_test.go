package markdown

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"ninefold/assets"
	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/canvastest"
	"ninefold/canvas/file"
	"ninefold/export/handout"
)

func TestEscape(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"plain text, 5 days", "plain text, 5 days"},
		{"a*b_c`d", "a\\*b\\_c\\`d"},
		{"<script> & [link](x) ![y]", `\<script\> \& \[link\](x) !\[y\]`},
		{"a | b", `a \| b`},
		{"- no item", `\- no item`},
		{"# no heading", `\# no heading`},
		{"1. no number", `1\. no number`},
		{"fixed price - always", "fixed price - always"},
		{"two\r\n  + lines\n", "two\n\\+ lines"},
		{"bell\a and \xff", "bell and \ufffd"},
		{`back\slash`, `back\\slash`},
	} {
		if got := escape(c.in); got != c.want {
			t.Errorf("escape(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func write(t *testing.T, p *canvas.Project, lang locale.Lang, kinds ...handout.Kind) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, p, handout.Options{Words: locale.Of(lang), Pages: kinds}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// All that the sample says is in the text, in every language.
func TestEverythingIsSaid(t *testing.T) {
	for _, lang := range locale.Langs() {
		p, _, err := file.Decode(assets.Sample(string(lang)))
		if err != nil {
			t.Fatal(err)
		}
		text := write(t, p, lang, handout.Kinds()...)
		want := []string{p.Head().Title, p.Head().DesignedBy, escape(locale.Of(lang).T("export.credit"))}
		for _, c := range p.Head().Comments {
			want = append(want, escape(c.Text))
		}
		for n := range p.Notes() {
			want = append(want, escape(n.Text))
			for _, c := range n.Costs {
				want = append(want, escape(c.Label))
			}
			for _, c := range n.Comments {
				want = append(want, escape(c.Text), c.Author)
			}
		}
		for _, s := range want {
			if !strings.Contains(text, s) {
				t.Errorf("%s: the text lacks %q", lang, s)
			}
		}
		for line := range strings.Lines(text) {
			if strings.HasPrefix(line, "|") && !strings.HasSuffix(line, "|\n") {
				t.Errorf("%s: a row of a table is torn: %q", lang, line)
			}
		}
		if short := write(t, p, lang); strings.Contains(short, locale.Of(lang).T("export.page.comments")) {
			t.Errorf("%s: comments are written unasked", lang)
		}
	}
}

// However odd the strings, each note is one entry of a list and no more.
func TestNaughtyStrings(t *testing.T) {
	data, err := os.ReadFile("../handout/testdata/naughty-strings/blns.txt")
	if err != nil {
		t.Fatal(err)
	}
	var notes []*canvas.Note
	for i, line := range strings.Split(string(data), "\n") {
		notes = append(notes, &canvas.Note{ID: canvas.ID(strings.Repeat("n", i+1)), Block: canvas.Channels, Text: line})
	}
	p, err := canvas.Build(canvas.Head{}, notes)
	if err != nil {
		t.Fatal(err)
	}
	items := 0
	for line := range strings.Lines(write(t, p, locale.English, handout.Canvas)) {
		switch {
		case strings.HasPrefix(line, "- "):
			items++
		case strings.TrimSpace(line) != "" && !strings.HasPrefix(line, "#") && !strings.HasPrefix(line, "---") && !strings.HasPrefix(line, "Based on"):
			t.Errorf("a line stands by itself: %.60q", line)
		}
	}
	if items != len(notes) {
		t.Errorf("%d entries, want %d", items, len(notes))
	}
}

func TestAnyProject(t *testing.T) {
	for seed := range canvastest.Seeds(20) {
		text := write(t, canvastest.Random(seed, 30), locale.Spanish, handout.Kinds()...)
		if !strings.HasSuffix(text, "\n") || strings.Contains(text, "\x00") {
			t.Errorf("seed %d: the text is not whole", seed)
		}
	}
}
