// Ninefold-cli does the jobs of the window without one: it makes, checks,
// compares, converts and exports projects. It needs neither cgo nor a display,
// and nothing that draws or measures is made before a command asks for it.
//
// Results go to standard output, everything else to standard error. It must
// not know Fyne.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"slices"

	"ninefold/assets"
	"ninefold/canvas/file"
)

// A status is what the program says to the one that started it.
type status int

const (
	done   status = 0 // done, nothing to report
	found  status = 1 // there are findings or differences
	misuse status = 2 // wrong usage
	failed status = 3 // a file could not be read or written, or is no project
)

// A command is one of the words that may follow the program's name.
type command struct {
	name    string // its words begin with "cli.help." and this
	args    string // what follows it, for the help
	example string // a command line that the help ends with
	// prepare declares the options and returns what is to be done once they
	// are read.
	prepare func(*flag.FlagSet) func(*call) status
}

// commands returns all commands in the order of the help.
func commands() []command {
	return []command{
		newCommand(), checkCommand(), costsCommand(), exportCommand(), blankCommand(), diffCommand(), mergeCommand(),
		importCommand(), migrateCommand(), schemaCommand(), versionCommand(),
	}
}

// A call is one run of a command.
type call struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	files          []string // arguments that are no options
}

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400) // a run is short: time is worth more than memory
	}
	file.Generator = assets.AppName + " " + assets.Version
	os.Exit(int(run(os.Args[1:], call{stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr})))
}

func run(args []string, c call) status {
	if len(args) == 0 {
		help(c.stderr)
		return misuse
	}
	name, rest := args[0], args[1:]
	switch name {
	case "-h", "-help", "--help":
		help(c.stdout)
		return done
	case "help":
		if len(rest) == 0 {
			help(c.stdout)
			return done
		}
		name, rest = rest[0], []string{"--help"}
	case "--version":
		name = "version"
	}
	all := commands()
	i := slices.IndexFunc(all, func(c command) bool { return c.name == name })
	if i < 0 {
		return c.misuse("there is no command %q; ninefold-cli --help lists them", name)
	}
	return all[i].run(rest, c)
}

func (cmd command) run(args []string, c call) status {
	options := flag.NewFlagSet(cmd.name, flag.ContinueOnError)
	options.SetOutput(io.Discard)
	act := cmd.prepare(options)
	files, err := parse(options, args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		cmd.help(c.stdout, options)
		return done
	case err != nil:
		return c.misuse("%s: %v; ninefold-cli %s --help tells more", cmd.name, err, cmd.name)
	}
	c.files = files
	out := &checkedWriter{w: c.stdout}
	c.stdout = out
	result := act(&c)
	if out.err != nil {
		return c.fail("standard output", plain(out.err))
	}
	return result
}

// A checkedWriter keeps the first error of its writer, so that results need no
// check for each line and a full disk is told once.
type checkedWriter struct {
	w   io.Writer
	err error
}

func (c *checkedWriter) Write(p []byte) (int, error) {
	if c.err != nil {
		return 0, c.err
	}
	n, err := c.w.Write(p)
	c.err = err
	return n, err
}

// parse reads options, which may stand before, between and after the files,
// and returns the files. After "--" everything is a file.
func parse(options *flag.FlagSet, args []string) (files []string, err error) {
	for {
		if err := options.Parse(args); err != nil {
			return nil, err
		}
		rest := options.Args()
		if len(rest) < len(args) && args[len(args)-len(rest)-1] == "--" {
			return append(files, rest...), nil
		}
		if len(rest) == 0 {
			return files, nil
		}
		files, args = append(files, rest[0]), rest[1:]
	}
}

// misuse says what is wrong with the command line.
func (c *call) misuse(format string, args ...any) status {
	fmt.Fprintf(c.stderr, "ninefold-cli: "+format+"\n", args...)
	return misuse
}
