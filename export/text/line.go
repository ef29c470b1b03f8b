package text

import (
	"image"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A Line is a line of text with the places of its glyphs. It is shared: do not
// change it.
type Line struct {
	Width float64
	Runs  []Run // from left to right
}

// A Run is a piece of a line that is drawn in one way.
type Run struct {
	X     float64 // from the beginning of the line
	Width float64
	Text  string // its characters, in the order in which they are read
	Start int    // how many characters of the line are read before
	// Glyphs are what is drawn. A plain run has none: its characters follow
	// each other in its font, see [Advance] and [Outline].
	Glyphs []Glyph
	Plain  bool
	Font   Font // of a plain run
	// Clusters are the pieces of a run that is read from right to left, from
	// left to right; other runs have none.
	Clusters []Cluster
	// Missing are the characters that no font has, drawn as boxes.
	Missing []rune
}

// A Cluster is the least piece of a run that stands by itself: a letter with its
// marks, or letters that are drawn as one sign.
type Cluster struct {
	X     float64 // from the beginning of the run
	Width float64
	Text  string // in the order in which it is read

	at int // its first character in the line
}

// A Glyph is one sign, drawn from a place on its run's baseline.
type Glyph struct {
	X, Y    float64 // from the beginning of the run
	Outline []Segment
	Bitmap  *Bitmap // nil where there is an outline
}

// A Bitmap is a sign that its font has as a picture, such as an emoji.
type Bitmap struct {
	Image      image.Image
	X, Y, W, H float64 // from the glyph's place
}

// An Op is a step of an outline.
type Op uint8

// The steps of an outline and the points that each takes. Every outline begins
// with a move, and every part of it is closed.
const (
	MoveTo Op = iota // 1
	LineTo           // 1
	QuadTo           // 2: a control point and the end
	CubeTo           // 3: two control points and the end
)

// A Segment is a part of an outline.
type Segment struct {
	Op   Op
	Args [3]Point
}

// A Point is a place.
type Point struct{ X, Y float64 }

// Advance is how far a character of a plain run takes the next one.
func Advance(r rune, in Font) float64 { return float64(max(0, faces[in].advance(r))) / 1000 }

// Measure is the width of a line of text in the unit of its size: what
// [Layout] says, times the size.
func Measure(s string, size float64, bold bool) float64 {
	f := faceOf(bold)
	sum := int32(0)
	for _, r := range s {
		a := f.advance(r)
		if a < 0 {
			var ok bool
			if _, a, ok = fontFor(r, bold); !ok {
				return Layout(s, bold).Width * size
			}
		}
		sum += a
	}
	return float64(sum) / 1000 * size
}

// Layout finds the glyphs of a line of text. A soft hyphen at its end, where the
// line is broken, is shown; one elsewhere is not.
func Layout(s string, bold bool) *Line {
	clean := Clean(s)
	if strings.HasSuffix(s, softHyphen) {
		clean += "-"
	}
	s = clean
	if line := plainLine(s, bold); line != nil {
		return line
	}
	key := lineKey{s, bold}
	lines.mu.Lock()
	line := lines.known[key]
	lines.mu.Unlock()
	if line != nil {
		return line
	}
	line = shape(s, bold)
	lines.mu.Lock()
	if len(lines.known) >= maxLines {
		clear(lines.known)
	}
	lines.known[key] = line
	lines.mu.Unlock()
	return line
}

// softHyphen is where a word may be broken.
const softHyphen = "\u00ad"

// Missing returns the characters of a text that no font has.
func Missing(s string, bold bool) []rune {
	if allPlain(s, bold) {
		return nil
	}
	var out []rune
	for _, run := range Layout(s, bold).Runs {
		out = append(out, run.Missing...)
	}
	return out
}

// Clean makes a text fit to be drawn on a line: valid UTF-8 in composed form,
// tabs and line breaks as spaces, without control characters.
func Clean(s string) string {
	if isASCII(s) {
		return s
	}
	s = norm.NFC.String(strings.ToValidUTF8(s, string(utf8.RuneError)))
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t', r == '\n', r == '\r', r == '\u2028', r == '\u2029':
			return ' '
		case unicode.IsControl(r), r == '\u00ad', r == '\ufeff', r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe:
			return -1
		}
		return r
	}, s)
}

// isASCII reports whether a text has printable ASCII characters only, which
// need no cleaning.
func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] < 0x20 || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

// plainLine lays out a text of which every character stands by itself in one of
// the program's fonts; of another it returns nil.
func plainLine(s string, bold bool) *Line {
	line := &Line{}
	begin, start, font, width := 0, 0, FontOf(bold), int32(0)
	end := func(at int) {
		if at > begin || len(s) == 0 {
			w := float64(width) / 1000
			line.Runs = append(line.Runs, Run{X: line.Width, Width: w, Text: s[begin:at], Start: start, Plain: true, Font: font})
			line.Width += w
			start += utf8.RuneCountInString(s[begin:at])
		}
		begin, width = at, 0
	}
	for i, r := range s {
		f, advance, ok := fontFor(r, bold)
		if !ok {
			return nil
		}
		if f != font {
			end(i)
			font = f
		}
		width += advance
	}
	end(len(s))
	return line
}

// allPlain reports whether every character of a text stands by itself in one of
// the program's fonts.
func allPlain(s string, bold bool) bool {
	for _, r := range s {
		if _, _, ok := fontFor(r, bold); !ok {
			return false
		}
	}
	return true
}

// plainFont is the font in which every character of a text stands by itself;
// false means that there is no such one.
func plainFont(s string, bold bool) (Font, bool) {
	line := plainLine(s, bold)
	if line == nil || len(line.Runs) != 1 {
		return 0, false
	}
	return line.Runs[0].Font, true
}

// lines remembers lines that had to be shaped, which takes long.
var lines = struct {
	mu    sync.Mutex
	known map[lineKey]*Line
}{known: map[lineKey]*Line{}}

// maxLines bounds how many lines are remembered.
const maxLines = 8192

type lineKey struct {
	text string
	bold bool
}
