package story

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/lang"
	"github.com/stemma-news/stemma/internal/text"
)

// vector is the weighted words of an article, in order of the words' numbers,
// without those no other article has.
type vector struct {
	ids []int32
	w   []float32
}

// The weights, chosen on the even topics of ECB+: nameShare is how much of the
// likeness is that of names and numbers alone.
const (
	nameShare   = 0.3
	titleWeight = 3.0
	capital     = 2.0
	rarity      = 1.5
)

// How rare a word is counts as if so many articles of other matters stood in the
// record: in a folder of eight pages of one story the words that tell of it stand
// on all, and by those pages alone would say as little as "the". Of a word at rank
// r of the language an article lacks exp(-usual/r); unranked words are given the
// last rank.
const (
	others   = 100
	usual    = 40.0
	lastRank = 80000
)

// vectors are the words of each article and, as words of their own, its names
// and numbers, so that the dot product of two is their likeness. Each half is
// weighed by how rare its words are. Words of the title count three times,
// capitalised ones twice.
func vectors(as []*stemma.Article) []vector {
	l := lexicon{byRaw: map[string]entry{}, byStem: map[string]int32{}}
	all, names := make([]bag, len(as)), make([]bag, len(as))
	for i, a := range as {
		all[i], names[i] = l.read(a)
	}
	most := int32(len(l.byStem))
	rareAll, rareNames := rarities(all, l.rank), rarities(names, l.rank)
	out := make([]vector, len(as))
	for i := range out {
		v := &out[i]
		v.add(all[i], rareAll, 1-nameShare, len(as), 0)
		v.add(names[i], rareNames, nameShare, len(as), most)
		all[i], names[i] = bag{}, bag{}
	}
	return out
}

// bag is how often the words of an article stand in it, in order of their
// numbers.
type bag struct {
	ids []int32
	n   []float32
}

// lexicon numbers the stems of words.
type lexicon struct {
	byRaw  map[string]entry
	byStem map[string]int32
	rank   []int        // of each stem, that of its most frequent word in the language
	n      [2][]float32 // of the article being read: all words, names and numbers
	seen   [2][]int32
}

// entry is what is known of a word as it is written; id is -1 of one that
// says nothing.
type entry struct {
	id     int32
	weight float32
	name   bool // a capitalised word or a number
}

// read counts the words of a, and its names and numbers apart.
func (l *lexicon) read(a *stemma.Article) (all, names bag) {
	l.count(a.Title, titleWeight)
	l.count(a.Text, 1)
	return l.take(0), l.take(1)
}

func (l *lexicon) count(s string, weight float32) {
	for _, w := range text.Words(s) {
		raw := s[w.Start:w.End]
		e, ok := l.byRaw[raw]
		if !ok {
			e = l.entry(raw)
			l.byRaw[raw] = e
		}
		if e.id < 0 {
			continue
		}
		l.put(0, e.id, weight*e.weight)
		if e.name {
			l.put(1, e.id, weight*e.weight)
		}
	}
}

func (l *lexicon) entry(raw string) entry {
	k := stem(strings.ToLower(text.Plain(raw)))
	if len(k) < 2 || common[k] {
		return entry{id: -1}
	}
	id, ok := l.byStem[k]
	if !ok {
		id = int32(len(l.byStem))
		l.byStem[k] = id
		l.rank = append(l.rank, lastRank)
		for part := range l.n {
			l.n[part] = append(l.n[part], 0)
		}
	}
	if r := lang.Rank(raw); r > 0 {
		l.rank[id] = min(l.rank[id], r)
	}
	first, _ := utf8.DecodeRuneInString(raw)
	upper, digit := unicode.IsUpper(first), unicode.IsDigit(first)
	e := entry{id: id, weight: 1, name: upper || digit}
	if upper {
		e.weight = capital
	}
	return e
}

func (l *lexicon) put(part int, id int32, weight float32) {
	if l.n[part][id] == 0 {
		l.seen[part] = append(l.seen[part], id)
	}
	l.n[part][id] += weight
}

// take empties what was counted into a bag.
func (l *lexicon) take(part int) bag {
	slices.Sort(l.seen[part])
	b := bag{slices.Clone(l.seen[part]), make([]float32, len(l.seen[part]))}
	for k, id := range b.ids {
		b.n[k] = l.n[part][id]
		l.n[part][id] = 0
	}
	l.seen[part] = l.seen[part][:0]
	return b
}

// rarities weighs each word by how few articles have it, of these and the others
// a record is thought to hold; less than zero where one of these alone does.
func rarities(bags []bag, rank []int) []float64 {
	df := make([]float64, len(rank))
	for _, b := range bags {
		for _, id := range b.ids {
			df[id]++
		}
	}
	for id, n := range df {
		elsewhere := others * (1 - math.Exp(-usual/float64(rank[id])))
		df[id] = math.Pow(math.Log(1+float64(len(bags)+others+1)/(n+elsewhere+0.5)), rarity)
		if n < 2 {
			df[id] = -df[id]
		}
	}
	return df
}

// add adds the words of b, numbered from first on, with a length of the square
// root of share. A word of one article alone is left out, as no other has it;
// it makes the rest weigh less, though little, the less the more articles
// there are.
func (v *vector) add(b bag, rare []float64, share float64, articles int, first int32) {
	sum, from := 0.0, len(v.ids)
	for k, id := range b.ids {
		x := (1 + math.Log(float64(b.n[k]))) * rare[id]
		if x < 0 {
			x *= 20 / float64(20+others+articles)
		}
		sum += x * x
		if x > 0 {
			v.ids, v.w = append(v.ids, first+id), append(v.w, float32(x))
		}
	}
	scale := math.Sqrt(share / max(sum, 1e-300))
	for k := from; k < len(v.w); k++ {
		v.w[k] = float32(float64(v.w[k]) * scale)
	}
}

// stem takes the commonest endings off.
func stem(w string) string {
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
	for _, e := range []string{"ing", "ed", "es", "s"} {
		if len(w) > len(e)+3 && strings.HasSuffix(w, e) {
			return w[:len(w)-len(e)]
		}
	}
	return w
}

var common = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields("the of to and a in that is was for on with as by at from it his he has had be an are have not its which this their who were been but they will would said say after also more her she one than or about up into out when over last year no if can could there all new two we you i him them what so some other first most only before") {
		out[w] = true
	}
	return out
}()

// scale is a vector laid out by the numbers of its words, to hold others
// against: many are held against one.
type scale struct {
	at  []float32
	ids []int32
	of  *group // whose sum is laid out, and at which turn
	on  int
}

// lay lays v out in place of what was there.
func (s *scale) lay(v vector) {
	for _, id := range s.ids {
		s.at[id] = 0
	}
	for k, id := range v.ids {
		s.at[id] = v.w[k]
	}
	s.ids = v.ids
}

// dot is the likeness of v to what is laid out.
func (s *scale) dot(v vector) float64 {
	sum := 0.0
	for k, id := range v.ids {
		sum += float64(s.at[id]) * float64(v.w[k])
	}
	return sum
}

// alike is the average likeness of the articles of two groups, faded by the
// time between them.
func (s *scale) alike(a, b *group) float64 {
	if s.of == b && s.on == b.turn || len(b.members) > len(a.members) {
		a, b = b, a
	}
	if s.of != a || s.on != a.turn {
		s.lay(a.sum)
		s.of, s.on = a, a.turn
	}
	return s.dot(b.sum) / float64(len(a.members)*len(b.members)) * fade(a, b)
}

// wordsOf is one more than the greatest number of a word.
func wordsOf(vs []vector) int32 {
	n := int32(0)
	for i := range vs {
		if k := len(vs[i].ids); k > 0 {
			n = max(n, vs[i].ids[k-1]+1)
		}
	}
	return n
}
