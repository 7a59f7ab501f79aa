package entity

import (
	"maps"
	"slices"
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
)

// synonyms of role nouns and of what stands before them: "junta chief" and
// "military leader" can be one.
var synonyms = map[string]string{"chief": "leader", "head": "leader", "ruler": "leader", "strongman": "leader", "boss": "leader", "chairman": "chair", "chairwoman": "chair", "chairperson": "chair", "spokesman": "spokesperson", "spokeswoman": "spokesperson", "premier": "prime minister", "pm": "prime minister", "capt.": "captain", "capt": "captain", "gen.": "general", "gen": "general", "col.": "colonel", "col": "colonel", "insp": "inspector", "insp.": "inspector", "sen.": "senator", "sen": "senator", "gov.": "governor", "gov": "governor", "junta": "military", "army": "military", "defense": "defence", "adviser": "advisor"}

// roleKey writes a role so that its wordings meet: "Minister of Defense" and
// "defence minister". What the role is further of is cut: "leader of the X".
func roleKey(role string) string {
	r := fold(role)
	if i := strings.LastIndex(r, ", "); i >= 0 {
		r = r[:i]
	}
	var head, of string
	head = r
	if h, o, ok := strings.Cut(r, " of "); ok {
		head, of = h, strings.TrimPrefix(o, "the ")
		if h == "minister" || h == "deputy minister" {
			head, of = strings.Replace(h, "minister", of+" minister", 1), ""
		}
	}
	for _, cut := range []string{" for ", " at ", " on ", " to ", " in "} {
		if h, _, ok := strings.Cut(head, cut); ok {
			head = h
		}
	}
	w := strings.Fields(head)
	for i := range w {
		if s := synonyms[w[i]]; s != "" {
			w[i] = s
		}
	}
	// "leader of the Ghanaian military junta" -> "military leader"
	for _, o := range strings.Fields(of) {
		if o == "junta" || o == "military" {
			return "military " + strings.Join(w, " ")
		}
	}
	return strings.Join(w, " ")
}

// fits reports whether a holder of role held can be called desc: the nouns
// agree, and each word before desc's noun stands before held's.
func fits(desc, held string) bool {
	d, h := strings.Fields(desc), strings.Fields(held)
	if len(d) == 0 || len(h) == 0 || d[len(d)-1] != h[len(h)-1] {
		return false
	}
	has := map[string]bool{}
	for _, w := range h {
		has[w] = true
	}
	for _, w := range d {
		if !has[w] {
			return false
		}
	}
	for _, w := range []string{"deputy", "former", "vice", "acting"} {
		if has[w] != strings.Contains(" "+desc+" ", " "+w+" ") {
			return false
		}
	}
	return true
}

// hold collects the roles people are given by name.
func (j *joiner) hold() {
	for _, it := range j.all {
		if it.m.Descriptive || it.m.Role == "" || it.cluster == "" || it.kind != stemma.Person {
			continue
		}
		for _, r := range strings.Split(it.m.Role, ", ") {
			h := holding{cluster: it.cluster, role: roleKey(r), country: it.m.Country, of: ofWhat(it.m, r), article: it.article}
			if h.of != "" {
				j.holdings[ofBody+h.of] = append(j.holdings[ofBody+h.of], h)
			}
			for _, s := range j.scopes(it.article) {
				j.holdings[s] = append(j.holdings[s], h)
			}
		}
	}
}

// ofBody stands before the name of a body in the keys of holdings.
const ofBody = "of\x00"

// ofWhat is the body a role is said to be of, folded: "Norda CEO", "CEO of Norda".
func ofWhat(m *stemma.Mention, role string) string {
	if m.Of != "" || m.Country != "" {
		return fold(m.Of)
	}
	for _, w := range []string{" of ", " at "} {
		if _, of, ok := strings.Cut(role, w); ok {
			return fold(strings.TrimPrefix(of, "the "))
		}
	}
	return ""
}

// described ties descriptions to their holders: the one person of the article,
// else of the story, who is said to hold the role.
func (j *joiner) described() {
	for _, a := range j.sc.Articles {
		items := j.by[a.ID]
		var sex map[string]string
		for n, it := range items {
			m := it.m
			if it.cluster != "" || !m.Descriptive {
				continue
			}
			switch {
			case pronouns[m.Role]:
				if sex == nil {
					sex = sexes(items)
				}
				it.cluster = j.pronoun(a, items, n, sex)
			case m.Kind == stemma.Person:
				it.cluster = j.holder(it)
			case m.Kind == stemma.Organisation:
				for _, f := range []func([]*item, int) string{j.bodyCalled, j.companyCalled, j.calledBody, j.agencyCalled, j.bodyOfCountry} {
					if it.cluster == "" {
						it.cluster = f(items, n)
					}
				}
			}
		}
	}
}

func (j *joiner) holder(it *item) string {
	role := roleKey(it.m.Role)
	if strings.HasPrefix(it.m.Name, "a ") || strings.HasPrefix(it.m.Name, "A ") || strings.HasPrefix(it.m.Name, "an ") || role == "" {
		return ""
	}
	if it.m.Country == "" && it.m.Of != "" && !strings.HasPrefix(strings.ToLower(it.m.Name), "the ") {
		return j.officer(it, role)
	}
	indefinite := !strings.HasPrefix(strings.ToLower(it.m.Name), "the ") && it.m.Of == ""
	for _, scope := range j.scopes(it.article) {
		if indefinite && scope != it.article {
			continue
		}
		found := j.holders(it, role, scope)
		if len(found) == 1 {
			for c := range found {
				return c
			}
		}
		if len(found) > 1 && scope == it.article && it.m.Country == "" {
			if c := j.nearestOf(it, found); c != "" {
				return c
			}
			return j.native(it.article, role, found)
		}
		if len(found) > 1 {
			return ""
		}
	}
	return ""
}

// holders are those who are said within scope to hold the role of a description. Of
// "the Russian president" they are those printed as Russian and, in a page about
// Russia, those printed without a country whom no page says to be of another. "The Russian leader" is a president or prime minister too.
func (j *joiner) holders(it *item, role, scope string) map[string]bool {
	found, open := map[string]bool{}, map[string]bool{} // printed of that country, and of none
	for _, h := range j.holdings[scope] {
		if it.m.Country != "" && h.country == "" && (h.of != "" || h.role != role && !ofState(h.role)) {
			continue // "the Russian leader" is no head of a company, nor a party's leader in a senate
		}
		if !fits(role, h.role) && !(role == "leader" && it.m.Country != "" && rulers[h.role]) {
			continue
		}
		switch c := j.root(h.cluster); {
		case it.m.Country == "" || h.country == it.m.Country:
			found[c] = true
		case h.country == "" && j.printedOf()[c] == it.m.Country:
			found[c] = true
		case h.country == "" && j.printedOf()[c] == "":
			open[c] = true
		}
	}
	if j.homes[it.article] == it.m.Country {
		maps.Copy(found, open)
	}
	return found
}

// rulers are offices whose holders lead a country.
var rulers = set("chancellor\ndictator\nemir\nking\npresident\nprime minister\nstrongman\nsupreme leader")

// printedOf are the countries that any page prints with the roles of persons, by
// cluster, "-" where they are several.
func (j *joiner) printedOf() map[string]string {
	if j.printed == nil {
		j.printed = map[string]string{}
		for _, it := range j.all {
			if it.m.Descriptive || it.m.Country == "" || it.cluster == "" || it.kind != stemma.Person {
				continue
			}
			sole(j.printed, j.root(it.cluster), it.m.Country)
		}
	}
	return j.printed
}

// native is the only one of several holders of a role whom an article never prints
// with a country: of "President Ana Ruiz" and "Chilean President Juan Quispe"
// the one who is "the president" there.
func (j *joiner) native(article, role string, of map[string]bool) string {
	foreign := map[string]bool{}
	for _, h := range j.holdings[article] {
		if h.country != "" && fits(role, h.role) {
			foreign[j.root(h.cluster)] = true
		}
	}
	found := ""
	for c := range of {
		if foreign[c] {
			continue
		}
		if found != "" {
			return ""
		}
		found = c
	}
	return found
}

// nearestOf is the only one of several that an article names within 200 bytes
// before a description of any of them, else within 600, else before it at all.
func (j *joiner) nearestOf(it *item, of map[string]bool) string {
	at := it.m.Cite.Spans[0].Start
	found := map[int]map[string]bool{200: {}, 600: {}, at: {}}
	for _, o := range j.by[it.article] {
		s := o.m.Cite.Spans[0].Start
		if s >= at {
			break
		}
		if c := j.root(o.cluster); o.cluster != "" && !o.m.Descriptive && of[c] {
			for within, f := range found {
				if at-s <= within {
					f[c] = true
				}
			}
		}
	}
	for _, within := range []int{200, 600, at} {
		if len(found[within]) == 1 {
			for c := range found[within] {
				return c
			}
		}
	}
	return ""
}

// officer resolves "Norda's chief executive": to the one person whom the
// article, else the story, else any page says to be that of Norda; else to the
// one whom the article says to be a chief executive and not of what.
func (j *joiner) officer(it *item, role string) string {
	of := fold(it.m.Of)
	for _, scope := range append(j.scopes(it.article), ofBody+of) {
		if c, n := j.oneHolder(scope, role, of); n > 0 {
			return c
		}
	}
	c, _ := j.oneHolder(it.article, role, "")
	return c
}

// oneHolder is who within scope is said to hold a role of a body, of nothing
// named where of is "", and how many are; "" where they are several.
func (j *joiner) oneHolder(scope, role, of string) (cluster string, n int) {
	found := map[string]bool{}
	for _, h := range j.holdings[scope] {
		if h.of == of && (of != "" || h.country == "") && fits(role, h.role) {
			cluster = j.root(h.cluster)
			found[cluster] = true
		}
	}
	if len(found) > 1 {
		cluster = ""
	}
	return cluster, len(found)
}

// bodyCalled resolves "the ministry" to the last ministry named, and "the
// junta" to the one country's whose junta the article names.
func (j *joiner) bodyCalled(items []*item, n int) string {
	it := items[n]
	role := fold(it.m.Role)
	head := lastWord(role)
	role, _, _ = strings.Cut(role, " in ")
	ministry := head == "ministry" && role != head // "the interior ministry" is no other
	if ministry {
		if code := it.m.Country; code != "" {
			return "organisation:" + code + ":" + bodyName(role)
		} else if code = j.countryOf(it, bodyName(role)); code != "" {
			return "organisation:" + code + ":" + bodyName(role)
		}
	}
	if it.m.Country == "" {
		for k := n - 1; k >= 0; k-- {
			o := items[k]
			if ministry && bodyName(o.name) != bodyName(role) {
				continue
			}
			if r := fold(o.m.Role); role == "ministry" && o.m.Descriptive && o.cluster != "" && r != role && lastWord(r) == role {
				return o.cluster // "the interior ministry said ... The ministry added"
			}
			if !o.m.Descriptive && o.kind == stemma.Organisation && o.cluster != "" && (strings.HasSuffix(o.name, " "+head) || strings.HasPrefix(o.name, head+" ")) {
				return o.cluster
			}
		}
	}
	if ministry || !national[head] {
		return ""
	}
	if synonyms[head] == "military" || head == "military" || strings.HasSuffix(role, "armed forces") {
		head = "military"
	}
	code := it.m.Country
	if code == "" {
		code = j.countryCalled(items, head)
	}
	if code == "" {
		return ""
	}
	return "organisation:" + code + ":" + head
}

var national = map[string]bool{"junta": true, "military": true, "army": true, "government": true, "parliament": true, "police": true, "navy": true, "ministry": true, "forces": true, "regime": true, "cabinet": true, "senate": true}

func (j *joiner) countryCalled(items []*item, head string) string {
	code := ""
	for _, o := range items {
		r := fold(o.m.Role)
		h := lastWord(r)
		if o.m.Country == "" || h != head && synonyms[h] != head && !strings.Contains(" "+r+" ", " "+head+" ") {
			continue
		}
		if code != "" && code != o.m.Country {
			return ""
		}
		code = o.m.Country
	}
	return code
}

// pronoun resolves "he" and "she" to the person last spoken of: the first
// named in the sentence before, else the last named at all, within 1,000 bytes,
// passing over those whom a role tells to be of the other sex, who is named right
// behind in the same clause, and, within a quotation, who says it.
func (j *joiner) pronoun(a *stemma.Article, items []*item, n int, sex map[string]string) string {
	other := map[string]string{"he": "she", "she": "he"}[items[n].m.Role]
	at := items[n].m.Cite.Spans[0].Start
	not := j.sayersOf(a, items, at)
	within := func(at int) bool {
		from, _ := paragraph(a.Text, at)
		return quotedAt(a.Text[from:at])
	}
	quoted := within(at)
	if n+1 < len(items) {
		if o := items[n+1]; strings.HasPrefix(o.cluster, "person:") && !o.m.Descriptive && !strings.ContainsAny(a.Text[at:o.m.Cite.Spans[0].Start], ",.;:!?\"“”‘\n") {
			not = append(not, j.root(o.cluster)) // "he would be an influence on Ruiz"
		}
	}
	can := func(o *item) bool {
		return o.cluster != "" && o.kind == stemma.Person && j.sexIn(sex, o.cluster) != other && !slices.Contains(not, j.root(o.cluster))
	}
	for k := n - 1; k >= 0; k-- {
		o := items[k]
		if at-o.m.Cite.Spans[0].Start > 1000 {
			break
		}
		if !can(o) || !quoted && pronouns[o.m.Role] && within(o.m.Cite.Spans[0].Start) {
			continue // of `"She is tired," she said` the two are not one
		}
		// of several persons of one sentence, its first
		for p := k - 1; p >= 0; p-- {
			q := items[p]
			s, e := q.m.Cite.Spans[0].Start, o.m.Cite.Spans[0].Start
			if strings.ContainsAny(a.Text[s:e], ".!?\n") {
				break
			}
			if can(q) {
				o = q
			}
		}
		return o.cluster
	}
	return ""
}

// sayersOf are the persons who say the quotation that holds at, if one does: those
// named in its paragraph, outside of quotations, beside a word of saying.
func (j *joiner) sayersOf(a *stemma.Article, items []*item, at int) (out []string) {
	from, to := paragraph(a.Text, at)
	if !quotedAt(a.Text[from:at]) {
		return nil
	}
	k := sort.Search(len(items), func(k int) bool { return items[k].m.Cite.Spans[0].Start >= from })
	for ; k < len(items) && items[k].m.Cite.Spans[0].Start < to; k++ {
		o := items[k]
		s := o.m.Cite.Spans[0]
		if !strings.HasPrefix(o.cluster, "person:") || o.m.Descriptive || s.End > to || quotedAt(a.Text[from:s.Start]) {
			continue
		}
		before := strings.Fields(a.Text[max(from, s.Start-60):s.Start])
		n := len(before)
		inverted := n > 1 && sayers[before[n-1]] && strings.ContainsAny(before[n-2], "\"”'’")
		if w := firstWord(strings.TrimLeft(a.Text[s.End:to], " ")); inverted || w != "who" && sayers[strings.Trim(w, ".,:;")] {
			out = append(out, j.root(o.cluster))
		}
	}
	return out
}

// paragraph is where the paragraph around at begins and ends, 2,000 bytes away at most.
func paragraph(text string, at int) (from, to int) {
	from, to = max(0, at-2000), min(len(text), at+2000)
	from += strings.LastIndexByte(text[from:at], '\n') + 1
	if i := strings.IndexByte(text[at:to], '\n'); i >= 0 {
		to = at + i
	}
	return from, to
}

// quotedAt reports whether a paragraph that begins with text goes on within a
// quotation.
func quotedAt(text string) bool {
	if open, end := strings.LastIndex(text, "“"), strings.LastIndex(text, "”"); open >= 0 || end >= 0 {
		return open > end
	}
	return strings.Count(text, "\"")%2 == 1
}

// entities makes the entities of the clusters, links their places, and sorts.
func (j *joiner) entities() []stemma.Entity {
	clusters := map[string][]*item{}
	for _, it := range j.all {
		if it.cluster != "" {
			c := j.root(it.cluster)
			clusters[c] = append(clusters[c], it)
		}
	}
	var out []stemma.Entity
	of := map[string]int{}
	for c, items := range clusters {
		e := j.entity(c, items)
		of[c] = len(out)
		out = append(out, e)
		for _, it := range items {
			for _, s := range it.m.Cite.Spans {
				j.sc.Links[it.article] = append(j.sc.Links[it.article], stemma.Link{Span: s, Entity: e.ID})
			}
		}
	}
	out = j.authors(out, of)
	sort.Slice(out, func(i, k int) bool { return out[i].ID < out[k].ID })
	for i := range out {
		j.sc.Entities[out[i].ID] = &out[i]
	}
	for _, l := range j.sc.Links {
		sort.Slice(l, func(i, k int) bool {
			return l[i].Start < l[k].Start || l[i].Start == l[k].Start && (l[i].End < l[k].End || l[i].End == l[k].End && l[i].Entity < l[k].Entity)
		})
	}
	return out
}
