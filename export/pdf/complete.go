package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strconv"
)

// complete adds to a file what the library cannot: the language, that viewers
// show the title in place of the file's name, and an identifier, which is made
// from the content and so the same for the same content. The catalogue is the
// file's last object, so nothing but the place of the cross-reference table
// moves. A file that does not look as expected is left as it is.
func complete(file []byte, lang string) []byte {
	const end = "\n>>\nendobj\nxref\n"
	catalogue := bytes.LastIndex(file, []byte(end))
	trailer := bytes.LastIndex(file, []byte("\n>>\nstartxref\n"))
	if catalogue < 0 || trailer < catalogue {
		return file
	}
	more := "\n/ViewerPreferences <</DisplayDocTitle true>>"
	if isTag(lang) {
		more += "\n/Lang (" + lang + ")"
	}
	id := sha256.Sum256(file)
	var out bytes.Buffer
	out.Write(file[:catalogue])
	out.WriteString(more)
	table := out.Len() + len("\n>>\nendobj\n")
	out.Write(file[catalogue:trailer])
	fmt.Fprintf(&out, "\n/ID [<%x> <%x>]", id[:16], id[:16])
	out.WriteString("\n>>\nstartxref\n" + strconv.Itoa(table) + "\n%%EOF\n")
	return out.Bytes()
}

// isTag reports whether a text may stand in a file as a tag of a language.
func isTag(s string) bool {
	for _, r := range s {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && r != '-' {
			return false
		}
	}
	return s != ""
}
