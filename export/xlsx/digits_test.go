package xlsx

import (
	"strconv"
	"testing"

	"github.com/shopspring/decimal"
)

// A figure of few digits stands in its cell as it is; one of many is as near as
// a cell can hold it.
func TestDigits(t *testing.T) {
	for text, want := range map[string]string{
		"0": "0", "0.00": "0", "-0.05": "-0.05", "12.90": "12.9", "1000": "1000", "100.10": "100.1", "-7": "-7",
		"0.000000001": "0.000000001", "999999999999999": "999999999999999", "123456789012345.678": "1.2345678901234567e+14",
		"1000000000000000000000000000000": "1e+30", "0.333333333333333333333333": "0.3333333333333333",
	} {
		d := decimal.RequireFromString(text)
		got, exact := digits(d)
		if got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
		if back := decimal.RequireFromString(got); back.Equal(d) != exact {
			t.Errorf("%s: %s is said to be exact: %v", text, got, exact)
		}
	}
}

func FuzzDigits(f *testing.F) {
	f.Add(int64(1290), int32(-2))
	f.Add(int64(-100), int32(-9))
	f.Fuzz(func(t *testing.T, coefficient int64, exponent int32) {
		d := decimal.New(coefficient, exponent%30)
		text, _ := digits(d)
		got, err := strconv.ParseFloat(text, 64)
		if want := d.InexactFloat64(); err != nil || got != want {
			t.Errorf("%s stands as %s: %v", d, text, err)
		}
	})
}

// What a text looks like in the file is what readers make of it.
func TestCoded(t *testing.T) {
	for text, want := range map[string]string{
		"_x0041_": "_x005F_x0041_", "_x": "_x", "a_xyz_": "a_xyz_", "_x12_x00e9_": "_x12_x005F_x00e9_", "<&>": "&lt;&amp;&gt;",
	} {
		if got := string(appendText(nil, text)); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestPatterns(t *testing.T) {
	c := cell{formula: pattern("IF(" + a1(2, ownRow) + ">0," + fix(30, otherRow) + "," + fixColumn(1, ownRow) + `&"")`), other: 77}
	if got, want := string(c.appendFormula(nil, 5)), `IF(B5&gt;0,$AD$77,$A5&amp;"")`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
