package figure

import "strings"

// term is what a length of time counts where it is a penalty or its like: "28
// years of prison", "sentenced to six years", "a 12-month suspension"; "" where
// it is none.
func (f *finder) term(n number) string {
	if n.value == nil && n.high == nil {
		return ""
	}
	i := n.to
	if f.word(i) == "-" {
		i++
	}
	unit := spells[f.word(i)]
	if unit == "" {
		return f.kept(n)
	}
	for k := i + 1; k < i+5; k++ {
		switch w := f.word(k); {
		case prisons[w]:
			return unit + " in prison"
		case bans[w] != "" && !prisons[f.word(k+1)]: // no "suspended sentence"
			return unit + " of " + bans[w]
		case w == "," || w == "." || w == "and" || w == "after" || w == "later" || w == "ago":
			k = i + 5
		}
	}
	if i > n.to { // "a 90-day trip"
		return ""
	}
	for k := n.boundFrom - 1; k >= max(0, n.boundFrom-3); k-- {
		switch w := f.word(k); {
		case w == "sentenced" || w == "jailed" || w == "imprisoned" || w == "sentence" && f.word(k+1) == "of":
			return unit + " in prison"
		case f.word(n.boundFrom-1) == "for" && (w == "asked" || w == "sought" || w == "called") && f.tried.of(trial, f.a.Text):
			return unit + " in prison"
		case bans[w] != "" && (f.word(n.boundFrom-1) == "for" || f.word(n.boundFrom-1) == "of" || f.word(n.boundFrom-1) == "to"):
			return unit + " of " + bans[w]
		}
	}
	if out := f.termOf(n, unit); out != "" {
		return out
	}
	return f.kept(n)
}

// kept is what a length of time counts where somebody or something was in a state
// for so long that others brought about: "held for nine hours", "the line was
// switched off for 94 minutes", "walked out of prison after 43 days".
func (f *finder) kept(n number) string {
	unit := f.word(n.to)
	if spells[unit] == "" && unit != "hours" && unit != "minutes" || n.unit != "" {
		return ""
	}
	switch f.word(n.boundFrom - 1) {
	case "for":
		x := f.node(n.to)
		h := x.head()
		if !h.ok() || x.rel() != "obl" && x.rel() != "nmod" {
			return ""
		}
		k := f.index(h)
		if k < 0 || k > n.from || !states[f.low[k]] && !states[f.word(n.boundFrom-2)] {
			return ""
		}
		if w := f.word(n.boundFrom - 2); w == "off" {
			return unit + " " + f.word(n.boundFrom-3) + " off" // "switched off"
		} else if states[w] {
			return unit + " " + w
		}
		return unit + " " + f.low[k]
	case "after":
		for k := n.boundFrom - 2; k > max(0, n.boundFrom-8); k-- {
			if prisons[f.low[k]] || f.low[k] == "captivity" || f.low[k] == "custody" || f.low[k] == "detention" {
				return unit + " in " + f.low[k]
			}
		}
	}
	return ""
}

// states are what people and things are kept in, for a time that counts.
var states = set("blocked blockaded captive closed detained grounded held hostage missing occupied off offline shut stranded suspended trapped unconscious")

// termOf is what the verb over a length of time makes it, by the tree: "suspended
// the president and his deputy for 90 days", "the clerk got six years".
func (f *finder) termOf(n number, unit string) string {
	x := f.node(n.to)
	h := x.head()
	if h.ok() && x.rel() == "nmod" && (h.word().Lemma == "duration" || h.word().Lemma == "period" || h.word().Lemma == "term") {
		x, h = h, h.head()
	}
	if !h.ok() {
		return ""
	}
	w, before := strings.ToLower(h.word().Lemma), f.word(n.boundFrom-1)
	switch f.word(n.to + 1) {
	case "", ".", ",", ";", "for", "and", "each":
		if x.rel() == "obj" && got[w] && f.tried.of(trial, f.a.Text) {
			return unit + " in prison"
		}
	}
	k := f.index(h)
	switch {
	case x.rel() != "obl" && x.rel() != "nmod" || h.word().UPOS != "VERB":
	case w == "sentence" || w == "jail" || w == "imprison":
		if before == "to" || before == "for" { // not "after three years he was sentenced"
			return unit + " in prison"
		}
	case k >= 0 && k <= n.from && (before == "for" || before == "of") && bans[f.low[k]] != "":
		return unit + " of " + bans[f.low[k]]
	}
	return ""
}

var got = set("get give receive face serve")

var spells = map[string]string{"years": "years", "year": "years", "months": "months", "month": "months", "weeks": "weeks", "week": "weeks", "days": "days", "day": "days"}

var prisons = set("prison jail imprisonment penitentiary sentence sentences jailing gaol behind")

// bans are words of penalties that are counted in time.
var bans = map[string]string{"suspension": "suspension", "suspended": "suspension", "ban": "ban", "banned": "ban", "detention": "detention", "detained": "detention", "custody": "custody", "remanded": "custody", "probation": "probation", "parole": "parole", "disqualification": "ban", "disqualified": "ban", "curfew": "curfew", "quarantine": "quarantine", "ceasefire": "ceasefire", "truce": "ceasefire"}
