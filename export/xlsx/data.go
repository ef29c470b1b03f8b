package xlsx

import (
	"bytes"
	"compress/flate"
	"hash/crc32"
	"strconv"
	"strings"
	"sync"

	"github.com/shopspring/decimal"
)

// sheetData is the rows of a sheet as they stand in the file. They are written
// here and not by excelize, which takes several times as long; all around them
// is excelize's. Pieces are packed while the next ones are written.
type sheetData struct {
	text   []byte
	pieces []*piece
	wait   sync.WaitGroup
}

// A piece is a part of a file: deflated, so that pieces after one another are
// the whole file deflated.
type piece struct {
	text   []byte
	packed bytes.Buffer
	err    error
}

// pieceSize is how much text is packed at a time.
const pieceSize = 1 << 19

// packing is quick and leaves files a little larger than the slowest way.
const packing = flate.BestSpeed

var packers = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(nil, packing) // fails only for another level
	return w
}}

// pack deflates the piece; only the last one of a file ends the stream.
func (p *piece) pack(last bool) {
	w := packers.Get().(*flate.Writer)
	defer packers.Put(w)
	w.Reset(&p.packed)
	if _, p.err = w.Write(p.text); p.err != nil {
		return
	}
	if last {
		p.err = w.Close()
		return
	}
	p.err = w.Flush()
}

// cut begins a new piece.
func (s *sheetData) cut() {
	if len(s.text) == 0 {
		return
	}
	p := &piece{text: s.text}
	s.text = make([]byte, 0, pieceSize+pieceSize/8)
	s.pieces = append(s.pieces, p)
	s.wait.Go(func() { p.pack(false) })
}

// row writes a row.
func (s *sheetData) row(n int, r *row) {
	b := s.text
	b = append(b, `<row r="`...)
	b = strconv.AppendInt(b, int64(n), 10)
	b = append(b, `" ht="`...)
	b = strconv.AppendFloat(b, r.points(), 'f', -1, 64)
	b = append(b, `" customHeight="1">`...)
	for i := range r.cells {
		if c := &r.cells[i]; c.kind != none {
			b = c.write(b, i+1, n)
		}
	}
	b = append(b, `</row>`...)
	s.text = b
	if len(s.text) >= pieceSize {
		s.cut()
	}
}

func (c *cell) write(b []byte, column, row int) []byte {
	b = append(b, `<c r="`...)
	b = appendLetters(b, column)
	b = strconv.AppendInt(b, int64(row), 10)
	b = append(b, `" s="`...)
	b = strconv.AppendInt(b, int64(c.style), 10)
	switch {
	case c.kind == blank:
		return append(b, `"/>`...)
	case c.kind == word && c.formula == "":
		b = append(b, `" t="inlineStr"><is><t xml:space="preserve">`...)
		return append(appendText(b, c.value), `</t></is></c>`...)
	case c.kind == word:
		b = append(b, `" t="str">`...)
	default:
		b = append(b, `">`...)
	}
	if c.formula != "" {
		b = c.openFormula(b, column, row)
		if c.share.number == notShared || c.share.to > 0 {
			b = c.appendFormula(b, row)
		}
		b = append(b, `</f>`...)
	}
	b = append(b, `<v>`...)
	if c.kind == word {
		b = appendText(b, c.value)
	} else {
		b = append(b, c.value...)
	}
	return append(b, `</v></c>`...)
}

// openFormula begins a formula, and says with which cells it is shared.
func (c *cell) openFormula(b []byte, column, row int) []byte {
	if c.share.number == notShared {
		return append(b, `<f>`...)
	}
	b = append(b, `<f t="shared"`...)
	if c.share.to > 0 {
		b = append(b, ` ref="`...)
		b = strconv.AppendInt(appendLetters(b, column), int64(row), 10)
		b = append(b, ':')
		b = strconv.AppendInt(appendLetters(b, column), int64(c.share.to), 10)
		b = append(b, '"')
	}
	b = append(b, ` si="`...)
	b = strconv.AppendInt(b, int64(c.share.number-1), 10)
	return append(b, `">`...)
}

// A pattern is a formula that many rows hold, escaped once; it begins with a
// byte of its own. See [ownRow].
func pattern(formula string) string {
	return string(appendEscaped([]byte{patternMark}, formula))
}

// appendFormula writes the formula, with the rows that a pattern leaves open.
func (c *cell) appendFormula(b []byte, row int) []byte {
	rest, ok := strings.CutPrefix(c.formula, string(rune(patternMark)))
	if !ok {
		return appendEscaped(b, c.formula)
	}
	for {
		i := strings.IndexByte(rest, ownMark)
		part := rest
		if i >= 0 {
			part = rest[:i]
		}
		for j := strings.IndexByte(part, otherMark); j >= 0; j = strings.IndexByte(part, otherMark) {
			b = append(b, part[:j]...)
			b = strconv.AppendInt(b, int64(c.other), 10)
			part = part[j+1:]
		}
		b = append(b, part...)
		if i < 0 {
			return b
		}
		b = strconv.AppendInt(b, int64(row), 10)
		rest = rest[i+1:]
	}
}

// appendLetters writes the name of a column.
func appendLetters(b []byte, column int) []byte {
	if column > 26 {
		b = appendLetters(b, (column-1)/26)
	}
	return append(b, byte('A'+(column-1)%26))
}

// appendEscaped writes what XML may take for its own.
func appendEscaped(b []byte, text string) []byte {
	for i := range len(text) {
		switch c := text[i]; c {
		case '&':
			b = append(b, `&amp;`...)
		case '<':
			b = append(b, `&lt;`...)
		case '>':
			b = append(b, `&gt;`...)
		case '\r':
			b = append(b, `&#13;`...)
		default:
			b = append(b, c)
		}
	}
	return b
}

// appendText writes a text. What looks like the file format's way to write a
// character by its number, as in _x0041_, stays what it is.
func appendText(b []byte, text string) []byte {
	for {
		i := strings.Index(text, "_x")
		if i < 0 {
			return appendEscaped(b, text)
		}
		b = appendEscaped(b, text[:i])
		text = text[i:]
		if coded(text) {
			b = append(b, `_x005F`...)
		}
		b = append(b, '_')
		text = text[1:]
	}
}

// coded reports whether a text begins as _x0041_ does.
func coded(text string) bool {
	return len(text) >= 7 && text[6] == '_' && strings.Trim(text[2:6], "0123456789abcdefABCDEF") == ""
}

// digits are a figure as a cell holds it, and whether this is all of it: cells
// hold numbers of 15 to 17 digits.
func digits(d decimal.Decimal) (text string, exact bool) {
	if places := -int(d.Exponent()); places >= 0 && places <= maxPlaces && d.NumDigits() <= maxPlaces {
		return short(d.CoefficientInt64(), places), true
	}
	text = d.String()
	value, err := strconv.ParseFloat(text, 64)
	if err != nil {
		value = 0 // beyond any number that a cell can hold; the notice says so
	}
	exact = err == nil && decimal.NewFromFloat(value).Equal(d)
	return strconv.FormatFloat(value, 'g', -1, 64), exact
}

// maxPlaces is how many digits a cell holds exactly.
const maxPlaces = 15

// short writes a figure of few digits, the last so many of which are places
// after the point.
func short(coefficient int64, places int) string {
	var buffer [2*maxPlaces + 4]byte
	at, left := len(buffer), coefficient
	if left < 0 {
		left = -left
	}
	for i := 0; i <= places || left > 0; i++ {
		digit := byte(left % 10)
		left /= 10
		if i < places && digit == 0 && at == len(buffer) {
			continue // a last place that says nothing
		}
		if i == places && i > 0 && at < len(buffer) {
			at--
			buffer[at] = '.'
		}
		at--
		buffer[at] = '0' + digit
	}
	if coefficient < 0 {
		at--
		buffer[at] = '-'
	}
	return string(buffer[at:])
}

// checksum is that of all pieces after one another.
func checksum(pieces []*piece) (sum uint32, size uint64) {
	for _, p := range pieces {
		sum = crc32.Update(sum, crc32.IEEETable, p.text)
		size += uint64(len(p.text))
	}
	return sum, size
}
