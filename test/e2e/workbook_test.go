//go:build e2e

package e2e

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/costing"
	"ninefold/export/xlsx"
	"ninefold/test/e2e/readback"
)

// writeWorkbook writes a project's workbook into a folder and gives its path.
func writeWorkbook(t *testing.T, folder string, p proof) string {
	t.Helper()
	path := filepath.Join(folder, p.name+".xlsx")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := xlsx.Write(f, p.project, locale.Of(p.lang), p.scenario); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

var storedValue = regexp.MustCompile(`(</f>)(<v>[^<]*</v>)?(</c>)`)

// spoil copies a workbook with a wrong value beside every formula, so that only
// a program that calculates finds the right one.
func spoil(t *testing.T, folder, path string) string {
	t.Helper()
	in, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var buf bytes.Buffer
	out := zip.NewWriter(&buf)
	for _, part := range in.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		_ = r.Close()
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Dir(part.Name) == "xl/worksheets" {
			data = storedValue.ReplaceAll(data, []byte("$1<v>999999</v>$3"))
		}
		w, err := out.Create(part.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	spoilt := filepath.Join(folder, "spoilt-"+filepath.Base(path))
	if err := os.WriteFile(spoilt, buf.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return spoilt
}

// sameCells compares two workbooks cell by cell: figures to a billionth, which
// is finer than any cent, and all else to the letter.
func sameCells(t *testing.T, want, got readback.Workbook) {
	t.Helper()
	figures, wrong := 0, 0
	for sheet, rows := range want {
		for y, row := range rows {
			for x, cell := range row {
				other := got.Cell(sheet, y, x)
				a, okA := readback.Figure(cell)
				b, okB := readback.Figure(other)
				if okA && okB {
					figures++
				}
				same := cell == other || okA && okB && math.Abs(a-b) <= 1e-9*math.Max(1, math.Abs(a))
				if !same {
					if wrong++; wrong < 20 {
						t.Errorf("%s!%s: got %q, want %q", sheet, readback.CellName(x, y), other, cell)
					}
				}
			}
		}
	}
	if figures == 0 {
		t.Error("no figures were compared")
	}
}

// results are the figures that a project's workbook names, by their names.
func results(p *canvas.Project, s costing.Scenario) map[string]costing.Amount {
	m := costing.NewIn(p, s)
	totals, ahead := m.Totals(), m.Projection()
	month := func(n int) costing.Amount {
		if n == 0 {
			return costing.Amount{}
		}
		return costing.Known(*dec(strconv.Itoa(n)))
	}
	out := map[string]costing.Amount{
		"total_relationships": totals.Relationships, "total_other": totals.Other, "total_variable": totals.Variable,
		"total_cost": totals.Cost, "total_revenue": totals.Revenue, "total_result": totals.Result,
		"total_customers": totals.Customers, "total_break_even": totals.BreakEven.Customers,
		"break_even_month": month(ahead.BreakEven), "runway_month": month(ahead.Runway), "profitable_month": month(ahead.Profitable),
		"lowest_cash": ahead.LowestCash, "lowest_cash_month": month(ahead.LowestCashMonth),
	}
	for _, s := range m.Segments() {
		for name, a := range map[string]costing.Amount{
			"customers": s.Customers, "acquisition": s.Acquisition, "retention": s.Retention, "cac": s.CAC,
			"cost_to_serve": s.CostToServe, "contribution": s.Contribution, "ltv": s.LTV, "ltv_cac": s.LTVToCAC,
			"payback_months": s.Payback, "break_even": s.BreakEven.Customers, "cost": s.Cost, "revenue": s.Revenue, "result": s.Result,
		} {
			out[name+"_"+s.Note.Segment.Letter] = a
		}
	}
	return out
}

// holds compares a cell with what package costing computes: figures to less than
// a cent, and to a billionth; what is not available is no figure.
func holds(t *testing.T, what, cell string, a costing.Amount) {
	t.Helper()
	value, ok := readback.Figure(cell)
	d, known := a.Get()
	if known != ok || known && math.Abs(value-d.InexactFloat64()) > 1e-9*math.Max(1, math.Abs(value)) {
		t.Errorf("%s is %q, want %v", what, cell, a)
	}
}

// holdsResults compares all named results, and the months.
func holdsResults(t *testing.T, names readback.StoredBook, book readback.Workbook, p *canvas.Project, s costing.Scenario) {
	t.Helper()
	for name, a := range results(p, s) {
		if strings.HasSuffix(name, "_") || len(p.Segments()) == 0 && strings.HasSuffix(name, "_A") {
			continue // a segment without a letter
		}
		sheet, row, column := names.Place(t, name)
		holds(t, name, book.Cell(sheet, row, column), a)
	}
	for name, of := range map[string]func(costing.Month) costing.Amount{
		"month_customers": func(m costing.Month) costing.Amount { return m.Customers },
		"month_revenue":   func(m costing.Month) costing.Amount { return m.Revenue },
		"month_cost":      func(m costing.Month) costing.Amount { return m.Cost },
		"month_result":    func(m costing.Month) costing.Amount { return m.Result },
		"month_cash":      func(m costing.Month) costing.Amount { return m.Cash },
	} {
		for i, month := range costing.NewIn(p, s).Projection().Months {
			first, _, _ := strings.Cut(names.Names[name], ":")
			sheet, row, column := readback.StoredBook{Names: map[string]string{name: first}}.Place(t, name)
			holds(t, fmt.Sprint(name, " ", i+1), book.Cell(sheet, row+i, column), of(month))
		}
	}
}

// Another program finds for every formula the value that stands beside it, and
// both are what package costing computes. Whoever changes inputs in the
// workbook gets the figures of the project that is changed in the same way.
func TestWorkbookIsRight(t *testing.T) {
	folder := t.TempDir()
	var stored, computed []string
	all := proofs(t)
	paths := make([]string, len(all))
	for i, p := range all {
		paths[i] = writeWorkbook(t, folder, p)
		stored = append(stored, paths[i])
		computed = append(computed, spoil(t, folder, paths[i]))
	}
	base := proof{"start", build(t, shortPlan, "", everyBehaviour()...), locale.English, costing.ScenarioBase}
	start := writeWorkbook(t, folder, base)
	before := readback.Stored(t, nil, start)[start]
	var edits []readback.Edit
	var wanted []proof
	for _, c := range changes(t, before) {
		edited := filepath.Join(folder, "edited-"+c.name+".xlsx")
		edits = append(edits, readback.Edit{From: start, To: edited, Cells: c.cells})
		computed = append(computed, edited)
		want := proof{"changed-" + c.name, changed(t, c), locale.English, c.scenario}
		wanted = append(wanted, want)
		stored = append(stored, writeWorkbook(t, folder, want))
	}
	values := readback.Stored(t, edits, stored...)
	recalculated := readback.Recalculate(t, computed...)

	for i, p := range all {
		t.Run(p.name, func(t *testing.T) {
			book, fresh := values[paths[i]], recalculated[computed[i]]
			for _, wrong := range slices.Concat(book.Sheets.Errors(), fresh.Errors()) {
				t.Error(wrong)
			}
			sameCells(t, book.Sheets, fresh)
			holdsResults(t, book, fresh, p.project, p.scenario)
		})
	}
	for i, p := range wanted {
		t.Run(p.name, func(t *testing.T) {
			book, fresh := values[stored[len(all)+i]], recalculated[computed[len(all)+i]]
			for _, wrong := range fresh.Errors() {
				t.Error(wrong)
			}
			holdsResults(t, book, fresh, p.project, p.scenario)
			// The words of these are of what was exported, whatever is changed.
			for _, sheet := range []string{"Scenarios", "Relationships"} {
				delete(book.Sheets, sheet)
			}
			sameCells(t, book.Sheets, fresh)
		})
	}
}
