package file

import "fmt"

// toCurrent brings a project's text from a version of the format to the
// present one, a version at a time. Each step is a pure function from one
// version's text to the next, in a file of its own; the first version has none
// to come from.
func toCurrent(data []byte, version int) ([]byte, error) {
	switch version {
	case Version:
		return data, nil
	default:
		return nil, fmt.Errorf("no way from format version %d to %d", version, Version)
	}
}
