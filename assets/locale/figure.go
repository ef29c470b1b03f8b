package locale

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// thousandPlaces is by how many places "12k" and 12 differ.
const thousandPlaces = 3

// ParseFigure reads a figure as people type it: a number as [Words.ParseNumber]
// has it, with a currency's symbol or code before or after it, in thousands as
// in "12k", or as a percentage, which is taken for the number before its sign.
// A formula is refused like all else with a [*NumberError], which says so.
func (w *Words) ParseFigure(s, currency string) (decimal.Decimal, error) {
	text := strings.TrimSpace(s)
	if strings.HasPrefix(text, "=") {
		return decimal.Decimal{}, &NumberError{Text: s, Lang: w.lang, Formula: true}
	}
	sign := ""
	if rest, ok := strings.CutPrefix(text, "-"); ok { // it stands before a symbol, too
		sign, text = "-", strings.TrimSpace(rest)
	}
	for _, unit := range []string{w.Symbol(currency), currency} {
		text = trimFold(text, unit)
	}
	text = strings.TrimSpace(strings.TrimSuffix(text, "%"))
	shift := int32(0)
	if last, size := utf8.DecodeLastRuneInString(text); unicode.ToLower(last) == 'k' {
		text, shift = strings.TrimSpace(text[:len(text)-size]), thousandPlaces
	}
	d, err := w.ParseNumber(sign + text)
	if err != nil {
		return decimal.Decimal{}, &NumberError{Text: s, Lang: w.lang}
	}
	return d.Shift(shift), nil
}

// trimFold takes a unit off either end of a text, in capitals or not.
func trimFold(text, unit string) string {
	switch n := len(unit); {
	case n == 0 || len(text) < n:
	case strings.EqualFold(text[:n], unit):
		text = text[n:]
	case strings.EqualFold(text[len(text)-n:], unit):
		text = text[:len(text)-n]
	}
	return strings.TrimFunc(text, unicode.IsSpace)
}

// example is a number that shows how a language writes one.
var example = decimal.New(12345, -1)

// Refusal says to the user why what was typed is no figure, and how to write one.
func (w *Words) Refusal(err error) string {
	var e *NumberError
	if errors.As(err, &e) && e.Formula {
		return w.T("figure.formula")
	}
	return w.T("figure.none", "Example", w.Number(example, -1))
}
