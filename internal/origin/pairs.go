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
			out = append(out, stemma.SourcePair{A: a.Name, B: b.Name, Relation: rel, Why: []string{why}})
		}
	}
	return out
}

// relation is how two sources stand, and why.
//
// Dependent: one carries the other's words, both carry one speaker's, both
// speak for one body, or both are media whose texts are copies of one text.
// Independent: each saw for itself and reached its readers through another
// medium and another text. All else is not shown.
func relation(a, b *source) (string, string) {
	switch {
	case a.speakers[b.key]:
		return dependent, a.Name + " carries the words of " + b.Name
	case b.speakers[a.key]:
		return dependent, b.Name + " carries the words of " + a.Name
	case meet(a.speakers, b.speakers):
		return dependent, "one speaker through two channels"
	}
	shared := meet(a.families, b.families)
	switch {
	case shared && isMedium(a) && isMedium(b):
		return dependent, "their texts are copies of one text"
	case meet(a.of, b.of):
		return dependent, "both speak for one body"
	case shared:
		return notShown, "both are known through one text"
	case a.Kind == kindAnonymous && b.Kind == kindAnonymous:
		return notShown, "neither is named: they may be one"
	case a.saw && b.saw && !meet(via(a), via(b)):
		return independent, "each saw for itself, and neither text nor medium is shared"
	case a.saw && b.saw:
		return notShown, "both reached their readers through one medium"
	}
	return notShown, "nothing on the pages shows that they are independent"
}

// via are the media a source came through; of a medium itself.
func via(s *source) map[string]bool {
	if isMedium(s) {
		return map[string]bool{s.key: true}
	}
	return s.channels
}

func isMedium(s *source) bool { return s.Kind == kindAgency || s.Kind == kindOutlet }

// meet reports whether two sets share a member.
func meet(a, b map[string]bool) bool {
	for k, in := range a {
		if in && b[k] {
			return true
		}
	}
	return false
}

// exact is how many sources the largest independent set is sought among: the
// search is exact, and of more sources than this only the first are taken, so
// that the number given is never too large.
const exact = 20

// largest is the size of the largest set of sources pairwise shown
// independent: 1 where there is a source and no pair is shown.
func largest(n int, independent func(i, j int) bool) int {
	n = min(n, exact)
	free := make([]uint32, n)
	for i := range free {
		for j := range free {
			if i != j && independent(min(i, j), max(i, j)) {
				free[i] |= 1 << j
			}
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
