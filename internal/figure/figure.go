// Package figure finds the numbers claimed, of what, as of when, on whose
// word.
package figure

import (
	_ "embed"
	"maps"
	"regexp"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/date"
	"github.com/stemma-news/stemma/internal/lang"
	"github.com/stemma-news/stemma/internal/text"
)

// Version is raised when Find may find differently. 1 to 7: times, who tells. 8: what a
// year earlier is of. 9: loads, codes of money, ranges. 10: whatever ten or more are
// counted of, years in prison, leads. 11: given by name. 12: shares; nouns, verbs and
// tellers by the tree; no ages. 13: numbers that go on from the one before. 14, 15: the
// day of a harm is not that of its count. 16: few things that nothing is done to are
// none. 17: clauses without a verb, spokesmen, issuers, lengths of being held. 18:
// where something was done is not to whom; tolls beside the injured, parts of a toll,
// who counts within what another tells. 19: few of a list; years in names.
const Version = "19"

//go:embed measures.txt
var measuresFile string

//go:embed counted.txt
var countedFile string

var measures, counted = readMeasures(measuresFile), readCounted(countedFile)

// readMeasures reads lines of a word and what it stands for, readCounted of words.
func readMeasures(file string) map[string]string {
	out := map[string]string{}
	for _, line := range strings.Split(file, "\n") {
		if w, m, _ := strings.Cut(line, "\t"); w != "" && w[0] != '#' {
			out[w] = m
		}
	}
	return out
}

func readCounted(file string) map[string]bool {
	return set(strings.Join(slices.Collect(maps.Keys(readMeasures(file))), " "))
}

// longest is how many bytes of one sentence are read: work on a sentence grows
// with the square of its length, and no writer's sentence is longer.
const longest = 6000

// finder finds the figures of one article.
type finder struct {
	a          *stemma.Article
	doc        *lang.Document
	mentions   []stemma.Mention
	quotes     []stemma.Quote
	words      []stemma.Span // of the sentence
	low        []string      // the same in lower case
	whens      []stemma.When // those that name a stretch of time
	times      []stemma.When // all
	last, prev before        // the figure before in the sentence, and the last of the sentence before
	issued     stemma.Span   // who issues the page, where it is no news
	sterling   asked         // pounds are money on the page
	tried      asked         // the page is of a court
	commas     asked         // the page writes commas before decimals
}

// asked is whether a page says something, looked for when first asked.
type asked struct{ done, yes bool }

func (q *asked) of(re *regexp.Regexp, text string) bool {
	if !q.done {
		q.done, q.yes = true, re.MatchString(text)
	}
	return q.yes
}

// sterling is what a page says whose pounds are money.
var sterling = regexp.MustCompile(`£|\b(?:sterling|pence|UK|Britain|British|England|Scotland|Wales|London|Egyptian|Lebanese|Syrian|Sudanese)\b`)

// trial is what a page says where somebody "gets six years".
var trial = regexp.MustCompile(`(?i)\b(?:court|sentenced?|convicted|jailed|prison|guilty)\b`)

// Find returns the figures of an article in order of their first span. It is
// local.
func Find(a *stemma.Article, d *lang.Document, mentions []stemma.Mention, quotes []stemma.Quote) []stemma.Figure {
	f := &finder{a: a, doc: d, mentions: mentions, quotes: quotes}
	f.issued = f.issuer()
	var out []stemma.Figure
	seen := map[string]bool{}
	end := 0
	for _, r := range a.Free() {
		for _, s := range text.SentencesIn(nil, a.Text, r.Start, r.End) {
			if s.Len() > longest {
				s.End = s.Start + longest
			}
			f.words = text.Tokens(nil, a.Text, s.Start, s.End)
			f.low = f.low[:0]
			for _, w := range f.words {
				f.low = append(f.low, strings.ToLower(a.Text[w.Start:w.End]))
			}
			timed := false
			if f.last.measure != "" {
				f.prev = f.last
			}
			if f.last = (before{}); !f.carried(s.Start, end) {
				f.prev = before{}
			}
			end = s.End
			for i := 0; i < len(f.words); {
				n, ok := f.number(i)
				if !ok {
					i++
					continue
				}
				if !timed { // most sentences have no number
					f.times, timed = date.Find(a.Text, s), true
					f.whens = dated(slices.Clone(f.times))
				}
				if g, ok := f.figure(n); ok && !seen[g.ID] {
					seen[g.ID] = true
					out = append(out, g)
				}
				i = n.to
			}
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Cites[0].Spans[0].Start < out[j].Cites[0].Spans[0].Start })
	return out
}

// carried reports whether a sentence at start goes on from one that ended at end,
// in the same paragraph: what that counted, this one may count a part of.
func (f *finder) carried(start, end int) bool {
	return end > 0 && start >= end && start-end < 4 && !strings.Contains(f.a.Text[end:start], "\n")
}

// dated keeps the times that name a stretch of time: no lengths, no "annual".
func dated(ws []stemma.When) []stemma.When {
	day := time.Date(2000, 6, 15, 0, 0, 0, 0, time.UTC)
	any := date.Anchor{Article: &stemma.Date{From: day, Until: day.AddDate(0, 0, 1)}}
	return slices.DeleteFunc(ws, func(w stemma.When) bool { return w.Near == "" && date.Resolve(w, any) == nil })
}

func (f *finder) word(i int) string {
	if i < 0 || i >= len(f.low) {
		return ""
	}
	return f.low[i]
}

func (f *finder) span(i, j int) stemma.Span {
	return stemma.Span{Start: f.words[i].Start, End: f.words[j-1].End}
}

// printed is what words i to j say, capitals where they open a word and no more.
func (f *finder) printed(i, j int) string {
	out := ""
	for k := i; k <= j; k++ {
		w := f.a.Text[f.words[k].Start:f.words[k].End]
		if len(w) > 1 && strings.ToUpper(w) == w {
			w = f.low[k]
		}
		if k > i && f.words[k].Start > f.words[k-1].End {
			out += " "
		}
		out += w
	}
	return out
}
