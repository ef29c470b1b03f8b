package locale_test

import (
	"testing"

	"ninefold/assets/locale"
)

func TestMatch(t *testing.T) {
	tests := []struct {
		tags []string
		want locale.Lang
	}{
		{nil, "en"},
		{[]string{"pt_BR.UTF-8"}, "pt"},
		{[]string{"it-CH"}, "it"},
		{[]string{"ES"}, "es"},
		{[]string{"es.UTF-8"}, "es"},
		{[]string{"C"}, "en"},
		{[]string{"zh_CN", "it_IT"}, "it"},
		{[]string{"", "de"}, "en"},
	}
	for _, test := range tests {
		if got := locale.Match(test.tags...); got != test.want {
			t.Errorf("Match(%q) = %q, want %q", test.tags, got, test.want)
		}
	}
}

func TestFromEnvironment(t *testing.T) {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		t.Setenv(name, "")
	}
	if got := locale.FromEnvironment(); got != "en" {
		t.Errorf("an empty environment gives %q", got)
	}
	t.Setenv("LANG", "it_IT.UTF-8")
	t.Setenv("LC_MESSAGES", "es_ES.UTF-8")
	if got := locale.FromEnvironment(); got != "es" {
		t.Errorf("LC_MESSAGES does not come before LANG: %q", got)
	}
	t.Setenv("LC_ALL", "C")
	if got := locale.FromEnvironment(); got != "en" {
		t.Errorf("LC_ALL does not come first: %q", got)
	}
}

func TestUnknownKeyAndLanguage(t *testing.T) {
	w := locale.Of("xx")
	if w.Lang() != "en" {
		t.Errorf("an unknown language speaks %q", w.Lang())
	}
	if w.Has("no.such.key") || w.T("no.such.key") != "no.such.key" || w.N("no.such.key", 2) != "no.such.key" {
		t.Error("an unknown key is not given back")
	}
}

func TestFilling(t *testing.T) {
	w := locale.Of("en")
	if got := w.T("date.long", "Day", 1, "Month", "<May>", "Year"); got != "1 <May> <no value>" {
		t.Errorf("filled in: %q", got)
	}
}

func TestPlurals(t *testing.T) {
	tests := []struct {
		lang locale.Lang
		n    int
		want string
	}{
		{"en", 0, "0 notes"},
		{"en", 1, "1 note"},
		{"en", 12000, "12,000 notes"},
		{"es", 1, "1 nota"},
		{"es", 1000000, "1.000.000 notas"},
		{"pt", 0, "0 notas"},
		{"pt", 1, "1 nota"},
		{"it", 2, "2 note"},
	}
	for _, test := range tests {
		if got := locale.Of(test.lang).N("statusbar.notes", test.n); got != test.want {
			t.Errorf("%s: %d gives %q, want %q", test.lang, test.n, got, test.want)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		locale.Load("es")
	}
}

func BenchmarkFixedText(b *testing.B) {
	w := locale.Of("es")
	for b.Loop() {
		w.T("number.decimal_mark")
	}
}

func BenchmarkFilledText(b *testing.B) {
	w := locale.Of("es")
	for b.Loop() {
		w.T("percent", "Amount", "12")
	}
}
