package main

import (
	"fmt"
	"strings"

	"github.com/stemma-news/stemma/internal/dump"
	"github.com/stemma-news/stemma/internal/dump/body"
	"github.com/stemma-news/stemma/internal/dump/gold"
	"github.com/stemma-news/stemma/internal/score"
)

// bags is how many forests, of other draws of rows and features, are averaged;
// and so many again that see threads both whole and without heads of posts.
const bags = 3

// blind is of how many pages one is seen once more without words.
const blind = 3

// headless is the share of a thread's weight that its view without heads has. Of
// a program no table knows no heads are found, and not all forests may lean on
// them.
const headless = 0.5

// sight is how much of a page a view shows.
type sight int

const (
	whole sight = iota
	wordless
	beheaded
)

// view is a page with its features.
type view struct {
	s     *sample
	fs    [][]float32
	sight sight
}

// share is what part of the weight of its page v has for a forest that sees
// threads without heads too, or for one that does not.
func (v view) share(heads bool) float32 {
	switch {
	case v.sight == beheaded && heads:
		return 0
	case v.sight == beheaded:
		return headless
	case v.sight == whole && !heads && v.s.page.Kind == "forum":
		return 1 - headless
	}
	return 1
}

// see returns the views by fold: every page with the table of words learned
// from the other folds, some once more without any words, and threads once more
// as if no head of a post had been found.
func see(tune []*sample) (views [folds][]view) {
	for k := range folds {
		body.Weights(lexicon(tune, k))
		for i, s := range tune {
			if s.fold != k || len(s.p.Lines) == 0 {
				continue
			}
			views[k] = append(views[k], view{s, s.p.Features(true), whole})
			if i%blind == 0 && !s.cropped {
				views[k] = append(views[k], view{s, s.p.Features(false), wordless})
			}
			if s.page.Kind == "forum" {
				p := *s.p
				p.Heads = nil
				views[k] = append(views[k], view{s, p.Features(true), beheaded})
			}
		}
	}
	return views
}

// fit learns a forest, n draws of each kind, from the views of all folds but one.
func fit(views [folds][]view, not, n int) *body.Forest {
	o := options{trees: 250, leaves: 12, rate: 0.07, rows: 0.5, columns: 0.25, least: 10, lambda: 8, base: -1}
	var fs []*body.Forest
	for _, heads := range []bool{true, false} {
		var rows [][]float32
		var label, weight []float32
		for k, vs := range views {
			if k == not {
				continue
			}
			for _, v := range vs {
				v.s.rows(v.fs, v.share(heads), &rows, &label, &weight)
			}
		}
		for seed := range n {
			o.seed = uint64(seed + 1)
			fs = append(fs, boost(rows, label, weight, o))
		}
	}
	return mean(fs)
}

// mean is the forest whose score is the mean of the scores of fs.
func mean(fs []*body.Forest) *body.Forest {
	out := &body.Forest{Base: fs[0].Base}
	for _, f := range fs {
		at := int32(len(out.Nodes))
		for _, r := range f.Roots {
			out.Roots = append(out.Roots, r+at)
		}
		for _, n := range f.Nodes {
			if n.Feature < 0 {
				n.Value = body.Round(n.Value / float32(len(fs)))
			} else {
				n.Right += at
			}
			out.Nodes = append(out.Nodes, n)
		}
	}
	return out
}

// learn fits the forest of lines, that of titles, and the table of words.
func learn(tune []*sample) (lines, titles *body.Forest, table map[string]float32) {
	views := see(tune)
	cs := choices(tune, apart(tune, views, 1))
	return fit(views, -1, bags), fitTitles(cs, -1), lexicon(tune, -1)
}

// taught is what all folds but one teach.
type taught struct {
	forest *body.Forest
	words  map[string]float32
}

func (t taught) use() {
	body.Weights(t.words)
	body.Use(t.forest)
}

// apart returns for each fold what the others teach, by n draws.
func apart(tune []*sample, views [folds][]view, n int) (out [folds]taught) {
	for k := range out {
		out[k] = taught{fit(views, k, n), lexicon(tune, k)}
	}
	return out
}

// cross measures each tuning page, read whole, by what its fold did not teach:
// by this every choice is made.
func cross(tune []*sample) {
	others := apart(tune, see(tune), bags)
	cs := choices(tune, others)
	sum, n, titled := map[string]float64{}, map[string]float64{}, map[string]int{}
	for k := range folds {
		others[k].use()
		dump.UseTitles(fitTitles(cs, k))
		for _, s := range tune {
			if s.fold != k || s.cropped || s.page.Body == "" || strings.TrimSpace(s.page.Dump) == "" {
				continue
			}
			as, same, got, want := score.DumpPage(&s.page)
			sum[s.page.Kind] += gold.F1(same, got, want)
			n[s.page.Kind]++
			if len(as) > 0 && isTitle(s.page.Title, as[0].Title) {
				titled[s.page.Kind]++
			}
		}
	}
	for _, kind := range []string{"article", "forum", "news"} {
		fmt.Printf("even %s, dump not empty, not seen: %.0f pages, F1 %.4f, %d titles\n", kind, n[kind], sum[kind]/n[kind], titled[kind])
	}
}
