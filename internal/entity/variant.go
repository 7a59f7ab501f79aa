package entity

import (
	"maps"
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
)

// variants joins the full names of one person in several spellings: letter by
// letter transliterations, and slips of printing under one title.
func (j *joiner) variants() {
	bones := map[string]string{}
	buckets := map[string][]string{}
	titles := map[string]map[string]bool{}
	seen := map[string]bool{}
	for _, it := range j.all {
		c, ok := strings.CutPrefix(it.cluster, "person:")
		if !ok {
			continue
		}
		if titles[c] == nil {
			titles[c] = map[string]bool{}
		}
		if it.m.Role != "" {
			for _, r := range strings.Split(it.m.Role, ", ") {
				titles[c][roleKey(r)] = true
			}
		}
		if seen[c] {
			continue
		}
		seen[c] = true
		b := strings.ReplaceAll(skeleton(c), " ", "")
		if o, ok := bones[b]; ok {
			j.union("person:"+o, it.cluster)
		} else {
			bones[b] = c
		}
		w := strings.Fields(c)
		buckets["-"+strings.Join(w[:len(w)-1], " ")] = append(buckets["-"+strings.Join(w[:len(w)-1], " ")], c)
		buckets[strings.Join(w[1:], " ")+"-"] = append(buckets[strings.Join(w[1:], " ")+"-"], c)
	}
	for _, names := range buckets {
		if len(names) > 200 {
			continue // one surname that half a country bears
		}
		for i, a := range names {
			for _, b := range names[i+1:] {
				if near(a, b) && !twoSexes(a, b) && (meet(titles[a], titles[b]) || meetHeads(titles[a], titles[b])) {
					j.union("person:"+a, "person:"+b)
				}
			}
		}
	}
}

// naming are the stories and dossiers that have full names, in order.
func (j *joiner) naming() []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(j.fulls)), func(s string) bool { return s == "" })
}

// respelled joins, within a story or dossier, long full names that differ by one
// or two letters anywhere and share an office, and of which no article has
// both: "Yahya Wuld Salim" and "Yahia Wuld Salem", the minister; where one has no
// office, those whose long surnames alone differ, by one letter.
func (j *joiner) respelled() {
	names := j.bearers()
	for _, scope := range j.naming() {
		cs := j.fulls[scope]
		if len(cs) > mostBearers {
			continue
		}
		for i, x := range cs {
			a := strings.TrimPrefix(x, "person:")
			for _, y := range cs[i+1:] {
				b := strings.TrimPrefix(y, "person:")
				if min(len(a), len(b)) < 12 || !near(a, b) || hasInitial(a) || hasInitial(b) || twoSexes(a, b) || meet(names[a].articles, names[b].articles) {
					continue
				}
				if !meetHeads(names[a].roles, names[b].roles) && !oneWordOff(a, b) && !oneGiven(a, b) && !(oneSurname(a, b) && (names[a].plain() || names[b].plain())) {
					continue
				}
				if len(names[a].countries) > 0 && len(names[b].countries) > 0 && !meet(names[a].countries, names[b].countries) {
					continue
				}
				j.union(x, y)
			}
		}
	}
}

// oneSurname reports whether names of two words share the first, and the last is of
// six letters or more and one letter apart: "Ana Quispejko" and "Ana Quispejo".
func oneSurname(a, b string) bool {
	x, s, ok1 := strings.Cut(a, " ")
	y, t, ok2 := strings.Cut(b, " ")
	return ok1 && ok2 && x == y && min(len(s), len(t)) > 5 && !strings.Contains(s+t, " ") && distance(s, t, 1) == 1
}

// oneGiven reports whether names share all but the first word, and that is of six
// letters or more and one letter apart, or written from another script in two ways:
// "Fredrick Ruiz" and "Frederick Ruiz".
func oneGiven(a, b string) bool {
	x, s, _ := strings.Cut(a, " ")
	y, t, _ := strings.Cut(b, " ")
	return s == t && s != "" && (min(len(x), len(y)) > 5 && distance(x, y, 1) == 1 || skeleton(x) == skeleton(y))
}

// oneWordOff reports whether names of three words or more differ in one of them,
// and there in vowels alone: "yahia wuld salim" and "yehia wuld salim".
func oneWordOff(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) != len(y) || len(x) < 3 {
		return false
	}
	off := 0
	for i := range x {
		if x[i] == y[i] {
			continue
		}
		if off++; off > 1 || consonants(x[i]) != consonants(y[i]) || len(consonants(x[i])) < 3 {
			return false
		}
	}
	return off == 1
}

func consonants(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("aeiouy", r) {
			return -1
		}
		return r
	}, s)
}

// hasInitial reports whether a name has a word of a letter or two: "ana b. ruiz" is
// not "ana c. ruiz".
func hasInitial(n string) bool {
	for _, w := range strings.Fields(n) {
		if len(strings.Trim(w, ".")) < 2 || len(w) == 2 && strings.HasSuffix(w, ".") {
			return true
		}
	}
	return false
}

// twoSexes reports whether the given names of a and b are a man's and a
// woman's: "Alexander Ruiz" and "Alexandra Ruiz" are no slip of printing.
func twoSexes(a, b string) bool {
	a, _, _ = strings.Cut(a, " ")
	b, _, _ = strings.Cut(b, " ")
	return given()[a] != "" && given()[b] != "" && given()[a] != given()[b]
}

func meet(a, b map[string]bool) bool {
	for k := range a {
		if b[k] {
			return true
		}
	}
	return false
}

// trimmed joins, within a story, a full name with one that leaves out its
// last or middle words: "Ana Ruiz" and "Ana Ruiz Mota", "Ana Maria Ruiz". A
// name can also be her father's, so something else must speak for it: a role
// they share, or that the short one's surname alone stands for the long one
// where only that is named. Two it can be short for, or two countries, join
// nothing.
func (j *joiner) trimmed() {
	names := j.bearers()
	for _, scope := range j.naming() {
		edge := map[string][]string{} // by first word, and by last
		seen := map[string]bool{}
		for _, c := range j.fulls[scope] {
			n := strings.TrimPrefix(c, "person:")
			if !seen[n] {
				seen[n] = true
				w, _, _ := strings.Cut(n, " ")
				l := n[strings.LastIndex(n, " "):]
				edge[w], edge[l] = append(edge[w], n), append(edge[l], n)
			}
		}
		words := slices.Sorted(maps.Keys(edge)) // what one edge joins another counts as one
		for _, w := range words {
			ns := edge[w]
			if len(ns) < 2 || len(ns) > 100 {
				continue
			}
			for _, short := range ns {
				if long := j.longFor(short, ns, names, scope); long != "" {
					j.union("person:"+short, "person:"+long)
				}
			}
		}
	}
}

// bearer is what the places of a full name tell of who bears it.
type bearer struct {
	articles, roles, countries map[string]bool
}

// plain reports whether no page gives a bearer an office.
func (b *bearer) plain() bool {
	for r := range b.roles {
		if !courtesies[r] {
			return false
		}
	}
	return true
}

func (j *joiner) bearers() map[string]*bearer {
	out := map[string]*bearer{}
	for _, it := range j.all {
		n, ok := strings.CutPrefix(it.cluster, "person:")
		if !ok {
			continue
		}
		b := out[n]
		if b == nil {
			b = &bearer{map[string]bool{}, map[string]bool{}, map[string]bool{}}
			out[n] = b
		}
		b.articles[it.article] = true
		if it.m.Country != "" {
			b.countries[it.m.Country] = true
		}
		if it.m.Role != "" {
			for _, r := range strings.Split(it.m.Role, ", ") {
				if k := roleKey(r); k != "counterpart" && k != "colleague" {
					b.roles[k] = true
				}
			}
		}
	}
	return out
}

// longFor is the one name of ns that short leaves words of out, "" if there
// are none or two, or nothing else says they are one.
func (j *joiner) longFor(short string, ns []string, names map[string]*bearer, scope string) string {
	long := ""
	for _, n := range ns {
		if !leavesOut(short, n) {
			continue
		}
		if long != "" && j.root("person:"+long) != j.root("person:"+n) {
			return ""
		}
		long = n
	}
	if long == "" {
		return ""
	}
	a, b := names[short], names[long]
	if len(a.countries) > 0 && len(b.countries) > 0 && !meet(a.countries, b.countries) {
		return ""
	}
	if meet(a.roles, b.roles) {
		return long
	}
	both := meet(a.articles, b.articles)
	if strings.HasSuffix(long, " "+short) { // the beginning is left out
		if both && strings.Count(short, " ") > 1 {
			return long // three words are nobody else's
		}
		if both || len(a.roles) > 0 && len(b.roles) > 0 && !meetHeads(a.roles, b.roles) {
			return ""
		}
		return long
	}
	last := lastWord(short)
	if strings.HasSuffix(long, " "+last) { // the middle is left out
		if both {
			return ""
		}
		return long
	}
	if both {
		return ""
	}
	for article := range b.articles {
		for _, it := range j.by[article] {
			if it.name == last && it.cluster == "" && !it.m.Descriptive && (it.kind == stemma.Person || it.kind == "") {
				if c, n := j.longer(it, article); n == 1 && j.root(c) == j.root("person:"+long) {
					return long
				}
			}
		}
	}
	return ""
}

// meetHeads reports whether two sets of roles share a noun: "union leader" and
// "head of the nurses' union".
func meetHeads(a, b map[string]bool) bool {
	for x := range a {
		for y := range b {
			if lastWord(x) == lastWord(y) {
				return true
			}
		}
	}
	return false
}

// leavesOut reports whether short, of two words or more, is long without its
// last words, its first, or some between the first and the last.
func leavesOut(short, long string) bool {
	if len(short) >= len(long) {
		return false
	}
	if strings.HasPrefix(long, short+" ") || strings.HasSuffix(long, " "+short) {
		return true
	}
	s, l := strings.Fields(short), strings.Fields(long)
	return len(s) == 2 && len(l) > 2 && s[0] == l[0] && s[1] == l[len(l)-1]
}
