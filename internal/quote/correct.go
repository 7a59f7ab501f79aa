package quote

import (
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
)

// correct applies what a person decided, in the order of the decisions: joined
// quotes, or the sayings they are of, become one; of parted ones those named
// later leave, with those of the same words. of is the saying of each quote, by
// number, -1 for a quote that is of none, and is changed in place.
func (j *joiner) correct(of []int) {
	next := len(of)
	for _, c := range j.sc.Corrections {
		if c.Verb != "join" && c.Verb != "part" {
			continue
		}
		var qs []int
		for _, o := range c.Operands {
			if i := j.quoteAt(o, of); i >= 0 {
				qs = append(qs, i)
			}
		}
		for n := 1; n < len(qs); n++ {
			a, b := qs[0], qs[n]
			switch {
			case c.Verb == "join" && of[a] != of[b]:
				from, to := max(of[a], of[b]), min(of[a], of[b])
				for i := range of {
					if of[i] == from {
						of[i] = to
					}
				}
			case c.Verb == "part" && a != b && of[a] == of[b]:
				from, same := of[a], plain(j.quotes[a].Text) == plain(j.quotes[b].Text)
				for i := range of {
					if of[i] == from && (i == b || !same && i != a && plain(j.quotes[i].Text) == plain(j.quotes[b].Text)) {
						of[i] = next
					}
				}
				next++
			}
		}
	}
}

// plain is the words of a quotation, for telling the same words.
func plain(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(" \t\n.,;:!?\"'“”‘’", r) }), " ")
}

// quoteAt is the quote whose words an operand names best, -1 for none.
func (j *joiner) quoteAt(o stemma.Operand, of []int) int {
	best, most := -1, 0.0
	if o.Of != "saying" && o.Of != "quote" {
		return best
	}
	for i := range j.quotes {
		q := &j.quotes[i]
		a := j.sc.ByID[q.Article]
		if a == nil || a.Capture != o.Capture || of[i] < 0 {
			continue
		}
		if n := o.Fits(a, q.Spans); n > most {
			best, most = i, n
		}
	}
	return best
}

// members lists the quotes of each saying, by its number, in order of id.
func (j *joiner) members(of []int) (sayings []int, members map[int][]int) {
	members = map[int][]int{}
	for i, s := range of {
		if s < 0 {
			continue
		}
		if members[s] == nil {
			sayings = append(sayings, s)
		}
		members[s] = append(members[s], i)
	}
	for _, m := range members {
		slices.SortFunc(m, func(a, b int) int { return strings.Compare(j.quotes[a].ID, j.quotes[b].ID) })
	}
	return sayings, members
}
