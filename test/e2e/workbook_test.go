//go:build e2e

package e2e

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"testing"

	"github.com/shopspring/decimal"

	"ninefold/assets"
	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/canvastest"
	"ninefold/canvas/file"
	"ninefold/export/xlsx"
	"ninefold/test/e2e/readback"
)

// writeWorkbook writes a project's workbook and gives its path.
func writeWorkbook(t *testing.T, p *canvas.Project, lang locale.Lang) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "costs.xlsx")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := xlsx.Write(f, p, locale.Of(lang)); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// edit copies a workbook with every sheet's XML changed.
func edit(t *testing.T, path string, change func(part string, xml []byte) []byte) string {
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
			data = change(part.Name, data)
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
	edited := filepath.Join(t.TempDir(), "costs.xlsx")
	if err := os.WriteFile(edited, buf.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return edited
}

var storedValue = regexp.MustCompile(`(</f>)(<v>[^<]*</v>)?(</c>)`)

// spoil gives every formula a wrong stored value, so that only a program that
// calculates finds the right one.
func spoil(_ string, xml []byte) []byte {
	return storedValue.ReplaceAll(xml, []byte("$1<v>999999</v>$3"))
}

// sameCells compares two workbooks cell by cell: figures to a billionth, which
// is finer than any cent, and all else to the letter.
func sameCells(t *testing.T, want, got readback.Workbook) {
	t.Helper()
	figures := 0
	for sheet, rows := range want {
		for y, row := range rows {
			for x, cell := range row {
				other := ""
				if y < len(got[sheet]) && x < len(got[sheet][y]) {
					other = got[sheet][y][x]
				}
				a, errA := strconv.ParseFloat(cell, 64)
				b, errB := strconv.ParseFloat(other, 64)
				if errA == nil && errB == nil {
					figures++
					if math.Abs(a-b) > 1e-9*math.Max(1, math.Abs(a)) {
						t.Errorf("%s row %d column %d: got %s, want %s", sheet, y+1, x+1, other, cell)
					}
				} else if cell != other {
					t.Errorf("%s row %d column %d: got %q, want %q", sheet, y+1, x+1, other, cell)
				}
			}
		}
	}
	if figures == 0 {
		t.Error("no figures were compared")
	}
}

// Another program finds for every formula the value that stands beside it.
func TestFormulasComeToTheStoredValues(t *testing.T) {
	projects := map[string]*canvas.Project{
		"empty": canvas.New("Empty", "en", "EUR"), "large": canvastest.Large(300),
	}
	for seed := range uint64(5) {
		projects[fmt.Sprint("seed ", seed)] = canvastest.Random(seed, 20+30*int(seed))
	}
	langs := map[string]locale.Lang{"seed 1": "pt", "seed 2": "es", "seed 3": "it"}
	for _, lang := range locale.Langs() {
		p, _, err := file.Decode(assets.Sample(string(lang)))
		if err != nil {
			t.Fatal(err)
		}
		name := "sample in " + lang.Name()
		projects[name], langs[name] = p, lang
	}
	for name, p := range projects {
		lang := cmp.Or(langs[name], locale.English)
		t.Run(name, func(t *testing.T) {
			path := writeWorkbook(t, p, lang)
			stored := readback.Stored(t, path)
			if errors := stored.Errors(); len(errors) != 0 {
				t.Errorf("errors are stored: %v", errors)
			}
			sameCells(t, stored, readback.Recalculate(t, edit(t, path, spoil)))
		})
	}
}

// Whoever changes inputs in the workbook gets the figures of the project that
// is changed in the same way.
func TestFiguresFollowTheInputs(t *testing.T) {
	serves := []canvas.ID{"a", "b"}
	project := func(customers, churn, amount int64, served []canvas.ID) *canvas.Project {
		segment := func(id, letter string, customers int64) *canvas.Note {
			c, n, q := decimal.NewFromInt(customers), decimal.NewFromInt(7), decimal.New(churn, -2)
			return &canvas.Note{ID: canvas.ID(id), Order: letter, Block: canvas.CustomerSegments, Text: id, Segment: &canvas.Segment{
				Letter: letter, Economics: canvas.Economics{Customers: &c, NewPerMonth: &n, Churn: &q},
			}}
		}
		price, cost := decimal.New(1290, -2), decimal.NewFromInt(amount)
		p, err := canvas.Build(canvas.Head{ID: "p", Title: "Follow", Currency: "EUR"}, []*canvas.Note{
			segment("a", "A", customers), segment("b", "B", 60),
			{ID: "rv", Block: canvas.RevenueStreams, Text: "Fee", Revenue: &canvas.Revenue{Price: &price, Recurrence: canvas.RecurrenceMonthly}},
			{
				ID: "re", Block: canvas.CustomerRelationships, Text: "Advertising", Segments: served,
				Relationship: &canvas.Relationship{Type: "self_service", Stage: canvas.StageAcquire},
				Costs:        []canvas.CostLine{{ID: "c", Label: "Advertising", Behaviour: canvas.BehaviourMonthly, Amount: &cost}},
			},
		})
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	path := writeWorkbook(t, project(100, 4, 500, serves), "en")
	inputs := readback.Stored(t, path)["Inputs"]
	row := func(label string) string {
		y := slices.IndexFunc(inputs, func(r []string) bool { return len(r) > 0 && r[0] == label })
		// The settings have no such rows, so the first is the one.
		if y < 0 {
			t.Fatalf("no input is called %q", label)
		}
		return strconv.Itoa(y + 1)
	}
	type change struct{ part, ref, value string }
	changes := []change{
		{"xl/worksheets/sheet2.xml", "C" + row("Active customers"), "<v>240</v>"},
		{"xl/worksheets/sheet2.xml", "C" + row("Customers lost"), "<v>0.05</v>"},
		{"xl/worksheets/sheet2.xml", "D" + row("Customers lost"), "<v>0.05</v>"},
		{"xl/worksheets/sheet4.xml", "G6", "<v>650</v>"},
		{"xl/worksheets/sheet4.xml", "N6", ""}, // no longer serves B
	}
	edited := edit(t, path, func(part string, xml []byte) []byte {
		for _, c := range changes {
			if c.part != part {
				continue
			}
			cell := regexp.MustCompile(`(<c r="` + c.ref + `"[^>]*?)( t="[a-zA-Z]+")?>.*?</c>`)
			if !cell.Match(xml) {
				t.Fatalf("%s has no cell %s", part, c.ref)
			}
			xml = cell.ReplaceAll(xml, []byte("${1}>"+c.value+"</c>"))
		}
		return xml
	})
	want := readback.Stored(t, writeWorkbook(t, project(240, 5, 650, serves[:1]), "en"))
	sameCells(t, want, readback.Recalculate(t, edited))
}
