package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"ninefold-cli": main})
}

// The scripts in testdata run the program as a user would, and say what it
// prints, writes and exits with.
func TestScripts(t *testing.T) {
	examples, err := filepath.Abs("../../canvas/bmml/testdata")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(env *testscript.Env) error {
			env.Setenv("LC_ALL", "C")
			env.Setenv("BMML", examples)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status":  runForStatus,
			"write":   writeRepeated,
			"cut":     cutFile,
			"replace": replaceInFile,
			"begins":  fileBegins,
		},
	})
}

// runForStatus is "status N PROGRAM ARGS...": runs a program that exits with N.
func runForStatus(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N PROGRAM ARGS...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit status is %d, want %d", got, want)
	}
}

// writeRepeated is "write FILE [TEXT COUNT]...": writes each text so many times.
func writeRepeated(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args)%2 != 1 {
		ts.Fatalf("usage: write FILE [TEXT COUNT]...")
	}
	var b strings.Builder
	for i := 1; i < len(args); i += 2 {
		count, err := strconv.Atoi(args[i+1])
		ts.Check(err)
		b.WriteString(strings.Repeat(args[i], count))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(b.String()), 0o600))
}

// cutFile is "cut FILE N": shortens a file to N bytes.
func cutFile(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: cut FILE N")
	}
	n, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[0]), n))
}

// replaceInFile is "replace FILE OLD NEW": replaces one text, which must be
// there, by another, in which \xff stands for a byte.
func replaceInFile(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: replace FILE OLD NEW")
	}
	data := ts.ReadFile(args[0])
	if !strings.Contains(data, args[1]) {
		ts.Fatalf("%s does not hold %q", args[0], args[1])
	}
	text, err := strconv.Unquote(`"` + strings.ReplaceAll(args[2], `"`, `\"`) + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(data, args[1], text, 1)), 0o600))
}

// fileBegins is "begins FILE TEXT": holds that a file begins with a text, in
// which \xff stands for a byte.
func fileBegins(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: begins FILE TEXT")
	}
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	if strings.HasPrefix(ts.ReadFile(args[0]), text) == neg {
		ts.Fatalf("the beginning of %s is %.20q", args[0], ts.ReadFile(args[0]))
	}
}
