//go:build e2e

package readback

import (
	"context"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// deadline ends a reader that hangs on a broken file.
const deadline = 5 * time.Minute

// run runs a reader, fails the test unless it ends with status 0, and gives
// what it printed on standard output.
func run(t testing.TB, name string, args ...string) string {
	t.Helper()
	return runWith(t, "", name, args...)
}

// runWith is run with something on standard input.
func runWith(t testing.TB, input, name string, args ...string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), deadline)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Stdin = strings.NewReader(input)
	var out, messages strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &messages
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s %s: %v\n%s%s", name, strings.Join(args, " "), err, out.String(), messages.String())
	}
	return out.String()
}
