package xlsx_test

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"ninefold/assets/locale"
	"ninefold/canvas/canvastest"
	"ninefold/export/xlsx"
)

// A workbook from the project to the file, and beside it the same formulas and
// values written by the plain library's quickest way, with no styles.
func BenchmarkWrite(b *testing.B) {
	for _, n := range []int{40, 4000} {
		p := canvastest.Large(n)
		var made bytes.Buffer
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				made.Reset()
				if _, err := xlsx.Write(&made, p, locale.Of("en"), ""); err != nil {
					b.Fatal(err)
				}
			}
		})
		if made.Len() == 0 {
			continue // only the other was asked for
		}
		all := lines(b, cells(b, made.Bytes()))
		b.Run(fmt.Sprint(n, "/bare"), func(b *testing.B) {
			for b.Loop() {
				if err := bare(all); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// A line is a row of a sheet as the plain library takes it.
type line struct {
	sheet  string
	at     string // its first cell
	values []any
}

func lines(b *testing.B, all []cell) []line {
	b.Helper()
	var out []line
	for _, c := range all {
		column, row, err := excelize.CellNameToCoordinates(c.ref)
		if err != nil {
			b.Fatal(err)
		}
		at := fmt.Sprint("A", row)
		if len(out) == 0 || out[len(out)-1].sheet != c.sheet || out[len(out)-1].at != at {
			out = append(out, line{sheet: c.sheet, at: at})
		}
		last := &out[len(out)-1]
		for len(last.values) < column-1 {
			last.values = append(last.values, nil)
		}
		var value any = c.value
		if v, err := strconv.ParseFloat(c.value, 64); err == nil {
			value = v
		}
		last.values = append(last.values, excelize.Cell{Formula: c.formula, Value: value})
	}
	return out
}

func bare(all []line) error {
	f := excelize.NewFile()
	for len(all) > 0 {
		sheet := all[0].sheet
		if _, err := f.NewSheet(sheet); err != nil {
			return err
		}
		w, err := f.NewStreamWriter(sheet)
		if err != nil {
			return err
		}
		for len(all) > 0 && all[0].sheet == sheet {
			if err := w.SetRow(all[0].at, all[0].values); err != nil {
				return err
			}
			all = all[1:]
		}
		if err := w.Flush(); err != nil {
			return err
		}
	}
	return f.Write(io.Discard)
}
