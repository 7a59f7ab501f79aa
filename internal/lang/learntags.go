package lang

import (
	"encoding/binary"
	"maps"
	"math/rand/v2"
	"slices"
)

// learnTags learns XPOS, and UPOS given the right XPOS.
func learnTags(ls *lessons, pick func(int) bool, c Course, seed uint64) (x, u *sparseLearner) {
	rng := rand.New(rand.NewPCG(seed, 7))
	x, u = newSparseLearner(22, len(ls.in.x)), newSparseLearner(21, len(ls.in.u))
	var f feats
	var out [maxClasses]float32
	for ep := range c.Tags {
		for _, n := range order(rng, len(ls.all)) {
			if !pick(n) {
				continue
			}
			l := &ls.all[n]
			ts := slices.Clone(l.ts)
			for i := range ts {
				f.xposFeats(ts, i)
				x.score(f.h, &out)
				g := bestFloat(out[:x.n])
				if want := int(l.x[i]) - 1; want >= 0 && g != want {
					x.update(f.h, want, g)
				}
				ts[i].x = uint8(g) + 1
				x.t++
			}
			if ep >= c.Tags-2 { // the tags that come out are those it will see
				for i := range ts {
					f.uposFeats(ts, i)
					u.score(f.h, &out)
					g := bestFloat(out[:u.n])
					if want := int(l.u[i]) - 1; want >= 0 && g != want {
						u.update(f.h, want, g)
					}
					ts[i].u = uint8(g) + 1
					u.t++
				}
			}
		}
	}
	return x, u
}

// LearnTags learns the tagger from trees.
func LearnTags(trees []Tree, c Course) []byte {
	ls := prepare(trees, nil)
	b := tagModel(ls, func(int) bool { return true }, c)
	return append(b, sections(learnLemmas(trees), properClusters(trees), learnTagNet(ls, c).write(), onlyClass(ls), allowedTags(ls))...)
}

// onlyClass returns for each XPOS the UPOS that all but one in 2000 of its words
// have, 0 where there is none.
func onlyClass(ls *lessons) []byte {
	var count [maxClasses][maxClasses]int
	for i := range ls.all {
		for k, x := range ls.all[i].x {
			count[x][ls.all[i].u[k]]++
		}
	}
	out := make([]byte, maxClasses)
	for x := 1; x < maxClasses; x++ {
		all, top := 0, 0
		for u, n := range count[x] {
			if all += n; n > count[x][top] {
				top = u
			}
		}
		if all >= 20 && (all-count[x][top])*2000 <= all {
			out[x] = byte(top)
		}
	}
	return out
}

// properClusters counts, for each cluster of the middle level, how many of 100
// words are proper nouns.
func properClusters(trees []Tree) []byte {
	var all, proper [1025]int
	for i := range trees {
		for k, wd := range trees[i].Words {
			if c := (cluster(wordHash(trees[i].Form(k))) + 7) / 8; c > 0 {
				all[c]++
				if wd.XPOS == "NNP" || wd.XPOS == "NNPS" {
					proper[c]++
				}
			}
		}
	}
	out := make([]byte, len(all))
	for c := range out {
		if all[c] > 0 {
			out[c] = byte(100 * proper[c] / all[c])
		}
	}
	return out
}

func tagModel(ls *lessons, pick func(int) bool, c Course) []byte {
	xs, us := make([]*sparseLearner, c.Seeds), make([]*sparseLearner, c.Seeds)
	for i := range xs {
		xs[i], us[i] = learnTags(ls, pick, c, c.Seed+uint64(i))
	}
	return sections(writeSparse(xs, ls.in.x, 480_000), writeSparse(us, ls.in.u, 100_000))
}

// jackknife gives each lesson the tags of a model that has not seen it, as new
// text will have them.
func (ls *lessons) jackknife(folds int, c Course) {
	c.Seeds = 1
	for k := range folds {
		e, err := newEngine(tagModel(ls, func(n int) bool { return n/20%folds != k }, c), nil, nil)
		if err != nil {
			panic("internal error: " + err.Error())
		}
		w := worker{engine: e}
		for n := range ls.all {
			if n/20%folds == k {
				w.ts = ls.all[n].ts
				w.tag()
			}
		}
	}
}

// wellKnown is how often a word must have been seen for its tags to be known:
// those that one in so many of its places has.
const wellKnown = 70

// allowedTags lists the well-known words, ascending by hash, each with the set
// of tags it was seen with.
func allowedTags(ls *lessons) []byte {
	count := map[uint32]*[maxClasses]int{}
	for i := range ls.all {
		l := &ls.all[i]
		for k, x := range l.x {
			n := count[l.ts[k].low]
			if n == nil {
				n = &[maxClasses]int{}
				count[l.ts[k].low] = n
			}
			n[x]++
		}
	}
	var out []byte
	for _, w := range slices.Sorted(maps.Keys(count)) {
		all, set := 0, uint64(0)
		for _, n := range count[w] {
			all += n
		}
		for x, n := range count[w] {
			if x > 0 && n*wellKnown >= all {
				set |= 1 << (x - 1)
			}
		}
		if all >= wellKnown && set != 0 {
			out = binary.LittleEndian.AppendUint32(out, w)
			out = binary.LittleEndian.AppendUint64(out, set)
		}
	}
	return out
}
