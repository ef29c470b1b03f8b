package canvas

import "testing"

func TestExcerpt(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"short", "short"},
		{"exactly10!", "exactly10!"},
		{"a little too long", "a little…"},
		{"two\n lines", "two lines"},
		{"nin\u0303o nin\u0303o nin\u0303o", "nin\u0303o nin\u0303o…"},
		{"👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻", "👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻…"},
	} {
		if got := Excerpt(c.text, 10); got != c.want {
			t.Errorf("Excerpt(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}
