package sharing

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
)

// fake is a desktop with some programs, which notes down what is called.
func fake(system string, env map[string]string, tools ...string) (desktop, *[]command) {
	var called []command
	return desktop{
		system:  system,
		getenv:  func(name string) string { return env[name] },
		has:     func(tool string) bool { return slices.Contains(tools, tool) },
		execute: func(c command) error { called = append(called, c); return nil },
	}, &called
}

func TestEachDesktopHasItsProgram(t *testing.T) {
	x11, wayland := map[string]string{"DISPLAY": ":0"}, map[string]string{"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}
	for _, c := range []struct {
		what   string
		system string
		env    map[string]string
		tools  []string
		do     func(desktop) error
		want   string // the beginning of what is called
	}{
		{"copy on X11", "linux", x11, []string{"xclip", "wl-copy"}, copyIt, "xclip -selection clipboard"},
		{"copy on Wayland", "linux", wayland, []string{"xclip", "wl-copy"}, copyIt, "wl-copy --type image/png"},
		{"copy on Wayland with what X11 has", "linux", wayland, []string{"xclip"}, copyIt, "xclip"},
		{"copy on macOS", "darwin", nil, []string{"osascript"}, copyIt, "osascript -e"},
		{"copy on Windows", "windows", nil, []string{"powershell"}, copyIt, "powershell -NoProfile -STA"},
		{"print on Linux", "linux", x11, []string{"gio", "xdg-open"}, printIt, "xdg-open /tmp/a b.pdf"},
		{"print with GNOME's own", "linux", x11, []string{"gio"}, printIt, "gio open /tmp/a b.pdf"},
		{"print on macOS", "darwin", nil, []string{"open"}, printIt, "open /tmp/a b.pdf"},
		{"print on Windows", "windows", nil, []string{"rundll32"}, printIt, "rundll32 url.dll,FileProtocolHandler /tmp/a b.pdf"},
	} {
		d, called := fake(c.system, c.env, c.tools...)
		if err := c.do(d); err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		if len(*called) != 1 || !strings.HasPrefix(strings.Join((*called)[0].args, " "), c.want) {
			t.Errorf("%s: called are %q, want %q", c.what, *called, c.want)
		}
	}
}

func copyIt(d desktop) error  { return d.copyPicture([]byte("png")) }
func printIt(d desktop) error { return d.print("/tmp/a b.pdf") }

func TestThePictureIsHandedOver(t *testing.T) {
	d, called := fake("linux", map[string]string{"DISPLAY": ":0"}, "xclip")
	if err := copyIt(d); err != nil {
		t.Fatal(err)
	}
	if got := string((*called)[0].input); got != "png" {
		t.Errorf("the program is given %q", got)
	}

	// Where programs read a file, it is there for as long as they run.
	d, _ = fake("darwin", nil, "osascript")
	d.execute = func(c command) error {
		if data, err := os.ReadFile(c.args[len(c.args)-1]); err != nil || string(data) != "png" {
			t.Errorf("the file holds %q (%v)", data, err)
		}
		return nil
	}
	if err := copyIt(d); err != nil {
		t.Error(err)
	}
}

func TestMissingProgramsAreNamed(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want []string
	}{
		{map[string]string{"DISPLAY": ":0"}, []string{"xclip"}},
		{map[string]string{"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, []string{"wl-copy", "xclip"}},
		{nil, []string{"xclip", "wl-copy"}},
	} {
		d, _ := fake("linux", c.env)
		var none *NoToolError
		if err := copyIt(d); !errors.As(err, &none) || !slices.Equal(none.Tools, c.want) {
			t.Errorf("got %v, want %q named", err, c.want)
		}
	}
}

func TestWhatAProgramSaysIsKept(t *testing.T) {
	if _, err := os.Stat("/bin/sh"); err != nil {
		t.Log("this system has no shell to fail")
		return
	}
	err := execute(command{args: []string{"/bin/sh", "-c", "cat >&2; exit 3"}, input: []byte("no display")})
	var failed *ToolError
	if !errors.As(err, &failed) || failed.Says != "no display" || failed.Tool != "/bin/sh" {
		t.Errorf("got %v", err)
	}
}
