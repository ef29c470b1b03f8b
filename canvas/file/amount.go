package file

import (
	"errors"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/shopspring/decimal"
)

// maxAmountLength keeps the arithmetic on amounts bounded.
const maxAmountLength = 40

var errBadAmount = errors.New("not an amount")

// Amounts stand in the file as strings of decimal digits, since many programs
// read a JSON number as a floating-point one. A number is read as well, for
// those who write by hand; an exponent is not, since 1e999999999 is short to
// write and too long to compute with.
var (
	unmarshalers = json.UnmarshalFromFunc(readAmount)
	marshalers   = json.MarshalToFunc(writeAmount)
)

func readAmount(dec *jsontext.Decoder, d *decimal.Decimal) error {
	v, err := dec.ReadValue()
	if err != nil {
		return err
	}
	text := string(v)
	if v.Kind() == '"' {
		text = text[1 : len(text)-1] // an escape is no digit and is refused below
	}
	if len(text) > maxAmountLength || !isPlainDecimal(text) {
		return errBadAmount
	}
	*d, err = decimal.NewFromString(text)
	return err
}

func writeAmount(enc *jsontext.Encoder, d *decimal.Decimal) error {
	return enc.WriteToken(jsontext.String(d.String()))
}

// isPlainDecimal reports whether s is digits, with at most a minus before and
// a point between them.
func isPlainDecimal(s string) bool {
	if len(s) > 0 && s[0] == '-' {
		s = s[1:]
	}
	digitBefore, point := false, false
	for i := range len(s) {
		switch {
		case s[i] >= '0' && s[i] <= '9':
			digitBefore = true
		case s[i] == '.' && digitBefore && !point:
			digitBefore, point = false, true
		default:
			return false
		}
	}
	return digitBefore
}
