// Package findings writes what the checks have found as sentences in the
// reader's language, the same ones for the window and the command line. It
// must not know which checks there are: their ids are the keys of their words.
package findings

import (
	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/check"
)

// excerpt is how many characters of a note stand in a sentence.
const excerpt = 48

// Title is the finding in a few words, without a full stop.
func Title(words *locale.Words, f *check.Finding) string {
	return words.T("check." + f.Check + ".title")
}

// Sentence says what was found.
func Sentence(words *locale.Words, f *check.Finding) string {
	var pairs []any
	for _, v := range f.Values {
		pairs = append(pairs, v.Name, value(words, v))
	}
	return words.T("check."+f.Check+".text", pairs...)
}

// Advice says what can be done about it.
func Advice(words *locale.Words, f *check.Finding) string {
	return words.T("check." + f.Check + ".advice")
}

func value(words *locale.Words, v check.Value) string {
	//exhaustive:enforce
	switch v.Kind {
	case check.Type:
		return words.T("type." + v.Text + ".name")
	case check.Stage:
		return words.T("stage." + v.Text)
	case check.Block:
		return words.T("block." + v.Text)
	case check.Money:
		return words.Money(v.Number, v.Text)
	case check.Ratio:
		return words.Ratio(v.Number)
	case check.Count:
		return words.Number(v.Number, 0)
	case check.Words:
		return canvas.Excerpt(v.Text, excerpt)
	}
	return v.Text
}
