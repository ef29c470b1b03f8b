package check

import (
	"strings"

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
	for _, b := range canvas.Blocks() {
		same := make(map[string][]canvas.ID, len(f.project.Block(b)))
		for _, n := range f.project.Block(b) {
			if text := fold(n.Text); text != "" {
				same[text] = append(same[text], n.ID)
			}
		}
		for _, n := range f.project.Block(b) {
			ids := same[fold(n.Text)]
			if len(ids) > 1 && ids[0] == n.ID {
				one := f.aboutNote(n, blockValue(b), countValue(len(ids)))
				one.Notes = ids
				found(one)
			}
		}
	}
}

func fold(text string) string { return strings.ToLower(strings.Join(strings.Fields(text), " ")) }

// A note that serves no segment in particular is common to all, so it stands
// alone only where no other note has to do with it either. A segment serves
// nobody by nature, a relationship without one is another check's business,
// and costs may well be common.
func orphanNote(f *facts, found func(Finding)) {
	for n := range f.project.Notes() {
		if n.IsSegment() || n.IsRelationship() || n.Block == canvas.CostStructure {
			continue
		}
		if len(n.Segments) == 0 && len(f.notes[n.ID].linked) == 0 {
			found(f.aboutNote(n))
		}
	}
}
