package image

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image/color"
	"image/png"
	"io"
	"math"
	"strconv"
	"strings"

	"ninefold/export/scene"
	"ninefold/export/text"
)

// SVG writes a page as an SVG file, one unit of the page being one point.
// Letters are drawn as shapes, so that they look the same where the font is not
// installed; the text lies over them unseen, so that it can be found and copied.
// The title is what a viewer calls the picture, lang the language of its text.
func SVG(w io.Writer, p *scene.Page, title, lang string) error {
	s := &svg{glyphs: map[string]string{}, shapes: map[letter]string{}, pictures: map[*text.Bitmap]string{}}
	for _, item := range p.Items {
		s.draw(item)
	}
	if s.err != nil {
		return fmt.Errorf("svg: %w", s.err)
	}
	var head bytes.Buffer
	fmt.Fprintf(&head, `<svg xmlns="http://www.w3.org/2000/svg" width="%spt" height="%spt" viewBox="0 0 %s %s" lang="%s">`+"\n",
		number(p.W), number(p.H), number(p.W), number(p.H), escape(lang))
	fmt.Fprintf(&head, "<title>%s</title>\n<defs>\n", escape(title))
	for _, part := range [][]byte{head.Bytes(), s.defs.Bytes(), []byte("</defs>\n"), s.body.Bytes(), []byte("</svg>\n")} {
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	return nil
}

// An svg is a file that is being made.
type svg struct {
	defs, body bytes.Buffer
	glyphs     map[string]string // ids of shapes, by their path
	shapes     map[letter]string // ids of shapes of plain letters
	pictures   map[*text.Bitmap]string
	clips      int
	err        error
}

// A letter is a character in a font.
type letter struct {
	char rune
	font text.Font
}

func (s *svg) draw(item scene.Item) {
	switch it := item.(type) {
	case scene.Rect:
		s.rect(it)
	case scene.Circle:
		fmt.Fprintf(&s.body, `<circle cx="%s" cy="%s" r="%s"%s/>`+"\n", number(it.X), number(it.Y), number(it.R), paint(it.Paint, true))
	case scene.Polygon:
		fmt.Fprintf(&s.body, `<polygon points="%s"%s/>`+"\n", points(it.Points), paint(it.Paint, true))
	case scene.Line:
		fmt.Fprintf(&s.body, `<line x1="%s" y1="%s" x2="%s" y2="%s"%s/>`+"\n", number(it.X1), number(it.Y1), number(it.X2), number(it.Y2), paint(it.Paint, false))
	case scene.Polyline:
		fmt.Fprintf(&s.body, `<polyline points="%s"%s stroke-linejoin="round"/>`+"\n", points(it.Points), paint(it.Paint, false))
	case scene.Text:
		s.text(it)
	case scene.Clip:
		s.clips++
		id := "c" + strconv.Itoa(s.clips)
		fmt.Fprintf(&s.defs, `<clipPath id="%s"><rect x="%s" y="%s" width="%s" height="%s"/></clipPath>`+"\n",
			id, number(it.X), number(it.Y), number(it.W), number(it.H))
		fmt.Fprintf(&s.body, `<g clip-path="url(#%s)">`+"\n", id)
		for _, inner := range it.Items {
			s.draw(inner)
		}
		s.body.WriteString("</g>\n")
	}
}

func (s *svg) rect(it scene.Rect) {
	r := it.Radii
	if r[0] == r[1] && r[1] == r[2] && r[2] == r[3] {
		round := ""
		if r[0] > 0 {
			round = fmt.Sprintf(` rx="%s"`, number(r[0]))
		}
		fmt.Fprintf(&s.body, `<rect x="%s" y="%s" width="%s" height="%s"%s%s/>`+"\n", number(it.X), number(it.Y), number(it.W), number(it.H), round, paint(it.Paint, true))
		return
	}
	var p path
	p.roundRect(it.X, it.Y, it.X+it.W, it.Y+it.H, r, false)
	fmt.Fprintf(&s.body, `<path d="%s"%s/>`+"\n", outlineData(p.steps, 1), paint(it.Paint, true))
}

// perEm is how many units of a shape of a letter make an em.
const perEm = 1000

func (s *svg) text(it scene.Text) {
	if it.Size <= 0 || it.Color.A == 0 || it.Text == "" {
		return
	}
	if it.Link != "" {
		fmt.Fprintf(&s.body, `<a href="%s">`, escape(it.Link))
		defer s.body.WriteString("</a>\n")
	}
	fmt.Fprintf(&s.body, `<g transform="translate(%s %s) scale(%s)"%s>`, number(it.X), number(it.Y), fine(it.Size/perEm), fill(it.Color))
	line := text.Layout(it.Text, it.Bold)
	for i := range line.Runs {
		run := &line.Runs[i]
		if run.Plain {
			x := run.X
			for _, c := range run.Text {
				s.use(s.letter(letter{c, run.Font}), x, 0)
				x += text.Advance(c, run.Font)
			}
			continue
		}
		for _, g := range run.Glyphs {
			if g.Bitmap != nil {
				s.use(s.picture(g.Bitmap.In(it.Grey)), run.X+g.X+g.Bitmap.X, g.Y+g.Bitmap.Y)
			} else {
				s.use(s.shape(g.Outline), run.X+g.X, g.Y)
			}
		}
	}
	fmt.Fprintf(&s.body, `<text font-size="%d" textLength="%s" lengthAdjust="spacingAndGlyphs" fill-opacity="0" xml:space="preserve">%s</text></g>`+"\n",
		perEm, number(line.Width*perEm), escape(it.Text))
}

// use draws what has an id, at a place in ems; what has none is not seen.
func (s *svg) use(id string, x, y float64) {
	if id == "" {
		return
	}
	fmt.Fprintf(&s.body, `<use href="#%s" x="%s"`, id, number(x*perEm))
	if y != 0 {
		fmt.Fprintf(&s.body, ` y="%s"`, number(y*perEm))
	}
	s.body.WriteString("/>")
}

func (s *svg) letter(l letter) string {
	id, ok := s.shapes[l]
	if !ok {
		id = s.shape(text.Outline(l.char, l.font))
		s.shapes[l] = id
	}
	return id
}

// shape returns the id of an outline, which the file holds once.
func (s *svg) shape(outline []text.Segment) string {
	if len(outline) == 0 {
		return ""
	}
	data := outlineData(outline, perEm)
	id, ok := s.glyphs[data]
	if !ok {
		id = "g" + strconv.Itoa(len(s.glyphs))
		s.glyphs[data] = id
		fmt.Fprintf(&s.defs, `<path id="%s" d="%s"/>`+"\n", id, data)
	}
	return id
}

// picture returns the id of a sign that is a picture.
func (s *svg) picture(b *text.Bitmap) string {
	id, ok := s.pictures[b]
	if !ok {
		var data bytes.Buffer
		if err := png.Encode(&data, b.Image); err != nil {
			s.err = err
			return ""
		}
		id = "p" + strconv.Itoa(len(s.pictures))
		s.pictures[b] = id
		fmt.Fprintf(&s.defs, `<image id="%s" width="%s" height="%s" preserveAspectRatio="none" href="data:image/png;base64,%s"/>`+"\n",
			id, number(b.W*perEm), number(b.H*perEm), base64.StdEncoding.EncodeToString(data.Bytes()))
	}
	return id
}

// outlineData is a path in the words of the format.
func outlineData(steps []text.Segment, scale float64) string {
	var b strings.Builder
	for i, s := range steps {
		if s.Op == text.MoveTo && i > 0 {
			b.WriteByte('Z')
		}
		b.WriteByte("MLQC"[s.Op])
		for j, p := range s.Args[:args(s.Op)] {
			if j > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(number(p.X*scale) + " " + number(p.Y*scale))
		}
	}
	b.WriteByte('Z')
	return b.String()
}

// paint is how a shape is filled and outlined.
func paint(p scene.Paint, area bool) string {
	out := ` fill="none"`
	if area && visible(p.Fill) {
		out = fill(p.Fill)
	}
	if visible(p.Stroke) && p.Width > 0 {
		out += fmt.Sprintf(` stroke="%s" stroke-width="%s"`, hex(p.Stroke), number(p.Width))
		if p.Stroke.A < 0xff {
			out += fmt.Sprintf(` stroke-opacity="%s"`, number(float64(p.Stroke.A)/0xff))
		}
		if p.Dash > 0 {
			out += fmt.Sprintf(` stroke-dasharray="%s"`, number(p.Dash))
		}
	}
	return out
}

func fill(c color.NRGBA) string {
	out := fmt.Sprintf(` fill="%s"`, hex(c))
	if c.A < 0xff {
		out += fmt.Sprintf(` fill-opacity="%s"`, number(float64(c.A)/0xff))
	}
	return out
}

func hex(c color.NRGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

func points(all []scene.Point) string {
	var b strings.Builder
	for i, p := range all {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(number(p.X) + "," + number(p.Y))
	}
	return b.String()
}

// number writes a length to a hundredth; what is no finite number is 0.
func number(v float64) string { return decimals(v, 100) }

// fine writes a factor to more places than a length needs.
func fine(v float64) string { return decimals(v, 1e6) }

func decimals(v, per float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "0"
	}
	v = math.Round(v*per)/per + 0 // makes 0 of -0
	return strconv.FormatFloat(v, 'f', -1, 64)
}

var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// escape makes a text fit to stand in the file.
func escape(s string) string { return escapes.Replace(text.Clean(s)) }
