package export_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"ninefold/assets"
	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/file"
	"ninefold/export"
	"ninefold/export/handout"
)

func sample(t *testing.T) *canvas.Project {
	t.Helper()
	p, _, err := file.Decode(assets.Sample("pt"))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Every format can be written, and the same again.
func TestEveryFormat(t *testing.T) {
	p := sample(t)
	for _, f := range export.Formats() {
		var first, second bytes.Buffer
		for _, b := range []*bytes.Buffer{&first, &second} {
			notices, err := export.Write(b, f, p, export.Options{Words: locale.Of("pt")})
			if err != nil || len(notices) > 0 {
				t.Fatalf("%s: %v, %v", f, notices, err)
			}
		}
		if first.Len() == 0 || !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%s: %d bytes, and then others", f, first.Len())
		}
	}
	if _, err := export.Write(&bytes.Buffer{}, "docx", p, export.Options{Words: locale.Of("pt")}); err == nil || export.Format("docx").Known() {
		t.Error("a format that is none is written")
	}
}

// What a preview shows is what is written.
func TestPagesAreThoseOfTheFile(t *testing.T) {
	p := sample(t)
	o := export.Options{Words: locale.Of("pt"), Pages: handout.Kinds()}
	pages, _ := export.Pages(p, o)
	var b bytes.Buffer
	if _, err := export.Write(&b, export.PDF, p, o); err != nil {
		t.Fatal(err)
	}
	if got := bytes.Count(b.Bytes(), []byte("/Type /Page\n")); got != len(pages) {
		t.Errorf("the file has %d pages, the preview %d", got, len(pages))
	}
	for most, o := range map[int]export.Options{
		60_000:  {Words: o.Words, Pages: []handout.Kind{handout.Canvas}},
		120_000: o,
	} {
		b.Reset()
		if _, err := export.Write(&b, export.PDF, p, o); err != nil || b.Len() > most {
			t.Errorf("%v take %d bytes, more than %d: %v", o.Pages, b.Len(), most, err)
		}
	}
}

// Without a project there are sheets to fill in; a page that there is not is no
// reason to fail.
func TestWithoutAProject(t *testing.T) {
	o := export.Options{Words: locale.Of("es"), Pages: []handout.Kind{handout.BlankCanvas}}
	for _, f := range export.Formats() {
		if _, err := export.Write(&bytes.Buffer{}, f, nil, o); err != nil {
			t.Errorf("%s: %v", f, err)
		}
	}
	o.Pages = []handout.Kind{"poem"}
	if page, _ := export.Picture(nil, o); page == nil {
		t.Error("there is no picture")
	}
	if _, err := export.Write(&bytes.Buffer{}, export.PDF, nil, o); err == nil {
		t.Error("a document without pages is written")
	}
}

func TestParts(t *testing.T) {
	two := []handout.Kind{handout.Canvas, handout.Costs}
	for _, c := range []struct {
		format export.Format
		pages  []handout.Kind
		want   []string
	}{
		{export.PDF, two, []string{""}},
		{export.PNG, nil, []string{""}},
		{export.PNG, two[:1], []string{""}},
		{export.SVG, two, []string{"-canvas", "-costs"}},
		{export.MD, two, []string{""}},
	} {
		var got []string
		for _, p := range export.Parts(c.format, export.Options{Pages: c.pages}) {
			got = append(got, p.Suffix)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s of %v: %q, want %q", c.format, c.pages, got, c.want)
		}
	}
}

func TestMissingCharactersAreTold(t *testing.T) {
	p, _, err := canvas.AddNote(sample(t), canvas.Note{Text: "private \U0010fffd use"}, canvas.Channels, canvas.AtEnd)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []export.Format{export.PDF, export.PNG, export.SVG} {
		notices, err := export.Write(&bytes.Buffer{}, f, p, export.Options{Words: locale.Of("en")})
		if err != nil || len(notices) != 1 || !strings.Contains(notices[0], "private") {
			t.Errorf("%s: %q, %v", f, notices, err)
		}
	}
}
