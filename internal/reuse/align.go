package reuse

import (
	"github.com/stemma-news/stemma/internal/text"
)

// Alignment. A seed is a run of seedWords equal words; it is extended as far
// as the words agree; runs that follow each other in both texts with a small
// edit between them make one passage.
const (
	seedWords    = 4
	seedPlaces   = 8  // places of one seed in the source that are tried
	smallEdit    = 12 // words between two runs that are bridged without asking
	widestEdit   = 40 // words between two runs that are bridged if enough agree
	leastPassage = 8  // equal words of a passage
	leastRun     = 5  // length of its longest run
)

// run says that n words from i of a are those from j of b.
type run struct{ i, j, n int }

// passage is runs in order in both texts, with only small edits between.
type passage struct {
	runs []run
	same int // equal words
}

func (p *passage) first() run { return p.runs[0] }
func (p *passage) last() run  { return p.runs[len(p.runs)-1] }

// seeds finds where runs of seedWords words stand in a text. Places of one
// hash hang in a chain, first places first. Cost: linear in the words.
type seeds struct {
	shingles []uint64
	head     []int32
	next     []int32
	mask     uint64
}

func newSeeds(p *page) *seeds {
	s := &seeds{shingles: p.shingles()}
	size := 16
	for size < 2*len(s.shingles) {
		size *= 2
	}
	s.mask = uint64(size - 1)
	s.head = make([]int32, size)
	s.next = make([]int32, len(s.shingles))
	for i := len(s.shingles) - 1; i >= 0; i-- {
		h := s.shingles[i] & s.mask
		s.next[i] = s.head[h]
		s.head[h] = int32(i + 1)
	}
	return s
}

// align returns the passages that b shares with a, in order of b. At each
// place of b only seedPlaces places of a are extended, and the search goes on
// behind the longest, so the cost is at most seedPlaces steps a word of b,
// however often either repeats itself.
func align(a, b *page, s *seeds) []passage {
	sb := b.shingles()
	var out []passage
	var cur passage
	done := run{i: -1, j: -1} // the end of the last run in both
	for j := 0; j < len(sb); {
		best := run{}
		score := 0
		try := func(i int) {
			if i < 0 || i >= len(s.shingles) || s.shingles[i] != sb[j] {
				return
			}
			n := extend(a.words, b.words, i, j)
			if n < seedWords {
				return
			}
			v := n
			if cur.runs != nil && near(done, i, j) {
				v += smallEdit // what goes on in place is the likelier answer
			}
			if v > score {
				best, score = run{i, j, n}, v
			}
		}
		if cur.runs != nil {
			for d := -3; d <= 3; d++ {
				try(done.i + j - done.j + d)
			}
		}
		tried := 0
		for at := s.head[sb[j]&s.mask]; at != 0 && tried < 2*seedPlaces; at = s.next[at-1] {
			try(int(at - 1))
			tried++
		}
		if best.n == 0 {
			j++
			continue
		}
		for best.i > 0 && best.j > max(done.j, 0) && a.words[best.i-1].Hash == b.words[best.j-1].Hash && (!near(done, best.i, best.j) || best.i > done.i) {
			best.i, best.j, best.n = best.i-1, best.j-1, best.n+1
		}
		j = best.j + best.n
		if cur.runs == nil || !cur.join(a, b, best) {
			out = cur.emit(out)
			cur = passage{runs: []run{best}, same: best.n}
		}
		done = run{i: best.i + best.n, j: j}
	}
	return cur.emit(out)
}

// near reports whether a run at i, j goes on closely behind done.
func near(done run, i, j int) bool {
	return i >= done.i && j >= done.j && i-done.i <= widestEdit && j-done.j <= widestEdit
}

func extend(a, b []text.Fold, i, j int) int {
	n := 0
	for i+n < len(a) && j+n < len(b) && a[i+n].Hash == b[j+n].Hash {
		n++
	}
	return n
}

func (p *passage) emit(out []passage) []passage {
	if p.same < leastPassage {
		return out
	}
	for _, r := range p.runs {
		if r.n >= leastRun {
			return append(out, *p)
		}
	}
	return out
}

// join adds r to p if it follows closely, with the equal words between; it
// reports whether it did.
func (p *passage) join(a, b *page, r run) bool {
	l := p.last()
	i, j := l.i+l.n, l.j+l.n
	gi, gj := r.i-i, r.j-j
	if gi < 0 || gj < 0 || gi > widestEdit || gj > widestEdit || walled(a, i, r.i) || walled(b, j, r.j) {
		return false
	}
	between := common(a.words[i:r.i], b.words[j:r.j])
	same := 0
	for k := range between {
		between[k].i += i
		between[k].j += j
		same += between[k].n
	}
	if wide := max(gi, gj); wide > smallEdit && same*5 < wide*2 {
		return false
	}
	p.runs = append(append(p.runs, between...), r)
	p.same += same + r.n
	return true
}

func walled(p *page, from, to int) bool {
	for _, k := range p.kind[from:to] {
		if k == wall {
			return true
		}
	}
	return false
}

// common returns a longest common subsequence of two short lists of words, as
// runs. Cost: the product of their lengths, at most widestEdit squared.
func common(a, b []text.Fold) []run {
	if len(a) == 0 || len(b) == 0 {
		return nil
	}
	var best [widestEdit + 1][widestEdit + 1]uint8
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i].Hash == b[j].Hash {
				best[i][j] = best[i+1][j+1] + 1
			} else {
				best[i][j] = max(best[i+1][j], best[i][j+1])
			}
		}
	}
	var out []run
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].Hash == b[j].Hash:
			if n := len(out); n > 0 && out[n-1].i+out[n-1].n == i && out[n-1].j+out[n-1].n == j {
				out[n-1].n++
			} else {
				out = append(out, run{i, j, 1})
			}
			i, j = i+1, j+1
		case best[i+1][j] >= best[i][j+1]:
			i++
		default:
			j++
		}
	}
	return out
}
