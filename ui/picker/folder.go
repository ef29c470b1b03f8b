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

// typed is the path that was typed: from the user's own folder after a
// tilde, from the folder that is shown, or whole. Nothing typed is no path.
func (u user) typed(folder, typed string) string {
	typed = strings.TrimFunc(typed, unicode.IsSpace)
	if rest, ok := strings.CutPrefix(typed, "~"); ok && u.home != "" && (rest == "" || os.IsPathSeparator(rest[0])) {
		typed = filepath.Join(u.home, rest)
	}
	if typed == "" || filepath.IsAbs(typed) {
		return typed
	}
	return filepath.Join(folder, typed)
}

// isName reports whether what was typed names something in the folder that is
// shown, rather than a way to elsewhere.
func isName(typed string) bool {
	typed = strings.TrimFunc(typed, unicode.IsSpace)
	return filepath.Base(typed) == typed && typed != "." && typed != ".." && typed != "~"
}

// complete adds the suffix to a path that does not end in it, and makes it
// clean.
func complete(path, suffix string) string {
	if suffix != "" && !fits(path, []string{suffix}) {
		path += suffix
	}
	return filepath.Clean(path)
}

// start returns the nearest folder to the wanted one that is there; else the
// user's documents or whatever there is instead.
func (u user) start(folder string) string {
	for f := folder; f != ""; f = filepath.Dir(f) {
		if isFolder(f) {
			return f
		}
		if f == filepath.Dir(f) {
			break
		}
	}
	if u.home != "" {
		for _, f := range []string{u.folders().documents, u.home} {
			if isFolder(f) {
				return f
			}
		}
	}
	return string(filepath.Separator)
}

// isFolder reports whether a folder lies at a path.
func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// beginning is the place of the first entry after a place whose name begins
// with what was typed, around the end; the place itself counts last. There is
// none where it is negative.
func beginning(entries []entry, after int, typed string) int {
	for i := range entries {
		k := (after + 1 + i) % len(entries)
		if strings.HasPrefix(strings.ToLower(entries[k].name), strings.ToLower(typed)) {
			return k
		}
	}
	return -1
}
