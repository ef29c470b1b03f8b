package text

import (
	"sync"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"ninefold/assets"
)

// A Font is one of those that come with the program.
type Font uint8

// The fonts.
const (
	Regular Font = iota // Noto Sans
	Bold                // Noto Sans Bold
	Symbols             // DejaVu Sans, for symbols that Noto Sans lacks
)

// FontOf is the font of text of a weight.
func FontOf(bold bool) Font {
	if bold {
		return Bold
	}
	return Regular
}

// A face is one of the fonts, read as little as plain text needs.
type face struct {
	data []byte
	font func() *sfnt.Font

	mu       sync.RWMutex
	buf      sfnt.Buffer
	advances map[rune]int32 // in thousandths of an em; absent is -1
	outlines map[rune][]Segment

	// common are the advances of the characters that nearly all text is made
	// of, so that measuring takes no lock.
	common func() *[commonRunes]int16
}

// commonRunes is the number of characters with a place in the table: Latin,
// Greek and Cyrillic.
const commonRunes = 0x530

var faces = [...]*face{
	Regular: newFace(assets.FontRegular()), Bold: newFace(assets.FontBold()), Symbols: newFace(assets.FontSymbols()),
}

func faceOf(bold bool) *face { return faces[FontOf(bold)] }

// maxPlain is the last character that a PDF can show as text.
const maxPlain = 0xffff

// fontFor returns the font that shows a character plainly and its advance there
// in thousandths of an em; false means that none does.
func fontFor(r rune, bold bool) (f Font, advance int32, ok bool) {
	f = FontOf(bold)
	if advance = faces[f].advance(r); advance >= 0 {
		return f, advance, true
	}
	if !plain(r) || r < commonRunes || r > maxPlain {
		return f, 0, false
	}
	advance = faces[Symbols].advance(r)
	return Symbols, advance, advance >= 0
}

func newFace(data []byte) *face {
	f := &face{data: data, advances: map[rune]int32{}, outlines: map[rune][]Segment{}}
	f.font = sync.OnceValue(func() *sfnt.Font {
		parsed, err := sfnt.Parse(data)
		if err != nil {
			panic(err) // the font is part of the program
		}
		return parsed
	})
	f.common = sync.OnceValue(func() *[commonRunes]int16 {
		var table [commonRunes]int16
		for r := range rune(commonRunes) {
			table[r] = int16(f.lookup(r))
		}
		return &table
	})
	return f
}

// advance returns a character's advance in thousandths of an em, or -1 when
// the font cannot show it plainly: as one glyph that stands by itself.
func (f *face) advance(r rune) int32 {
	if r < commonRunes {
		if r < 0 {
			return -1
		}
		return int32(f.common()[r])
	}
	f.mu.RLock()
	a, ok := f.advances[r]
	f.mu.RUnlock()
	if !ok {
		a = f.lookup(r)
		f.mu.Lock()
		f.advances[r] = a
		f.mu.Unlock()
	}
	return a
}

// units is what a face is read at: with as many pixels as the font has units
// in an em, nothing is rounded.
func units(f *sfnt.Font) fixed.Int26_6 { return fixed.I(int(f.UnitsPerEm())) }

// lookup reads an advance from the font.
func (f *face) lookup(r rune) int32 {
	if !plain(r) {
		return -1
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	fnt := f.font()
	glyph, err := fnt.GlyphIndex(&f.buf, r)
	if err != nil || glyph == 0 {
		return -1
	}
	a, err := fnt.GlyphAdvance(&f.buf, glyph, units(fnt), font.HintingNone)
	if err != nil {
		return -1
	}
	return int32(a) * 1000 / int32(units(fnt))
}

// Outline returns the outline of a character of a plain run in its font. It is
// shared: do not change it.
func Outline(r rune, in Font) []Segment {
	f := faces[in]
	f.mu.RLock()
	out, ok := f.outlines[r]
	f.mu.RUnlock()
	if ok {
		return out
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	fnt := f.font()
	glyph, err := fnt.GlyphIndex(&f.buf, r)
	if err == nil {
		var segments sfnt.Segments
		segments, err = fnt.LoadGlyph(&f.buf, glyph, units(fnt), nil)
		if err == nil {
			out = fromFont(segments, float64(units(fnt)))
		}
	}
	f.outlines[r] = out
	return out
}

func fromFont(segments sfnt.Segments, em float64) []Segment {
	out := make([]Segment, len(segments))
	for i, s := range segments {
		out[i].Op = Op(s.Op)
		for j, p := range s.Args {
			out[i].Args[j] = Point{float64(p.X) / em, float64(p.Y) / em}
		}
	}
	return out
}

// plain reports whether a character of Latin, Greek, Cyrillic or a symbol
// stands by itself: it neither combines with others nor steers them.
func plain(r rune) bool {
	switch {
	case r < 0x20, r == 0x7f, r == 0xad:
		return false
	case r < 0x300:
		return true
	case r >= 0x530 && r < 0x1e00, r >= 0x2c00 && r < 0x2c60, r >= 0x2e80 && r < 0xa720, r >= 0xa800 && r != 0xfffd && (r < 0xfb00 || r > 0xfb06):
		return false
	}
	return !isPicture(r) && !unicode.In(r, unicode.M, unicode.Cf, unicode.Zl, unicode.Zp)
}
