// Package iso4217 knows which currencies there are and how many digits they
// have. It stands apart because the model refuses what is no currency and the
// words write amounts, and neither may know the other.
package iso4217

import "golang.org/x/text/currency"

// Known reports whether a code is that of a currency, today's or a former one.
func Known(code string) bool {
	unit, err := currency.ParseISO(code)
	return err == nil && unit.String() == code // in capitals
}

// Digits is how many digits a currency's minor unit has after the decimal
// mark, by its ISO 4217 code: 2 for EUR, 0 for JPY, 3 for KWD, and 2 for a code
// that is not known. The exceptions are those of ISO 4217, table A.1, except
// for funds and precious metals.
func Digits(code string) int {
	switch code {
	case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF":
		return 0
	case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND":
		return 3
	case "CLF", "UYW":
		return 4
	}
	return 2
}
