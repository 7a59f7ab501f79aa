package quote

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
)

// mostBetween is how many bytes stand at most between two quotes of one utterance.
const mostBetween = 200

// between tells two things said apart in one sentence: "..., now says that".
var between = regexp.MustCompile(`(?i)[.!?;]["”’')]*\s|\n|\b(?:then|now|later|earlier|before|since)\b`)

// anew tells something said apart in two sentences: "... Asked about it, she said".
var anew = regexp.MustCompile(`(?i)\b(?:then|now|later|earlier|before|since|asked|question|replied|answered)\b`)

// sentenceEnd ends the sentence that tells who speaks, and no more.
var sentenceEnd = regexp.MustCompile(`[.!?]["”’')]*\s`)

// breath joins what a page tells one after the other as said by one speaker at one
// time: what one sentence holds, "Ruiz said that A, adding that B", word for word
// quotations of one paragraph with nobody's between them, and the quotation that bears
// out what was just told in other words, "Ruiz said that A. "B," she said".
func (j *joiner) breath() {
	by := map[string][]int{}
	for i := range j.quotes {
		if q := &j.quotes[i]; len(j.pieces[i]) > 0 {
			by[q.Article] = append(by[q.Article], i)
		}
	}
	for id, of := range by {
		a := j.sc.ByID[id]
		if a == nil {
			continue
		}
		slices.SortFunc(of, func(x, y int) int {
			return cmp.Or(cmp.Compare(j.quotes[x].Spans[0].Start, j.quotes[y].Spans[0].Start), cmp.Compare(j.quotes[x].ID, j.quotes[y].ID))
		})
		for n := 1; n < len(of); n++ {
			if x, y := of[n-1], of[n]; j.speaker(&j.quotes[x]) == j.speaker(&j.quotes[y]) && oneBreath(a, &j.quotes[x], &j.quotes[y]) {
				p, q := j.root(x), j.root(y)
				j.parent[max(p, q)] = min(p, q)
			}
		}
	}
}

func oneBreath(a *stemma.Article, p, q *stemma.Quote) bool {
	end, start := p.Spans[len(p.Spans)-1].End, q.Spans[0].Start
	if start <= end || start-end > mostBetween || start > len(a.Text) || !together(p.Date, q.Date) || p.Stance != q.Stance {
		return false
	}
	gap := a.Text[end:start]
	one := len(sentenceEnd.FindAllString(gap, 2)) < 2
	switch {
	case p.Kind == stemma.Direct && q.Kind == stemma.Direct:
		return one && !strings.Contains(gap, "\n")
	case p.Kind == stemma.Indirect && q.Kind == stemma.Direct && one && q.SpeakerText != "one": // "Two people said that A. "B," one said"
		return !anew.MatchString(gap)
	}
	return !between.MatchString(gap)
}
