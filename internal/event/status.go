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

// status tells whether what a trigger names happened, is planned, is only
// supposed, or is said not to have happened.
//
//	"did not meet" -> denied      "will meet", "is to meet" -> planned
//	"if they meet" -> hypothetical "denied that they met" -> denied
func (f *finder) status(tr *trigger) string {
	i := tr.at
	switch {
	case !f.s.trees:
		return happened
	case tr.frame == mustFrame:
		if f.s.words[i].rel == "aux" {
			i = f.s.words[i].head
		}
		return f.under(i, 0)
	case tr.frame == guiltFrame && f.s.is(i, "behind") && f.s.words[i].head >= 0:
		i = f.s.words[i].head
	}
	out := f.holds(i, 0)
	if tr.light >= 0 && out != denied {
		out = within(f.holds(tr.light, 0), out) // "held no talks", "will hold talks"
	}
	if tr.object > tr.at && f.nobody(tr.object) {
		return denied
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
