package entity

import (
	"strings"

	"github.com/stemma-news/stemma"
)

// headlined reads a line in which nearly all words begin with a capital and
// that ends without a stop, of which only full names are taken that the text has
// elsewhere: "Ana Ruiz Scolds Juan Quispe Over Fish". It reports whether there
// are any.
func (f *finder) headlined(toks []tok, i, j int) bool {
	if j-i < 4 || f.orgRun(toks, i, j) {
		return false
	}
	capital, words := 0, 0
	for _, t := range toks {
		if t.word && len(t.s) > 3 {
			words++
			if t.cap {
				capital++
			}
		}
	}
	if end := toks[len(toks)-1].s; words < 5 || capital*10 <= words*8 || end == "." || end == "!" || end == "?" {
		return false
	}
	got := false
	for k := i; k < j-1; k++ {
		w := fold(toks[k].s)
		if (given()[w] != "" || formal()[w] != "") && f.people[toks[k+1].s] {
			f.add(stemma.Mention{Name: f.words(toks[k : k+2]), Kind: stemma.Person}, stemma.Span{Start: toks[k].Start, End: toks[k+1].End})
			got = true
			k++
		}
	}
	return got
}

// partySeat reports whether toks[i] begins what is printed in brackets after a
// member of a parliament: "(D-Ohio)", "(R-Tex.)".
func partySeat(toks []tok, i int) bool {
	if i == 0 || toks[i-1].s != "(" && toks[i-1].s != "[" {
		return false
	}
	party, seat, ok := strings.Cut(toks[i].s, "-")
	if !ok {
		return i+2 < len(toks) && len(toks[i].s) == 1 && toks[i+1].s == "-" && toks[i+2].cap
	}
	return len(party) == 1 && seat != ""
}

// headline takes from the title what the text leaves open: "Ghanaian Deputy
// Trade Minister Addo flies to Lima" says of what "Deputy Trade Minister Kofi
// Addo" is one.
func (f *finder) headline() {
	if f.a.Title == "" {
		return
	}
	h := &finder{a: &stemma.Article{ID: f.a.ID, Text: f.a.Title}, t: f.t, inside: f.inside, lower: f.lower, marked: map[int]string{}, short: map[string]bool{}, fleet: f.fleet}
	h.sentence(h.tokens(stemma.Span{Start: 0, End: len(f.a.Title)}))
	for _, m := range h.out {
		if m.Kind != stemma.Person || m.Descriptive || m.Country == "" || m.Role == "" {
			continue
		}
		for i := range f.out {
			o := &f.out[i]
			if o.Kind == stemma.Person && !o.Descriptive && o.Country == "" && fits(roleKey(m.Role), roleKey(o.Role)) && (o.Name == m.Name || strings.HasSuffix(o.Name, " "+m.Name)) {
				o.Of, o.Country = m.Of, m.Country
			}
		}
	}
}

// bare leaves open what a single word names that only a preposition made a
// place of, where it ends a person's name: "shouted at Ruiz".
func (f *finder) bare() {
	ends := map[string]bool{}
	for i := range f.out {
		if m := &f.out[i]; m.Kind == stemma.Person && !m.Descriptive {
			if k := strings.LastIndexByte(m.Name, ' '); k > 0 {
				ends[m.Name[k+1:]] = true
			}
		}
	}
	for i := range f.out {
		if m := &f.out[i]; m.Kind == stemma.Place && m.Key == "" && m.Country == "" && ends[m.Name] {
			m.Kind = ""
		}
	}
}
