package story

import (
	"container/heap"
	"math"
	"sort"

	"github.com/stemma-news/stemma"
)

// group is articles that tell of one happening, in the making: the sum of their
// vectors, and the days it may be of.
type group struct {
	members []int
	sum     vector
	days    []float64 // the mean day of those dated, else the days the one may be of
	dated   int
	near    map[int]bool // groups it is compared with
	turn    int          // how often it has grown
	gone    bool
}

// longest is how many words the sum of a group keeps: those that weigh most.
const longest = 600

// pair is two groups and how alike they were at their turns.
type pair struct {
	a, b   int
	ta, tb int
	sim    float64
}

// queue gives the pair most alike first; of equals the first by number.
type queue []pair

func (q queue) Len() int { return len(q) }
func (q queue) Less(i, j int) bool {
	x, y := &q[i], &q[j]
	if x.sim != y.sim {
		return x.sim > y.sim
	}
	return x.a < y.a || x.a == y.a && x.b < y.b
}
func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)   { *q = append(*q, x.(pair)) }
func (q *queue) Pop() any {
	old := *q
	x := old[len(old)-1]
	*q = old[:len(old)-1]
	return x
}

// cluster joins the two groups that are most alike on average until none are
// alike enough. The average likeness of all pairs of two groups is the product
// of their sums, so that only groups some of whose articles share rare words
// need be compared. Groups come with their articles in order.
func cluster(as []*stemma.Article, vs []vector) [][]int {
	gs := make([]group, len(as))
	for i, a := range as {
		gs[i] = group{members: []int{i}, sum: vs[i], near: map[int]bool{}}
		for _, d := range dates(a) {
			gs[i].days = append(gs[i].days, float64(d.From.Unix())/86400)
		}
		if a.Published != nil {
			gs[i].dated = 1
		}
	}
	q := &queue{}
	for i, js := range nearby(as, vs) {
		for _, j := range js {
			if s := alike(&gs[i], &gs[j]); s > threshold/4 {
				gs[i].near[j], gs[j].near[i] = true, true
				if s > threshold {
					*q = append(*q, pair{a: i, b: j, sim: s})
				}
			}
		}
	}
	heap.Init(q)
	for q.Len() > 0 {
		p := heap.Pop(q).(pair)
		a, b := &gs[p.a], &gs[p.b]
		if a.gone || b.gone || a.turn != p.ta || b.turn != p.tb {
			continue
		}
		join(gs, p.a, p.b, q)
	}
	adopt(as, gs)
	var out [][]int
	for i := range gs {
		if !gs[i].gone {
			sort.Ints(gs[i].members)
			out = append(out, gs[i].members)
		}
	}
	return out
}

// join puts group b into group a and compares a anew with those near either.
func join(gs []group, i, j int, q *queue) {
	a, b := &gs[i], &gs[j]
	a.take(b)
	for k := range b.near {
		delete(gs[k].near, j)
		if k != i {
			a.near[k] = true
		}
	}
	delete(a.near, j)
	b.near = nil
	for k := range a.near {
		s := alike(a, &gs[k])
		if s <= threshold/4 {
			delete(a.near, k)
			delete(gs[k].near, i)
			continue
		}
		gs[k].near[i] = true
		if s <= threshold {
			continue
		}
		x, y := min(i, k), max(i, k)
		heap.Push(q, pair{a: x, b: y, ta: gs[x].turn, tb: gs[y].turn, sim: s})
	}
}

// take adds the articles of b.
func (a *group) take(b *group) {
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
	b.gone, b.sum = true, vector{}
}

// sum adds two vectors; of the words past the longest those that weigh least
// are left out.
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
	if len(out.ids) <= 2*longest {
		return out
	}
	w := append([]float64(nil), out.w...)
	sort.Float64s(w)
	least := w[len(w)-longest]
	n := 0
	for k := range out.ids {
		if out.w[k] >= least {
			out.ids[n], out.w[n] = out.ids[k], out.w[k]
			n++
		}
	}
	return vector{out.ids[:n], out.w[:n]}
}

// alike is the average likeness of the articles of two groups, faded by the
// time between them.
func alike(a, b *group) float64 {
	return dot(a.sum, b.sum) / float64(len(a.members)*len(b.members)) * fade(a, b)
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

// adopt puts an article without a title or without a date, which nothing was
// like enough, into the group it is most like, if half the threshold is
// reached: there was less to tell it by.
func adopt(as []*stemma.Article, gs []group) {
	for i := range gs {
		g := &gs[i]
		if g.gone || len(g.members) != 1 || as[i].Title != "" && as[i].Published != nil {
			continue
		}
		best, likest := -1, threshold/2
		for k := range g.near {
			if o := &gs[k]; !o.gone && k != i {
				if s := alike(g, o); s > likest || s == likest && k < best {
					best, likest = k, s
				}
			}
		}
		if best < 0 {
			continue
		}
		for k := range g.near {
			delete(gs[k].near, i)
		}
		gs[best].take(g)
	}
}

// dates are the days an article may be of, none where nobody can tell.
func dates(a *stemma.Article) []stemma.Date {
	if a.Published != nil {
		return []stemma.Date{*a.Published}
	}
	return a.MayBe
}
