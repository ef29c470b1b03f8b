//go:build e2e

package readback

import (
	_ "embed"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// A Workbook is the content of all sheets, by their names: rows of cells, as
// exact values and not as they are formatted.
type Workbook map[string][][]string

// Each cell in full, UTF-8, comma, values unformatted, one file for each sheet.
const csvFilter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"

// Recalculate gives workbooks with all their formulas computed by LibreOffice,
// by their paths, whose last parts must differ.
func Recalculate(t testing.TB, paths ...string) map[string]Workbook {
	t.Helper()
	out := t.TempDir()
	half := (len(paths) + 1) / 2 // for two processors, each with a profile of its own
	var both []job
	for _, part := range [][]string{paths[:half], paths[half:]} {
		if len(part) > 0 {
			args := []string{"-env:UserInstallation=file://" + profile(t), "--headless", "--convert-to", csvFilter, "--outdir", out}
			both = append(both, job{name: "soffice", args: append(args, part...)})
		}
	}
	runAll(t, both)
	books := map[string]Workbook{}
	for _, path := range paths {
		base := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
		files, err := filepath.Glob(filepath.Join(out, base+"-*.csv"))
		if err != nil {
			t.Fatal(err)
		}
		book := Workbook{}
		for _, file := range files {
			sheet := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(file), base+"-"), ".csv")
			book[sheet] = readCSV(t, file)
		}
		if len(book) == 0 {
			t.Fatalf("LibreOffice reads no sheet from %s", path)
		}
		books[path] = book
	}
	return books
}

// profile makes a LibreOffice profile that recalculates workbooks when it opens
// them, and gives its folder. By itself LibreOffice believes the values stored
// beside formulas, however wrong.
func profile(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
  <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
    <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
  </item>
</oor:items>
`
	if err := os.Mkdir(filepath.Join(dir, "user"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "user", "registrymodifications.xcu"), []byte(settings), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

func readCSV(t testing.TB, path string) [][]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	reader := csv.NewReader(f)
	reader.FieldsPerRecord = -1
	rows, err := reader.ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return rows
}

// A StoredBook is a workbook with the values stored in it, as a program shows
// them that does not calculate.
type StoredBook struct {
	Sheets Workbook          `json:"sheets"`
	Names  map[string]string `json:"names"` // what named cells refer to
}

// Place is the sheet, row and column of a named cell, counted from 0.
func (b StoredBook) Place(t testing.TB, name string) (sheet string, row, column int) {
	t.Helper()
	sheet, ref, ok := strings.Cut(b.Names[name], "!")
	parts := strings.Split(ref, "$")
	if !ok || len(parts) != 3 {
		t.Fatalf("no cell is named %s: %q", name, b.Names[name])
	}
	for _, c := range parts[1] {
		column = column*26 + int(c-'A') + 1
	}
	row, err := strconv.Atoi(parts[2])
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(strings.Trim(sheet, "'"), "''", "'"), row - 1, column - 1
}

// Cell gives the content of a cell, or "" where there is none.
func (b Workbook) Cell(sheet string, row, column int) string {
	if rows := b[sheet]; row < len(rows) && column < len(rows[row]) {
		return rows[row][column]
	}
	return ""
}

// Figure reads a cell that holds a figure; LibreOffice gives shares in percent.
func Figure(cell string) (float64, bool) {
	digits, percent := strings.CutSuffix(cell, "%")
	x, err := strconv.ParseFloat(digits, 64)
	if percent {
		x /= 100
	}
	return x, err == nil
}

// A Change gives a cell another content: a number, a text, or nothing.
type Change struct {
	Sheet  string `json:"sheet"`
	Ref    string `json:"ref"`
	Value  string `json:"value"`
	Number bool   `json:"number"`
}

// An Edit is a copy of a workbook with changes. Whoever makes it knows nothing
// of the values stored in the workbook, and leaves them out.
type Edit struct {
	From  string   `json:"from"`
	To    string   `json:"to"`
	Cells []Change `json:"cells"`
}

//go:embed openpyxl.py
var script string

// Stored makes edited copies of workbooks and then gives workbooks with the
// values stored in them, both with openpyxl.
func Stored(t testing.TB, edits []Edit, paths ...string) map[string]StoredBook {
	t.Helper()
	jobs, err := json.Marshal(map[string]any{"edits": edits, "read": paths})
	if err != nil {
		t.Fatal(err)
	}
	// Debian's own Python, whatever others there are: it sees Debian's modules.
	out := runJob(t, job{name: "/usr/bin/python3", args: []string{"-c", script}, input: string(jobs)})
	books := map[string]StoredBook{}
	if err := json.Unmarshal([]byte(out), &books); err != nil {
		t.Fatal(err)
	}
	return books
}

// errorValue is how spreadsheets show that a formula could not be computed.
var errorValue = regexp.MustCompile(`^(#(REF!|NAME\?|VALUE!|DIV/0!|NUM!|N/A|NULL!)|Err:\d+)$`)

// Errors gives the places of all cells that show an error, "Sheet!B3: #REF!".
func (b Workbook) Errors() []string {
	var places []string
	for sheet, rows := range b {
		for y, row := range rows {
			for x, cell := range row {
				if errorValue.MatchString(cell) {
					places = append(places, fmt.Sprintf("%s!%s: %s", sheet, CellName(x, y), cell))
				}
			}
		}
	}
	return places
}

// WorkbookErrors are the errors in a workbook once LibreOffice has computed it.
func WorkbookErrors(t testing.TB, path string) []string {
	t.Helper()
	return Recalculate(t, path)[path].Errors()
}

// CellName gives the name of the cell in column x and row y, both from 0.
func CellName(x, y int) string {
	column := ""
	for n := x + 1; n > 0; n = (n - 1) / 26 {
		column = string(rune('A'+(n-1)%26)) + column
	}
	return fmt.Sprintf("%s%d", column, y+1)
}
