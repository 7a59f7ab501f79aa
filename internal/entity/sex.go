package entity

import (
	"strings"

	"github.com/stemma-news/stemma"
)

// he and she hold the words of roles and titles that tell a man or a woman.
var (
	he  = map[string]bool{"actor": true, "baron": true, "boyfriend": true, "brother": true, "businessman": true, "chairman": true, "congressman": true, "count": true, "duke": true, "emir": true, "emperor": true, "father": true, "fisherman": true, "grandfather": true, "husband": true, "imam": true, "king": true, "lord": true, "mr": true, "monsieur": true, "nephew": true, "policeman": true, "prince": true, "señor": true, "sheikh": true, "signor": true, "sir": true, "son": true, "spokesman": true, "sultan": true, "uncle": true, "widower": true}
	she = map[string]bool{"actress": true, "aunt": true, "businesswoman": true, "chairwoman": true, "congresswoman": true, "countess": true, "dame": true, "daughter": true, "daw": true, "duchess": true, "empress": true, "girlfriend": true, "grandmother": true, "lady": true, "madam": true, "madame": true, "miss": true, "mother": true, "mrs": true, "ms": true, "niece": true, "policewoman": true, "princess": true, "queen": true, "señora": true, "sister": true, "spokeswoman": true, "wife": true, "widow": true}
)

// sexes tells "he" or "she" of the persons of an article by the roles they are
// given by name there; what two roles tell differently is left open.
func sexes(items []*item) map[string]string {
	out := map[string]string{}
	for _, it := range items {
		if it.cluster == "" || it.kind != stemma.Person || it.m.Descriptive {
			continue
		}
		for _, r := range strings.Split(it.m.Role, ", ") {
			sex, old := roleSex(r), out[it.cluster]
			if sex != "" && old != "" && old != sex {
				sex = "?"
			}
			if sex != "" {
				out[it.cluster] = sex
			}
		}
	}
	return out
}

// sexOf is what a word of a role or title tells.
func sexOf(w string) string {
	switch {
	case he[w]:
		return "he"
	case she[w]:
		return "she"
	}
	return ""
}

// roleSex is what the last of a mention's titles and roles tells: of "mayor,
// Mrs." "she".
func roleSex(role string) string {
	if role == "" {
		return ""
	}
	r, _, _ := strings.Cut(strings.ToLower(role[strings.LastIndex(role, ", ")+1:]), " of ")
	return sexOf(strings.TrimSuffix(lastWord(r), "."))
}

// spokenOf tells the sex of those whose roles and given names do not: by "Mr."
// and "Ms." before a surname that only they bear in an article, and by "he" and
// "she" soon after they alone are named. Where two bear one name, "Mr. Ruiz" and
// "Ms. Ruiz", neither is the one named in full.
func (j *joiner) spokenOf() {
	votes := map[string]map[string]int{}
	vote := func(it *item, sex string, n int) {
		c := it.cluster
		if c == "" {
			if full, k := j.longer(it, it.article); k == 1 {
				c = full
			}
		}
		t := j.told[j.root(c)]
		if t == nil || t.sex != "" && t.sex != "?" {
			return
		}
		if c = j.root(c); votes[c] == nil {
			votes[c] = map[string]int{}
		}
		votes[c][sex] += n
	}
	for _, a := range j.sc.Articles {
		var last *item // the person last named, nil where there are two
		for _, it := range j.by[a.ID] {
			at := it.m.Cite.Spans[0].Start
			switch {
			case pronouns[it.m.Role]:
				if last != nil && at-last.m.Cite.Spans[0].Start < 200 {
					vote(last, it.m.Role, 1)
				}
				last = nil
			case it.m.Descriptive && it.kind == stemma.Person:
				last = nil
			case it.m.Descriptive || it.kind != stemma.Person && it.kind != "":
			default:
				if s := roleSex(it.m.Role); s != "" && !strings.Contains(it.name, " ") {
					vote(it, s, 3)
				}
				if last != nil && last.name != it.name && at-last.m.Cite.Spans[0].Start < 200 {
					last = nil
					break
				}
				last = it
			}
		}
	}
	for c, v := range votes {
		switch t := j.told[c]; {
		case v["he"] > 1 && v["he"] > 3*v["she"]:
			t.sex = "he"
		case v["she"] > 1 && v["she"] > 3*v["he"]:
			t.sex = "she"
		case v["he"] > 2 && v["she"] > 2 && t.sex == "":
			t.sex = "-"
		}
	}
}

// sexIn is what an article tells of a cluster, else what all articles do.
func (j *joiner) sexIn(sex map[string]string, cluster string) string {
	if s := sex[cluster]; s != "" {
		return s
	}
	if t := j.told[j.root(cluster)]; t != nil {
		return t.sex
	}
	return ""
}
