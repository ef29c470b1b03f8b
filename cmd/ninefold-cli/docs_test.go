package main

import (
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"

	"ninefold/canvas/check"
)

// The reference tells of every command and option, and of none that is not there.
func TestReferenceAgreesWithTheProgram(t *testing.T) {
	data, err := os.ReadFile("../../docs/cli.md")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	known := map[string]bool{"help": true}
	for _, cmd := range commands() {
		if !strings.Contains(text, "\n    "+strings.TrimSpace("ninefold-cli "+cmd.name+" ")) {
			t.Errorf("%s is not in the reference", cmd.name)
		}
		options := flag.NewFlagSet(cmd.name, flag.ContinueOnError)
		cmd.prepare(options)
		options.VisitAll(func(f *flag.Flag) {
			known[f.Name] = true
			if !regexp.MustCompile(`(?m)^    ninefold-cli ` + cmd.name + ` (.*\n +)?.*--` + f.Name + `\b`).MatchString(text) {
				t.Errorf("%s --%s is not in the reference", cmd.name, f.Name)
			}
		})
	}
	for _, name := range regexp.MustCompile(`--([a-z]+)`).FindAllStringSubmatch(text, -1) {
		if !known[name[1]] {
			t.Errorf("the reference tells of --%s, which no command has", name[1])
		}
	}
}

// The reference has a row for every check.
func TestReferenceListsEveryCheck(t *testing.T) {
	data, err := os.ReadFile("../../docs/cli.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range check.IDs() {
		if !regexp.MustCompile("(?m)^\\| `" + id + "` \\| (gap|risk|hint) \\| ").Match(data) {
			t.Errorf("%s is not in the reference", id)
		}
	}
}
