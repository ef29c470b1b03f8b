package pdf

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
)

// errFrame says that the library's file is not what this package is made for.
var errFrame = errors.New("the frame of the file is not as expected")

// Objects of the library's file that are known by their number.
const (
	resources = 2 // what contents take from outside of themselves
	firstPage = 3 // and behind each page its content
)

// called is how the library calls up fonts, transparencies and pictures.
var called = regexp.MustCompile(`/(F[0-9a-f]+) 1\.00 Tf|/(GS\d+) gs|/(I[0-9a-f]+) Do`)

// join puts contents into the library's file, under the names that they use for
// what is outside of them, and what the library cannot say: the language, that
// viewers show the title in place of the file's name, and an identifier, which is
// made from the content and so the same for the same content.
func join(file []byte, names []string, pages []*drawn, lang string) ([]byte, error) {
	p, err := take(file)
	if err != nil {
		return nil, err
	}
	first := p.find(firstPage + 1)
	if first == nil || p.find(resources) == nil {
		return nil, errFrame
	}
	_, below, _ := bytes.Cut(first.text, []byte(namesBelow))
	calls := called.FindAllSubmatch(below, -1)
	if len(calls) != len(names) {
		return nil, errFrame
	}
	for i, call := range calls {
		theirs := slices.Concat(call[1:]...) // one of them is there
		p.replace(resources, "/"+string(theirs)+" ", "/"+names[i]+" ")
	}
	size := len(file)
	for i, page := range pages {
		content := p.find(firstPage + 2*i + 1)
		if content == nil || !bytes.HasPrefix(content.text, fmt.Appendf(nil, "%d 0 obj\n<</Length ", content.number)) {
			return nil, errFrame
		}
		content.text = fmt.Appendf(nil, "%d 0 obj\n<</Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream\nendobj\n",
			content.number, len(page.packed), page.packed)
		size += len(page.packed)
	}
	more := "\n/ViewerPreferences <</DisplayDocTitle true>>"
	if isTag(lang) {
		more += "\n/Lang (" + lang + ")"
	}
	const end = "\n>>\nendobj\n"
	p.replace(p.objects[len(p.objects)-1].number, end, more+end)
	return p.join(size), nil
}

// parts are the objects of a file, in their order there, and what stands before
// and behind them.
type parts struct {
	head    []byte
	objects []object
	trailer []byte // up to its end
}

type object struct {
	number int
	text   []byte
}

// take takes the library's file apart by its own list of places.
func take(file []byte) (*parts, error) {
	const table, row = "\nxref\n0 ", 20
	at := bytes.LastIndex(file, []byte(table))
	if at < 0 {
		return nil, errFrame
	}
	listed, rows, _ := bytes.Cut(file[at+len(table):], []byte("\n"))
	count, err := strconv.Atoi(string(listed))
	if err != nil || count < firstPage || count*row > len(rows) {
		return nil, errFrame
	}
	type place struct{ number, at int }
	places := make([]place, 0, count)
	for n := 1; n < count; n++ {
		begin, err := strconv.Atoi(string(rows[n*row : n*row+10]))
		if err != nil || begin > at || !bytes.HasPrefix(file[begin:], fmt.Appendf(nil, "%d 0 obj\n", n)) {
			return nil, errFrame
		}
		places = append(places, place{n, begin})
	}
	slices.SortFunc(places, func(a, b place) int { return a.at - b.at })
	p := &parts{head: file[:places[0].at]}
	for i, o := range places {
		end := at + 1
		if i+1 < len(places) {
			end = places[i+1].at
		}
		p.objects = append(p.objects, object{o.number, file[o.at:end]})
	}
	trailer, _, found := bytes.Cut(rows[count*row:], []byte("\n>>\nstartxref\n"))
	if !found {
		return nil, errFrame
	}
	p.trailer = trailer
	return p, nil
}

// find returns an object by its number, or nil.
func (p *parts) find(number int) *object {
	for i := range p.objects {
		if p.objects[i].number == number {
			return &p.objects[i]
		}
	}
	return nil
}

// replace replaces a piece of an object where it stands first.
func (p *parts) replace(number int, piece, by string) {
	o := p.find(number)
	o.text = bytes.Replace(o.text, []byte(piece), []byte(by), 1)
}

// join writes the file, about so large.
func (p *parts) join(size int) []byte {
	var out bytes.Buffer
	out.Grow(size + 1024)
	out.Write(p.head)
	places := make([]int, len(p.objects)+1)
	for _, o := range p.objects {
		places[o.number] = out.Len()
		out.Write(o.text)
	}
	id := sha256.Sum256(out.Bytes())
	table := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(places))
	for _, at := range places[1:] {
		fmt.Fprintf(&out, "%010d 00000 n \n", at)
	}
	out.Write(p.trailer)
	fmt.Fprintf(&out, "\n/ID [<%x> <%x>]\n>>\nstartxref\n%d\n%%%%EOF\n", id[:16], id[:16], table)
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
