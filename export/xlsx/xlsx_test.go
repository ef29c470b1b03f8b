package xlsx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/canvastest"
	"ninefold/canvas/costing"
	"ninefold/export/xlsx"
)

// A cell is what stands in a workbook: formula and stored value.
type cell struct{ sheet, ref, formula, value string }

// cells returns all cells of a workbook, as they stand in the file.
func cells(t testing.TB, data []byte) []cell {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	part := func(name string, into any) {
		r, err := z.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		if err := xml.NewDecoder(r).Decode(into); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
		} `xml:"sheets>sheet"`
	}
	part("xl/workbook.xml", &book)
	var out []cell
	for i, sheet := range book.Sheets {
		var content struct {
			Cells []struct {
				Ref     string `xml:"r,attr"`
				Formula string `xml:"f"`
				Value   string `xml:"v"`
				Text    string `xml:"is>t"`
			} `xml:"sheetData>row>c"`
		}
		part(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), &content)
		for _, c := range content.Cells {
			out = append(out, cell{sheet.Name, c.Ref, c.Formula, c.Value + c.Text})
		}
	}
	return out
}

var (
	functions = regexp.MustCompile(`([A-Z]+)\(`)
	quotes    = regexp.MustCompile(`'[^']*'!|"[^"]*"`)
	address   = regexp.MustCompile(`\$?[A-Z]{1,3}\$?[0-9]+`)
	figure    = regexp.MustCompile(`[0-9.]+`)
)

// Formulas use what every program has had since Excel 2010, hold no figures of
// their own, and have their value beside them, which is never an error.
func TestFormulas(t *testing.T) {
	known := []string{
		"ABS", "AND", "COUNT", "COUNTIF", "COUNTIFS", "IF", "INDEX", "ISNUMBER", "MATCH", "MAX", "MIN", "MOD", "N", "NOT", "OR",
		"ROUND", "ROUNDUP", "SUM", "SUMIF", "SUMIFS", "SUMPRODUCT",
	}
	data, _, notices := write(t, volta(t), locale.English)
	if len(notices) != 0 {
		t.Errorf("notices: %v", notices)
	}
	count := 0
	for _, c := range cells(t, data) {
		if strings.HasPrefix(c.value, "#") {
			t.Errorf("%s!%s holds the error %s", c.sheet, c.ref, c.value)
		}
		if c.formula == "" {
			continue
		}
		count++
		if c.value == "" && !strings.HasSuffix(c.formula, `,"")`) {
			t.Errorf("%s!%s has no value beside %s", c.sheet, c.ref, c.formula)
		}
		bare := quotes.ReplaceAllString(c.formula, "")
		for _, m := range functions.FindAllStringSubmatch(bare, -1) {
			if !slices.Contains(known, m[1]) {
				t.Errorf("%s!%s uses %s", c.sheet, c.ref, m[1])
			}
		}
		for _, n := range figure.FindAllString(address.ReplaceAllString(bare, ""), -1) {
			if n != "0" && n != "1" {
				t.Errorf("%s!%s holds the figure %s: %s", c.sheet, c.ref, n, c.formula)
			}
		}
	}
	if count < 250 {
		t.Errorf("only %d formulas", count)
	}
}

// named returns the stored value of a named cell.
func named(t testing.TB, f *excelize.File, name string) string {
	t.Helper()
	for _, d := range f.GetDefinedName() {
		if d.Name == name {
			sheet, ref, _ := strings.Cut(d.RefersTo, "!")
			v, err := f.GetCellValue(strings.Trim(sheet, "'"), strings.ReplaceAll(ref, "$", ""), excelize.Options{RawCellValue: true})
			if err != nil {
				t.Fatal(err)
			}
			return v
		}
	}
	t.Errorf("no cell is named %s", name)
	return ""
}

// same reports whether a stored value is the figure, to the 15 digits of a cell.
func same(value string, a costing.Amount) bool {
	d, ok := a.Get()
	if !ok {
		return value == "n/a"
	}
	x, err := strconv.ParseFloat(value, 64)
	want := d.InexactFloat64()
	return err == nil && math.Abs(x-want) <= 1e-12*math.Max(1, math.Abs(want))
}

func TestNamedCellsHoldTheFigures(t *testing.T) {
	p := volta(t)
	_, f, _ := write(t, p, locale.English)
	m := costing.New(p)
	totals, a, b := m.Totals(), m.Segment("sg_a"), m.Segment("sg_b")
	for name, want := range map[string]costing.Amount{
		"total_cost": totals.Cost, "total_revenue": totals.Revenue, "total_result": totals.Result,
		"total_relationships": totals.Relationships, "total_other": totals.Other, "total_variable": totals.Variable,
		"total_break_even": totals.BreakEven.Customers, "total_customers": totals.Customers,
		"cost_A": a.Cost, "cac_A": a.CAC, "ltv_A": a.LTV, "ltv_cac_A": a.LTVToCAC, "payback_months_A": a.Payback,
		"break_even_A": a.BreakEven.Customers, "cost_B": b.Cost, "result_B": b.Result, "ltv_cac_B": b.LTVToCAC,
	} {
		if got := named(t, f, name); !same(got, want) {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
}

func TestSameProjectSameBytes(t *testing.T) {
	for _, lang := range locale.Langs() {
		first, _, _ := write(t, volta(t), lang)
		for range 5 {
			if again, _, _ := write(t, volta(t), lang); !bytes.Equal(first, again) {
				t.Fatalf("%s: the bytes differ", lang)
			}
		}
	}
	empty := canvas.New("", "en", "EUR") // gets a segment with a random id on its way
	a, _, _ := write(t, empty, "en")
	if b, _, _ := write(t, empty, "en"); !bytes.Equal(a, b) {
		t.Error("an empty project: the bytes differ")
	}
}

func TestTooManySegments(t *testing.T) {
	p := canvas.New("", "en", "EUR")
	var notes []*canvas.Note
	for i := range 8190 {
		notes = append(notes, &canvas.Note{ID: canvas.ID(strconv.Itoa(i)), Block: canvas.CustomerSegments, Segment: &canvas.Segment{}})
	}
	p, err := canvas.Build(p.Head(), notes)
	if err != nil {
		t.Fatal(err)
	}
	_, err = xlsx.Write(io.Discard, p, locale.Of("en"), "")
	var large *xlsx.TooLargeError
	if !errors.As(err, &large) || large.Columns <= large.MaxColumns {
		t.Errorf("got %v, want an error that there are too many columns", err)
	}
}

// Formulas find stages, blocks and natures by their names, which must differ.
func TestEveryLanguage(t *testing.T) {
	for _, lang := range locale.Langs() {
		words := locale.Of(lang)
		_, f, _ := write(t, volta(t), lang)
		if got := len(f.GetSheetList()); got != 14 {
			t.Errorf("%s: %d sheets", lang, got)
		}
		if got := named(t, f, "total_cost"); !same(got, costing.New(volta(t)).Totals().Cost) {
			t.Errorf("%s: total_cost is %s", lang, got)
		}
		seen := map[string]bool{}
		unique := func(key string) {
			if text := strings.ToLower(words.T(key)); seen[text] || strings.ContainsAny(text, `*?~<>="`) {
				t.Errorf("%s: %s cannot be told apart in formulas: %q", lang, key, text)
			} else {
				seen[text] = true
			}
		}
		for _, s := range canvas.Stages() {
			unique("stage." + string(s))
		}
		unique("xlsx.no_stage")
		unique("xlsx.other")
		clear(seen)
		for _, b := range canvas.Blocks() {
			unique("block." + string(b))
		}
		clear(seen)
		for _, b := range canvas.Behaviours() {
			unique("behaviour." + string(b))
		}
		unique("xlsx.not_said")
		clear(seen)
		for _, r := range []canvas.Recurrence{canvas.RecurrenceOneOff, canvas.RecurrenceMonthly, canvas.RecurrenceQuarterly, canvas.RecurrenceYearly, canvas.RecurrencePerOrder} {
			unique("recurrence." + string(r))
		}
		clear(seen)
		unique("xlsx.check.fine")
		unique("xlsx.check.look")
		clear(seen)
		unique("xlsx.nature.fixed")
		unique("xlsx.nature.driven")
		unique("xlsx.not_available")
		unique("xlsx.never")
	}
}

func TestCurrencies(t *testing.T) {
	for currency, want := range map[string]string{"EUR": "€", "JPY": "¥", "BRL": "R$", `"];x`: "", "": ""} {
		p := canvas.UpdateHead(volta(t), func(h *canvas.Head) { h.Currency = currency })
		_, f, _ := write(t, p, "en")
		var style *excelize.Style
		for _, d := range f.GetDefinedName() {
			if d.Name == "total_cost" {
				sheet, ref, _ := strings.Cut(d.RefersTo, "!")
				id, _ := f.GetCellStyle(strings.Trim(sheet, "'"), strings.ReplaceAll(ref, "$", ""))
				style, _ = f.GetStyle(id)
			}
		}
		if style == nil || style.CustomNumFmt == nil {
			t.Fatalf("%s: the total has no number format", currency)
		}
		format := *style.CustomNumFmt
		if strings.Contains(format, "[$") != (want != "") || !strings.Contains(format, want) || strings.Contains(format, "0.0") != (currency != "JPY") {
			t.Errorf("%q: the total is written as %s", currency, format)
		}
	}
}

// Whatever a project holds, its workbook opens, holds no error and has the
// total that costing computes.
func TestAnyProject(t *testing.T) {
	for seed := range canvastest.Seeds(20) {
		p := canvastest.Random(seed, int(seed%20)*3)
		data, f, _ := write(t, p, locale.Langs()[seed%4])
		for _, c := range cells(t, data) {
			if c.formula != "" && strings.HasPrefix(c.value, "#") {
				t.Errorf("seed %d: %s!%s holds the error %s", seed, c.sheet, c.ref, c.value)
			}
		}
		want := costing.New(p).Totals().Cost
		if got := named(t, f, "total_cost"); !same(got, want) && (seed%4 == 0 || want.String() != "n/a") {
			t.Errorf("seed %d: total_cost is %s, want %s", seed, got, want)
		}
	}
}

// A file that readers trust has its parts in order, sized and dated.
func TestParts(t *testing.T) {
	data, f, _ := write(t, volta(t), "en")
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, part := range z.File {
		names = append(names, part.Name)
		if part.Modified.Year() != 1980 {
			t.Errorf("%s is dated %s", part.Name, part.Modified)
		}
		if !strings.Contains(part.Name, "worksheets/sheet") {
			continue
		}
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		_ = r.Close()
		last := 0
		for _, m := range regexp.MustCompile(`<col min="(\d+)"`).FindAllSubmatch(text, -1) {
			n, _ := strconv.Atoi(string(m[1]))
			if n <= last {
				t.Errorf("%s: column %d comes after %d", part.Name, n, last)
			}
			last = n
		}
		if bytes.Contains(text, []byte(`<dimension ref="A1"/>`)) || !bytes.Contains(text, []byte("<dimension ")) {
			t.Errorf("%s does not say its size", part.Name)
		}
	}
	if !slices.IsSorted(names) {
		t.Errorf("parts are not in order: %v", names)
	}
	props, err := f.GetDocProps()
	if err != nil || props.Title != "Volta" || props.Creator != "Ada Rossi" {
		t.Errorf("properties: %+v, %v", props, err)
	}
	for i, font := range f.Styles.Fonts.Font {
		if font.Name == nil || *font.Name.Val != "Arial" {
			t.Errorf("font %d has no name", i)
		}
	}
}
