package event

import "github.com/stemma-news/stemma"

// Statuses of a telling.
const (
	happened     = "happened"
	planned      = "planned"
	hypothetical = "hypothetical"
	denied       = "denied"
)

var planners = set("plan plans planned planning intend intends intended intending agree agreed agrees vow vowed vows pledge pledged pledges promise promised promises prepare prepared preparing prepares scheduled due set expected going decide decided offer offered offers aim aims hope hopes hoped want wants wanted seek seeks sought poised ready willing prepared determined committed slated willingness readiness intention plan promise pledge commitment undertook undertaken")

var supposers = set("if unless could might may can should considering weighing whether urge urged urges call called calls demand demanded demands ask asked asks threaten threatened threatens propose proposed proposes suggest suggested possible possibly potential refuse refused refuses")

var deniers = set("deny denied denies denying dismiss dismissed dismisses refute refuted refutes rejected")

// status tells whether what a trigger names happened, is planned, is only
// supposed, or is said not to have happened.
//
//	"did not meet" -> denied      "will meet", "is to meet" -> planned
//	"if they meet" -> hypothetical "denied that they met" -> denied
func (f *finder) status(tr *trigger) string {
	i := tr.at
	if tr.light >= 0 {
		i = tr.light
	}
	if tr.object > tr.at && f.s.is(tr.object-1, "no") {
		return denied // "held no talks"
	}
	out := f.governed(i)
	for k := i - 1; k >= 0 && i-k <= 9; k-- {
		w := f.wordAt(k)
		switch {
		case w == "." || w == ";" || w == "”" || w == "\"" || w == "“":
			return out
		case (w == "not" || w == "n't" || w == "never" || w == "without" || w == "neither") && i-k <= 3:
			return denied
		case w == "no" && tr.frame.noun && tr.at-k <= 3:
			return denied
		case deniers[w]:
			return denied
		case (w == "will" || w == "'ll" || w == "shall") && i-k <= 4:
			out = planned
		case w == "would" && out == happened && i-k <= 5:
			if out = hypothetical; f.foretold(k) {
				out = planned
			}
		case w == "to" && (f.s.is(k-1, "is", "are", "was", "were") || planners[f.wordAt(k-1)]) && i-k <= 4:
			out = planned
		case w == "to" && supposers[f.wordAt(k-1)]:
			out = hypothetical
		case supposers[w] && out == happened && i-k <= 5:
			out = hypothetical
		case (w == "planned" || w == "scheduled" || w == "upcoming" || w == "proposed" || w == "next") && tr.at-k <= 2 && !f.s.is(k+1, "to"):
			out = planned
		case reports[w] && deniers[f.wordAt(k-1)]: // "dismissed reports that they met"
			return denied
		case w == "that" && reports[f.wordAt(k-1)] && deniers[f.wordAt(k-2)]:
			return denied
		case reports[w] || w == "that" && k > 0 && reports[f.wordAt(k-1)]:
			return out
		}
		if w == "," && i-k > 5 {
			return out
		}
	}
	return out
}

// background reports whether the telling is of another time than the page's
// news: a year or month of its own, or a clause with "since" or "when".
func (f *finder) background(tr *trigger, w *stemma.When) bool {
	for k := tr.at - 1; k >= 0 && tr.at-k < 6; k-- {
		if f.s.is(k, "since") {
			return true
		}
		if f.s.mark(k) {
			break
		}
	}
	if w == nil {
		return f.s.is(tr.at-1, "had") && !tr.frame.noun
	}
	return older(w.Text)
}

// older reports whether the words of a time name a month, a year or longer.
func older(s string) bool {
	for _, c := range s {
		if c >= '0' && c <= '9' {
			return len(s) == 4 || !dayWord(s)
		}
	}
	return !dayWord(s)
}

func dayWord(s string) bool {
	p := plain(s)
	for d := range dayWords {
		for i := 0; i+len(d) <= len(p); i++ {
			if p[i:i+len(d)] == d {
				return true
			}
		}
	}
	return false
}

var dayWords = set("today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday week night morning evening now")

// foretold reports whether the "would" at k is that of one who speaks of what
// is to come: "Norway said it would pay".
func (f *finder) foretold(k int) bool {
	for j := k - 1; j >= 0; j-- {
		if f.s.is(j, "if", "unless", "\"", "“", "”", ";") {
			return false
		}
		if speaks[f.wordAt(j)] || f.s.is(j, "confirmed", "promised", "pledged", "vowed", "indicated", "signalled") {
			for n := k + 1; n < len(f.s.words); n++ {
				if f.s.is(n, "if", "unless") {
					return false
				}
			}
			return true
		}
	}
	return false
}

// refuses reports whether a trigger tells what somebody will not do.
//
//	"will not release the hostages", "has no intention of talking"
func (f *finder) refuses(tr *trigger) bool {
	if tr.frame.noun {
		return false
	}
	for k := tr.at - 1; k >= 0 && tr.at-k <= 5; k-- {
		w := f.wordAt(k)
		switch {
		case (w == "not" || w == "n't" || w == "never") && (f.s.is(k-1, "will", "would", "shall", "wo", "ca") || f.s.is(k+1, "to") && !f.s.is(k-1, "or") || f.s.is(k-1, "is", "are") && f.s.is(k+1, "going", "prepared", "ready", "willing")):
			return true
		case w == "no" && f.s.is(k+1, "intention", "plan", "plans", "question", "way"):
			return true
		case f.s.mark(k):
			return false
		}
	}
	return false
}

// governed is the status the verb that a trigger's infinitive hangs on gives
// it, however far it stands: "agreed in principle on Saturday to release".
func (f *finder) governed(i int) string {
	if !f.s.trees || !f.infinitive(i) {
		return happened
	}
	h := f.s.words[i].head
	rel := f.s.words[i].rel
	for n := 0; n < 3 && rel == "acl" && h >= 0 && !planners[f.wordAt(h)] && !supposers[f.wordAt(h)]; n++ {
		h = f.s.words[h].head // "agreed on Saturday to release"
	}
	for n := 0; n < 3 && h >= 0 && h < i && f.s.words[h].rel == "xcomp" && f.infinitive(h); n++ {
		h = f.s.words[h].head // "called on the council to meet to examine"
	}
	switch {
	case h < 0 || h >= i:
	case rel == "advcl" || rel == "obl":
		if bidders[f.wordAt(h)] {
			return hypothetical
		}
	case rel != "xcomp" && rel != "acl" && rel != "ccomp":
	case planners[f.wordAt(h)]:
		return planned
	case supposers[f.wordAt(h)] || bidders[f.wordAt(h)]:
		return hypothetical
	}
	return happened
}

// infinitive reports whether "to" leads to the verb at i: "to release", "to
// immediately release".
func (f *finder) infinitive(i int) bool {
	return f.s.is(i-1, "to") || adverb(f.wordAt(i-1)) && f.s.is(i-2, "to")
}

// bidders are verbs of asking another to do what an infinitive tells.
var bidders = set("ask asked asking asks beg begged begging begs call called calling calls demand demanded demanding demands encourage encouraged encouraging encourages instruct instructed instructing instructs order ordered ordering orders petition petitioned petitioning petitions press pressed presses pressing request requested requesting requests tell telling tells told urge urged urges urging warn warned warning warns")
