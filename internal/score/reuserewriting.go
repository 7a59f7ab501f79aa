package score

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/reuse"
)

// rewriting is how a copy is reworded: in stretches of so many words.
type rewriting struct {
	name        string
	least, most int
}

var rewritings = []rewriting{{"single words", 1, 1}, {"phrases of two to nine words", 2, 9}}

// rewritingShares are the shares of words changed.
var rewritingShares = []float64{0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6}

// rewritten is a copy of a of which a share of the words is replaced, in
// stretches, by words of other articles.
func rewritten(r *rand.Rand, a *stemma.Article, words []string, how rewriting, share float64) *stemma.Article {
	var ps [][]string
	n := 0
	for _, p := range a.Paragraphs {
		w := strings.Fields(a.Text[p.Start:p.End])
		ps = append(ps, w)
		n += len(w)
	}
	changed := make([]bool, n)
	for left := int(share * float64(n)); left > 0; {
		from, run := r.IntN(n), min(left, how.least+r.IntN(how.most-how.least+1))
		for k := from; k < min(n, from+run); k++ {
			if !changed[k] {
				changed[k] = true
				left--
			}
		}
	}
	k := 0
	var out []string
	for _, p := range ps {
		for i := range p {
			if changed[k] {
				p[i] = words[r.IntN(len(words))]
			}
			k++
		}
		out = append(out, strings.Join(p, " "))
	}
	return NewArticle(a.ID+"-copy", "Copy of "+a.Outlet, out)
}

// RewritingCard says how many reworded copies are found, by the share of words
// changed. Each is looked for among all articles and all copies of its half.
func RewritingCard(articles []*stemma.Article) string {
	var b strings.Builder
	b.WriteString("Copies of stories/summit articles reworded more and more, found again among all others. Nothing is tuned on it.\n\n")
	var words []string
	for _, a := range articles {
		words = append(words, strings.Fields(a.Text)...)
	}
	for half, name := range []string{"even articles", "odd articles"} {
		var seeds []*stemma.Article
		for i, a := range articles {
			if i%2 == half && len(strings.Fields(a.Text)) >= 150 && len(seeds) < 40 {
				seeds = append(seeds, a)
			}
		}
		related := map[[2]string]bool{} // seeds that share words as they are
		for _, c := range reuse.Compare(seeds, nil) {
			related[[2]string{c.A.Article, c.B.Article}] = true
		}
		for _, how := range rewritings {
			fmt.Fprintf(&b, "%s, %s reworded\n  changed  copies found  in the family of its source  too many\n", name, how.name)
			for n, share := range rewritingShares {
				r := rand.New(rand.NewPCG(uint64(n), uint64(half)))
				all := append([]*stemma.Article(nil), seeds...)
				for _, a := range seeds {
					all = append(all, rewritten(r, a, words, how, share))
				}
				found, kin, many := rewritingFound(all, related)
				fmt.Fprintf(&b, "  %6.0f%% %9.3f (%d of %d) %14.3f %16d\n", 100*share, ratio(found, len(seeds)), found, len(seeds), ratio(kin, len(seeds)), many)
			}
		}
	}
	b.WriteString("\nA passage of scattered changes is a copy from three quarters of equal words on: two translators of one text, working apart, share up to two thirds. So what is\nreworded word by word is found up to a fifth, what keeps runs of a dozen words up to a half.\n")
	return b.String()
}

// rewritingFound counts the copies found of their sources, those in one family
// with them, and the pairs called copies though their sources share nothing.
func rewritingFound(all []*stemma.Article, related map[[2]string]bool) (found, kin, many int) {
	sc := stemma.NewScene(all)
	sc.Copies = reuse.Compare(sc.Articles, nil)
	sc.Families = reuse.Families(sc)
	source := func(id string) string { return strings.TrimSuffix(id, "-copy") }
	for _, c := range sc.Copies {
		if c.Relation != reuse.Whole && c.Relation != reuse.Part && c.Relation != reuse.RoundUp {
			continue
		}
		x, y := source(c.A.Article), source(c.B.Article)
		switch {
		case x == y:
			found++
		case !related[[2]string{min(x, y), max(x, y)}]:
			many++
		}
	}
	for _, a := range all {
		if slices.ContainsFunc(sc.Families, func(f stemma.Family) bool {
			return slices.Contains(f.Articles, a.ID) && slices.Contains(f.Articles, a.ID+"-copy")
		}) {
			kin++
		}
	}
	return found, kin, many
}
