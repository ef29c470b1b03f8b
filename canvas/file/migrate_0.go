package file

import (
	"fmt"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"ninefold/canvas"
)

// Version 0 was the draft that came before the first release:
//
//	{
//	  "format": "ninefold", "version": 0, "id": "pr_1",
//	  "name": "Volta", "currency": "EUR",
//	  "blocks": {
//	    "customer_segments": [{"id": "a", "text": "Commuters", "letter": "A"}],
//	    "customer_relationships": [{
//	      "id": "b", "text": "Book in the app", "for": ["A"],
//	      "kind": "self_service", "purpose": "acquire",
//	      "cost": {"label": "Hosting", "each": "month", "amount": 49.9}
//	    }]
//	  }
//	}
//
// Notes lay in lists by block, in their order, and served segments by letter. A
// note had one cost at most, each month, each year or once. Members that this
// step does not know stay where they are.

// eachOf are version 0's words for how a cost comes about.
var eachOf = map[string]canvas.Behaviour{
	"month": canvas.BehaviourMonthly, "year": canvas.BehaviourYearly, "once": canvas.BehaviourOneOff,
}

// from0 brings version 0 to version 1.
func from0(data jsontext.Value) (jsontext.Value, error) {
	members, ok := fieldsOf(data)
	if !ok {
		return nil, &shapeError{}
	}
	var out []field
	notes := jsontext.Value("[]")
	for _, m := range members {
		switch m.name {
		case "version":
			out = append(out, field{m.name, jsontext.Value("1")})
		case "name":
			out = append(out, field{"title", m.value})
		case "blocks":
			var err error
			if notes, err = notesFrom0(m.value); err != nil {
				return nil, err
			}
		default:
			out = append(out, m)
		}
	}
	return objectOf(append(out, field{"notes", notes})...), nil
}

// notesFrom0 makes one list of the lists of the blocks.
func notesFrom0(v jsontext.Value) (jsontext.Value, error) {
	blocks, ok := fieldsOf(v)
	if !ok {
		return nil, &shapeError{"blocks"}
	}
	ids := map[string]jsontext.Value{} // of segments, by letter
	type note struct {
		path, block string
		members     []field
	}
	var notes []note
	for _, b := range blocks {
		list, ok := elementsOf(b.value)
		if !ok {
			return nil, &shapeError{"blocks." + b.name}
		}
		for i, n := range list {
			path := fmt.Sprintf("blocks.%s[%d]", b.name, i)
			members, ok := fieldsOf(n)
			if !ok {
				return nil, &shapeError{path}
			}
			notes = append(notes, note{path, b.name, members})
			if letter, ok := textOf(valueOf(members, "letter")); ok {
				ids[letter] = valueOf(members, "id")
			}
		}
	}
	var out []jsontext.Value
	keys := map[string]string{} // the last of each block
	for _, n := range notes {
		key, _ := canvas.KeyBetween(keys[n.block], "")
		keys[n.block] = key
		v, err := noteFrom0(n.members, n.path, ids)
		if err != nil {
			return nil, err
		}
		out = append(out, objectOf(append([]field{{"block", quote(n.block)}, {"order", quote(key)}}, v...)...))
	}
	return listOf(out...), nil
}

func valueOf(members []field, name string) jsontext.Value {
	for _, m := range members {
		if m.name == name {
			return m.value
		}
	}
	return nil
}

// noteFrom0 brings the members of a note to version 1, apart from its place.
func noteFrom0(members []field, path string, segments map[string]jsontext.Value) ([]field, error) {
	var out, relationship []field
	for _, m := range members {
		switch m.name {
		case "letter":
			out = append(out, field{"segment", objectOf(m)})
		case "kind":
			relationship = append(relationship, field{"type", m.value})
		case "purpose":
			relationship = append(relationship, field{"stage", m.value})
		case "for":
			letters, ok := elementsOf(m.value)
			if !ok {
				return nil, &shapeError{path + ".for"}
			}
			var ids []jsontext.Value
			for i, l := range letters {
				letter, ok := textOf(l)
				if !ok || segments[letter] == nil {
					return nil, &shapeError{fmt.Sprintf("%s.for[%d]", path, i)}
				}
				ids = append(ids, segments[letter])
			}
			out = append(out, field{"segments", listOf(ids...)})
		case "cost":
			id, _ := textOf(valueOf(members, "id"))
			cost, err := costFrom0(m.value, path+".cost", id)
			if err != nil {
				return nil, err
			}
			out = append(out, field{"costs", listOf(cost)})
		default:
			out = append(out, m)
		}
	}
	if relationship != nil {
		out = append(out, field{"relationship", objectOf(relationship...)})
	}
	return out, nil
}

// costFrom0 makes a cost line of a note's one cost. Its id follows from the
// note's, so that the same file always becomes the same project.
func costFrom0(v jsontext.Value, path, note string) (jsontext.Value, error) {
	members, ok := fieldsOf(v)
	if !ok {
		return nil, &shapeError{path}
	}
	out := []field{{"id", quote("cl_" + note)}}
	for _, m := range members {
		switch m.name {
		case "each":
			each, _ := textOf(m.value)
			behaviour, ok := eachOf[each]
			if !ok {
				return nil, &shapeError{path + ".each"}
			}
			out = append(out, field{"behaviour", quote(string(behaviour))})
		case "amount":
			out = append(out, field{"amount", quote(strings.Trim(string(m.value), `"`))})
		default:
			out = append(out, m)
		}
	}
	return objectOf(out...), nil
}
