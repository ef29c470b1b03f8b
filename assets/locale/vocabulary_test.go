package locale_test

import (
	"slices"
	"strings"
	"testing"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/catalog"
	"ninefold/canvas/file"
)

// Every word of the model and every entry of the catalogue has its texts.
func TestVocabularyIsWorded(t *testing.T) {
	var keys []string
	enum := func(values []string, area string, hints bool) {
		for _, v := range values {
			keys = append(keys, area+"."+v)
			if hints {
				keys = append(keys, area+"."+v+".hint")
			}
		}
	}
	enum(canvas.Block("").Values(), "block", false)
	enum(canvas.Paper("").Values(), "paper", false)
	enum(canvas.Standing("").Values(), "standing", false)
	enum(canvas.Stage("").Values(), "stage", true)
	enum(canvas.Bond("").Values(), "bond", false)
	enum(canvas.Intimacy("").Values(), "intimacy", false)
	enum(canvas.Route("").Values(), "route", false)
	enum(canvas.Presence("").Values(), "presence", false)
	enum(canvas.Status("").Values(), "status", false)
	enum(canvas.Recurrence("").Values(), "recurrence", false)
	enum(canvas.Behaviour("").Values(), "behaviour", true)
	enum(canvas.Shape("").Values(), "shape", false)
	enum(canvas.Colour("").Values(), "colour", false)
	for _, typ := range catalog.Types() {
		for _, part := range []string{"name", "what", "when", "asks", "example", "words"} {
			keys = append(keys, "type."+typ.ID+"."+part)
		}
		for _, ask := range typ.Asks {
			keys = append(keys, ask.Key)
		}
	}
	for _, tactic := range catalog.Tactics() {
		for _, part := range []string{"name", "what", "when", "example", "words"} {
			keys = append(keys, "tactic."+tactic.ID+"."+part)
		}
	}
	for _, b := range canvas.Blocks() {
		keys = append(keys, catalog.Questions(b)...)
	}
	for _, code := range problemCodes(t) {
		keys = append(keys, "problem."+code)
	}
	for _, lang := range locale.Langs() {
		for _, key := range keys {
			if !locale.Of(lang).Has(key) {
				t.Errorf("%s: %s has no words", lang, key)
			}
		}
	}
}

// A problem's sentence shows what stands there, unless nothing does.
func TestProblemsShowTheirValue(t *testing.T) {
	const value = "12x34"
	nothing := []string{string(canvas.ProblemMissing), string(file.CodeTruncated), string(file.CodeInvalidUTF8)}
	for _, lang := range locale.Langs() {
		for _, code := range problemCodes(t) {
			text := locale.Of(lang).T("problem."+code, "Value", value)
			if shows := strings.Contains(text, value); shows == slices.Contains(nothing, code) {
				t.Errorf("%s: %s reads %q", lang, code, text)
			}
		}
	}
}
