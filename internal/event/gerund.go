package event

import (
	"slices"

	"github.com/stemma-news/stemma"
)

// gerund gives a meeting told in a gerund, of which only the other side is
// named, the subject of the clause it hangs on.
//
//	"she told Norda after meeting the envoy" -> the one "she" is
//	"Ruiz left after meeting the envoy"      -> Ruiz
func (f *finder) gerund(t *stemma.Telling, tr *trigger) {
	if tr.how != 'g' || t.Kind != "CONSULT" || len(t.ActorSpans) > 1 || !f.s.is(tr.at-1, "after", "before", "by", "while", "since", "following", "when") {
		return
	}
	for k := 0; k < tr.at-1; k++ {
		w := &f.s.words[k]
		if f.quoted(w.Span) || w.line {
			continue
		}
		s := w.Span
		switch m := w.mention; {
		case w.s == "he" || w.s == "she":
			if s = f.last; s.End == 0 {
				return
			}
		case m >= 0 && f.mentions[m].Kind == stemma.Person && !f.s.is(k-1, "'s", "'"):
			s = f.mentions[m].Cite.Spans[0]
		default:
			continue
		}
		if !slices.ContainsFunc(t.ActorSpans, s.Overlaps) {
			t.ActorSpans = append([]stemma.Span{s}, t.ActorSpans...)
			t.ActorNames = append([]string{f.a.Text[s.Start:s.End]}, t.ActorNames...)
		}
		return
	}
}

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
