package story

import (
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

// posting is the articles that hold a word among their rarest.
type posting struct {
	dated []int // in order of day
	loose []int // of no known day, or of one of several
}

// nearby gives, for each article, the others it is compared with, each pair
// once: the smaller index has the larger.
func nearby(as []*stemma.Article, vs []vector) [][]int {
	order := make([]int, len(as)) // by day: so the lists of each word come in order
	days := make([]int, len(as))
	for i := range as {
		order[i], days[i] = i, dayOf(as[i])
	}
	sort.SliceStable(order, func(a, b int) bool { return days[order[a]] < days[order[b]] })
	top := make([][]int, len(as)) // places in the vector
	lists := map[int32]*posting{}
	for _, i := range order {
		top[i] = rarest(&vs[i], max(blockWords, blockAll/len(as)))
		for _, k := range top[i] {
			l := lists[vs[i].ids[k]]
			if l == nil {
				l = &posting{}
				lists[vs[i].ids[k]] = l
			}
			if as[i].Published == nil {
				l.loose = append(l.loose, i)
			} else {
				l.dated = append(l.dated, i)
			}
		}
	}
	out := make([][]int, len(as))
	shared := map[int]float64{}
	for i := range as {
		clear(shared)
		for _, k := range top[i] {
			w := vs[i].w[k]
			l := lists[vs[i].ids[k]]
			for _, side := range [][]int{l.dated, l.loose} {
				for _, j := range around(side, days, days[i]) {
					shared[j] += w * w
				}
			}
		}
		delete(shared, i)
		for _, j := range most(shared) {
			out[min(i, j)] = append(out[min(i, j)], max(i, j))
		}
	}
	for i := range out {
		sort.Ints(out[i])
		n := 0
		for k, j := range out[i] {
			if k == 0 || j != out[i][k-1] {
				out[i][n] = j
				n++
			}
		}
		out[i] = out[i][:n]
	}
	return out
}

// around are the blockReach members of a list nearest to a day; where that is
// not known, as many spread over the list.
func around(l, days []int, day int) []int {
	if len(l) <= blockReach {
		return l
	}
	if day == noDay {
		out := make([]int, blockReach)
		for k := range out {
			out[k] = l[k*len(l)/blockReach]
		}
		return out
	}
	at := sort.Search(len(l), func(x int) bool { return days[l[x]] >= day })
	from := max(0, min(at-blockReach/2, len(l)-blockReach))
	return l[from : from+blockReach]
}

// rarest are the places of the n words that weigh most in v.
func rarest(v *vector, n int) []int {
	all := make([]int, 0, len(v.ids))
	for k := range v.ids {
		if v.w[k] > 0 {
			all = append(all, k)
		}
	}
	sort.Slice(all, func(a, b int) bool {
		return v.w[all[a]] > v.w[all[b]] || v.w[all[a]] == v.w[all[b]] && all[a] < all[b]
	})
	return all[:min(len(all), n)]
}

// most are the blockBest keys of the largest values.
func most(shared map[int]float64) []int {
	all := make([]int, 0, len(shared))
	for j := range shared {
		all = append(all, j)
	}
	sort.Slice(all, func(a, b int) bool {
		x, y := shared[all[a]], shared[all[b]]
		return x > y || x == y && all[a] < all[b]
	})
	return all[:min(len(all), blockBest)]
}
