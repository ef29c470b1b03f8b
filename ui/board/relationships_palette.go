package board

import (
	"slices"
	"strings"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/export/scene"
)

// What stands in the palette beside types and tactics.
const (
	searchKey = Key("palette:search")
	clearKey  = Key("palette:clear")
	newKey    = Key("palette:new")
)

// NewSegmentKey is the button beneath the rows that begins a segment.
const NewSegmentKey = Key("segment:new")

// TypeKey names a type of the palette.
func TypeKey(id string) Key { return Key("token:" + id) }

// Query is what is looked for in the palette.
func (r *Relationships) Query() string { return r.memory.query }

// search leaves in the palette what is called as it is looked for, in the
// catalogue's words or others of the field, then what is only explained with
// these words. At the end stands a type of one's own with that name.
func (r *Relationships) search() {
	r.text.Query, r.text.Groups, r.text.Hint = r.memory.query, r.groups, r.words.T("relationships.palette_hint")
	wanted := locale.NewQuery(r.memory.query)
	if len(wanted) == 0 {
		return
	}
	called := func(t *geometry.TokenText) bool { return wanted.In(t.Name) || wanted.Begins(r.lookUp(t)) }
	left := r.having(called)
	explains := func(t *geometry.TokenText) bool {
		return len(r.memory.query) >= leastExplained && !called(t) && wanted.Begins(r.explanation(t))
	}
	if explained := r.having(explains); len(explained) > 0 {
		all := geometry.TokenGroup{Name: strings.ToUpper(r.words.T("palette.explained"))}
		for _, g := range explained {
			all.Tokens = append(all.Tokens, g.Tokens...)
		}
		left = append(left, all)
	}
	name := canvas.Excerpt(strings.TrimSpace(r.memory.query), mostOfName)
	if len(left) == 0 {
		r.text.Hint = r.words.T("palette.nothing", "Text", name)
	}
	add := r.groups[0].Tokens[len(r.groups[0].Tokens)-1]
	add.Name = r.words.T("palette.new_named", "Name", name)
	left = append(left, geometry.TokenGroup{Tokens: []geometry.TokenText{add}})
	r.text.Groups = left
}

// leastExplained is how long what is looked for must be, in bytes, for
// explanations to be searched: shorter words are in all of them.
const leastExplained = 3

// mostOfName is how much is shown of what is looked for, in characters.
const mostOfName = 40

// lookUp are further words for a token.
func (r *Relationships) lookUp(t *geometry.TokenText) string {
	if t.Kind == geometry.TokenTactic {
		return scene.TacticWords(r.words, t.ID)
	}
	return scene.TypeWords(r.words, t.ID)
}

// explanation is all that a token's card says.
func (r *Relationships) explanation(t *geometry.TokenText) string {
	about := r.about(t)
	texts := []string{about.Text}
	for _, p := range about.Parts {
		texts = append(texts, p.Text)
	}
	return strings.Join(texts, " ")
}

// having are the types and tactics of the palette that something holds for.
func (r *Relationships) having(holds func(*geometry.TokenText) bool) []geometry.TokenGroup {
	var left []geometry.TokenGroup
	for _, g := range r.groups {
		var tokens []geometry.TokenText
		for _, t := range g.Tokens {
			if t.Kind != geometry.TokenNew && holds(&t) {
				tokens = append(tokens, t)
			}
		}
		if len(tokens) > 0 {
			left = append(left, geometry.TokenGroup{Name: g.Name, Tokens: tokens})
		}
	}
	return left
}

// about explains a token.
func (r *Relationships) about(t *geometry.TokenText) scene.Tip {
	switch t.Kind {
	case geometry.TokenTactic:
		return scene.TacticTip(r.words, t.ID)
	case geometry.TokenNew:
		return scene.NewTypeTip(r.words)
	default:
		return scene.TypeTip(r.doc.Project(), r.words, t.ID)
	}
}

// Typing is for the board: in the palette, what is typed is looked for.
func (r *Relationships) Typing(at Key) Key {
	if at != searchKey && r.things[at].token == nil {
		return at
	}
	r.memory.query = ""
	r.Arrange(r.size)
	return searchKey
}

// Reset is for the board: it empties the search.
func (r *Relationships) Reset() bool {
	if r.memory.query == "" {
		return false
	}
	r.seek("")
	return true
}

func (r *Relationships) seek(query string) {
	r.memory.query, r.scroll.Palette = query, 0
	r.Arrange(r.size)
}

// editSearch begins to type what is looked for. At the end the keyboard is on
// the first thing that was found.
func (r *Relationships) editSearch() EditBox {
	before := r.memory.query
	where := func() geometry.Rect { return r.layout.Search.Label.Rect }
	return EditBox{
		Key: searchKey, Rect: where(), Fill: r.look.Cell, Text: before, Size: r.layout.Metrics.Small, Line: true,
		Typed: func(text string) geometry.Rect {
			r.seek(text)
			return where()
		},
		Commit: func(text string) (Key, error) {
			r.seek(strings.TrimSpace(text))
			return r.tokenAt(1), nil
		},
		Discard: func() { r.seek("") },
	}
}

// isOwn reports whether a token is a type of the project's own.
func (r *Relationships) isOwn(t *geometry.Token) bool {
	if t == nil || t.Kind != geometry.TokenType {
		return false
	}
	_, own := r.doc.Project().Type(t.ID)
	return own
}

// OwnType is the project's own type that a key names; empty where it names none.
func (r *Relationships) OwnType(key Key) string {
	if t := r.things[key].token; r.isOwn(t) {
		return t.ID
	}
	return ""
}

// Tip is for the board: types, tactics and figures are explained, and what has
// no room on a card or in a row's head is said.
func (r *Relationships) Tip(key Key) scene.Tip {
	p := r.doc.Project()
	switch t := r.things[key]; {
	case t.token != nil:
		return r.about(&t.token.TokenText)
	case t.card != nil:
		return scene.CardTip(p, r.words, r.doc.Figures(), t.card.Note, shortened(t.card.Labels...))
	case t.head != nil && (shortened(t.head.Labels...) || slices.ContainsFunc(t.head.Fields, func(f geometry.HeadField) bool { return f.Label.Cut() })):
		return scene.SegmentTip(p, r.words, t.head.Segment)
	case t.part != nil && t.part.kind == partField && t.part.label.Cut():
		return scene.SegmentTip(p, r.words, r.note(t.part.segment))
	case t.part != nil && t.part.kind == partFigure:
		return scene.FigureTip(p, r.words, r.doc.Figures(), t.part.segment, t.part.id)
	}
	return scene.Tip{}
}

// shortened reports whether one of the labels has no room for all of its text.
func shortened(labels ...geometry.Label) bool {
	return slices.ContainsFunc(labels, func(l geometry.Label) bool { return l.Cut() })
}
