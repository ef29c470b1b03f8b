package archtest

import (
	"os"
	"path"
	"strings"
	"testing"
)

// TestMapNamesEveryPackage holds that the table of folders in CONTRIBUTING.md
// has a row for every package. A row covers what lies below its folder, but
// that of a whole layer does not: each part of a layer has its own rule.
func TestMapNamesEveryPackage(t *testing.T) {
	data, err := os.ReadFile("../../CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]bool{}
	for line := range strings.Lines(string(data)) {
		first, rest, _ := strings.Cut(strings.TrimPrefix(line, "|"), "|")
		if rest == "" {
			continue
		}
		for i, name := range strings.Split(first, "`") {
			if i%2 == 1 { // between two backquotes
				rows[name] = true
			}
		}
	}
	for _, p := range list(t, modulePath+"...") {
		folder := strings.TrimPrefix(p.ImportPath, modulePath)
		row := folder
		for !rows[row] && strings.Count(row, "/") > 1 {
			row = path.Dir(row)
		}
		if !rows[row] {
			t.Errorf("CONTRIBUTING.md has no row for %s", folder)
		}
	}
}
