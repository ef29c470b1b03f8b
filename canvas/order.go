package canvas

import "strings"

// digits of an order key, in the order in which bytes compare.
const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

// wholeDigits is the length of a key that no insertion has made longer. Keys
// at the ends of a block count up and down in whole numbers of this many
// digits, so they stay short however many notes are added.
const wholeDigits = 4

// firstKey is the key of the first note in an empty block: the middle, with
// seven million places on either side.
const firstKey = "V000"

// KeyBetween returns an order key that sorts after a and before b; an empty a
// or b means no bound on that side. It reports false when there is no room,
// because the keys are equal, in the wrong order or not made of the digits
// 0-9A-Za-z; then the block needs new keys throughout.
func KeyBetween(a, b string) (string, bool) {
	switch {
	case !isKey(a) || !isKey(b) || (a != "" && b != "" && a >= b):
		return "", false
	case a == "" && b == "":
		return firstKey, true
	case b == "":
		if k, ok := step(a, +1); ok {
			return k, true
		}
	case a == "":
		if k, ok := step(b, -1); ok {
			return k, true
		}
	}
	k := midpoint(a, b)
	return k, k > a && (b == "" || k < b)
}

// isKey reports whether s is made of key digits.
func isKey(s string) bool {
	return strings.Trim(s, digits) == ""
}

// step returns the whole key next to k, if there is one.
func step(k string, by int) (string, bool) {
	whole := []byte((k + strings.Repeat("0", wholeDigits))[:wholeDigits])
	if by < 0 && len(k) > wholeDigits {
		return string(whole), true // the whole part alone sorts before k
	}
	for i := wholeDigits - 1; i >= 0; i-- {
		d := strings.IndexByte(digits, whole[i]) + by
		if d >= 0 && d < len(digits) {
			whole[i] = digits[d]
			return string(whole), true
		}
		whole[i] = digits[(d+len(digits))%len(digits)]
	}
	return "", false
}

// midpoint reads both keys as fractions in base 62 (no b is 1) and returns the
// shortest fraction that halves their distance.
func midpoint(a, b string) string {
	var out []byte
	bounded := b != "" // whether b still limits the digits that follow
	for i := 0; ; i++ {
		low, high := digitAt(a, i, 0), len(digits)
		if bounded {
			high = digitAt(b, i, 0)
		}
		switch mid := (low + high) / 2; {
		case high-low > 1:
			return string(append(out, digits[mid]))
		case i > len(a)+len(b)+1: // b is a with zeros after it: nothing lies between
			return string(out)
		case high-low == 1:
			bounded = false
		}
		out = append(out, digits[low])
	}
}

func digitAt(k string, i, otherwise int) int {
	if i < len(k) {
		return strings.IndexByte(digits, k[i])
	}
	return otherwise
}

// keysBetween returns n keys in ascending order between a and b, or false when
// there is no room.
func keysBetween(a, b string, n int) ([]string, bool) {
	keys := make([]string, n)
	return keys, fill(keys, a, b)
}

// fill sets keys in ascending order between a and b. Towards an open end it
// counts; between two keys it halves, so that keys stay short.
func fill(keys []string, a, b string) bool {
	if len(keys) == 0 {
		return true
	}
	at := len(keys) / 2
	switch {
	case b == "":
		at = 0
	case a == "":
		at = len(keys) - 1
	}
	k, ok := KeyBetween(a, b)
	keys[at] = k
	return ok && fill(keys[:at], a, k) && fill(keys[at+1:], k, b)
}
