package xlsx

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/costing"
)

// A Notice says that something in the workbook is not quite as in the project.
type Notice struct {
	Code  NoticeCode
	Place string // sheet and cell, as in "Costs!A6"
}

// A NoticeCode says what a notice is about.
type NoticeCode string

// The notices.
const (
	// NoticeTextCut is about a text longer than a cell can hold.
	NoticeTextCut NoticeCode = "text_cut"
	// NoticeFigureRounded is about a figure of more digits than a cell can hold.
	NoticeFigureRounded NoticeCode = "figure_rounded"
)

// Text is the notice in words.
func (n Notice) Text(words *locale.Words) string {
	return words.T("xlsx.notice."+string(n.Code), "Place", n.Place)
}

// A TooLargeError says that a project has more cost lines, streams or segments
// than a sheet has rows or columns.
type TooLargeError struct {
	Rows, Columns       int // that would be needed
	MaxRows, MaxColumns int
}

func (e *TooLargeError) Error() string {
	return fmt.Sprintf("a sheet of %d rows and %d columns is needed, and cannot be larger than %d and %d",
		e.Rows, e.Columns, e.MaxRows, e.MaxColumns)
}

// Write writes a project's costs as a workbook, in the language of the words
// and the project's currency, with a scenario chosen in it; one that is none of
// [costing.Scenarios] is the base. The notices say what a workbook cannot hold.
// The error is a [*TooLargeError] or comes from the writer.
func Write(w io.Writer, p *canvas.Project, words *locale.Words, scenario costing.Scenario) ([]Notice, error) {
	if len(p.Segments()) == 0 {
		// One empty column keeps every formula whole and waits for a segment.
		var err error
		if p, _, err = canvas.AddNote(p, canvas.Note{Text: words.T("xlsx.segment")}, canvas.CustomerSegments, canvas.AtEnd); err != nil {
			return nil, err
		}
	}
	if !scenario.Known() {
		scenario = costing.ScenarioBase
	}
	model := costing.NewIn(p, scenario)
	if err := fits(model); err != nil {
		return nil, err
	}
	b, err := newBook(p.Head(), words)
	if err != nil {
		return nil, err
	}
	defer b.file.Close()
	s := &sheets{
		book: b, words: words, project: p, model: model,
		segments: model.Segments(), lines: model.Lines(), months: model.Projection().Months,
	}
	s.write()
	if err := b.write(w); err != nil {
		return nil, fmt.Errorf("workbook: %w", err)
	}
	return b.notices, nil
}

// fits refuses what no sheet can hold, before any of it is written.
func fits(m *costing.Model) error {
	segments, horizon := len(m.Segments()), m.Plan().HorizonMonths
	rows := max(len(m.Lines()), len(m.Streams()), (segments+1)*horizon) + 100
	columns := 2*segments + horizon + 30
	if rows > excelize.TotalRows || columns > excelize.MaxColumns {
		return &TooLargeError{rows, columns, excelize.TotalRows, excelize.MaxColumns}
	}
	return nil
}
