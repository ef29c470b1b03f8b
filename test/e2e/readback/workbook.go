//go:build e2e

package readback

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A Workbook is the content of all sheets, by their names: rows of cells, as
// exact values and not as they are formatted.
type Workbook map[string][][]string

// What LibreOffice does with formulas when it opens a workbook. By itself it
// believes the values stored beside them, however wrong.
const (
	always = 0
	never  = 1
)

// Each cell in full, UTF-8, comma, values unformatted, one file for each sheet.
const csvFilter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"

// Recalculate gives a workbook with all its formulas computed by LibreOffice.
func Recalculate(t testing.TB, path string) Workbook {
	t.Helper()
	return open(t, path, always)
}

// Stored gives a workbook with the values stored in it, as a viewer shows them
// that does not calculate.
func Stored(t testing.TB, path string) Workbook {
	t.Helper()
	return open(t, path, never)
}

func open(t testing.TB, path string, recalculate int) Workbook {
	t.Helper()
	out := t.TempDir()
	run(t, "soffice", "-env:UserInstallation=file://"+profile(t, recalculate), "--headless",
		"--convert-to", csvFilter, "--outdir", out, path)
	base := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	files, err := filepath.Glob(filepath.Join(out, "*.csv"))
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
	return book
}

// profile makes a LibreOffice profile that recalculates workbooks always or
// never, and gives its folder.
func profile(t testing.TB, recalculate int) string {
	t.Helper()
	dir := t.TempDir()
	settings := fmt.Sprintf(`<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
  <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
    <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>%d</value></prop>
  </item>
</oor:items>
`, recalculate)
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

// errorValue is how spreadsheets show that a formula could not be computed.
var errorValue = regexp.MustCompile(`^(#(REF!|NAME\?|VALUE!|DIV/0!|NUM!|N/A|NULL!)|Err:\d+)$`)

// Errors gives the places of all cells that show an error, "Sheet!B3: #REF!".
func (b Workbook) Errors() []string {
	var places []string
	for sheet, rows := range b {
		for y, row := range rows {
			for x, cell := range row {
				if errorValue.MatchString(cell) {
					places = append(places, fmt.Sprintf("%s!%s: %s", sheet, cellName(x, y), cell))
				}
			}
		}
	}
	return places
}

// cellName gives the name of the cell in column x and row y, both from 0.
func cellName(x, y int) string {
	column := ""
	for n := x + 1; n > 0; n = (n - 1) / 26 {
		column = string(rune('A'+(n-1)%26)) + column
	}
	return fmt.Sprintf("%s%d", column, y+1)
}
