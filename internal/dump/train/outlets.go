package main

import (
	"fmt"
	"hash/fnv"
	"math"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"golang.org/x/net/publicsuffix"

	"github.com/stemma-news/stemma/internal/dump"
	"github.com/stemma-news/stemma/internal/dump/gold"
	"github.com/stemma-news/stemma/internal/score"
)

// siteFolds is how many parts sites are cut into to measure weights of claims.
const siteFolds = 5

// How far weights are drawn to what they were before they were learned, and how
// much a page counts that has none of its names: fewer wrong outlets, and fewer
// right ones, the more it does.
const (
	drawn    = 4
	nobodyOf = 0.8
)

// believed are weights of claims where the pages of the web, which hardly print
// such places, teach little.
var believed = map[string]float64{"after_title": 3, "known_at_top": 3, "copyright": 2, "of_itself": 1.5, "dateline": 3, "known_of_itself": 1, "first_of_plain": 5}

// claimed is the names that a page may be of, what speaks for each, and which are
// those of its address.
type claimed struct {
	rows  [][]float32
	right []bool
	any   bool
	fold  int
	set   string
	count float64
}

// learnOutlets learns what weighs how much for the outlet of a page: a choice of
// one of its names or nobody, by the hosts of even pages. It prints how many
// are right by what other sites teach.
func learnOutlets(data, out string) error {
	file := filepath.Join(out, "claims.txt")
	b, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var names []string
	var prior []float64
	for s := range strings.Lines(string(b)) {
		name, _, _ := strings.Cut(s, "\t")
		names, prior = append(names, name), append(prior, believed[name])
	}
	ps, err := claimedPages(data)
	if err != nil {
		return err
	}
	type tally struct{ right, wrong, missed, none int }
	sets := map[string]tally{}
	for k := range siteFolds {
		w := fitClaims(ps, prior, k)
		for _, p := range ps {
			if p.fold != k {
				continue
			}
			t, best, most := sets[p.set], -1, w[len(w)-1]
			for i, r := range p.rows {
				if s := weigh(w, r); s > most {
					best, most = i, s
				}
			}
			switch {
			case best >= 0 && p.right[best]:
				t.right++
			case best >= 0:
				t.wrong++
			case p.any:
				t.missed++
			default:
				t.none++
			}
			sets[p.set] = t
		}
	}
	for _, set := range []string{"wcxb-article", "pages-2023", "trafilatura", "dates"} {
		fmt.Printf("%s: %+v\n", set, sets[set])
	}
	var t strings.Builder
	for i, w := range fitClaims(ps, prior, -1) {
		fmt.Fprintf(&t, "%s\t%.2f\n", names[i], w)
	}
	return os.WriteFile(file, []byte(t.String()), 0o644)
}

// claimedPages reads the even pages of all sets with a title as dumps.
func claimedPages(data string) ([]*claimed, error) {
	var out []*claimed
	sites := map[string]float64{}
	var of []string
	add := func(set, dumped, address string) {
		u, err := url.Parse(address)
		if err != nil {
			return
		}
		host := strings.ToLower(u.Hostname())
		site, err := publicsuffix.EffectiveTLDPlusOne(host)
		if err != nil {
			return
		}
		label, _, _ := strings.Cut(site, ".")
		sub := strings.TrimSuffix(strings.TrimSuffix(host, site), ".")
		h := fnv.New32a()
		h.Write([]byte(site))
		c := &claimed{set: set, fold: int(h.Sum32() % siteFolds)}
		names, rows := dump.OutletRows(dumped)
		c.rows = rows
		for _, n := range names {
			ok := nameOf(n, label) || len(sub) >= 4 && sub != "blog" && nameOf(n, sub)
			c.right, c.any = append(c.right, ok), c.any || ok
		}
		out, of = append(out, c), append(of, site)
		sites[site]++
	}
	dumps, err := gold.Pages(data)
	if err != nil {
		return nil, err
	}
	text := map[string]string{}
	for i, p := range dumps {
		if i%2 == 0 && p.Kind == "article" {
			text[p.Name] = p.Dump
		}
	}
	for _, set := range []string{"wcxb-article", "pages-2023", "trafilatura", "dates"} {
		ps, err := score.ReadingPages(data, set)
		if err != nil {
			return nil, err
		}
		for i, p := range ps {
			if s, ok := text[p.Name]; set == "wcxb-article" && ok {
				add(set, s, p.URL)
			} else if set != "wcxb-article" && i%2 == 0 {
				add(set, gold.Copied(string(p.HTML)), p.URL)
			}
		}
	}
	for i, c := range out { // many pages of one site teach little more than one
		c.count = 1 / math.Sqrt(sites[of[i]])
	}
	return out, nil
}

// nameOf reports whether name is what the label of a host is made of: "The
// Harbour Times" of "harbourtimes" and "tht".
func nameOf(name, label string) bool {
	name = strings.ToLower(name)
	if d, err := publicsuffix.EffectiveTLDPlusOne(strings.TrimPrefix(name, "www.")); err == nil && !strings.Contains(name, " ") && strings.Contains(name, ".") {
		name, _, _ = strings.Cut(d, ".")
	}
	initials := ""
	for _, w := range strings.Fields(name) {
		initials += w[:1]
	}
	n, l := letters(name), letters(label)
	return n != "" && n == l || len(n) >= 3 && strings.Contains(l, n) && len(n)*10 >= len(l)*6 || len(l) >= 4 && strings.Contains(n, l) && len(l)*2 >= len(n) ||
		len(l) >= 3 && len(l) <= 6 && (initials == l || strings.TrimPrefix(initials, "t") == l)
}

func letters(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, strings.ReplaceAll(s, "&", "and"))
	return strings.TrimPrefix(s, "the")
}

func weigh(w []float64, row []float32) float64 {
	s := 0.0
	for i, x := range row {
		s += w[i] * float64(x)
	}
	return s
}

// fitClaims fits the weights to all pages but those of one fold, by Adam. The last
// weight is nobody's.
func fitClaims(ps []*claimed, prior []float64, not int) []float64 {
	n := len(prior)
	w, m, v := append([]float64(nil), prior...), make([]float64, n), make([]float64, n)
	for it := 1.0; it <= 600; it++ {
		g := make([]float64, n)
		for _, p := range ps {
			if p.fold == not || len(p.rows) == 0 {
				continue
			}
			share := p.count
			if !p.any {
				share *= nobodyOf
			}
			chance := make([]float64, len(p.rows)+1)
			all, right := math.Exp(w[n-1]), 0.0
			for i, r := range p.rows {
				chance[i] = math.Exp(weigh(w, r))
				all += chance[i]
				if p.right[i] {
					right += chance[i]
				}
			}
			for i, r := range p.rows {
				d := -chance[i] / all
				if p.right[i] {
					d += chance[i] / right
				}
				for j, x := range r {
					g[j] += share * d * float64(x)
				}
			}
			d := -math.Exp(w[n-1]) / all
			if !p.any {
				d++
			}
			g[n-1] += share * d
		}
		for j := range w {
			d := g[j] - drawn*(w[j]-prior[j])
			m[j] = 0.9*m[j] + 0.1*d
			v[j] = 0.99*v[j] + 0.01*d*d
			w[j] += 0.05 * (m[j] / (1 - math.Pow(0.9, it))) / (math.Sqrt(v[j]/(1-math.Pow(0.99, it))) + 1e-8)
		}
	}
	return w
}
