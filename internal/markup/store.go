package markup

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/stemma-news/stemma/internal/block"
)

// store is a place of the page that keeps data for its scripts: a script, an
// attribute, a string in one of these that is data itself. The spans of its
// values are bytes of text, which lead to the capture.
type store struct {
	text block.Text
	all  value
}

// The limits of stores.
const (
	// minStored is how long a store must be to hold an article.
	minStored = 300
	// maxStored is how many bytes the decoded stores of a page may take, but for
	// what the page itself takes. An escape or entity takes escapeBytes: its place
	// in the capture, and that of what follows.
	maxStored   = 6 << 20
	escapeBytes = 64
	// maxDense is how many bytes of a page's scripts may have a value in four
	// bytes, as their program has; more must be data, with one in twenty.
	maxDense = 512 << 10
	// maxScripts is how many bytes of scripts are read.
	maxScripts = 8 << 20
)

// stores are the stores of the page in its order, those that stand in another
// behind it.
func (r *reader) stores() []store {
	var out []store
	var rows block.Builder
	escapes := -1
	left, scripts := maxStored+len(r.src), maxScripts
	for i := range r.nodes {
		n := &r.nodes[i]
		if n.tag == tagScript {
			at := r.content(int32(i))
			if scripts -= at.len(); scripts < 0 {
				break
			}
			text := r.whole.Slice(int(at.from), int(at.to))
			if strings.Contains(text.S, rowsCall) && decodes(text.S, &left) {
				if escapes < 0 {
					escapes = strings.Count(r.src, "\\")
					rows.Grow(min(2*escapes, left/escapeBytes))
				}
				r.addRows(&rows, text)
			} else if at.len() >= minStored {
				out = r.store(out, text, &left, 0)
			}
			continue
		}
		if n.open.len() < minStored {
			continue
		}
		for _, at := range jsonAttrs(r.src, n.open) {
			if decodes(r.src[at.from:at.to], &left) {
				out = r.store(out, r.raw(at).Through(r.whole), &left, 0)
			}
		}
	}
	if rows.Len() >= minStored {
		out = append(out, r.newStore(rows.Text()))
	}
	return out
}

// decodes takes what a text takes when its escapes and entities are undone from
// what is left; it reports whether that was enough.
func decodes(raw string, left *int) bool {
	*left -= len(raw) + escapeBytes*(strings.Count(raw, "\\")+strings.Count(raw, "&"))
	if *left < 0 {
		*left = 0
		return false
	}
	return true
}

// rowsCall is how one widespread program hands its pages data: as strings that
// joined are rows of values, which may be cut anywhere.
const rowsCall = "self.__next_f.push("

// addRows adds the strings that a script hands over.
func (r *reader) addRows(rows *block.Builder, text block.Text) {
	s := r.newStore(text)
	var in func(v value)
	in = func(v value) {
		for x := range v.items() {
			if x.kind == '"' {
				rows.Append(s.str(x))
			} else {
				in(x)
			}
		}
	}
	in(s.all)
}

func (r *reader) newStore(text block.Text) store {
	n := len(text.S)
	dense := min(n, maxDense-r.dense)
	r.dense += dense
	return store{text, readLoose(text.S, 200+dense/4+(n-dense)/20)}
}

// content is the range of the raw text of element n, which stands between its
// tags.
func (p *page) content(n int32) span {
	l := lexer{s: p.src, pos: int(p.nodes[n].open.to)}
	return l.raw(p.nodes[n].tag, "script")
}

// store reads a store and those within it.
func (r *reader) store(out []store, text block.Text, left *int, depth int) []store {
	s := r.newStore(text)
	out = append(out, s)
	if depth >= 3 {
		return out
	}
	var in func(v value)
	in = func(v value) {
		for x := range v.items() {
			if x.kind == '{' || x.kind == '[' {
				in(x)
			} else if x.kind == '"' && x.at.len() >= minStored && holdsJSON(text.S[x.at.from:x.at.to]) && decodes(text.S[x.at.from:x.at.to], left) {
				out = r.store(out, s.str(x), left, depth+1)
			}
		}
	}
	in(s.all)
	return out
}

// holdsJSON reports whether a string is data written as a string: it begins as
// an object or list, or as a numbered row of them, and has keys.
func holdsJSON(raw string) bool {
	head := strings.TrimLeft(raw[:min(len(raw), 12)], "0123456789abcdef:I \\n")
	return head != "" && (head[0] == '{' || head[0] == '[') && strings.Contains(raw, "\\\":")
}

// jsonAttrs are the values of attributes in the start tag at that are objects
// or lists.
func jsonAttrs(src string, at span) []span {
	var out []span
	for i := int(at.from); i < int(at.to); {
		j := strings.IndexByte(src[i:at.to], '=')
		if j < 0 {
			break
		}
		i += j + 1
		if i >= int(at.to) || src[i] != '"' && src[i] != '\'' {
			continue
		}
		n := strings.IndexByte(src[i+1:at.to], src[i])
		if n < 0 {
			break
		}
		v := strings.TrimLeft(src[i+1:i+1+n], " \n\t")
		if n >= minStored && (strings.HasPrefix(v, "{") || strings.HasPrefix(v, "[")) && (strings.Contains(v, "&quot;:") || strings.Contains(v, "\":") || strings.Contains(v, "&#34;:")) {
			out = append(out, span{int32(i + 1), int32(i + 1 + n)})
		}
		i += n + 2
	}
	return out
}

// str is the string v of the store, escapes undone.
func (s *store) str(v value) block.Text {
	if v.kind == 'T' {
		return s.text.Slice(int(v.at.from), int(v.at.to))
	}
	var out block.Builder
	raw := s.text.S
	out.Grow(2*strings.Count(raw[v.at.from:v.at.to], "\\") + 1)
	for i := int(v.at.from); i < int(v.at.to); {
		j := strings.IndexByte(raw[i:v.at.to], '\\')
		if j != 0 {
			if j < 0 {
				j = int(v.at.to) - i
			}
			out.AppendSlice(s.text, i, i+j)
			i += j
			continue
		}
		made, n := unescaped(raw[i:v.at.to])
		if at, ok := s.text.RangeOf(i, i+n); ok && made != "" {
			out.Append(block.Folded(made, at))
		}
		i += n
	}
	return out.Text()
}

// unescaped is what the escape at the start of s stands for, and its length.
func unescaped(s string) (string, int) {
	if len(s) < 2 {
		return "", len(s)
	}
	switch s[1] {
	case 'n', 'r':
		return "\n", 2
	case 't', 'b', 'f', 'v':
		return " ", 2
	case '\n':
		return "", 2
	case 'x':
		if len(s) >= 4 {
			if n, err := strconv.ParseUint(s[2:4], 16, 8); err == nil {
				return string(rune(n)), 4
			}
		}
		return "x", 2
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
