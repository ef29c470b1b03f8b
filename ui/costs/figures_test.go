package costs

import (
	"testing"

	"github.com/shopspring/decimal"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/costing"
	"ninefold/ui/document"
)

// What the figures of a segment say, in the order of the columns.
func TestFiguresOfASegmentInWords(t *testing.T) {
	known := func(s string) costing.Amount { return costing.Known(decimal.RequireFromString(s)) }
	sound := costing.Segment{
		CAC: known("14.2"), LTV: known("99999.994"), LTVToCAC: known("6.84"), Payback: known("1.01"),
		BreakEven: costing.BreakEven{Customers: known("1180")},
	}
	large := sound
	large.LTV = known("-12345678.5")
	for _, c := range []struct {
		name     string
		lang     locale.Lang
		currency string
		segment  costing.Segment
		want     [5]string
	}{
		{"English", "en", "EUR", sound, [5]string{"14.20", "99,999.99", "6.8", "2 mo", "1,180"}},
		{"Italian", "it", "EUR", sound, [5]string{"14,20", "99.999,99", "6,8", "2 m.", "1180"}},
		{"a currency without cents", "en", "JPY", sound, [5]string{"14", "100,000", "6.8", "2 mo", "1,180"}},
		{"without room the cents are left out", "en", "EUR", large, [5]string{"14.20", "-12,345,678", "6.8", "2 mo", "1,180"}},
		{"never", "en", "EUR", costing.Segment{BreakEven: costing.BreakEven{Never: true}}, [5]string{"", "", "", "", "never"}},
		{"nothing known", "en", "EUR", costing.Segment{}, [5]string{}},
	} {
		f := &Figures{text: 14, columns: make([]span, len(figureShares)), env: Env{Doc: document.New(canvas.New("", "en", c.currency), ""), Words: locale.Of(c.lang)}}
		for i := range f.columns {
			f.columns[i].w = 80
		}
		if got := f.texts(&c.segment); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
