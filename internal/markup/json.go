package markup

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// value is a value of a JSON text with its bytes in the page, so that what a
// page says of itself can be shown where it stands. Of a string, at is what
// stands within its quotes.
type value struct {
	kind  byte // '{', '[', '"', or 'x' for all others
	at    span
	keys  []string // of an object, beside items
	items []value
}

// reader reads the JSON of a page, which is often slightly broken: a missing
// comma or a raw line break is passed over, and what was read before a fault
// stays.
type jsonReader struct {
	src   string
	pos   int
	end   int
	steps int
}

// The limits of a data block.
const (
	maxJSONDepth = 24
	maxJSONSteps = 50_000
)

// readJSON reads the first value in the bytes at of src.
func readJSON(src string, at span) value {
	r := jsonReader{src: src, pos: int(at.from), end: int(at.to)}
	for r.pos < r.end && r.src[r.pos] != '{' && r.src[r.pos] != '[' {
		r.pos++ // comments and CDATA marks some pages put before
	}
	return r.value(0)
}

func (r *jsonReader) space() {
	for r.pos < r.end && isSpace(r.src[r.pos]) {
		r.pos++
	}
}

func (r *jsonReader) value(depth int) value {
	r.space()
	if r.pos >= r.end {
		return value{}
	}
	r.steps++
	switch r.src[r.pos] {
	case '{', '[':
		return r.group(depth)
	case '"':
		return value{kind: '"', at: r.str()}
	}
	from := r.pos
	for r.pos < r.end && strings.IndexByte(",]}", r.src[r.pos]) < 0 {
		r.pos++
	}
	return value{kind: 'x', at: span{int32(from), int32(r.pos)}}
}

// group reads an object or array.
func (r *jsonReader) group(depth int) value {
	v := value{kind: r.src[r.pos], at: span{from: int32(r.pos)}}
	r.pos++
	for {
		r.space()
		if r.pos >= r.end || depth > maxJSONDepth || r.steps > maxJSONSteps {
			break
		}
		c := r.src[r.pos]
		if c == '}' || c == ']' {
			r.pos++
			break
		}
		if c == ',' || c == ':' {
			r.pos++
			continue
		}
		if v.kind == '{' {
			if c != '"' {
				r.pos++
				continue
			}
			key := r.str()
			r.space()
			if r.pos < r.end && r.src[r.pos] == ':' {
				r.pos++
			}
			v.keys = append(v.keys, r.src[key.from:key.to])
		}
		v.items = append(v.items, r.value(depth+1))
	}
	if len(v.keys) > len(v.items) {
		v.keys = v.keys[:len(v.items)]
	}
	v.at.to = int32(r.pos)
	return v
}

// str reads a string and returns what stands within its quotes.
func (r *jsonReader) str() span {
	r.pos++
	from := r.pos
	for r.pos < r.end && r.src[r.pos] != '"' {
		if r.src[r.pos] == '\\' {
			r.pos++
		}
		r.pos++
	}
	to := min(r.pos, r.end)
	r.pos = min(r.pos+1, r.end)
	return span{int32(from), int32(to)}
}

// get is the value of a key of an object.
func (v value) get(key string) (value, bool) {
	for i, k := range v.keys {
		if k == key {
			return v.items[i], true
		}
	}
	return value{}, false
}

// each calls f with v's items if it is an array, else with v.
func (v value) each(f func(value)) {
	if v.kind == '[' {
		for _, x := range v.items {
			f(x)
		}
		return
	}
	f(v)
}

// walk calls f with every object in v, outer ones first.
func (v value) walk(f func(value)) {
	if v.kind == '{' {
		f(v)
	}
	for _, x := range v.items {
		if x.kind == '{' || x.kind == '[' {
			x.walk(f)
		}
	}
}

// text is the string a JSON value is, escapes undone.
func (p *page) jsonText(v value) string {
	if v.kind != '"' {
		return strings.TrimSpace(p.src[v.at.from:v.at.to])
	}
	s := p.src[v.at.from:v.at.to]
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 >= len(s) {
			b.WriteByte(s[i])
			continue
		}
		i++
		switch s[i] {
		case 'n', 'r', 't', 'b', 'f':
			b.WriteByte(' ')
		case 'u':
			r, n := hex4(s[i+1:])
			i += n
			if utf16.IsSurrogate(r) && strings.HasPrefix(s[i+1:], "\\u") {
				low, m := hex4(s[i+3:])
				if d := utf16.DecodeRune(r, low); d != utf8.RuneError {
					r, i = d, i+2+m
				}
			}
			b.WriteRune(r)
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

func hex4(s string) (rune, int) {
	if len(s) < 4 {
		return utf8.RuneError, 0
	}
	n, err := strconv.ParseUint(s[:4], 16, 32)
	if err != nil {
		return utf8.RuneError, 0
	}
	return rune(n), 4
}
