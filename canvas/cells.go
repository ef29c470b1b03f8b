package canvas

import "strings"

// Cells reads what a spreadsheet puts on the clipboard. A cell in quotes may
// hold tabs, line breaks, and quotes that stand twice; where it has none of them
// the quotes belong to the text.
func Cells(text string) [][]string {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	text = strings.TrimSuffix(text, "\n")
	if text == "" {
		return nil
	}
	var rows [][]string
	row := []string{}
	for {
		var cell string
		cell, text = firstCell(text)
		row = append(row, cell)
		if text == "" {
			return append(rows, row)
		}
		if text[0] == '\n' {
			rows, row = append(rows, row), []string{}
		}
		text = text[1:]
	}
}

// firstCell cuts the first cell off; what follows begins with its separator.
func firstCell(text string) (cell, rest string) {
	if strings.HasPrefix(text, `"`) {
		if cell, rest, ok := quoted(text[1:]); ok && strings.ContainsAny(cell, "\t\n\"") {
			return cell, rest
		}
	}
	if end := strings.IndexAny(text, "\t\n"); end >= 0 {
		return text[:end], text[end:]
	}
	return text, ""
}

// quoted reads a cell up to its closing quote, after which it must end.
func quoted(text string) (cell, rest string, ok bool) {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(text, `"`)
		if !found {
			return "", "", false
		}
		b.WriteString(before)
		switch {
		case strings.HasPrefix(after, `"`):
			b.WriteByte('"')
			text = after[1:]
		case after == "" || after[0] == '\t' || after[0] == '\n':
			return b.String(), after, true
		default:
			return "", "", false
		}
	}
}
