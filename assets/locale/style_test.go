package locale_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"ninefold/assets/locale"
)

// everywhere is what no text of any language has.
var everywhere = regexp.MustCompile(`\s…|\s[,;:.!?](\s|$)|[?!]{2}|\.\.`)

// marks are the signs of another language's typesetting.
var marks = map[locale.Lang]*regexp.Regexp{
	locale.English:    regexp.MustCompile(`[«»]|\d\s%`),
	locale.Portuguese: regexp.MustCompile(`[“”]|\d\s%`),
	locale.Spanish:    regexp.MustCompile(`[“”]|\d%|\d %`),
	locale.Italian:    regexp.MustCompile(`[“”]|\d\s%`),
}

// foreign are the words of another country's form of a language, or of an older
// spelling, or words that are too familiar.
var foreign = map[locale.Lang]*regexp.Regexp{
	locale.English:    word(`colors?`, `center`, `behaviors?`, `gray`, `favorites?`),
	locale.Portuguese: word(`voc[êe]s?`, `usuários?`, `telas?`, `salvar`, `salve`, `arquivos?`, `deletar`, `gerenciar`, `cadastr\pL*`, `contat\pL*`, `fatos?`, `está(?: a)? \pL+ndo`, `objectiv\pL*`, `activ\pL*`, `acç\pL*`, `direc[tç]\pL*`),
	locale.Spanish:    word(`costos?`, `computadoras?`, `sólo`, `ést[eoa]s?`, `tú`, `tus?`, `vosotros`, `celular`, `planead[oa]s?`),
	locale.Italian:    word(`clicc\pL*`, `tuo`, `tua`, `tuoi`, `tue`, `voi`, `vostr[oaie]`, `perchè`, `poichè`, `pò`, `qual’è`),
}

// word finds any of some words where it stands as a whole.
func word(forms ...string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:^|[^\pL_])(?:` + strings.Join(forms, "|") + `)(?:$|[^\pL_])`)
}

// Texts are set as their language is, in the words of its country.
func TestTextsAreInTheStyleOfTheirLanguage(t *testing.T) {
	all := readAll(t)
	for _, lang := range locale.Langs() {
		opening, closing := "«", "»"
		if lang == locale.English {
			opening, closing = "“", "”"
		}
		for key, f := range all[lang] {
			for _, text := range f {
				plain := strings.ReplaceAll(bare(text), "LTV : CAC", "LTV:CAC")
				for _, bad := range []*regexp.Regexp{everywhere, marks[lang], foreign[lang]} {
					if found := bad.FindString(plain); found != "" && !searched(key) {
						t.Errorf("%s: %s has %q: %q", lang, key, found, text)
					}
				}
				if strings.Count(text, opening) != strings.Count(text, closing) {
					t.Errorf("%s: %s lacks a quotation mark: %q", lang, key, text)
				}
				if lang == locale.Spanish && strings.Count(text, "?") != strings.Count(text, "¿") {
					t.Errorf("%s: %s does not open its question: %q", lang, key, text)
				}
			}
		}
	}
}

// What is a sentence, a question or a menu's promise of more in one language is
// so in all: they end with the same sign.
func TestTextsEndAlike(t *testing.T) {
	all := readAll(t)
	end := regexp.MustCompile(`[.…?:]$`)
	for _, lang := range locale.Langs()[1:] {
		for key, f := range all[lang] {
			got, want := end.FindString(f["other"]), end.FindString(all["en"][key]["other"])
			shortened := got == "." && want == "" && !strings.Contains(f["other"], " ") || key == "costs.months_short"
			if got != want && !shortened && !strings.HasPrefix(key, "number.") {
				t.Errorf("%s: %s ends with %q, in English with %q", lang, key, got, want)
			}
		}
	}
}

// otherwise are the texts that may say a term in other words, and why.
var otherwise = map[string]string{
	"about.credit":                 "the name of the work is not translated",
	"export.credit":                "the name of the work is not translated",
	"ask.usage_rights":             "short, and plain from the block that it goes to",
	"type.sales_programme.example": "who has a contract is a customer",
	"cli.option.pages":             "“canvas” is what is typed",
}

// Each term of the field is the same word wherever it stands: the one in the
// table that translators read.
func TestTermsAreThoseOfTheGlossary(t *testing.T) {
	all := readAll(t)
	terms := glossary(t)
	if len(terms) < 40 {
		t.Fatalf("read %d terms", len(terms))
	}
	needed := map[string]bool{}
	for _, term := range terms {
		found := false
		for key, f := range all["en"] {
			if searched(key) || !term["en"].MatchString(bare(f["other"])) {
				continue
			}
			found = true
			for _, lang := range locale.Langs()[1:] {
				switch text := all[lang][key]["other"]; {
				case term[lang].MatchString(bare(text)):
				case otherwise[key] != "":
					needed[key] = true
				default:
					t.Errorf("%s: %s reads %q for %q, without %s", lang, key, text, f["other"], term[lang])
				}
			}
		}
		if !found {
			t.Errorf("no text has the term %s", term["en"])
		}
	}
	for key := range otherwise {
		if !needed[key] {
			t.Errorf("%s needs no exception", key)
		}
	}
}

// searched reports whether a text is words that users may type to find
// something: whichever they know, in whatever country.
func searched(key string) bool { return strings.HasSuffix(key, ".words") }

// bare is a text with a letter for what is filled in, and its words whole.
func bare(text string) string {
	return strings.ReplaceAll(variable.ReplaceAllString(text, "x"), "\u00ad", "")
}

// glossary reads the terms of the page for translators, as patterns.
func glossary(t *testing.T) (terms []map[locale.Lang]*regexp.Regexp) {
	t.Helper()
	page, err := os.ReadFile("../../docs/translating.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(page), "|---|---|---|---|\n| Customer Segments")
	for line := range strings.Lines("| Customer Segments" + table) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		if len(cells) != len(locale.Langs()) {
			continue
		}
		term := map[locale.Lang]*regexp.Regexp{}
		for i, lang := range locale.Langs() {
			var forms []string
			for form := range strings.SplitSeq(cells[i], "/") {
				forms = append(forms, regexp.QuoteMeta(strings.TrimSpace(form)))
			}
			term[lang] = word(forms...)
		}
		terms = append(terms, term)
	}
	return terms
}
