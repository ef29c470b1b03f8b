package file

import "bytes"

// survey refuses text that would take too much memory to read or to lay out, or
// would grow too large when written, before anything is made of it: deep nesting
// and short elements grow many times over with their indentation. It takes the
// text for JSON; what is no JSON is found out later.
func survey(data []byte) error {
	depth, records, written := 0, 0, 0
	for i := 0; i < len(data); i++ {
		switch data[i] {
		case '"':
			start := i
			i = endOfString(data, i)
			if i-start-1 > MaxText {
				return &TooLargeError{QuantityText, MaxText}
			}
			written += i - start + 1
			continue
		case '{', '[':
			if data[i] == '{' {
				records++
			}
			depth++
			written += 1 + 2*depth
		case '}', ']':
			depth--
			written += 1 + 2*depth
		case ',':
			written += 1 + 2*depth
		case ':':
			written++
		case ' ', '\t', '\r', '\n':
			continue
		}
		written++
		switch {
		case depth > MaxDepth:
			return &TooLargeError{QuantityDepth, MaxDepth}
		case records > MaxRecords:
			return &TooLargeError{QuantityRecords, MaxRecords}
		case written > MaxSize:
			return &TooLargeError{QuantityBytes, MaxSize}
		}
	}
	return nil
}

// endOfString returns where the string that begins at i ends: at its closing
// quote, or at the end of data.
func endOfString(data []byte, i int) int {
	for i++; i < len(data); i++ {
		n := bytes.IndexByte(data[i:], '"')
		if n < 0 {
			break
		}
		i += n
		escapes := 0
		for data[i-1-escapes] == '\\' {
			escapes++
		}
		if escapes%2 == 0 {
			return i
		}
	}
	return len(data)
}
