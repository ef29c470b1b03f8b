package check

import (
	"unicode"
	"unicode/utf8"

	"ninefold/canvas"
)

// comfortable is how many notes of a block a reader takes in.
const comfortable = 9

func blockEmpty(f *facts, found func(Finding)) {
	for _, b := range canvas.Blocks() {
		if len(f.project.Block(b)) == 0 {
			found(Finding{Block: b, About: string(b), Values: []Value{blockValue(b)}})
		}
	}
}

func crowdedBlock(f *facts, found func(Finding)) {
	for _, b := range canvas.Blocks() {
		if n := len(f.project.Block(b)); n > comfortable {
			found(Finding{Block: b, About: string(b), Values: []Value{blockValue(b), countValue(n)}})
		}
	}
}

// Notes say the same where they differ in nothing but capitals and spaces. The
// same words in two blocks can be two things: an app is a resource and a channel.
func duplicateNote(f *facts, found func(Finding)) {
	var text []byte
	first := make(map[string]int, f.count/len(canvas.Blocks())) // the first place of a text in its block
	more := map[int][]canvas.ID{}                               // the notes that say the same as the one at a place
	for _, b := range canvas.Blocks() {
		notes := f.project.Block(b)
		clear(first)
		clear(more)
		for at, n := range notes {
			text = fold(text[:0], n.Text)
			if was, ok := first[string(text)]; ok && len(text) > 0 {
				more[was] = append(more[was], n.ID)
			} else {
				first[string(text)] = at
			}
		}
		for at, ids := range more {
			one := f.aboutNote(notes[at], blockValue(b), countValue(1+len(ids)))
			one.Notes = append(one.Notes, ids...)
			found(one)
		}
	}
}

// fold appends a text without what tells no two notes apart.
func fold(to []byte, text string) []byte {
	start, gap := len(to), false
	for _, r := range text {
		if r > ' ' && r < utf8.RuneSelf && !gap { // most of a text; the rest takes longer
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
			to = append(to, byte(r))
			continue
		}
		if unicode.IsSpace(r) {
			gap = len(to) > start
			continue
		}
		if gap {
			to, gap = append(to, ' '), false
		}
		to = utf8.AppendRune(to, unicode.ToLower(r))
	}
	return to
}

// A note that serves no segment in particular is common to all, so it stands
// alone only where no other note has to do with it either. A segment serves
// nobody by nature, a relationship without one is another check's business,
// and costs may well be common.
func orphanNote(f *facts, found func(Finding)) {
	for n := range f.project.Notes() {
		if n.IsSegment() || n.IsRelationship() || n.Block == canvas.CostStructure {
			continue
		}
		if len(n.Segments) == 0 && f.notes[n.ID].linked == 0 {
			found(f.aboutNote(n))
		}
	}
}
