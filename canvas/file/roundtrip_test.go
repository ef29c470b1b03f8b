package file_test

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"ninefold/canvas"
	"ninefold/canvas/canvastest"
	"ninefold/canvas/file"
)

func encode(t testing.TB, p *canvas.Project) []byte {
	t.Helper()
	data, err := file.Encode(p)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func decode(t testing.TB, data []byte) *canvas.Project {
	t.Helper()
	p, warnings, err := file.Decode(data)
	if err != nil {
		t.Fatalf("%v in:\n%.2000s", err, data)
	}
	if len(warnings) > 0 {
		t.Fatalf("warning: %v", warnings[0])
	}
	return p
}

func TestDecodeOfEncodeIsIdentity(t *testing.T) {
	for seed := range canvastest.Seeds(200) {
		p := canvastest.Random(seed, int(seed%60))
		data := encode(t, p)
		back := decode(t, data)
		if d := canvastest.Diff(p, back); d != "" {
			t.Fatalf("seed %d (-written +read):\n%s", seed, d)
		}
		if again := encode(t, back); !bytes.Equal(data, again) {
			t.Fatalf("seed %d: written twice, different bytes", seed)
		}
	}
}

func TestEncodedTextIsInDocumentedForm(t *testing.T) {
	data := string(encode(t, canvastest.Random(7, 20)))
	if want := "{\n  \"format\": \"ninefold\",\n  \"version\": 1,\n  \"generator\": \"Ninefold\",\n  \"id\": "; !strings.HasPrefix(data, want) {
		t.Errorf("begins with %.100s", data)
	}
	if !strings.HasSuffix(data, "\n}\n") {
		t.Errorf("ends with %q", data[len(data)-10:])
	}
}

func TestNotesStandInFillingOrder(t *testing.T) {
	doc := decode(t, encode(t, canvastest.Random(9, 80)))
	last := 0
	for n := range doc.Notes() {
		if n.Block.Number() < last {
			t.Fatalf("%s after block %d", n.Block, last)
		}
		last = n.Block.Number()
	}
}

func TestOneWordEditedIsOneLineChanged(t *testing.T) {
	p := canvastest.Large(300)
	n := p.Block(canvas.Channels)[3]
	q, err := canvas.SetText(p, n.ID, n.Text+" daily")
	if err != nil {
		t.Fatal(err)
	}
	if changed := changedLines(encode(t, p), encode(t, q)); changed != 1 {
		t.Errorf("%d lines changed", changed)
	}
}

func TestOneNoteMovedWithinItsBlockChangesOneRecord(t *testing.T) {
	p := canvastest.Large(300)
	block := p.Block(canvas.Channels)
	q, err := canvas.MoveNotes(p, []canvas.ID{block[5].ID}, canvas.Channels, 2)
	if err != nil {
		t.Fatal(err)
	}
	changed := 0
	for i, n := range q.Block(canvas.Channels) {
		if !slices.Contains(block, n) {
			changed++
			if i != 2 {
				t.Errorf("the record at %d is new", i)
			}
		}
	}
	if changed != 1 {
		t.Errorf("%d records changed", changed)
	}
}

// changedLines counts the lines that differ, of texts with as many lines.
func changedLines(a, b []byte) int {
	as, bs := bytes.Split(a, []byte("\n")), bytes.Split(b, []byte("\n"))
	if len(as) != len(bs) {
		return -1
	}
	n := 0
	for i := range as {
		if !bytes.Equal(as[i], bs[i]) {
			n++
		}
	}
	return n
}

func TestTextThatIsNoUTF8IsWrittenAllTheSame(t *testing.T) {
	p, err := canvas.UpdateNote(canvastest.Large(1), canvastest.Large(1).Block(canvas.CustomerSegments)[0].ID,
		func(n *canvas.Note) { n.Text = "a\xffb" })
	if err != nil {
		t.Fatal(err)
	}
	if got := decode(t, encode(t, p)).Block(canvas.CustomerSegments)[0].Text; got != "a\uFFFDb" {
		t.Errorf("text is %q", got)
	}
}

// fixture is a file of testdata.
func fixture(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// The fixture was written when version 1 was new. It stays as it is for ever:
// every later program opens it and, while version 1 is the newest, writes it
// as it stands.
func TestVersion1StillOpens(t *testing.T) {
	data := fixture(t, "version-1.ninefold.json")
	p := decode(t, data)
	if p.Len() != 16 || len(p.Segments()) != 3 {
		t.Errorf("%d notes, %d segments", p.Len(), len(p.Segments()))
	}
	if !bytes.Equal(data, encode(t, p)) {
		t.Error("it is written differently now")
	}
}
