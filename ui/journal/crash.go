package journal

import (
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
)

// WatchForCrash has what Go says at a crash that nobody catches kept in a file,
// and takes over into the log what an earlier run has left there: where it
// was, not with what words.
func (j *Journal) WatchForCrash() {
	if j.folder == "" {
		return
	}
	path := filepath.Join(j.folder, crashed)
	if data, err := os.ReadFile(path); err == nil && len(data) > 0 {
		first, rest, _ := strings.Cut(string(data), "\n")
		if !strings.HasPrefix(first, "fatal error: ") && !strings.HasPrefix(first, "panic: runtime error: ") {
			first = "panic"
		}
		first, _, _ = strings.Cut(first, " [recovered]")
		j.Error("crashed", "what", first, "where", trace(rest))
	}
	if os.MkdirAll(j.folder, 0o700) != nil {
		return
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return
	}
	_ = debug.SetCrashOutput(f, debug.CrashOptions{}) // else it goes to standard error alone
	_ = f.Close()                                     // the runtime has its own
}
