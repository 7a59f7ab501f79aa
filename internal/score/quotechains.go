package score

import (
	"fmt"
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/entity"
	"github.com/stemma-news/stemma/internal/lang"
	"github.com/stemma-news/stemma/internal/quote"
)

// ChainItem is a text whose chain of tellers a person has written down.
type ChainItem struct {
	File      string
	Text      string
	Chain     []string // speaker first; empty: nothing is said
	Addressee string
	From, To  int // the content's place in Text
}

// ReadChains reads a file of chains: "T:" a text, " // " between paragraphs,
// and "C:" its chain, addressee and content, "first ... last words".
func ReadChains(name, body string) ([]ChainItem, error) {
	var out []ChainItem
	lines := strings.Split(strings.TrimSpace(body), "\n")
	for i := 0; i+1 < len(lines); i += 2 {
		t, ok1 := strings.CutPrefix(lines[i], "T: ")
		c, ok2 := strings.CutPrefix(lines[i+1], "C: ")
		if !ok1 || !ok2 {
			return nil, fmt.Errorf("read %s: line %d begins no pair of text and chain", name, i+1)
		}
		it := ChainItem{File: name, Text: strings.ReplaceAll(t, " // ", "\n\n")}
		f := strings.SplitN(c, "; ", 3)
		if len(f) == 1 {
			it.Chain = []string{strings.TrimSuffix(f[0], ";")}
		} else if f[0] != "-" {
			it.Chain = strings.Split(f[0], " > ")
			if f[1] != "-" && f[1] != "-;" {
				it.Addressee = f[1]
			}
		}
		if len(f) == 3 && f[0] != "-" {
			first, last, cut := strings.Cut(f[2], " ... ")
			it.From = strings.LastIndex(it.Text, first)
			if !cut {
				last = first
			}
			it.To = strings.LastIndex(it.Text, last) + len(last)
			if cut {
				it.From = strings.Index(it.Text, first)
			}
			if it.From < 0 || it.To <= it.From {
				return nil, fmt.Errorf("read %s: line %d: the content does not stand in the text", name, i+2)
			}
		}
		out = append(out, it)
	}
	return out, nil
}

// ChainScore counts what was right of a set of chain items.
type ChainScore struct {
	Items, Found, Speaker, Chain, Addressee, Content int
	Failures                                         []string
}

// Chains scores the reading of items.
func Chains(items []ChainItem) ChainScore {
	var s ChainScore
	for _, it := range items {
		s.Items++
		qs := findQuotes(it.Text)
		q := best(it, qs)
		if len(it.Chain) == 0 {
			if q == nil && len(qs) == 0 {
				s.Found, s.Speaker, s.Chain, s.Addressee, s.Content = s.Found+1, s.Speaker+1, s.Chain+1, s.Addressee+1, s.Content+1
			} else {
				s.Failures = append(s.Failures, "spurious: "+it.Text)
			}
			continue
		}
		if q == nil {
			s.Failures = append(s.Failures, "missed: "+it.Text)
			continue
		}
		s.Found++
		var got []string
		for _, h := range q.Chain {
			got = append(got, h.Who)
		}
		speaker := len(got) > 0 && sameWords(got[0], it.Chain[0])
		chain := speaker && len(got) == len(it.Chain)
		for i := 1; chain && i < len(got); i++ {
			chain = sameWords(got[i], it.Chain[i])
		}
		count(&s.Speaker, speaker)
		count(&s.Chain, chain)
		count(&s.Addressee, (it.Addressee == "") == (q.AddresseeText == "") && (it.Addressee == "" || sameWords(q.AddresseeText, it.Addressee)))
		count(&s.Content, jaccard(strings.Fields(q.Text), strings.Fields(it.Text[it.From:it.To])) >= 0.8 || q.Kind == stemma.Mixed && strings.Contains(q.Text, it.Text[it.From:it.To]))
		if !chain {
			s.Failures = append(s.Failures, strings.Join(got, " > ")+" <> "+strings.Join(it.Chain, " > ")+": "+it.Text+" ["+q.Text+"]")
		}
	}
	return s
}

func count(n *int, ok bool) {
	if ok {
		*n++
	}
}

// findQuotes reads one text as an article of its own.
func findQuotes(text string) []stemma.Quote {
	a := &stemma.Article{ID: "a", Capture: "c", Text: text, Source: []stemma.Source{{Span: stemma.Span{Start: 0, End: len(text)}, Range: stemma.Range{Start: 0, End: len(text)}}}}
	d := lang.Analyse(text, nil)
	return quote.Find(a, d, entity.Find(a, d))
}

// best is the quote that shares most of an item's content, the shorter of two.
func best(it ChainItem, qs []stemma.Quote) *stemma.Quote {
	var out *stemma.Quote
	most, length := 0, 0
	for i := range qs {
		n, l := 0, 0
		for _, s := range qs[i].Spans {
			n += max(0, min(s.End, it.To)-max(s.Start, it.From))
			l += s.Len()
		}
		if n > most || n == most && n > 0 && l < length {
			most, length, out = n, l, &qs[i]
		}
	}
	return out
}

// sameWords reports whether one of two names holds the other whole.
func sameWords(a, b string) bool {
	x, y := " "+plainWords(a)+" ", " "+plainWords(b)+" "
	return x == y || len(strings.TrimSpace(x)) > 2 && strings.Contains(y, x) || len(strings.TrimSpace(y)) > 2 && strings.Contains(x, y)
}

func plainWords(s string) string {
	s = strings.ToLower(strings.NewReplacer("’", "'", "'s", "", ",", " ", ".", " ").Replace(s))
	var w []string
	for _, f := range strings.Fields(s) {
		if f != "the" && f != "a" && f != "an" {
			w = append(w, f)
		}
	}
	return strings.Join(w, " ")
}

// jaccard is the overlap of two bags of words.
func jaccard(a, b []string) float64 {
	n := map[string]int{}
	for _, w := range a {
		n[wordOf(w)]++
	}
	both := 0
	for _, w := range b {
		if w = wordOf(w); n[w] > 0 {
			n[w]--
			both++
		}
	}
	if u := len(a) + len(b) - both; u > 0 {
		return float64(both) / float64(u)
	}
	return 0
}

func wordOf(w string) string {
	return strings.ToLower(strings.Trim(w, ".,;:!?\"'“”‘’()"))
}

// ChainCard writes the scorecard of chains; tune is the even half, report the
// odd one.
func ChainCard(items []ChainItem) string {
	var tune, report []ChainItem
	for i, it := range items {
		if i%2 == 0 {
			tune = append(tune, it)
		} else {
			report = append(report, it)
		}
	}
	var b strings.Builder
	b.WriteString("Chains of tellers, on sentences written for this in the manner of world news agencies (testdata/chains).\nThe even half was looked at while the rules were written, the odd half never.\n\n")
	fmt.Fprintf(&b, "%-12s %6s %8s %8s %12s %10s %8s\n", "half", "items", "found", "speaker", "whole chain", "addressee", "content")
	for _, h := range []struct {
		name  string
		items []ChainItem
	}{{"even (tuned)", tune}, {"odd", report}} {
		s := Chains(h.items)
		p := func(n int) string { return fmt.Sprintf("%.1f", 100*float64(n)/float64(max(1, s.Items))) }
		fmt.Fprintf(&b, "%-12s %6d %8s %8s %12s %10s %8s\n", h.name, s.Items, p(s.Found), p(s.Speaker), p(s.Chain), p(s.Addressee), p(s.Content))
	}
	b.WriteString("\nFloor: whole chain 88 on the odd half.\n\nWhat fails of the even half:\n")
	f := Chains(tune).Failures
	sort.Strings(f)
	for _, x := range f {
		b.WriteString("  " + strings.ReplaceAll(x, "\n", " ") + "\n")
	}
	return b.String()
}
