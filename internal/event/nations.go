package event

import (
	"slices"

	"github.com/stemma-news/stemma"
)

// countries are the countries that the words of a telling's two sides name,
// where those words name nobody known: "a Norlandic deputy minister". Of a
// parade or conference without a place, also the first named with what it is
// of: "a parade of Norland's army". They come sorted.
func (f *finder) countries(tr *trigger, t *stemma.Telling) []string {
	var out []string
	add := func(m int) {
		if m >= 0 && f.mentions[m].Country != "" {
			out = append(out, f.mentions[m].Country)
		}
	}
	for k := range f.s.words {
		w := &f.s.words[k]
		in := func(s stemma.Span) bool { return s.Holds(w.Span) }
		if slices.ContainsFunc(t.ActorSpans, in) || slices.ContainsFunc(t.RecipientSpans, in) {
			add(w.mention)
		}
	}
	if t.Mode == "multilateral" && t.Place == "" {
		at := max(tr.at, tr.object)
		for k := at + 1; k < len(f.s.words) && k-at <= 8 && !f.s.mark(k); k++ {
			if n := len(out); f.s.words[k].mention >= 0 {
				if add(f.s.words[k].mention); len(out) > n {
					break
				}
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
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
