package main

import (
	"bytes"
	"flag"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"ninefold/assets/locale"
)

// Help speaks every language, with every command and every option in it, names
// no key and leaves nothing open, and fits a terminal.
func TestHelpSpeaksEveryLanguage(t *testing.T) {
	seen := map[string]string{}
	check := func(lang locale.Lang, name, text string) {
		for line := range strings.Lines(text) {
			if utf8.RuneCountInString(strings.TrimRight(line, "\n")) > helpWidth {
				t.Errorf("%s: %s has a line that is too wide: %s", lang, name, line)
			}
		}
		for _, bad := range []string{"cli.", optionWords, "<no value>", "{{"} {
			if strings.Contains(strings.ReplaceAll(text, "ninefold-cli.", ""), bad) {
				t.Errorf("%s: %s has %q:\n%s", lang, name, bad, text)
			}
		}
		if other, same := seen[text]; same {
			t.Errorf("%s: %s reads as in %s", lang, name, other)
		}
		seen[text] = string(lang)
	}
	for _, lang := range locale.Langs() {
		t.Setenv("LC_ALL", string(lang))
		var all bytes.Buffer
		if s := run([]string{"--help"}, call{stdout: &all}); s != done {
			t.Fatalf("--help exits with %d", s)
		}
		check(lang, "help", all.String())
		for _, cmd := range commands() {
			if !strings.Contains(all.String(), fmt.Sprintf("\n  %-9s ", cmd.name)) {
				t.Errorf("%s: the help does not name %s", lang, cmd.name)
			}
			var one bytes.Buffer
			if s := run([]string{cmd.name, "--help"}, call{stdout: &one}); s != done {
				t.Fatalf("%s --help exits with %d", cmd.name, s)
			}
			check(lang, cmd.name, one.String())
			options := flag.NewFlagSet(cmd.name, flag.ContinueOnError)
			cmd.prepare(options)
			options.VisitAll(func(f *flag.Flag) {
				if !strings.Contains(one.String(), "\n  --"+f.Name+" ") {
					t.Errorf("%s: the help of %s does not name --%s", lang, cmd.name, f.Name)
				}
			})
		}
	}
}

// The language that is asked for comes before that of the environment.
func TestHelpTakesTheLanguageAskedFor(t *testing.T) {
	t.Setenv("LC_ALL", "es_ES.UTF-8")
	var b bytes.Buffer
	run([]string{"check", "--lang", "it", "--help"}, call{stdout: &b})
	if want := "uso: ninefold-cli check "; !strings.HasPrefix(b.String(), want) || !strings.Contains(b.String(), "Leggere progetti") {
		t.Errorf("got %s", b.String())
	}
}
