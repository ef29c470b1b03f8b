package xlsx_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/export/xlsx"
)

func TestTextStaysText(t *testing.T) {
	texts := []string{
		"=1+1", "+1", "-1", "@SUM(A1)", `=HYPERLINK("http://x.example","x")`, "=cmd|' /C calc'!A0", "\t=1", "  spaces  ", "_x0041_", "<b>&amp;\"'",
		"two\nlines", "1e5", "007", "TRUE", "👩‍🔧 🚲", "العربية", "e\u0301", "\u2028", "x",
	}
	for _, text := range texts {
		p, n, err := canvas.AddNote(canvas.New(text, "en", "EUR"), canvas.Note{
			Text: text, Costs: []canvas.CostLine{{ID: "c", Label: text, Source: text, Behaviour: canvas.BehaviourMonthly}},
		}, canvas.CostStructure, canvas.AtEnd)
		if err != nil {
			t.Fatal(err)
		}
		p, _, err = canvas.AddNote(p, canvas.Note{Text: text, Revenue: &canvas.Revenue{Unit: text}}, canvas.RevenueStreams, canvas.AtEnd)
		if err != nil {
			t.Fatal(err)
		}
		p, _, err = canvas.AddNote(p, canvas.Note{Text: text}, canvas.CustomerSegments, canvas.AtEnd)
		if err != nil {
			t.Fatal(err)
		}
		_, f, _ := write(t, p, "en")
		for _, at := range []string{"A6", "B6", sourceCell(t, f)} {
			got, _ := f.GetCellValue("Costs", at)
			if got != n.Text {
				t.Errorf("%s: got %q, want %q", at, got, text)
			}
			if formula, _ := f.GetCellFormula("Costs", at); formula != "" {
				t.Errorf("%q has become the formula %s", text, formula)
			}
		}
		id, err := f.GetCellStyle("Costs", "A6")
		if err != nil {
			t.Fatal(err)
		}
		quote := f.Styles.CellXfs.Xf[id].QuotePrefix
		if want := strings.ContainsRune("=+-@\t", rune(text[0])); (quote != nil && *quote) != want {
			t.Errorf("%q: kept a text by its style: %v, want %v", text, !want, want)
		}
	}
}

// sourceCell finds the cell of the first line's source.
func sourceCell(t testing.TB, f *excelize.File) string {
	t.Helper()
	for i := 1; ; i++ {
		column, err := excelize.ColumnNumberToName(i)
		if err != nil {
			t.Fatal("no column is headed Source")
		}
		if head, _ := f.GetCellValue("Costs", column+"5"); head == "Source" {
			return column + "6"
		}
	}
}

func TestWhatXMLForbidsIsReplaced(t *testing.T) {
	p, _, err := canvas.AddNote(canvas.New("a\x00b", "en", "EUR"), canvas.Note{
		Text: "a\x01b\xffc\ufffed\r\ne\rf", Costs: []canvas.CostLine{{ID: "c"}},
	}, canvas.CostStructure, canvas.AtEnd)
	if err != nil {
		t.Fatal(err)
	}
	_, f, _ := write(t, p, "en")
	if got, _ := f.GetCellValue("Costs", "B6"); got != "a\ufffdb\ufffdc\ufffdd\ne\nf" {
		t.Errorf("got %q", got)
	}
}

func TestWhatDoesNotFitIsSaid(t *testing.T) {
	amount := decimal.RequireFromString("123456789012345.123")
	p, _, err := canvas.AddNote(canvas.New("", "en", "EUR"), canvas.Note{
		Text: strings.Repeat("🚲", 16384), Costs: []canvas.CostLine{{ID: "c", Behaviour: canvas.BehaviourMonthly, Amount: &amount}},
	}, canvas.CostStructure, canvas.AtEnd)
	if err != nil {
		t.Fatal(err)
	}
	_, f, notices := write(t, p, "en")
	want := []xlsx.Notice{{Code: xlsx.NoticeTextCut, Place: "Costs!B6"}, {Code: xlsx.NoticeFigureRounded, Place: "Costs!G6"}}
	if !slices.Equal(notices, want) {
		t.Errorf("notices: got %v, want %v", notices, want)
	}
	if got, _ := f.GetCellValue("Costs", "B6"); got != strings.Repeat("🚲", 16383) {
		t.Errorf("the text is %d bytes long", len(got))
	}
	for _, n := range notices {
		if text := n.Text(locale.Of("it")); !strings.HasPrefix(text, n.Place) {
			t.Errorf("the notice reads %q", text)
		}
	}
}
