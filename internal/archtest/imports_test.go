// Package archtest holds the rules of who may import whom, over what go list
// says. The linter has the same rules, to show them in the editor.
package archtest

import (
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// modulePath starts the import path of every package of this module.
const modulePath = "ninefold/"

// A pkg is what go list says of a package.
type pkg struct {
	ImportPath   string
	Dir          string
	GoFiles      []string
	TestGoFiles  []string
	XTestGoFiles []string
	Imports      []string
	TestImports  []string
	XTestImports []string
}

// allImports includes those of the package's tests.
func (p pkg) allImports() []string {
	return slices.Concat(p.Imports, p.TestImports, p.XTestImports)
}

// list runs go list without cgo and with Fyne's software driver, so that it
// needs neither a C compiler nor what the window links with.
func list(t *testing.T, args ...string) []pkg {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", append([]string{"list", "-json", "-tags", "ci"}, args...)...)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	var messages strings.Builder
	cmd.Stderr = &messages
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, messages.String())
	}
	var pkgs []pkg
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := d.Decode(&p); err == io.EOF {
			return pkgs
		} else if err != nil {
			t.Fatalf("go list: %v", err)
		}
		look(p)
		pkgs = append(pkgs, p)
	}
}

// look has go test see the files that go list has read for it: a result that it
// keeps is then not used again once one of them has changed.
func look(p pkg) {
	_, _ = os.Stat(filepath.Dir(p.Dir))
	_, _ = os.Stat(p.Dir)
	for _, file := range slices.Concat(p.GoFiles, p.TestGoFiles, p.XTestGoFiles) {
		_, _ = os.Stat(filepath.Join(p.Dir, file))
	}
}

// in says whether a package is one of the trees or lies below one.
func in(path string, trees ...string) bool {
	return slices.ContainsFunc(trees, func(tree string) bool {
		return path == tree || strings.HasPrefix(path, tree+"/")
	})
}

// layers says which layers of ours each layer's code may import, besides
// itself. Tests may reach further.
var layers = map[string][]string{
	"cmd":      {"ui", "export", "canvas", "assets", "internal"},
	"ui":       {"export", "canvas", "assets", "internal"},
	"export":   {"canvas", "assets", "internal"},
	"canvas":   {"internal"},
	"assets":   {"internal"},
	"internal": {},
	"test":     {},
}

func TestLayers(t *testing.T) {
	for _, p := range list(t, modulePath+"...") {
		layer, _, _ := strings.Cut(strings.TrimPrefix(p.ImportPath, modulePath), "/")
		allowed, known := layers[layer]
		if !known {
			t.Errorf("%s: no rule says what the layer %q may import", p.ImportPath, layer)
			continue
		}
		for _, imported := range p.Imports {
			of, ours := strings.CutPrefix(imported, modulePath)
			if !ours {
				continue
			}
			of, _, _ = strings.Cut(of, "/")
			if of != layer && !slices.Contains(allowed, of) {
				t.Errorf("%s imports %s: %s may import %v", p.ImportPath, imported, layer, allowed)
			}
		}
	}
}

// owners says which packages alone may import something from outside, tests
// included.
var owners = []struct {
	imported string
	by       []string
	why      string
}{
	{"fyne.io", []string{"ninefold/ui", "ninefold/cmd/ninefold"}, "only the window knows Fyne"},
	{"github.com/jung-kurt/gofpdf", []string{"ninefold/export/pdf"}, "it panics on text that export/pdf does not let through"},
	{"github.com/xuri/excelize", []string{"ninefold/export/xlsx"}, "its quirks stay in one place"},
	{"net/http", nil, "the program needs no network"},
	{"github.com/stretchr/testify", nil, "tests use plain testing"},
}

func TestOwners(t *testing.T) {
	for _, p := range list(t, modulePath+"...") {
		for _, imported := range p.allImports() {
			for _, owner := range owners {
				if in(imported, owner.imported) && !in(p.ImportPath, owner.by...) {
					t.Errorf("%s imports %s: %s", p.ImportPath, imported, owner.why)
				}
			}
		}
	}
}

// TestModelIsPure holds that only canvas/store touches files: everything else
// of the model can then be tested and shared between goroutines as values. What
// only tests import may ask the environment where its seeds begin.
func TestModelIsPure(t *testing.T) {
	for _, p := range list(t, modulePath+"canvas/...") {
		if in(p.ImportPath, "ninefold/canvas/store", "ninefold/canvas/canvastest") {
			continue
		}
		for _, imported := range p.Imports {
			if in(imported, "os", "net", "syscall", "unsafe") {
				t.Errorf("%s imports %s: only canvas/store does", p.ImportPath, imported)
			}
		}
	}
}

// TestCommandLineHasNoWindow looks at all that is linked into ninefold-cli,
// also through others.
func TestCommandLineHasNoWindow(t *testing.T) {
	for _, p := range list(t, "-deps", modulePath+"cmd/ninefold-cli") {
		if in(p.ImportPath, "fyne.io", "github.com/go-gl", "ninefold/ui") {
			t.Errorf("ninefold-cli is linked with %s", p.ImportPath)
		}
	}
}
