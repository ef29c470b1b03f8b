package locale

import (
	"bytes"
	"embed"
	"fmt"
	"path"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/shopspring/decimal"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

//go:embed words/*.json
var wordFiles embed.FS

// Words are the words of one language.
type Words struct {
	lang Lang
	// fixed are the texts with nothing to fill in. They are most of all and are
	// handed out as they are, without a template.
	fixed map[string]string
	// filled are the keys of the texts with something to fill in or several
	// plural forms, which the localizer holds.
	filled    map[string]bool
	localizer *i18n.Localizer
	style     numberStyle
	symbols   *message.Printer
}

// catalogues reads each language when it is first asked for.
var catalogues = map[Lang]func() *Words{
	English:    sync.OnceValue(func() *Words { return load(English) }),
	Portuguese: sync.OnceValue(func() *Words { return load(Portuguese) }),
	Spanish:    sync.OnceValue(func() *Words { return load(Spanish) }),
	Italian:    sync.OnceValue(func() *Words { return load(Italian) }),
}

// Of returns the words of a language, or the English ones for a language that
// is none of [Langs].
func Of(l Lang) *Words {
	if words, ok := catalogues[l]; ok {
		return words()
	}
	return catalogues[English]()
}

// load reads a language's files. They are part of the program and a test reads
// them all, so an error here is one that no user can meet.
func load(l Lang) *Words {
	tag := conventions(l)
	bundle := i18n.NewBundle(tag)
	w := &Words{lang: l, fixed: map[string]string{}, filled: map[string]bool{}, localizer: i18n.NewLocalizer(bundle, tag.String())}
	files, err := wordFiles.ReadDir("words")
	must(err)
	for _, f := range files {
		if strings.HasSuffix(f.Name(), "."+string(l)+".json") {
			data, err := wordFiles.ReadFile(path.Join("words", f.Name()))
			must(err)
			must(w.add(bundle, tag, data))
		}
	}
	w.style = w.readStyle()
	w.symbols = message.NewPrinter(tag)
	return w
}

// conventions names the country whose plurals and currency symbols a language
// uses, where countries differ.
func conventions(l Lang) language.Tag {
	if l == Portuguese {
		return language.EuropeanPortuguese
	}
	return language.Make(string(l))
}

func must(err error) {
	if err != nil {
		panic(fmt.Errorf("locale: %w", err))
	}
}

// plural is a text that depends on a number.
type plural struct {
	One   string `json:"one"`
	Many  string `json:"many"`
	Other string `json:"other"`
}

// add reads the words of one file token by token, since most are plain texts
// and there are many.
func (w *Words) add(bundle *i18n.Bundle, tag language.Tag, data []byte) error {
	d := jsontext.NewDecoder(bytes.NewBuffer(data))
	if _, err := d.ReadToken(); err != nil {
		return err
	}
	for d.PeekKind() == '"' {
		name, err := d.ReadToken()
		if err != nil {
			return err
		}
		key := name.String()
		var p plural
		if d.PeekKind() == '"' {
			text, err := d.ReadToken()
			if err != nil {
				return err
			}
			p.Other = text.String()
		} else if err := json.UnmarshalDecode(d, &p, json.RejectUnknownMembers(true)); err != nil {
			return err
		}
		if p.One == "" && !strings.Contains(p.Other, "{{") {
			w.fixed[key] = p.Other
			continue
		}
		w.filled[key] = true
		if err := bundle.AddMessages(tag, &i18n.Message{ID: key, One: p.One, Many: p.Many, Other: p.Other}); err != nil {
			return err
		}
	}
	_, err := d.ReadToken()
	return err
}

// Lang is the language of the words.
func (w *Words) Lang() Lang { return w.lang }

// Has reports whether the key is in the words.
func (w *Words) Has(key string) bool {
	_, ok := w.fixed[key]
	return ok || w.filled[key]
}

// T returns the text of a key. The pairs are names and values that are filled
// in: T("edit.undo", "What", "move note") for "Undo {{.What}}". A key that does
// not exist is returned itself.
func (w *Words) T(key string, pairs ...any) string {
	if text, ok := w.fixed[key]; ok {
		return text
	}
	return w.fill(&i18n.LocalizeConfig{MessageID: key, TemplateData: values(pairs)})
}

// N returns the text of a key in the plural form that n has in the language.
// {{.N}} in it is n as the language writes it; the pairs are as for T.
func (w *Words) N(key string, n int, pairs ...any) string {
	data := values(pairs)
	data["N"] = w.Number(decimal.NewFromInt(int64(n)), 0)
	if text, ok := w.fixed[key]; ok {
		return text
	}
	return w.fill(&i18n.LocalizeConfig{MessageID: key, PluralCount: n, TemplateData: data})
}

func (w *Words) fill(config *i18n.LocalizeConfig) string {
	if !w.filled[config.MessageID] {
		return config.MessageID
	}
	// The localizer reports an error beside its text where a language's rarer
	// plural form, such as the one for millions, is not given and the general
	// one stands in; that is what is wanted.
	text, err := w.localizer.Localize(config)
	if text == "" && err != nil {
		return config.MessageID
	}
	return text
}

// values makes pairs of names and values a map; a name without a value is left
// out.
func values(pairs []any) map[string]any {
	m := make(map[string]any, len(pairs)/2+1)
	for i := 0; i+1 < len(pairs); i += 2 {
		m[fmt.Sprint(pairs[i])] = pairs[i+1]
	}
	return m
}

// Capital begins a word with a capital letter, as one that stands alone.
func Capital(word string) string {
	first, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(first)) + word[size:]
}
