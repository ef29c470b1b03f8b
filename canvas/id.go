package canvas

import (
	"crypto/rand"
	"strings"
)

// idAlphabet leaves out letters that are easily misread, since ids turn up in
// error messages and get typed.
const idAlphabet = "23456789abcdefghjkmnpqrstvwxyz"

// idLength gives about 49 bits, enough that a million records of one project
// collide with a chance of one in a thousand.
const idLength = 10

// NewID returns a fresh random id that begins with the prefix, as in
// "nt_k3m9x2q7bt". The prefix is for human readers and means nothing.
func NewID(prefix string) ID {
	var b strings.Builder
	b.WriteString(prefix)
	b.WriteByte('_')
	raw := make([]byte, 0, idLength)
	for len(raw) < idLength {
		var buf [2 * idLength]byte
		rand.Read(buf[:]) // never fails: the runtime aborts when the system has no randomness
		for _, c := range buf {
			// Bytes above the last whole multiple are dropped to keep every letter as likely.
			if int(c) < 256/len(idAlphabet)*len(idAlphabet) && len(raw) < idLength {
				raw = append(raw, idAlphabet[int(c)%len(idAlphabet)])
			}
		}
	}
	b.Write(raw)
	return ID(b.String())
}
