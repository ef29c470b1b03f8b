package main

import (
	"flag"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"ninefold/assets"
	"ninefold/assets/locale"
	"ninefold/canvas/file"
	"ninefold/export/handout"
)

// How help is set: in lines of so many columns, the texts of options behind a
// column of names.
const (
	helpWidth   = 80
	helpOptions = 19
)

// The usage of an option is the key of its words, behind "cli.option.", and its
// value's name in backquotes: "`FILE` out".
const optionWords = "cli.option."

// A chooser is the value of an option that takes some words only.
type chooser interface{ choices() []string }

// help writes what the commands are, in the language of the environment.
func help(w io.Writer) {
	words := locale.Of(locale.FromEnvironment())
	fmt.Fprintf(w, "%s %s: %s.\n\n%s: ninefold-cli COMMAND [OPTIONS] FILE...\n\n", assets.AppName, assets.Version, words.T("cli.help.about"), words.T("cli.help.usage"))
	for _, cmd := range commands() {
		fmt.Fprintf(w, "  %-9s %s\n", cmd.name, words.T("cli.help."+cmd.name))
	}
	fmt.Fprintf(w, "\n%s\n\n%s\n", fold(words.T("cli.help.more"), 0), fold(words.T("cli.help.status"), 0))
}

// help writes what a command does and what its options mean, in the language
// that an option before --help chose, else that of the environment.
func (cmd command) help(w io.Writer, options *flag.FlagSet) {
	words := locale.Of(locale.FromEnvironment())
	if f := options.Lookup("lang"); f != nil {
		if l, ok := f.Value.(*language); ok {
			words = l.words()
		}
	}
	fmt.Fprintf(w, "%s: ninefold-cli %s\n\n%s.\n", words.T("cli.help.usage"), strings.TrimSpace(cmd.name+" "+cmd.args),
		fold(locale.Capital(words.T("cli.help."+cmd.name)), 0))
	if key := "cli.help." + cmd.name + ".details"; words.Has(key) {
		fmt.Fprintf(w, "\n%s\n", fold(words.T(key, "Extension", file.Extension), 0))
	}
	if cmd.example != "" {
		fmt.Fprintf(w, "\n    %s\n", cmd.example)
	}
	heading := "\n" + words.T("cli.help.options") + ":\n"
	options.VisitAll(func(f *flag.Flag) {
		value, _ := flag.UnquoteUsage(f)
		fmt.Fprintf(w, "%s  %-*s%s\n", heading, helpOptions-2, strings.TrimSpace("--"+f.Name+" "+value)+" ", fold(optionText(words, f), helpOptions))
		heading = ""
	})
}

// optionText says what an option means, and what it is where it is not given.
func optionText(words *locale.Words, f *flag.Flag) string {
	value, usage := flag.UnquoteUsage(f)
	pairs := []any{"Usual", strings.Join(texts(handout.Usual()), ", ")}
	if c, ok := f.Value.(chooser); ok {
		pairs = append(pairs, "Choices", strings.Join(c.choices(), ", "))
	}
	text := words.T(optionWords+strings.TrimSpace(strings.TrimPrefix(usage, value)), pairs...)
	if f.DefValue == "" || f.DefValue == "false" {
		return text
	}
	return words.T("cli.help.default", "Text", text, "Value", f.DefValue)
}

// fold breaks a text between words into lines of at most helpWidth columns, each
// after the first behind an indent; the first has it already.
func fold(text string, indent int) string {
	var b strings.Builder
	column := indent
	for i, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case column+1+n > helpWidth:
			b.WriteString("\n" + strings.Repeat(" ", indent))
			column = indent
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += n
	}
	return b.String()
}
