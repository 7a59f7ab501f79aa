package reuse

import (
	"slices"

	"github.com/stemma-news/stemma/internal/text"
)

// collation sets the texts of a family against one of them, the base, as
// editors collate manuscripts: for each word of the base it says how each
// member reads there.
type collation struct {
	base  int
	words []int     // own words of each member
	reads [][]int32 // by member: for each word of the base how the member reads there
	adds  [][]int32 // by member: what it has before each word of the base beside it
	tail  []bool    // whether the member stops before the base does
}

// How a member reads at a word of the base; anything higher is the hash of the
// words it has instead.
const (
	lacks int32 = iota // the passage is not in it
	same
	drops // the passage is in it, the word is not
)

// collate sets pages against the longest of them.
func collate(pages []*page) *collation {
	c := &collation{}
	for i, p := range pages {
		if p.own > pages[c.base].own {
			c.base = i
		}
		c.words = append(c.words, p.own)
	}
	base := pages[c.base]
	s := newSeeds(base.words)
	for i, p := range pages {
		reads, adds := make([]int32, len(base.words)), make([]int32, len(base.words)+1)
		if i == c.base {
			for k := range reads {
				reads[k] = same
			}
		} else {
			for _, q := range align(base, p, s) {
				read(q, p, reads, adds)
			}
		}
		for k, kind := range base.kind {
			if kind == house || kind == wall {
				reads[k] = lacks
			}
		}
		c.reads, c.adds = append(c.reads, reads), append(c.adds, adds)
		c.tail = append(c.tail, stopsEarly(reads))
	}
	return c
}

// read writes down how p reads along one passage.
func read(q passage, p *page, reads, adds []int32) {
	for n, r := range q.runs {
		for k := range r.n {
			reads[r.i+k] = same
		}
		if n == 0 {
			continue
		}
		l := q.runs[n-1]
		i, j := l.i+l.n, l.j+l.n
		instead := readingOf(p.words[j:r.j])
		if i == r.i {
			if r.j > j {
				adds[i] = instead
			}
			continue
		}
		for ; i < r.i; i++ {
			reads[i] = instead
		}
	}
}

func readingOf(words []text.Fold) int32 {
	if len(words) == 0 {
		return drops
	}
	h := text.Shingles(words, len(words))[0]
	return int32(h>>33) | 4 // never one of the constants
}

// stopsEarly reports whether a member follows the base and then stops: it has
// most of the base's first words and none of its last tenth.
func stopsEarly(reads []int32) bool {
	n := len(reads)
	last, has := n, 0
	for last > 0 && reads[last-1] == lacks {
		last--
	}
	for _, r := range reads[:last] {
		if r != lacks {
			has++
		}
	}
	return last*10 < n*9 && has*10 >= last*7
}

// difference is how two members differ: places where both have the passage and
// read otherwise, and words of passages that only one has, with in how many
// stretches.
type difference struct {
	variants        int
	missing, blocks int // words of the second the first lacks
	dropped, cuts   int // words of the first the second lacks
}

// between compares members i and j; cost: the words of the base.
func (c *collation) between(i, j int) difference {
	return compareReads(c.reads[i], c.adds[i], c.reads[j], c.adds[j])
}

func compareReads(ri, ai, rj, aj []int32) difference {
	var d difference
	differ, lackI, lackJ := false, false, false
	for k := range ri {
		x, y := ri[k], rj[k]
		now := x != lacks && y != lacks && x != y
		if now && !differ {
			d.variants++
		}
		differ = now
		if x != lacks && y != lacks && ai[k] != aj[k] && !now {
			d.variants++
		}
		if x == lacks && y != lacks {
			d.missing++
			if !lackI {
				d.blocks++
			}
		}
		if y == lacks && x != lacks {
			d.dropped++
			if !lackJ {
				d.cuts++
			}
		}
		lackI, lackJ = x == lacks && y != lacks, y == lacks && x != lacks
	}
	return d
}

// sides counts the places where j leaves its parent i and reads with q, in a
// reading that is not the base's plain one.
func (c *collation) sides(i, j, q int) int {
	n, on := 0, false
	for k := range c.reads[j] {
		x, y, z := c.reads[i][k], c.reads[j][k], c.reads[q][k]
		now := x != lacks && y != lacks && x != y && y == z
		if now && !on || y != lacks && x != lacks && c.adds[j][k] != 0 && c.adds[j][k] != c.adds[i][k] && c.adds[j][k] == c.adds[q][k] {
			n++
		}
		on = now
	}
	return n
}

// archetype returns what most members read at each place: what the text all
// descend from is likely to have had. A member votes where it has the passage.
func (c *collation) archetype() (reads, adds []int32) {
	n := len(c.reads[0])
	reads, adds = make([]int32, n), make([]int32, n+1)
	votes := make([]int32, 0, len(c.reads))
	for k := range reads {
		votes = votes[:0]
		for m := range c.reads {
			if r := c.reads[m][k]; r != lacks {
				votes = append(votes, r)
			}
		}
		reads[k] = most(votes, same)
		votes = votes[:0]
		for m := range c.adds {
			if c.reads[m][k] != lacks {
				votes = append(votes, c.adds[m][k])
			}
		}
		adds[k] = most(votes, 0)
	}
	return reads, adds
}

// most returns the commonest vote; of equals the preferred one, else the
// least. Votes are put in order.
func most(votes []int32, preferred int32) int32 {
	slices.Sort(votes)
	best, count := preferred, 0
	for i := 0; i < len(votes); {
		j := i
		for j < len(votes) && votes[j] == votes[i] {
			j++
		}
		if j-i > count || j-i == count && votes[i] == preferred {
			best, count = votes[i], j-i
		}
		i = j
	}
	return best
}
