package pdf

import (
	"fmt"
	"slices"
	"strings"
	unicode16 "unicode/utf16"

	"golang.org/x/text/unicode/bidi"

	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/export/text"
)

// text draws a run of text, plain runs as text and others as shapes.
func (d *drawer) text(it *scene.Text) error {
	if it.Size <= 0 || it.Color.A == 0 {
		return nil
	}
	line := text.Layout(it.Text, it.Bold)
	d.shade(it.Color.A)
	d.fill(it.Color)
	for _, run := range asRead(line) {
		x := it.X + run.X*it.Size
		if run.Plain {
			if run.Text != "" {
				d.plain(run.Text, run.Font, it.Size, x, it.Y)
			}
			continue
		}
		if err := d.shapes(it, run, x); err != nil {
			return err
		}
	}
	if it.Link != "" {
		// The library writes the address as it is: it must be plain.
		r := d.seen(geometry.Rect{X: it.X, Y: it.Y - it.Size*0.85, W: line.Width * it.Size, H: it.Size * 1.1})
		if !r.Empty() {
			d.page.links = append(d.page.links, link{r, address(it.Link)})
		}
	}
	return nil
}

// plain writes characters that one of the file's fonts has.
func (d *drawer) plain(s string, font text.Font, size, x, y float64) {
	d.used.runes[font].add(s)
	d.write(s, font, size, x, y)
}

// shapes draws a run that the font of the file cannot show. The characters are
// put beside the shapes as what they stand for; since readers find them only
// where some glyph is shown, an invisible one as wide as the run is there too.
func (d *drawer) shapes(it *scene.Text, run *text.Run, x float64) error {
	whole := len(run.Clusters) == 0
	if whole {
		d.standIn(run.Text)
	}
	inked := false
	for _, g := range run.Glyphs {
		gx, gy := x+g.X*it.Size, it.Y+g.Y*it.Size
		if g.Bitmap == nil {
			d.outline(g.Outline, gx, gy, it.Size)
			inked = true
		}
	}
	if inked {
		d.step("f")
	}
	for _, g := range run.Glyphs {
		if g.Bitmap != nil {
			gx, gy := x+g.X*it.Size, it.Y+g.Y*it.Size
			name, err := d.pictures.name(g.Bitmap)
			if err != nil {
				return err
			}
			d.used.pictures[name] = true
			b := g.Bitmap
			d.picture(name, gx+b.X*it.Size, gy+b.Y*it.Size, b.W*it.Size, b.H*it.Size)
		}
	}
	if whole {
		d.end(it, x, run.Width)
		return nil
	}
	for _, c := range words(run) {
		d.standIn(c.Text)
		d.end(it, x+c.X*it.Size, c.Width)
	}
	return nil
}

// asRead returns the runs of a line in the order in which they are read, which
// is the order in which some readers of files give them.
func asRead(line *text.Line) []*text.Run {
	runs := make([]*text.Run, len(line.Runs))
	for i := range line.Runs {
		runs[i] = &line.Runs[i]
	}
	slices.SortStableFunc(runs, func(a, b *text.Run) int { return a.Start - b.Start })
	return runs
}

// words returns the characters of a run that is read from right to left, each in
// its own place: readers of files turn letters round by that. Words, and the
// signs between them, come in the order in which they are read; the letters of a
// word, as readers expect it, from left to right.
func words(run *text.Run) []text.Cluster {
	var out []text.Cluster
	begin := 0 // of the word
	for _, c := range slices.Backward(run.Clusters) {
		letters := []rune(c.Text)
		wide := c.Width / float64(len(letters))
		for k, r := range letters { // the first is at the right
			one := text.Cluster{X: c.X + float64(len(letters)-1-k)*wide, Width: wide, Text: bidi.ReverseString(string(r))}
			if isLetter(r) {
				out = slices.Insert(out, begin, one)
				continue
			}
			out = append(out, one)
			begin = len(out)
		}
	}
	return out
}

// isLetter reports whether a character is a letter that is written from right to
// left, or a mark on one.
func isLetter(r rune) bool {
	p, _ := bidi.LookupRune(r)
	c := p.Class()
	return c == bidi.R || c == bidi.AL || c == bidi.NSM || c == bidi.BN // such as a joiner
}

// standIn begins what stands for a text that the file's fonts cannot show.
func (d *drawer) standIn(s string) {
	d.step("/Span <</ActualText <" + hex(s) + ">>> BDC")
}

// end ends it, with an unseen letter as wide as the text, in ems.
func (d *drawer) end(it *scene.Text, x, width float64) {
	const least = 0.01 // of a mark that stands over a letter, so that it is found
	width = max(width, least)
	font := text.FontOf(it.Bold)
	d.out = append(d.out, "3 Tr "...)
	d.number(100 * width / text.Advance('o', font))
	d.step("Tz")
	d.plain("o", font, it.Size, x, it.Y)
	d.step("0 Tr 100 Tz EMC")
}

// outline adds a glyph to the path.
func (d *drawer) outline(outline []text.Segment, x, y, size float64) {
	var last text.Point
	open := false
	at := func(p text.Point) (float64, float64) { return x + p.X*size, y + p.Y*size }
	for _, s := range outline {
		switch s.Op {
		case text.MoveTo:
			if open {
				d.step("h")
			}
			open = true
			d.move(at(s.Args[0]))
			last = s.Args[0]
		case text.LineTo:
			d.line(at(s.Args[0]))
			last = s.Args[0]
		case text.QuadTo: // as a cubic curve: the format has no other
			c, end := s.Args[0], s.Args[1]
			x1, y1 := at(text.Point{X: last.X + (c.X-last.X)*2/3, Y: last.Y + (c.Y-last.Y)*2/3})
			x2, y2 := at(text.Point{X: end.X + (c.X-end.X)*2/3, Y: end.Y + (c.Y-end.Y)*2/3})
			x3, y3 := at(end)
			d.curve(x1, y1, x2, y2, x3, y3)
			last = end
		case text.CubeTo:
			x1, y1 := at(s.Args[0])
			x2, y2 := at(s.Args[1])
			x3, y3 := at(s.Args[2])
			d.curve(x1, y1, x2, y2, x3, y3)
			last = s.Args[2]
		}
	}
	if open {
		d.step("h")
	}
}

// utf16 returns a text as the format has it in what a file says about itself.
func utf16(s string) string {
	if s == "" {
		return ""
	}
	var b strings.Builder
	b.WriteString("\xfe\xff")
	for _, u := range unicode16.Encode([]rune(text.Clean(s))) {
		b.WriteByte(byte(u >> 8))
		b.WriteByte(byte(u))
	}
	return b.String()
}

// cesu8 returns a text with every half of a surrogate pair as a character of
// its own, which is what the library makes UTF-16 of.
func cesu8(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r < 0x10000 {
			b.WriteRune(r)
			continue
		}
		for _, half := range unicode16.Encode([]rune{r}) {
			b.Write([]byte{0xe0 | byte(half>>12), 0x80 | byte(half>>6)&0x3f, 0x80 | byte(half)&0x3f})
		}
	}
	return b.String()
}

// hex returns a text as UTF-16 in hexadecimal digits.
func hex(s string) string { return fmt.Sprintf("%X", utf16(s)) }

// address drops from a web address what may not stand in one.
func address(s string) string {
	return strings.Map(func(r rune) rune {
		if r <= ' ' || r >= 0x7f || r == '(' || r == ')' || r == '\\' {
			return -1
		}
		return r
	}, s)
}
