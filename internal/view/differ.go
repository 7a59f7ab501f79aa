package view

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
)

// Word is one printed word (with the marks that touch it) of a wording, and
// whether it differs from the words it is laid beside.
type Word struct {
	Text string
	Mark string // MarkSame, MarkChanged, MarkAdded or MarkCut
}

// Marks of a word. A cut word stands only in the words compared with.
const (
	MarkSame    = ""
	MarkChanged = "changed"
	MarkAdded   = "added"
	MarkCut     = "cut"
)

// Differ lays the words of b beside those of a: all words of b in order, each
// marked, and between them the words of a that b leaves out. Case and
// punctuation do not count. A word of b in the place of other words of a is
// changed, and those are not listed: b's own words can be read through.
func Differ(a, b string) []Word {
	av, bv := printed(a), printed(b)
	var out []Word
	i, j := 0, 0
	gap := func(m, n int) {
		for k := j; k < n; k++ {
			mark := MarkAdded
			if m > i {
				mark = MarkChanged
			}
			out = append(out, Word{b[bv[k].Start:bv[k].End], mark})
		}
		if n == j {
			for k := i; k < m; k++ {
				out = append(out, Word{a[av[k].Start:av[k].End], MarkCut})
			}
		}
	}
	for _, p := range align(folded(a, av), folded(b, bv)) {
		gap(p.a, p.b)
		out = append(out, Word{b[bv[p.b].Start:bv[p.b].End], MarkSame})
		i, j = p.a+1, p.b+1
	}
	gap(len(av), len(bv))
	return out
}

// Shared returns the stretches of a and of b that stand word for word in the
// other, in order; the n-th of one answers the n-th of the other. Stretches of
// fewer than least words are left out.
func Shared(a, b string, least int) (inA, inB []stemma.Span) {
	av, bv := printed(a), printed(b)
	pairs := align(folded(a, av), folded(b, bv))
	for i := 0; i < len(pairs); {
		j := i + 1
		for j < len(pairs) && pairs[j].a == pairs[j-1].a+1 && pairs[j].b == pairs[j-1].b+1 {
			j++
		}
		if j-i >= least {
			inA = append(inA, stemma.Span{Start: av[pairs[i].a].Start, End: av[pairs[j-1].a].End})
			inB = append(inB, stemma.Span{Start: bv[pairs[i].b].Start, End: bv[pairs[j-1].b].End})
		}
		i = j
	}
	return inA, inB
}

// printed returns the words of s as they are printed, parted by white space.
func printed(s string) []stemma.Span {
	var out []stemma.Span
	from := -1
	for i, c := range s {
		switch space := unicode.IsSpace(c); {
		case space && from >= 0:
			out = append(out, stemma.Span{Start: from, End: i})
			from = -1
		case !space && from < 0:
			from = i
		}
	}
	if from >= 0 {
		out = append(out, stemma.Span{Start: from, End: len(s)})
	}
	return out
}

func folded(s string, words []stemma.Span) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = fold(s[w.Start:w.End])
	}
	return out
}

// fold is a word without case and punctuation; one of punctuation alone stays.
func fold(w string) string {
	f := strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, w)
	if f == "" {
		return w
	}
	return f
}

// plain is a text as its folded words.
func plain(s string) string { return strings.Join(folded(s, printed(s)), " ") }

type pair struct{ a, b int }

// mostCells bounds the table of a longest common subsequence.
const mostCells = 1 << 18

// align returns pairs of equal words in order of both. Runs of words that
// stand once in each side are joined first, and only the short stretches
// between them are compared in full, so the time is linear in long texts.
func align(a, b []string) []pair {
	var out []pair
	var walk func(a0, a1, b0, b1, depth int)
	walk = func(a0, a1, b0, b1, depth int) {
		for a0 < a1 && b0 < b1 && a[a0] == b[b0] {
			out = append(out, pair{a0, b0})
			a0, b0 = a0+1, b0+1
		}
		tail := 0
		for a0 < a1-tail && b0 < b1-tail && a[a1-tail-1] == b[b1-tail-1] {
			tail++
		}
		a1, b1 = a1-tail, b1-tail
		switch {
		case a0 == a1 || b0 == b1:
		case (a1-a0)*(b1-b0) <= mostCells:
			out = append(out, common(a[a0:a1], b[b0:b1], a0, b0)...)
		case depth < 3:
			anchors := rising(a[a0:a1], b[b0:b1], a0, b0)
			if len(anchors) == 0 {
				break
			}
			i, j := a0, b0
			for _, p := range anchors {
				walk(i, p.a, j, p.b, depth+1)
				out = append(out, p)
				i, j = p.a+1, p.b+1
			}
			walk(i, a1, j, b1, depth+1)
		}
		for k := range tail {
			out = append(out, pair{a1 + k, b1 + k})
		}
	}
	walk(0, len(a), 0, len(b), 0)
	return out
}

// common is the longest common subsequence of a and b.
func common(a, b []string, a0, b0 int) []pair {
	w := len(b) + 1
	t := make([]int32, (len(a)+1)*w)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				t[i*w+j] = t[(i+1)*w+j+1] + 1
			} else {
				t[i*w+j] = max(t[(i+1)*w+j], t[i*w+j+1])
			}
		}
	}
	var out []pair
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			out = append(out, pair{a0 + i, b0 + j})
			i, j = i+1, j+1
		case t[(i+1)*w+j] >= t[i*w+j+1]:
			i++
		default:
			j++
		}
	}
	return out
}

// rising returns the longest rising run of pairs of words that stand once in
// each side.
func rising(a, b []string, a0, b0 int) []pair {
	once := func(words []string) map[string]int {
		at := map[string]int{}
		for i, w := range words {
			if _, twice := at[w]; twice {
				at[w] = -1
			} else {
				at[w] = i
			}
		}
		return at
	}
	inA, inB := once(a), once(b)
	var ps []pair
	for i, w := range a {
		if j, ok := inB[w]; ok && j >= 0 && inA[w] == i {
			ps = append(ps, pair{i, j})
		}
	}
	// Patience: the last pair of a best run of each length.
	var last []int
	prev := make([]int, len(ps))
	for k, p := range ps {
		lo, hi := 0, len(last)
		for lo < hi {
			if mid := (lo + hi) / 2; ps[last[mid]].b < p.b {
				lo = mid + 1
			} else {
				hi = mid
			}
		}
		prev[k] = -1
		if lo > 0 {
			prev[k] = last[lo-1]
		}
		if lo == len(last) {
			last = append(last, k)
		} else {
			last[lo] = k
		}
	}
	if len(last) == 0 {
		return nil
	}
	out := make([]pair, len(last))
	for k, i := last[len(last)-1], len(last)-1; i >= 0; k, i = prev[k], i-1 {
		out[i] = pair{a0 + ps[k].a, b0 + ps[k].b}
	}
	return out
}

// nearest returns the sentences of a text that share most words with part: the
// whole where none shares any. A quote of several sentences carries several
// parts of a saying, and each is compared with its own.
func nearest(text, part string) string {
	want := map[string]bool{}
	for _, w := range folded(part, printed(part)) {
		want[w] = true
	}
	best, from, share := text, 0, 0.0
	words := printed(text)
	for i := range words {
		if i < len(words)-1 && !ends(text, words[i], words[i+1]) {
			continue
		}
		sentence := words[from : i+1]
		n := 0
		for _, f := range folded(text, sentence) {
			if want[f] {
				n++
			}
		}
		if got := float64(n*n) / float64(len(sentence)); got > share {
			best, share = text[sentence[0].Start:sentence[len(sentence)-1].End], got
		}
		from = i + 1
	}
	return best
}

// ends reports whether a sentence ends between two printed words: "looked at.
// We owe", but not "Gen. Ruiz" or "U.S. ships".
func ends(text string, word, next stemma.Span) bool {
	w := strings.TrimRight(text[word.Start:word.End], `"'”’)`)
	if strings.HasSuffix(w, "?") || strings.HasSuffix(w, "!") {
		return true
	}
	stem, ok := strings.CutSuffix(w, ".")
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[next.Start:next.End], `"'“‘(`))
	if !ok || stem == "" || unicode.IsLower(first) {
		return false
	}
	capital, _ := utf8.DecodeRuneInString(stem)
	return !(unicode.IsUpper(capital) && len(stem) <= 4) && !strings.Contains(stem, ".")
}
