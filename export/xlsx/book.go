package xlsx

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"sort"
	"time"

	"github.com/xuri/excelize/v2"

	"ninefold/assets"
	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/internal/iso4217"
)

// A book is a workbook on its way. The first error is kept and everything
// after it does nothing.
type book struct {
	file    *excelize.File
	words   *locale.Words
	styles  [looks][looks][2]int // by role, form and quote, one more than excelize's; 0 where there is none yet
	formats map[form]string
	notices []Notice
	names   map[string]bool
	grids   []*grid
	places  int    // that an amount takes after its whole part, with the point
	missing string // written where a figure is not available
	err     error
}

func newBook(head canvas.Head, words *locale.Words) (*book, error) {
	b := &book{
		file: excelize.NewFile(), words: words, formats: formats(words, head.Currency), names: map[string]bool{}, missing: words.T("xlsx.not_available"),
		places: len(places(iso4217.Digits(head.Currency))),
	}
	if err := b.file.SetDefaultFont(fontFamily); err != nil {
		return nil, err
	}
	name, _ := clean(head.Title)
	author, _ := clean(head.DesignedBy)
	day := zipDate
	if d, err := time.Parse(time.DateOnly, head.Date); err == nil {
		day = d
	}
	stamp := day.UTC().Format(time.RFC3339)
	b.fail(b.file.SetDocProps(&excelize.DocProperties{
		Title: name, Creator: cmp.Or(author, assets.AppName), LastModifiedBy: assets.AppName,
		Created: stamp, Modified: stamp, Language: string(words.Lang()),
	}))
	b.fail(b.file.SetAppProps(&excelize.AppProperties{Application: assets.AppName}))
	return b, b.err
}

func (b *book) fail(err error) {
	if b.err == nil {
		b.err = err
	}
}

// sheet adds a sheet after those there are; its name is a key of the words.
func (b *book) sheet(key string) *grid {
	g := &grid{book: b, name: b.words.T(key)}
	if len(b.grids) == 0 {
		b.fail(b.file.SetSheetName("Sheet1", g.name))
	} else if _, err := b.file.NewSheet(g.name); err != nil {
		b.fail(err)
	}
	b.grids = append(b.grids, g)
	return g
}

// name names a cell for formulas and for scripts. A name that is taken or
// cannot be one is left out: the cell can be reached all the same.
func (b *book) name(name string, g *grid, column, row int) { b.define(name, g.at(fix(column, row))) }

// define names a cell or a range.
func (b *book) define(name, refersTo string) {
	if b.names[name] {
		return
	}
	b.names[name] = true
	b.fail(b.file.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: refersTo}))
}

// write sets all sheets up and writes the workbook.
func (b *book) write(w io.Writer) error {
	out := &sortedZip{to: w, files: map[string]*bytes.Buffer{}, sheets: map[string]*sheetData{}}
	for i, g := range b.grids {
		g.finish()
		out.sheets[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)] = &g.data
	}
	if b.err != nil {
		return b.err
	}
	// excelize lists content types in the order of a map.
	if types := b.file.ContentTypes; types != nil {
		sort.Slice(types.Defaults, func(i, j int) bool { return types.Defaults[i].Extension < types.Defaults[j].Extension })
	}
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return out })
	return b.file.Write(io.Discard)
}
