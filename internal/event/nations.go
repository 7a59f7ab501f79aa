package event

import "github.com/stemma-news/stemma"

// sharing returns the countries that "and" joins to the first word of a phrase
// and that share its head: "Danish and Polish envoys" -> Danish.
func (f *finder) sharing(p phrase) []phrase {
	if f.nation(p.from) < 0 {
		return nil
	}
	var out []phrase
	k := p.from - 1
	for n := 0; n < 4 && f.s.is(k, "and", ","); n++ {
		for f.s.is(k, "and", ",") {
			k--
		}
		m := f.nation(k)
		if m < 0 || f.s.words[k].upos != "ADJ" && f.s.words[k].upos != "PROPN" {
			break
		}
		from := k
		for from > 0 && f.s.words[from-1].mention == m {
			from--
		}
		out = append([]phrase{{from: from, to: k + 1, head: k}}, out...)
		k = from - 1
	}
	return out
}

// nation is the mention of a country at word i, -1 where there is none.
func (f *finder) nation(i int) int {
	if i < 0 || i >= len(f.s.words) {
		return -1
	}
	m := f.s.words[i].mention
	if m < 0 || f.mentions[m].Country == "" || f.mentions[m].Kind != stemma.Place {
		return -1
	}
	return m
}
