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
	kind  byte // '{', '[', '"', 'T' for a string without escapes, or 'x' for all others
	at    span
	keys  []string // of an object, beside items
	items []value
}

// reader reads the JSON of a page, which is often slightly broken: a missing
// comma or a raw line break is passed over, and what was read before a fault
// stays. Set loose, it reads the values that stand in a script, too: keys and
// strings as JavaScript writes them, and what is handed to a function as a list.
type jsonReader struct {
	src   string
	pos   int
	end   int
	steps int
	limit int // of steps
	depth int // how deep groups are told apart
	loose bool
}

// The limits of a data block.
const (
	maxJSONDepth  = 24
	maxJSONSteps  = 50_000
	maxLooseDepth = 250
)

// readJSON reads the first value in the bytes at of src.
func readJSON(src string, at span) value {
	r := jsonReader{src: src, pos: int(at.from), end: int(at.to), limit: maxJSONSteps, depth: maxJSONDepth}
	for r.pos < r.end && r.src[r.pos] != '{' && r.src[r.pos] != '[' {
		r.pos++ // comments and CDATA marks some pages put before
	}
	return r.value(0)
}

// readLoose reads the values in a script, as one list: those of
// "window.page = {...}; load([...], '...')" are an object, a list and a string.
// It takes so many steps at most: values take many times the memory of what they
// stand for.
func readLoose(src string, steps int) value {
	r := jsonReader{src: src, end: len(src), limit: steps, depth: maxLooseDepth, loose: true}
	all := value{kind: '[', at: span{0, int32(len(src))}}
	for r.pos < r.end && r.steps <= r.limit {
		r.pos-- // group begins behind its bracket
		v := r.group(0)
		all.items = append(all.items, v.items...)
	}
	return all
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

func (r *jsonReader) value(depth int) value {
	r.space()
	if r.pos >= r.end {
		return value{}
	}
	r.steps++
	c := r.src[r.pos]
	switch {
	case c == '{' || c == '[' || c == '(' && r.loose:
		return r.group(depth)
	case r.quote(c):
		return value{kind: '"', at: r.str()}
	}
	v := value{kind: 'x', at: r.bare()}
	if r.loose && v.at.len() > 1 && v.at.len() < 10 && c == 'T' && r.pos < r.end && r.src[r.pos] == ',' {
		// "T2f,<p>The ferry ran again ..." is how one kind of script gives a text as it stands: its length is before it.
		if n, err := strconv.ParseUint(r.src[v.at.from+1:v.at.to], 16, 31); err == nil && n >= minStored && int(n) < r.end-r.pos {
			v = value{kind: 'T', at: span{int32(r.pos + 1), int32(r.pos + 1 + int(n))}}
			r.pos = int(v.at.to)
		}
	}
	return v
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

// group reads an object or list.
func (r *jsonReader) group(depth int) value {
	v := value{kind: '[', at: span{from: int32(max(r.pos, 0))}}
	if r.pos >= 0 && r.src[r.pos] == '{' {
		v.kind = '{'
	}
	r.pos++
	for {
		r.space()
		if r.pos >= r.end || depth > r.depth || r.steps > r.limit {
			break
		}
		c := r.src[r.pos]
		if c == '}' || c == ']' || c == ')' && r.loose {
			r.pos++
			break
		}
		if c == ',' || c == ':' || c == ';' && r.loose {
			r.pos++
			continue
		}
		if v.kind == '{' {
			key, ok := r.key(c)
			if !ok {
				continue
			}
			v.keys = append(v.keys, key)
		}
		v.items = append(v.items, r.value(depth+1))
	}
	if len(v.keys) > len(v.items) {
		v.keys = v.keys[:len(v.items)]
	}
	v.at.to = int32(r.pos)
	return v
}

// key reads a key of an object and what stands between it and its value; ok is
// false where none stands here. What stands in the braces of a script without a
// key has the key "".
func (r *jsonReader) key(c byte) (string, bool) {
	var key span
	switch {
	case r.quote(c):
		key = r.str()
	case !r.loose:
		r.pos++
		return "", false
	case c == '{' || c == '[' || c == '(':
		return "", true
	default:
		if key = r.bare(); key.len() == 0 {
			r.pos++
		}
		r.steps++
	}
	r.space()
	if r.pos < r.end && r.src[r.pos] == ':' {
		r.pos++
	} else if r.loose {
		return "", false
	}
	return strings.TrimSpace(r.src[key.from:key.to]), true
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
