package entity

import (
	"maps"
	"slices"
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
)

// suffixes are what a name carries to tell a son from a father.
var suffixes = map[string]bool{"jr": true, "jr.": true, "sr": true, "sr.": true, "ii": true, "iii": true, "iv": true}

// plainName is a full name without initials and articles in its middle and
// without the suffix of a son, and what was left out: of "ana b. ruiz jr" "ana ruiz", "b"
// and "jr".
func plainName(n string) (plain, initial, suffix string) {
	w := strings.Fields(strings.ReplaceAll(n, ",", ""))
	if k := len(w) - 1; k > 1 && suffixes[w[k]] {
		suffix, w = strings.TrimSuffix(w[k], "."), w[:k]
	}
	out := make([]string, 0, len(w))
	for i, x := range w {
		if t := strings.ReplaceAll(x, ".", ""); (len(t) == 1 || len(t) == 2 && len(x) > 2) && i > 0 && i < len(w)-1 {
			initial += t
			continue
		}
		if len(x) > 3 && (x[2] == '-' && (x[:2] == "al" || x[:2] == "el")) {
			x = x[3:] // "al-masri"
		}
		if (x == "al" || x == "el") && i > 0 && i < len(w)-1 {
			continue
		}
		out = append(out, x)
	}
	return strings.Join(out, " "), initial, suffix
}

// initials joins "Ana B. Ruiz" and "Ana Ruiz", "Ana Ruiz III" and "Ana Ruiz",
// everywhere. Two initials are two people; so are a name with "Jr." and one
// without where one article has both.
func (j *joiner) initials() {
	type form struct{ name, initial, suffix string }
	forms := map[string][]form{}
	articles := map[string]map[string]bool{}
	for _, it := range j.all {
		n, ok := strings.CutPrefix(it.cluster, "person:")
		if !ok || !strings.Contains(n, " ") {
			continue
		}
		if articles[n] == nil {
			articles[n] = map[string]bool{}
			p, i, s := plainName(n)
			if strings.Contains(p, " ") {
				forms[p] = append(forms[p], form{n, i, s})
			}
		}
		articles[n][it.article] = true
	}
	plain := make([]string, 0, len(forms))
	for p, l := range forms {
		if len(l) > 1 {
			plain = append(plain, p)
		}
	}
	sort.Strings(plain)
	for _, p := range plain {
		l := forms[p]
		if len(l) > 20 {
			continue
		}
		one, sons, both := map[string]bool{}, map[string]bool{}, false
		for _, f := range l {
			if f.initial != "" {
				one[f.initial] = true
			}
			sons[f.suffix] = true
			for _, o := range l {
				both = both || o.suffix != f.suffix && meet(articles[o.name], articles[f.name])
			}
		}
		if len(one) > 1 {
			continue
		}
		two := len(sons) > 2 || both && (sons["jr"] || sons["sr"])
		for _, a := range l {
			for _, b := range l {
				if a.name < b.name && (a.suffix == b.suffix || !two) {
					j.union("person:"+a.name, "person:"+b.name)
				}
			}
		}
	}
}

// small are the words whose first letters no acronym takes.
var small = map[string]bool{"of": true, "the": true, "for": true, "and": true, "on": true, "in": true, "to": true, "&": true}

// firstLetters of "world health organization" are "who"; the words of without
// are passed over.
func firstLetters(name string, without map[string]bool) string {
	var b strings.Builder
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' }) {
		if !without[w] {
			b.WriteByte(w[0])
		}
	}
	return b.String()
}

// acronyms joins an acronym that no article explains with the one body whose
// first letters it is, in all articles together. Two letters say too little
// where only one article has the name.
func (j *joiner) acronyms() {
	long := map[string]map[string]bool{} // names by first letters
	in := map[string]map[string]bool{}   // articles by name
	short := map[string]struct{}{}       // acronyms
	for _, it := range j.all {
		if it.kind != stemma.Organisation || it.m.Descriptive || it.m.Key != "" || it.cluster == "" {
			continue
		}
		if strings.Contains(it.name, " ") {
			for _, l := range []string{firstLetters(it.name, small), firstLetters(it.name, nil)} {
				mark(long, l, it.cluster)
			}
			mark(in, it.cluster, it.article)
		} else if acronym(it.m.Name) && it.cluster == "organisation:"+it.name {
			short[it.name] = struct{}{}
		}
	}
	names := slices.Sorted(maps.Keys(short))
	for _, n := range names {
		found, several := "", false
		for c := range long[n] {
			several = several || found != "" && j.root(found) != j.root(c)
			found = c
		}
		if found != "" && !several && (len(n) > 2 || len(in[found]) > 1) {
			j.union("organisation:"+n, found)
		}
	}
}

// headings are runs of capitals that begin and end with the surnames of others
// and name nobody: "Ruiz Meets Quispe".
func (j *joiner) headings() map[string]bool {
	last := map[string]map[string]bool{} // articles by surname of a full name
	long := map[string]bool{}
	for _, it := range j.all {
		if it.kind != stemma.Person || it.m.Descriptive || it.m.Key != "" {
			continue
		}
		switch n := strings.Count(it.name, " "); {
		case n == 1 && it.m.Role == "" || n > 0 && it.m.Role != "":
			w := lastWord(it.name)
			mark(last, w, it.article)
		case n > 1:
			long[it.name] = true
		}
	}
	out := map[string]bool{}
	for n := range long {
		w := strings.Fields(n)
		if len(last[w[0]]) > 2 && len(last[w[len(w)-1]]) > 2 {
			out[n] = true
		}
	}
	return out
}

// commonly ties a name of one word to the one that all articles mean by it,
// where neither its own nor its story names anyone in full: to the bearer named
// in five articles or more, and in six times as many as all others.
func (j *joiner) commonly(it *item) string {
	if strings.Contains(it.name, " ") || it.name == "" {
		return ""
	}
	if j.known == nil {
		j.known = map[string]map[string]int{}
		seen := map[string]bool{}
		for _, o := range j.all {
			n, ok := strings.CutPrefix(o.cluster, "person:")
			if !ok || !strings.Contains(n, " ") || strings.Contains(n, "\x00") || strings.Count(o.name, " ") == 0 {
				continue
			}
			r := j.root(o.cluster)
			for _, w := range []string{n[:strings.Index(n, " ")] + " ", lastWord(n)} {
				if k := w + "\x00" + r + "\x00" + o.article; !seen[k] {
					seen[k] = true
					bump(j.known, w, r, 1)
				}
			}
		}
	}
	best, n, all := j.mostly(it, it.name)
	given := it.name + " "
	if len(j.known[given]) == 0 {
		given = formal()[it.name] + " "
	}
	if c, k, sum := j.mostly(it, given); k > n { // "Ana" is rather a first name
		best, n, all = c, k, all+sum
	}
	if n < 5 || (all-n)*6 > n {
		return ""
	}
	return best
}

// mostly returns the cluster most articles name by a word of j.known, in how
// many articles, and in how many all are.
func (j *joiner) mostly(it *item, word string) (best string, n, all int) {
	if len(j.known[word]) > mostBearers {
		return "", 0, 0
	}
	for c, k := range j.known[word] {
		if j.barred(it, c) {
			continue
		}
		all += k
		if k > n || k == n && c < best {
			best, n = c, k
		}
	}
	return best, n, all
}

// shortBodies tie a body named by one word to the one of its article whose name
// goes on: "Fides" in an article that names "Fides Radio". Where only others
// name a paper or station that goes on so, it stays apart in each article: it
// may be that one, or not.
func (j *joiner) shortBodies() {
	press := map[string]bool{}
	unit := map[string]bool{}
	for _, o := range j.all {
		if slices.ContainsFunc(j.called[o], func(c calling) bool { return units[c.noun] }) {
			unit[o.cluster] = true
		}
	}
	longer := map[string]string{} // by scope and first word
	for _, o := range j.all {
		w, _, ok := strings.Cut(o.name, " ")
		if !ok || j.t.orgs[w] || o.kind != stemma.Organisation || o.m.Descriptive || o.cluster == "" {
			continue
		}
		press[w] = press[w] || o.m.Key != ""
		if unit[o.cluster] {
			continue // "the unit, Norda Pacific," is not Norda
		}
		for n, s := range j.scopes(o.article) {
			if n > 0 && o.m.Key != "" {
				break
			}
			sole(longer, s+"\x00"+w, o.cluster)
		}
	}
	for _, it := range j.all {
		if it.kind != stemma.Organisation || it.m.Key != "" || strings.Contains(it.name, " ") || it.m.Descriptive || acronym(it.m.Name) {
			continue
		}
		found := ""
		for _, s := range j.scopes(it.article) {
			if found = longer[s+"\x00"+it.name]; found != "" || press[it.name] {
				break
			}
		}
		switch {
		case found != "" && found != "-":
			it.cluster = found
		case press[it.name]:
			it.cluster = "organisation:" + it.name + "\x00" + it.article
		}
	}
}
