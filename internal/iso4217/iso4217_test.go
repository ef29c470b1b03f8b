package iso4217_test

import (
	"testing"

	"golang.org/x/text/currency"

	"ninefold/internal/iso4217"
)

// TestDigitsAreThoseOfCLDR compares with another list. CLDR writes some
// currencies with fewer digits than ISO 4217 gives them, because nobody uses
// their minor units any more.
func TestDigitsAreThoseOfCLDR(t *testing.T) {
	compared := 0
	for all := currency.Query(currency.Historical); all.Next(); {
		unit := all.Unit()
		scale, _ := currency.Standard.Rounding(unit)
		if got := iso4217.Digits(unit.String()); got < scale {
			t.Errorf("%s has %d digits here, %d in CLDR", unit, got, scale)
		}
		compared++
	}
	if compared < 150 {
		t.Errorf("only %d currencies were compared", compared)
	}
}

func TestDigits(t *testing.T) {
	for code, want := range map[string]int{"EUR": 2, "BRL": 2, "JPY": 0, "KWD": 3, "CLF": 4, "???": 2} {
		if got := iso4217.Digits(code); got != want {
			t.Errorf("Digits(%q) = %d, want %d", code, got, want)
		}
	}
}
