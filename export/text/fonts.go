package text

import (
	"bytes"
	"os"
	"path/filepath"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"
)

// fallback finds a font for every character: Noto Sans, else DejaVu Sans, else
// one of the machine's. Each is read when it is first needed. It serves package
// shaping and is for one goroutine at a time.
type fallback struct {
	noto    *font.Face
	symbols func() *font.Face
	machine func() *fontscan.FontMap // nil where the machine has no fonts
	emoji   func() *fontscan.FontMap // the same fonts, those with emoji first
	script  language.Script
}

// quiet drops what the search for fonts has to say: a font that cannot be read
// is not used, and that is all.
type quiet struct{}

func (quiet) Printf(string, ...any) {}

// newFallback reads Noto Sans whole and makes ready to look for other fonts.
func newFallback(bold bool) *fallback {
	folder := sync.OnceValue(cacheFolder)
	fonts := func(kind string) func() *fontscan.FontMap {
		return sync.OnceValue(func() *fontscan.FontMap { return machineFonts(folder(), bold, kind) })
	}
	return &fallback{
		noto:    parse(faceOf(bold)),
		symbols: sync.OnceValue(func() *font.Face { return parse(faces[Symbols]) }),
		machine: fonts(fontscan.SansSerif), emoji: fonts(fontscan.Emoji),
	}
}

func parse(f *face) *font.Face {
	parsed, err := font.ParseTTF(bytes.NewReader(f.data))
	if err != nil {
		panic(err) // the font is part of the program
	}
	return parsed
}

// own reports whether a font is one that comes with the program.
func (f *fallback) own(face *font.Face) bool { return face == f.noto || face == f.symbols() }

// machineFonts returns the machine's fonts, those of a kind first, or nil where
// there are none.
func machineFonts(folder string, bold bool, kind string) *fontscan.FontMap {
	fonts := fontscan.NewFontMap(quiet{})
	if fonts.UseSystemFonts(folder) != nil {
		return nil
	}
	query := fontscan.Query{Families: []string{kind}}
	if bold {
		query.Aspect.Weight = font.WeightBold
	}
	fonts.SetQuery(query)
	return fonts
}

// cacheFolder is where the index of the machine's fonts is kept. Where that
// cannot be, it is a temporary folder: without one no font would be found.
func cacheFolder() string {
	for _, base := range []func() (string, error){os.UserCacheDir, func() (string, error) { return os.TempDir(), nil }} {
		dir, err := base()
		if err != nil {
			continue
		}
		dir = filepath.Join(dir, "ninefold")
		if os.MkdirAll(dir, 0o700) != nil {
			continue
		}
		probe, err := os.CreateTemp(dir, "probe")
		if err != nil {
			continue
		}
		name := probe.Name()
		if probe.Close() == nil && os.Remove(name) == nil {
			return dir
		}
	}
	return ""
}

// SetScript tells which script the next characters are in.
func (f *fallback) SetScript(s language.Script) { f.script = s }

// ResolveFace returns a font that has the character; Noto Sans, which draws a
// box, where none has.
func (f *fallback) ResolveFace(r rune) *font.Face {
	switch {
	case has(f.noto, r):
		return f.noto
	case has(f.symbols(), r):
		return f.symbols()
	}
	if face := f.from(f.machine, r); face != nil {
		return face
	}
	return f.noto
}

// picture returns a font of the machine's that has the character as a picture, or
// nil.
func (f *fallback) picture(r rune) *font.Face { return f.from(f.emoji, r) }

// from returns a font of the machine's that has the character, or nil.
func (f *fallback) from(fonts func() *fontscan.FontMap, r rune) *font.Face {
	m := fonts()
	if m == nil {
		return nil
	}
	m.SetScript(f.script)
	if face := m.ResolveFace(r); face != nil && has(face, r) {
		return face
	}
	return nil
}

func has(face *font.Face, r rune) bool {
	_, ok := face.NominalGlyph(r)
	return ok
}
