package archtest

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"ninefold/assets"
)

// TestLibrariesAreNamed holds that the program names every library that it is
// built with, and its licence, and no other.
func TestLibrariesAreNamed(t *testing.T) {
	var want []string
	for _, program := range []struct{ tags, cgo, path string }{
		{"migrated_fynedo", "1", modulePath + "cmd/ninefold"},
		{"", "0", modulePath + "cmd/ninefold-cli"},
	} {
		cmd := exec.CommandContext(t.Context(), "go", "list", "-deps", "-tags", program.tags, "-f", "{{with .Module}}{{.Path}}{{end}}", program.path)
		cmd.Env = append(os.Environ(), "GOOS=linux", "GOARCH=amd64", "CGO_ENABLED="+program.cgo)
		var messages strings.Builder
		cmd.Stderr = &messages
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("go list: %v\n%s", err, messages.String())
		}
		want = append(want, strings.Fields(string(out))...)
	}
	slices.Sort(want)
	want = slices.DeleteFunc(slices.Compact(want), func(m string) bool { return m+"/" == modulePath })

	var got []string
	for _, l := range assets.Libraries() {
		got = append(got, l.Module)
		if l.Licence == "" {
			t.Errorf("%s has no licence", l.Module)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("assets/libraries.txt names %q,\nthe program is built with %q", got, want)
	}
}
