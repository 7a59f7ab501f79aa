package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/outlet"
)

// generic are the words by which a page names the press without a name.
var generic = []string{"news agencies", "news agency", "state media", "state television", "state tv", "state radio", "local media", "state broadcaster", "public broadcaster", "newspapers", "newspaper", "broadcaster", "news website", "news site", "news outlet", "local press", "state news agency", "the agency", "local radio", "national radio", "national television", "media reports", "media outlets", "russian media", "the press", "local newspapers", "private radio", "magazine", "a daily", "news portal", "news channel", "tv channel", "agencies", "local television", "state-run media", "media"}

// press returns the outlet or press that units i to j name, ok false if none.
func (r *reader) press(s stemma.Span) (teller, bool) {
	words := r.a.Text[s.Start:s.End]
	if len(words) > 120 {
		return teller{}, false
	}
	if i := strings.IndexAny(words, ","); i > 0 {
		words = words[:i]
	}
	fs := outlet.FindIn(words)
	if len(fs) > 0 {
		o := fs[len(fs)-1]
		// "the head of RIA", "a Reuters photographer" are persons
		low := strings.ToLower(words)
		rest := strings.ToLower(strings.TrimSpace(words[o.End:]))
		if !strings.Contains(strings.ToLower(words[:o.Start]), " of ") && (rest == "" || pressTail(rest)) && !strings.Contains(low, "analyst") {
			return teller{span: stemma.Span{Start: s.Start + fs[0].Start, End: s.Start + fs[0].End}, name: words[fs[0].Start:fs[0].End]}, true
		}
		return teller{}, false
	}
	low := strings.ToLower(words)
	// the page's own outlet, in no table: "told the Lake Courier"
	if own := strings.ToLower(strings.TrimPrefix(r.a.Outlet, "The ")); len(own) > 3 && strings.TrimPrefix(low, "the ") == own {
		return teller{span: stemma.Span{Start: s.Start, End: s.Start + len(words)}, name: words}, true
	}
	if o, ok := outlet.Lookup(strings.TrimPrefix(low, "the ")); ok && (strings.HasPrefix(words, "The ") || strings.HasPrefix(words, "the ") || !o.Common) && words != low {
		return teller{span: stemma.Span{Start: s.Start, End: s.Start + len(words)}, name: words}, true
	}
	if at, medium := pressFront(words); at > 0 {
		if name := words[at:]; !pressNouns[strings.ToLower(name)] && titled(name) && (medium || pressName(strings.Fields(name))) {
			return teller{span: stemma.Span{Start: s.Start + at, End: s.Start + len(words)}, name: name, medium: true}, true
		}
	}
	if w := strings.Fields(strings.TrimPrefix(strings.TrimPrefix(words, "the "), "The ")); len(w) >= 2 && len(w) <= 5 && pressName(w) {
		return teller{span: stemma.Span{Start: s.Start, End: s.Start + len(words)}, name: words}, true
	}
	for _, g := range generic {
		if strings.HasSuffix(low, g) || strings.Contains(low, g+" ") && !strings.Contains(low, " of ") && !strings.Contains(low, " for ") {
			return teller{span: stemma.Span{Start: s.Start, End: s.Start + len(words)}, name: words}, true
		}
	}
	return teller{}, false
}

// pressNouns are nouns of media before their names, pressKinds what may stand
// before these.
var (
	pressNouns = words("broadcaster newspaper paper daily weekly channel station network website site portal agency outlet magazine tabloid television radio tv podcast")
	pressKinds = words("the a an state-run state-owned state-controlled state government-owned government-run pro-government public private privately-owned local national regional independent opposition semi-official leading online influential popular english-language news business financial satellite community its")
)

// pressFront is where the name begins behind words for what medium it is, 0 where
// no such words stand before it; medium tells that one of them names a medium:
// "the newspaper Correo del Sur", "state-run Radio Nepal".
func pressFront(s string) (at int, medium bool) {
	for {
		w, _, ok := strings.Cut(s[at:], " ")
		low := strings.ToLower(w)
		if !ok || !pressNouns[low] && !pressKinds[low] || w != low && low != "the" {
			break
		}
		medium = medium || pressNouns[low]
		at += len(w) + 1
	}
	return at, medium
}

// titled reports whether all words of a name but small ones begin with a capital.
func titled(s string) bool {
	ws := strings.Fields(s)
	for i, w := range ws {
		if c, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(c) && (i == 0 || !joining[w]) {
			return false
		}
	}
	return len(ws) > 0 && len(ws) <= 5
}

var pressEnds = words("radio tv television news times post herald tribune gazette star observer chronicle journal press sports daily mail mirror telegraph telegram standard sun courier argus inquirer bulletin examiner messenger nation voice dispatch register mercury")

// pressName reports whether the words are a name such as papers and stations
// bear: "Radio Fides", "Lakeside Herald".
func pressName(w []string) bool {
	for _, x := range w {
		if x[0] < 'A' || x[0] > 'Z' {
			return false
		}
	}
	return w[0] == "Radio" || w[0] == "TV" || w[0] == "Channel" || pressEnds[strings.ToLower(w[len(w)-1])]
}

// pressTail reports whether what follows an outlet's name is still the outlet.
func pressTail(rest string) bool {
	for _, w := range strings.Fields(rest) {
		switch strings.Trim(w, ".,()") {
		case "news", "agency", "newspaper", "television", "tv", "radio", "daily", "magazine", "website", "broadcaster", "'s", "’s", "persian", "burmese", "arabic", "russian", "service", "channel", "and", "online", "world", "site", "network", "on", "in", "reported", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "report", "reports", "(state-run)", "later":
		default:
			if _, ok := outlet.Lookup(strings.Trim(w, ".,()")); !ok {
				return false
			}
		}
	}
	return true
}

// tellerOf is the teller a speaker's words name, press or not.
func (r *reader) tellerOf(s stemma.Span) teller {
	if t, ok := r.press(s); ok {
		return t
	}
	return teller{span: s, name: r.a.Text[s.Start:s.End]}
}

// carriers are the words after which a preposition names who passed it on:
// "remarks carried by X".
var carriers = words("read shown reported quoted cited carried published broadcast aired released posted run translated relayed shown printed distributed issued televised seen obtained")

// tellers returns who units i to j say passed it on, nearest the speaker
// first: "told X", "as reported by X", "in an interview with X", "citing X".
func (r *reader) tellers(g *segment, i, j int) []teller {
	var out []teller
	// named takes a name that no table knows: "as quoted by the Solomon Star"
	put := func(a, b int, named bool) {
		if g.low(a) == "this" {
			return // "told this newspaper": the page's own
		}
		for a < b && (determiners[g.low(a)] && g.low(a) != "the" && g.low(a) != "several") {
			a++
		}
		if a >= b {
			return
		}
		quoted := b-a > 2 && b <= len(g.toks) && !g.toks[a].word && !g.toks[b-1].word && !g.isQ(a) && strings.ContainsAny(g.toks[a].s, "\"“”«»„")
		if quoted { // "told "Vesti Limy" that"
			a, b, named = a+1, b-1, true
		}
		t, ok := r.press(g.span(a, b))
		if !ok && named && g.proper(a, b) {
			t, ok = teller{span: g.span(a, b), name: r.a.Text[g.toks[a].Start:g.toks[b-1].End]}, true
		}
		if ok {
			for _, o := range out {
				if o.span == t.span {
					return
				}
			}
			out = append(out, t)
		}
	}
	for k := i; k < j && k < len(g.toks); k++ {
		w := g.low(k)
		f := verbs()[w]
		switch {
		case f.object && k == i:
			put(k+1, min(g.objectEnd(k+1), j), false)
		case (w == "by" || w == "on" || w == "in" || w == "via") && carriers[g.low(k-1)]:
			put(k+1, min(g.nounEnd(k+1), j), w == "by")
		case (w == "with" || w == "to" || w == "for" || w == "by" || w == "on" || w == "published") && g.near(k, "interview", 4):
			put(k+1, min(g.nounEnd(k+1), j), false)
		case w == "to" && refrains[g.low(k-1)]:
			// "not allowed to speak to the press" passes nothing on
		case w == "to" || w == "on":
			e := min(g.nounEnd(k+1), j)
			if w == "to" || g.near(k, "speaking", 3) || g.near(k, "appearing", 3) {
				put(k+1, e, false)
			} else if t, ok := r.press(g.span(k+1, e)); ok && strings.HasPrefix(t.name, "state ") {
				put(k+1, e, false)
			} else if e > k+1 && g.toks[k+1].cap {
				if o, ok := outlet.Lookup(r.a.Text[g.toks[k+1].Start:g.toks[e-1].End]); ok && o.Kind == outlet.Broadcaster {
					put(k+1, e, false)
				}
			}
		case (w == "according") && g.low(k+1) == "to":
			put(k+2, min(g.nounEnd(k+2), j), k > i)
		}
		// "his interview", "a Reuters interview", "RIA reported"
		if f.lemma == "report" && k > i && !f.ing {
			if sf, st := g.subjectBefore(k); st > sf && sf >= i {
				put(sf, st, false)
			}
		}
	}
	return out
}

// refrains are the forms that only tell of leave to speak.
var refrains = words("speak talk")

// proper reports whether units i to j are a proper name, an article aside.
func (g *segment) proper(i, j int) bool {
	if i < j && g.low(i) == "the" {
		i++
	}
	return i < j && g.toks[i].cap && !weekdays[g.low(i)] && !months[g.low(i)]
}

// near reports whether word stands among the n units before k.
func (g *segment) near(k int, word string, n int) bool {
	for i := k - 1; i >= 0 && i >= k-n; i-- {
		if g.low(i) == word {
			return true
		}
	}
	return false
}

// nounEnd returns the end of the noun phrase at k.
func (g *segment) nounEnd(k int) int {
	e := k
	for e < len(g.toks) && e < k+16 {
		t := g.toks[e]
		if t.q != nil || !t.word && t.s != "'" && t.s != "’" && t.s != "/" && t.s != "&" {
			break
		}
		if e > k && (leftStops[t.low] || prepositions[t.low] && t.low != "of" || weekdays[t.low] || t.low == "yesterday" || pronouns[t.low]) {
			break
		}
		if f, ok := verbs()[t.low]; ok && e > k && !t.cap && (f.ing || carriers[t.low] || t.low == "published") {
			break
		}
		if t.low == "and" && e+1 < len(g.toks) && !g.toks[e+1].cap {
			break
		}
		if e > k && (t.low == "late" || t.low == "earlier") {
			break
		}
		e++
	}
	return e
}

// nounOn is the end of the noun phrase at k with those that hang on it: "the head of
// the port in Lima", "a source close to the talks".
func (g *segment) nounOn(k int) int {
	e := g.nounEnd(k)
	for e > k {
		switch g.low(e) {
		case "in", "at", "by", "from", "on", "for", "with", "close", "to":
		default:
			return e
		}
		n := g.nounEnd(e + 1)
		if n <= e+1 || g.low(e) == "on" && weekdays[g.low(e+1)] || g.low(e) == "to" && g.low(e-1) != "close" || prepositions[g.low(n-1)] || g.low(n) == "than" {
			return e
		}
		e = n
	}
	return e
}

// addressee sets the one spoken to: "told Ruiz", "said to his guests". The
// press is a teller, not an addressee.
func (r *reader) addressee(g *segment, c int, f form, x *attribution) {
	i, j := 0, 0
	if f.object {
		i = c + 1
		for i < len(g.toks) && g.toks[i].q == nil && adverb(g.toks[i]) {
			i++
		}
		j = g.objectEnd(i)
	} else {
		end := min(g.tail(c+1), len(g.toks)) // "said the boats had been sent to Lima" speaks to nobody
		for k := c + 1; k < end && g.toks[k].word; k++ {
			if (g.low(k) == "to" || g.low(k) == "on" && f.lemma == "call") && f.lemma != "add" && k+1 < end && g.low(k-1) != "according" && f.lemma != "vow" && f.lemma != "pledge" {
				if e := g.nounEnd(k + 1); e > k+1 && (g.toks[k+1].cap || determiners[g.low(k+1)] || g.low(k+1) == "reporters" || g.low(k+1) == "journalists") {
					i, j = k+1, e
				}
				break
			}
		}
	}
	for j > i && j <= len(g.toks) && (prepositions[g.low(j-1)] || determiners[g.low(j-1)]) && !objects[g.low(j-1)] {
		j--
	}
	if w := g.low(i); j <= i || j > len(g.toks) || prepositions[w] || w == "to" || w == "," || weekdays[w] {
		return
	}
	s := g.span(i, j)
	if _, ok := r.press(s); ok && g.low(i) != "this" { // "this newspaper" is the page's own
		return
	}
	x.to2 = s
}

// according reads "according to X", at either end of what X says.
func (r *reader) according(si int) {
	g := &r.segments[si]
	for k := 0; k+2 < len(g.toks); k++ {
		w := g.low(k)
		if !(w == "according" && g.low(k+1) == "to" || w == "as" && g.low(k+1) == "per") {
			continue
		}
		n := k + 2
		e := g.nounOn(n)
		if e <= n || r.inSegment(si, k) {
			continue
		}
		if e+1 < len(g.toks) && carriers[g.low(e)] && g.low(e+1) == "by" { // "a transcript published by X"
			e = max(e, g.nounEnd(e+2))
		}
		x := attribution{seg: si, rule: "according", stance: "said", speaker: g.span(n, e), cue: g.span(k, k+2), cFrom: k, cTo: e, verb: verb{lemma: "according", class: "neutral"}}
		r.document(g, n, e, &x)
		if w == "as" && r.mention(x.speaker) == "" && !papers[g.low(e-1)] && g.toks[e-1].xpos != "NNS" {
			continue // "as per usual"
		}
		end := e
		for end < len(g.toks) && !comma(g.low(end)) && g.low(end) != "." && !g.isQ(end) {
			end++
		}
		x.when = g.span(k, end)
		x.tellers = append(x.tellers, r.tellers(g, e, min(len(g.toks), end+12))...)
		if k == 0 || !g.toks[k-1].word && k <= 1 { // "According to Ruiz, ..."
			from := e
			for d := 0; from < len(g.toks) && d < 30 && !comma(g.low(from)) && !g.isQ(from) && g.low(from) != ":"; d++ {
				from++
			}
			if w := g.low(from + 1); comma(g.low(from)) && (w == "citing" || w == "quoting") {
				if e := g.nounEnd(from + 2); comma(g.low(e)) {
					from = e
				}
			}
			if g.low(from) == ":" && from+2 == len(g.toks) && g.isQ(from+1) {
				x.content(g, from+1, from+2)
				r.add(x)
				continue
			}
			if from+1 < len(g.toks) {
				x.content(g, from, r.contentEnd(si, from+1))
				r.add(x)
			}
			continue
		}
		start := 0
		for i := k - 1; i > 0; i-- {
			if g.low(i) == ";" {
				start = i + 1
				break
			}
		}
		start = g.leads(start, k)
		// mid-sentence: "The plan, according to Ruiz, is ready."
		x.content(g, start, k)
		if end+1 < len(g.toks) && comma(g.low(end)) && comma(g.low(k-1)) && start < k-1 && (r.verbal(g, end+1) || r.reaches(g, k, start, k-1, end+1)) {
			y := x
			y.content(g, end+1, r.contentEnd(si, end+2))
			x = y
		}
		r.add(x)
	}
}

// inSegment reports whether unit k stands in the clause of an attribution of
// its own segment.
func (r *reader) inSegment(si, k int) bool {
	for n := len(r.found) - 1; n >= 0 && r.found[n].seg == si; n-- {
		if r.found[n].cFrom <= k && k < r.found[n].cTo {
			return true
		}
	}
	return false
}

// document takes the one who speaks through a paper out of its words: of "a
// report by the union" the union.
func (r *reader) document(g *segment, i, j int, x *attribution) {
	for k := i + 1; k < j; k++ {
		if w := g.low(k); (w == "by" || w == "from") && (papers[g.low(k-1)] || carriers[g.low(k-1)]) {
			if t, ok := r.press(g.span(k+1, j)); ok {
				x.speaker = t.span
				return
			}
			x.speaker = g.span(k+1, j)
			return
		}
	}
}

var papers = words("report reports statement statements letter study survey post tweet article memo document documents communique communiqué message filing survey data figures transcript account tally count")
