package quote

import (
	"regexp"
	"slices"
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/lang"
)

var documents = words("statement letter report communique communiqué post tweet message document memo transcript notice order decree resolution declaration text note")

// aged is how one who was named is called after that: "the 25-year-old".
var aged = regexp.MustCompile(`^the \d{1,3}-year-old$`)

// refer finds who pronouns and documents stand for: the speaker before.
func (r *reader) refer() {
	order := r.inPlace()
	var person, body, statement stemma.Span
	for _, i := range order {
		x := &r.found[i]
		if x.speaker.Len() == 0 {
			continue
		}
		low := strings.ToLower(r.a.Text[x.speaker.Start:x.speaker.End])
		switch {
		case low == "he" || low == "she" || low == "him" || low == "her" || aged.MatchString(low):
			if x.owner.Len() == 0 {
				if s := r.namedBefore(x); s.Len() > 0 && s != person {
					person = s
				} else if s := r.toldOf(x.speaker.Start, person.End); s.Len() > 0 {
					person = s
				}
				if person.Len() > 0 && r.close(person, x.speaker) {
					x.owner = person
				}
			}
			x.resolved()
		case low == "it" || low == "they":
			if s := r.thingOf(x.speaker.Start, body.End); low == "it" && s.Len() > 0 {
				body = s
			}
			if x.owner.Len() == 0 && body.Len() > 0 && r.close(body, x.speaker) {
				x.owner = body
			}
			x.resolved()
		case r.paper(low):
			if x.owner.Len() == 0 {
				if o := r.ownerOf(x); o.Len() > 0 {
					x.owner = o
				} else if r.mention(x.speaker) != "" {
					break // "a CCTV report" is whose its name says
				} else if statement.Len() > 0 {
					x.owner = statement
				} else if body.Len() > 0 && r.close(body, x.speaker) {
					x.owner = body
				}
			}
			x.resolved()
		case r.unnamed(x, low, order):
			x.resolved()
		default:
			if x.tier == "inherited" || pronouns[low] || anyone[low] || x.verb.class == "absent" && possessives[strings.Fields(low + " -")[0]] { // "his client would not answer"
				break
			}
			if m := r.mention(x.speaker); m == stemma.Person {
				person = x.speaker
			} else if m == stemma.Organisation || m == stemma.Place {
				body = x.speaker
			} else {
				body = x.speaker
				if r.one(x.speaker) {
					person = x.speaker
				}
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

// unnamed gives a speaker told of again without a name the words that told of them
// first: "Two people familiar with the deal said ... [The people] ... [one] said",
// "a port official ... [the official]".
func (r *reader) unnamed(x *attribution, low string, order []int) bool {
	head := low[strings.LastIndexByte(low, ' ')+1:]
	one := low == "one" || low == "another" || low == "both"
	said := r.a.Text[x.speaker.Start:x.speaker.End]
	if !one && (!strings.HasPrefix(low, "the ") || strings.Count(low, " ") > 2 || said[1:] != low[1:] || r.named(x.speaker)) || x.owner.Len() > 0 {
		return false
	}
	for _, i := range slices.Backward(order) {
		y := &r.found[i]
		if y.speaker.Len() == 0 || y.speaker.Start >= x.speaker.Start || !r.close(y.speaker, x.speaker) {
			continue
		}
		s := y.speaker
		if y.owner.Len() > 0 {
			s = y.owner
		}
		was := strings.Fields(r.a.Text[s.Start:s.End] + " -")
		was[0] = strings.ToLower(was[0][:1]) + was[0][1:]
		switch {
		case was[0] == "the" && len(was) < strings.Count(low, " ")+3 || strings.HasPrefix(strings.Join(was, " "), "one of the"), !one && (len(was) < 3 || !slices.Contains(was, head) || possessives[was[0]]):
			continue
		case r.named(s):
			if one {
				return false
			}
			continue
		case one && !slices.ContainsFunc(was, func(w string) bool { return several[w] }):
			return false
		}
		x.owner = s
		return true
	}
	return false
}

// named reports whether a person's or body's name stands in s.
func (r *reader) named(s stemma.Span) bool {
	return slices.ContainsFunc(r.mentionsIn(s), func(m stemma.Mention) bool {
		return !m.Descriptive && (m.Kind == stemma.Person || m.Kind == stemma.Organisation) && m.Cite.Spans[0].Overlaps(s)
	})
}

var possessives = words("his her its their")

// several are nouns of those who tell something together and unnamed.
var several = words("people sources officials diplomats witnesses residents survivors workers activists soldiers lawmakers executives officers lawyers aides")

// namedBefore is the one person that the sentence before a pronoun's own names
// as its subject, where that is of the same paragraph: "The mayor, Ana Ruiz,
// asked for help. "Come," she said."
func (r *reader) namedBefore(x *attribution) stemma.Span {
	g := &r.segments[x.seg]
	if x.from > 1 && x.rule == "said-after" && g.low(x.from-1) == ":" { // `Ruiz fired back: "We stay," she wrote`
		if s, _, _ := r.doer(g, x.from-1); r.person(s) && s.End < x.speaker.Start {
			return s
		}
	}
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

// toldOf is the person by name whom the last sentence between bytes from and at
// that is about one is about, outside quotation marks: "..., Ruiz said. Quispe has
// been asked to go. "Never," | he said".
func (r *reader) toldOf(at, from int) stemma.Span {
	from = max(from, at-lookBack)
	i := sort.Search(len(r.sentences), func(i int) bool { return r.sentences[i].End > at })
	for ; i >= 0; i-- {
		if i == len(r.sentences) {
			continue
		}
		whole := r.sentences[i].Span
		if whole.Start < from && whole.End <= at {
			break
		}
		s := r.topic(min(at, whole.End) - 1)
		for _, m := range r.mentionsIn(whole) {
			c := m.Cite.Spans[0]
			if m.Kind != stemma.Person || m.Descriptive || pronouns[strings.ToLower(m.Name)] || c.Start < max(from, whole.Start) || c.End > at || r.quotedAt(c.Start) {
				continue
			}
			if several := strings.HasPrefix(r.a.Text[s.End:], " and ") || strings.Contains(r.a.Text[s.Start:s.End], " and "); s.Holds(c) && c.End == s.End && !several {
				return s
			}
			if whole.End > at {
				return stemma.Span{} // named in his own sentence: whoever it is, none before
			}
		}
	}
	return stemma.Span{}
}

// thingOf is what the last sentence between bytes from and at is about that no
// person is the subject of, in the same paragraph or the one before: "The union met
// on Monday. [It] said".
func (r *reader) thingOf(at, from int) stemma.Span {
	i := sort.Search(len(r.sentences), func(i int) bool { return r.sentences[i].End > at })
	for next, breaks := at, 0; i >= 0 && i < len(r.sentences); i-- {
		s := &r.sentences[i]
		if breaks += strings.Count(r.a.Text[min(s.End, next):next], "\n\n"); breaks > 1 || s.End <= from {
			break
		}
		next = s.Start
		k := mainSubject(s)
		if k < 0 || s.Words[k].End > at || s.Words[k].UPOS == "PRON" || strings.HasSuffix(s.Words[k].XPOS, "S") || r.quotedAt(s.Words[k].Start) {
			continue
		}
		if p := phrase(s, k); r.mention(p) != stemma.Person {
			return p
		}
	}
	return stemma.Span{}
}

// mainSubject is the word of s that is the subject of its main verb, -1 if none is.
func mainSubject(s *lang.Sentence) int {
	for k := range s.Words {
		if w := &s.Words[k]; w.Head >= 0 && s.Words[w.Head].Head < 0 && (w.Rel == "nsubj" || w.Rel == "nsubj:pass") {
			return k
		}
	}
	return -1
}

// lookBack is how many bytes before "he" or "she" sentences are looked through.
const lookBack = 1000

// quotedAt reports whether byte at stands in quotation marks.
func (r *reader) quotedAt(at int) bool {
	for _, ms := range r.quotes {
		for _, m := range ms {
			if m.Start <= at && at < m.End {
				return true
			}
		}
	}
	return false
}

// one reports whether the noun phrase at s can be one person: no "officials", no
// "report".
func (r *reader) one(s stemma.Span) bool {
	w := strings.Fields(strings.ToLower(r.a.Text[s.Start:s.End]))
	last := w[len(w)-1]
	if documents[last] || papers[last] {
		return false
	}
	tag := r.tags[s.End-len(last)][1]
	return tag != "NNS" && tag != "NNPS"
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

// inPlace are the attributions found, in the order of what is said.
func (r *reader) inPlace() []int {
	order := make([]int, len(r.found))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, k int) bool { return r.found[order[i]].contents[0].Start < r.found[order[k]].contents[0].Start })
	return order
}

// inherit passes the press named for an account on to the quotations that
// follow: "as reported by RIA" is named once for all of it, "RIA quoted Ruiz as
// saying" for Ruiz alone.
func (r *reader) inherit() {
	order := r.inPlace()
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
			if _, ok := r.press(t.span); !ok && !t.medium || t.how == stemma.HowInherited {
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
