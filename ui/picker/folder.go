package picker

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"
)

// An entry is one file or folder in the list.
type entry struct {
	name    string
	folder  bool
	changed time.Time
}

// list returns what a folder holds: its folders, then those files that have
// one of the suffixes (all where none is given), each in the order of their
// names. What is hidden stays hidden.
func list(folder string, suffixes []string) ([]entry, error) {
	found, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var out []entry
	for _, f := range found {
		if strings.HasPrefix(f.Name(), ".") {
			continue
		}
		info, err := os.Stat(filepath.Join(folder, f.Name())) // follows links to folders
		if err != nil || !info.IsDir() && !fits(f.Name(), suffixes) {
			continue
		}
		out = append(out, entry{name: f.Name(), folder: info.IsDir(), changed: info.ModTime()})
	}
	slices.SortStableFunc(out, func(a, b entry) int {
		switch {
		case a.folder && !b.folder:
			return -1
		case b.folder && !a.folder:
			return 1
		}
		return strings.Compare(strings.ToLower(a.name), strings.ToLower(b.name))
	})
	return out, nil
}

// fits reports whether a file's name ends in one of the suffixes, in capital
// letters or not.
func fits(name string, suffixes []string) bool {
	return len(suffixes) == 0 || slices.ContainsFunc(suffixes, func(s string) bool {
		return strings.HasSuffix(strings.ToLower(name), s)
	})
}

// complete makes a path out of what was typed as a file's name: one with a
// folder in it is taken as it is, and the suffix is added where the name does
// not end in it.
func complete(folder, typed, suffix string) string {
	typed = strings.TrimFunc(typed, unicode.IsSpace)
	if typed == "" {
		return ""
	}
	if suffix != "" && !fits(typed, []string{suffix}) {
		typed += suffix
	}
	if filepath.IsAbs(typed) {
		return filepath.Clean(typed)
	}
	return filepath.Join(folder, typed)
}

// start returns the nearest folder to the wanted one that is there.
func start(folder string) string {
	for f := folder; f != ""; f = filepath.Dir(f) {
		if info, err := os.Stat(f); err == nil && info.IsDir() {
			return f
		}
		if f == filepath.Dir(f) {
			break
		}
	}
	if home, err := os.UserHomeDir(); err == nil {
		for _, f := range []string{filepath.Join(home, "Documents"), home} {
			if info, err := os.Stat(f); err == nil && info.IsDir() {
				return f
			}
		}
	}
	return string(filepath.Separator)
}
