package story

import (
	"math"
	"slices"
	"sort"

	"github.com/stemma-news/stemma"
)

// How far each article looks for others that may tell of the same: by so many
// of its rarest words (by more where there are few articles, blockAll shared out
// among them), in each at so many articles nearest in time, and of all these at
// so many that share most. Among a few dozen articles these bounds leave nothing
// out; among many they keep the work in step with the number of articles.
const (
	blockWords = 24
	blockReach = 48
	blockBest  = 48
	blockAll   = 12000
)

// noDay is the day of an article of which no day is known.
const noDay = -1 << 30

// dayOf is the day of an article in days since 1970.
func dayOf(a *stemma.Article) int {
	ds := dates(a)
	if len(ds) == 0 {
		return noDay
	}
	return int(ds[0].From.Unix() / 86400)
}

// postings are, for each word, the articles that hold it among their rarest,
// in order of day.
type postings struct {
	from []int32 // by word: where its articles begin
	list []int32
}

func (p *postings) of(word int32) []int32 { return p.list[p.from[word]:p.from[word+1]] }

// newPostings lists the articles that stand in order and are wanted, by the
// words at top of their vectors.
func newPostings(order []int32, top [][]int32, vs []vector, words int32, wanted func(i int32) bool) *postings {
	p := &postings{from: make([]int32, words+1)}
	each := func(f func(word, i int32)) {
		for _, i := range order {
			if wanted(i) {
				for _, k := range top[i] {
					f(vs[i].ids[k], i)
				}
			}
		}
	}
	each(func(word, _ int32) { p.from[word+1]++ })
	for w := range words {
		p.from[w+1] += p.from[w]
	}
	p.list = make([]int32, p.from[words])
	at := slices.Clone(p.from)
	each(func(word, i int32) {
		p.list[at[word]] = i
		at[word]++
	})
	return p
}

// nearby gives, for each of the vectors, the others it is compared with, each
// pair once: the smaller index has the larger. Of days and dated see [dayOf].
func nearby(vs []vector, days []int, dated func(i int32) bool) [][]int32 {
	order := make([]int32, len(vs)) // by day: so the lists of each word come in order
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return days[a] - days[b] })
	top := make([][]int32, len(vs)) // places in the vector
	words := wordsOf(vs)
	var keys []uint64
	for i := range vs {
		keys = keys[:0]
		for k, w := range vs[i].w {
			keys = append(keys, heaviest(float64(w), int32(k)))
		}
		top[i] = first(keys, max(blockWords, blockAll/len(vs)))
	}
	sure := newPostings(order, top, vs, words, dated)
	loose := newPostings(order, top, vs, words, func(i int32) bool { return !dated(i) })
	out := make([][]int32, len(vs))
	shared := make([]float64, len(vs))
	var seen []int32
	for i := range vs {
		for _, k := range top[i] {
			w, word := float64(vs[i].w[k]), vs[i].ids[k]
			for _, side := range []*postings{sure, loose} {
				for _, j := range around(side.of(word), days, days[i]) {
					if shared[j] == 0 {
						seen = append(seen, j)
					}
					shared[j] += w * w
				}
			}
		}
		keys = keys[:0]
		for _, j := range seen {
			if int(j) != i {
				keys = append(keys, heaviest(shared[j], j))
			}
			shared[j] = 0
		}
		seen = seen[:0]
		for _, j := range first(keys, blockBest) {
			least := min(int32(i), j)
			out[least] = append(out[least], max(int32(i), j))
		}
	}
	for i := range out {
		slices.Sort(out[i])
		out[i] = slices.Compact(out[i])
	}
	return out
}

// around are the blockReach members of a list nearest to a day; where that is
// not known, as many spread over the list.
func around(l []int32, days []int, day int) []int32 {
	if len(l) <= blockReach {
		return l
	}
	if day == noDay {
		out := make([]int32, blockReach)
		for k := range out {
			out[k] = l[k*len(l)/blockReach]
		}
		return out
	}
	at := sort.Search(len(l), func(x int) bool { return days[l[x]] >= day })
	from := max(0, min(at-blockReach/2, len(l)-blockReach))
	return l[from : from+blockReach]
}

// heaviest is a key by which the heaviest number comes first, of equals the
// least.
func heaviest(weight float64, n int32) uint64 {
	return uint64(^math.Float32bits(float32(weight)))<<32 | uint64(n)
}

// first are the numbers of the n least keys. It puts keys in order.
func first(keys []uint64, n int) []int32 {
	slices.Sort(keys)
	out := make([]int32, min(n, len(keys)))
	for k := range out {
		out[k] = int32(uint32(keys[k]))
	}
	return out
}
