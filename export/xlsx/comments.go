package xlsx

import (
	"time"

	"ninefold/canvas"
)

// A comment is a comment or a reply, with where it sits.
type comment struct {
	block    canvas.Block // empty for the whole canvas
	note     string
	author   string
	at       time.Time
	text     string
	resolved bool
	reply    bool
}

// remarks are all comments with their replies: on the canvas, then block by
// block and note by note.
func (s *sheets) remarks() []comment {
	var out []comment
	add := func(block canvas.Block, note string, all []canvas.Comment) {
		for _, c := range all {
			out = append(out, comment{block, note, c.Author, c.Time, c.Text, c.Resolved, false})
			for _, r := range c.Replies {
				out = append(out, comment{block, note, r.Author, r.Time, r.Text, c.Resolved, true})
			}
		}
	}
	for _, c := range s.project.Head().Comments {
		add(c.Block, "", []canvas.Comment{c})
	}
	for n := range s.project.Notes() {
		add(n.Block, n.Text, n.Comments)
	}
	return out
}

// comments writes what reviewers have said, where they have.
func (s *sheets) comments() {
	g := s.grids["comments"]
	if g == nil {
		return
	}
	g.setWidths([]float64{22, 30, 18, 18, 70, 12})
	g.frozenColumns, g.frozenRows, g.repeatFrom = 1, 4, 4
	s.top(g, "comments")
	for i, key := range []string{"block", "note", "author", "date", "comment", "state"} {
		g.say(1+i, 4, head, wrapped, s.headWords(key))
	}
	for i, c := range s.remarks() {
		row := 5 + i
		block, date, state, said := s.words.T("xlsx.canvas"), "", s.words.T("xlsx.open"), c.text
		if c.block != "" {
			block = s.words.T("block." + string(c.block))
		}
		if !c.at.IsZero() {
			date = s.words.Date(c.at.Format(time.DateOnly))
		}
		if c.resolved {
			state = s.words.T("xlsx.resolved")
		}
		if c.reply {
			block, state, said = "", "", "↳ "+said
		}
		for k, text := range []string{block, c.note, c.author, date, said, state} {
			g.say(1+k, row, plain, wrapped, text)
		}
	}
}
