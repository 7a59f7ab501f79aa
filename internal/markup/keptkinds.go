package markup

import (
	"slices"
	"strings"

	"github.com/zeebo/xxh3"
)

// holder is an object or list of a store.
type holder struct {
	parent int32
	value  int32
	key    int32 // the value under whose key it stands, it or the nearest above
	titled int32 // titleHolder plus 2, 0 where not yet looked
}

// line is a string of a store that may be of a body.
type line struct {
	kind   uint64 // of lines of one key, keys beside it and story; 0 for a kind of its own
	value  int32
	holder int32
	key    int32 // the value under whose key it stands, it or the nearest above
	weight int32 // bytes, if it is prose
}

// likes are the prose strings of one kind.
type likes struct {
	kind   uint64
	in     []int32 // indexes of lines
	weight int
}

// bodyFinder finds the kinds of strings of a store.
type bodyFinder struct {
	store   *store
	titles  []string // of the page, in lower case
	holders []holder
	lines   []line
}

// notTextKeys are parts of the keys of what is no text of a body.
var notTextKeys = strings.Fields("alt keyword description caption summary excerpt dek teaser credit seo title headline label placeholder tooltip url src href class style query error transcript copyright disclaimer policy consent footer bio prompt")

// value is the i-th value of the store.
func (f *bodyFinder) value(i int32) value { return f.store.all.all.value(i) }

// key is the key of the i-th value of the store, "" where i is -1.
func (f *bodyFinder) key(i int32) string {
	if i < 0 {
		return ""
	}
	return f.value(i).key()
}

// walk notes the holders and strings of v.
func (f *bodyFinder) walk(v value, parent, key int32) {
	h := int32(len(f.holders))
	f.holders = append(f.holders, holder{parent: parent, value: v.n, key: key})
	kind := uint64(1)
	if v.kind == '{' {
		for x := range v.items() {
			kind = kind*0x9e3779b97f4a7c15 + xxh3.HashString(x.key())
		}
	}
	if v.kind == '[' && !f.ofProse(v) {
		kind = 0 // each string of a mixed list is of its own kind
	}
	for x := range v.items() {
		k := key
		if v.kind == '{' {
			k = x.n
		}
		switch x.kind {
		case '{', '[':
			f.walk(x, h, k)
		case '"', 'T':
			s := line{value: x.n, holder: h, key: k}
			name := f.key(k)
			if kind != 0 {
				s.kind = (kind*0xc2b2ae3d27d4eb4f+xxh3.HashString(name))*0x9e3779b97f4a7c15 + uint64(f.titleHolder(h)+2)
			}
			if f.isProse(x) && !notText(name) {
				s.weight = int32(x.at.len())
			}
			f.lines = append(f.lines, s)
		}
	}
}

// notText reports whether a key is one of what is no text of a body.
func notText(key string) bool {
	return namesAny(lowered(key), notTextKeys)
}

// isProse reports whether a string is long enough and of words.
func (f *bodyFinder) isProse(v value) bool {
	raw := f.store.text.S[v.at.from:v.at.to]
	if len(raw) < leastProse || strings.HasPrefix(raw, "http") || strings.HasPrefix(raw, "data:") || holdsJSON(raw) {
		return false
	}
	head := raw[:min(len(raw), 1_000)]
	if len(raw) > 3_000 { // past what stands before the text: a picture, a frame
		head = raw[len(raw)/2 : len(raw)/2+1_000]
	}
	words := strings.Count(head, " ")
	return words*25 >= len(head) && strings.Count(head, "{")*50 <= len(head) || strings.Count(head, "\\u")*12 >= len(head)
}

// ofProse reports whether most of the strings of a list are prose.
func (f *bodyFinder) ofProse(v value) bool {
	all, n := 0, 0
	for x := range v.items() {
		if x.kind == '"' {
			all++
			if f.isProse(x) {
				n++
			}
		}
	}
	return n > 0 && n*10 >= all*7
}

// kinds are the kinds of strings with enough prose, in the order of the store.
func (f *bodyFinder) kinds() []*likes {
	byKind := map[uint64]*likes{}
	var out []*likes
	for i, s := range f.lines {
		if s.weight == 0 || s.kind == 0 && s.weight < leastKept {
			continue
		}
		l := byKind[s.kind]
		if l == nil || s.kind == 0 {
			l = &likes{kind: s.kind}
			byKind[s.kind] = l
			out = append(out, l)
		}
		l.in = append(l.in, int32(i))
		l.weight += int(s.weight)
	}
	return slices.DeleteFunc(out, func(l *likes) bool { return l.weight < leastKept || f.others(l) || f.phrases(l) })
}

// others reports whether the strings are comments or tell of other stories: more
// than one, most with an author and a time of their own, or a title and an
// address.
func (f *bodyFinder) others(l *likes) bool {
	if len(l.in) < 2 {
		return false
	}
	n, last, other := 0, int32(-1), false
	for _, i := range l.in {
		if h := f.lines[i].holder; h != last {
			v := f.value(f.holders[h].value)
			_, who := v.under(authorKeys)
			_, when := v.under(timeKeys)
			last, other = h, who && when || listed(v)
		}
		if other {
			n++
		}
	}
	return n*2 > len(l.in)
}

// phrases reports whether the strings are what a program says to its readers:
// each has a name of its own.
func (f *bodyFinder) phrases(l *likes) bool {
	top := f.around(l)
	v := f.value(f.holders[top].value)
	if v.kind != '{' || len(l.in) < 4 {
		return false
	}
	names := map[string]bool{}
	next := 0 // of the strings, the first not before the key's value
	for x := range v.items() {
		for next < len(l.in) && f.lines[l.in[next]].value < x.n {
			next++
		}
		if next < len(l.in) && f.lines[l.in[next]].value < x.end() {
			k, _, _ := strings.Cut(x.key(), ":")
			names[strings.TrimRight(k, "0123456789")] = true
		}
	}
	return len(names)*3 > len(l.in)
}

// titleHolder is the innermost object around holder h that has a title, -1 where
// none has: the text of two stories is of two kinds.
func (f *bodyFinder) titleHolder(h int32) int32 {
	if f.holders[h].titled != 0 {
		return f.holders[h].titled - 2
	}
	at := int32(-1)
	if f.titleOf(h) != "" {
		at = h
	} else if p := f.holders[h].parent; p >= 0 {
		at = f.titleHolder(p)
	}
	f.holders[h].titled = at + 2
	return at
}

// titleOf is the title of an object: a string of more than a word.
func (f *bodyFinder) titleOf(h int32) string {
	v := f.value(f.holders[h].value)
	if v.kind != '{' {
		return ""
	}
	for x := range v.items() {
		if slices.Contains(titleKeys, plainKey(x.key())) {
			if t := f.store.word(x).S; strings.Contains(t, " ") || len(t) > 40 {
				return strings.ToLower(t)
			}
		}
	}
	return ""
}

// titled reports whether the object with a title around the strings has that of
// the page.
func (f *bodyFinder) titled(l *likes) bool {
	h := f.titleHolder(f.lines[l.in[0]].holder)
	if h < 0 {
		return false
	}
	t := f.titleOf(h)
	return len(t) > 8 && slices.ContainsFunc(f.titles, func(x string) bool { return strings.HasPrefix(x, t) || strings.HasPrefix(t, x) })
}
