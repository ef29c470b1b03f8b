package locale_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"ninefold/assets/locale"
)

// forms are the texts of one key: one, or several for a plural.
type forms map[string]string

// readArea reads a file of words without the package that is tested.
func readArea(t *testing.T, file string) map[string]forms {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	raw := map[string]json.RawMessage{}
	if err := json.Unmarshal(data, &raw); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	area := map[string]forms{}
	for key, value := range raw {
		f := forms{}
		var text string
		if json.Unmarshal(value, &text) == nil {
			f["other"] = text
		} else if err := json.Unmarshal(value, &f); err != nil {
			t.Fatalf("%s: %s: %v", file, key, err)
		}
		area[key] = f
	}
	return area
}

// readAll returns the words of every language.
func readAll(t *testing.T) map[locale.Lang]map[string]forms {
	t.Helper()
	all := map[locale.Lang]map[string]forms{}
	for _, lang := range locale.Langs() {
		all[lang] = map[string]forms{}
		files, _ := filepath.Glob("words/*." + string(lang) + ".json")
		for _, file := range files {
			for key, f := range readArea(t, file) {
				if all[lang][key] != nil {
					t.Errorf("%s: %s is in another area, too", file, key)
				}
				all[lang][key] = f
			}
		}
	}
	return all
}

func TestEveryAreaSpeaksEveryLanguage(t *testing.T) {
	for _, folder := range []string{"words/*.", "fyne/"} {
		english, _ := filepath.Glob(folder + "en.json")
		if len(english) == 0 {
			t.Fatalf("no files in %s", folder)
		}
		for _, file := range english {
			want := slices.Sorted(maps.Keys(readArea(t, file)))
			for _, lang := range locale.Langs() {
				other := strings.TrimSuffix(file, "en.json") + string(lang) + ".json"
				got := readArea(t, other)
				for _, key := range want {
					if got[key] == nil {
						t.Errorf("%s lacks %s", other, key)
					}
				}
				for key := range got {
					if _, ok := slices.BinarySearch(want, key); !ok {
						t.Errorf("%s has %s, which English lacks", other, key)
					}
				}
			}
		}
	}
	for _, file := range must(filepath.Glob("words/*")) {
		if !regexp.MustCompile(`^words/[a-z]+\.(en|pt|es|it)\.json$`).MatchString(filepath.ToSlash(file)) {
			t.Errorf("%s is not named AREA.LANG.json", file)
		}
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

var variable = regexp.MustCompile(`\{\{(.*?)\}\}`)

func variables(text string) []string {
	var names []string
	for _, m := range variable.FindAllStringSubmatch(text, -1) {
		names = append(names, m[1])
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func TestTextsAreWhole(t *testing.T) {
	all := readAll(t)
	for _, lang := range locale.Langs() {
		for key, f := range all[lang] {
			english := all["en"][key]
			if (f["one"] == "") != (english["one"] == "") {
				t.Errorf("%s: %s is a plural in one language only", lang, key)
			}
			for form, text := range f {
				if !slices.Contains([]string{"one", "many", "other"}, form) {
					t.Errorf("%s: %s has a plural form %q", lang, key, form)
				}
				if text == "" {
					t.Errorf("%s: %s is empty", lang, key)
				}
				if text != strings.TrimSpace(text) && !strings.HasPrefix(key, "number.") {
					t.Errorf("%s: %s begins or ends with a space", lang, key)
				}
				if strings.Contains(text, "  ") || strings.Contains(text, "...") || strings.ContainsAny(text, "\"'`\t") || lang != locale.English && strings.ContainsAny(text, "“”") {
					t.Errorf("%s: %s has careless typing: %q", lang, key, text)
				}
				for _, v := range variables(text) {
					if !regexp.MustCompile(`^\.[A-Z][A-Za-z]*$`).MatchString(v) {
						t.Errorf("%s: %s has {{%s}}", lang, key, v)
					}
				}
			}
			if got, want := variables(f["other"]), variables(english["other"]); !slices.Equal(got, want) {
				t.Errorf("%s: %s fills in %v, English %v", lang, key, got, want)
			}
		}
	}
}

// sameAsEnglish lists the texts that may be as they are in English. A key that
// ends in a point stands for all that begin with it.
var sameAsEnglish = []struct{ key, langs, reason string }{
	{"number.", "pt es it", "marks and figures, not words"},
	{"percent", "pt it", "marks, not words"},
	{"date.long", "it", "an order, not words"},
	{"intimacy.individual", "pt es", "the same word"},
	{"type.self_service.name", "it", "Italian has taken the word over"},
	{"menu.file", "it", "Italian has taken the word over"},
	{"action.view_canvas", "it", "Italian has taken the word over"},
	{"export_form.page.canvas", "it", "Italian has taken the word over"},
	{"export.page.canvas", "it", "Italian has taken the word over"},
	{"key.", "pt es it", "as it stands on the keyboard"},
	{"keys.tab.keys", "pt es it", "as it stands on the keyboard"},
	{"keys.enter.keys", "pt", "as it stands on the keyboard"},
	{"keys.escape.keys", "pt es", "as it stands on the keyboard"},
	{"keys.alt_arrows.keys", "pt es it", "as it stands on the keyboard"},
	{"keys.alt_shift.keys", "pt", "as it stands on the keyboard"},
	{"keys.page.keys", "pt", "as it stands on the keyboard"},
	{"window.title", "pt es it", "an order, not words"},
	{"scenario.base", "pt es it", "the same word"},
	{"costs.scenario.base", "pt es it", "the same word"},
	{"costs.scenario", "it", "the same word"},
	{"prefs.text_normal", "pt es", "the same word"},
	{"xlsx.total", "pt es", "the same word"},
	{"xlsx.nature.driven", "es", "the same word"},
	{"xlsx.legend.formula", "it", "the same word"},
	{"value.no", "es it", "the same word"},
}

// abbreviations are those that every language of the field uses.
var abbreviations = regexp.MustCompile(`\b(CAC|LTV|PDF|PNG|OK)\b`)

func hasWords(text string) bool {
	return strings.ContainsFunc(abbreviations.ReplaceAllString(variable.ReplaceAllString(text, ""), ""), unicode.IsLetter)
}

func TestNothingIsLeftInEnglish(t *testing.T) {
	all := readAll(t)
	for _, lang := range locale.Langs()[1:] {
		for key, f := range all[lang] {
			text := f["other"]
			if text != all["en"][key]["other"] || !hasWords(text) {
				continue
			}
			if !excused(key, string(lang)) {
				t.Errorf("%s: %s is still English: %q", lang, key, text)
			}
		}
	}
}

func excused(key, lang string) bool {
	for _, e := range sameAsEnglish {
		named := key == e.key || strings.HasSuffix(e.key, ".") && strings.HasPrefix(key, e.key)
		if named && strings.Contains(e.langs, lang) {
			return true
		}
	}
	return false
}
