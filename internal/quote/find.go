package quote

import (
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/date"
	"github.com/stemma-news/stemma/internal/lang"
)

// Find returns the quotes of an article in order of their first span, with the
// speaker, addressee and tellers its words name. It is local.
//
// Attribution clauses are read by the patterns of words around them, before
// and apart from any tree: clauses of saying are where parsers err most.
func Find(a *stemma.Article, d *lang.Document, mentions []stemma.Mention) []stemma.Quote {
	r := newReader(a, d, mentions)
	for si := range r.segments {
		first := len(r.found)
		r.attribute(si)
		r.citing(si, first)
		r.settle(si, first)
		r.nominal(si)
		r.led(si)
		r.trails(si)
		r.phrases(si, first)
		r.thus(si, first)
	}
	r.float()
	r.refer()
	r.inherit()
	r.guests()
	r.transcript()
	return r.quotesFound()
}

// settle leaves each quotation of a segment to one attribution, and gives a
// saying told within another its teller.
func (r *reader) settle(si, first int) {
	found := r.found[first:]
	for i := range found {
		x := &found[i]
		for k := range found {
			y := &found[k]
			if i == k || len(x.contents) == 0 || len(y.contents) == 0 {
				continue
			}
			// x is told within what y says: "Ruiz said the army had told him ..."
			if y.from >= 0 && x.from >= 0 && y.from <= x.cFrom && x.cTo <= y.to && y.from <= x.from && x.to <= y.to && (y.rule == "said-before" || y.rule == "adding" || y.rule == "said-after" || y.rule == "said-within" || y.rule == "according") {
				if x.verb.class == "attitude" || x.rule == "said-clause" || x.verb.class == "document" && len(x.qs) == 0 {
					x.contents, x.qs = nil, nil
					continue
				}
				if x.speaker == y.speaker && r.upToVerb(x, y) {
					continue
				}
				if r.own(x, y) || x.rule == "said-before" && y.rule != "according" && share(x.qs, y.qs) && r.mute(x) {
					x.contents, x.qs = nil, nil
					continue
				}
				x.tellers = append(x.tellers, r.tellerOf(y.speaker))
				x.tellers = append(x.tellers, y.tellers...)
				if _, press := r.press(y.speaker); y.rule == "according" && !press || share(x.qs, y.qs) {
					y.contents, y.qs = nil, nil
				}
			}
		}
	}
	for i := range found {
		for k := range found {
			x, y := &found[i], &found[k]
			if i == k || !share(x.qs, y.qs) {
				continue
			}
			if r.worse(x, y) {
				x.contents, x.qs = nil, nil
			} else {
				y.contents, y.qs = nil, nil
			}
		}
	}
	kept := found[:0]
	for _, x := range found {
		if len(x.contents) > 0 {
			kept = append(kept, x)
		}
	}
	r.found = r.found[:first+len(kept)]
}

// upToVerb ends what y says where x begins, said by the same one: "Ruiz admitted
// that she found the port "odd" | and called it "a trap"".
func (r *reader) upToVerb(x, y *attribution) bool {
	g := &r.segments[x.seg]
	end := x.cFrom
	for end > y.from && (comma(g.low(end-1)) || g.low(end-1) == "and" || g.low(end-1) == "but" || !g.isQ(end-1) && adverb(g.toks[end-1])) {
		end--
	}
	if end == x.cFrom && !g.isQ(end-1) || end-y.from < 2 && !g.isQ(y.from) || len(y.contents) != 1 || x.from < x.cFrom {
		return false
	}
	y.contents, y.qs, y.words = nil, nil, false
	y.content(g, y.from, end)
	return true
}

// own reports whether x only names by its speaker's own word a thing that y
// speaks of: "Ruiz thanked them for what she called "a true friendship"".
func (r *reader) own(x, y *attribution) bool {
	g := &r.segments[x.seg]
	switch strings.ToLower(r.a.Text[x.speaker.Start:x.speaker.End]) {
	case "he", "she", "it", "they":
		return g.low(x.cFrom-1) == "what" && x.speaker != y.speaker || r.again(x, y)
	}
	return false
}

// mute reports whether x is rather a thing that happens than something told: its
// verb is none of plain saying, and its subject none that speaks: of "Ruiz said
// the vote underlines a need for "calm"" only Ruiz speaks.
func (r *reader) mute(x *attribution) bool {
	switch x.verb.class {
	case "neutral", "asked", "relay", "phrase":
		if x.verb.lemma != "call" && x.verb.lemma != "agree" {
			return false
		}
	}
	switch strings.ToLower(r.a.Text[x.speaker.Start:x.speaker.End]) {
	case "he", "she", "they", "i", "we", "you":
		return false
	}
	return r.mention(x.speaker) == ""
}

// again reports whether the pronoun that speaks in x stands for the speaker of
// y, whose words begin with it: "Ruiz said [he found the port "charming"]".
func (r *reader) again(x, y *attribution) bool {
	g := &r.segments[x.seg]
	from := y.from
	for from >= 0 && from < x.cFrom && from < y.from+2 && adverb(g.toks[from]) { // "even she"
		from++
	}
	if x.cFrom != from || x.speaker == y.speaker || y.from < 0 {
		return false
	}
	switch strings.ToLower(r.a.Text[x.speaker.Start:x.speaker.End]) {
	case "he", "she":
		return true
	}
	return false
}

// worse reports whether x has the weaker claim to a quotation x and y share.
func (r *reader) worse(x, y *attribution) bool {
	rank := func(a *attribution) int {
		switch {
		case a.rule == "quoted-as-saying":
			return 0
		case !a.words:
			return 1
		case a.rule == "said-after":
			return 2
		}
		return 3
	}
	if rank(x) != rank(y) {
		return rank(x) > rank(y)
	}
	return x.to-x.from > y.to-y.from
}

func share(a, b []*marked) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

// quotesFound makes the quotes of the attributions.
func (r *reader) quotesFound() []stemma.Quote {
	var out []stemma.Quote
	seen := map[string]bool{}
	for i := range r.found {
		q, ok := r.quote(&r.found[i])
		if !ok || seen[q.ID] {
			continue
		}
		seen[q.ID] = true
		out = append(out, q)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Spans[0].Start < out[j].Spans[0].Start })
	return out
}

func (r *reader) quote(x *attribution) (stemma.Quote, bool) {
	q := stemma.Quote{Type: "quote", Article: r.a.ID, Stance: x.stance, Tier: x.tier}
	switch {
	case len(x.qs) > 0 && !x.words:
		q.Kind = stemma.Direct
	case len(x.qs) > 0:
		q.Kind = stemma.Mixed
	default:
		q.Kind = stemma.Indirect
	}
	if q.Kind == stemma.Direct {
		for _, m := range x.qs {
			q.Spans = append(q.Spans, m.in)
		}
	} else {
		q.Spans = append(q.Spans, x.contents...)
	}
	sort.Slice(q.Spans, func(i, j int) bool { return q.Spans[i].Start < q.Spans[j].Start })
	text, err := stemma.Exact(r.a.Text, q.Spans)
	if err != nil {
		return q, false
	}
	q.Text = text
	q.ID = stemma.LocalID(stemma.QuoteID, r.a, q.Spans)
	if x.cue.Len() > 0 {
		q.Cue, q.CueSpans = r.a.Text[x.cue.Start:x.cue.End], []stemma.Span{x.cue}
	}
	if x.speaker.Len() > 0 {
		q.SpeakerText, q.SpeakerSpans = r.a.Text[x.speaker.Start:x.speaker.End], []stemma.Span{x.speaker}
		h := stemma.Hop{Who: q.SpeakerText, How: stemma.HowRead, Cites: []stemma.Cite{r.a.Cite(x.speaker)}}
		if x.relative.Len() > 0 {
			h.Cites = []stemma.Cite{r.a.Cite(x.relative), h.Cites[0]}
		}
		if x.owner.Len() > 0 {
			h.Who = r.a.Text[x.owner.Start:x.owner.End]
			h.Cites = append(h.Cites, r.a.Cite(x.owner))
		}
		h.Who = r.name(h.Cites[len(h.Cites)-1].Spans[0], h.Who)
		if x.tier == "inherited" {
			h.How = stemma.HowInherited
		}
		q.Chain = append(q.Chain, h)
	}
	if x.to2.Len() > 0 {
		q.AddresseeText, q.AddresseeSpan = r.a.Text[x.to2.Start:x.to2.End], []stemma.Span{x.to2}
	}
	for _, t := range x.tellers {
		if t.span == x.speaker || r.repeats(q.Chain, t) {
			continue
		}
		how := t.how
		if how == "" {
			how = stemma.HowRead
		}
		if t.name = r.name(t.span, t.name); r.repeats(q.Chain, t) {
			continue
		}
		q.Chain = append(q.Chain, stemma.Hop{Who: t.name, How: how, Cites: []stemma.Cite{r.a.Cite(t.span)}})
	}
	q.When = r.whenOf(x)
	q.By = stemma.By{Stage: "quote", Version: Version, Rule: x.rule}
	q.Sure, q.Since = sure(x), 1
	return q, true
}

func (r *reader) repeats(chain []stemma.Hop, t teller) bool {
	for _, h := range chain {
		if h.Who == t.name || strings.EqualFold(strings.TrimPrefix(h.Who, "the "), strings.TrimPrefix(t.name, "the ")) {
			return true
		}
	}
	return false
}

// name is the name of the mention that ends s, without titles, else words.
func (r *reader) name(s stemma.Span, words string) string {
	for _, m := range r.mentionsIn(s) {
		for _, c := range m.Cite.Spans {
			if c.Start <= s.Start+4 && c.Start >= s.Start && c.End == s.End && !m.Descriptive && m.Name != "" && m.Kind == stemma.Person {
				return m.Name
			}
		}
	}
	return words
}

// sure ranks quotes: a speaker named with marks first, inherited ones last.
func sure(x *attribution) float64 {
	s := 0.9
	if len(x.qs) == 0 {
		s = 0.8
	}
	if x.rule == "phrase" {
		s -= 0.3
	}
	switch x.tier {
	case "resolved":
		s -= 0.1
	case "inherited":
		s -= 0.25
	}
	return s
}

// told reports whether the teller at s is the one spoken to, "told RIA on
// Monday", whose day is that of speaking.
func (r *reader) told(s stemma.Span) bool {
	w := strings.Fields(strings.ToLower(r.a.Text[max(0, s.Start-24):s.Start]))
	n := len(w)
	if n > 0 && w[n-1] == "the" {
		n--
	}
	return n > 0 && verbs()[w[n-1]].object
}

// whenOf is the time the clause of telling names; one that follows the name of
// a teller is the teller's: "as reported by RIA on Wednesday".
func (r *reader) whenOf(x *attribution) *stemma.When {
	if x.when.Len() <= 0 {
		return nil
	}
	s := x.when
	for _, t := range x.tellers {
		if s.Holds(t.span) && x.rule != "quoted-as-saying" && !r.told(t.span) {
			s.End = t.span.Start
		}
	}
	if s.Len() <= 0 {
		return nil
	}
	for _, w := range date.Find(r.a.Text, s) {
		inside := false
		for _, c := range x.contents {
			inside = inside || c.Overlaps(w.Span)
		}
		if !inside {
			return &w
		}
	}
	return nil
}
