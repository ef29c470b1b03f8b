package locale

import (
	"os"
	"slices"
	"strings"
)

// A Lang is one of the languages that the program speaks, by its ISO 639 code.
type Lang string

// The languages.
const (
	English    Lang = "en"
	Portuguese Lang = "pt"
	Spanish    Lang = "es"
	Italian    Lang = "it"
)

// Langs returns the languages in the order in which they are offered.
func Langs() []Lang { return []Lang{English, Portuguese, Spanish, Italian} }

// names are here and not among the words, so that a menu of languages does not
// read all of them.
var names = map[Lang]string{English: "English", Portuguese: "Português", Spanish: "Español", Italian: "Italiano"}

// Name is the language's name in itself.
func (l Lang) Name() string { return names[l] }

// Match returns the language of the first tag that is in one of ours, whatever
// country and encoding the tag adds ("pt_BR.UTF-8", "it-CH"), and English when
// there is none.
func Match(tags ...string) Lang {
	for _, tag := range tags {
		primary, _, _ := strings.Cut(strings.ToLower(tag), "_")
		primary, _, _ = strings.Cut(primary, "-")
		primary, _, _ = strings.Cut(primary, ".")
		if l := Lang(primary); slices.Contains(Langs(), l) {
			return l
		}
	}
	return English
}

// FromEnvironment returns the language that the system's environment asks for:
// what LC_ALL, else LC_MESSAGES, else LANG says.
func FromEnvironment() Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := os.Getenv(name); v != "" {
			return Match(v)
		}
	}
	return English
}
