package origin

import (
	"regexp"
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
)

// part is the part of an article that its writer wrote: all of it, or some spans;
// never what was told to the outlet itself.
type part struct {
	all       bool
	some, own []stemma.Span
}

func (p part) holds(at int) bool {
	in := func(s stemma.Span) bool { return s.Start <= at && at < s.End }
	return (p.all || slices.ContainsFunc(p.some, in)) && !slices.ContainsFunc(p.own, in)
}

// passage is words of an article that another has too.
type passage struct {
	stemma.Span
	with string
}

// passages are the words each article has in common with others.
func passages(sc *stemma.Scene) map[string][]passage {
	out := map[string][]passage{}
	for i := range sc.Copies {
		c := &sc.Copies[i]
		for _, x := range [2][2]*stemma.CopySide{{&c.A, &c.B}, {&c.B, &c.A}} {
			for _, s := range x[0].Spans {
				out[x[0].Article] = append(out[x[0].Article], passage{s, x[1].Article})
			}
		}
	}
	return out
}

// partOf is the part of an article that is its writer's: from a dateline with
// the writer's name on, where one stands below two paragraphs of the outlet's own;
// and where the article only says that it had inputs of the writer, or names him
// nowhere and shares words with a text that does, the paragraphs half of which
// stand in another text of the writer's.
func partOf(sc *stemma.Scene, a *stemma.Article, by stemma.Hop, shared []passage) part {
	out, writer := part{}, by.Who
	for _, p := range a.Paragraphs {
		if toldUs.MatchString(a.Text[p.Start:p.End]) {
			out.own = append(out.own, p)
		}
	}
	for i, p := range a.Paragraphs {
		if datelineOf(a.Text[p.Start:p.End], writer) {
			if out.all = i < 2; !out.all {
				out.some = []stemma.Span{{Start: p.Start, End: len(a.Text)}}
			}
			return out
		}
	}
	shared = slices.DeleteFunc(slices.Clone(shared), func(s passage) bool { o := sc.ByID[s.with]; return o == nil || !carries(o, writer) })
	if out.all = !onlyInputs(a, writer) && (by.How != stemma.HowCopy || len(shared) == 0); out.all {
		return out
	}
	for _, p := range a.Paragraphs {
		n := 0
		for _, s := range shared {
			n = max(n, min(s.End, p.End)-max(s.Start, p.Start))
		}
		if n*2 >= p.Len() {
			out.some = append(out.some, p)
		}
	}
	return out
}

// datelineOf reports whether a paragraph begins with a dateline of the writer:
// "GEORGETOWN, Guyana (AP) — ...".
func datelineOf(s, writer string) bool {
	i := strings.IndexByte(s[:min(len(s), 90)], '(')
	if i < 3 || strings.ContainsAny(s[:i], "\"“”?!") {
		return false
	}
	n := strings.IndexByte(s[i:min(len(s), i+40)], ')')
	if n < 0 || !same(s[i+1:i+n], writer) {
		return false
	}
	rest := strings.TrimLeft(s[i+n+1:], " .\u00a0")
	return strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "—") || strings.HasPrefix(rest, ":")
}

// onlyInputs reports whether all that an article says of a writer is that it gave
// inputs.
func onlyInputs(a *stemma.Article, writer string) bool {
	any := false
	for i := range a.Candidates {
		k := &a.Candidates[i]
		if k.Field != "credit" && k.Field != "byline" && k.Field != "outlet" || !same(k.Value, writer) {
			continue
		}
		if !strings.HasPrefix(k.Why, "named as giving inputs") {
			return false
		}
		any = true
	}
	return any
}

// carries reports whether an article is of the writer's, or credited to it.
func carries(a *stemma.Article, writer string) bool {
	return same(a.Outlet, writer) || slices.ContainsFunc(a.Credits, func(c string) bool { return same(c, writer) })
}

// toldHere reports whether a line was told to the article's own outlet: "told
// this newspaper", "told the Courier" on a page of The Lake Courier.
func toldHere(a *stemma.Article, read []stemma.Hop) bool {
	if a.Outlet == "" || len(read) < 2 {
		return false
	}
	return slices.ContainsFunc(read[1:], func(h stemma.Hop) bool {
		return h.How == stemma.HowRead && same(h.Who, a.Outlet) || ownName(a, h)
	})
}

// toldUs is how a page says that its own writers were told.
var toldUs = regexp.MustCompile(`\btold (?:this|the present) (?:paper|reporter|correspondent|website|newspaper|newsroom|writer)\b`)
