package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"ninefold/canvas"
	"ninefold/export"
)

func exportCommand() command {
	return command{
		name: "export", args: "[OPTIONS] FILE...",
		summary: "write projects as handouts, workbooks and pictures",
		details: "Each FILE is written under its own name with the format's extension, beside\n" +
			"itself or where --out says. A picture is one page, as high as its notes need.",
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
					options: export.Options{Words: lang.words(), Paper: paper.paper},
				}
				return j.run()
			}
		},
	}
}

// exportMisuse says what is wrong with a command line, if anything is.
func exportMisuse(files []string, formats []export.Format, out string) string {
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
	formats []export.Format
	out     string
	options export.Options
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
		return j.out, plain(os.MkdirAll(j.out, 0o755))
	}
}

// export writes one project in one format.
func (j *exportJob) export(p *canvas.Project, path string, format export.Format, folder string) ([]string, error) {
	var data bytes.Buffer
	notices, err := export.Write(&data, format, p, j.options)
	if err != nil {
		return notices, fmt.Errorf("%s: %w", format, err)
	}
	to := j.file(path, format, folder)
	if other, taken := j.written[to]; taken {
		return notices, fmt.Errorf("%s: not written: %s has just been made of %s", format, to, other)
	}
	j.written[to] = printable(path)
	if err := j.write(to, data.Bytes()); err != nil {
		return notices, fmt.Errorf("%s: %s", to, reason(to, err))
	}
	return notices, nil
}

// file is where a project goes in a format.
func (j *exportJob) file(path string, format export.Format, folder string) string {
	name := baseName(path) + "." + string(format)
	switch {
	case folder != "":
		return filepath.Join(folder, name)
	case j.out != "":
		return j.out
	default:
		return filepath.Join(filepath.Dir(path), name)
	}
}
