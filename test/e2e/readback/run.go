//go:build e2e

package readback

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"
)

// deadline ends a reader that hangs on a broken file.
const deadline = 5 * time.Minute

// A job is a reader to run, with what it gets on standard input.
type job struct {
	name  string
	args  []string
	input string
}

// do runs the reader and gives what it printed on standard output.
func (j job) do(t testing.TB) (string, error) {
	ctx, cancel := context.WithTimeout(t.Context(), deadline)
	defer cancel()
	cmd := exec.CommandContext(ctx, j.name, j.args...)
	// Elsewhere LibreOffice names the files of sheets as if letters had no accents.
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	cmd.Stdin = strings.NewReader(j.input)
	var out, messages strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &messages
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("%s %s: %w\n%s%s", j.name, strings.Join(j.args, " "), err, out.String(), messages.String())
	}
	return out.String(), nil
}

// run runs a reader, fails the test unless it ends with status 0, and gives
// what it printed on standard output.
func run(t testing.TB, name string, args ...string) string {
	t.Helper()
	return runJob(t, job{name: name, args: args})
}

func runJob(t testing.TB, j job) string {
	t.Helper()
	out, err := j.do(t)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// runAll runs readers beside one another.
func runAll(t testing.TB, jobs []job) {
	t.Helper()
	errs := make([]error, len(jobs))
	var wait sync.WaitGroup
	for i, j := range jobs {
		wait.Go(func() { _, errs[i] = j.do(t) })
	}
	wait.Wait()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
}
