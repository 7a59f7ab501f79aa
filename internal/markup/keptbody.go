package markup

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma/internal/block"
)

// A body kept in data is one long string, or many of one kind: the strings under
// one key of objects with the same keys, or those of one list. The kind with
// most prose is taken, but for comments and lists of other stories.

// The limits of a body kept in data.
const (
	// leastKept is how many bytes of prose a kind of strings must have.
	leastKept = 400
	// leastProse is how long a string of prose is at least.
	leastProse = 40
	// leastPoints is what a kind must have by points.
	leastPoints = 1_000
	// maxTried is how many kinds are looked at for words.
	maxTried = 8
	// strongKeys is how many of textKeys are of nothing but bodies.
	strongKeys = 12
)

// keptBody is the body of the article that the page's data hold.
func (r *reader) keptBody(stores []store) []block.Text {
	var titles []string
	for _, x := range r.about.readings {
		if x.field == "title" {
			titles = append(titles, strings.ToLower(x.value))
		}
	}
	type choice struct {
		f *bodyFinder
		l *likes
		n int
	}
	var found []choice
	for i := range stores {
		f := &bodyFinder{store: &stores[i], titles: titles}
		f.walk(stores[i].all, -1, -1)
		for _, l := range f.kinds() {
			if n := f.points(l); n >= leastPoints {
				found = append(found, choice{f, l, n})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b choice) int { return b.n - a.n })
	for _, c := range found[:min(len(found), maxTried)] {
		if p := c.f.paragraphs(c.l); prose(p) {
			return p
		}
	}
	return nil
}

// points are the bytes of prose of a kind, counted more often where an object
// around it has the page's title, and where its key is of nothing but bodies.
func (f *bodyFinder) points(l *likes) int {
	n := l.weight
	if f.titled(l) {
		n *= 4
	}
	switch k := slices.Index(textKeys, plainKey(f.key(f.lines[l.in[0]].key))); {
	case k == 0:
		n *= 10
	case k > 0 && k < strongKeys:
		n *= 3
	}
	return n
}

// around is the innermost holder of four fifths of the strings' prose.
func (f *bodyFinder) around(l *likes) int32 {
	held := map[int32]int{}
	for _, i := range l.in {
		for h := f.lines[i].holder; h >= 0; h = f.holders[h].parent {
			held[h] += int(f.lines[i].weight)
		}
	}
	best := int32(0)
	for h, n := range held {
		if h > best && n*5 >= l.weight*4 {
			best = h // inner holders stand behind outer ones
		}
	}
	return best
}

// paragraphs are the paragraphs of strings of a kind within the holder around
// them, and of what stands between under the same key: headings, words in links.
func (f *bodyFinder) paragraphs(l *likes) []block.Text {
	top := f.around(l)
	within := f.value(f.holders[top].value)
	key := f.key(f.lines[l.in[0]].key)
	first, last := l.in[0], l.in[len(l.in)-1]
	var out []block.Text
	var open block.Builder
	end, before := int32(0), "" // where the string before ends, and what it is
	flush := func() {
		out = append(out, paragraphsOf(open.Text(), 0)...)
		open = block.Builder{}
	}
	for i := first; i <= last; i++ {
		s := f.lines[i]
		if s.value < within.n || s.value >= within.end() || f.key(s.key) != key || l.kind == 0 && i != first {
			continue
		}
		v := f.value(s.value)
		t := f.store.str(v)
		if s.weight == 0 && !strings.ContainsAny(strings.Trim(t.S, block.Space), " ,.") && !slices.Contains(textKeys, plainKey(key)) && key != "children" && key != "data" {
			continue
		}
		if open.Len() > 0 && (isMarkup(t.S) || v.at.from-end > 2_000 || !inline(before, t.S)) {
			flush()
		}
		open.Append(t)
		end, before = v.at.to, t.S
	}
	flush()
	return out
}

// inline reports whether string b goes on the line that a began: "It " and "ran".
func inline(a, b string) bool {
	if isMarkup(a) || strings.HasSuffix(a, "\n") {
		return false
	}
	if strings.HasSuffix(a, " ") || strings.HasPrefix(b, " ") {
		return true
	}
	c, _ := utf8.DecodeRuneInString(b)
	return unicode.IsLower(c) || strings.ContainsRune(",.;:!?)’”", c)
}

// prose reports whether texts are words rather than code or data: most of them
// letters, with spaces between where the script has such, and few signs.
func prose(texts []block.Text) bool {
	letters, spaces, wide, signs, n := 0, 0, 0, 0, 0
	for _, t := range texts {
		n += len(t.S)
		for i := range len(t.S) {
			switch c := t.S[i]; {
			case c >= 0x80:
				wide++
			case letter(c):
				letters++
			case c == ' ':
				spaces++
			case strings.IndexByte("{}[]<>;=_|\\/", c) >= 0:
				signs++
			}
		}
	}
	return n > 0 && (letters+wide)*10 > n*7 && (spaces*20 > n || wide*2 > n) && signs*20 < n
}
