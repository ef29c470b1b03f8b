package main

import (
	"errors"
	"flag"
	"strings"

	"ninefold/assets/locale"
	"ninefold/internal/iso4217"
)

// A language is the value of --lang.
type language struct{ lang locale.Lang }

// langOption declares --lang, the language of something; it begins as that of
// the environment.
func langOption(options *flag.FlagSet, what string) *language {
	l := &language{}
	options.Var(l, "lang", "`L` lang."+what)
	return l
}

func (l *language) String() string { return string(l.lang) }

func (l *language) choices() []string { return texts(locale.Langs()) }

func (l *language) Set(s string) error {
	lang := locale.Match(s)
	if lang == locale.English && !strings.HasPrefix(strings.ToLower(s), "en") {
		return errors.New("languages are en, pt, es and it")
	}
	l.lang = lang
	return nil
}

// get is the language that was asked for, else the environment's.
func (l *language) get() locale.Lang {
	if l.lang == "" {
		return locale.FromEnvironment()
	}
	return l.lang
}

func (l *language) words() *locale.Words { return locale.Of(l.get()) }

// A currency is the value of --currency.
type currency string

// currencyOption declares --currency.
func currencyOption(options *flag.FlagSet) *currency {
	c := currency("EUR")
	options.Var(&c, "currency", "`CODE` currency")
	return &c
}

func (c *currency) String() string { return string(*c) }

func (c *currency) Set(s string) error {
	if !iso4217.Known(s) {
		return errors.New("a currency is the three capital letters of ISO 4217, as in EUR")
	}
	*c = currency(s)
	return nil
}
