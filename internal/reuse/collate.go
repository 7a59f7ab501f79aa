package reuse

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/stemma-news/stemma/internal/text"
)

// collation sets the texts of a family against each other, as editors collate
// manuscripts: against the longest of them, with the passages that others have
// beside it put after its end. Its columns say of every place how each member
// reads there.
type collation struct {
	base    int
	words   []int // own words of each member
	columns []column
	tail    []bool // whether the member stops before the base does
	beside  int    // the columns of the base; of those behind it nobody knows where in the base they belong
}

// column is a stretch at which no member changes from agreeing with another to
// differing from it, or, of no words, what members put in between two stretches.
type column struct {
	reads []int32 // by member
	words int
	word  uint64 // the hash of the first of its words in the base
}

// How a member reads in a column; anything higher is the hash of the words it
// has instead.
const (
	lacks int32 = iota // the passage is not in it
	same
	drops // the passage is in it, the word is not
)

// mostBeside bounds the passages put after the base, and with them the memory a
// family of long texts takes: so many times the words of the base.
const mostBeside = 1

// collate sets pages against the longest of them. Cost: that of aligning each
// page once, with the base and what was put after it.
func collate(pages []*page) *collation {
	c := &collation{}
	order := make([]int, len(pages))
	for i, p := range pages {
		order[i] = i
		if p.own > pages[c.base].own {
			c.base = i
		}
		c.words = append(c.words, p.own)
	}
	slices.SortStableFunc(order, func(i, j int) int { // the base first, then longer ones before shorter ones
		return cmp.Or(-cmp.Compare(pages[i].own, pages[j].own), cmp.Compare(i, j))
	})
	base := pages[c.base]
	all := &page{a: base.a, words: slices.Clone(base.words), kind: slices.Clone(base.kind)}
	s := newSeeds(all)
	aligned := make([][]passage, len(pages))
	for _, i := range order {
		if i == c.base {
			continue
		}
		aligned[i] = align(all, pages[i], s)
		if beside := all.append(pages[i], aligned[i], (1+mostBeside)*len(base.words)); len(beside) > 0 {
			aligned[i] = append(aligned[i], beside...)
			s = newSeeds(all)
		}
	}
	reads, adds := make([][]int32, len(pages)), make([][]int32, len(pages))
	for i, p := range pages {
		reads[i], adds[i] = make([]int32, len(all.words)), make([]int32, len(all.words)+1)
		if i == c.base {
			for k := range base.words {
				reads[i][k] = same
			}
		}
		for _, q := range aligned[i] {
			read(q, base, p, reads[i], adds[i])
		}
		for k, kind := range all.kind {
			if kind == house || kind == wall {
				reads[i][k] = lacks
			}
		}
		c.tail = append(c.tail, stopsEarly(reads[i][:len(base.words)]))
	}
	c.fold(reads, adds, all.words, len(base.words))
	return c
}

// append puts what p has beside its passages after the words of all, behind a
// wall, where it is long enough to be a passage and all stays below most words.
// It returns these passages.
func (all *page) append(p *page, passages []passage, most int) []passage {
	covered := newMarks(len(p.words) + 1)
	for _, q := range passages {
		for j := q.first().j; j < q.last().j+q.last().n; j++ {
			covered.set(j)
		}
	}
	covered.set(len(p.words))
	var out []passage
	from := 0
	for j := range len(p.words) + 1 {
		stop := covered[j/64]&(1<<(j%64)) != 0 || p.kind[j] == house || p.kind[j] == wall
		if !stop {
			continue
		}
		if j-from >= leastPassage && len(all.words)+j-from < most {
			at := all.words[len(all.words)-1].End
			all.words = append(all.words, text.Fold{Start: at, End: at, Hash: wallHash(p.a.ID, from)})
			all.kind = append(all.kind, wall)
			all.words = append(all.words, p.words[from:j]...)
			all.kind = append(all.kind, p.kind[from:j]...)
			all.runs = nil
			out = append(out, passage{runs: []run{{len(all.words) - (j - from), from, j - from}}, same: j - from})
		}
		from = j + 1
	}
	return out
}

// fold makes columns of how each member reads at each word and before it; base
// are the words of the base.
func (c *collation) fold(reads, adds [][]int32, words []text.Fold, base int) {
	open := false // the last column is of words, and may go on
	for k := range reads[0] {
		if k == base {
			c.beside = len(c.columns)
		}
		put := false
		for m := range adds {
			put = put || adds[m][k] != 0
		}
		if put {
			col := column{reads: make([]int32, len(reads))}
			for m := range adds {
				switch {
				case reads[m][k] == lacks:
				case adds[m][k] == 0:
					col.reads[m] = same
				default:
					col.reads[m] = adds[m][k]
				}
			}
			c.columns = append(c.columns, col)
			open = false
		}
		if open {
			last := &c.columns[len(c.columns)-1]
			for m := range reads {
				open = open && reads[m][k] == last.reads[m]
			}
			if open {
				last.words++
				continue
			}
		}
		col := column{reads: make([]int32, len(reads)), words: 1, word: words[k].Hash}
		for m := range reads {
			col.reads[m] = reads[m][k]
		}
		c.columns = append(c.columns, col)
		open = true
	}
	if len(reads[0]) == base {
		c.beside = len(c.columns)
	}
}

// read writes down how p reads along one passage.
func read(q passage, base, p *page, reads, adds []int32) {
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
		if r.i <= len(base.words) && r.j > j && sameLetters(base, i, r.i, p, j, r.j) {
			instead = same
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

// sameLetters reports whether words i to i2 of p and j to j2 of q are the same
// but for spaces, hyphens and stops between them ("per cent", "percent";
// "U.S.-led", "US-led").
func sameLetters(p *page, i, i2 int, q *page, j, j2 int) bool {
	if i2-i > 3 || j2-j > 3 {
		return false
	}
	return lettersOf(p, i, i2) == lettersOf(q, j, j2)
}

func lettersOf(p *page, i, i2 int) string {
	var b strings.Builder
	for _, r := range p.a.Text[p.words[i].Start:p.words[i2-1].End] {
		switch r = unicode.ToLower(r); {
		case r == 'z' || r == 'c':
			b.WriteByte('s')
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		}
	}
	return strings.ReplaceAll(b.String(), "our", "or")
}
