package figure

import (
	"slices"
	"strings"
)

// changes are words of rising and falling, and the noun of each.
var changes = readChanges("rise rises rose risen rising raise raises raised raising increase increases increased increasing grow grows grew grown growing growth climb climbs climbed climbing jump jumps jumped jumping surge surges surged surging soar soared gain gains gained gaining lift lifted up hike hiked advance advanced expand expanded",
	"fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreased decreases decreasing cut cuts cutting reduce reduces reduced reducing reduction reductions slump slumps slumped plunge plunges plunged plunging slide slid slip slipped shrink shrank shrunk tumble tumbled down lower lowered sink sank contract contracted dip dipped lose lost")

func readChanges(up, down string) map[string]string {
	out := map[string]string{}
	for noun, words := range map[string]string{"rise": up, "fall": down} {
		for _, w := range strings.Fields(words) {
			out[w] = noun
		}
	}
	return out
}

// share is what a number of percent is of: "of Americans", "rise in exports",
// "unemployment rate"; "" where nothing near says it.
func (f *finder) share(n number) string {
	x := f.top(n)
	if !x.ok() {
		return ""
	}
	if f.word(n.to) == "of" {
		if c := f.node(n.to).head(); c.ok() && c.i > f.node(n.to).i {
			return "of " + f.short(c)
		}
	}
	if w := changes[f.word(n.to)]; w != "" { // "a 16 percent rise in output", "a 32% lower risk"
		if c := f.node(n.to + 1); c.ok() && c.word().UPOS == "NOUN" {
			return w + " in " + strings.ToLower(f.a.Text[c.word().Start:c.word().End])
		}
		if h := f.node(n.to); h.ok() {
			if c := h.child("nmod", h.i); c.ok() && f.word(n.to+1) == "in" {
				return w + " in " + f.short(c)
			}
		}
		return w
	}
	for k := n.boundFrom - 1; k >= max(0, n.boundFrom-3); k-- { // "rose by 26 percent"
		w := changes[f.word(k)]
		if w == "" || f.word(k+1) == "than" { // "lower than 80 percent"
			continue
		}
		if s := f.node(k).child("nsubj", 0); s.ok() && s.word().UPOS == "NOUN" {
			return w + " in " + f.short(s)
		}
		if o := f.node(k).child("obj", 0); o.ok() && o.i != x.i {
			return w + " in " + f.short(o)
		}
		if s, _ := f.subjectOf(n); s.ok() && s.word().UPOS == "NOUN" { // "the turnout was up 19 percent"
			return w + " in " + f.short(s)
		}
		return w
	}
	if w := f.word(n.to); (w == "more" || w == "fewer" || w == "less") && f.nouned(n.to+1) { // "44 percent fewer supporters"
		return w + " " + f.low[n.to+1]
	}
	if h := x.head(); h.ok() && x.rel() == "nmod" && h.i < x.i && h.word().UPOS == "NOUN" && f.word(n.boundFrom-1) == "of" {
		return f.short(h) // "a turnout of 37 percent"
	}
	if h := x.head(); h.ok() && h.i > x.i && (x.rel() == "compound" || x.rel() == "nummod" || x.rel() == "amod" || x.rel() == "nmod") {
		if k := f.index(h); k >= n.to && k < n.to+6 && !slices.Contains(f.low[n.to:k], ",") {
			return f.printed(n.to, k) // "a 21.2% stake"
		}
	}
	if s, _ := f.subjectOf(n); s.ok() && s.word().UPOS == "NOUN" {
		if o := s.head().child("obj", 0); estimates[s.word().Lemma] && o.ok() && o.i != x.i {
			s = o // "estimates put the share at 40 percent"
		}
		return f.short(s)
	}
	return ""
}

// short is a noun with what stands right before it, without articles: "the
// unemployment rate in the north" gives "unemployment rate".
func (f *finder) short(x node) string {
	lo := x.i
	for lo > 0 && x.i-lo < 4 && (x.ws[lo-1].UPOS == "ADJ" || x.ws[lo-1].UPOS == "NOUN" || x.ws[lo-1].UPOS == "PROPN" || x.ws[lo-1].XPOS == "HYPH" || x.ws[lo-1].XPOS == "POS") {
		lo--
	}
	return strings.TrimSpace(strings.TrimPrefix(f.a.Text[x.ws[lo].Start:x.word().End], "'s "))
}
