package text

import (
	"bytes"
	"image"
	_ "image/jpeg" // pictures in fonts
	_ "image/png"
	"math"
	"slices"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// shapers are the two weights' shapers, made when first needed.
var shapers = [2]func() *shaper{
	sync.OnceValue(func() *shaper { return newShaper(false) }),
	sync.OnceValue(func() *shaper { return newShaper(true) }),
}

// A shaper turns texts into glyphs.
type shaper struct {
	mu        sync.Mutex
	bold      bool
	fonts     *fallback
	segmenter shaping.Segmenter
	harfbuzz  shaping.HarfbuzzShaper
	wrapper   shaping.LineWrapper
	pictures  map[bitmapKey]*Bitmap
}

// A bitmapKey names a glyph that its font has as a picture.
type bitmapKey struct {
	font  *font.Font
	glyph font.GID
}

func newShaper(bold bool) *shaper {
	return &shaper{bold: bold, fonts: newFallback(bold), pictures: map[bitmapKey]*Bitmap{}}
}

// shapedSize is the size at which text is shaped: large, so that nothing is
// rounded that could be seen.
const shapedSize = 1000

// shape lays out a clean text.
func shape(s string, bold bool) *Line {
	i := 0
	if bold {
		i = 1
	}
	sh := shapers[i]()
	sh.mu.Lock()
	defer sh.mu.Unlock()
	return sh.line([]rune(s))
}

func (sh *shaper) line(text []rune) *Line {
	inputs := sh.segmenter.Split(shaping.Input{
		Text: text, RunEnd: len(text),
		Direction: direction(text),
		Size:      fixed.I(shapedSize),
		Language:  language.NewLanguage("en"),
	}, sh.fonts)
	inputs = cutOut(inputs, findEmoji(text), text, sh.fonts.picture)
	outputs := make([]shaping.Output, len(inputs))
	for i, in := range inputs {
		outputs[i] = sh.harfbuzz.Shape(in)
	}
	config := shaping.WrapConfig{Direction: direction(text), DisableTrailingWhitespaceTrim: true}
	wrapped, _ := sh.wrapper.WrapParagraph(config, math.MaxInt32, text, shaping.NewSliceIterator(outputs))
	line := &Line{}
	for _, part := range wrapped { // one, unless the text has paragraphs
		part = slices.Clone(part)
		slices.SortFunc(part, func(a, b shaping.Output) int { return int(a.VisualIndex - b.VisualIndex) })
		for _, out := range part {
			run := sh.run(text, out)
			run.X = line.Width
			line.Width += run.Width
			line.Runs = append(line.Runs, run)
		}
	}
	return line
}

// direction is that of the first letter, or of a mark before it that says so:
// right to left in the scripts that are written so, else left to right.
func direction(text []rune) di.Direction {
	for _, r := range text {
		switch {
		case r == '\u200e':
			return di.DirectionLTR
		case r == '\u200f':
			return di.DirectionRTL
		case unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Adlam):
			return di.DirectionRTL
		case unicode.IsLetter(r):
			return di.DirectionLTR
		}
	}
	return di.DirectionLTR
}

// run turns a shaped run into glyphs, or leaves it to be drawn plainly.
func (sh *shaper) run(text []rune, out shaping.Output) Run {
	run := Run{Text: string(text[out.Runes.Offset : out.Runes.Offset+out.Runes.Count]), Start: out.Runes.Offset}
	if out.Direction == di.DirectionLTR && sh.fonts.own(out.Face) {
		if font, ok := plainFont(run.Text, sh.bold); ok {
			run.Plain, run.Font = true, font
			run.Width = Measure(run.Text, 1, sh.bold)
			return run
		}
	}
	em := float64(out.Face.Upem())
	cluster := -1
	for _, g := range out.Glyphs {
		if out.Direction == di.DirectionRTL {
			run.cluster(text, g.TextIndex(), g.RunesCount())
		}
		at := Point{run.Width + ems(g.XOffset), -ems(g.YOffset)}
		first := text[min(g.TextIndex(), len(text)-1)]
		switch {
		case first == ' ': // as wide as everywhere, in whichever font
			run.Width += Advance(' ', FontOf(sh.bold))
			continue
		case g.GlyphID == 0 && invisible(first), g.GlyphID == font.EmptyGlyph:
			continue
		case g.GlyphID == 0:
			run.Glyphs = append(run.Glyphs, Glyph{X: at.X, Y: at.Y, Outline: box})
			run.Width += boxWidth
			if g.TextIndex() != cluster {
				cluster = g.TextIndex()
				for _, r := range text[cluster : cluster+g.RunesCount()] {
					if !invisible(r) && !has(sh.fonts.noto, r) {
						run.Missing = append(run.Missing, r)
					}
				}
			}
			continue
		}
		run.Width += ems(g.Advance)
		if bitmap := sh.bitmap(out.Face, g.GlyphID); bitmap != nil {
			run.Glyphs = append(run.Glyphs, Glyph{X: at.X, Y: at.Y, Bitmap: bitmap})
		} else if outline, ok := out.Face.GlyphDataOutline(g.GlyphID); ok && len(outline.Segments) > 0 {
			run.Glyphs = append(run.Glyphs, Glyph{X: at.X, Y: at.Y, Outline: scaled(outline, em)})
		}
	}
	run.endCluster()
	return run
}

// cluster begins a cluster with the next glyph, unless that is part of the last
// one.
func (r *Run) cluster(text []rune, at, count int) {
	s := string(text[at:min(at+count, len(text))])
	r.endCluster()
	if n := len(r.Clusters); n > 0 && r.Clusters[n-1].at == at {
		return
	}
	r.Clusters = append(r.Clusters, Cluster{X: r.Width, Text: s, at: at})
}

// endCluster ends the last cluster where the run ends so far.
func (r *Run) endCluster() {
	if n := len(r.Clusters); n > 0 {
		r.Clusters[n-1].Width = r.Width - r.Clusters[n-1].X
	}
}

// ems turns a length at the size of shaping into ems.
func ems(v fixed.Int26_6) float64 { return float64(v) / 64 / shapedSize }

// invisible reports whether a character is not to be seen in any font.
func invisible(r rune) bool {
	return unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Zs, unicode.Zl, unicode.Zp) || r == '\u034f' || r == '\u3164'
}

func scaled(outline font.GlyphOutline, em float64) []Segment {
	segments := make([]Segment, len(outline.Segments))
	for i, s := range outline.Segments {
		segments[i].Op = Op(s.Op)
		for j, p := range s.Args {
			segments[i].Args[j] = Point{float64(p.X) / em, -float64(p.Y) / em}
		}
	}
	return segments
}

// bitmap returns the picture that a font has for a glyph, or nil.
func (sh *shaper) bitmap(face *font.Face, glyph font.GID) *Bitmap {
	key := bitmapKey{face.Font, glyph}
	if b, ok := sh.pictures[key]; ok {
		return b
	}
	var out *Bitmap
	if data, ok := face.GlyphDataBitmap(glyph); ok && (data.Format == font.PNG || data.Format == font.JPG) {
		img, _, err := image.Decode(bytes.NewReader(data.Data))
		if ext, ok := face.GlyphExtents(glyph); ok && err == nil {
			em := float64(face.Upem())
			out = &Bitmap{
				Image: img,
				X:     float64(ext.XBearing) / em, Y: -float64(ext.YBearing) / em,
				W: float64(ext.Width) / em, H: -float64(ext.Height) / em,
			}
		}
	}
	sh.pictures[key] = out
	return out
}

// boxWidth is how far the box of a missing character takes the next one.
const boxWidth = 0.6

// box stands for a character that no font has.
var box = slices.Concat(frame(0.08, -0.7, 0.52, 0), frame(0.46, -0.64, 0.14, -0.06))

// frame is a rectangle; from right to left it cuts a hole.
func frame(x1, y1, x2, y2 float64) []Segment {
	return []Segment{
		{Op: MoveTo, Args: [3]Point{{x1, y1}}},
		{Op: LineTo, Args: [3]Point{{x2, y1}}},
		{Op: LineTo, Args: [3]Point{{x2, y2}}},
		{Op: LineTo, Args: [3]Point{{x1, y2}}},
	}
}
