package entity

import (
	_ "embed"
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
)

// companyNounsText are nouns that a company is called by where its name is not
// repeated: "the carmaker".
//
//go:embed companynouns.txt
var companyNounsText string

var companyNouns = set(companyNounsText)

// looseNouns name much else where no word before them says what they are.
var looseNouns = set("brand\nbusiness\nchain\nenterprise\noperator\noutfit\nproducer\nservice\nsupplier")

// noCompanies are bodies of bodies.txt that are not in business.
var noCompanies = set("asean\ngreenpeace\ninterpol\nnato\nopec\noxfam\nunesco\nunhcr\nunicef\nwikileaks\nwikimedia\nwikipedia")

// companyEnds are last words of the names of companies.
var companyEnds = set("airlines\nairways\nco\ncompany\ncorp\ncorporation\nholding\nholdings\ninc\nindustries\nlimited\nllc\nltd\nmotors\npharmaceuticals\nplc\ntelecom")

// companies are the clusters that any page says are companies: by their name, by
// who leads them ("Norda CEO Ana Ruiz"), or by what they are called beside it
// ("the carmaker Norda", "Norda, a Peruvian brewer,").
func (j *joiner) companies() map[string]bool {
	led := j.led()
	out := map[string]bool{}
	for _, it := range j.all {
		if it.m.Descriptive || it.kind != stemma.Organisation || it.cluster == "" || noCompanies[it.name] {
			continue
		}
		c := j.root(it.cluster)
		if !out[c] && (led[it.name] || companyEnds[lastWord(it.name)] || j.t.names[it.m.Name].what == "body" || j.calledCompany(it)) {
			out[c] = true
		}
	}
	return out
}

// calledCompany reports whether a noun for companies stands before the name or
// in an apposition after it.
func (j *joiner) calledCompany(it *item) bool {
	a := j.sc.ByID[it.article]
	if a == nil {
		return false
	}
	s := it.m.Cite.Spans[0]
	before := strings.Fields(a.Text[max(0, s.Start-40):s.Start])
	if n := len(before); n > 1 && companyNouns[before[n-1]] {
		return true
	}
	return companyNouns[apposed(a, s.End)]
}

// apposed is the noun of the apposition behind a name that ends at end: "company" of
// "Norda, the company building the dam,", "" where there is none.
func apposed(a *stemma.Article, end int) string {
	rest, ok := strings.CutPrefix(a.Text[end:min(len(a.Text), end+90)], ", ")
	if !ok {
		return ""
	}
	noun := ""
	words := strings.Fields(rest)
	for n, w := range words {
		if n == 0 {
			if w != "a" && w != "an" && w != "the" {
				return ""
			}
			continue
		}
		x := strings.TrimRight(w, ",.;:)\"”")
		if n > 1 && (ends[x] || strings.HasSuffix(x, "ing") && n+1 < len(words) && opensRole[words[n+1]]) {
			return noun
		}
		if noun = x; len(x) < len(w) || n > 6 {
			break
		}
	}
	return noun
}

// ends are words that go on behind the noun of an apposition.
var ends = set("about\nand\nat\nbased\nbehind\nbetween\nby\nfor\nfrom\nin\nknown\nnear\nof\non\nowned\nrun\nthat\nto\nwhere\nwhich\nwho\nwhose\nwith")

// companyCalled resolves "the company" and "the streaming service": to the one
// company named within 700 bytes before it; of several to the one that has
// two thirds of what the article says of them; where there is none so near, to
// the only one of the article.
func (j *joiner) companyCalled(items []*item, n int) string {
	role := strings.ToLower(items[n].m.Role)
	if !companyNouns[lastWord(role)] || looseNouns[role] || !strings.HasPrefix(strings.ToLower(items[n].m.Name), "the ") {
		return ""
	}
	if j.business == nil {
		j.business = j.companies()
	}
	at := items[n].m.Cite.Spans[0].Start
	all, near := map[string]int{}, map[string]int{}
	for _, o := range items {
		c := j.root(o.cluster)
		if o.m.Descriptive || c == "" || !j.business[c] {
			continue
		}
		all[c]++
		if s := o.m.Cite.Spans[0].Start; s < at && at-s <= 700 {
			near[c]++
		}
	}
	from := near
	if len(near) == 0 {
		from = all
	}
	cs := make([]string, 0, len(from))
	total := 0
	for c := range from {
		cs = append(cs, c)
		total += all[c]
	}
	sort.Slice(cs, func(i, k int) bool { return all[cs[i]] > all[cs[k]] || all[cs[i]] == all[cs[k]] && cs[i] < cs[k] })
	if len(cs) == 1 || len(cs) > 1 && len(near) > 0 && 3*all[cs[0]] >= 2*total {
		return cs[0]
	}
	return ""
}
