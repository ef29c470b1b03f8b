package geometry

import "math"

// A TokenKind says what a token of the palette is.
type TokenKind int

// The kinds.
const (
	TokenType   TokenKind = iota // a type of relationship
	TokenTactic                  // a way to carry one out
	TokenNew                     // the button for a further one
)

// newIcon is the drawing of what adds something.
const newIcon = "type/new"

// A TokenText says a token of the palette.
type TokenText struct {
	Kind TokenKind
	ID   string // of the type or the tactic
	// Icon names a drawing; where there is none Mark, one or two letters,
	// stands instead.
	Icon, Mark string
	Name       string
}

// A TokenGroup is tokens of the palette under a heading.
type TokenGroup struct {
	Name   string
	Tokens []TokenText
}

// A Token is something of the palette in its place.
type Token struct {
	TokenText
	Rect     Rect
	MarkRect Rect // of the drawing or mark, from the token's top left; empty on a very narrow board
	Label    Label
}

// A Search is the field above the palette that makes it shorter.
type Search struct {
	Rect  Rect
	Icon  Rect  // of the drawing in it
	Clear Rect  // of the button that empties it; none while it is empty
	Label Label // what is looked for, or else what the field is for
}

// layPalette sets the search, and the tokens one under the other, group by
// group.
func (b *Board) layPalette(e *BoardEngine, text BoardText, scroll float64) {
	m := b.Metrics
	width := math.Floor(clamp(m.PaletteShare*b.Area.W, m.PaletteMin, m.PaletteMax))
	b.Palette = Rect{b.Area.X, b.Area.Y, width, b.Area.H}
	inner := width - 2*m.Margin
	b.laySearch(e, text, inner)
	top := b.Search.Rect.Bottom() + m.PadY
	b.PaletteBody = Rect{b.Palette.X, top, width, max(0, b.Palette.Bottom()-top)}

	y := m.Tight
	label := func(text string, s style) {
		l := e.label(text, m.Margin, y, inner, s)
		if !l.Empty() {
			b.PaletteLabels = append(b.PaletteLabels, l)
			y += l.Rect.H + m.Tight
		}
	}
	for _, g := range text.Groups {
		label(g.Name, style{size: m.Caption, bold: true, tone: ToneMuted})
		for _, t := range g.Tokens {
			token := m.token(e, t, inner)
			token.Rect = token.Rect.Moved(Point{m.Margin, y})
			y = token.Rect.Bottom() + m.Between
			b.Tokens = append(b.Tokens, token)
		}
		y += m.PadY
	}
	label(text.Hint, style{size: m.Small, tone: ToneMuted})
	b.Most.Palette = math.Ceil(max(0, y+m.Margin-b.PaletteBody.H))
	b.Scroll.Palette = math.Round(min(max(scroll, 0), b.Most.Palette))
	by := Point{b.PaletteBody.X, b.PaletteBody.Y - b.Scroll.Palette}
	for i := range b.Tokens {
		b.Tokens[i].Rect = b.Tokens[i].Rect.Moved(by)
	}
	for i := range b.PaletteLabels {
		b.PaletteLabels[i].Rect = b.PaletteLabels[i].Rect.Moved(by)
	}
}

// laySearch sets the search at the head of the palette.
func (b *Board) laySearch(e *BoardEngine, text BoardText, inner float64) {
	m := b.Metrics
	height := lineHeight(m.Small) + 2*m.PadY
	r := Rect{b.Area.X + m.Margin, b.Area.Y + m.Margin, inner, height}
	side := m.SmallBadge
	icon := Rect{r.X + m.PadY, r.Y + math.Floor((height-side)/2), side, side}
	s := Search{Rect: r, Icon: icon}
	words, tone := text.Query, ToneInk
	if words == "" {
		words, tone = text.Search, ToneMuted
	} else {
		s.Clear = icon.Moved(Point{r.Right() - m.PadY - side - icon.X, 0})
	}
	x := icon.Right() + m.Tight
	s.Label = e.label(words, x, r.Y+m.PadY, r.Right()-m.PadY-side-x, style{size: m.Small, tone: tone, lines: 1})
	s.Label.Rect.H = lineHeight(m.Small) // also while there is no word in it
	b.Search = s
}

// token lays a token out at the origin. Types stand out; tactics, which are
// many, are lower.
func (m BoardMetrics) token(e *BoardEngine, t TokenText, inner float64) Token {
	side, size, pad, lines := m.Mark, m.Text, m.PadY, 2
	if t.Kind != TokenType {
		side, size, pad, lines = min(m.Mark, max(math.Round(0.75*m.Mark), m.SmallBadge)), m.Small, math.Round(0.7*m.PadY), 3
	}
	mark := Rect{m.PadY, 0, side, side}
	x := mark.X
	if side > 0 {
		x += side + 2*m.Tight
	}
	name := e.label(t.Name, x, 0, inner-x-m.PadY, style{size: size, lines: lines})
	h := max(side, name.Rect.H) + 2*pad
	mark.Y, name.Rect.Y = math.Floor((h-side)/2), math.Floor((h-name.Rect.H)/2)
	return Token{TokenText: t, Rect: Rect{0, 0, inner, h}, MarkRect: mark, Label: name}
}
