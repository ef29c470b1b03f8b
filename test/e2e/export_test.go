//go:build e2e

package e2e

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"ninefold/test/e2e/desktop"
	"ninefold/test/e2e/readback"
)

// cli runs ninefold-cli and gives what it printed and its exit status.
func cli(t *testing.T, args ...string) (out, messages string, status int) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), desktop.Program(t, "ninefold-cli"), args...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()
}

// mustCLI is cli for a command that has to end with status 0.
func mustCLI(t *testing.T, args ...string) string {
	t.Helper()
	out, messages, status := cli(t, args...)
	if status != 0 {
		t.Fatalf("ninefold-cli %s: status %d\n%s", strings.Join(args, " "), status, messages)
	}
	return out
}

// newSample writes the sample project in a language and gives its path.
func newSample(t *testing.T, lang string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sample.ninefold.json")
	mustCLI(t, "new", "--sample", "--lang", lang, path)
	return path
}

// export writes one export of a project and gives its path.
func export(t *testing.T, project, to string, options ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "export."+to)
	mustCLI(t, append([]string{"export", "--to", to, "--out", path, project}, options...)...)
	return path
}

// noteTexts reads the notes' texts from a project file.
func noteTexts(t *testing.T, project string) []string {
	t.Helper()
	data, err := os.ReadFile(project)
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Notes []struct {
			Text string `json:"text"`
		} `json:"notes"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, note := range file.Notes {
		if note.Text != "" {
			texts = append(texts, note.Text)
		}
	}
	if len(texts) == 0 {
		t.Fatalf("%s has no note with a text", project)
	}
	return texts
}

// unspaced drops all white space: where lines break is no matter here.
func unspaced(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func TestHandoutSaysAllThatTheProjectSays(t *testing.T) {
	for _, lang := range []string{"en", "pt", "es", "it"} {
		t.Run(lang, func(t *testing.T) {
			project := newSample(t, lang)
			pdf := export(t, project, "pdf", "--lang", lang)
			readback.CheckPDF(t, pdf)
			text := unspaced(readback.PDFText(t, pdf))
			for _, note := range noteTexts(t, project) {
				if !strings.Contains(text, unspaced(note)) {
					t.Errorf("the handout lacks the note %q", note)
				}
			}
			for _, credit := range []string{"Strategyzer", "CC BY-SA 3.0"} {
				if !strings.Contains(text, unspaced(credit)) {
					t.Errorf("the handout lacks the credit %q", credit)
				}
			}
			if title := readback.PDFInfo(t, pdf)["Title"]; title == "" {
				t.Error("the document has no title")
			}
		})
	}
}

func TestHandoutFillsItsPaper(t *testing.T) {
	project := newSample(t, "en")
	for paper, size := range map[string]string{"a4": "841.89 x 595.28", "letter": "792 x 612"} {
		t.Run(paper, func(t *testing.T) {
			pdf := export(t, project, "pdf", "--paper", paper)
			readback.CheckPDF(t, pdf)
			if got := readback.PDFInfo(t, pdf)["Page size"]; !strings.HasPrefix(got, size) {
				t.Errorf("the page is %s, want %s points", got, size)
			}
			for i, page := range readback.PDFPages(t, pdf, 60) {
				if ink := readback.Ink(page); ink < 0.02 {
					t.Errorf("page %d is all but blank: %.3f of it is drawn on", i+1, ink)
				}
			}
		})
	}
}

func TestSameInputGivesTheSameBytes(t *testing.T) {
	project := newSample(t, "en")
	for _, to := range []string{"pdf", "xlsx", "png", "svg", "md"} {
		first, err := os.ReadFile(export(t, project, to))
		if err != nil {
			t.Fatal(err)
		}
		second, err := os.ReadFile(export(t, project, to))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first, second) {
			t.Errorf("two exports to %s differ", to)
		}
	}
}

func TestPictureShowsTheCanvas(t *testing.T) {
	m := readback.ReadPNG(t, export(t, newSample(t, "en"), "png"))
	if m.Bounds().Dx() < 800 || m.Bounds().Dx() <= m.Bounds().Dy() {
		t.Errorf("the picture is %v, want a wide one", m.Bounds().Size())
	}
	if ink := readback.Ink(m); ink < 0.02 {
		t.Errorf("the picture is all but blank: %.3f of it is drawn on", ink)
	}
}

func TestSeveralOutputsOfSeveralFiles(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	good := filepath.Join(in, "good.ninefold.json")
	other := filepath.Join(in, "other.ninefold.json")
	bad := filepath.Join(in, "bad.ninefold.json")
	mustCLI(t, "new", "--sample", good)
	mustCLI(t, "new", "--title", "Another", other)
	if err := os.WriteFile(bad, []byte(`{"format": "ninefold", "version": 1, "notes": [`), 0o600); err != nil {
		t.Fatal(err)
	}

	_, messages, status := cli(t, "export", "--to", "pdf,xlsx", "--out", out, good, bad, other)
	if status != 3 {
		t.Errorf("status %d, want 3: one file is broken", status)
	}
	if !strings.Contains(messages, "bad.ninefold.json") {
		t.Errorf("the message does not name the broken file: %s", messages)
	}
	want := map[string]bool{"good.pdf": true, "good.xlsx": true, "other.pdf": true, "other.xlsx": true}
	got := map[string]bool{}
	entries, err := os.ReadDir(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		got[entry.Name()] = true
	}
	if !maps.Equal(got, want) {
		t.Errorf("wrote %v, want %v", got, want)
	}
}
