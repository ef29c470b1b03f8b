package canvas

import (
	"strings"

	"github.com/rivo/uniseg"
)

// Excerpt returns the beginning of a text on one line: at most that many
// characters as a reader counts them, the last an ellipsis where something was
// left out. It stands for a note in lists and sentences.
func Excerpt(text string, most int) string {
	text = strings.Join(strings.Fields(text), " ")
	if uniseg.GraphemeClusterCount(text) <= most {
		return text
	}
	var b strings.Builder
	g := uniseg.NewGraphemes(text)
	for i := 0; i < most-1 && g.Next(); i++ {
		b.WriteString(g.Str())
	}
	return strings.TrimRight(b.String(), " ") + "…"
}
