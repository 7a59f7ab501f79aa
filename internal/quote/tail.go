package quote

import "strings"

// tail passes over what may stand between a verb and what it says, from k:
// "on Tuesday", "in a statement", "the reporters", and returns where it ends.
func (g *segment) tail(k int) int {
	if f, ok := verbs()[g.low(k-1)]; ok && f.object {
		k = g.objectEnd(k)
	}
	if l := g.low(k - 1); g.low(k) == "out" && strings.HasPrefix(l, "point") || g.low(k) == "it" && strings.HasPrefix(l, "put") {
		k++
	}
	for n := 0; k < len(g.toks) && n < 12; n++ {
		t := g.toks[k]
		if t.q != nil {
			return k
		}
		w := t.low
		switch {
		case (w == "more" || w == "most" || w == "about" || w == "less" || w == "even") && g.measured(k+1):
			return k // "said | about half of them", "said | more recent wars"
		case t.word && adverb(t) && w != "both" && w != "all":
			k++
		case (w == "late" || w == "early") && weekdays[g.low(k+1)]:
			k++
		case weekdays[w] || w == "yesterday" || w == "today" || w == "tonight" || w == "overnight" || w == "earlier" || w == "late" && g.low(k+1) == "on":
			if k++; weekdays[w] && partsOfDay[g.low(k)] { // "said Sunday afternoon | that"
				k++
			}
		case g.agoEnd(k) > k:
			k = g.agoEnd(k)
		case (w == "this" || w == "last" || w == "earlier") && timeWords[g.low(k+1)]:
			k += 2
		case (prepositions[w] || w == "during" || w == "after" || w == "before" || w == "through" || w == "via" || w == "ahead" || w == "following" || w == "upon") && w != "as" && w != "of" || w == "of" && k > 0 && g.low(k-1) != "":
			e := g.prepEnd(k)
			if e == k {
				return k
			}
			k = e
		case w == "," && g.asideEnd(k) > k:
			k = g.asideEnd(k)
		case w == "(" && g.closes(k) > 0:
			k = g.closes(k) + 1
		default:
			return k
		}
	}
	return k
}

// partsOfDay may stand behind a weekday.
var partsOfDay = words("morning afternoon evening night noon midday")

// measured reports whether what stands at k is told how much by the word before
// it: a number, a share, a quality.
func (g *segment) measured(k int) bool {
	if k >= len(g.toks) || g.isQ(k) {
		return false
	}
	switch t := &g.toks[k]; t.low {
	case "half", "than", "a", "two-thirds", "one-third", "all":
		return t.low != "a" || g.low(k+1) == "third" || g.low(k+1) == "quarter" || g.low(k+1) == "dozen" || g.low(k+1) == "hundred"
	default:
		return t.tag == "ADJ" || t.xpos == "CD" || t.xpos == "NNS"
	}
}

func (g *segment) closes(k int) int {
	for e := k + 1; e < len(g.toks) && e < k+14; e++ {
		if g.low(e) == ")" {
			return e
		}
	}
	return 0
}

// asideEnd returns the end of ", citing the agency," before "that" or a
// quotation, k where the comma opens no such aside.
func (g *segment) asideEnd(k int) int {
	switch g.low(k + 1) {
	case "citing", "quoting", "according", "as", "in", "on", "speaking", "through", "via", "referring", "after", "during", "at", "without":
	default:
		return k
	}
	for e := k + 2; e < len(g.toks) && e < k+25; e++ {
		if g.isQ(e) {
			return k
		}
		if comma(g.low(e)) || g.low(e) == ":" {
			if g.low(e+1) == "that" || g.isQ(e+1) {
				return e + 1
			}
			return k
		}
	}
	return k
}

// prepEnd returns the end of the phrase a preposition at k begins, k where a
// verb follows: "by saying".
func (g *segment) prepEnd(k int) int {
	e := k + 1
	if strings.HasSuffix(g.low(e), "ing") && !g.toks[e].cap && g.low(e) != "morning" && g.low(e) != "evening" && g.low(e) != "meeting" && g.low(e) != "briefing" && g.low(e) != "hearing" {
		return k
	}
	head := false
	for ; e < len(g.toks); e++ {
		t := g.toks[e]
		w := t.low
		if t.q != nil || !t.word && w != "'" && w != "’" && w != "-" && w != "/" {
			break
		}
		if w == "that" || e > k+14 {
			break
		}
		if prepositions[w] && e > k+1 {
			break
		}
		if pronouns[w] && e > k+1 || determiners[w] && head || leftStops[w] && e > k+1 {
			break
		}
		if weekdays[w] && e > k+1 && head && g.low(k) != "on" {
			break
		}
		// "on Tuesday | security forces", "on Monday | Ruiz had": a day is whole
		if e > k+1 && weekdays[g.low(e-1)] && !timeWords[w] {
			break
		}
		if t.tag == "VERB" && !carriers[w] && !(t.xpos == "VBN" && head) && t.xpos != "VBG" || t.tag == "AUX" {
			// what has a verb is the content: give back its subject
			return k
		}
		if !determiners[w] {
			head = true
		}
	}
	// `called for a "new beginning" in`: the quotation is part of the phrase
	if g.isQ(e) && (determiners[g.low(e-1)] || g.low(e-1) == "to" || g.low(e-1) == "'s" || g.toks[e-1].tag == "ADJ") {
		return k
	}
	return e
}

// objectEnd returns the end of the one spoken to, from k: "told [reporters in
// Lima] that".
func (g *segment) objectEnd(k int) int {
	e := k
	for ; e < len(g.toks) && e < k+24; e++ {
		t := g.toks[e]
		w := t.low
		if s := g.showEnd(e); s > e { // "told the station's "Good Day" that"
			return s
		}
		if t.q != nil || !t.word && w != "'" && w != "’" && w != "/" && w != "&" {
			break
		}
		if w == "that" || w == "to" && e > k || leftStops[w] && e > k || questions[w] && !t.cap {
			break
		}
		if prepositions[w] && w != "of" && e > k {
			break
		}
		if e > k && (pronouns[w] || determiners[w]) && g.low(e-1) != "of" && g.low(e-1) != "and" {
			break
		}
		if pronouns[w] || w == "him" || w == "her" && !g.nounAt(e+1) || w == "them" || w == "us" || w == "me" {
			return e + 1
		}
		if e > k && (weekdays[w] || w == "yesterday" || w == "today" || w == "earlier" || w == "late") {
			break
		}
		// "told Reuters fighting went on": a name ends where small letters begin
		if e > k && !t.cap && t.word && g.toks[e-1].cap && w != "'s" && w != "news" && w != "agency" && w != "and" && w != "newspaper" && w != "television" && w != "radio" && w != "daily" && w != "of" && w != "tv" && g.toks[k].cap {
			break
		}
	}
	return e
}

// showEnd returns the end of a name in quotation marks at e that is no
// quotation, and that a clause follows: `"Good Day" | that`; e if none.
func (g *segment) showEnd(e int) int {
	if g.toks[e].q != nil || g.toks[e].word || e+1 >= len(g.toks) || !g.toks[e+1].cap || family([]rune(g.toks[e].s)[0]) == 0 {
		return e
	}
	for k := e + 1; k < len(g.toks) && k < e+8; k++ {
		t := g.toks[k]
		if t.q != nil {
			return e
		}
		if !t.word && family([]rune(t.s)[0]) != 0 {
			if w := g.low(k + 1); w == "that" || comma(w) || weekdays[w] || prepositions[w] {
				return k + 1
			}
			return e
		}
	}
	return e
}

func (g *segment) nounAt(e int) bool {
	if e >= len(g.toks) || g.toks[e].q != nil {
		return false
	}
	return g.toks[e].word && g.low(e) != "that" && !pronouns[g.low(e)] && !determiners[g.low(e)]
}

// agoEnd returns the end of "a few years earlier", "two weeks ago" at k, k if
// none stands there.
func (g *segment) agoEnd(k int) int {
	e := k
	for e < k+4 && (determiners[g.low(e)] || isNumber(g.low(e)) || g.low(e) == "few" || g.low(e) == "couple" || g.low(e) == "of") {
		e++
	}
	if e == k || !timeWords[g.low(e)] {
		return k
	}
	switch g.low(e + 1) {
	case "ago", "earlier", "later", "before":
		return e + 2
	}
	return k
}
