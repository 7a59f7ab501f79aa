package story

import (
	"maps"
	"math"
	"slices"
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
)

// group is articles that tell of one happening, in the making: the sum of their
// vectors, and the days it may be of.
type group struct {
	members []int
	sum     vector
	days    []float64 // the mean day of those dated, else the days the one may be of
	dated   int
	turn    int // how often it has grown
	in      int // the group it was put into, itself where it was not
}

// How many words the sum of a group may have, and how many it keeps where it
// has more: those that weigh most.
const (
	mostWords = 1000
	keptWords = 600
)

// cluster joins the two groups that are most alike on average until none are
// alike enough. The average likeness of all pairs of two groups is the product
// of their sums, so that only groups some of whose articles share rare words
// need be compared. Groups come with their articles in order.
//
// An average is never above the greatest of what it is of: so the likeness of
// two articles bounds that of the groups they stand in later, and a pair is
// measured again only when its old likeness comes up as the greatest.
func cluster(as []*stemma.Article, vs []vector) []group {
	gs := make([]group, len(as))
	days := make([]int, len(as))
	for i, a := range as {
		gs[i] = group{members: []int{i}, sum: vs[i], in: i}
		for _, d := range dates(a) {
			gs[i].days = append(gs[i].days, float64(d.From.Unix())/86400)
		}
		if a.Published != nil && len(gs[i].days) > 0 {
			gs[i].dated = 1
		}
		days[i] = dayOf(a)
	}
	var q queue
	sc := &scale{at: make([]float32, wordsOf(vs))}
	weak := map[int][]int{} // pairs too little alike for all but adoption
	for i, js := range nearby(vs, days, func(i int32) bool { return as[i].Published != nil }) {
		for _, j := range js {
			j := int(j)
			s := sc.alike(&gs[i], &gs[j])
			if s > threshold {
				q = append(q, pair{a: int32(i), b: int32(j), sim: s})
			}
			if s > loose*threshold {
				for _, x := range [][2]int{{i, j}, {j, i}} {
					if orphan(as[x[0]]) {
						weak[x[0]] = append(weak[x[0]], x[1])
					}
				}
			}
		}
	}
	q.order()
	joinAll(gs, q, sc, threshold)
	adopt(gs, weak, sc)
	var out []group
	for i := range gs {
		if gs[i].in == i {
			sort.Ints(gs[i].members)
			out = append(out, gs[i])
		}
	}
	return out
}

// storylines gives, for each story, the number of the first of those that tell of
// one matter through time: the blast, the inquiry, the trial. Stories are joined
// like articles are, but that likeness does not fade.
func storylines(stories []group) []int {
	gs := make([]group, len(stories))
	vs, days := make([]vector, len(gs)), make([]int, len(gs))
	for i := range gs {
		gs[i] = group{members: slices.Clip(stories[i].members), sum: stories[i].sum, in: i}
		vs[i], days[i] = gs[i].sum, noDay
	}
	var q queue
	sc := &scale{at: make([]float32, wordsOf(vs))}
	for i, js := range nearby(vs, days, func(int32) bool { return true }) {
		for _, j := range js {
			if s := sc.alike(&gs[i], &gs[j]); s > matter {
				q = append(q, pair{a: int32(i), b: j, sim: s})
			}
		}
	}
	q.order()
	joinAll(gs, q, sc, matter)
	out := make([]int, len(gs))
	for i := range out {
		out[i] = find(gs, i)
	}
	return out
}

// joinAll joins the groups of the pairs in q that are more alike than least, the
// most alike first.
func joinAll(gs []group, q queue, sc *scale, least float64) {
	measured := map[[2]int32][2]int32{} // groups and their turns when last measured
	for len(q) > 0 {
		p := q[0]
		a, b := int32(find(gs, int(p.a))), int32(find(gs, int(p.b)))
		a, b = min(a, b), max(a, b)
		turns := [2]int32{int32(gs[a].turn), int32(gs[b].turn)}
		switch {
		case a == b:
			q.drop()
		case p == pair{a, b, turns[0], turns[1], p.sim}:
			q.drop()
			gs[a].take(&gs[b], int(a))
		case measured[[2]int32{a, b}] == turns: // it stands in the queue again already, or is not alike enough
			q.drop()
		default:
			measured[[2]int32{a, b}] = turns
			if s := min(p.sim, sc.alike(&gs[a], &gs[b])); s > least {
				q.replace(pair{a, b, turns[0], turns[1], s})
			} else {
				q.drop()
			}
		}
	}
}

// find is the group that group i now stands in.
func find(gs []group, i int) int {
	for gs[i].in != i {
		gs[i].in = gs[gs[i].in].in
		i = gs[i].in
	}
	return i
}

// take adds the articles of b to a, which is group number n.
func (a *group) take(b *group, n int) {
	a.members = append(a.members, b.members...)
	a.sum = sum(a.sum, b.sum)
	switch {
	case a.dated > 0 && b.dated > 0:
		a.days = []float64{(a.days[0]*float64(a.dated) + b.days[0]*float64(b.dated)) / float64(a.dated+b.dated)}
	case b.dated > 0 || len(a.days) == 0:
		a.days = b.days
	}
	a.dated += b.dated
	a.turn++
	b.in, b.sum = n, vector{}
}

// sum adds two vectors; where that has too many words those that weigh least are
// left out.
func sum(a, b vector) vector {
	var out vector
	i, j := 0, 0
	for i < len(a.ids) || j < len(b.ids) {
		switch {
		case j == len(b.ids) || i < len(a.ids) && a.ids[i] < b.ids[j]:
			out.ids, out.w = append(out.ids, a.ids[i]), append(out.w, a.w[i])
			i++
		case i == len(a.ids) || b.ids[j] < a.ids[i]:
			out.ids, out.w = append(out.ids, b.ids[j]), append(out.w, b.w[j])
			j++
		default:
			out.ids, out.w = append(out.ids, a.ids[i]), append(out.w, a.w[i]+b.w[j])
			i, j = i+1, j+1
		}
	}
	if len(out.ids) <= mostWords {
		return out
	}
	w := slices.Clone(out.w)
	slices.Sort(w)
	least := w[len(w)-keptWords]
	n := 0
	for k := range out.ids {
		if out.w[k] >= least {
			out.ids[n], out.w[n] = out.ids[k], out.w[k]
			n++
		}
	}
	return vector{out.ids[:n], out.w[:n]}
}

// fade is how much of their likeness two groups keep for the time between, the
// least that what is known of their dates allows.
func fade(a, b *group) float64 {
	apart := math.Inf(1)
	for _, x := range a.days {
		for _, y := range b.days {
			apart = min(apart, math.Abs(x-y))
		}
	}
	if math.IsInf(apart, 1) {
		return 1
	}
	return math.Exp2(-max(0, apart-1) / days)
}

// orphan reports whether there is little to tell an article's story by: it has
// no title, or no date.
func orphan(a *stemma.Article) bool { return a.Title == "" || a.Published == nil }

// adopt puts an orphan which nothing was like enough into the group it is most
// like, if most of the threshold is reached. weak are the articles each orphan is
// that much like.
func adopt(gs []group, weak map[int][]int, sc *scale) {
	for _, i := range slices.Sorted(maps.Keys(weak)) {
		g := &gs[i]
		if g.in != i || len(g.members) != 1 {
			continue
		}
		best, likest := -1, loose*threshold
		for _, j := range weak[i] {
			k := find(gs, j)
			if s := sc.alike(g, &gs[k]); k != i && (s > likest || s == likest && k < best) {
				best, likest = k, s
			}
		}
		if best >= 0 {
			gs[best].take(g, best)
		}
	}
}

// dates are the days an article may be of, none where nobody can tell: a page
// that prints only when it was changed may be years older.
func dates(a *stemma.Article) []stemma.Date {
	switch {
	case a.Published == nil:
		return a.MayBe
	case strings.Contains(a.Published.How, "when it was changed"):
		return nil
	}
	return []stemma.Date{*a.Published}
}
