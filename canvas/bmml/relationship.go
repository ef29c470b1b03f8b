package bmml

import (
	"strings"

	"ninefold/canvas"
)

// typeWords are words that plainly say which type of the catalogue a
// relationship is, in lower case with single spaces.
var typeWords = []struct{ words, typ string }{
	{"personal assistance", "personal_assistance"},
	{"dedicated", "dedicated_assistance"},
	{"account manager", "dedicated_assistance"},
	{"self service", "self_service"},
	{"automated", "automated_services"},
	{"automation", "automated_services"},
	{"community", "communities"},
	{"communities", "communities"},
	{"co creation", "co_creation"},
	{"cocreation", "co_creation"},
}

// relationshipType tells the type from the type that the entry gives, else
// from its name, else from its id. What says none plainly is custom.
func (i *importer) relationshipType(e item, name string) string {
	said := e.takeText("type")
	if said != "" && typeIn(said) == "" {
		i.left.add(e.path+".type", &node{kind: scalar, text: said}, e.place, NoSuchType)
	}
	for _, text := range []string{said, name, string(e.id)} {
		if typ := typeIn(text); typ != "" {
			return typ
		}
	}
	return canvas.TypeCustom
}

// typeIn returns the type whose words stand first in a text, or "".
func typeIn(text string) string {
	text = strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return strings.ContainsRune(" -_/\u2010\u2011\n\t", r)
	}), " ")
	found, first := "", len(text)
	for _, w := range typeWords {
		if at := strings.Index(text, w.words); at >= 0 && at < first {
			found, first = w.typ, at
		}
	}
	return found
}
