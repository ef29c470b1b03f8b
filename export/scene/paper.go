package scene

import "strings"

// A Paper is a size of sheet, landscape, in points.
type Paper struct {
	ID   string // as in the command line: "a4"
	Name string // as everybody calls it: "A4"
	W, H float64
}

// Millimetre is one in points.
const Millimetre = 72 / 25.4

func iso(id string, w, h float64) Paper {
	return Paper{ID: id, Name: strings.ToUpper(id), W: w * Millimetre, H: h * Millimetre}
}

// papers are the sizes that are offered, the most usual one first.
var papers = []Paper{
	iso("a4", 297, 210),
	{"letter", "Letter", 11 * 72, 8.5 * 72},
	iso("a3", 420, 297),
	{"tabloid", "Tabloid", 17 * 72, 11 * 72},
	iso("a2", 594, 420),
	iso("a1", 841, 594),
	iso("a0", 1189, 841),
}

// Papers returns the sizes that are offered, the most usual one first.
func Papers() []Paper { return append([]Paper(nil), papers...) }

// PaperByID returns a size by its id, in capitals or not.
func PaperByID(id string) (Paper, bool) {
	for _, p := range papers {
		if strings.EqualFold(p.ID, id) {
			return p, true
		}
	}
	return Paper{}, false
}
