// Package sharing hands things to other programs of the desktop: a picture to
// the clipboard, a page to whoever prints it. The libraries that do so either
// need C on every system or know one system only, so it calls the programs that
// each system has for it, or is given with its desktop. It must not know
// projects, windows or words.
package sharing

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// A NoToolError says that no program for a task is installed.
type NoToolError struct {
	// Tools are the programs that would do, any of them.
	Tools []string
}

func (e *NoToolError) Error() string {
	return "none of these programs is installed: " + strings.Join(e.Tools, ", ")
}

// A ToolError says that a program for a task did not do it.
type ToolError struct {
	Tool string
	Says string // what it printed
	Err  error
}

func (e *ToolError) Error() string {
	return strings.TrimSpace(fmt.Sprintf("%s: %v %s", e.Tool, e.Err, e.Says))
}

func (e *ToolError) Unwrap() error { return e.Err }

// A desktop is what a task depends on.
type desktop struct {
	system  string              // as Go names it
	getenv  func(string) string // of the user's session
	has     func(tool string) bool
	execute func(c command) error
}

// A command is a call of a program. What it is given on standard input may be
// empty.
type command struct {
	args  []string
	input []byte
}

// this is the desktop that the program runs on.
var this = desktop{
	system: runtime.GOOS,
	getenv: os.Getenv,
	has: func(tool string) bool {
		_, err := exec.LookPath(tool)
		return err == nil
	},
	execute: execute,
}

// CopyPicture puts a picture, a PNG, into the clipboard.
func CopyPicture(png []byte) error { return this.copyPicture(png) }

// Print hands a PDF file to the program that the user reads such files with,
// from which it is printed.
func Print(path string) error { return this.print(path) }

func (d desktop) copyPicture(png []byte) error {
	switch d.system {
	case "darwin", "windows":
		return d.copyFile(png)
	}
	var commands []command
	if d.getenv("WAYLAND_DISPLAY") != "" {
		commands = append(commands, command{[]string{"wl-copy", "--type", "image/png"}, png})
	}
	commands = append(commands, command{[]string{"xclip", "-selection", "clipboard", "-target", "image/png", "-in"}, png})
	if d.getenv("WAYLAND_DISPLAY") == "" && d.getenv("DISPLAY") == "" { // no telling which
		commands = append(commands, command{[]string{"wl-copy", "--type", "image/png"}, png})
	}
	return d.first(commands)
}

// copyFile is for the systems whose programs read the picture from a file.
func (d desktop) copyFile(png []byte) error {
	dir, err := os.MkdirTemp("", "ninefold-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	path := filepath.Join(dir, "canvas.png")
	if err := os.WriteFile(path, png, 0o600); err != nil {
		return err
	}
	if d.system == "darwin" {
		return d.first([]command{{args: []string{
			"osascript", "-e", `on run argv`, "-e", `set the clipboard to (read (POSIX file (item 1 of argv)) as «class PNGf»)`, "-e", `end run`, path,
		}}})
	}
	return d.first([]command{{args: []string{
		"powershell", "-NoProfile", "-STA", "-Command",
		"Add-Type -AssemblyName System.Windows.Forms,System.Drawing; " +
			"$picture = [System.Drawing.Image]::FromFile('" + strings.ReplaceAll(path, "'", "''") + "'); " +
			"[System.Windows.Forms.Clipboard]::SetImage($picture); $picture.Dispose()",
	}}})
}

func (d desktop) print(path string) error {
	switch d.system {
	case "darwin":
		return d.first([]command{{args: []string{"open", path}}})
	case "windows":
		return d.first([]command{{args: []string{"rundll32", "url.dll,FileProtocolHandler", path}}})
	}
	return d.first([]command{{args: []string{"xdg-open", path}}, {args: []string{"gio", "open", path}}})
}

// first carries out the first of some commands whose program is installed.
func (d desktop) first(commands []command) error {
	var missing []string
	for _, c := range commands {
		if !d.has(c.args[0]) {
			missing = append(missing, c.args[0])
			continue
		}
		return d.execute(c)
	}
	return &NoToolError{Tools: missing}
}

// execute runs a command. What the program leaves running behind it, as those
// for the clipboard do, is not waited for.
func execute(c command) error {
	cmd := exec.Command(c.args[0], c.args[1:]...)
	cmd.Stdin = bytes.NewReader(c.input)
	// A file, since a pipe would be held open by what it leaves behind.
	said, err := os.CreateTemp("", "ninefold-said-")
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(said.Name()) }()
	defer said.Close()
	cmd.Stderr = said
	if err := cmd.Run(); err != nil {
		if _, ok := errors.AsType[*exec.ExitError](err); !ok {
			return &ToolError{Tool: c.args[0], Err: err}
		}
		text, _ := os.ReadFile(said.Name())
		return &ToolError{Tool: c.args[0], Says: strings.TrimSpace(string(text)), Err: err}
	}
	return nil
}
