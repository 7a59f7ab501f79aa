package quote

import (
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
)

// float gives quotations that stand alone to who spoke around them.
func (r *reader) float() {
	byseg := map[int][]int{}
	for i, x := range r.found {
		byseg[x.seg] = append(byseg[x.seg], i)
	}
	claimed := map[*marked]int{}
	for i, x := range r.found {
		for _, q := range x.qs {
			claimed[q] = i + 1
		}
	}
	last := -1 // the last attribution with a speaker, by order of segments
	for si := range r.segments {
		g := &r.segments[si]
		for _, i := range byseg[si] {
			if r.found[i].speaker.Len() > 0 && r.found[i].stance != "could-not-verify" {
				last = i
			}
		}
		for k := range g.toks {
			if !g.isQ(k) || claimed[g.toks[k].q] > 0 || !r.stands(g, k) {
				continue
			}
			q := g.toks[k].q
			from, rule := last, "floating"
			if n := r.ahead(si, k, byseg, claimed); n >= 0 {
				from = n
			} else if from >= 0 && r.segments[r.found[from].seg].para < g.para-2 && !q.goesOn {
				from = -1
			}
			for j := si; j >= 0 && j > si-6 && r.segments[j].para == g.para && from == last; j-- {
				for n := len(byseg[j]) - 1; n >= 0; n-- {
					if i := byseg[j][n]; j < si && r.goesOn(i, si, k) && r.found[i].speaker.Len() > 0 {
						from = i
						j = -1
						break
					}
				}
			}
			if from >= 0 && r.goesOn(from, si, k) {
				r.found[from].qs = append(r.found[from].qs, q)
				r.found[from].contents = append(r.found[from].contents, q.Span)
				r.found[from].last = si
				claimed[q] = from + 1
				last = from
				continue
			}
			x := attribution{seg: si, rule: rule, stance: "said", tier: "inherited", from: k, to: k + 1, cFrom: k, cTo: k + 1, qs: []*marked{q}, contents: []stemma.Span{q.Span}, verb: verb{lemma: "", class: "neutral"}}
			if from >= 0 {
				p := r.found[from]
				if q.goesOn && len(p.qs) > 0 && p.qs[len(p.qs)-1].open {
					r.found[from].qs = append(r.found[from].qs, q)
					r.found[from].contents = append(r.found[from].contents, q.Span)
					claimed[q] = from + 1
					continue
				}
				x.speaker, x.owner, x.to2, x.when = p.speaker, p.owner, p.to2, p.when
				for _, t := range p.tellers {
					t.how = stemma.HowInherited
					x.tellers = append(x.tellers, t)
				}
			}
			r.found = append(r.found, x)
			claimed[q] = len(r.found)
			last = len(r.found) - 1
		}
	}
}

// goesOn reports whether the quotation that opens segment si only goes on what
// attribution n quotes in the same paragraph: `"We stay," Ruiz said. "We work."`
func (r *reader) goesOn(n, si, k int) bool {
	x := &r.found[n]
	if len(x.qs) == 0 || x.words || k > 1 || r.segments[x.seg].para != r.segments[si].para {
		return false
	}
	lo, hi := min(max(x.seg, x.last), si), max(x.seg, si)
	for j := lo + 1; j < hi; j++ {
		for _, t := range r.segments[j].toks {
			if t.q == nil && t.word {
				return false
			}
		}
	}
	return true
}

// stands reports whether the quotation at k stands alone as something said: it
// opens its sentence and is no title or single word.
func (r *reader) stands(g *segment, k int) bool {
	n := len(strings.Fields(g.toks[k].s))
	if g.toks[k].q.goesOn || g.toks[k].q.open {
		return true
	}
	if n < 4 {
		return k == 0 && n >= 2 && g.full(k) && len(g.toks) == 1
	}
	for i := 0; i < k; i++ {
		if g.toks[i].word {
			// `He was blunt: "..."`, `... : "We stay."`
			return (g.low(k-1) == ":" || comma(g.low(k-1))) && g.full(k)
		}
	}
	return g.full(k) || len(g.toks) <= k+2 && n >= 6
}

// ahead returns the attribution of the same paragraph that the quotation leads
// up to: `"We stay. "We will," Ruiz said.`, -1 if none.
func (r *reader) ahead(si, k int, byseg map[int][]int, claimed map[*marked]int) int {
	g := &r.segments[si]
	for j := si; j >= 0 && j > si-40 && r.segments[j].para == g.para; j-- {
		for _, i := range byseg[j] {
			if r.found[i].speaker.Len() > 0 && (j < si || r.found[i].cFrom < k) {
				return -1 // one before it in the paragraph
			}
		}
	}
	for j := si; j < len(r.segments) && j <= si+2 && r.segments[j].para == g.para; j++ {
		for _, i := range byseg[j] {
			if x := r.found[i]; x.speaker.Len() > 0 && len(x.qs) > 0 && x.rule == "said-after" {
				return i
			}
		}
	}
	return -1
}

var documents = words("statement letter report communique communiqué post tweet message document memo transcript notice order decree resolution declaration text note")

// refer finds who pronouns and documents stand for: the speaker before.
func (r *reader) refer() {
	order := make([]int, len(r.found))
	for i := range order {
		order[i] = i
	}
	sortBy(order, func(i int) int { return r.found[i].contents[0].Start })
	var person, body, statement stemma.Span
	for _, i := range order {
		x := &r.found[i]
		if x.speaker.Len() == 0 {
			continue
		}
		low := strings.ToLower(r.a.Text[x.speaker.Start:x.speaker.End])
		switch {
		case low == "he" || low == "she" || low == "him" || low == "her":
			if x.owner.Len() == 0 {
				if s := r.namedBefore(x); s.Len() > 0 && s != person {
					person = s
				}
				if person.Len() > 0 && r.close(person, x.speaker) {
					x.owner = person
				}
			}
			x.resolved()
		case low == "it" || low == "they":
			if x.owner.Len() == 0 && body.Len() > 0 && r.close(body, x.speaker) {
				x.owner = body
			}
			x.resolved()
		case r.paper(low):
			if x.owner.Len() == 0 {
				if o := r.ownerOf(x); o.Len() > 0 {
					x.owner = o
				} else if statement.Len() > 0 {
					x.owner = statement
				} else if body.Len() > 0 && r.close(body, x.speaker) {
					x.owner = body
				}
			}
			x.resolved()
		default:
			if x.tier == "inherited" {
				break
			}
			if m := r.mention(x.speaker); m == stemma.Person {
				person = x.speaker
			} else if m == stemma.Organisation || m == stemma.Place {
				body = x.speaker
			} else {
				person, body = x.speaker, x.speaker
			}
			g := &r.segments[x.seg]
			for k := max(x.cFrom, 0); k < len(g.toks) && k < x.cTo+12; k++ {
				if documents[g.low(k)] {
					statement = x.speaker
				}
			}
		}
	}
}

// namedBefore is the one person that the sentence before a pronoun's own names
// as its subject, where that is of the same paragraph: "The mayor, Ana Ruiz,
// asked for help. "Come," she said."
func (r *reader) namedBefore(x *attribution) stemma.Span {
	g := &r.segments[x.seg]
	if x.seg == 0 || r.segments[x.seg-1].para != g.para || len(g.toks) == 0 || !g.isQ(0) {
		return stemma.Span{}
	}
	p := &r.segments[x.seg-1]
	if len(p.toks) == 0 {
		return stemma.Span{}
	}
	var found stemma.Span
	s := p.span(0, len(p.toks))
	for _, m := range r.mentionsIn(s) {
		c := m.Cite.Spans[0]
		if c.Start < s.Start || c.End > s.End || m.Kind != stemma.Person || m.Name == "" || len(m.Name) < 3 || pronouns[strings.ToLower(m.Name)] {
			continue
		}
		if m.Descriptive {
			continue
		}
		for i := range p.toks {
			if t := &p.toks[i]; t.q != nil && t.Holds(c) {
				return stemma.Span{}
			}
		}
		if found.Len() > 0 {
			return stemma.Span{} // two: either may be meant
		}
		found = c
	}
	return found
}

func (x *attribution) resolved() {
	if x.tier == "explicit" {
		x.tier = "resolved"
	}
}

// close reports whether b stands within a few paragraphs after a.
func (r *reader) close(a, b stemma.Span) bool { return b.Start-a.End < 1500 }

// paper reports whether a noun phrase is a document: "the statement".
func (r *reader) paper(low string) bool {
	w := strings.Fields(low)
	return len(w) > 0 && len(w) <= 4 && documents[w[len(w)-1]]
}

// ownerOf is the possessor in "the ministry's statement", none else.
func (r *reader) ownerOf(x *attribution) stemma.Span {
	t := r.a.Text[x.speaker.Start:x.speaker.End]
	for _, p := range []string{"'s ", "’s "} {
		if i := strings.LastIndex(t, p); i > 0 {
			return stemma.Span{Start: x.speaker.Start, End: x.speaker.Start + i}
		}
	}
	return stemma.Span{}
}

// mentionsIn returns the mentions that begin within s or little before it.
func (r *reader) mentionsIn(s stemma.Span) []stemma.Mention {
	at := func(i int) int { return r.mentions[i].Cite.Spans[0].Start }
	i := sort.Search(len(r.mentions), func(i int) bool { return at(i) >= s.Start-200 })
	j := i
	for j < len(r.mentions) && at(j) < s.End {
		j++
	}
	return r.mentions[i:j]
}

// mention is the kind of the mention that s names, "" if none.
func (r *reader) mention(s stemma.Span) string {
	kind := ""
	for _, m := range r.mentionsIn(s) {
		for _, c := range m.Cite.Spans {
			if c.Start < s.End && s.Start < c.End && m.Kind != "" && m.Role != "nationality" {
				if kind == "" || m.Kind == stemma.Person {
					kind = m.Kind
				}
			}
		}
	}
	return kind
}

func sortBy(n []int, key func(int) int) {
	sort.SliceStable(n, func(i, k int) bool { return key(n[i]) < key(n[k]) })
}

// inherit passes the press named for an account on to the quotations that
// follow: "as reported by RIA" is named once for all of it, "RIA quoted Ruiz as
// saying" for Ruiz alone.
func (r *reader) inherit() {
	order := make([]int, len(r.found))
	for i := range order {
		order[i] = i
	}
	sortBy(order, func(i int) int { return r.found[i].contents[0].Start })
	var account *teller
	at := 0
	bySpeaker := map[string]*teller{}
	spoken := map[string]string{} // the day of it, as its words name it
	for _, i := range order {
		x := &r.found[i]
		g := &r.segments[x.seg]
		who := r.who(x)
		if len(x.tellers) > 0 {
			t := x.tellers[len(x.tellers)-1]
			if _, ok := r.press(t.span); !ok || t.how == stemma.HowInherited {
				continue
			}
			t.how = stemma.HowInherited
			bySpeaker[who], spoken[who] = &t, ""
			if w := r.whenOf(x); w != nil {
				spoken[who] = r.a.Text[w.Start:w.End]
			}
			if r.whole(g, x, t) {
				account, at = &t, g.para
			}
			continue
		}
		if len(x.qs) == 0 {
			continue
		}
		if _, ok := r.press(x.speaker); ok {
			continue
		}
		if w := r.whenOf(x); w != nil && spoken[who] != "" && spoken[who] != r.a.Text[w.Start:w.End] {
			continue // what she said on another day, to others
		}
		if t := bySpeaker[who]; t != nil && who != "" {
			x.tellers = append(x.tellers, *t)
		} else if account != nil && g.para-at <= 8 {
			x.tellers = append(x.tellers, *account)
		}
	}
}

// whole reports whether the clause of x names teller t for the account rather
// than for one quotation: "as reported by t", "according to t".
func (r *reader) whole(g *segment, x *attribution, t teller) bool {
	for k := range g.toks {
		if g.toks[k].Start == t.span.Start {
			for b := k - 1; b >= 0 && b >= k-4; b-- {
				switch g.low(b) {
				case "according":
					return x.rule == "according"
				case "reported", "carried", "published", "cited", "quoted":
					return x.rule != "quoted-as-saying"
				}
			}
		}
	}
	return false
}

// who is the one an attribution's words lead to, as far as its article tells.
func (r *reader) who(x *attribution) string {
	s := x.speaker
	if x.owner.Len() > 0 {
		s = x.owner
	}
	if s.Len() == 0 {
		return ""
	}
	w := strings.Fields(r.name(s, r.a.Text[s.Start:s.End]))
	return strings.ToLower(w[len(w)-1])
}
