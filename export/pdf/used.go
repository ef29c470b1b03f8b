package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image/png"
	"maps"
	"math/bits"
	"slices"
	"sync"

	"ninefold/export/text"
)

// used is what contents take from outside of themselves: characters of fonts,
// pictures, transparencies.
type used struct {
	runes    [len(fontNames)]runeSet
	pictures map[string]bool
	alphas   [0x100]bool
}

func newUsed() *used { return &used{pictures: map[string]bool{}} }

// add adds what others have used.
func (u *used) add(other *used) {
	for i := range u.runes {
		for k, set := range other.runes[i] {
			u.runes[i][k] |= set
		}
	}
	maps.Copy(u.pictures, other.pictures)
	for a, is := range other.alphas {
		u.alphas[a] = u.alphas[a] || is
	}
}

// A runeSet is a set of the characters that a file's fonts can have.
type runeSet [1 << 10]uint64

func (s *runeSet) add(text string) {
	for _, r := range text {
		s[uint16(r)>>6] |= 1 << (r & 63)
	}
}

// all returns the characters in order.
func (s *runeSet) all() []rune {
	var out []rune
	for i, set := range s {
		for ; set != 0; set &= set - 1 {
			out = append(out, rune(i<<6+bits.TrailingZeros64(set)))
		}
	}
	return out
}

// pictures are glyphs that their fonts have as pictures. The file holds each
// once, however often it is drawn.
type pictures struct {
	mu    sync.Mutex
	names map[*text.Bitmap]string
	files map[string][]byte // by name, as PNG
}

// name returns a picture's name in the file, which follows from how it looks.
func (p *pictures) name(b *text.Bitmap) (string, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if name, ok := p.names[b]; ok {
		return name, nil
	}
	var file bytes.Buffer
	if err := png.Encode(&file, b.Image); err != nil {
		return "", err
	}
	name := fmt.Sprintf("P%x", sha256.Sum256(file.Bytes()))
	p.names[b], p.files[name] = name, file.Bytes()
	return name, nil
}

// sorted returns the names of the used pictures, and the used transparencies,
// each in an order that does not depend on who drew them first.
func (u *used) sorted() (pictures []string, alphas []uint8) {
	for a, is := range u.alphas {
		if is {
			alphas = append(alphas, uint8(a))
		}
	}
	return slices.Sorted(maps.Keys(u.pictures)), alphas
}
