package main

import (
	"errors"
	"flag"
	"slices"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/check"
	"ninefold/canvas/file"
)

func checkCommand() command {
	return command{
		name: "check", args: "[--json] [--lang L] FILE...",
		prepare: func(options *flag.FlagSet) func(*call) status {
			lang := langOption(options, "result")
			asJSON := options.Bool("json", false, "json")
			return func(c *call) status {
				if len(c.files) == 0 {
					return c.misuse("check: at least one FILE is needed")
				}
				report := checkReport{Version: 1, Files: []checkedFile{}}
				result := done
				progress := c.progress(len(c.files))
				for _, path := range c.files {
					progress.next(path)
					checked, s := checkFile(c, progress, path, lang.words())
					result = max(result, s)
					report.Files = append(report.Files, checked)
					if !*asJSON {
						progress.clear()
						checked.print(c, lang.words())
					}
				}
				progress.clear()
				if *asJSON {
					return max(result, c.printJSON(report))
				}
				return result
			}
		},
	}
}

// A checkReport is the result of check as JSON.
type checkReport struct {
	Version int           `json:"version"`
	Files   []checkedFile `json:"files"`
}

type checkedFile struct {
	File     string         `json:"file"`
	Title    string         `json:"title"`
	Notes    int            `json:"notes"`
	Segments int            `json:"segments"`
	Error    *checkError    `json:"error"`
	Problems []checkProblem `json:"problems"`
	Findings []checkFinding `json:"findings"`
	SetAside []checkFinding `json:"set_aside"`
}

// A checkError is why a file could not be opened.
type checkError struct {
	Line    int    `json:"line,omitzero"`
	Column  int    `json:"column,omitzero"`
	Path    string `json:"path,omitzero"`
	Message string `json:"message"`
}

type checkProblem struct {
	Code    canvas.ProblemCode `json:"code"`
	Line    int                `json:"line"`
	Column  int                `json:"column"`
	Path    string             `json:"path"`
	Value   string             `json:"value"`
	Message string             `json:"message"`
}

func checkFile(c *call, progress *progress, path string, words *locale.Words) (checkedFile, status) {
	out := checkedFile{File: path, Problems: []checkProblem{}, Findings: []checkFinding{}, SetAside: []checkFinding{}}
	p, warnings, err := c.read(path)
	if err != nil {
		progress.clear()
		c.fail(path, err)
		out.Error = &checkError{Message: reason(path, err)}
		if damaged, ok := errors.AsType[*file.DamagedError](err); ok {
			out.Error.Line, out.Error.Column, out.Error.Path = damaged.Line, damaged.Column, damaged.Path
		}
		return out, failed
	}
	out.Title, out.Notes, out.Segments = p.Head().Title, p.Len(), len(p.Segments())
	for _, w := range warnings {
		out.Problems = append(out.Problems, checkProblem{
			Code: w.Code, Line: w.Line, Column: w.Column, Path: w.Path, Value: w.Value,
			Message: words.T("problem."+string(w.Code), "Value", w.Value),
		})
	}
	open, aside := check.All(p)
	out.Findings, out.SetAside = reportFindings(words, open), reportFindings(words, aside)
	if len(warnings) > 0 || slices.ContainsFunc(open, func(f check.Finding) bool { return f.Severity != check.Hint }) {
		return out, found
	}
	return out, done
}

func (f checkedFile) print(c *call, words *locale.Words) {
	if f.Error != nil {
		return // said already
	}
	for _, p := range f.Problems {
		place := words.T("cli.place", "Line", p.Line, "Column", p.Column)
		if p.Path != "" {
			place += " (" + p.Path + ")"
		}
		c.print("%s: %s: %s\n", printable(f.File), place, oneLine(p.Message))
	}
	if len(f.Problems) == 0 {
		c.print("%s: %s\n", printable(f.File), words.N("cli.check_clean", f.Notes))
	}
	for _, one := range f.Findings {
		c.print("%s: %s\n", printable(f.File), oneLine(one.line(words)))
	}
}
