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
	kind byte // '{', '[', '"', 'T' for a string without escapes, or 'x' for all others
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

// end is the index behind those of the values in v.
func (v value) end() int32 { return v.all.list[v.n].end }

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

// first is the first item of v.
func (v value) first() (value, bool) {
	for x := range v.items() {
		return x, true
	}
	return value{}, false
}

// reader reads the JSON of a page, which is often slightly broken: a missing
// comma or a raw line break is passed over, and what was read before a fault
// stays. Set loose, it reads the values that stand in a script, too: keys and
// strings as JavaScript writes them, and what is handed to a function as a list.
type jsonReader struct {
	*values
	pos   int
	end   int
	limit int // of values
	depth int // how deep groups are told apart
	loose bool
}

// The limits of a data block.
const (
	maxJSONDepth  = 24
	maxJSONValues = 50_000
	maxLooseDepth = 250
)

// readJSON reads the first value in the bytes at of src.
func readJSON(src string, at span) value {
	r := jsonReader{values: &values{src: src}, pos: int(at.from), end: int(at.to), limit: maxJSONValues, depth: maxJSONDepth}
	for r.pos < r.end && r.src[r.pos] != '{' && r.src[r.pos] != '[' {
		r.pos++ // comments and CDATA marks some pages put before
	}
	r.value(0, span{})
	if len(r.list) == 0 {
		return value{}
	}
	return r.values.value(0)
}

// readLoose reads the values in a script, as one list: those of
// "window.page = {...}; load([...], '...')" are an object, a list and a string.
// There are so many of them at most: a value may take more memory than what it
// stands for.
func readLoose(src string, limit int) value {
	r := jsonReader{values: &values{src: src}, end: len(src), limit: limit, depth: maxLooseDepth, loose: true}
	r.list = append(r.list, packed{kind: '[', at: span{0, int32(len(src))}})
	for r.pos < r.end && len(r.list) <= r.limit {
		r.items('[', 0)
	}
	r.list[0].end = int32(len(r.list))
	return r.values.value(0)
}

// space passes white space, and in scripts comments.
func (r *jsonReader) space() {
	for r.pos < r.end {
		switch {
		case isSpace(r.src[r.pos]):
			r.pos++
		case r.loose && strings.HasPrefix(r.src[r.pos:r.end], "/*"):
			if n := strings.Index(r.src[r.pos+2:r.end], "*/"); n >= 0 {
				r.pos += n + 4
			} else {
				r.pos = r.end
			}
		case r.loose && strings.HasPrefix(r.src[r.pos:r.end], "//"):
			if n := strings.IndexByte(r.src[r.pos:r.end], '\n'); n >= 0 {
				r.pos += n
			} else {
				r.pos = r.end
			}
		default:
			return
		}
	}
}

// value reads a value that stands under key.
func (r *jsonReader) value(depth int, key span) {
	r.space()
	if r.pos >= r.end {
		return
	}
	c := r.src[r.pos]
	n := len(r.list)
	switch {
	case c == '{' || c == '[' || c == '(' && r.loose:
		r.group(depth, key)
		return
	case r.quote(c):
		r.list = append(r.list, packed{kind: '"', at: r.str(), key: key})
	default:
		v := packed{kind: 'x', at: r.bare(), key: key}
		if r.loose && v.at.len() > 1 && v.at.len() < 10 && c == 'T' && r.pos < r.end && r.src[r.pos] == ',' {
			// "T2f,<p>The ferry ran again ..." is how one kind of script gives a text as it stands: its length is before it.
			if n, err := strconv.ParseUint(r.src[v.at.from+1:v.at.to], 16, 31); err == nil && n >= minStored && int(n) < r.end-r.pos {
				v.kind, v.at = 'T', span{int32(r.pos + 1), int32(r.pos + 1 + int(n))}
				r.pos = int(v.at.to)
			}
		}
		if v.kind == 'x' && key.len() == 0 && depth > 0 {
			return // a number of a list says nothing
		}
		r.list = append(r.list, v)
	}
	r.list[n].end = int32(n + 1)
}

// quote reports whether c begins a string.
func (r *jsonReader) quote(c byte) bool {
	return c == '"' || r.loose && (c == '\'' || c == '`')
}

// bare reads a value or key that is no string: a number, true, a name.
func (r *jsonReader) bare() span {
	ends := ",]}"
	if r.loose {
		ends = ",]})[{(:;\"'`\n"
	}
	from := r.pos
	for r.pos < r.end && strings.IndexByte(ends, r.src[r.pos]) < 0 {
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
		if r.pos >= r.end || depth > r.depth || len(r.list) > r.limit {
			return
		}
		c := r.src[r.pos]
		if c == '}' || c == ']' || c == ')' && r.loose {
			r.pos++
			return
		}
		if c == ',' || c == ':' || c == ';' && r.loose {
			r.pos++
			continue
		}
		var key span
		if kind == '{' {
			k, ok := r.key(c)
			if !ok {
				continue
			}
			key = k
		}
		r.value(depth+1, key)
	}
}

// key reads a key of an object and what stands between it and its value; ok is
// false where none stands here. What stands in the braces of a script without a
// key has the key "".
func (r *jsonReader) key(c byte) (key span, ok bool) {
	switch {
	case r.quote(c):
		key = r.str()
	case !r.loose:
		r.pos++
		return key, false
	case c == '{' || c == '[' || c == '(':
		return key, true
	default:
		if key = r.bare(); key.len() == 0 {
			r.pos++
		}
	}
	r.space()
	if r.pos < r.end && r.src[r.pos] == ':' {
		r.pos++
	} else if r.loose {
		return key, false
	}
	return key, true
}

// str reads a string and returns what stands within its quotes.
func (r *jsonReader) str() span {
	c := r.src[r.pos]
	r.pos++
	from := r.pos
	for r.pos < r.end && r.src[r.pos] != c {
		if r.src[r.pos] == '\n' && r.loose && c != '`' {
			break // an apostrophe in a pattern of a script is no string
		}
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
