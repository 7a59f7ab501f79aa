package reuse

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/text"
)

// Kinds of difference.
const (
	Cut     = "cut"     // words of the first the second leaves out
	Added   = "added"   // words of the second the first has not
	Changed = "changed" // words of the first that read otherwise in the second
)

// Flags of a difference that bears on what is told.
const (
	FlagNumber   = "number"
	FlagName     = "name"
	FlagHedge    = "hedge"    // "reportedly", "may", "alleged"
	FlagNegation = "negation" // "not", "never", "denied"
)

// Difference is one place where two articles that share words differ. A is the
// span of the first, B of the second; an empty one (Start equal to End) is the
// place in the other where the words are left out or put in.
type Difference struct {
	Kind  string      `json:"kind"`
	A     stemma.Span `json:"a"`
	B     stemma.Span `json:"b"`
	Flags []string    `json:"flags"`
}

//go:embed hedges.txt
var hedgeList string

//go:embed negations.txt
var negationList string

//go:embed numbers.txt
var numberList string

var hedges, negations, numbers = hashes(hedgeList), hashes(negationList), hashes(numberList)

func hashes(list string) map[uint64]bool {
	m := map[uint64]bool{}
	for _, l := range lines(list) {
		for _, w := range text.Folded(l) {
			m[w.Hash] = true
		}
	}
	return m
}

// Differences returns what b cut, added and changed of a, in order of b, for two
// articles that c says share words; of a c without passages there are none.
// Words that differ only in house style ("defence", "defense") are no
// difference. What was moved counts as cut at one place and added at another.
func Differences(a, b *stemma.Article, c stemma.Copy) []Difference {
	if len(c.A.Spans) == 0 {
		return nil
	}
	p, q := newPage(a, nil), newPage(b, nil)
	var runs []run
	for _, s := range inOrder(align(p, q, newSeeds(p))) {
		runs = append(runs, s.runs...)
	}
	d := differ{p: p, q: q}
	i, j := 0, 0
	for _, r := range runs {
		d.gap(i, r.i, j, r.j)
		i, j = r.i+r.n, r.j+r.n
	}
	d.gap(i, len(p.words), j, len(q.words))
	return d.out
}

// inOrder keeps the passages that stand in the same order in both texts, the
// most words: what was moved counts as cut here and added there.
func inOrder(passages []passage) []passage {
	if len(passages) > 2000 { // the work below is quadratic
		passages = passages[:2000]
	}
	best, from := make([]int, len(passages)), make([]int, len(passages))
	last := -1
	for k, p := range passages {
		best[k], from[k] = p.same, -1
		for l := range k {
			o := passages[l].last()
			if o.i+o.n <= p.first().i && o.j+o.n <= p.first().j && best[l]+p.same > best[k] {
				best[k], from[k] = best[l]+p.same, l
			}
		}
		if last < 0 || best[k] > best[last] {
			last = k
		}
	}
	var out []passage
	for ; last >= 0; last = from[last] {
		out = append(out, passages[last])
	}
	slices.Reverse(out)
	return out
}

// differ gathers the differences between two pages.
type differ struct {
	p, q *page
	out  []Difference
}

// gap notes the words i to i2 of the first and j to j2 of the second, which
// stand between equal ones.
func (d *differ) gap(i, i2, j, j2 int) {
	if i == i2 && j == j2 {
		return
	}
	x := Difference{Kind: Changed, A: d.p.bytes(i, i2), B: d.q.bytes(j, j2)}
	switch {
	case j == j2:
		x.Kind = Cut
	case i == i2:
		x.Kind = Added
	}
	x.Flags = flags(d.p, i, i2, d.q, j, j2)
	d.out = append(d.out, x)
}

// bytes is the span of words i to j; of none the place before word i.
func (p *page) bytes(i, j int) stemma.Span {
	switch {
	case i < j:
		return stemma.Span{Start: int(p.words[i].Start), End: int(p.words[j-1].End)}
	case i < len(p.words):
		return stemma.Span{Start: int(p.words[i].Start), End: int(p.words[i].Start)}
	}
	return stemma.Span{Start: len(p.a.Text), End: len(p.a.Text)}
}

// flags names what stands on one side of a difference and not on the other.
func flags(p *page, i, i2 int, q *page, j, j2 int) []string {
	var out []string
	for _, f := range []struct {
		name string
		is   func(p *page, i int) bool
	}{
		{FlagHedge, func(p *page, i int) bool { return hedges[p.words[i].Hash] }},
		{FlagName, isName},
		{FlagNegation, func(p *page, i int) bool {
			return negations[p.words[i].Hash] || strings.HasSuffix(p.word(i), "n't") || strings.HasSuffix(p.word(i), "n’t")
		}},
		{FlagNumber, func(p *page, i int) bool {
			return numbers[p.words[i].Hash] || strings.ContainsAny(p.word(i), "0123456789")
		}},
	} {
		x, y := map[uint64]int{}, map[uint64]int{}
		for k := i; k < i2; k++ {
			if f.is(p, k) {
				x[p.words[k].Hash]++
			}
		}
		for k := j; k < j2; k++ {
			if f.is(q, k) {
				y[q.words[k].Hash]++
			}
		}
		if !sameCounts(x, y) {
			out = append(out, f.name)
		}
	}
	return out
}

func sameCounts(x, y map[uint64]int) bool {
	if len(x) != len(y) {
		return false
	}
	for k, n := range x {
		if y[k] != n {
			return false
		}
	}
	return true
}

// word is the bytes of word i.
func (p *page) word(i int) string { return p.a.Text[p.words[i].Start:p.words[i].End] }

// isName reports whether word i begins with a capital within a sentence.
func isName(p *page, i int) bool {
	r, _ := utf8.DecodeRuneInString(p.word(i))
	if !unicode.IsUpper(r) || i == 0 {
		return false
	}
	between := p.a.Text[p.words[i-1].End:p.words[i].Start]
	return !strings.ContainsAny(between, ".!?\n\"“”:")
}
