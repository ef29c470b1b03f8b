package locale_test

import (
	"strings"
	"testing"

	"ninefold/assets/locale"
	"ninefold/canvas/catalog"
)

func TestQueries(t *testing.T) {
	for _, test := range []struct {
		typed, text string
		in, begins  bool
	}{
		{"", "anything", true, true},
		{"CAFE", "Café, newsletter", true, true},
		{"letter", "Café, newsletter", true, false},
		{"news cafe", "Café, newsletter", true, true},
		{"news tea", "Café, newsletter", false, false},
		{"newsletters", "Café, newsletter", false, true},
		{"recensione", "recensioni", false, true},
		{"cupones", "cupón", false, true},
		{"co-C", "co-creation", true, true},
		{"co-c", "community, chat", false, false},
		{"self-checkout", "self checkout", false, true},
		{"checkout", "self-checkout", true, true},
		{"bots", "bottle", false, false},
		{"-", "self-checkout", true, true},
	} {
		q := locale.NewQuery(test.typed)
		if got := q.In(test.text); got != test.in {
			t.Errorf("%q in %q: %v", test.typed, test.text, got)
		}
		if got := q.Begins(test.text); got != test.begins {
			t.Errorf("%q begins in %q: %v", test.typed, test.text, got)
		}
	}
}

// What people call an entry of the catalogue in their language leads to it.
func TestCatalogueIsFoundByWordsOfTheField(t *testing.T) {
	entries := map[string]string{} // by id, the beginning of their keys
	for _, typ := range catalog.Types() {
		entries[typ.ID] = "type." + typ.ID
	}
	for _, tactic := range catalog.Tactics() {
		entries[tactic.ID] = "tactic." + tactic.ID
	}
	for _, test := range []struct{ lang, typed, want string }{
		{"en", "referrals", "referral"},
		{"en", "chat", "personal_assistance"},
		{"en", "forums", "communities"},
		{"en", "newsletter", "email_marketing"},
		{"en", "loyalty", "extra_benefits"},
		{"en", "self-checkout", "self_service"},
		{"en", "chatbot", "automated_services"},
		{"en", "key account", "dedicated_assistance"},
		{"pt", "forum", "communities"},
		{"pt", "boletim", "email_marketing"},
		{"pt", "fidelizacao", "extra_benefits"},
		{"pt", "autoatendimento", "self_service"},
		{"pt", "passa-palavra", "referral"},
		{"pt", "corretores", "third_parties"},
		{"pt", "redes sociais", "social_media"},
		{"es", "boca a boca", "referral"},
		{"es", "boletin", "email_marketing"},
		{"es", "foros", "communities"},
		{"es", "autopago", "self_service"},
		{"es", "puntos", "extra_benefits"},
		{"es", "gestor de cuentas", "dedicated_assistance"},
		{"it", "passaparola", "referral"},
		{"it", "recensione", "co_creation"},
		{"it", "raccolta punti", "extra_benefits"},
		{"it", "cassa automatica", "self_service"},
		{"it", "forum", "communities"},
		{"it", "prove gratuite", "trial"},
		{"it", "fedelta", "extra_benefits"},
	} {
		words := locale.Of(locale.Lang(test.lang))
		if !locale.NewQuery(test.typed).Begins(words.T(entries[test.want] + ".words")) {
			t.Errorf("%s: %q does not lead to %s", test.lang, test.typed, test.want)
		}
	}
}

// Each entry's further words are a list, each of them once.
func TestLookedUpWordsAreLists(t *testing.T) {
	all := readAll(t)
	for _, lang := range locale.Langs() {
		for key, f := range all[lang] {
			if !strings.HasSuffix(key, ".words") {
				continue
			}
			seen := map[string]bool{}
			for word := range strings.SplitSeq(f["other"], ", ") {
				if seen[word] || word == "" || word != strings.TrimSpace(word) {
					t.Errorf("%s: %s has %q badly", lang, key, word)
				}
				seen[word] = true
			}
			if len(seen) < 4 {
				t.Errorf("%s: %s has only %d words", lang, key, len(seen))
			}
		}
	}
}
