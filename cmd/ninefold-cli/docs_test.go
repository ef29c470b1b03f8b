package main

import (
	"bytes"
	"flag"
	"io"
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

// Each command of the README works as it stands there, one after the other.
func TestCommandsOfTheReadmeWork(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	model, err := os.ReadFile("../../canvas/bmml/testdata/01-minimal.bmml")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := os.WriteFile("model.bmml", model, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"old", "new", "base", "mine", "hers"} { // versions that the user has already
		if s := run([]string{"new", name + ".ninefold.json"}, call{stdout: io.Discard, stderr: io.Discard}); s != done {
			t.Fatalf("no version to begin with: %d", s)
		}
	}
	lines := regexp.MustCompile(`(?m)^    ninefold-cli (.*)$`).FindAllStringSubmatch(string(readme), -1)
	if len(lines) < 5 {
		t.Fatalf("found %d commands", len(lines))
	}
	for _, line := range lines {
		var said bytes.Buffer
		if s := run(strings.Fields(line[1]), call{stdout: io.Discard, stderr: &said}); s > found {
			t.Errorf("%s: exits with %d: %s", line[0], s, said.String())
		}
	}
}
