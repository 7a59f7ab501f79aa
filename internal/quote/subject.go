package quote

import "strings"

// adverbs can stand between a subject and its verb.
var adverbs = words("also later then again once twice still even only just earlier previously recently first repeatedly reportedly initially now already today yesterday tonight himself herself themselves itself both all too never always often sometimes simply quickly soon however meanwhile instead afterwards subsequently privately publicly bluntly further")

// bes are forms of "be" that have a subject.
var bes = words("is was are were")

// auxiliaries stand before a verb form that can report.
var auxiliaries = words("has have had would will could should might may must can 'd 've 'll did do does is are was were be been being to")

var weekdays = words("monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun")

var months = words("january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec")

var timeWords = words("today yesterday tonight tomorrow earlier later monday tuesday wednesday thursday friday saturday sunday morning afternoon evening night week month year noon midnight late early last this local time overnight weekend january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec day days weeks months years ago")

// leftStops end a noun phrase read from its end to the left.
var leftStops = words("that because although though while whereas when where if unless until since before after as so but or nor than whether which who whom whose what how why is are was were be been has have had do does did will would could should can may might must not n't says said told added reported then there thus however into onto over under again about because during amid despite yet via until towards toward upon without among between through according")

var prepositions = words("of for in at from to with on by about against near under within inside outside across behind into as")

var determiners = words("the a an this that these those his her its their our my your some several many most two three four five six seven eight nine ten one another other no any each every both all few dozens hundreds thousands")

var pronouns = words("he she they i we you it who one")

// objects are pronouns that are no subject.
var objects = words("him her them us me")

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

func adverb(t tk) bool {
	return adverbs[t.low] || t.tag == "ADV" && !t.cap && !leftStops[t.low] || len(t.low) > 4 && strings.HasSuffix(t.low, "ly") && !t.cap && t.low != "family" && t.low != "assembly" && t.low != "italy" && t.low != "ally" && t.low != "anomaly" && t.low != "monopoly" && t.low != "weekly" && t.low != "daily"
}

func comma(w string) bool { return w == "," }

func dash(w string) bool { return w == "—" || w == "–" || w == "-" || w == "--" }

// subjectBefore returns the noun phrase that ends before the verb at c, empty
// if none does. What stands between, "on Tuesday also", is passed over.
func (g *segment) subjectBefore(c int) (from, to int) {
	p := c - 1
	for n := 0; n < 8 && p >= 0; n++ {
		t := g.toks[p]
		switch {
		case t.q != nil:
			return 0, 0
		case t.word && (adverb(t) || auxiliaries[t.low] && t.low != "may" && t.low != "to") && t.low != "'s" || t.low == "'s" && p+1 < c && g.progressive(c):
			p--
			continue
		case t.word && timeWords[t.low] && p > 0 && !(months[t.low] && t.low == "may" && !t.cap):
			if k := g.timeBack(p); k < p {
				p = k
				continue
			}
		}
		break
	}
	if p < 0 || g.toks[p].q != nil {
		return 0, 0
	}
	if comma(g.low(p)) {
		return g.overAside(p)
	}
	if g.low(p) == ")" {
		for k := p - 1; k > 0 && p-k < 12; k-- {
			if g.low(k) == "(" {
				p = k - 1
				break
			}
		}
	}
	from, to = g.phraseBack(p)
	if n := from - 1; to > from && n >= 0 && (n == 0 || g.isQ(n-1) || comma(g.low(n-1))) && strings.HasSuffix(g.low(n), "ed") && g.toks[n].tag == "VERB" {
		from-- // `"...," retired Gen. Ana Ruiz said`
	}
	return from, to
}

// timeBack returns the unit before a time phrase that ends at p: of "late on
// Tuesday" the one before "late"; p itself where there is none.
func (g *segment) timeBack(p int) int {
	k := p
	for k >= 0 && g.toks[k].q == nil && (timeWords[g.low(k)] || isNumber(g.low(k))) {
		k--
	}
	if w := g.low(k); w == "on" || w == "in" || w == "at" || w == "earlier" || w == "late" || w == "early" {
		k--
		for w := g.low(k); w == "late" || w == "early" || w == "earlier" || w == "later"; w = g.low(k) {
			k--
		}
		return k
	}
	if w := g.low(p); weekdays[w] || w == "week" || w == "month" || w == "year" || w == "today" || w == "yesterday" || w == "morning" || w == "night" {
		return k
	}
	return p
}

func isNumber(w string) bool { return w != "" && w[0] >= '0' && w[0] <= '9' }

// overAside passes over what stands between commas after a noun phrase:
// "Ana Ruiz, who leads the union," and returns the phrase.
func (g *segment) overAside(p int) (from, to int) {
	for k := p - 1; k >= 0 && p-k < 40; k-- {
		if g.toks[k].q != nil {
			continue
		}
		if comma(g.low(k)) {
			if k == 0 {
				return 0, 0
			}
			if g.low(k-1) == ")" { // "Ana Ruiz (Green), head of the union, said"
				if o := g.openBack(k - 1); o > 0 {
					if f, t := g.phraseBack(o - 1); t > f {
						return f, t
					}
				}
			}
			// "Ruiz, 41, mayor of X, said": the aside has parts
			if f, t := g.phraseBack(k - 1); t > f && !clauseStarts[g.low(k+1)] {
				if f > 1 && comma(g.low(f-1)) && t-f <= 8 && g.namedBefore(f-1) {
					f2, t2 := g.phraseBack(f - 2)
					if t2 > f2 && !g.fronted(f2) && g.toks[f2].xpos != "VBN" || t2 <= f2 && !g.setting(f-1) {
						return f2, t2
					} // else "Alarmed by news from Lima, Ana Ruiz, the mayor, said"
				}
				return f, t
			}
			return 0, 0
		}
	}
	return 0, 0
}

// fronted reports whether the phrase at f tells when or how and is no subject:
// "on Tuesday", "after winning".
func (g *segment) fronted(f int) bool {
	t := g.toks[f]
	if t.xpos == "VBG" || t.xpos == "VBN" || weekdays[t.low] || timeWords[t.low] || prepositions[t.low] {
		return true
	}
	for _, w := range []string{t.low, g.low(f - 1)} {
		switch w {
		case "after", "before", "during", "since", "following", "amid", "until":
			return true
		}
	}
	return prepositions[g.low(f-1)]
}

// setting reports whether what a sentence opens with, up to the comma at k, says
// where: "In San Marcos, Ana Ruiz, the mayor, said".
func (g *segment) setting(k int) bool {
	i := k - 1
	for i > 0 && g.toks[i].cap && g.toks[i].word {
		i--
	}
	w := g.low(i)
	return i == 0 && i < k-1 && (w == "in" || w == "at" || w == "near" || w == "outside")
}

// namedBefore reports whether a name ends before the comma at k.
func (g *segment) namedBefore(k int) bool {
	return k > 0 && g.toks[k-1].q == nil && g.toks[k-1].cap && g.toks[k-1].word
}

// clauseStarts begin a clause of its own rather than an aside.
var clauseStarts = words("but and so he she it they we i there because although")

// phraseBack returns the noun phrase that ends with unit p.
func (g *segment) phraseBack(p int) (from, to int) {
	to = p + 1
	if p < 0 || g.toks[p].q != nil || !g.toks[p].word {
		return 0, 0
	}
	w := g.low(p)
	if pronouns[w] {
		return p, to
	}
	if leftStops[w] || prepositions[w] && w != "on" {
		return 0, 0
	}
	k := p
	for k >= 0 && to-k <= 25 {
		t := g.toks[k]
		if t.q != nil {
			break
		}
		if !t.word && t.s != "&" && t.s != "/" && t.s != "'" && t.s != "’" && t.s != "." {
			// a letter that was spoilt on its way: "Fran§ois"
			if k > 0 && k < p && g.toks[k-1].End == t.Start && g.toks[k+1].Start == t.End && g.toks[k-1].word && g.toks[k+1].word && t.s != "," && !dash(t.s) {
				k--
				continue
			}
			// "(AAPP)" within a name
			if t.s == ")" {
				if o := g.openBack(k); o > 0 {
					k = o - 1
					continue
				}
			}
			break
		}
		if t.word && leftStops[t.low] && !(t.low == "may" && t.cap) && !(t.low == "that" && k == p) {
			break
		}
		if t.word && k < p && pronouns[t.low] && t.low != "one" {
			break
		}
		if t.low == "and" && !g.coordinates(k, to) {
			break
		}
		if t.finite() && k < p && !t.cap && !(prepositions[g.low(k+1)] && strings.HasSuffix(t.low, "ed")) || t.tag == "AUX" || t.tag == "SCONJ" {
			break
		}
		k--
	}
	from = k + 1
	for from < to {
		w := g.low(from)
		if prepositions[w] || w == "and" || w == "," || w == "'s" || w == "." || w == "/" || w == "'" || adverbs[w] && w != "both" && w != "all" && w != "first" || timeWords[w] && !g.toks[from].cap && w != "last" && w != "local" && w != "late" || weekdays[w] && from+1 < to {
			if prepositions[w] && from+1 < to { // "In Lima officials said", "on Monday a source"
				n := g.phraseEnd(from+1, to)
				if n < to {
					from = n
					continue
				}
				return 0, 0
			}
			from++
			continue
		}
		if n := g.low(from + 1); w == "last" && from+2 < to && (weekdays[n] || n == "week" || n == "month" || n == "year" || n == "night") {
			from += 2 // "last Thursday Norda reported"
			continue
		}
		break
	}
	if from >= to || !g.nominal(to-1) {
		return 0, 0
	}
	return from, to
}

// nominal reports whether unit i can end a noun phrase, as far as tags tell.
func (g *segment) nominal(i int) bool {
	switch g.low(i) {
	case "them", "him", "us", "me":
		return false // "letting them decide"
	}
	switch t := g.toks[i]; t.tag {
	case "VERB", "AUX", "ADV", "ADP", "SCONJ", "CCONJ":
		return t.cap || t.xpos == "VBG" && g.low(i-1) == "'s" || // "Ruiz's thinking"
			t.low == "accused" || t.low == "injured" || t.low == "wounded"
	}
	return true
}

// phraseEnd returns the end of a time or place after a preposition at the
// start of a clause: "on Monday | a source".
func (g *segment) phraseEnd(i, to int) int {
	k := i
	for k < to && (timeWords[g.low(k)] || isNumber(g.low(k))) {
		k++
	}
	if k > i {
		return k
	}
	if determiners[g.low(i)] { // "In a brief statement | the firm", "In its reply | Norda"
		for k = i + 1; k < to && !prepositions[g.low(k)]; k++ {
			if k > i+1 && (determiners[g.low(k)] || pronouns[g.low(k)] || g.toks[k].cap && tailNouns[g.low(k-1)]) {
				return k
			}
		}
	}
	return to
}

func (g *segment) openBack(k int) int {
	for o := k - 1; o >= 0 && k-o < 10; o-- {
		if g.low(o) == "(" {
			return o
		}
	}
	return 0
}

// coordinates reports whether the "and" at k joins two noun phrases, the
// second of which ends at to: "the army and police said". What stands before
// must be a name or noun as short as the second.
func (g *segment) coordinates(k, to int) bool {
	if k == 0 || g.toks[k-1].q != nil || !g.toks[k-1].word {
		return false
	}
	if to-k > 9 || pronouns[g.low(k+1)] || g.toks[k+1].finite() && !g.toks[k+1].cap {
		return false
	}
	a, b := g.toks[k-1], g.toks[k+1]
	if a.cap && b.cap {
		return true
	}
	if a.tag != "" {
		return (a.tag == "NOUN" || a.tag == "PROPN") && !determiners[b.low] || a.tag == "NOUN" && to-k <= 4 && k <= 4
	}
	return !a.cap && !b.cap && !determiners[b.low] && k <= 4
}

// subjectAfter returns the noun phrase that begins after the verb at c: of
// `said Ana Ruiz, head of the union.` the name alone.
func (g *segment) subjectAfter(c int) (from, to int) {
	from = c + 1
	for from < len(g.toks) && g.toks[from].q == nil && adverb(g.toks[from]) {
		from++
	}
	k := from
	for k < len(g.toks) && k-from < 22 {
		t := g.toks[k]
		if t.q != nil || !t.word && t.s != "&" && t.s != "/" && t.s != "'" && t.s != "’" {
			break
		}
		if k > from && (leftStops[t.low] && t.low != "may" || t.low == "along" || t.low == "and" && !(g.toks[k-1].cap && k+1 < len(g.toks) && g.toks[k+1].cap)) {
			break
		}
		if k > from && (t.low == "in" || t.low == "on" || t.low == "at" || t.low == "to" || t.low == "during" || t.low == "from" || t.low == "with" || t.low == "by" || t.low == "through" || t.low == "for") {
			if g.tailPhrase(k) {
				break
			}
		}
		if k > from && timeWords[t.low] && (!t.cap || weekdays[t.low] || months[t.low]) && t.low != "late" && t.low != "local" {
			break
		}
		k++
		if pronouns[t.low] && !(t.low == "one" && k < len(g.toks) && (g.toks[k].tag == "NOUN" || g.low(k) == "of")) {
			break
		}
	}
	to = k
	for to > from && (g.low(to-1) == "'" || prepositions[g.low(to-1)]) {
		to--
	}
	if to <= from || leftStops[g.low(from)] || prepositions[g.low(from)] {
		return 0, 0
	}
	// "said to reporters", "said in Lima": no subject
	if t := g.toks[from]; !t.cap && !determiners[t.low] && !pronouns[t.low] && t.tag != "NOUN" && t.tag != "ADJ" && t.tag != "NUM" && t.tag != "" && t.tag != "PROPN" {
		return 0, 0
	}
	return from, to
}

var tailNouns = words("statement interview speech telegram twitter facebook tweet post letter email e-mail report message telephone phone video television tv radio court parliament moscow washington reporters journalists conference briefing meeting hearing remarks comments address visit rally debate monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december talks response reply reference written televised online press news broadcast condition")

// tailPhrase reports whether the preposition at k begins a phrase about the
// telling (when, where, how) rather than about the one who tells.
func (g *segment) tailPhrase(k int) bool {
	for i := k + 1; i < len(g.toks) && i < k+6; i++ {
		t := g.toks[i]
		if t.q != nil || !t.word {
			return false
		}
		if tailNouns[t.low] {
			return true
		}
	}
	return g.low(k) == "during" || g.low(k) == "through" && g.low(k+1) == "a"
}
