package reuse

import "slices"

// sites are what a collation tells the members of a family apart by: places
// where those that have a passage read differently, and stretches that some
// have and others lack.
type sites struct {
	n      int
	reads  [][]int32 // by place, by member: 0 for a member that lacks the passage
	blocks []block
	own    []int // words of each member within the blocks
}

// block is a stretch of words that the same members have.
type block struct {
	has    []bool // by member
	words  int
	holds  int  // members that have it
	beside bool // it does not stand in the base, and nobody knows where in it it belongs
}

// leastBlock is the number of words from which what a member lacks is a
// passage and no slip of the alignment.
const leastBlock = 3

// newSites reads c's columns. Neighbouring columns in which members differ are
// one place: one change of a phrase is one change. What differs within a short
// stretch that some lack is no place: outlets fill in their name and the like.
func newSites(c *collation, n int) *sites {
	s := &sites{n: n, own: make([]int, n)}
	of := make([]int, len(c.columns)) // the block of each column
	for k := range c.columns {
		if c.columns[k].words > 0 {
			s.add(&c.columns[k], k >= c.beside)
		}
		of[k] = len(s.blocks) - 1
	}
	var now []int32    // the place under way
	var first []uint64 // by place, the word it begins with
	for k := range c.columns {
		col := &c.columns[k]
		if k == c.beside {
			now = nil
		}
		switch {
		case varies(col.reads):
			if b := of[k]; b < 0 || s.blocks[b].short(n) {
				now = nil
				continue
			}
			if now == nil || !sameHolders(now, col.reads) {
				now = make([]int32, n)
				s.reads, first = append(s.reads, now), append(first, col.word)
				copy(now, col.reads)
				continue
			}
			for m, r := range col.reads {
				if r != lacks {
					now[m] = now[m]*31 + r | 1<<30
				}
			}
		case col.words > 0:
			now = nil
		}
	}
	s.reads = once(s.reads, first)
	kept := s.blocks[:0]
	for _, b := range s.blocks {
		if b.words >= leastBlock {
			kept = append(kept, b)
			for m := range b.has {
				if b.has[m] {
					s.own[m] += b.words
				}
			}
		}
	}
	s.blocks = kept
	return s
}

// shortBlock is the number of words below which a stretch may be put in by two
// outlets that do not know of each other: "Read more on our live page."
const shortBlock = 24

func (b *block) short(n int) bool { return b.words < shortBlock && b.holds < n }

// add puts the words of a column into the last block, or begins another.
func (s *sites) add(col *column, beside bool) {
	if l := len(s.blocks) - 1; l >= 0 && s.blocks[l].beside == beside {
		b := &s.blocks[l]
		fits := true
		for m, r := range col.reads {
			fits = fits && b.has[m] == (r != lacks)
		}
		if fits {
			b.words += col.words
			return
		}
	}
	b := block{has: make([]bool, s.n), words: col.words, beside: beside}
	for m, r := range col.reads {
		if b.has[m] = r != lacks; b.has[m] {
			b.holds++
		}
	}
	s.blocks = append(s.blocks, b)
}

// varies reports whether two members that have a passage read differently.
func varies(reads []int32) bool {
	first := lacks
	for _, r := range reads {
		if r == lacks {
			continue
		}
		if first == lacks {
			first = r
		} else if r != first {
			return true
		}
	}
	return false
}

func sameHolders(x, y []int32) bool {
	for m := range x {
		if (x[m] == lacks) != (y[m] == lacks) {
			return false
		}
	}
	return true
}

// once leaves out places that say what another one says: the same word,
// changed by the same members into the same ("Kiev" to "Kyiv" all through a
// text) is one decision.
func once(reads [][]int32, first []uint64) [][]int32 {
	kept := reads[:0]
	places := map[uint64][]int{}
	for k, r := range reads {
		w := first[k]
		if w != 0 && slices.ContainsFunc(places[w], func(l int) bool { return repeats(kept[l], r) }) {
			continue
		}
		if len(places[w]) < mostRepeats {
			places[w] = append(places[w], len(kept))
		}
		kept = append(kept, r)
	}
	return kept
}

// mostRepeats bounds the places of one word that are looked through.
const mostRepeats = 16

// repeats reports whether members that have the later place have the earlier
// too, and read alike there.
func repeats(earlier, later []int32) bool {
	for m := range later {
		if later[m] != lacks && later[m] != earlier[m] {
			return false
		}
	}
	return true
}
