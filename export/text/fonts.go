package text

import (
	"bytes"
	"os"
	"path/filepath"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"
)

// fallback finds a font for every character: Noto Sans, else one of the
// machine's. It serves package shaping and is for one goroutine at a time.
type fallback struct {
	noto    *font.Face
	machine *fontscan.FontMap // nil where the machine has no fonts
}

// quiet drops what the search for fonts has to say: a font that cannot be read
// is not used, and that is all.
type quiet struct{}

func (quiet) Printf(string, ...any) {}

// newFallback reads Noto Sans whole and looks for the machine's fonts.
func newFallback(bold bool) (*fallback, error) {
	noto, err := font.ParseTTF(bytes.NewReader(faceOf(bold).data))
	if err != nil {
		return nil, err
	}
	f := &fallback{noto: noto}
	machine := fontscan.NewFontMap(quiet{})
	if machine.UseSystemFonts(cacheFolder()) == nil {
		query := fontscan.Query{Families: []string{fontscan.SansSerif, fontscan.Emoji}}
		if bold {
			query.Aspect.Weight = font.WeightBold
		}
		machine.SetQuery(query)
		f.machine = machine
	}
	return f, nil
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
func (f *fallback) SetScript(s language.Script) {
	if f.machine != nil {
		f.machine.SetScript(s)
	}
}

// ResolveFace returns a font that has the character; Noto Sans, which draws a
// box, where none has.
func (f *fallback) ResolveFace(r rune) *font.Face {
	if has(f.noto, r) || f.machine == nil {
		return f.noto
	}
	if face := f.machine.ResolveFace(r); face != nil && has(face, r) {
		return face
	}
	return f.noto
}

func has(face *font.Face, r rune) bool {
	_, ok := face.NominalGlyph(r)
	return ok
}
