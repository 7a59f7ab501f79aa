package entity

import (
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
)

// calling is what a page calls a body where it names it: "the opposition Verde
// party", "state broadcaster RTV", "Sol Lines, the operator,".
type calling struct {
	noun   string // the last word: "party"
	phrase string // with the name, or alone in an apposition: "state broadcaster RTV"
}

// units are what a body is called that belongs to another.
var units = set("arm\nbranch\ndivision\nsubsidiary\nunit")

// callings reads the words around the name of a body.
func (j *joiner) callings(it *item) (out []calling) {
	a := j.sc.ByID[it.article]
	if a == nil || it.m.Descriptive || len(it.m.Cite.Spans) != 1 {
		return nil
	}
	s := it.m.Cite.Spans[0]
	line := a.Text[max(0, s.Start-70):s.Start]
	if i := strings.LastIndexAny(line, "\n.;:,()\"“”"); i >= 0 {
		line = line[i+1:]
	}
	w := strings.Fields(line)
	if !strings.Contains(it.name, " ") && adjectival(it.name) {
		return nil
	}
	if n := len(w); n > 0 && (isBodyNoun(w[n-1]) || units[w[n-1]] || w[n-1] == "body") && strings.HasSuffix(line, " ") && (n < 2 || w[n-2] != "to") {
		k := n - 1
		for k > 0 && (modifiers[w[k-1]] || isBodyNoun(w[k-1]) || w[k-1] == "news" || j.people(w[k-1]) || strings.HasSuffix(w[k-1], "-based") || strings.HasSuffix(w[k-1], "-owned")) {
			k--
		}
		for d := 0; d < 2 && k-d > 0; d++ { // "[Swedish shipping] company Sol Lines"
			if kn := j.t.names[w[k-d-1]]; kn.what == "adjective" {
				k -= d + 1
				break
			}
		}
		for k > 0 && strings.HasSuffix(w[k], "-based") && upper(w[k-1]) { // "[San] Pedro-based company Sol Lines"
			k--
		}
		if k > 0 && strings.EqualFold(w[k-1], "the") {
			k--
		}
		c := calling{noun: w[n-1]}
		if len(w)-k > 1 {
			c.phrase = strings.Join(w[k:], " ") + " " + clean(it.m.Cite.Exact)
		}
		out = append(out, c)
	}
	after := a.Text[s.End:min(len(a.Text), s.End+90)]
	rest := after
	if strings.HasPrefix(rest, " (") {
		if i := strings.IndexByte(rest, ')'); i > 0 && i < 40 {
			rest = rest[i+1:]
		}
	}
	if x, ok := strings.CutPrefix(rest, " "); ok {
		noun := strings.TrimRight(firstWord(x), ".,;:")
		if placeOrBody := bodyNouns[noun]; placeOrBody && !strings.HasPrefix(x, noun+"'") && !strings.HasPrefix(x, noun+"’") {
			out = append(out, calling{noun, clean(it.m.Cite.Exact + after[:len(after)-len(rest)] + " " + noun)})
		}
	}
	if x, ok := strings.CutPrefix(rest, ", "); ok {
		i := strings.IndexAny(x, ",.;\n")
		if i < 0 {
			return out
		}
		w := strings.Fields(x[:i])
		if len(w) > 1 && len(w) < 6 && (w[0] == "the" || w[0] == "a" || w[0] == "an" || w[0] == "its") {
			if noun := w[len(w)-1]; isBodyNoun(noun) || traders[noun] || units[noun] {
				out = append(out, calling{noun, strings.Join(w, " ")})
			}
		}
	}
	return out
}

func firstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return w
}

// people reports whether w is a possessive of those a body is of: "seafarers'".
func (j *joiner) people(w string) bool {
	return peoples[strings.ToLower(strings.TrimRight(w, "'’"))] && strings.ContainsAny(w, "'’")
}

// callBodies notes, before kinds are voted on, what pages call each body.
func (j *joiner) callBodies() {
	j.called = map[*item][]calling{}
	for _, it := range j.all {
		if it.m.Role != "" || it.m.Country != "" && it.m.Kind != stemma.Organisation {
			continue
		}
		if c := j.callings(it); len(c) > 0 {
			j.called[it] = c
		}
	}
}

// blocs are bodies that states are members of.
var blocs = set("african union\nasean\nau\necowas\neu\neuropean union\ng20\ng7\ngcc\ngulf cooperation council\nigad\nmercosur\nopec\nopec+\nsadc\nbrics\neconomic community of west african states\nassociation of southeast asian nations\nnato")

// calledBody resolves "the party", "the broadcaster" and "the bloc": to the body
// that the article calls so and named last before, else to the only one that its
// story or dossier calls so.
func (j *joiner) calledBody(items []*item, n int) string {
	role := strings.ToLower(items[n].m.Role)
	if !strings.HasPrefix(strings.ToLower(items[n].m.Name), "the ") || items[n].m.Country != "" {
		return ""
	}
	head := lastWord(role)
	is := func(o *item) bool {
		if o.m.Descriptive || o.cluster == "" || o.kind != stemma.Organisation {
			return false
		}
		if head == "bloc" || head == "alliance" {
			return blocs[o.name]
		}
		return slices.ContainsFunc(j.calledAs[j.root(o.cluster)], func(x string) bool { return x == head })
	}
	for k := n - 1; k >= 0; k-- {
		if is(items[k]) {
			return items[k].cluster
		}
	}
	return ""
}

// bodyOfCountry resolves "the Zambian association" to the only body of that country
// that the article, else its story, names by the noun.
func (j *joiner) bodyOfCountry(items []*item, n int) string {
	it := items[n]
	head := lastWord(strings.ToLower(it.m.Role))
	if it.m.Country == "" || !strings.HasPrefix(strings.ToLower(it.m.Name), "the ") {
		return ""
	}
	if j.byNoun == nil {
		j.byNoun = map[string]string{}
		p := &placer{joiner: j}
		for _, o := range j.all {
			if o.m.Descriptive || o.kind != stemma.Organisation || o.cluster == "" || !strings.Contains(o.name, " ") {
				continue
			}
			code := o.m.Country
			if code == "" {
				code, _ = p.inName(o)
			}
			noun := lastWord(strings.Split(o.name, " of ")[0])
			for _, scope := range j.scopes(o.article) {
				sole(j.byNoun, scope+"\x00"+code+noun, j.root(o.cluster))
			}
		}
	}
	for _, scope := range j.scopes(it.article) {
		if c := j.byNoun[scope+"\x00"+it.m.Country+head]; c != "" {
			return strings.TrimPrefix(c, "-")
		}
	}
	return ""
}

// agencyCalled resolves "the agency" to the only body that is named within 400 bytes
// before, where it is an office of state or goes by its first letters. Of "the group"
// and "the organization" the same was right one time in two.
func (j *joiner) agencyCalled(items []*item, n int) string {
	it := items[n]
	if !strings.EqualFold(it.m.Name, "the agency") {
		return ""
	}
	at := it.m.Cite.Spans[0].Start
	found := ""
	is := false
	for k := n - 1; k >= 0 && at-items[k].m.Cite.Spans[0].Start <= 400; k-- {
		o := items[k]
		if o.kind != stemma.Organisation || o.cluster == "" || o.m.Descriptive && o.m.Country != "" {
			continue
		}
		c := j.root(o.cluster)
		if found != "" && found != c || o.m.Key != "" {
			return ""
		}
		found = c
		last := lastWord(o.name)
		is = is || acronym(o.m.Name) || isNational(firstWord(o.name)) || nationalBodies()[o.m.Name] != "" || civic[last] || last == "agency" || last == "administration" || last == "service"
	}
	if !is {
		return ""
	}
	return found
}

// gatherCalled collects by cluster what pages call it.
func (j *joiner) gatherCalled() {
	j.calledAs = map[string][]string{}
	for _, it := range j.all {
		if it.cluster == "" {
			continue
		}
		for _, c := range j.called[it] {
			r := j.root(it.cluster)
			if !slices.Contains(j.calledAs[r], c.noun) {
				j.calledAs[r] = append(j.calledAs[r], c.noun)
			}
		}
	}
}
