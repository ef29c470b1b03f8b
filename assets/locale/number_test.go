package locale_test

import (
	"errors"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"ninefold/assets/locale"
	"ninefold/canvas/canvastest"
)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func TestNumber(t *testing.T) {
	tests := []struct {
		number         string
		places         int
		en, pt, es, it string
	}{
		{"0", 2, "0.00", "0,00", "0,00", "0,00"},
		{"1234.5", 2, "1,234.50", "1234,50", "1234,50", "1234,50"},
		{"12345.675", 2, "12,345.68", "12\u00a0345,68", "12.345,68", "12.345,68"},
		{"12345.665", 2, "12,345.66", "12\u00a0345,66", "12.345,66", "12.345,66"},
		{"-1234567", 0, "-1,234,567", "-1\u00a0234\u00a0567", "-1.234.567", "-1.234.567"},
		{"-0.4", 0, "0", "0", "0", "0"},
		{"0.0000001", -1, "0.0000001", "0,0000001", "0,0000001", "0,0000001"},
		{"100000.10", -1, "100,000.1", "100\u00a0000,1", "100.000,1", "100.000,1"},
	}
	for _, test := range tests {
		for lang, want := range map[locale.Lang]string{"en": test.en, "pt": test.pt, "es": test.es, "it": test.it} {
			if got := locale.Of(lang).Number(dec(test.number), test.places); got != want {
				t.Errorf("%s: Number(%s, %d) = %q, want %q", lang, test.number, test.places, got, want)
			}
		}
	}
}

func TestMoney(t *testing.T) {
	tests := []struct {
		lang     locale.Lang
		amount   string
		currency string
		exact    string
		round    string
	}{
		{"en", "4310", "EUR", "€4,310.00", "€4,310"},
		{"en", "-6420.005", "EUR", "-€6,420.00", "-€6,420"},
		{"en", "14.2", "EUR", "€14.20", "€14.20"},
		{"en", "5", "CHF", "CHF\u00a05.00", "CHF\u00a05"},
		{"en", "1234.5", "JPY", "¥1,234", "¥1,234"},
		{"en", "1.2345", "KWD", "KWD\u00a01.234", "KWD\u00a01.234"},
		{"en", "7", "QQQ", "QQQ\u00a07.00", "QQQ\u00a07"},
		{"pt", "12345.67", "EUR", "12\u00a0345,67\u00a0€", "12\u00a0345,67\u00a0€"},
		{"pt", "9.5", "USD", "9,50\u00a0US$", "9,50\u00a0US$"},
		{"es", "12345.67", "EUR", "12.345,67\u00a0€", "12.345,67\u00a0€"},
		{"it", "-12", "EUR", "-12,00\u00a0€", "-12\u00a0€"},
		{"it", "-0.004", "EUR", "0,00\u00a0€", "0\u00a0€"},
	}
	for _, test := range tests {
		w := locale.Of(test.lang)
		if got := w.Money(dec(test.amount), test.currency); got != test.exact {
			t.Errorf("%s: Money(%s, %s) = %q, want %q", test.lang, test.amount, test.currency, got, test.exact)
		}
		if got := w.MoneyRound(dec(test.amount), test.currency); got != test.round {
			t.Errorf("%s: MoneyRound(%s, %s) = %q, want %q", test.lang, test.amount, test.currency, got, test.round)
		}
	}
}

func TestPercent(t *testing.T) {
	for lang, want := range map[locale.Lang]string{"en": "12.35%", "pt": "12,35%", "es": "12,35\u00a0%", "it": "12,35%"} {
		if got := locale.Of(lang).Percent(dec("0.12345678")); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
	if got := locale.Of("en").Percent(dec("0.5")); got != "50%" {
		t.Errorf("a half is %q", got)
	}
}

func TestParseNumber(t *testing.T) {
	tests := []struct {
		lang locale.Lang
		text string
		want string // empty: refused
	}{
		{"en", "1,234.50", "1234.5"},
		{"en", " 1234.5 ", "1234.5"},
		{"en", "1 234.5", "1234.5"},
		{"en", ".5", "0.5"},
		{"en", "-12", "-12"},
		{"en", "\u221212", "-12"},
		{"en", "1,2", ""},
		{"en", "1,23,456", ""},
		{"en", "1,234,5", ""},
		{"en", ",123", ""},
		{"en", "1.2.3", ""},
		{"en", "5.", ""},
		{"en", "", ""},
		{"en", "-", ""},
		{"en", ".", ""},
		{"en", "--1", ""},
		{"en", "1e9", ""},
		{"en", "0x10", ""},
		{"en", "٣", ""},
		{"en", "1234567890123456789012345678901234567890123456789012345678901234567890", ""},
		{"es", "1.234,5", "1234.5"},
		{"es", "1.234", "1234"},
		{"es", "1.5", ""},
		{"es", "1,5", "1.5"},
		{"it", "12.345.678", "12345678"},
		{"it", "1,234,567", ""},
		{"pt", "12\u00a0345,6", "12345.6"},
		{"pt", "12\u202f345", "12345"},
		{"pt", "12.345,6", "12345.6"},
		{"pt", "12.345", ""},
		{"pt", "12 34", ""},
	}
	for _, test := range tests {
		got, err := locale.Of(test.lang).ParseNumber(test.text)
		var refused *locale.NumberError
		switch {
		case test.want == "":
			if !errors.As(err, &refused) || refused.Text != test.text || refused.Lang != test.lang {
				t.Errorf("%s: %q gives %v, %v, want a NumberError", test.lang, test.text, got, err)
			}
		case err != nil || !got.Equal(dec(test.want)):
			t.Errorf("%s: %q gives %v, %v, want %s", test.lang, test.text, got, err, test.want)
		}
	}
}

// What is written can be read back.
func TestNumbersComeBack(t *testing.T) {
	seed := canvastest.Seed()
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	for range 2000 {
		d := decimal.New(random.Int64N(1e15)-5e14, -int32(random.IntN(6)))
		for _, lang := range locale.Langs() {
			w := locale.Of(lang)
			text := w.Number(d, -1)
			if got, err := w.ParseNumber(text); err != nil || !got.Equal(d) {
				t.Fatalf("%s: %s is written %q and read %v, %v", lang, d, text, got, err)
			}
		}
	}
}

func FuzzParseNumber(f *testing.F) {
	for _, s := range []string{"1,234.5", "1.234,5", "-1 234", "1e9", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, lang := range locale.Langs() {
			w := locale.Of(lang)
			d, err := w.ParseNumber(s)
			if err != nil {
				continue
			}
			if again, err := w.ParseNumber(w.Number(d, -1)); err != nil || !again.Equal(d) {
				t.Errorf("%s: %q is %s, which comes back as %s, %v", lang, s, d, again, err)
			}
		}
	})
}

func TestDate(t *testing.T) {
	for lang, want := range map[locale.Lang]string{
		"en": "21 November 2026", "pt": "21 de novembro de 2026", "es": "21 de noviembre de 2026", "it": "21 novembre 2026",
	} {
		if got := locale.Of(lang).Date("2026-11-21"); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
	if got := locale.Of("en").Date("soon"); got != "soon" {
		t.Errorf("what is not a date became %q", got)
	}
	if got := locale.Of("en").Clock(time.Date(2026, 11, 21, 9, 5, 0, 0, time.UTC)); got != "09:05" {
		t.Errorf("five past nine is %q", got)
	}
}

func TestParseFigure(t *testing.T) {
	for _, c := range []struct {
		lang    locale.Lang
		text    string
		want    string // empty means refused
		formula bool
	}{
		{"en", "1,234.56", "1234.56", false},
		{"it", "1.234,56", "1234.56", false},
		{"en", "12k", "12000", false},
		{"en", " 1.5 K ", "1500", false},
		{"it", "1,5k", "1500", false},
		{"pt", "€ 320", "320", false},
		{"es", "320,50 €", "320.5", false},
		{"en", "EUR 12k", "12000", false},
		{"en", "12 eur", "12", false},
		{"en", "-€12", "-12", false},
		{"en", "€-12", "-12", false},
		{"en", "12 %", "12", false},
		{"en", "=2*3", "", true},
		{"en", " =A1", "", true},
		{"en", "k", "", false},
		{"en", "€", "", false},
		{"en", "12kk", "", false},
		{"en", "1.234,56", "", false},
		{"it", "1,234.56", "", false},
		{"en", "", "", false},
		{"en", "€€12", "", false},
	} {
		words := locale.Of(c.lang)
		got, err := words.ParseFigure(c.text, "EUR")
		var e *locale.NumberError
		switch {
		case c.want == "" && !errors.As(err, &e):
			t.Errorf("%s: %q is taken for %v, err %v", c.lang, c.text, got, err)
		case c.want == "" && (e.Formula != c.formula || e.Text != c.text):
			t.Errorf("%s: %q is refused as %+v", c.lang, c.text, e)
		case c.want != "" && (err != nil || !got.Equal(decimal.RequireFromString(c.want))):
			t.Errorf("%s: %q is %v, %v, want %s", c.lang, c.text, got, err, c.want)
		}
		if c.formula && words.Refusal(err) == words.Refusal(errors.New("any")) {
			t.Errorf("a formula is refused as %q", words.Refusal(err))
		}
	}
}
