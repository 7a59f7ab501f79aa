package figure

import (
	"regexp"
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
)

// said is who a figure is according to, by the sentence's own words, and the
// chain of the quote it stands in.
func (f *finder) said(n number, measure string) (string, []stemma.Hop) {
	s := f.span(n.from, n.to)
	if g := f.gapped(n); g.Len() > 0 {
		return f.tells(g, nil)
	}
	var chain []stemma.Hop
	who := ""
	var within stemma.Span
	words := false // in a direct quotation
	for _, q := range f.quotes {
		for _, qs := range q.Spans {
			if qs.Holds(s) && (chain == nil || qs.Len() < within.Len()) {
				chain, who, within, words = slices.Clone(q.Chain), q.SpeakerText, qs, q.Kind == stemma.Direct
			}
		}
	}
	if counts(who) || strings.Contains(" "+who+" ", " "+f.a.Text[s.Start:s.End]+" ") {
		chain, who = nil, "" // "73 percent said yes"
	}
	p, ok := f.accordingTo()
	if ok && chain != nil && strings.HasPrefix(f.a.Text[p.Start:p.End], who) {
		who = "" // "the Committee" of "the Committee to Protect Journalists"
	}
	if !ok {
		if p, ok = f.teller(s.Start); !ok {
			p, ok = f.told(n, measure)
		}
		if ok && chain != nil { // "Officials reported 33 dead, the agency said"
			if x := f.at(p.Start); within.Holds(p) && p.End <= s.Start && measure != "sentence" && !(x.ok() && x.word().UPOS == "PRON") && !evidence.MatchString(f.a.Text[p.Start:p.End]) {
				return f.tells(p, chain)
			}
			ok = false
		}
	}
	switch {
	case ok && chain == nil:
		_, chain = f.tells(p, nil)
		fallthrough
	case ok:
		if who == "" {
			who = f.a.Text[p.Start:p.End]
		}
	case chain == nil && who == "" && f.issued.Len() > 0:
		who, chain = f.tells(f.issued, nil)
	}
	if b, ok := f.bodyOf(chain); ok && !words {
		return f.tells(b, chain)
	}
	return who, chain
}

// tells puts whom the page names at p first in a chain.
func (f *finder) tells(p stemma.Span, chain []stemma.Hop) (string, []stemma.Hop) {
	who := f.a.Text[p.Start:p.End]
	return who, append([]stemma.Hop{{Who: who, Cites: []stemma.Cite{f.a.Cite(p)}, How: stemma.HowRead}}, chain...)
}

// evidence is what shows a number and claims none.
var evidence = regexp.MustCompile(`(?i)\b(?:data|documents?|figures|footage|images?|photos?|records?|reports?|stud(?:y|ies)|surveys?|videos?)$`)

// bodyOf is whose numbers the first of a chain gives who is a spokesman: the
// police of "Police spokesman Ana Ruiz", the port of "a spokeswoman for the port".
func (f *finder) bodyOf(chain []stemma.Hop) (stemma.Span, bool) {
	if len(chain) == 0 || len(chain[0].Cites) == 0 {
		return stemma.Span{}, false
	}
	for _, m := range f.mentions {
		if len(m.Cite.Spans) != 1 || !strings.Contains(m.Role, "spokes") || !overlap(chain[0].Cites, m.Cite.Spans[0]) && m.Name != chain[0].Who {
			continue
		}
		body := spoken.ReplaceAllString(m.Role, "")
		if i := strings.Index(m.Role, " for "); i >= 0 {
			body = m.Role[i+len(" for "):]
		}
		lo := max(0, m.Cite.Spans[0].Start-len(m.Role)-40)
		hi := min(len(f.a.Text), m.Cite.Spans[0].End+len(m.Role)+40)
		if strings.EqualFold(body, "government") && m.Of != "" {
			body = m.Of
		}
		if body == strings.ToLower(body) && body != "police" && m.Of == "" {
			continue // "the navy spokesman" says less whose than his name
		}
		if i := strings.Index(f.a.Text[lo:hi], body); i >= 0 && len(body) > 2 && !officer.MatchString(body) {
			return stemma.Span{Start: lo + i, End: lo + i + len(body)}, true
		}
	}
	return stemma.Span{}, false
}

// spoken is what a spokesman's role says behind the body's name; officer what is
// no body's: "campaign spokesman" of whom the page says elsewhere.
var (
	spoken  = regexp.MustCompile(` ?(?:chief |deputy |senior |lead |main )*spokes\w+.*$`)
	officer = regexp.MustCompile(`^(?:chief|deputy|senior|lead|main|campaign|party|department|company|group)$|^(?:Mr|Mrs|Ms|Dr)\b|^[A-Z]\w+ campaign$`)
)

func overlap(cites []stemma.Cite, s stemma.Span) bool {
	return slices.ContainsFunc(cites, func(c stemma.Cite) bool { return slices.ContainsFunc(c.Spans, s.Overlaps) })
}

// tellers are verbs of those who give a number as theirs.
var tellers = set("put puts gave gives speak speaks spoke count counts counted registered recorded reported reports estimates estimated listed lists advances advanced tallied documented")

// declaring are verbs by which who decides or counts gives a number.
var declaring = set("declared declares announced announces confirmed confirms certified certifies counted")

// subject is the name that is the subject of the verb at word i, by the tree.
func (f *finder) subject(i int) (stemma.Span, bool) {
	s := f.node(i).child("nsubj", 0)
	if !s.ok() || s.word().Rel != "nsubj" {
		return stemma.Span{}, false
	}
	return f.actor(s.word().Span)
}

// actor is the name of a person or body that holds s.
func (f *finder) actor(s stemma.Span) (stemma.Span, bool) {
	for _, m := range f.mentions {
		if c := m.Cite.Spans; len(c) == 1 && c[0].Holds(s) && (m.Kind == stemma.Organisation || m.Kind == stemma.Person) {
			return c[0], true
		}
	}
	return stemma.Span{}, false
}

// teller is the one named whose verb of giving a number stands before the
// number at byte at: "The Red Crescent puts the toll at 52".
func (f *finder) teller(at int) (stemma.Span, bool) {
	for i := range f.words {
		if f.words[i].Start >= at {
			break
		}
		if i > 0 && declaring[f.word(i)] {
			if s, ok := f.subject(i); ok {
				return s, true
			}
		}
		if i == 0 || !tellers[f.word(i)] || giving[f.word(i)] && !f.node(i).child("obj", 0).counted() || speaking[f.word(i)] && f.word(i+1) != "of" {
			continue
		}
		k := i - 1
		for k > 0 && (f.word(k) == "has" || f.word(k) == "had" || f.word(k) == "have" || f.word(k) == "still" || f.word(k) == "now" || f.word(k) == ")") {
			if k--; f.word(k+1) == ")" { // "The Valley Union (VU) puts"
				for k > 0 && f.word(k+1) != "(" {
					k--
				}
			}
		}
		if s, ok := f.actor(f.words[k]); ok && s.End == f.words[k].End {
			if p := f.node(i).child("nsubj", 0); p.ok() && p.word().End <= s.Start && p.word().UPOS == "NOUN" && p.phrase().Holds(s) {
				return p.phrase(), true // "the commission under Ana Ruiz gave its answer"
			}
			return s, true
		}
	}
	return stemma.Span{}, false
}

// giving and speaking are tellers' verbs that do other things too: "gave its
// estimate", "spoke of".
var (
	giving   = set("gave gives")
	speaking = set("speak speaks spoke")
)

// counts reports whether a claimant is a number of people asked.
func counts(who string) bool { return percent.MatchString(who) }

var percent = regexp.MustCompile(`(?i)per ?cent|%`)

// told is the subject of the verb of telling that a number hangs from by the
// tree: "homes collapsed and 87,000 people were moved, provincial officials said
// at a news conference", "a total of $76 million, reported the Journal".
func (f *finder) told(n number, measure string) (stemma.Span, bool) {
	for x := f.top(n); x.ok(); x = x.head() {
		verb := node{}
		if p, ok := f.whose(x); ok {
			return p, true
		}
		switch h := x.head(); {
		case x.rel() == "ccomp" && h.ok() && says[h.word().Lemma]:
			verb = h
		case (x.rel() == "obj" || x.rel() == "obl" || x.rel() == "xcomp" || x.rel() == "ccomp" || x.rel() == "advcl") && h.ok() && gives[h.word().Lemma], h.ok() && revised(h):
			verb = h
		case measure == "sentence" && (x.rel() == "obl" || x.rel() == "obj") && h.ok() && decides[h.word().Lemma]:
			verb = h
		case (x.rel() == "obj" || x.rel() == "advcl") && h.ok() && h.i < x.i && shows[h.word().Lemma] && !slices.Contains(f.low[n.to:min(n.to+3, len(f.low))], "lives"): // which floods claim
			verb = h
		default:
			for c := x.child("conj", x.i); c.ok(); c = x.child("conj", c.i+1) { // ", reported the Journal"
				if o := c.child("obj", c.i); o.ok() && c.ws[c.i-1].XPOS == "," && inverted[c.word().Lemma] && !c.child("nsubj", 0).ok() && c.i > f.top(n).i {
					return o.phrase(), true
				}
			}
			for c := x.child("parataxis", 0); c.ok(); c = x.child("parataxis", c.i+1) {
				if says[c.word().Lemma] {
					verb = c
				}
			}
		}
		if !verb.ok() {
			continue
		}
		s := verb.child("nsubj", 0)
		if !s.ok() || s.word().Rel == "nsubj:pass" {
			continue
		}
		if p := s.word().XPOS; p == "WDT" || p == "WP" { // "police, who put the toll at nine"
			if s = verb.head(); !s.ok() || verb.rel() != "acl" {
				continue
			}
		}
		if p := s.word().UPOS; p != "NOUN" && p != "PROPN" && p != "PRON" {
			continue
		}
		if p := s.phrase(); p.Len() < 120 && !f.dateline(p) && !counts(f.a.Text[p.Start:p.End]) && p.Start >= f.words[0].Start && !strings.HasPrefix(f.a.Text[p.Start:], "of ") {
			return p, true
		}
	}
	return stemma.Span{}, false
}

// says are verbs whose clause is what somebody tells, gives those whose object is
// a number that somebody makes.
var (
	says     = set("say tell record report announce document estimate claim confirm reveal show find indicate suggest state add note warn insist declare calculate allege write determine predict forecast project admit acknowledge disclose maintain believe")
	inverted = set("say report write")
	gives    = set("estimate put count tally document forecast project calculate revise trim value speak")
	shows    = set("say show indicate report announce claim confirm disclose declare predict suggest")
)

// dateline reports whether what seems to be a subject is the place a dispatch
// begins with: "ZURICH, April 11 (Reuters) - The committee suspended".
func (f *finder) dateline(p stemma.Span) bool {
	w := f.a.Text[p.Start:p.End]
	return p.Start == f.words[0].Start && strings.HasPrefix(f.a.Text[p.End:], ",") && w == strings.ToUpper(w)
}

// decides are verbs of those who set a penalty.
var decides = set("suspend ban sentence jail imprison detain remand disqualify order impose determine hand give")

// whose is the body whose number a noun is: "the union's own count of 219".
func (f *finder) whose(x node) (stemma.Span, bool) {
	if !x.counted() {
		return stemma.Span{}, false
	}
	c := x.child("nmod", 0)
	if !c.ok() || c.word().Rel != "nmod:poss" {
		return stemma.Span{}, false
	}
	return f.actor(c.word().Span)
}

// revised reports whether a verb is of changing a number of one's own: "raised
// its estimate to 300".
func revised(verb node) bool {
	o := verb.child("obj", 0)
	return o.counted() && (changes[verb.word().Lemma] != "" || verb.word().Lemma == "revise" || verb.word().Lemma == "trim")
}

// counted reports whether x is a word for a number that somebody makes.
func (x node) counted() bool { return x.ok() && estimates[strings.ToLower(x.word().Lemma)] }

var estimates = set("answer count estimate figure forecast guidance number outlook projection tally toll")

// accordingTo is the phrase after "according to", "as announced by", "based on
// data of" in the sentence, and the poll of "in a poll by".
func (f *finder) accordingTo() (stemma.Span, bool) {
	for i := range f.low {
		j := 0
		switch w := f.word(i + 1); {
		case f.word(i) == "according" && w == "to", w == "by" && tellers[f.word(i)] || w == "by" && by[f.word(i)],
			f.word(i) == "based" && w == "on" && slices.ContainsFunc(f.low[i+2:min(i+8, len(f.low))], func(w string) bool { return data[w] }):
			j = i + 2
		case showing[f.word(i)] && i > 2 && (w == "." || w == "") && i+2 >= len(f.low): // ", the centre's analysis shows."
			for k := i - 1; k > max(0, i-10); k-- {
				if f.word(k) == "," {
					return f.span(k+1, i), true
				}
			}
			continue
		case i == 0 && f.word(0) == "in" && (w == "a" || w == "the"):
			for k := 2; k < 9; k++ {
				if f.word(k) == "poll" || f.word(k) == "survey" {
					return f.span(1, k+1), true
				}
			}
			continue
		default:
			continue
		}
		from := j
		for j < len(f.low) && j-from < 12 {
			switch f.word(j) {
			case ",", ".", ";", ":", "which", "who", "that", "said", "-", "–", "—", "(", "on", "show", "shows", "showed":
				if j > from {
					return f.span(from, j), true
				}
				return stemma.Span{}, false
			}
			j++
		}
		if j > from {
			return f.span(from, j), true
		}
	}
	return stemma.Span{}, false
}

// showing are verbs behind a sentence of what a count has shown.
var showing = set("show shows showed suggest suggests suggested indicate indicates indicated")

var data = set("data figures statistics estimates records counts")

// by are participles of numbers that "by" says who made.
var by = set("announced released published compiled provided issued cited confirmed verified collected calculated")
