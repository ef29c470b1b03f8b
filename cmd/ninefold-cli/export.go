package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/export/scene"
)

// An exporter makes the files of one format out of a project: one, or for
// pictures one for each page.
type exporter func(*canvas.Project, exportOptions) (files [][]byte, notices []string, err error)

type exportOptions struct {
	words *locale.Words
	paper scene.Paper
}

// exporters are the formats by the extensions of their files.
var exporters = map[string]exporter{"pdf": exportPDF, "xlsx": exportXLSX, "png": exportPNG}

func exportCommand() command {
	return command{
		name: "export", args: "[OPTIONS] FILE...",
		summary: "write projects as handouts, workbooks and pictures",
		details: "Each FILE is written under its own name with the format's extension, beside\n" +
			"itself or where --out says. A picture has a page; further pages are numbered.",
		prepare: func(options *flag.FlagSet) func(*call) status {
			formats := formatsOption(options)
			paper := paperOption(options)
			out := options.String("out", "", "`PATH` to write to: a folder, or for a single file its name or -")
			lang := langOption(options, "the handout's own words")
			return func(c *call) status {
				if problem := exportMisuse(c.files, formats.list, *out); problem != "" {
					return c.misuse("export: %s", problem)
				}
				j := exportJob{
					call: c, formats: formats.list, out: *out, written: map[string]string{},
					options: exportOptions{words: lang.words(), paper: paper.paper},
				}
				return j.run()
			}
		},
	}
}

// exportMisuse says what is wrong with a command line, if anything is.
func exportMisuse(files, formats []string, out string) string {
	switch {
	case len(files) == 0:
		return "at least one FILE is needed"
	case out == stdio && len(files)*len(formats) > 1:
		return "standard output takes one file in one format"
	case out == "" && slices.Contains(files, stdio):
		return "--out is needed for standard input"
	}
	return ""
}

// An exportJob is one run of export over its files.
type exportJob struct {
	*call
	formats []string
	out     string
	options exportOptions
	written map[string]string // the project that each file was made from
}

func (j *exportJob) run() status {
	folder, err := j.folder()
	if err != nil {
		return j.fail(j.out, err)
	}
	result := done
	progress := j.progress(len(j.files))
	for _, path := range j.files {
		progress.next(path)
		p, _, err := j.read(path)
		if err != nil {
			progress.clear()
			result = max(result, j.fail(path, err))
			continue
		}
		for _, format := range j.formats {
			notices, err := j.export(p, path, format, folder)
			if len(notices) > 0 || err != nil {
				progress.clear()
			}
			for _, n := range notices {
				j.note(path, n)
			}
			if err != nil {
				result = max(result, j.fail(path, err))
			}
		}
	}
	progress.clear()
	return result
}

// folder returns the folder that --out names, and makes it where several files
// are to go there; "" means that it names none.
func (j *exportJob) folder() (string, error) {
	if j.out == "" || j.out == stdio {
		return "", nil
	}
	info, err := os.Stat(j.out)
	switch {
	case err == nil && info.IsDir():
		return j.out, nil
	case len(j.files)*len(j.formats) == 1 && !os.IsPathSeparator(j.out[len(j.out)-1]):
		return "", nil
	default:
		return j.out, os.MkdirAll(j.out, 0o755)
	}
}

// export writes one project in one format.
func (j *exportJob) export(p *canvas.Project, path, format, folder string) ([]string, error) {
	files, notices, err := exporters[format](p, j.options)
	if err != nil {
		return notices, fmt.Errorf("%s: %w", format, err)
	}
	if j.out == stdio && len(files) > 1 {
		return notices, fmt.Errorf("%s: the canvas takes %d pages, and standard output one picture", format, len(files))
	}
	for i, data := range files {
		to := j.target(path, format, folder, i+1)
		if other, taken := j.written[to]; taken {
			return notices, fmt.Errorf("%s: not written: %s has just been made of %s", format, to, other)
		}
		j.written[to] = printable(path)
		if err := j.write(to, data); err != nil {
			return notices, fmt.Errorf("%s: %s", to, reason(err))
		}
	}
	return notices, nil
}

// target is the file for a page of a project.
func (j *exportJob) target(path, format, folder string, page int) string {
	to := j.out
	switch {
	case folder != "":
		to = filepath.Join(folder, baseName(path)+"."+format)
	case to == "":
		to = filepath.Join(filepath.Dir(path), baseName(path)+"."+format)
	}
	if page > 1 {
		ext := filepath.Ext(to)
		to = fmt.Sprintf("%s-%d%s", strings.TrimSuffix(to, ext), page, ext)
	}
	return to
}

// formatList is the value of --to.
type formatList struct{ list []string }

func formatsOption(options *flag.FlagSet) *formatList {
	f := &formatList{list: []string{"pdf"}}
	options.Var(f, "to", "`FORMATS`: one or several of pdf, xlsx, png, with commas; else pdf")
	return f
}

func (f *formatList) String() string { return strings.Join(f.list, ",") }

func (f *formatList) Set(s string) error {
	f.list = nil
	for name := range strings.SplitSeq(s, ",") {
		name = strings.ToLower(strings.TrimSpace(name))
		if _, known := exporters[name]; !known {
			return errors.New("formats are pdf, xlsx and png")
		}
		if !slices.Contains(f.list, name) {
			f.list = append(f.list, name)
		}
	}
	return nil
}

var _ = bytes.NewBuffer
