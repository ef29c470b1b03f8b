package xlsx

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"

	"ninefold/assets/locale"
	"ninefold/internal/iso4217"
)

// A role says what a cell is for, and so how it looks.
type role int

const (
	plain   role = iota // a text or a figure that is worked out
	title               // the first line of a sheet
	remark              // an explanation
	section             // a heading across a sheet
	head                // the head of a column
	band                // a heading over several columns
	input               // what the user may change
	fixed               // what formulas need and nobody changes
	total               // a sum
	result              // the figures that a sheet is for
	faint               // what only helps to work others out
)

// A form says how a figure is written.
type form int

const (
	text    form = iota
	wrapped      // a text that may take several lines
	noted        // such a text to the right of figures
	above        // such a text above figures
	centred
	right
	count   // customers, people, orders: as many places as there are
	whole   // a whole number
	money   // in the currency's minor units
	flow    // money, with a dash for none
	signed  // money with the currency's sign
	percent // a share
	ratio   // one place, as in 6.8
)

// A look is what a style is made of.
type look struct {
	role  role
	form  form
	quote bool // the text looks like a formula and is none
}

// Colours, as excelize wants them.
const (
	ink      = "1B1D21"
	muted    = "626976"
	accent   = "1F6F78"
	inputInk = "1C49B0"
	inputBed = "FFF9E3"
	headBed  = "E6F1F1"
	totalBed = "F4F2EB"
	line     = "C9C6BD"
	alarmInk = "9C2A1E"
	alarmBed = "FBE3DF"
)

// fontFamily is on every machine, under its own name or a metric double's.
const fontFamily = "Arial"

// looks is more than there are roles, and more than there are forms.
const looks = 16

func (b *book) style(l look) int {
	known := &b.styles[l.role][l.form][0]
	if l.quote {
		known = &b.styles[l.role][l.form][1]
	}
	if *known > 0 {
		return *known - 1
	}
	id, err := b.file.NewStyle(b.describe(l))
	if err != nil {
		b.fail(err)
		return 0
	}
	if l.quote {
		id = b.quote(id)
	}
	*known = id + 1
	return id
}

// quote returns a copy of a style that keeps a text a text while it is edited.
func (b *book) quote(id int) int {
	xfs := b.file.Styles.CellXfs
	xf, yes := xfs.Xf[id], true
	xf.QuotePrefix = &yes
	xfs.Xf = append(xfs.Xf, xf)
	xfs.Count = len(xfs.Xf)
	return len(xfs.Xf) - 1
}

func (b *book) describe(l look) *excelize.Style {
	font := &excelize.Font{Family: fontFamily, Size: 10, Color: ink}
	align := &excelize.Alignment{Vertical: "center"}
	s := &excelize.Style{Font: font, Alignment: align}
	border := func(side string, weight int, colour string) {
		s.Border = append(s.Border, excelize.Border{Type: side, Style: weight, Color: colour})
	}
	fill := func(colour string) { s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}} }
	switch l.role {
	case plain:
		border("bottom", 4, line)
	case title:
		font.Size, font.Bold, font.Color = 16, true, accent
	case remark:
		font.Color = muted
	case section:
		font.Bold, font.Color = true, accent
		border("bottom", 2, accent)
	case head:
		font.Bold, align.WrapText, align.Vertical = true, true, "bottom"
		fill(headBed)
		border("bottom", 1, accent)
	case band:
		font.Bold, font.Color, align.Horizontal = true, accent, "centerContinuous"
		fill(headBed)
	case input:
		font.Color = inputInk
		fill(inputBed)
		border("bottom", 4, line)
	case fixed, faint:
		font.Color = muted
		border("bottom", 4, line)
	case total:
		font.Bold = true
		fill(totalBed)
		border("top", 1, muted)
	case result:
		font.Bold, font.Color = true, accent
		fill(totalBed)
		border("top", 1, accent)
		border("bottom", 6, accent)
	}
	switch l.form {
	case text:
	case wrapped:
		align.WrapText = true
	case noted:
		align.WrapText, align.Indent, align.Horizontal = true, 1, "left"
	case above:
		align.WrapText, align.Horizontal = true, "right"
	case centred:
		align.Horizontal = "center"
	case right:
		align.Horizontal = "right"
	default:
		align.Horizontal = "right"
		format := b.formats[l.form]
		s.CustomNumFmt = &format
	}
	return s
}

// formats are the number formats of a language and a currency. The marks
// between digits are those of the reader's own system, as ever in a workbook.
func formats(words *locale.Words, currency string) map[form]string {
	figure := "#,##0" + places(iso4217.Digits(currency))
	sign := currencySign(words, currency)
	withSign := figure + `\ ` + sign
	if words.Lang() == locale.English {
		withSign = sign + figure
	}
	if sign == "" {
		withSign = figure
	}
	return map[form]string{
		count:   "General",
		whole:   `#,##0;[Red]\-#,##0`,
		money:   figure + `;[Red]\-` + figure,
		flow:    figure + `;[Red]\-` + figure + `;–`,
		signed:  withSign + `;[Red]\-` + withSign,
		percent: `0.0#%`,
		ratio:   `#,##0.0;[Red]\-#,##0.0`,
	}
}

func places(n int) string {
	if n == 0 {
		return ""
	}
	return "." + strings.Repeat("0", n)
}

// regions are the languages by the numbers that number formats know.
var regions = map[locale.Lang]string{
	locale.English: "409", locale.Portuguese: "816", locale.Spanish: "C0A", locale.Italian: "410",
}

var currencyCode = regexp.MustCompile(`^[A-Z]{3}$`)

// currencySign is a currency's sign in a number format; empty for a code that
// is none.
func currencySign(words *locale.Words, currency string) string {
	if !currencyCode.MatchString(currency) {
		return ""
	}
	return fmt.Sprintf("[$%s-%s]", words.Symbol(currency), regions[words.Lang()])
}
