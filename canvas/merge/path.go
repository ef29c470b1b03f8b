package merge

import "strings"

// A Step of a path leads from a value to a member of it and, where Record is
// not empty, on to a record of the list there. See [Field].
type Step struct {
	Member, Record string
	// Order says that it is about the order of the list's records.
	Order bool
}

// Steps takes a path apart.
func Steps(path string) []Step {
	var out []Step
	for path != "" {
		var s Step
		if end := strings.IndexAny(path, ".["); end < 0 {
			s.Member, path = path, ""
		} else {
			s.Member, path = path[:end], path[end:]
		}
		if strings.HasPrefix(path, "[") {
			// The names of authors may hold brackets, so a record ends where a
			// member of it begins, or with the path.
			record, rest, inner := strings.Cut(path[1:], "].")
			if !inner {
				record = strings.TrimSuffix(record, "]")
			}
			s.Record, path = record, rest
			s.Order = s.Record == ""
		}
		path = strings.TrimPrefix(path, ".")
		out = append(out, s)
	}
	return out
}

// At returns the value that a path leads to from a note or a head, as JSON
// text; empty where there is none.
func At(record any, path string) string {
	value := textOf(record)
	for _, s := range Steps(path) {
		value = byName(members(value))[s.Member]
		if s.Record != "" {
			list, _ := records(s.Member, value)
			value = byName(list)[s.Record]
		}
	}
	return compact(value)
}
