package markdown

import (
	"regexp"
	"strings"

	"ninefold/export/text"
)

var (
	// signs mean something wherever they stand.
	signs = regexp.MustCompile("[\\\\`*_\\[\\]<>|~&]")
	// begins mean something at the beginning of a line.
	begins = regexp.MustCompile(`^(\s*)([-+=#:]|\d+[.)])`)
)

// escape makes a text stand in Markdown as it is. Its line breaks stay.
func escape(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		line = strings.TrimSpace(text.Clean(line))
		line = signs.ReplaceAllString(line, `\$0`)
		lines[i] = begins.ReplaceAllStringFunc(line, func(m string) string {
			return m[:len(m)-1] + `\` + m[len(m)-1:]
		})
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// oneLine is a text where only one line may stand.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
