package origin

import "github.com/stemma-news/stemma"

// Relations of two sources.
const (
	independent = "independent"
	dependent   = "dependent"
	notShown    = "not-shown"
)

// pairs says of each two sources how they stand to each other.
func pairs(ws []*source) []stemma.SourcePair {
	var out []stemma.SourcePair
	for i, a := range ws {
		for _, b := range ws[i+1:] {
			rel, why := relation(a, b)
			out = append(out, stemma.SourcePair{A: a.Name, B: b.Name, Relation: rel, Why: why})
		}
	}
	return out
}

// relation is how two sources stand: dependent where one carries the other's
// words or both carry one speaker's, independent where each saw for itself.
func relation(a, b *source) (string, []string) {
	if a.speakers[b.key] {
		return dependent, []string{a.Name + " carries the words of " + b.Name}
	}
	if b.speakers[a.key] {
		return dependent, []string{b.Name + " carries the words of " + a.Name}
	}
	for k := range a.speakers {
		if b.speakers[k] {
			return dependent, []string{"one speaker through two channels"}
		}
	}
	if a.witness && b.witness {
		return independent, []string{"each had a reporter of its own at the place"}
	}
	return notShown, []string{"nothing on the pages shows that they are independent"}
}

// largest is the size of the largest set of sources pairwise shown
// independent, exact for up to 20 sources, from the first 20 for more.
func largest(ws []*source, ps []stemma.SourcePair) int {
	n := min(len(ws), 20)
	if n == 0 {
		return 0
	}
	free := make([]uint32, n)
	k := 0
	for i := range ws {
		for j := i + 1; j < len(ws); j++ {
			if i < n && j < n && ps[k].Relation == independent {
				free[i] |= 1 << j
				free[j] |= 1 << i
			}
			k++
		}
	}
	var grow func(candidates uint32, size int) int
	grow = func(candidates uint32, size int) int {
		best := size
		for i := 0; i < n; i++ {
			if candidates&(1<<i) != 0 {
				best = max(best, grow(candidates&free[i]&^(1<<(i+1)-1), size+1))
			}
		}
		return best
	}
	return grow(1<<n-1, 0)
}
