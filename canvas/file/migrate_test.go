package file_test

import (
	"bytes"
	"strings"
	"testing"

	"ninefold/canvas/canvastest"
	"ninefold/canvas/file"
)

// Version 0 comes to say the same in the newest version, unknown members
// included, and stays so.
func TestVersion0StillOpens(t *testing.T) {
	p := decode(t, fixture(t, "version-0.ninefold.json"))
	got := encode(t, p)
	if want := fixture(t, "version-0.migrated.ninefold.json"); !bytes.Equal(got, want) {
		t.Errorf("it becomes\n%s", got)
	}
	if d := canvastest.Diff(p, decode(t, got)); d != "" {
		t.Errorf("(-migrated +written and read):\n%s", d)
	}
	if again := encode(t, decode(t, fixture(t, "version-0.ninefold.json"))); !bytes.Equal(got, again) {
		t.Error("migrated twice, it is not the same")
	}
}

func TestDamageInVersion0(t *testing.T) {
	data := string(fixture(t, "version-0.ninefold.json"))
	tests := []struct{ name, old, now, want string }{
		{"broken text", `"nt_6",`, `"nt_6"`, `line 21, column 21 (blocks.key_resources[1]): '"' cannot be here`},
		{"more behind it", "  }\n}\n", "  }\n}\n}", `line 25, column 1: '}' cannot be here`},
		{"cut off", data[len(data)-40:], "", `line 21, column 74 (blocks.key_resources[1].cost): the file ends too early`},
		{"a block that is no list", `"key_resources": [`, `"channels": 7, "key_resources": [`, `line 19, column 17 (blocks.channels): 7 is not the kind of value that belongs here`},
		{"a note that is none", `"key_resources": [`, `"key_resources": [7,`, `line 19, column 23 (blocks.key_resources[0]): 7 is not the kind of value that belongs here`},
		{"a letter that no segment has", `["B", "A"]`, `["Z"]`, `line 11, column 66 (blocks.customer_relationships[0].for[0]): "Z" is not the kind of value that belongs here`},
		{"a cost in other words", `"each": "year"`, `"each": "week"`, `line 20, column 74 (blocks.key_resources[0].cost.each): "week" is not the kind of value that belongs here`},
		{"a block that there is none of", `"key_resources"`, `"key_tools"`, `line 1, column 1 (notes[4].block): "key_tools" is not one of the words allowed here`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if strings.Count(data, test.old) != 1 {
				t.Fatalf("%q is not once in the fixture", test.old)
			}
			_, _, err := file.Decode([]byte(strings.Replace(data, test.old, test.now, 1)))
			if err == nil || err.Error() != test.want {
				t.Errorf("%v\nwant %s", err, test.want)
			}
		})
	}
}
