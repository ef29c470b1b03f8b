package xlsx_test

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/costing"
	"ninefold/export/xlsx"
)

// The scenario that is asked for is the one that the workbook has chosen, and
// its figures are that scenario's.
func TestScenario(t *testing.T) {
	p := canvas.UpdateHead(volta(t), func(h *canvas.Head) { h.Plan.Low = &canvas.Scenario{Price: dec("0.8"), Cost: dec("1.25")} })
	for scenario, word := range map[costing.Scenario]string{costing.ScenarioLow: "baixo", costing.ScenarioHigh: "alto", "": "base", "odd": "base"} {
		var out bytes.Buffer
		if _, err := xlsx.Write(&out, p, locale.Of("pt"), scenario); err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenReader(&out)
		if err != nil {
			t.Fatal(err)
		}
		if got := named(t, f, "scenario"); got != word {
			t.Errorf("%q: %s is chosen, want %s", scenario, got, word)
		}
		m := costing.NewIn(p, scenario)
		if got := named(t, f, "total_result"); !same(got, m.Totals().Result) {
			t.Errorf("%q: the result is %s, want %v", scenario, got, m.Totals().Result)
		}
		_ = f.Close()
	}
}

// Comments have a sheet where there are any, replies under what they answer.
func TestComments(t *testing.T) {
	_, f, _ := write(t, volta(t), "en")
	if slices.Contains(f.GetSheetList(), "Comments") {
		t.Error("there is a sheet for no comments")
	}
	p, err := canvas.UpdateNote(volta(t), "co_1", func(n *canvas.Note) {
		n.Comments = []canvas.Comment{{ID: "c", Author: "Bea", Text: "=Too dear?", Resolved: true, Replies: []canvas.Reply{{ID: "r", Author: "Ada", Text: "No."}}}}
	})
	if err != nil {
		t.Fatal(err)
	}
	_, f, _ = write(t, p, "en")
	for at, want := range map[string]string{"A5": "Cost Structure", "B5": "Workshop", "C5": "Bea", "E5": "=Too dear?", "F5": "resolved", "C6": "Ada", "E6": "↳ No."} {
		if got, _ := f.GetCellValue("Comments", at); got != want {
			t.Errorf("%s: got %q, want %q", at, got, want)
		}
	}
}

// Each chart has a title and names both axes in the language; every sheet names
// its area on paper, and is one page wide but for those that then could not be
// read.
func TestChartsAndPages(t *testing.T) {
	data, f, _ := write(t, volta(t), "it")
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	charts := 0
	for _, part := range z.File {
		if !strings.HasPrefix(part.Name, "xl/charts/chart") {
			continue
		}
		charts++
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		_ = r.Close()
		titles := regexp.MustCompile(`<a:t>[^<]+</a:t>`).FindAll(text, -1)
		if bytes.Contains(text, []byte("tickLblSkip")) {
			t.Errorf("%s leaves it to the program how many months are named", part.Name)
		}
		if len(titles) != 3 {
			t.Errorf("%s has the titles %q, want its own and two of axes", part.Name, titles)
		}
	}
	if charts != 6 {
		t.Errorf("%d charts", charts)
	}
	for _, sheet := range f.GetSheetList() {
		if units := len(utf16.Encode([]rune(sheet))); units > 31 {
			t.Errorf("%s: the name has %d characters", sheet, units)
		}
		wide := 1
		switch sheet {
		case "Persone", "Mesi per segmento":
			wide = 2
		}
		if page, err := f.GetPageLayout(sheet); err != nil || page.FitToWidth == nil || *page.FitToWidth != wide {
			t.Errorf("%s is not %d pages wide: %v", sheet, wide, err)
		}
		if !slices.ContainsFunc(f.GetDefinedName(), func(d excelize.DefinedName) bool {
			return d.Name == "_xlnm.Print_Area" && d.Scope == sheet
		}) {
			t.Errorf("%s has no print area", sheet)
		}
	}
}
