package reuse

import (
	"cmp"
	"slices"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/text"
)

// The two sketches of an article. Runs of runWords words, winnowed so that
// two texts that share runWords+runWindow-1 words in a row always meet; and
// pairs of neighbouring rarer words (of six letters or more, or capitalised),
// one in pairRate of them, which outlive a rewording that breaks every run.
const (
	runWords  = 5
	runWindow = 12
	pairRate  = 8
)

// Limits that bound the cost and memory of one article, whatever is in it.
const (
	mostPrints     = 512 // prints kept of one article, the least hashes
	mostPostings   = 64  // articles kept for one print: the first; later ones find these
	mostCandidates = 256 // articles one article is aligned with
	leastHits      = 3   // weight of the prints two articles must share to be aligned
	rarePostings   = 2   // articles that share a print which weighs double
)

// Index tells which articles may share words with a new one, by the prints
// (hashes of word runs) of those added. A print that many articles have keeps
// only the first of them, so that a lookup costs at most mostPrints *
// mostPostings steps, and memory is about 3 kB an article.
type Index struct {
	shards [shardCount]shard
	ids    []string
	hits   []uint16 // by article, all zero between lookups
}

// NewIndex returns an empty index.
func NewIndex() *Index { return &Index{} }

// Len is the number of articles added.
func (x *Index) Len() int { return len(x.ids) }

// Add puts a under the next number, counted from 0.
func (x *Index) Add(a *stemma.Article) int { return x.add(a.ID, Prints(a)) }

// Candidates returns the numbers of the added articles that may share words
// with a, those with most prints in common first.
func (x *Index) Candidates(a *stemma.Article) []int { return x.candidates(Prints(a)) }

// ID is the id of article number n.
func (x *Index) ID(n int) string { return x.ids[n] }

func (x *Index) add(id string, prints []uint64) int {
	n := uint32(len(x.ids))
	x.ids = append(x.ids, id)
	x.hits = append(x.hits, 0)
	for _, p := range prints {
		x.shards[p>>(64-shardBits)].add(uint32(p>>(32-shardBits)), n)
	}
	return int(n)
}

func (x *Index) candidates(prints []uint64) []int {
	var seen []uint32
	for _, p := range prints {
		x.shards[p>>(64-shardBits)].each(uint32(p>>(32-shardBits)), func(n, of uint32) {
			if x.hits[n] == 0 {
				seen = append(seen, n)
			}
			x.hits[n]++
			if of <= rarePostings {
				x.hits[n]++
			}
		})
	}
	least := uint16(leastHits)
	if len(prints) < 8 { // a short post has few prints to share
		least = 1
	}
	out := make([]int, 0, len(seen))
	for _, n := range seen {
		if x.hits[n] >= least {
			out = append(out, int(n))
		}
	}
	slices.SortFunc(out, func(i, j int) int {
		return cmp.Or(cmp.Compare(x.hits[j], x.hits[i]), cmp.Compare(i, j))
	})
	for _, n := range seen {
		x.hits[n] = 0
	}
	return out[:min(len(out), mostCandidates)]
}

// Prints returns the hashes an article is found by, sorted, each once: at most
// mostPrints of eight bytes.
func Prints(a *stemma.Article) []uint64 {
	p := newBarePage(a)
	p.mark(furniture(a), house)
	p.count()
	return p.prints()
}

// prints returns the hashes an article is found by, sorted, each once. What
// the house prints under every story is left out.
func (p *page) prints() []uint64 {
	words := make([]text.Fold, 0, len(p.words))
	all := 2*(p.own+p.said) < len(p.words) // little but furniture: a page of captions
	for i, w := range p.words {
		if all || p.kind[i] != house {
			words = append(words, w)
		}
	}
	shingles := text.Shingles(words, runWords)
	at := text.Winnow(shingles, runWindow)
	out := make([]uint64, 0, len(at)+len(words)/16)
	for _, i := range at {
		out = append(out, shingles[i])
	}
	last := uint64(0)
	for _, w := range words {
		if !rarer(p.a.Text, w) {
			continue
		}
		h := (last*0x9e3779b97f4a7c15 ^ w.Hash) * 0xd6e8feb86659fd93
		h ^= h >> 32
		if last != 0 && h%pairRate == 0 {
			out = append(out, h*0x9e3779b97f4a7c15)
		}
		last = w.Hash
	}
	slices.Sort(out)
	out = slices.Compact(out)
	return out[:min(len(out), mostPrints)]
}

// rarer reports whether w is likely a word that carries news: a name, a number
// or a word of six letters or more.
func rarer(s string, w text.Fold) bool {
	c := s[w.Start]
	return w.End-w.Start >= 6 || 'A' <= c && c <= 'Z' && w.End-w.Start > 2 || '0' <= c && c <= '9' || c >= 0x80
}
