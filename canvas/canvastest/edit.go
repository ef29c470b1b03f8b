package canvastest

import (
	"fmt"
	"math/rand/v2"

	"ninefold/canvas"
)

// Edit carries out one random edit, of any kind that a window offers, and
// tells what it was. An edit that asks for what is not there returns its error.
func Edit(r *rand.Rand, p *canvas.Project) (after *canvas.Project, what string, err error) {
	edits := []func(*rand.Rand, *canvas.Project) (*canvas.Project, string, error){
		add, setText, move, move, duplicate, remove, serve, retitle, ownType,
		addRelationship, moveRelationship, extendRelationship, copyRelationship, addTactic,
	}
	return edits[r.IntN(len(edits))](r, p)
}

func add(r *rand.Rand, p *canvas.Project) (*canvas.Project, string, error) {
	n := canvas.Note{Text: texts[r.IntN(len(texts))]}
	if r.IntN(3) == 0 { // as when pasted: what it refers to may not be here
		n.Segments = []canvas.ID{someSegment(r, p), "sg_elsewhere"}
		n.Links = []canvas.ID{someNote(r, p), "nt_elsewhere"}
	}
	b, at := someBlock(r), somePlace(r, p)
	next, _, err := canvas.AddNote(p, n, b, at)
	return next, fmt.Sprintf("add to %s at %d", b, at), err
}

func setText(r *rand.Rand, p *canvas.Project) (*canvas.Project, string, error) {
	id := someNote(r, p)
	next, err := canvas.SetText(p, id, texts[r.IntN(len(texts))])
	return next, fmt.Sprintf("text of %s", id), err
}

func move(r *rand.Rand, p *canvas.Project) (*canvas.Project, string, error) {
	ids, b, at := someNotes(r, p), someBlock(r), somePlace(r, p)
	next, err := canvas.MoveNotes(p, ids, b, at)
	return next, fmt.Sprintf("move %v to %s at %d", ids, b, at), err
}

func duplicate(r *rand.Rand, p *canvas.Project) (*canvas.Project, string, error) {
	ids := someNotes(r, p)
	next, _, err := canvas.DuplicateNotes(p, ids)
	return next, fmt.Sprintf("duplicate %v", ids), err
}

func remove(r *rand.Rand, p *canvas.Project) (*canvas.Project, string, error) {
	ids := someNotes(r, p)
	next, err := canvas.DeleteNotes(p, ids)
	return next, fmt.Sprintf("delete %v", ids), err
}

func serve(r *rand.Rand, p *canvas.Project) (*canvas.Project, string, error) {
	n, s, yes := someNote(r, p), someSegment(r, p), r.IntN(2) == 0
	next, err := canvas.Serve(p, n, s, yes)
	return next, fmt.Sprintf("%s serves %s: %v", n, s, yes), err
}

func addRelationship(r *rand.Rand, p *canvas.Project) (*canvas.Project, string, error) {
	cell := someCell(r, p)
	next, _, err := canvas.AddRelationship(p, types[r.IntN(len(types))], "", cell)
	return next, fmt.Sprintf("add relationship on %v", cell), err
}

func moveRelationship(r *rand.Rand, p *canvas.Project) (*canvas.Project, string, error) {
	id, from, to := someNote(r, p), someCell(r, p), someCell(r, p)
	next, err := canvas.MoveRelationship(p, id, from, to)
	return next, fmt.Sprintf("move relationship %s from %v to %v", id, from, to), err
}

func extendRelationship(r *rand.Rand, p *canvas.Project) (*canvas.Project, string, error) {
	id, to := someNote(r, p), someCell(r, p)
	next, err := canvas.ExtendRelationship(p, id, to)
	return next, fmt.Sprintf("extend relationship %s to %v", id, to), err
}

func copyRelationship(r *rand.Rand, p *canvas.Project) (*canvas.Project, string, error) {
	id, to := someNote(r, p), someCell(r, p)
	next, _, err := canvas.CopyRelationship(p, id, to)
	return next, fmt.Sprintf("copy relationship %s to %v", id, to), err
}

func addTactic(r *rand.Rand, p *canvas.Project) (*canvas.Project, string, error) {
	id, tactic := someNote(r, p), []string{"trial", "bundle", "referral"}[r.IntN(3)]
	next, err := canvas.AddTactic(p, id, tactic)
	return next, fmt.Sprintf("tactic %s joins %s", tactic, id), err
}

// ownType adds a type of the project's own, or renames or removes one.
func ownType(r *rand.Rand, p *canvas.Project) (*canvas.Project, string, error) {
	types, name := p.Head().Types, texts[r.IntN(len(texts))]
	if len(types) == 0 || r.IntN(2) == 0 {
		next, _, err := canvas.AddType(p, name, "")
		return next, fmt.Sprintf("add type %q", name), err
	}
	id := types[r.IntN(len(types))].ID
	if r.IntN(2) == 0 {
		next, err := canvas.UpdateType(p, id, name, "explained")
		return next, fmt.Sprintf("rename type %s to %q", id, name), err
	}
	next, err := canvas.RemoveType(p, id)
	return next, fmt.Sprintf("remove type %s", id), err
}

func retitle(r *rand.Rand, p *canvas.Project) (*canvas.Project, string, error) {
	text := texts[r.IntN(len(texts))]
	return canvas.UpdateHead(p, func(h *canvas.Head) { h.Title = text }), "title", nil
}

func someBlock(r *rand.Rand) canvas.Block { return canvas.Blocks()[r.IntN(len(canvas.Blocks()))] }

func somePlace(r *rand.Rand, p *canvas.Project) int { return r.IntN(p.Len()+3) - 1 }

// someNote returns the id of a note, or of none when there are no notes.
func someNote(r *rand.Rand, p *canvas.Project) canvas.ID {
	if p.Len() == 0 {
		return "nt_none"
	}
	i := r.IntN(p.Len())
	for n := range p.Notes() {
		if i == 0 {
			return n.ID
		}
		i--
	}
	return ""
}

// someNotes returns up to four notes in any order, some of them twice.
func someNotes(r *rand.Rand, p *canvas.Project) []canvas.ID {
	ids := make([]canvas.ID, 1+r.IntN(4))
	for i := range ids {
		ids[i] = someNote(r, p)
	}
	return ids
}

func someSegment(r *rand.Rand, p *canvas.Project) canvas.ID {
	if all := p.Segments(); len(all) > 0 {
		return all[r.IntN(len(all))].ID
	}
	return "sg_none"
}

func someCell(r *rand.Rand, p *canvas.Project) canvas.Cell {
	c := canvas.Cell{Stage: canvas.Stages()[r.IntN(4)]}
	if r.IntN(4) > 0 {
		c.Segment = someSegment(r, p)
	}
	return c
}
