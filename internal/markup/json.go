package markup

import (
	"iter"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// value is a value of a JSON text with its bytes in the page, so that what a
// page says of itself can be shown where it stands. Of a string, at is what
// stands within its quotes.
type value struct {
	kind byte // '{', '[', '"', or 'x' for all others
	at   span
	n    int32 // its index in all
	all  *values
}

// values are the values of a text, each before those in it: a page may have
// hundreds of thousands, and a tree of slices would outgrow it.
type values struct {
	src  string
	list []packed
}

// packed is a value among others.
type packed struct {
	at, key span // key is that under which it stands
	end     int32
	kind    byte
}

// value is the i-th of the values.
func (d *values) value(i int32) value {
	p := &d.list[i]
	return value{p.kind, p.at, i, d}
}

// key is the key under which v stands, "" in a list.
func (v value) key() string {
	if v.all == nil {
		return ""
	}
	at := v.all.list[v.n].key
	return strings.TrimSpace(v.all.src[at.from:at.to])
}

// items are the values of a list or object.
func (v value) items() iter.Seq[value] {
	return func(yield func(value) bool) {
		if v.all == nil {
			return
		}
		for i := v.n + 1; i < v.all.list[v.n].end; i = v.all.list[i].end {
			if !yield(v.all.value(i)) {
				return
			}
		}
	}
}

// jsonReader reads the JSON of a page, which is often slightly broken: a missing
// comma or a raw line break is passed over, and what was read before a fault
// stays.
type jsonReader struct {
	*values
	pos, end int
}

// The limits of a data block.
const (
	maxJSONDepth  = 24
	maxJSONValues = 50_000
)

// readJSON reads the first value in the bytes at of src.
func readJSON(src string, at span) value {
	r := jsonReader{values: &values{src: src}, pos: int(at.from), end: int(at.to)}
	for r.pos < r.end && r.src[r.pos] != '{' && r.src[r.pos] != '[' {
		r.pos++ // comments and CDATA marks some pages put before
	}
	r.value(0, span{})
	if len(r.list) == 0 {
		return value{}
	}
	return r.values.value(0)
}

// value reads a value that stands under key.
func (r *jsonReader) value(depth int, key span) {
	r.space()
	if r.pos >= r.end {
		return
	}
	n := len(r.list)
	switch r.src[r.pos] {
	case '{', '[':
		r.group(depth, key)
		return
	case '"':
		r.list = append(r.list, packed{kind: '"', at: r.str(), key: key})
	default:
		at := r.bare()
		if key.len() == 0 && depth > 0 {
			return // a number of a list says nothing
		}
		r.list = append(r.list, packed{kind: 'x', at: at, key: key})
	}
	r.list[n].end = int32(n + 1)
}

// space passes white space.
func (r *jsonReader) space() {
	for r.pos < r.end && isSpace(r.src[r.pos]) {
		r.pos++
	}
}

// bare reads a value that is no string: a number, true.
func (r *jsonReader) bare() span {
	from := r.pos
	for r.pos < r.end && strings.IndexByte(",]}", r.src[r.pos]) < 0 {
		r.pos++
	}
	return span{int32(from), int32(r.pos)}
}

// group reads an object or list. One of a list with nothing in it is left out.
func (r *jsonReader) group(depth int, key span) {
	n := len(r.list)
	v := packed{kind: '[', at: span{from: int32(r.pos)}, key: key}
	if r.src[r.pos] == '{' {
		v.kind = '{'
	}
	r.pos++
	r.list = append(r.list, v)
	r.items(v.kind, depth)
	if len(r.list) == n+1 && n > 0 && key.len() == 0 {
		r.list = r.list[:n]
		return
	}
	r.list[n].at.to, r.list[n].end = int32(r.pos), int32(len(r.list))
}

// items reads what stands in an object or list, to its end.
func (r *jsonReader) items(kind byte, depth int) {
	for {
		r.space()
		if r.pos >= r.end || depth > maxJSONDepth || len(r.list) > maxJSONValues {
			return
		}
		switch c := r.src[r.pos]; {
		case c == '}' || c == ']':
			r.pos++
			return
		case c == ',' || c == ':' || kind == '{' && c != '"':
			r.pos++
			continue
		}
		var key span
		if kind == '{' {
			key = r.str()
			r.space()
			if r.pos < r.end && r.src[r.pos] == ':' {
				r.pos++
			}
		}
		r.value(depth+1, key)
	}
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
	if v.kind == '{' {
		for x := range v.items() {
			if x.key() == key {
				return x, true
			}
		}
	}
	return value{}, false
}

// each calls f with v's items if it is an array, else with v.
func (v value) each(f func(value)) {
	if v.kind == '[' {
		for x := range v.items() {
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
	for x := range v.items() {
		if x.kind == '{' || x.kind == '[' {
			x.walk(f)
		}
	}
}

// jsonText is the string a JSON value is, escapes undone, on one line.
func (p *page) jsonText(v value) string {
	s := p.src[v.at.from:v.at.to]
	if v.kind != '"' {
		return strings.TrimSpace(s)
	}
	var b strings.Builder
	for i := strings.IndexByte(s, '\\'); i >= 0; i = strings.IndexByte(s, '\\') {
		made, n := unescaped(s[i:])
		if made == "\n" {
			made = " "
		}
		b.WriteString(s[:i])
		b.WriteString(made)
		s = s[i+n:]
	}
	if b.Len() == 0 {
		return s
	}
	b.WriteString(s)
	return b.String()
}

// unescaped is what the escape at the start of s stands for, and its length.
func unescaped(s string) (string, int) {
	if len(s) < 2 {
		return "", len(s)
	}
	switch s[1] {
	case 'n', 'r':
		return "\n", 2
	case 't', 'b', 'f':
		return " ", 2
	case 'u':
		c, n := hex4(s[2:])
		if n == 0 {
			return "", 2
		}
		if utf16.IsSurrogate(c) {
			if strings.HasPrefix(s[6:], "\\u") {
				if low, m := hex4(s[8:]); m > 0 {
					if d := utf16.DecodeRune(c, low); d != utf8.RuneError {
						return string(d), 12
					}
				}
			}
			return "", 6
		}
		return string(c), 6
	}
	_, n := utf8.DecodeRuneInString(s[1:])
	return s[1 : 1+n], 1 + n
}

// hex4 is the number that the first four letters of s write, and how many letters
// were read.
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
