//go:build e2e

package desktop

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Deadline is how long anything is waited for. It is only reached when a test
// fails, so it is generous.
const Deadline = 30 * time.Second

// interval is the time between two looks while waiting.
const interval = 20 * time.Millisecond

// A Desktop is a virtual display with a window manager and a home directory of
// its own. Programs started on it one after the other find each other's files,
// as after a crash.
type Desktop struct {
	// Env is added to the environment of what is started, NAME=value.
	Env []string

	t       testing.TB
	display string
	home    string
	keys    map[rune]bool // letters beyond ASCII that have a key
}

// The window manager gives windows the keyboard and closes them as a user
// does. It draws no frame, puts every window into the upper left corner, and
// takes no other key, so that all keys reach the program.
const managerConfig = `<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <theme><keepBorder>no</keepBorder></theme>
  <focus><focusNew>yes</focusNew></focus>
  <keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
  <applications>
    <application class="*">
      <decor>no</decor>
      <position force="yes"><x>0</x><y>0</y></position>
    </application>
  </applications>
</openbox_config>
`

// New starts a display of 1440 by 900 pixels. It ends with the test.
func New(t testing.TB) *Desktop {
	t.Helper()
	d := &Desktop{t: t, home: t.TempDir()}
	d.display = startDisplay(t)
	config := filepath.Join(d.home, "rc.xml")
	if err := os.WriteFile(config, []byte(managerConfig), 0o600); err != nil {
		t.Fatalf("desktop: %v", err)
	}
	manager := exec.Command("openbox", "--sm-disable", "--config-file", config)
	manager.Env = d.environment()
	start(t, manager)
	poll(t, "a window manager", func() bool {
		return d.run("xdotool", "get_desktop") == nil
	})
	return d
}

// startDisplay starts an X server on a free number and gives its name.
func startDisplay(t testing.TB) string {
	t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatalf("desktop: %v", err)
	}
	defer read.Close()
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1440x900x24",
		"-dpi", "96", "-nolisten", "tcp", "-noreset")
	server.ExtraFiles = []*os.File{write}
	start(t, server)
	write.Close()
	if err := read.SetReadDeadline(time.Now().Add(Deadline)); err != nil {
		t.Fatalf("desktop: %v", err)
	}
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatalf("desktop: no display from Xvfb: %v", err)
	}
	return ":" + strings.TrimSpace(number)
}

// start starts a process and ends it with the test.
func start(t testing.TB, cmd *exec.Cmd) {
	t.Helper()
	if err := cmd.Start(); err != nil {
		t.Fatalf("desktop: %v; scripts/deps e2e installs what is missing", err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
}

// environment is all that a program on this desktop inherits: nothing of the
// machine's settings but where programs are.
func (d *Desktop) environment() []string {
	return append([]string{
		"PATH=" + os.Getenv("PATH"),
		"DISPLAY=" + d.display,
		"HOME=" + d.home,
		"XDG_CONFIG_HOME=" + filepath.Join(d.home, "config"),
		"XDG_DATA_HOME=" + filepath.Join(d.home, "data"),
		"XDG_STATE_HOME=" + filepath.Join(d.home, "state"),
		"XDG_CACHE_HOME=" + filepath.Join(d.home, "cache"),
		"XDG_RUNTIME_DIR=" + d.home,
		// Typed letters beyond ASCII arrive only where text is UTF-8.
		"LANG=C.UTF-8",
		"LIBGL_ALWAYS_SOFTWARE=1",
	}, d.Env...)
}

// Home is the home directory of what runs on the desktop.
func (d *Desktop) Home() string { return d.home }

// run runs a helper program on the display and drops what it prints.
func (d *Desktop) run(name string, args ...string) error {
	cmd := exec.Command(name, args...)
	cmd.Env = d.environment()
	return cmd.Run()
}

// output runs a helper program on the display and gives what it prints.
func (d *Desktop) output(name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Env = d.environment()
	out, err := cmd.Output()
	return strings.TrimSpace(string(out)), err
}

// poll looks until done says true, or fails the test after the deadline.
func poll(t testing.TB, what string, done func() bool) {
	t.Helper()
	if !pollFor(Deadline, done) {
		t.Fatalf("desktop: waited %v in vain for %s", Deadline, what)
	}
}

func pollFor(limit time.Duration, done func() bool) bool {
	for end := time.Now().Add(limit); ; {
		if done() {
			return true
		}
		if time.Now().After(end) {
			return false
		}
		time.Sleep(interval)
	}
}
