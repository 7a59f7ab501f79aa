package quote

import "strings"

// reports tells whether the verb form at c can be one that reports here: no
// noun ("the report said" of report), no participle of another thing.
func (r *reader) reports(g *segment, c int, f form) bool {
	t := g.toks[c]
	prev := g.low(c - 1)
	if f.lemma == "point" && g.low(c+1) != "out" || f.lemma == "put" && (g.low(c+1) != "it" || f.base && !pronouns[prev] && !g.isQ(c+2) && !comma(g.low(c+2))) {
		return false
	}
	if f.class == "relay" && f.lemma != "relay" {
		return false
	}
	if (t.tag == "NOUN" || t.tag == "PROPN" || t.tag == "ADJ") && !(t.tag == "NOUN" && nominatives[g.low(c-1)] && g.low(c+1) == "that") {
		return false
	}
	if f.lemma == "call" && c > 0 && t.xpos == "VBN" && g.toks[c-1].tag == "NOUN" && r.relation(t.Start) == "acl" && !g.perfect(c) {
		return false // "a class called "Water""
	}
	if f.noun && c > 0 && t.xpos == "VBN" && (r.relation(t.Start) == "acl" || comma(prev) || adverb(g.toks[c-1])) && !g.perfect(c) { // "papers later deemed secret"
		return false
	}
	if t.cap && c > 0 && !g.isQ(c-1) && g.low(c-1) != ":" {
		return false
	}
	if prev == "to" && g.goingOn(c) {
		return true
	}
	if prev == "to" || prev == "not" || prev == "n't" || strings.HasSuffix(prev, "n't") || prev == "never" {
		return false // "refused to say", "did not say"
	}
	for k := c + 1; k < c+7 && k < len(g.toks); k++ {
		switch g.low(k) {
		case "named", "identified", "anonymous", "anonymity": // "asked not to be named"
			if f.class == "asked" || f.class == "ordered" {
				return false
			}
		case "guilty": // "found Ruiz guilty" is a deed of a court
			if f.lemma == "find" && !g.finds(c+1, k) {
				return false
			}
		}
	}
	switch prev {
	case "is", "are", "was", "were", "be", "been", "being", "'s":
		// "was told", "is said to be": another speaks; "is saying" speaks
		if !f.ing {
			return false
		}
	case "would", "could", "should", "might", "may", "can", "must", "will":
		if f.lemma != "say" && f.lemma != "add" && f.lemma != "argue" {
			return false
		}
		return prev == "would" || prev == "will"
	case "so": // "the so called"
		return f.lemma != "call"
	case "the", "a", "an", "this", "these", "those", "their", "his", "her", "its", "no", "any", "such", "some", "of":
		return prev == "some" && t.finite() && r.relation(g.toks[c-1].Start) == "nsubj" // "Some said"
	}
	if f.base && adverb(g.toks[max(0, c-1)]) {
		switch g.low(c - 2) {
		case "would", "could", "should", "might", "may", "can", "must", "will":
			return false // "should formally declare"
		}
	}
	if f.base {
		if prev == "" || determiners[prev] && prev != "those" {
			return false
		}
	}
	return true
}

// perfect reports whether a form of "have" stands before the participle at c,
// or a conjunction that may join it to one.
func (g *segment) perfect(c int) bool {
	p := c - 1
	for p > 0 && !g.isQ(p) && adverb(g.toks[p]) {
		p--
	}
	return haves[g.low(p)]
}

var haves = words("has have had 've 'd having and or 's")

// goingOn reports whether the "say" at c stands in "went on to say".
func (g *segment) goingOn(c int) bool {
	switch g.low(c - 3) {
	case "went", "goes", "go":
		return g.low(c-2) == "on"
	}
	return g.low(c-2) == "continued"
}

// progressive reports whether the "saying" at c stands in "is saying".
func (g *segment) progressive(c int) bool {
	p := c - 1
	for p > 0 && g.toks[p].q == nil && adverb(g.toks[p]) {
		p--
	}
	switch w := g.low(p); w {
	case "is", "are", "was", "were", "been":
		return true
	case "'s", "'re":
		return pronouns[g.low(p-1)] || g.low(p-1) == "they"
	}
	return false
}

// anyone are words for none in particular: "anyone who says".
var anyone = words("anyone anybody everyone everybody someone somebody nobody those")

// antecedent is the noun phrase that ends at p, before "who": of "a woman
// shouted at Ruiz, who" the name alone.
func (g *segment) antecedent(p int) (from, to int) {
	from, to = g.phraseBack(p)
	for k := from + 1; k < to-1; k++ {
		t := g.toks[k]
		if prepositions[t.low] && g.toks[k+1].cap && t.low != "of" && t.low != "for" && (g.toks[k-1].tag == "VERB" || g.toks[k-1].xpos == "VBD") ||
			prepositions[t.low] && (g.toks[from].xpos == "VBN" || g.toks[from].xpos == "VBD" || sayings[g.low(k-1)] && t.low == "of") { // "spoken by phone with a driver, who"
			from = k + 1
		}
	}
	return from, to
}

// relative reports whether the phrase at sf follows "that" or "which" that it
// is the subject within, and no quotation: "the plan that Ruiz announced".
func (g *segment) relative(sf int) bool {
	return g.low(sf-1) == "which" && !prepositions[g.low(sf-2)] || g.low(sf-1) == "whom"
}
