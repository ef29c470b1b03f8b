package locale

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"
	"golang.org/x/text/currency"

	"ninefold/internal/iso4217"
)

// space is the no-break space that stands between a number and its unit.
const space = "\u00a0"

// groupDigits is how many digits a group has in all four languages.
const groupDigits = 3

// A numberStyle is how a language writes numbers.
type numberStyle struct {
	mark     string // decimal mark
	group    string // what separates groups of digits
	minFirst int    // digits that the first group must have for a number to be grouped at all
}

func (w *Words) readStyle() numberStyle {
	minFirst, err := strconv.Atoi(w.T("number.least_first_group"))
	must(err)
	return numberStyle{mark: w.T("number.decimal_mark"), group: w.T("number.group_mark"), minFirst: minFirst}
}

// Number returns d as the language writes it, with grouped digits, rounded
// half-even to the number of places after the decimal mark; places -1 means as
// many as d has.
func (w *Words) Number(d decimal.Decimal, places int) string {
	var s string
	if places < 0 {
		s = d.String()
	} else {
		s = d.RoundBank(int32(places)).StringFixed(int32(places))
	}
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "-", s[1:]
	}
	whole, fraction, _ := strings.Cut(s, ".")
	whole = w.style.grouped(whole)
	if fraction != "" {
		whole += w.style.mark + fraction
	}
	return sign + whole
}

func (s numberStyle) grouped(digits string) string {
	if len(digits) < groupDigits+s.minFirst {
		return digits
	}
	var b strings.Builder
	for i, r := range digits {
		if i > 0 && (len(digits)-i)%groupDigits == 0 {
			b.WriteString(s.group)
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Money returns an amount with the currency's symbol, as the language writes
// it, rounded half-even to the currency's minor unit. The currency is an ISO
// 4217 code; one that is not known stands for itself.
func (w *Words) Money(d decimal.Decimal, currency string) string {
	return w.money(d, currency, iso4217.Digits(currency))
}

// MoneyRound is [Words.Money] without minor units where the rounded amount has
// none.
func (w *Words) MoneyRound(d decimal.Decimal, currency string) string {
	digits := iso4217.Digits(currency)
	if d.RoundBank(int32(digits)).IsInteger() {
		digits = 0
	}
	return w.money(d, currency, digits)
}

func (w *Words) money(d decimal.Decimal, currency string, digits int) string {
	d = d.RoundBank(int32(digits))
	amount := w.Number(d.Abs(), digits)
	symbol := w.Symbol(currency)
	// Where a language writes the two without a space, letters still need one.
	first := w.T("money", "Symbol", symbol, "Amount", amount)
	if last, _ := utf8.DecodeLastRuneInString(symbol); unicode.IsLetter(last) && strings.HasPrefix(first, symbol+amount) {
		first = symbol + space + amount
	}
	if d.IsNegative() {
		return "-" + first
	}
	return first
}

// Symbol returns the currency's symbol in the language ("€", "US$"), or its
// code where the language has none.
func (w *Words) Symbol(code string) string {
	unit, err := currency.ParseISO(code)
	if err != nil {
		return code
	}
	return w.symbols.Sprint(currency.Symbol(unit))
}

// Ratio returns how many times one thing is another, to one place: downwards,
// so that what falls short of a mark does not read as if it met it.
func (w *Words) Ratio(d decimal.Decimal) string { return w.Number(d.RoundFloor(1), 1) }

// Percent returns a share, such as 0.125, as a percentage with at most two
// digits after the decimal mark: "12.5%".
func (w *Words) Percent(d decimal.Decimal) string {
	return w.T("percent", "Amount", w.Number(d.Shift(2).RoundBank(2), -1))
}

// A NumberError says that a text is no number in a language.
type NumberError struct {
	Text    string
	Lang    Lang
	Formula bool // it begins as a formula of a spreadsheet does
}

func (e *NumberError) Error() string {
	return fmt.Sprintf("%q is not a number as written in %q", e.Text, e.Lang)
}

// A number may have far more digits than any amount has, but so few that none
// takes long to compute with; and so many bytes that it may be grouped, too.
const (
	mostDigits    = 32
	longestNumber = 64
)

// ParseNumber reads a number as the language writes it, with or without groups
// of three digits, for which a space will do as well. What could be meant in
// two ways, such as "1.5" where the point separates groups, is refused with a
// [*NumberError].
func (w *Words) ParseNumber(s string) (decimal.Decimal, error) {
	refused := &NumberError{Text: s, Lang: w.lang}
	if len(s) > longestNumber {
		return decimal.Decimal{}, refused
	}
	text := strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2009", " ", "\u2212", "-").Replace(strings.TrimSpace(s))
	sign := ""
	if rest, ok := strings.CutPrefix(text, "-"); ok {
		sign, text = "-", rest
	}
	whole, fraction, marked := strings.Cut(text, w.style.mark)
	whole, ok := w.ungrouped(whole, marked)
	if !ok || !onlyDigits(fraction) || whole+fraction == "" || marked && fraction == "" || len(whole+fraction) > mostDigits {
		return decimal.Decimal{}, refused
	}
	d, err := decimal.NewFromString(sign + "0" + whole + "." + fraction + "0")
	if err != nil {
		return decimal.Decimal{}, refused
	}
	return d, nil
}

// ungrouped takes the separators out of a whole number, or reports false where
// they stand in the wrong places. A point is a separator also in a language
// that writes spaces, once a decimal mark shows that the point is none.
func (w *Words) ungrouped(whole string, marked bool) (string, bool) {
	separators := []string{w.style.group, " "}
	if marked && w.style.mark != "." {
		separators = append(separators, ".")
	}
	for _, sep := range separators {
		groups := strings.Split(whole, sep)
		if len(groups) == 1 {
			continue
		}
		for i, g := range groups {
			if !onlyDigits(g) || i > 0 && len(g) != groupDigits || i == 0 && (g == "" || len(g) > groupDigits) {
				return "", false
			}
		}
		return strings.Join(groups, ""), true
	}
	return whole, onlyDigits(whole)
}

func onlyDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }
