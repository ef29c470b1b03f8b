package ui

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"ninefold/assets"
	"ninefold/assets/locale"
	"ninefold/canvas/file"
)

// inAllLanguages starts the program in each language.
func inAllLanguages(t *testing.T) []*Window {
	t.Helper()
	var out []*Window
	for _, l := range locale.Langs() {
		out = append(out, newApp(t, Options{Language: l}).windows[0])
	}
	return out
}

// A key of the catalogue, as it would stand in a sentence that has no words.
var bareKey = regexp.MustCompile(`\b(error|problem|warning|import|dialog)\.[a-z_]+|\{\{|<no value>`)

func TestFilesThatCannotBeOpened(t *testing.T) {
	good := string(assets.Sample("en"))
	swap := func(old, now string) string {
		if !strings.Contains(good, old) {
			t.Fatalf("the sample does not hold %s", old)
		}
		return strings.Replace(good, old, now, 1)
	}
	dangling := regexp.MustCompile(`"segments": \[\s*"[^"]+"`).ReplaceAllString(good, `"segments": ["nt_nobody"`)
	for _, c := range []struct{ name, text, key string }{
		{"empty.ninefold.json", "", "error.not_project"},
		{"no JSON.ninefold.json", "Dear Ana,", "error.not_project"},
		{"no project.ninefold.json", `{"name": "left-pad"}`, "error.not_project"},
		{"cut off.ninefold.json", good[:len(good)/2], "error.damaged"},
		{"dangling.ninefold.json", dangling, "error.damaged"},
		{"long.ninefold.json", swap(`"text": "`, `"text": "x`+strings.Repeat("x", file.MaxText)), "error.text_too_long"},
		{"deep.ninefold.json", swap(`"notes": [`, `"notes": [`+strings.Repeat("[", 100_000)), "error.too_much"},
		{"not UTF-8.ninefold.json", swap(`"text": "`, "\"text\": \"\xff\xfe"), "error.damaged"},
		{"newer.ninefold.json", swap(`"version": 1`, `"version": 99`), "error.too_new"},
		{"no YAML.bmml", "a: [", "error.damaged"},
		{"no model.bmml", "a: 1", "error.not_project"},
	} {
		for _, l := range locale.Langs() {
			t.Run(c.name+" "+string(l), func(t *testing.T) {
				path := filepath.Join(t.TempDir(), c.name)
				write(t, path, []byte(c.text))
				a := newApp(t, Options{Language: l})
				w := a.windows[0]
				if a.Open(path) {
					t.Fatal("it opened")
				}
				got := said(w)
				// The sentence up to its first value is that of the error.
				start, _, _ := strings.Cut(w.words.T(c.key, "Name", c.name, "Line", "§", "Version", "§"), "§")
				wantSaid(t, w, w.words.T("error.open.title"), start)
				if bareKey.MatchString(got) {
					t.Errorf("it says %q", got)
				}
				w.answer(t, "button.ok")
				wantQuiet(t, w)
				if !a.Open(sample(t)) || w.doc.Project().Len() == 0 {
					t.Error("the program does not go on")
				}
			})
		}
	}
}

func TestPlacesThatCannotBeOpened(t *testing.T) {
	folder := t.TempDir()
	large := filepath.Join(folder, "large.ninefold.json")
	f, err := os.Create(large)
	if err == nil {
		err = f.Truncate(200 << 20)
	}
	if err != nil {
		t.Fatal(err)
	}
	f.Close()
	secret := filepath.Join(folder, "secret.ninefold.json")
	write(t, secret, assets.Sample("en"))
	if err := os.Chmod(secret, 0); err != nil {
		t.Fatal(err)
	}
	for _, w := range inAllLanguages(t) {
		for path, key := range map[string]string{
			large:                                   "error.too_much",
			secret:                                  "error.not_permitted",
			folder:                                  "error.not_regular",
			filepath.Join(folder, "gone.json"):      "error.not_found",
			filepath.Join(secret, "in.a.file"):      "error.unreadable",
			filepath.Join(folder, "gone", "a.bmml"): "error.not_found",
		} {
			if path == secret && os.Geteuid() == 0 {
				continue // may read everything
			}
			if w.app.Open(path) {
				t.Errorf("%s opened", path)
				continue
			}
			wantSaid(t, w, w.words.T("error.open.title"), w.words.T(key, "Name", filepath.Base(path)))
			w.answer(t, "button.ok")
		}
		wantQuiet(t, w)
	}
}

func TestUnforeseenErrorsAreShown(t *testing.T) {
	for _, w := range inAllLanguages(t) {
		w.try(errors.New("the moon is in the way"))
		wantSaid(t, w, w.words.T("error.edit.title"), "the moon is in the way")
	}
}

// What is sound of a damaged file opens as a canvas without a file, in every
// language with a sentence for each loss; the damaged file stays as it is.
func TestWhatIsSoundOfADamagedFileOpens(t *testing.T) {
	good := string(assets.Sample("en"))
	text := regexp.MustCompile(`"segments": \[\s*"[^"]+"`).ReplaceAllString(good, `"segments": ["nt_nobody"`)
	text = strings.Replace(text, `"title": "Volta"`, `"title": 7`, 1)
	text = text[:strings.LastIndex(text, `"text"`)]
	for _, l := range locale.Langs() {
		path := filepath.Join(t.TempDir(), "broken.ninefold.json")
		write(t, path, []byte(text))
		a := newApp(t, Options{Language: l})
		w := a.windows[0]
		if a.Open(path) {
			t.Fatal("it opened")
		}
		wantSaid(t, w, w.words.T("dialog.salvage.offer"))
		w.answer(t, "button.salvage")
		w = a.windows[len(a.windows)-1]
		whole, _, err := file.Decode([]byte(good))
		if err != nil {
			t.Fatal(err)
		}
		if n := w.doc.Project().Len(); n != whole.Len()-1 || w.doc.Path() != "" || w.doc.Project().Head().Title != "" {
			t.Errorf("%s: %d notes under the title %q, in the file %q", l, n, w.doc.Project().Head().Title, w.doc.Path())
		}
		wantSaid(t, w, w.words.T("salvage.copy", "Name", "broken.ninefold.json"), w.words.T("problem.truncated"))
		if bareKey.MatchString(said(w)) {
			t.Errorf("it says %q", said(w))
		}
		w.answer(t, "button.ok")
		if now, err := os.ReadFile(path); err != nil || string(now) != text {
			t.Errorf("the damaged file is not what it was: %v", err)
		}
	}
}
