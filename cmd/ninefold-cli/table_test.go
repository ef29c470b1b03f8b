package main

import (
	"strings"
	"testing"
)

// Columns are as wide as terminals show them: an ideograph takes two, a letter
// with its accents one.
func TestTableAligns(t *testing.T) {
	var out strings.Builder
	tb := table{numbers: 1}
	tb.row("Name", "Cost")
	tb.row("自転車", "1.00")
	tb.row("re\u0301sume\u0301", "12.00")
	tb.row("👩‍🔧", "")
	tb.print(&call{stdout: &out})
	want := "Name     Cost\n" +
		"自転車   1.00\n" +
		"re\u0301sume\u0301  12.00\n" +
		"👩‍🔧\n"
	if out.String() != want {
		t.Errorf("got\n%swant\n%s", out.String(), want)
	}
}

func TestClip(t *testing.T) {
	for _, tt := range []struct {
		text    string
		columns int
		want    string
	}{
		{"Leaflets", 8, "Leaflets"},
		{"Leaflets", 7, "Leafle…"},
		{"Two lines\nof one note\x1b[31m", 30, "Two lines of one note [31m"},
		{"turned\u202e round", 30, "turned round"},
		{"Two words", 5, "Two…"},
		{"自転車の客", 6, "自転…"},
		{"👩‍🔧👩‍🔧👩‍🔧", 5, "👩‍🔧👩‍🔧…"},
		{"e\u0301e\u0301e\u0301", 2, "e\u0301…"},
	} {
		if got := clip(tt.text, tt.columns); got != tt.want {
			t.Errorf("clip(%q, %d): got %q, want %q", tt.text, tt.columns, got, tt.want)
		}
	}
}
