package file_test

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"ninefold/canvas"
	"ninefold/canvas/canvastest"
	"ninefold/canvas/file"
)

// sample is a project as somebody might write it by hand.
const sample = `{
  "format": "ninefold",
  "version": 1,
  "generator": "Ninefold 0.1.0",
  "id": "pr_1",
  "title": "Volta",
  "currency": "EUR",
  "notes": [
    {
      "id": "nt_1",
      "block": "customer_segments",
      "order": "V000",
      "text": "Commuters",
      "segment": {
        "letter": "A",
        "economics": {"customers": "120", "churn": 0.05}
      }
    },
    {
      "id": "nt_2",
      "block": "customer_relationships",
      "order": "V000",
      "text": "Città, 自転車: book in the app",
      "segments": ["nt_1"],
      "costs": [{"id": "cl_1", "label": "Hosting", "behaviour": "monthly", "amount": "49.90"}],
      "comments": [{"id": "cm_1", "time": "2026-11-21T10:42:00Z", "text": "Good."}],
      "relationship": {"type": "self_service", "stage": "acquire"}
    }
  ]
}
`

func TestSampleOpens(t *testing.T) {
	p := decode(t, []byte(sample))
	segments := p.Segments()
	if len(segments) != 1 || segments[0].Segment.Economics.Churn.String() != "0.05" {
		t.Errorf("segments: %+v", segments)
	}
	if r := p.Block(canvas.CustomerRelationships); len(r) != 1 || !r[0].Serves("nt_1") || r[0].Costs[0].Amount.String() != "49.9" {
		t.Errorf("relationships: %+v", r)
	}
}

func TestDocumentedExampleOpens(t *testing.T) {
	doc, err := os.ReadFile("../../docs/format.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := bytes.Cut(doc, []byte("```json\n"))
	example, _, _ := bytes.Cut(rest, []byte("```"))
	if p := decode(t, example); p.Len() != 2 {
		t.Errorf("%d notes", p.Len())
	}
}

// change is the sample with one text in place of another.
func change(t *testing.T, old, now string) []byte {
	t.Helper()
	if strings.Count(sample, old) != 1 {
		t.Fatalf("%q is not once in the sample", old)
	}
	return []byte(strings.Replace(sample, old, now, 1))
}

func TestDamage(t *testing.T) {
	tests := []struct {
		name, old, now string
		want           string
	}{
		{"dangling segment", `["nt_1"]`, `["sg_x9"]`, `line 24, column 20 (notes[1].segments[0]): no segment has id "sg_x9"`},
		{"dangling link", `"segments": ["nt_1"]`, `"links": ["nt_9"]`, `line 24, column 17 (notes[1].links[0]): no note has id "nt_9"`},
		{"not a segment", `["nt_1"]`, `["nt_2"]`, `line 24, column 20 (notes[1].segments[0]): no segment has id "nt_2"`},
		{"taken id", `"id": "nt_2"`, `"id": "nt_1"`, `line 20, column 13 (notes[1].id): another record has id "nt_1"`},
		{"taken by a cost line", `"cl_1"`, `"nt_1"`, `line 25, column 24 (notes[1].costs[0].id): another record has id "nt_1"`},
		{"missing id", `"id": "nt_2",`, ``, `line 19, column 5 (notes[1].id): a value is missing`},
		{"missing project id", `"id": "pr_1",`, ``, `line 1, column 1 (id): a value is missing`},
		{"unknown block", `"customer_relationships"`, `"relations"`, `line 21, column 16 (notes[1].block): "relations" is not one of the words allowed here`},
		{"unknown stage", `"acquire"`, `"win"`, `line 27, column 57 (notes[1].relationship.stage): "win" is not one of the words allowed here`},
		{"bad letter", `"letter": "A"`, `"letter": "a"`, `line 15, column 19 (notes[0].segment.letter): "a" is not a segment letter: one or two of A-Z`},
		{"bad order", "\"V000\",\n      \"text\": \"Commuters\"", "\"V-0\",\n      \"text\": \"Commuters\"", `line 12, column 16 (notes[0].order): "V-0" is not an order key: only 0-9, A-Z and a-z are allowed`},

		{"number for a text", `"title": "Volta"`, `"title": 12`, `line 6, column 12 (title): 12 is not the kind of value that belongs here`},
		{"text for a list", `["nt_1"]`, `"nt_1"`, `line 24, column 19 (notes[1].segments): "nt_1" is not the kind of value that belongs here`},
		{"list for an object", `{"type": "self_service", "stage": "acquire"}`, `[1, 2]`, `line 27, column 23 (notes[1].relationship): […] is not the kind of value that belongs here`},
		{"object for a text", `"Commuters"`, `{"en": "Commuters"}`, `line 13, column 15 (notes[0].text): {…} is not the kind of value that belongs here`},
		{"null for a note", `"notes": [`, `"notes": [null,`, `line 8, column 13 (notes[0]): null is not the kind of value that belongs here`},
		{"fraction of a point", `"notes": [`, `"scores": [{"block": "channels", "points": 1.5}], "notes": [`, `line 8, column 46 (scores[0].points): 1.5 is not the kind of value that belongs here`},
		{"notes of another kind", `"notes": [`, `"notes": {}, "x": [`, `line 8, column 12 (notes): {…} is not the kind of value that belongs here`},

		{"amount with exponent", `"49.90"`, `1e999999999`, `line 25, column 86 (notes[1].costs[0].amount): 1e999999999 is not an amount: decimal digits with at most one point, 40 characters at most`},
		{"amount in words", `"49.90"`, `"49,90"`, `line 25, column 86 (notes[1].costs[0].amount): "49,90" is not an amount: decimal digits with at most one point, 40 characters at most`},
		{"amount too long", `"49.90"`, `"` + strings.Repeat("9", 41) + `"`, `line 25, column 86 (notes[1].costs[0].amount): "` + strings.Repeat("9", 39) + `… is not an amount: decimal digits with at most one point, 40 characters at most`},
		{"empty amount", `"49.90"`, `""`, `line 25, column 86 (notes[1].costs[0].amount): "" is not an amount: decimal digits with at most one point, 40 characters at most`},
		{"amount of another kind", `"49.90"`, `true`, `line 25, column 86 (notes[1].costs[0].amount): true is not an amount: decimal digits with at most one point, 40 characters at most`},
		{"time that is none", `"2026-11-21T10:42:00Z"`, `"yesterday"`, `line 26, column 43 (notes[1].comments[0].time): "yesterday" is not a time, as in "2026-11-21T10:42:00Z"`},

		{"stray character", `"block": "customer_segments",`, `"block": customer_segments,`, `line 11, column 16 (notes[0].block): 'c' cannot be here`},
		{"missing comma", `"order": "V000",` + "\n" + `      "text": "Commuters",`, `"order": "V000"` + "\n" + `      "text": "Commuters",`, `line 13, column 7 (notes[0]): '"' cannot be here`},
		{"after wide characters", `"Città, 自転車: book in the app"`, `"Città, 自転車" x`, `line 23, column 28 (notes[1]): 'x' cannot be here`},
		{"duplicate member", `"text": "Commuters",`, `"text": "Commuters", "text": "Others",`, `line 13, column 28 (notes[0]): the member "text" is here twice`},
		{"more after the end", "  ]\n}\n", "  ]\n}\n{}", `line 31, column 1: '{' cannot be here`},
		{"bad version", `"version": 1`, `"version": "1"`, `line 3, column 14 (version): "1" is not a format version`},
		{"version below zero", `"version": 1`, `"version": -1`, `line 3, column 14 (version): -1 is not a format version`},
		{"fractional version", `"version": 1`, `"version": 1.5`, `line 3, column 14 (version): 1.5 is not a format version`},
		{"no version", `"version": 1,`, ``, `line 1, column 1: null is not a format version`},
		{"bytes that are no text", `Commuters`, "Commut\xe9rs", `line 13, column 22: these bytes are not UTF-8 text`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			data := change(t, tt.old, tt.now)
			p, _, err := file.Decode(data)
			var damaged *file.DamagedError
			if p != nil || !errors.As(err, &damaged) {
				t.Fatalf("got %v, %v", p, err)
			}
			if err.Error() != tt.want {
				t.Errorf("got  %s\nwant %s", err, tt.want)
			}
			if line, _, _ := strings.Cut(string(data[damaged.Offset:]), "\n"); bytes.Count(data[:damaged.Offset], []byte("\n")) != damaged.Line-1 {
				t.Errorf("offset %d is not on line %d, at %q", damaged.Offset, damaged.Line, line)
			}
		})
	}
}

func TestCutOffAnywhereIsDamage(t *testing.T) {
	header := strings.Index(sample, `"id"`)
	for i := range len(sample) - 2 {
		_, _, err := file.Decode([]byte(sample[:i]))
		var damaged *file.DamagedError
		var not *file.NotProjectError
		switch {
		case err == nil:
			t.Fatalf("cut off at %d it opens", i)
		case i >= header && (!errors.As(err, &damaged) || damaged.Code != file.CodeTruncated && damaged.Code != file.CodeInvalidUTF8):
			t.Fatalf("cut off at %d: %v", i, err)
		case i < header && !errors.As(err, &damaged) && !errors.As(err, &not):
			t.Fatalf("cut off at %d: %v", i, err)
		}
	}
	for text, want := range map[string]string{
		sample[:strings.Index(sample, "Commuters")+4]:                       `line 13, column 20 (notes[0].text): the file ends too early`,
		sample[:strings.Index(sample, "Commuters")+len(`Commuters",`+"\n")]: `line 13, column 27 (notes[0]): the file ends too early`,
	} {
		if _, _, err := file.Decode([]byte(text)); err.Error() != want {
			t.Errorf("got  %s\nwant %s", err, want)
		}
	}
}

func TestNotAProject(t *testing.T) {
	utf16 := []byte{0xFF, 0xFE}
	for _, c := range []byte(sample) {
		utf16 = append(utf16, c, 0)
	}
	tests := []struct {
		name, data, want string
	}{
		{"empty", "", "not a project: it is empty"},
		{"white space", " \n\t\r\n", "not a project: it is empty"},
		{"zeros", strings.Repeat("\x00", 4096), "not a project: it is empty"},
		{"byte order mark alone", "\uFEFF", "not a project: it is empty"},
		{"UTF-16", string(utf16), "not a project: it is written in UTF-16, not in UTF-8"},
		{"UTF-16 without mark", string(utf16[2:]), "not a project: it is written in UTF-16, not in UTF-8"},
		{"words", "Dear all,\nplease find", "not a project: it is not JSON"},
		{"almost JSON", "{ format: ninefold }", "not a project: it is not JSON"},
		{"a picture", "\x89PNG\r\n\x1a\n", "not a project: it is not JSON"},
		{"an archive", "PK\x03\x04\x14\x00\x06\x00", "not a project: it is not JSON"},
		{"a list", `[1, 2]`, "not a project: it is JSON, but not an object"},
		{"a word", `"ninefold"`, "not a project: it is JSON, but not an object"},
		{"no member", `{}`, `not a project: it does not say "format": "ninefold"`},
		{"another object", `{"name": "x", "version": "1.0.0"}`, `not a project: it does not say "format": "ninefold"`},
		{"another format", `{"format": "bmml", "version": 1}`, `not a project: its format is "bmml"`},
		{"a format that is no text", `{"format": 7, "version": 1}`, `not a project: its format is "7"`},
		{"nothing but nesting", strings.Repeat("[", 100_000), "not a project: it is not JSON"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, _, err := file.Decode([]byte(tt.data))
			var not *file.NotProjectError
			if !errors.As(err, &not) || err.Error() != tt.want {
				t.Errorf("got  %v\nwant %s", err, tt.want)
			}
		})
	}
}

func TestTooNew(t *testing.T) {
	const by = `format version 7, written by Ninefold 3.1, is newer than version 1, the newest that can be read`
	const plain = `format version 7 is newer than version 1, the newest that can be read`
	for _, tt := range []struct{ name, data, want string }{
		{"well formed", `{"format": "ninefold", "version": 7, "generator": "Ninefold 3.1", "notes": {"a": []}}`, by},
		{"in another order", `{"notes": [], "generator": "Ninefold 3.1", "version": 7, "format": "ninefold"}`, by},
		{"damaged", `{"format": "ninefold", "version": 7, "generator": "Ninefold 3.1", "notes": [}`, by},
		{"damaged at once", `{"format": "ninefold", "version": 7, ]`, plain},
		{"nested too deep", `{"format": "ninefold", "version": 7, "x": ` + strings.Repeat("[", 100_000), plain},
	} {
		_, _, err := file.Decode([]byte(tt.data))
		var newer *file.TooNewError
		if !errors.As(err, &newer) || err.Error() != tt.want {
			t.Errorf("%s: got %v", tt.name, err)
		}
	}
}

func TestTooLarge(t *testing.T) {
	const start = `{"format": "ninefold", "version": 1, "id": "pr_1", "title": "", "currency": "EUR", `
	nested := strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000)
	for _, tt := range []struct{ name, data, want string }{
		{"deep", start + `"x": ` + nested + `, "notes": []}`, "too large: nested more than 64 levels deep"},
		{"deep before the format", `{"x": ` + nested + `, ` + start[1:] + `"notes": []}`, "too large: nested more than 64 levels deep"},
		{"deep objects", start + `"x": ` + strings.Repeat(`{"a":`, 100_000), "too large: nested more than 64 levels deep"},
		{"a long text", start + `"x": "` + strings.Repeat("x", file.MaxText+1) + `", "notes": []}`, "too large: a text of more than 262144 bytes"},
		{"many notes", start + `"notes": [` + strings.Repeat("{},", 100_000) + "{}]}", "too large: more than 100000 notes"},
		{"many records", start + `"comments": [` + strings.Repeat("{},", 1_000_000) + "{}]}", "too large: more than 1000000 records"},
		{"grows when indented", start + `"x": ` + strings.Repeat("[", 60) + strings.Repeat("1,", 600_000) + "1" + strings.Repeat("]", 60) + "}", "too large: larger than 67108864 bytes"},
		{"bytes", strings.Repeat(" ", file.MaxSize+1), "too large: larger than 67108864 bytes"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, _, err := file.Decode([]byte(tt.data))
			var large *file.TooLargeError
			if !errors.As(err, &large) || err.Error() != tt.want {
				t.Errorf("got  %v\nwant %s", err, tt.want)
			}
		})
	}
}

func TestWhatIsTooLargeToReadIsNotWritten(t *testing.T) {
	for length, written := range map[int]bool{file.MaxText: true, file.MaxText + 1: false, file.MaxSize: false} {
		p := canvas.UpdateHead(canvastest.Large(2), func(h *canvas.Head) { h.Title = strings.Repeat("x", length) })
		_, err := file.Encode(p)
		if _, large := errors.AsType[*file.TooLargeError](err); large == written {
			t.Errorf("a title of %d bytes: got %v", length, err)
		}
	}
}

func TestByteOrderMarkIsTolerated(t *testing.T) {
	data := append([]byte("\uFEFF"), sample...)
	if p := decode(t, data); p.Head().Title != "Volta" {
		t.Errorf("title %q", p.Head().Title)
	}
	_, _, err := file.Decode(bytes.Replace(data, []byte(`"Volta"`), []byte(`7`), 1))
	var damaged *file.DamagedError
	if !errors.As(err, &damaged) || data[damaged.Offset] != '"' || damaged.Column != 12 {
		t.Errorf("got %+v", damaged)
	}
}

func TestWarningsHaveTheirPlace(t *testing.T) {
	for _, tt := range []struct{ old, now, want string }{
		{`"EUR"`, `"euro"`, `line 7, column 15 (currency): no currency has the code "euro": three capital letters of ISO 4217, as in EUR`},
		{`"currency": "EUR",`, ``, `line 1, column 1 (currency): no currency has the code "": three capital letters of ISO 4217, as in EUR`},
		{`"EUR"`, `"XYZ"`, `line 7, column 15 (currency): no currency has the code "XYZ": three capital letters of ISO 4217, as in EUR`},
		{`0.05`, `5`, `line 16, column 52 (notes[0].segment.economics.churn): 5 is not between 0 and 1`},
		{`"49.90"`, `"-1"`, `line 25, column 86 (notes[1].costs[0].amount): -1 is below zero`},
		{`"49.90"`, `"1000000000000000.01"`, `line 25, column 86 (notes[1].costs[0].amount): 1000000000000000.01 is larger than can be computed with`},
		{`"49.90"`, `"1000000000000000000000000000000"`, `line 25, column 86 (notes[1].costs[0].amount): 1000000000000000000000000000000 is larger than can be computed with`},
		{`"49.90"`, `"49.90", "from_month": 5, "to_month": 2`, `line 25, column 124 (notes[1].costs[0].to_month): month 2 comes before the first month`},
		{`"120"`, `"-3"`, `line 16, column 36 (notes[0].segment.economics.customers): -3 is below zero`},
		{"\"order\": \"V000\",\n      \"text\": \"Commuters\",", `"text": "Commuters",`, `line 9, column 5 (notes[0].order): a value is missing`},
	} {
		p, warnings, err := file.Decode(change(t, tt.old, tt.now))
		if p == nil || err != nil || len(warnings) != 1 || warnings[0].Error() != tt.want {
			t.Errorf("got  %v, %v\nwant %s", warnings, err, tt.want)
		}
	}
}

func TestDamageIsFoundBehindManyWarnings(t *testing.T) {
	text := strings.ReplaceAll(string(encode(t, canvastest.Large(1000))), `"amount": "`, `"amount": "-`)
	if _, warnings, err := file.Decode([]byte(text)); err != nil || len(warnings) != canvas.MaxProblems {
		t.Fatalf("%d warnings, %v", len(warnings), err)
	}
	text = strings.Replace(text, `"block": "cost_structure"`, `"block": "cost"`, 1)
	_, _, err := file.Decode([]byte(text))
	var damaged *file.DamagedError
	if !errors.As(err, &damaged) || damaged.Code != canvas.ProblemUnknownWord {
		t.Errorf("got %v", err)
	}
}

func TestUnknownMembersAreKeptAtEveryLevel(t *testing.T) {
	text := strings.NewReplacer(
		`"title":`, `"x_head": {"a": [1, 2.50, "\u00e9"]}, "title":`,
		`"letter":`, `"x_segment": 1, "letter":`,
		`"customers":`, `"x_economics": "1", "customers":`,
		`"label":`, `"x_cost": null, "label":`,
		`"time":`, `"x_comment": [], "time":`,
		`"type":`, `"x_relationship": true, "type":`,
		`"block":`, `"x_note": 12345678901234567890, "block":`,
	).Replace(sample)
	out := string(encode(t, decode(t, []byte(text))))
	for _, want := range []string{
		`"x_head": {`, "2.50", `"é"`, `"x_segment": 1`, `"x_economics": "1"`, `"x_cost": null`, `"x_comment": []`,
		`"x_relationship": true`, `"x_note": 12345678901234567890`,
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%s is lost in\n%s", want, out)
		}
	}
}

func TestAmountsAreWrittenOneWay(t *testing.T) {
	for in, want := range map[string]string{
		`"49.90"`: `"49.9"`, `49.90`: `"49.9"`, `"0"`: `"0"`, `"0.00"`: `"0"`, `"-0"`: `"0"`, `"007"`: `"7"`,
		`"0.0000000000000000000000000000000000001"`: `"0.0000000000000000000000000000000000001"`,
	} {
		out := encode(t, decode(t, change(t, `"49.90"`, in)))
		if !bytes.Contains(out, []byte(`"amount": `+want)) {
			t.Errorf("%s is not written as %s", in, want)
		}
	}
}

func TestLocate(t *testing.T) {
	for _, tt := range []struct {
		path         string
		line, column int
	}{
		{"", 1, 1},
		{"title", 6, 12},
		{"notes", 8, 12},
		{"notes[1].segments[0]", 24, 20},
		{"notes[1].relationship.status", 27, 23}, // not there: the relationship
		{"notes[7].id", 8, 12},                   // not there: the list
		{"subtitle", 1, 1},
	} {
		if line, column := file.Locate([]byte(sample), tt.path); line != tt.line || column != tt.column {
			t.Errorf("%q: line %d, column %d, want %d, %d", tt.path, line, column, tt.line, tt.column)
		}
	}
	if line, _ := file.Locate([]byte(sample[:300]), "notes[1]"); line != 8 {
		t.Errorf("in a text that is cut off: line %d", line)
	}
}

// Notes may link one another in circles: to a reader a link has no direction.
func TestLinksInACircleOpen(t *testing.T) {
	p := decode(t, []byte(`{"format": "ninefold", "version": 1, "id": "pr_1", "title": "", "currency": "EUR", "notes": [
		{"id": "a", "block": "channels", "order": "A", "text": "", "links": ["b"]},
		{"id": "b", "block": "channels", "order": "B", "text": "", "links": ["c", "a"]},
		{"id": "c", "block": "key_resources", "order": "A", "text": "", "links": ["a", "b"]}
	]}`))
	for n := range p.Notes() {
		if linked := canvas.Linked(p, n.ID); len(linked) != 2 {
			t.Errorf("note %s is linked with %d", n.ID, len(linked))
		}
	}
}
