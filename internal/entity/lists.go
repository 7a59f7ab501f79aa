package entity

import (
	"strings"

	"github.com/stemma-news/stemma"
)

// heldBy is where the name begins of who holds an office of the body toks[i:j] begins
// with, i if none does: "the chairman of the State Committee for Security [Ana Ruiz]".
func (f *finder) heldBy(toks []tok, i, j int) int {
	if i < 3 || toks[i-1].lower != "the" || toks[i-2].lower != "of" || !f.t.heads(toks[i-3].lower) {
		return i
	}
	for k := i + 2; k < j-1; k++ {
		if (f.marked[toks[k].Start] == stemma.Person || given()[fold(toks[k].s)] != "") && toks[k-1].cap && f.orgRun(toks, i, k) && !f.orgRun(toks, k, j) {
			return k
		}
	}
	return i
}

// roll is what the members of a list have in common that goes on: of "the Peruvian
// lawyers [Ana Ruiz], [Juan Quispe] and [Kofi Addo]" the role and the country, of "three
// companies, [Sol], [Luz] (Sol Lines) and [Mar]" the kind.
type roll struct {
	role, kind, of, country string
	end                     int // of its last member so far
}

// listed reads what toks[i:j] has in common with a list it stands in, and whether it
// stands in one.
func (f *finder) listed(toks []tok, i, j int) bool {
	k := i - 1
	if k < 1 || f.broken(toks, i) {
		f.share = roll{}
		return false
	}
	named := f.marked[toks[i].Start] == stemma.Person || given()[fold(toks[i].s)] != ""
	if f.share.kind != "" {
		for k > 0 && (toks[k].s == "," || toks[k].lower == "and") {
			k--
		}
		if k < i-1 && toks[k].s == ")" {
			for k > 1 && toks[k].s != "(" {
				k--
			}
			k--
		}
		if k < i-1 && toks[k].End == f.share.end && (named || f.share.kind != stemma.Person) {
			f.share.end = toks[j-1].End
			return true
		}
		k = i - 1
	}
	f.share = roll{}
	counted := toks[k].s == "," || toks[k].lower == "namely" || toks[k].lower == "including"
	for k > 1 && (toks[k].s == "," || toks[k].lower == "namely" || toks[k].lower == "including") {
		k--
	}
	noun, plural := strings.CutSuffix(toks[k].lower, "s")
	if stem, ok := strings.CutSuffix(noun, "ie"); ok {
		noun = stem + "y"
	}
	if !plural || toks[k].cap {
		return false
	}
	at := k
	for at > 0 && !toks[at-1].cap && toks[at-1].word && (modifiers[toks[at-1].lower] || f.compound[toks[at-1].Start] || companyNouns[noun] && f.loose[toks[at-1].Start]) {
		at--
	}
	switch {
	case companyNouns[noun] || kindNouns[noun]:
		if counted && (at == 0 || !numerals[toks[at-1].lower]) || given()[fold(toks[i].s)] != "" {
			return false
		}
		f.share = roll{kind: stemma.Organisation}
	case !counted && noun != "actor" && f.t.roles[noun] && !f.t.roles[toks[k].s] && named:
		f.share = roll{kind: stemma.Person, role: strings.TrimSuffix(f.words(toks[at:i]), "s")}
		if o, c := f.possessor(toks, at); o != "" {
			f.share.of, f.share.country = o, c
		} else if at > 0 {
			if kn, n := f.known(toks, at-1, at); n == at && kn.what == "adjective" {
				f.share.of, f.share.country = CountryName(kn.country), kn.country
			}
		}
	default:
		return false
	}
	f.share.end = toks[j-1].End
	return true
}

// numerals stand before what a list counts.
var numerals = set("two\nthree\nfour\nfive\nsix\nseven\nseveral\nother\nboth")

// ofColleague is what the office of the person named right before is of, where the next
// holds another of one government: "Russia" for "Russian President Ana Ruiz, [Foreign
// Minister Juan Quispe] and ...".
func (f *finder) ofColleague(toks []tok, i int, role string) (of, country string) {
	n := len(f.out) - 1
	k := i - 1
	for k > 0 && (toks[k].s == "," || toks[k].lower == "and") {
		k--
	}
	if n < 0 || k == i-1 || k < 1 || !ofState(role) || rulers[strings.ToLower(role)] || strings.Contains(role, " of ") || strings.Contains(role, " for ") {
		return "", ""
	}
	o := f.out[n]
	if o.Kind != stemma.Person || o.Descriptive || o.Country == "" || !ofState(o.Role) || o.Cite.Spans[len(o.Cite.Spans)-1].End != toks[k].End {
		return "", ""
	}
	return o.Of, o.Country
}
