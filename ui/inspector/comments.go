package inspector

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"ninefold/canvas"
	"ninefold/ui/kit"
)

// Sign says under what name the user comments, and what to do with the name
// once the user has told it. Until then the panel asks for it beside the comments.
func (i *Inspector) Sign(name func() string, keep func(string)) {
	i.author, i.keepAuthor = name, keep
	i.changed()
}

// comments shows what was remarked on the note.
func (i *sheet) comments() {
	unresolved := func() int {
		n := 0
		for _, c := range i.now().Comments {
			if !c.Resolved {
				n++
			}
		}
		return n
	}
	i.part(part{key: "inspector.comments", open: unresolved() > 0, detail: func() string { return count(unresolved()) }, build: func() {
		i.group(func() string {
			var b strings.Builder
			for _, c := range i.now().Comments {
				fmt.Fprintln(&b, c.ID, c.Author, c.Time, c.Text, c.Resolved, len(c.Replies))
			}
			return b.String()
		}, func() {
			for _, c := range i.now().Comments {
				i.comment(c)
			}
		})
		i.addComment()
	}})
}

// comment shows a comment with its replies.
func (i *sheet) comment(c canvas.Comment) {
	card := i.inner(lasting, func() {
		i.said(c.Author, c.Time, c.Text)
		for _, r := range c.Replies {
			i.line()
			i.said(r.Author, r.Time, r.Text)
		}
		key, step := "inspector.resolve", "edit.resolve_comment"
		if c.Resolved {
			key, step = "inspector.reopen", "edit.reopen_comment"
		}
		i.add(container.NewHBox(kit.NewButton(i.look, kit.Framed, i.words.T(key), func() {
			i.edit(step, func(n *canvas.Note) {
				n.Comments = slices.Clone(n.Comments)
				for k := range n.Comments {
					if n.Comments[k].ID == c.ID {
						n.Comments[k].Resolved = !c.Resolved
					}
				}
			})
		})))
	})
	i.add(kit.Box(card, i.look.Cell, i.look.Line, 8))
}

// said shows what somebody said, and when.
func (i *Inspector) said(author string, at time.Time, text string) {
	var head []string
	if author != "" {
		head = append(head, author)
	}
	if !at.IsZero() {
		at = at.Local()
		head = append(head, i.words.Date(at.Format(time.DateOnly)), i.words.Clock(at))
	}
	if len(head) > 0 {
		line := kit.Text(fit(strings.Join(head, " · "), tagWidth()), i.look.Muted, false)
		line.TextSize = fynetheme.CaptionTextSize()
		i.add(line)
	}
	i.paragraph(text)
}

// addComment shows where to write a further comment, once it is known who does.
func (i *sheet) addComment() {
	if i.author == nil {
		return // nobody can sign
	}
	i.group(func() string { return strconv.FormatBool(i.author() == "") }, func() {
		if i.author() == "" {
			i.field(field{
				label: i.words.T("inspector.your_name"), wide: true, get: i.author,
				take: text(func(string) step { return step{} }), // it is the user's, not the project's
				kept: func(s string) {
					i.keepAuthor(clean(s))
					i.changed()
				},
			})
			return
		}
		i.field(field{
			lines: 2, hint: i.words.T("inspector.comment.hint"), get: func() string { return "" },
			take: text(func(s string) step {
				if s == "" {
					return step{}
				}
				comment := canvas.Comment{ID: canvas.NewID("cm"), Author: i.author(), Time: time.Now().UTC().Truncate(time.Second), Text: s}
				return i.step("edit.comment", func(n *canvas.Note) { n.Comments = append(slices.Clip(n.Comments), comment) })
			}),
		})
		i.plus("inspector.add_comment", func(fyne.CanvasObject) { i.Commit() })
	})
}
