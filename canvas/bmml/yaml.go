package bmml

import (
	"bytes"
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// MaxSize is how many bytes a file may have to be read.
const MaxSize = 1 << 20

// Limits of what is read. The largest models known have a hundredth of each;
// beyond them the YAML parser takes its time or its stack.
const (
	maxTokens = 100_000
	maxNodes  = 100_000 // with every alias replaced by what it stands for
	maxDepth  = 32
)

// parse reads one YAML document.
func parse(data []byte) (*node, error) {
	if len(data) > MaxSize {
		return nil, &LimitError{What: "bytes", Limit: MaxSize}
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if at := invalidUTF8(data); at >= 0 {
		line := 1 + bytes.Count(data[:at], []byte("\n"))
		column := 1 + utf8.RuneCount(data[bytes.LastIndexByte(data[:at], '\n')+1:at])
		return nil, &SyntaxError{line, column, "the text is not UTF-8"}
	}
	file, err := parseTokens(string(data))
	if err != nil {
		return nil, err
	}
	c := converter{anchors: map[string]ast.Node{}}
	var root *node
	for _, doc := range file.Docs {
		switch {
		case doc.Body == nil:
		case root != nil:
			at := position(doc.Body)
			return nil, &NotModelError{at.line, at.column, "the file holds a second document"}
		default:
			if root, err = c.convert(doc.Body, 0); err != nil {
				return nil, err
			}
		}
	}
	if root == nil {
		return nil, &NotModelError{1, 1, "the file is empty"}
	}
	return root, nil
}

func invalidUTF8(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// parseTokens makes a syntax tree of the text, which may be hostile.
func parseTokens(text string) (file *ast.File, err error) {
	last := place{1, 1}
	defer func() {
		// The parser is not ours, and a text that it stumbles over is to be
		// refused like any other that it cannot read.
		if r := recover(); r != nil {
			file, err = nil, &SyntaxError{last.line, last.column, fmt.Sprint(r)}
		}
	}()
	tokens := lexer.Tokenize(text)
	if err := checkTokens(tokens); err != nil {
		return nil, err
	}
	file, err = parser.Parse(tokens, 0)
	if err == nil {
		return file, nil
	}
	var e interface {
		GetToken() *token.Token
		GetMessage() string
	}
	if !errors.As(err, &e) {
		return nil, &SyntaxError{last.line, last.column, err.Error()}
	}
	if t := e.GetToken(); t != nil && t.Position != nil {
		last = place{t.Position.Line, t.Position.Column}
	}
	return nil, &SyntaxError{last.line, last.column, e.GetMessage()}
}

// checkTokens refuses a text that is too large or too deep for the parser,
// which calls itself for every level.
func checkTokens(tokens token.Tokens) error {
	brackets, entries, line := 0, 0, 0
	for i, t := range tokens {
		at := t.Position
		if at.Line != line {
			line, entries = at.Line, 0
			if at.Column > 8*maxDepth && brackets == 0 {
				return &LimitError{at.Line, at.Column, "spaces of indentation", 8 * maxDepth}
			}
		}
		switch t.Type {
		case token.SequenceStartType, token.MappingStartType:
			brackets++
		case token.SequenceEndType, token.MappingEndType:
			brackets = max(0, brackets-1)
		case token.SequenceEntryType, token.MappingKeyType, token.TagType, token.AnchorType:
			entries++
		default:
		}
		if brackets+entries > maxDepth {
			return &LimitError{at.Line, at.Column, "levels of nesting", maxDepth}
		}
		if i >= maxTokens {
			return &LimitError{at.Line, at.Column, "YAML tokens", maxTokens}
		}
	}
	return nil
}

// converter turns a syntax tree into nodes.
type converter struct {
	anchors map[string]ast.Node
	nodes   int
}

func (c *converter) convert(tree ast.Node, depth int) (*node, error) {
	n := &node{place: position(tree)}
	if c.nodes++; c.nodes > maxNodes {
		return nil, &LimitError{n.line, n.column, "values", maxNodes}
	}
	if depth > maxDepth {
		return nil, &LimitError{n.line, n.column, "levels of nesting", maxDepth}
	}
	switch t := tree.(type) {
	case *ast.AnchorNode:
		value, err := c.convert(t.Value, depth+1)
		if err == nil {
			// Known only now, so that an anchor cannot hold itself.
			c.anchors[t.Name.GetToken().Value] = t.Value
		}
		return value, err
	case *ast.AliasNode:
		name := t.Value.GetToken().Value
		value, known := c.anchors[name]
		if !known {
			return nil, &SyntaxError{n.line, n.column, fmt.Sprintf("no anchor before this has the name %q", name)}
		}
		return c.convert(value, depth+1)
	case *ast.TagNode:
		if t.Value == nil {
			return n, nil
		}
		return c.convert(t.Value, depth+1)
	case *ast.MappingNode:
		n.kind = table
		for _, v := range t.Values {
			if err := c.entry(n, v, depth); err != nil {
				return nil, err
			}
		}
	case *ast.MappingValueNode: // a block mapping with one entry
		n.kind = table
		if err := c.entry(n, t, depth); err != nil {
			return nil, err
		}
	case *ast.SequenceNode:
		n.kind = list
		for _, v := range t.Values {
			item, err := c.convert(v, depth+1)
			if err != nil {
				return nil, err
			}
			n.items = append(n.items, item)
		}
	case *ast.LiteralNode:
		n.kind, n.text = scalar, t.Value.Value
	case *ast.StringNode:
		n.kind, n.text = scalar, t.Value
	case *ast.NullNode:
	default:
		// Numbers and the like are wanted as they are written.
		n.kind, n.text = scalar, tree.GetToken().Value
	}
	return n, nil
}

func (c *converter) entry(n *node, v *ast.MappingValueNode, depth int) error {
	key := ast.Node(v.Key)
	if k, explicit := key.(*ast.MappingKeyNode); explicit {
		key = k.Value
	}
	name := ""
	if t := key.GetToken(); t != nil {
		name = t.Value
	}
	value, err := c.convert(v.Value, depth+1)
	if err == nil {
		n.entries = append(n.entries, &entry{place: position(key), name: name, value: value})
	}
	return err
}

func position(n ast.Node) place {
	// The token of a table without brackets is its first colon.
	switch m := n.(type) {
	case *ast.MappingNode:
		if !m.IsFlowStyle && len(m.Values) > 0 {
			n = m.Values[0].Key
		}
	case *ast.MappingValueNode:
		n = m.Key
	}
	if t := n.GetToken(); t != nil && t.Position != nil {
		return place{t.Position.Line, t.Position.Column}
	}
	return place{1, 1}
}
