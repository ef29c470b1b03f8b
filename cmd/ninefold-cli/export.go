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
	"ninefold/export/handout"
)

func exportCommand() command {
	return command{
		name: "export", args: "[OPTIONS] FILE...",
		prepare: func(options *flag.FlagSet) func(*call) status {
			formats := formatsOption(options)
			pages := &selection[handout.Kind]{of: handout.Kinds(), what: "pages"}
			options.Var(pages, "pages", "`PAGES` pages")
			sheet := sheetOptionsOf(options, "a4")
			scenario := scenarioOption(options)
			out := options.String("out", "", "`PATH` out.folder")
			return func(c *call) status {
				j := exportJob{call: c, out: *out}
				o := sheet.of(pages.list, scenario.value)
				for _, f := range formats.list {
					j.parts = append(j.parts, export.Parts(f, o)...)
				}
				if problem := j.misuse(); problem != "" {
					return c.misuse("export: %s", problem)
				}
				return j.run()
			}
		},
	}
}

// An exportJob is one run of export over its files.
type exportJob struct {
	*call
	parts  []export.Part // what is written of each file
	out    string
	folder string // that out names; empty where it names none
}

// misuse says what is wrong with a command line, if anything is.
func (j *exportJob) misuse() string {
	switch {
	case len(j.files) == 0:
		return "at least one FILE is needed"
	case j.out == stdio && len(j.files)*len(j.parts) > 1:
		return "standard output takes one file in one format"
	case j.out == "" && slices.Contains(j.files, stdio):
		return "--out is needed for standard input"
	}
	return ""
}

// run exports all files, several at once, and tells what became of each in
// their order.
func (j *exportJob) run() status {
	var err error
	if j.folder, err = j.makeFolder(); err != nil {
		return j.fail(j.out, err)
	}
	targets, conflicts := j.targets()
	result := done
	progress := j.progress(len(j.files))
	inOrder(len(j.files), func(i int) outcome {
		return j.file(j.files[i], targets[i], conflicts[i])
	}, func(i int, o outcome) {
		if len(o) > 0 {
			progress.clear()
		}
		for _, said := range o {
			j.note(j.files[i], said.text)
			result = max(result, said.status)
		}
		progress.next(j.files[i])
	})
	progress.clear()
	return result
}

// makeFolder returns the folder that --out names, and makes it where several
// files are to go there; "" means that it names none.
func (j *exportJob) makeFolder() (string, error) {
	if j.out == "" || j.out == stdio {
		return "", nil
	}
	info, err := os.Stat(j.out)
	switch {
	case err == nil && info.IsDir():
		return j.out, nil
	case len(j.files)*len(j.parts) == 1 && !os.IsPathSeparator(j.out[len(j.out)-1]):
		return "", nil
	default:
		return j.out, plain(os.MkdirAll(j.out, 0o755))
	}
}

// targets returns where each part of each file goes and, where an earlier file
// goes there too, which that is: two projects of one name must not overwrite
// each other.
func (j *exportJob) targets() (targets, conflicts [][]string) {
	taken := map[string]string{}
	for _, path := range j.files {
		to, conflict := make([]string, len(j.parts)), make([]string, len(j.parts))
		for i, part := range j.parts {
			to[i] = j.target(path, part)
			if other, ok := taken[to[i]]; ok {
				conflict[i] = other
			} else {
				taken[to[i]] = printable(path)
			}
		}
		targets, conflicts = append(targets, to), append(conflicts, conflict)
	}
	return targets, conflicts
}

// target is where a project goes in a format.
func (j *exportJob) target(path string, part export.Part) string {
	name := baseName(path) + part.Suffix + "." + string(part.Format)
	switch {
	case j.folder != "":
		return filepath.Join(j.folder, name)
	case j.out != "":
		return j.out
	default:
		return filepath.Join(filepath.Dir(path), name)
	}
}

// An outcome is what there is to be told about a file.
type outcome []struct {
	text   string
	status status
}

func (o *outcome) say(s status, text string) {
	*o = append(*o, struct {
		text   string
		status status
	}{text, s})
}

// file exports one project in all its parts.
func (j *exportJob) file(path string, targets, conflicts []string) (o outcome) {
	p, _, err := j.read(path)
	if err != nil {
		o.say(failed, reason(path, err))
		return o
	}
	said := map[string]bool{} // every format has the same to say
	for i, part := range j.parts {
		if conflicts[i] != "" {
			o.say(failed, fmt.Sprintf("%s: not written: %s is made of %s", part.Format, targets[i], conflicts[i]))
			continue
		}
		notices, err := j.part(p, part, targets[i])
		for _, n := range notices {
			if !said[n] {
				said[n] = true
				o.say(done, n)
			}
		}
		if err != nil {
			o.say(failed, reason(path, err))
		}
	}
	return o
}

// part writes one file of a project.
func (j *exportJob) part(p *canvas.Project, part export.Part, to string) (notices []string, err error) {
	var data bytes.Buffer
	if notices, err = export.Write(&data, part.Format, p, part.Options); err != nil {
		return notices, fmt.Errorf("%s: %w", part.Format, err)
	}
	if err := j.write(to, data.Bytes()); err != nil {
		return notices, fmt.Errorf("%s: %s", to, reason(to, err))
	}
	return notices, nil
}
