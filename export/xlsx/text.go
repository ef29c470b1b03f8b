package xlsx

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// maxText is how many UTF-16 units a cell can hold.
const maxText = 32767

// clean makes a text fit for a cell: valid UTF-8, lines ended by a line feed,
// and the replacement character for what XML does not allow. It reports
// whether the text had to be cut.
func clean(text string) (string, bool) {
	if isClean(text) {
		return text, false
	}
	text = strings.ReplaceAll(text, "\r\n", "\n")
	units := 0
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '\r':
			r = '\n'
		case r < ' ' && r != '\n' && r != '\t', r == 0x7f, r == 0xfffe, r == 0xffff:
			r = utf8.RuneError
		}
		units += utf16.RuneLen(r)
		if units > maxText {
			return b.String(), true
		}
		b.WriteRune(r)
	}
	return b.String(), false
}

// isClean reports whether a text is fit as it is, for most are.
func isClean(text string) bool {
	if len(text) > maxText {
		return false
	}
	for i := range len(text) {
		if c := text[i]; c < ' ' && c != '\n' && c != '\t' || c >= 0x7f {
			return false
		}
	}
	return true
}

// active reports whether a program might take a text for a formula once
// somebody edits its cell.
func active(text string) bool {
	return text != "" && strings.ContainsRune("=+-@\t\n", rune(text[0]))
}

// quoted is a sheet's name as formulas write it.
func quoted(sheet string) string { return "'" + strings.ReplaceAll(sheet, "'", "''") + "'" }
