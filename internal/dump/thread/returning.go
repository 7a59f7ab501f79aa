package thread

import (
	"strings"
	"unicode"

	"github.com/stemma-news/stemma/internal/dump/line"
)

// leastReturns is how often a line with a date has to return between words for
// it to be taken for a head's whatever it says. mostName is the most words a
// name has.
const (
	leastReturns = 3
	mostName     = 4
)

// beats counts lines of one form: how many, and how many of them have words
// between them and the last.
type beats struct {
	lines, apart, first, last int
	words                     map[string]int // by how many of the lines hold each
}

// add counts line i; said[i] lines of words stand above it.
func (b *beats) add(i int, said []int) {
	switch {
	case b.lines == 0:
		b.first = i
	case said[i] > said[b.last+1]:
		b.apart++
	}
	b.lines++
	b.last = i
}

// regular reports whether words stand between most of the lines, and half of
// the page's below the first: the lines of an article stand above a list of
// others.
func (b *beats) regular(said []int) bool {
	all := said[len(said)-1]
	return b.lines >= leastReturns && b.apart >= leastReturns-1 && b.apart*2 >= b.lines-1 && (all-said[b.first])*2 >= all
}

// named reports whether the lines differ in a word besides their dates: a name.
func (b *beats) named() bool {
	for w, n := range b.words {
		if n < b.lines && strings.ContainsFunc(w, unicode.IsLetter) {
			return true
		}
	}
	return false
}

// returning takes lines for heads that no rule about their words knows: lines
// with a date that return in one form, the dates apart, with words between them:
// "ann over 5 years ago", "ann (ann-x) wrote on 2019-05-12: #3", "Post options
// Posted: 14 May 2019 at 10:20am". Where heads that are known return half as
// often, the others are lists of other threads.
func returning(ls []line.Line, cs []Class) {
	groups := map[string]*beats{}
	keys := make([][]string, len(ls))
	said := make([]int, len(ls)+1) // lines of words above each
	var known [Short + 1]beats
	for i := range ls {
		said[i+1] = said[i]
		if l := &ls[i]; cs[i] == None && (l.Words >= 12 || l.Ends && l.Words >= 4) {
			said[i+1]++
		}
		if cs[i].Anchor() {
			known[cs[i]].add(i, said)
		}
		before, after, ok := around(&ls[i], cs[i])
		if !ok {
			continue
		}
		keys[i] = forms(before, after)
		for _, k := range keys[i] {
			g := groups[k]
			if g == nil {
				g = &beats{words: map[string]int{}}
				groups[k] = g
			}
			g.add(i, said)
			for w := range distinct(fixed(before + " " + after)) {
				g.words[w]++
			}
		}
	}
	most := max(known[Stamp].apart, known[By].apart, known[Number].apart)
	for i, ks := range keys {
		for _, k := range ks {
			g := groups[k]
			if !g.regular(said) || g.apart <= 2*most {
				continue
			}
			if cs[i] = Stamp; g.named() {
				cs[i] = By
			}
			break
		}
	}
}

// around is what stands on l before and after its date, if the line may be of a
// head: no sentence, of few words, and of no class that knows better.
func around(l *line.Line, c Class) (before, after string, ok bool) {
	if c != None && c != Short || l.Words > 24 || l.Runes > 160 || l.Ends && l.Words > 14 || Asked(l.S) || embedded(l) {
		return "", "", false
	}
	if from, to, ok := timeCell(l); ok {
		return l.S[:from], l.S[to:], true
	}
	if len(l.Stamps) == 0 {
		return "", "", false
	}
	st, end := l.Stamps[0], l.Stamps[len(l.Stamps)-1].End
	return l.S[:st.Start], l.S[end:], st.Day > 0 || st.Ago
}

// forms are the ways in which a line with before and after around its date may
// be like others: in the words right beside the date, or in one of them, where
// few words stand on the other side, a name.
func forms(before, after string) []string {
	b, a := fixed(before), fixed(after)
	x, y := "", ""
	if len(b) > 0 {
		x = b[len(b)-1]
	}
	if len(a) > 0 {
		y = a[0]
	}
	if x == "" && y == "" {
		return nil
	}
	var out []string
	if !strings.HasSuffix(x, ":") || strings.ContainsFunc(x, unicode.IsLetter) { // not "Boat Fair 2026: May 5"
		out = append(out, x+"|"+y)
	}
	if x != "" && len(b) <= mostName && !strings.ContainsAny(x[len(x)-1:], ":'\"(=<>") {
		out = append(out, "*|"+y)
	}
	if y != "" && len(a) <= mostName {
		out = append(out, x+"|*")
	}
	return out
}

// fixed are the words of s in small letters, each run of digits made one.
func fixed(s string) []string {
	var b strings.Builder
	in := false
	for _, r := range strings.ToLower(s) {
		if d := unicode.IsDigit(r); !d || !in {
			if in = d; d {
				r = '9'
			}
			b.WriteRune(r)
		}
	}
	return strings.Fields(b.String())
}
