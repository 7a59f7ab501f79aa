package entity

import (
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
)

// wording is what the name of a body is made of: its words without their order
// and form, and the noun that says what it is.
type wording struct {
	words []string // sorted, each once; nationalities as codes of countries
	head  string
}

// wordingOf reads "the Peruvian Central Union of Teachers" as PER, central,
// teacher and union, of which union is the head.
func (t *tables) wordingOf(name string) wording {
	var w wording
	of := false
	for _, x := range strings.Fields(strings.ReplaceAll(name, "’", "'")) {
		x = strings.Trim(x, ".,'\"()")
		switch x {
		case "of", "for", "on", "to", "in", "against":
			of = true
			continue
		case "", "the", "and", "&":
			continue
		}
		x = strings.TrimSuffix(x, "'s")
		if k := t.names[strings.ToUpper(x[:1])+x[1:]]; k.what == "country" || k.what == "adjective" {
			w.words = append(w.words, k.country)
			continue
		}
		switch {
		case strings.HasSuffix(x, "ies") && len(x) > 5:
			x = x[:len(x)-3] + "y"
		case strings.HasSuffix(x, "s") && !strings.HasSuffix(x, "ss") && len(x) > 4:
			x = x[:len(x)-1]
		}
		w.words = append(w.words, x)
		if !of {
			w.head = x
		}
	}
	slices.Sort(w.words)
	w.words = slices.Compact(w.words)
	return w
}

// within reports whether all of w's words are among those of o, which has more,
// and both are the same kind of body.
func (w wording) within(o wording) bool {
	if len(w.words) >= len(o.words) || w.head != o.head {
		return false
	}
	for _, x := range w.words {
		if !slices.Contains(o.words, x) {
			return false
		}
	}
	return true
}

// reworded joins bodies whose names are made of the same words: "Central
// Union of Peruvian Teachers" and "Peru's Central Teachers Union". A name
// of two words or more that leaves some out is the one of its article that has
// them all, else of its story: "the Election Council" of a page that names the
// Transitional Election Council. What every country has ("the Supreme Court") is
// not looked for in other pages.
func (j *joiner) reworded() {
	type body struct {
		wording
		cluster string
	}
	bodies := map[string]*body{} // by cluster
	same := map[string]string{}  // the first cluster by words
	in := map[string][]*body{}   // by scope, each once
	has := map[string]bool{}     // scope and cluster
	var short []*item
	for _, it := range j.all {
		if it.kind != stemma.Organisation || it.m.Key != "" || it.m.Descriptive || !strings.HasPrefix(it.cluster, "organisation:") || strings.Contains(it.cluster, "\x00") || !strings.Contains(it.name, " ") {
			continue
		}
		b := bodies[it.cluster]
		if b == nil {
			b = &body{j.t.wordingOf(it.name), it.cluster}
			if c := it.m.Country; c != "" && !slices.Contains(b.words, c) {
				b.words = append(b.words, c)
				slices.Sort(b.words)
			}
			bodies[it.cluster] = b
		}
		if len(b.words) < 2 || b.head == "" {
			continue
		}
		if len(b.words) > 2 {
			if k := strings.Join(b.words, " "); same[k] == "" {
				same[k] = it.cluster
			} else {
				j.union(same[k], it.cluster)
			}
		}
		short = append(short, it)
		for _, s := range j.scopes(it.article) {
			if k := s + "\x00" + it.cluster; !has[k] {
				has[k] = true
				in[s] = append(in[s], b)
			}
		}
	}
	moved := map[string]string{} // by article and cluster
	for _, it := range short {
		b, k := bodies[it.cluster], it.article+"\x00"+it.cluster
		if _, done := moved[k]; done {
			continue
		}
		moved[k] = ""
		for n, s := range j.scopes(it.article) {
			if n > 0 && isNational(firstWord(it.name)) || len(in[s]) > mostBearers {
				break
			}
			long, several := "", false
			for _, o := range in[s] {
				if c := j.root(o.cluster); b.within(o.wording) && c != long {
					several = long != ""
					long = c
				}
			}
			if long != "" && !several {
				moved[k] = long
			}
			if long != "" {
				break
			}
		}
	}
	for _, it := range j.all { // acronyms and all, so that what was one stays one
		if c := moved[it.article+"\x00"+it.cluster]; c != "" {
			it.cluster = c
		}
	}
}
