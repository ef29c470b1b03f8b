package locale_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"ninefold/assets/locale"
)

// keyTable finds texts in the source that are keys wherever they stand: names
// of steps and actions, which reach the words by way of tables and histories.
var keyTable = regexp.MustCompile(`^(edit|action|question)\.([a-z_]+\.)*[a-z_]*[a-z]$`)

// Every key that the source names is in the words: the argument of T, N and
// Has, whole or as the beginning of a key ("stage." + id), and every text that
// looks like a key of a table.
func TestSourceNamesKeysThatExist(t *testing.T) {
	words := locale.Of("en")
	keys := readAll(t)["en"]
	begins := func(prefix string) bool {
		for key := range keys {
			if strings.HasPrefix(key, prefix) {
				return true
			}
		}
		return false
	}
	files := token.NewFileSet()
	check := func(file string) {
		source, err := parser.ParseFile(files, file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(source, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				method, ok := n.Fun.(*ast.SelectorExpr)
				if !ok || len(n.Args) == 0 || method.Sel.Name != "T" && method.Sel.Name != "N" {
					return true
				}
				if key, ok := literal(n.Args[0]); ok && !words.Has(key) {
					t.Errorf("%s: %q is not in the words", files.Position(n.Pos()), key)
				}
				if sum, ok := n.Args[0].(*ast.BinaryExpr); ok {
					for {
						left, ok := sum.X.(*ast.BinaryExpr)
						if !ok {
							break
						}
						sum = left
					}
					if prefix, ok := literal(sum.X); ok && !begins(prefix) {
						t.Errorf("%s: no word begins with %q", files.Position(n.Pos()), prefix)
					}
				}
			case *ast.BasicLit:
				if key, ok := literal(n); ok && keyTable.MatchString(key) && !words.Has(key) {
					t.Errorf("%s: %q is not in the words", files.Position(n.Pos()), key)
				}
			}
			return true
		})
	}
	eachSource(t, check)
}

// Every word is named somewhere in the source: whole, or by the beginning of
// its key. Words that nobody reads are not worth four translations.
func TestEveryWordIsUsed(t *testing.T) {
	named := map[string]bool{}
	eachSource(t, func(file string) {
		source, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(source, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok {
				if s, ok := literal(lit); ok {
					before, _, _ := strings.Cut(s, "%") // what a number is put behind
					named[before] = true
				}
			}
			return true
		})
	})
	used := func(key string) bool {
		for end := len(key); end > 0; end-- {
			// A beginning ends where a part of the key does.
			if (end == len(key) || key[end-1] == '.' || key[end-1] == '_' || key[end] == '_') && named[key[:end]] {
				return true
			}
		}
		return false
	}
	for key := range readAll(t)["en"] {
		if !used(key) {
			t.Errorf("nothing in the source names %q", key)
		}
	}
}

// eachSource calls a function with every file of the program's source.
func eachSource(t *testing.T, f func(file string)) {
	t.Helper()
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && strings.HasPrefix(d.Name(), ".") && path != root && d.Name() != "..":
			return filepath.SkipDir
		case strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go"):
			f(path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

// problemCodes are the values of the constants of type ProblemCode, as they
// stand in the source of the model and of its files.
func problemCodes(t *testing.T) []string {
	t.Helper()
	var codes []string
	for _, name := range []string{"validate.go", filepath.Join("file", "errors.go")} {
		source, err := parser.ParseFile(token.NewFileSet(), filepath.Join("..", "..", "canvas", name), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		found := len(codes)
		ast.Inspect(source, func(n ast.Node) bool {
			if spec, ok := n.(*ast.ValueSpec); ok && typeName(spec.Type) == "ProblemCode" {
				for _, v := range spec.Values {
					if code, ok := literal(v); ok {
						codes = append(codes, code)
					}
				}
			}
			return true
		})
		if len(codes) == found {
			t.Fatalf("found no problem codes in %s", name)
		}
	}
	return codes
}

// typeName is the name of a type without its package.
func typeName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}
