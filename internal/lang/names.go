package lang

import (
	"strings"
)

// Names are marked word by word, from left to right: a word stands outside of
// names, is one alone, or begins, continues or ends one (BILOU).

var nameKinds = []string{"PER", "LOC", "ORG"}

var kindNames = map[string]string{"PER": Person, "LOC": Place, "ORG": Organisation}

// nameClasses are O, then B, I, L, U of each kind.
func nameClasses() []string {
	out := []string{"O"}
	for _, k := range nameKinds {
		for _, p := range []string{"B-", "I-", "L-", "U-"} {
			out = append(out, p+k)
		}
	}
	return out
}

// Classes of names: class = 1 + 4*kind + part.
const (
	begin = iota
	inside
	last
	unit
)

func namePart(c uint8) int { return int(c-1) % 4 }
func nameKind(c uint8) int { return int(c-1) / 4 }

// open reports whether class c leaves a name open.
func open(c uint8) bool { return c > 0 && namePart(c) <= inside }

// follows reports whether class c may follow class p; after is whether a word
// comes after it.
func follows(p, c uint8, after bool) bool {
	if open(p) {
		if c == 0 || nameKind(c) != nameKind(p) || namePart(c) != inside && namePart(c) != last {
			return false
		}
	} else if c > 0 && (namePart(c) == inside || namePart(c) == last) {
		return false
	}
	return after || !open(c)
}

// votes says what a word was elsewhere in the document or story: how many
// times in a name of each kind, and with its capital in mid-sentence outside
// of names.
type votes struct {
	kind  [3]uint16
	final [3]uint16 // as the last word of a name of several words
	out   uint16
}

// value is what the model sees of votes: 0 for none; the leading kind, how
// clearly it leads, and whether it is a last word.
func (v votes) value() uint32 {
	n, k := 0, 0
	sum := uint16(0)
	for i, c := range v.kind {
		sum += c
		if c > v.kind[k] {
			k = i
		}
	}
	if sum == 0 {
		if v.out == 0 {
			return 0
		}
		return 1
	}
	if v.kind[k] == sum && v.out == 0 {
		n = 1
	}
	return 2 + (b2u(sum > 1) | uint32(n)<<1 | uint32(k)<<2 | b2u(v.final[k] > 0)<<4)
}

// nameBias is taken from the score of "no name" where a proper noun stands in
// mid-sentence, or is a name elsewhere in the text: news names more people than the texts learnt from mark. It
// brings recall near precision on GUM's dev part.
const nameBias = 2

// namer marks the names of a sentence.
type namer struct {
	ts    []token
	class []uint8
	flags []uint8
	vote  []uint32 // of each word, 0 for none
	run   []span2  // of each word: the run of capitalised words it stands in
}

type span2 struct{ from, to int32 }

// reset readies n for a sentence. evidence may be nil.
func (n *namer) reset(ts []token, evidence map[uint32]votes) {
	n.ts = ts
	n.class, n.flags = grow(n.class, len(ts)), grow(n.flags, len(ts))
	n.vote, n.run = grow(n.vote, len(ts)), grow(n.run, len(ts))
	flags := flagsOf()
	for i := range ts {
		n.class[i], n.flags[i], n.vote[i] = 0, 0, 0
		if ts[i].caps {
			n.flags[i] = flags[ts[i].key] | flags[ts[i].bare]
		}
		if evidence != nil && ts[i].caps {
			n.vote[i] = evidence[ts[i].form].value()
		}
	}
	for i := 0; i < len(ts); {
		j := i
		for j < len(ts) && ts[j].caps {
			j++
		}
		for k := i; k < j; k++ {
			n.run[k] = span2{int32(i), int32(j)}
		}
		if j == i {
			n.run[i] = span2{int32(i), int32(i)}
			j++
		}
		i = j
	}
}

// mayBe reports whether word i needs to be looked at: other words are outside.
func (n *namer) mayBe(i int, nnp, nnps uint8) bool {
	t := &n.ts[i]
	return t.caps || t.upper || t.x == nnp || t.x == nnps || i > 0 && open(n.class[i-1]) || i+1 < len(n.ts) && n.ts[i+1].caps && t.digit
}

func (n *namer) flag(i int) uint32 {
	if i < 0 || i >= len(n.flags) {
		return 0
	}
	return uint32(n.flags[i]) + 1
}

func (n *namer) voteAt(i int) uint32 {
	if i < 0 || i >= len(n.vote) {
		return 0
	}
	return n.vote[i]
}

// feats gathers what tells the class of word i.
func (n *namer) feats(f *feats, i int) {
	f.h = f.h[:0]
	ts := n.ts
	w, p, q := at(ts, i), at(ts, i-1), at(ts, i+1)
	pp, qq := at(ts, i-2), at(ts, i+2)
	c1, c2 := uint32(98), uint32(98)
	if i > 0 {
		c1 = uint32(n.class[i-1])
	}
	if i > 1 {
		c2 = uint32(n.class[i-2])
	}
	r := n.run[i]
	ini := b2u(w.initial)
	f.one(700, c1)
	f.two(701, c1, c2)
	f.one(702, w.form)
	f.one(703, w.low)
	f.two(704, w.low, c1)
	f.two(705, w.clu, c1)
	f.two(706, w.clu10(), c1)
	f.two(707, w.clu6(), c1)
	f.two(708, w.shape, c1)
	f.two(709, uint32(w.x), c1)
	f.two(710, w.shape, ini)
	f.one(711, w.clu)
	f.one(712, w.clu10())
	f.one(713, w.suf3)
	f.one(714, w.suf4)
	f.one(715, w.suf2)
	f.one(716, w.pre3)
	f.two(717, w.suf3, w.shape)
	f.one(718, uint32(w.x))
	f.one(719, p.low)
	f.one(720, q.low)
	f.one(721, pp.low)
	f.one(722, qq.low)
	f.two(723, p.low, w.shape)
	f.two(724, q.low, w.shape)
	f.one(725, p.clu)
	f.one(726, q.clu)
	f.two(727, p.clu10(), c1)
	f.two(728, q.clu10(), c1)
	f.two(729, w.clu10(), q.clu10())
	f.two(730, w.clu10(), p.clu10())
	f.two(731, w.clu6(), q.clu10())
	f.two(732, p.low, w.low)
	f.two(733, w.low, q.low)
	f.three(734, p.shape, w.shape, q.shape)
	f.three(735, uint32(p.x), uint32(w.x), uint32(q.x))
	f.two(736, uint32(w.x), uint32(q.x))
	f.two(737, q.shape, c1)
	f.two(738, qq.clu10(), q.shape)
	f.two(739, pp.clu10(), p.shape)
	f.two(740, n.flag(i), c1)
	f.two(741, n.flag(i+1), n.flag(i))
	f.two(742, n.flag(i-1), n.flag(i))
	f.two(743, n.flag(i-1), c1)
	f.three(744, n.flag(i), q.shape, ini)
	if r.to > r.from {
		end, start := at(ts, int(r.to)-1), at(ts, int(r.from))
		after, before := at(ts, int(r.to)), at(ts, int(r.from)-1)
		left := uint32(min(int(r.to)-i, 4))
		size := uint32(min(r.to-r.from, 5))
		f.two(745, end.low, left)
		f.two(746, end.clu, left)
		f.two(747, end.clu10(), c1)
		f.three(748, end.clu10(), left, c1)
		f.two(749, start.low, uint32(min(i-int(r.from), 3)))
		f.two(750, start.clu10(), c1)
		f.two(751, after.low, left)
		f.two(752, after.clu10(), left)
		f.two(753, uint32(after.x), left)
		f.two(754, before.low, size)
		f.two(755, before.clu10(), c1)
		f.two(756, before.low, c1)
		f.two(757, size, left)
		f.three(758, w.clu10(), end.clu10(), left)
		f.three(759, w.clu10(), after.clu10(), left)
		f.three(760, n.flag(int(r.from)), size, left)
		f.two(761, at(ts, int(r.from)-2).low, before.low)
		f.two(762, end.suf3, left)
		f.two(763, at(ts, int(r.to)+1).clu10(), after.low)
	}
	if i > 0 && open(n.class[i-1]) { // what the open name began with
		k := i - 1
		for k > 0 && namePart(n.class[k]) != begin {
			k--
		}
		f.two(764, at(ts, k).low, c1)
		f.two(765, at(ts, k).clu10(), c1)
		f.three(766, at(ts, k).clu10(), w.clu10(), c1)
		f.two(767, uint32(min(i-k, 6)), c1)
	}
	if v := n.voteAt(i); v > 0 {
		f.one(768, v)
		f.two(769, v, c1)
		f.three(770, v, n.voteAt(i+1), c1)
		f.two(771, v, w.clu6())
		f.two(772, v, q.shape)
		f.three(773, v, ini, uint32(w.x))
	}
	if v := n.voteAt(i + 1); v > 0 {
		f.two(774, v, c1)
		f.two(775, v, w.shape)
	}
}

// names marks the names of ts. The classes stand in w.nm.class.
func (w *worker) names(ts []token, evidence map[uint32]votes) {
	n := &w.nm
	n.reset(ts, evidence)
	w.nu = grow(w.nu, len(w.nameNets))
	for k := range w.nu {
		w.nu[k].ready(len(ts))
	}
	prev := uint8(0)
	var score [1 + 4*3]float32
	for i := range ts {
		if !n.mayBe(i, w.in.nnp, w.in.nnps) {
			prev = 0
			continue
		}
		w.nameScores(i, prev, i+1 < len(ts), &score)
		top := -1
		for c := range score {
			if follows(prev, uint8(c), i+1 < len(ts)) && (top < 0 || score[c] > score[top]) {
				top = c
			}
		}
		prev = uint8(top)
		n.class[i] = prev
		// "American" alone is a nationality, whatever the texts learnt from
		// make of it.
		if top > 0 && namePart(prev) == unit && n.flags[i]&isNationality != 0 && n.flags[i]&isCountry == 0 {
			n.class[i], prev = 0, 0
		}
	}
	if evidence != nil {
		n.again(evidence, w.in.nnp, w.in.nnps)
	}
}

// longAgain bounds the words of a name that is looked for again.
const longAgain = 6

// again marks words that are a whole name of one kind twice or more in the
// text, and were passed over here: "Quill" in "Quill thanked Peru". They must
// not stand beside other capitals; the first word of a sentence is left alone
// if its tag is not that of a name.
func (n *namer) again(evidence map[uint32]votes, nnp, nnps uint8) {
	ts := n.ts
	for i := range ts {
		t := &ts[i]
		if !t.caps || i > 0 && ts[i-1].caps && !ts[i-1].initial || t.initial && t.x != nnp && t.x != nnps {
			continue
		}
		key, end, kind := uint32(0), i, 0
		for j := i; j < min(i+longAgain, len(ts)) && n.class[j] == 0; j++ {
			key = nameKey(key, &ts[j])
			if !ts[j].caps || j+1 < len(ts) && (ts[j+1].caps || n.class[j+1] > 0) {
				continue
			}
			if k, ok := evidence[key].sure(); ok {
				end, kind = j+1, k
			}
		}
		mark(n.class, i, end, kind)
	}
}

// nameKey is under what evidence has a whole name, made of the key of its words
// but the last (0 for none) and the last.
func nameKey(key uint32, t *token) uint32 {
	return (key ^ t.low ^ 0x9e3779b9) * 0x85ebca6b
}

// sure is the kind that a whole name is of twice or more, and nearly always.
func (v votes) sure() (kind int, ok bool) {
	sum := uint16(0)
	for k, c := range v.kind {
		sum += c
		if c > v.kind[kind] {
			kind = k
		}
	}
	return kind, sum > 1 && 10*int(v.kind[kind]) >= 9*int(sum)
}

// gather adds what the classes say of the words to evidence, and the names as
// wholes.
func gather(evidence map[uint32]votes, ts []token, class []uint8) {
	for i := range ts {
		t := &ts[i]
		if !t.caps {
			continue
		}
		v := evidence[t.form]
		switch c := class[i]; {
		case c > 0:
			v.kind[nameKind(c)]++
			if namePart(c) == last {
				v.final[nameKind(c)]++
			}
		case !t.initial:
			v.out++
		}
		evidence[t.form] = v
	}
	for i := 0; i < len(class); i++ {
		if class[i] == 0 {
			continue
		}
		kind, key := nameKind(class[i]), nameKey(0, &ts[i])
		for open(class[i]) && i+1 < len(class) {
			i++
			key = nameKey(key, &ts[i])
		}
		v := evidence[key]
		v.kind[kind]++
		evidence[key] = v
	}
}

// spans appends the names that classes mark.
func nameSpans(dst []Name, class []uint8) []Name {
	for i := 0; i < len(class); i++ {
		c := class[i]
		if c == 0 {
			continue
		}
		j := i + 1
		for j < len(class) && open(class[j-1]) {
			j++
		}
		dst = append(dst, Name{From: i, To: j, Kind: kindNames[nameKinds[nameKind(c)]]})
		i = j - 1
	}
	return dst
}

func isKind(tag string) (part byte, kind int) {
	for k, name := range nameKinds {
		if strings.HasSuffix(tag, "-"+name) {
			return tag[0], k
		}
	}
	return 'O', -1
}
