package lang

import (
	"encoding/binary"
	"slices"
	"strings"
)

// lemmas gives the base form of a word by its tag: of a whole word, or else of
// the longest ending that is known. They are learnt from the treebanks.
type lemmas struct {
	key   []uint32 // sorted hashes of tag and word, or tag and ending
	from  []uint32 // where the keys with the same upper bits begin
	rule  []uint16
	rules []lemmaRule
}

// lemmaRule takes bytes off the end and puts others there: "ies" -> "y".
type lemmaRule struct {
	cut uint8
	put string
}

const longestEnding = 5

func lemmaKey(xpos, w string, whole bool) uint32 {
	h := uint64(5)
	if whole {
		h = 6
	}
	for i := 0; i < len(xpos); i++ {
		h = mix(h, uint32(xpos[i]))
	}
	h = mix(h, 0)
	for i := 0; i < len(w); i++ {
		h = mix(h, uint32(w[i]))
	}
	return uint32(h >> 32)
}

// lemmaBase is what a lemma is made from: a name keeps its capitals.
func lemmaBase(w, xpos string) string {
	if strings.HasPrefix(xpos, "NNP") || w == "I" {
		return w
	}
	w = strings.ToLower(w)
	if strings.HasPrefix(w, "’") {
		w = "'" + w[len("’"):]
	}
	if w == "n’t" {
		w = "n't"
	}
	return w
}

func (l *lemmas) of(w, xpos string) string {
	if l == nil || len(w) > 40 {
		return w
	}
	w = lemmaBase(w, xpos)
	if r, ok := l.find(lemmaKey(xpos, w, true)); ok && int(r.cut) <= len(w) {
		return r.on(w)
	}
	for n := min(longestEnding, len(w)-1); n >= 0; n-- {
		if r, ok := l.find(lemmaKey(xpos, w[len(w)-n:], false)); ok && int(r.cut) < len(w) {
			return r.on(w)
		}
	}
	return w
}

func (r lemmaRule) on(w string) string {
	if r.put == "" {
		return w[:len(w)-int(r.cut)]
	}
	return w[:len(w)-int(r.cut)] + r.put
}

func (l *lemmas) find(k uint32) (lemmaRule, bool) {
	at := k >> lemmaShift
	for i := l.from[at]; i < l.from[at+1]; i++ {
		if l.key[i] == k {
			return l.rules[l.rule[i]], true
		}
	}
	return lemmaRule{}, false
}

// lemmaShift leaves the bits of a key by which it is found.
const lemmaShift = 32 - 12

func readLemmas(b []byte) *lemmas {
	l := &lemmas{}
	n := int(binary.LittleEndian.Uint16(b))
	b = b[2:]
	for range n {
		k := int(b[1])
		l.rules = append(l.rules, lemmaRule{b[0], string(b[2 : 2+k])})
		b = b[2+k:]
	}
	for ; len(b) >= 6; b = b[6:] {
		l.key = append(l.key, binary.LittleEndian.Uint32(b))
		l.rule = append(l.rule, binary.LittleEndian.Uint16(b[4:]))
	}
	l.from = make([]uint32, 1<<(32-lemmaShift)+1)
	for _, k := range l.key {
		l.from[k>>lemmaShift+1]++
	}
	for i := range l.from[1:] {
		l.from[i+1] += l.from[i]
	}
	return l
}

// learnLemmas learns them: an ending gets its most frequent rule where that is
// another than the next shorter ending's, a word where its endings fail.
func learnLemmas(trees []Tree) []byte {
	type wordTag struct{ w, x string }
	count := map[wordTag]map[lemmaRule]int{}
	for i := range trees {
		for k, wd := range trees[i].Words {
			w := lemmaBase(trees[i].Form(k), wd.XPOS)
			n := 0
			for n < len(w) && n < len(wd.Lemma) && w[n] == wd.Lemma[n] {
				n++
			}
			if wd.Lemma == "_" || len(w) > 40 || len(w)-n > 20 || len(wd.Lemma)-n > 20 {
				continue
			}
			r := lemmaRule{uint8(len(w) - n), wd.Lemma[n:]}
			c := count[wordTag{w, wd.XPOS}]
			if c == nil {
				c = map[lemmaRule]int{}
				count[wordTag{w, wd.XPOS}] = c
			}
			c[r]++
		}
	}
	top := func(c map[lemmaRule]int) (best lemmaRule, n int) {
		for r, k := range c {
			if k > n || k == n && (r.cut < best.cut || r.cut == best.cut && r.put < best.put) {
				best, n = r, k
			}
		}
		return best, n
	}
	ends := map[wordTag]map[lemmaRule]int{}
	for wt, c := range count {
		r, _ := top(c)
		for n := 0; n <= longestEnding && n < len(wt.w); n++ {
			e := wordTag{wt.w[len(wt.w)-n:], wt.x}
			if ends[e] == nil {
				ends[e] = map[lemmaRule]int{}
			}
			ends[e][r]++ // types, not tokens
		}
	}
	entries := map[uint32]lemmaRule{}
	kept := map[wordTag]lemmaRule{}
	for n := 0; n <= longestEnding; n++ {
		for e, c := range ends {
			if len(e.w) != n {
				continue
			}
			r, k := top(c)
			short := lemmaRule{}
			found := n == 0
			for m := n - 1; m >= 0 && !found; m-- {
				short, found = kept[wordTag{e.w[n-m:], e.x}], true
				if _, ok := kept[wordTag{e.w[n-m:], e.x}]; !ok {
					found = false
				}
			}
			if n == 0 || r != short && k >= 2 {
				kept[e] = r
				entries[lemmaKey(e.x, e.w, false)] = r
			}
		}
	}
	for wt, c := range count {
		r, k := top(c)
		got := lemmaRule{}
		for n := min(longestEnding, len(wt.w)-1); n >= 0; n-- {
			if g, ok := kept[wordTag{wt.w[len(wt.w)-n:], wt.x}]; ok && int(g.cut) < len(wt.w) {
				got = g
				break
			}
		}
		if r != got && k >= 1 {
			entries[lemmaKey(wt.x, wt.w, true)] = r
		}
	}
	index := map[lemmaRule]int{}
	var rules []lemmaRule
	var keys []uint32
	for k := range entries {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	var tail []byte
	for _, k := range keys {
		r := entries[k]
		if _, ok := index[r]; !ok {
			index[r] = len(rules)
			rules = append(rules, r)
		}
		tail = binary.LittleEndian.AppendUint32(tail, k)
		tail = binary.LittleEndian.AppendUint16(tail, uint16(index[r]))
	}
	b := binary.LittleEndian.AppendUint16(nil, uint16(len(rules)))
	for _, r := range rules {
		b = append(b, r.cut, byte(len(r.put)))
		b = append(b, r.put...)
	}
	return append(b, tail...)
}
