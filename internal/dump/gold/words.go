package gold

import (
	"strings"
	"unicode"
)

// Words returns the lower-case words of s as the benchmark's metric counts
// them: runs of letters, digits and low lines.
func Words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !(unicode.IsLetter(r) || unicode.IsNumber(r) || r == '_')
	})
}

// Overlap compares two texts as bags of words: how many of got stand in want,
// and how many each has.
func Overlap(got, want string) (same, ngot, nwant int) {
	bag := map[string]int{}
	for _, w := range Words(want) {
		bag[w]++
		nwant++
	}
	for _, w := range Words(got) {
		ngot++
		if bag[w] > 0 {
			bag[w]--
			same++
		}
	}
	return same, ngot, nwant
}

// F1 is the harmonic mean of the shares of same in got and in want; two empty
// texts agree.
func F1(same, ngot, nwant int) float64 {
	switch {
	case nwant == 0 && ngot == 0:
		return 1
	case same == 0:
		return 0
	}
	return 2 * float64(same) / float64(ngot+nwant)
}

// Align returns for each part, in order, how many of its words stand in want
// in the same order as all the parts do.
func Align(parts []string, want string) (matched, total []int) {
	var a []string
	var of []int
	matched, total = make([]int, len(parts)), make([]int, len(parts))
	for i, p := range parts {
		for _, w := range Words(p) {
			a = append(a, w)
			of = append(of, i)
			total[i]++
		}
	}
	b := Words(want)
	hit := make([]bool, len(a))
	match(a, b, 0, hit, 6)
	for i, ok := range hit {
		if ok {
			matched[of[i]]++
		}
	}
	return matched, total
}

// match marks the words of a that stand in b, by runs of k words that both have
// once (chained in order), then by shorter ones between those.
func match(a, b []string, off int, hit []bool, k int) {
	if len(a) == 0 || len(b) == 0 {
		return
	}
	if k == 0 || len(a)*len(b) < 2_000_000 && k < 3 {
		lcs(a, b, off, hit)
		return
	}
	type pair struct{ i, j int }
	var pairs []pair
	if len(a) >= k && len(b) >= k {
		seen := map[string]int{} // place in b, -1 where not once
		for j := 0; j+k <= len(b); j++ {
			g := strings.Join(b[j:j+k], " ")
			if _, ok := seen[g]; ok {
				seen[g] = -1
			} else {
				seen[g] = j
			}
		}
		ina := map[string]int{}
		for i := 0; i+k <= len(a); i++ {
			ina[strings.Join(a[i:i+k], " ")]++
		}
		for i := 0; i+k <= len(a); i++ {
			g := strings.Join(a[i:i+k], " ")
			if j, ok := seen[g]; ok && j >= 0 && ina[g] == 1 {
				pairs = append(pairs, pair{i, j})
			}
		}
	}
	// the longest chain rising in j
	tails, prev := []int{}, make([]int, len(pairs))
	for x, p := range pairs {
		lo, hi := 0, len(tails)
		for lo < hi {
			if m := (lo + hi) / 2; pairs[tails[m]].j < p.j {
				lo = m + 1
			} else {
				hi = m
			}
		}
		prev[x] = -1
		if lo > 0 {
			prev[x] = tails[lo-1]
		}
		if lo == len(tails) {
			tails = append(tails, x)
		} else {
			tails[lo] = x
		}
	}
	if len(tails) == 0 {
		match(a, b, off, hit, k/2)
		return
	}
	chain := make([]pair, len(tails))
	for x, n := tails[len(tails)-1], len(tails)-1; n >= 0; x, n = prev[x], n-1 {
		chain[n] = pairs[x]
	}
	pi, pj := 0, 0
	for _, p := range chain {
		if p.i < pi || p.j < pj {
			if p.i+k > pi && p.j-p.i == pj-pi { // overlaps the last, on one diagonal
				for x := pi; x < p.i+k; x++ {
					hit[off+x] = true
				}
				pi, pj = p.i+k, p.j+k
			}
			continue
		}
		match(a[pi:p.i], b[pj:p.j], off+pi, hit, k/2)
		for x := p.i; x < p.i+k; x++ {
			hit[off+x] = true
		}
		pi, pj = p.i+k, p.j+k
	}
	match(a[pi:], b[pj:], off+pi, hit, k/2)
}

// lcs marks a longest common subsequence; texts too long for it stay unmarked.
func lcs(a, b []string, off int, hit []bool) {
	n, m := len(a), len(b)
	if n*m > 30_000_000 {
		return
	}
	t := make([]uint16, (n+1)*(m+1))
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if a[i] == b[j] {
				t[i*(m+1)+j] = t[(i+1)*(m+1)+j+1] + 1
			} else {
				t[i*(m+1)+j] = max(t[(i+1)*(m+1)+j], t[i*(m+1)+j+1])
			}
		}
	}
	for i, j := 0, 0; i < n && j < m; {
		switch {
		case a[i] == b[j]:
			hit[off+i] = true
			i++
			j++
		case t[(i+1)*(m+1)+j] >= t[i*(m+1)+j+1]:
			i++
		default:
			j++
		}
	}
}
